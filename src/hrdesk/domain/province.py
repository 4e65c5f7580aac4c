"""What the province's workbook can hold, and layouts: which columns, in what order, under which headings.

The province's own layout is not public and differs, so every column can be chosen, renamed and moved. The columns of
`DPIS` are those of the training history that OCSC's personnel system hands over, in its order.
"""

from __future__ import annotations

from collections.abc import Mapping

from hrdesk.domain.register_terms import ProvinceSheet
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass

STANDARD_ID, DPIS_ID = -1, -2  # ready layouts; saved ones have ids of their own


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    sheet: ProvinceSheet
    key: str
    heading: str
    value: str = ""  # written where the office has nothing of its own to say: the officer's constant


@dataclass(frozen=True, slots=True)
class ProvinceLayout:
    """Sheets stand in the order of `ProvinceSheet`; one without columns is left out."""

    id: int
    name: str
    columns: tuple[LayoutColumn, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Comes with the program: may be copied, not changed."""
        return self.id < 0

    def of(self, sheet: ProvinceSheet) -> tuple[LayoutColumn, ...]:
        return tuple(column for column in self.columns if column.sheet is sheet)


def _said(text: str) -> dict[str, str]:
    return dict(pair.strip().split(" ", 1) for pair in text.split("|"))


COLUMNS: Mapping[ProvinceSheet, Mapping[str, str]] = {
    ProvinceSheet.REGISTER: _said(
        """order ลำดับ|number เลขที่ตำแหน่ง|title ตำแหน่ง|line สายงาน|position_type ประเภทตำแหน่ง|level ระดับ|unit สังกัด
        |prefix คำนำหน้า|first_name ชื่อ|last_name นามสกุล|name ชื่อ-สกุล|national_id เลขประจำตัวประชาชน|birth_date วันเดือนปีเกิด
        |start_date วันบรรจุ|retires วันเกษียณอายุ|education วุฒิการศึกษา|personnel_type ประเภทบุคลากร|state สถานะ|note หมายเหตุ"""
    ),
    ProvinceSheet.PLAN: _said(
        """order ลำดับ|period แผน|project โครงการ|year ปีงบประมาณ|budget งบประมาณ|fund แหล่งงบประมาณ|courses หลักสูตร
        |targets กลุ่มเป้าหมาย|methods วิธีการพัฒนา|organizers หน่วยดำเนินการ|evaluations การติดตามประเมินผล"""
    ),
    ProvinceSheet.RESULTS: _said(
        """order ลำดับ|year ปีงบประมาณ|project โครงการ|in_plan ในแผน|organizer หน่วยดำเนินการ|status สถานะ|starts_on วันที่เริ่ม
        |ends_on วันที่สิ้นสุด|people เป้าหมาย (คน)|classes จำนวนรุ่น|attended ผู้เข้ารับการพัฒนา (คน)|passed ผ่าน (คน)
        |planned งบประมาณตั้งไว้|used งบประมาณใช้จริง|venue สถานที่|responsible ผู้รับผิดชอบ|problems ปัญหาอุปสรรค|suggestions ข้อเสนอแนะ"""
    ),
    ProvinceSheet.TRAINING: _said(
        """id รหัส|person_id รหัสบุคลากร|kind ประเภท|course หลักสูตร|class_number รุ่น|starts_on วันที่เริ่มต้น|ends_on วันที่สิ้นสุด
        |organizer หน่วยงานที่จัด|venue สถานที่จัด|country ประเทศที่จัด|fund ชื่อทุน|fund_country ประเทศเจ้าของทุน|changed_by ผู้แก้ไขข้อมูล
        |changed_at วันเวลาที่แก้ไขข้อมูล|national_id เลขประจำตัวประชาชน|days จำนวนวัน|note หมายเหตุ|passed ผ่าน
        |letter_number เลขที่หนังสือนำส่ง|letter_date วันที่หนังสือนำส่ง|project โครงการฝึกอบรม|other_course หลักสูตรอื่น ๆ
        |degree วุฒิที่ได้รับ|score คะแนน|objective วัตถุประสงค์|order_number เลขที่คำสั่ง|order_date วันที่ออกคำสั่ง|audited ตรวจสอบข้อมูล
        |name ชื่อ-สกุล|position ตำแหน่ง|unit สังกัด|hours จำนวนชั่วโมง|result ผลการอบรม|certificate_number เลขที่วุฒิบัตร"""
    ),
}
DPIS_COLUMNS = 28  # the first ones of the training history


def _all(sheet: ProvinceSheet, keys: tuple[str, ...] | None = None) -> tuple[LayoutColumn, ...]:
    known = COLUMNS[sheet]
    return tuple(LayoutColumn(sheet, key, known[key]) for key in keys or known)


STANDARD = ProvinceLayout(
    STANDARD_ID,
    "มาตรฐาน: ทะเบียน แผน และผล",
    (
        *_all(ProvinceSheet.REGISTER, tuple(key for key in COLUMNS[ProvinceSheet.REGISTER] if key not in ("prefix", "first_name", "last_name"))),
        *_all(ProvinceSheet.PLAN),
        *_all(ProvinceSheet.RESULTS),
    ),
)
DPIS = ProvinceLayout(
    DPIS_ID,
    "DPIS: ประวัติการอบรม 28 คอลัมน์",
    _all(ProvinceSheet.TRAINING, tuple(COLUMNS[ProvinceSheet.TRAINING])[:DPIS_COLUMNS]),
)
READY = (STANDARD, DPIS)


def check_layout(layout: ProvinceLayout) -> tuple[Problem, ...]:
    found: list[Problem] = []

    def say(field: str, text: str) -> None:
        found.append(Problem(f"layout.{field}", text, code=f"layout-{field}", place="รูปแบบจังหวัด"))

    if not layout.name:
        say("name", "กรุณาตั้งชื่อรูปแบบ")
    if any(ready.name == layout.name for ready in READY):
        say("name", "ชื่อนี้เป็นรูปแบบที่มากับโปรแกรม กรุณาตั้งชื่ออื่น")
    if not layout.columns:
        say("columns", "กรุณาเลือกอย่างน้อยหนึ่งคอลัมน์")
    for column in layout.columns:
        if column.key not in COLUMNS[column.sheet]:
            say("columns", f"ไม่มีข้อมูล “{column.key}” ให้ส่งออก")
        elif not column.heading.strip():
            say("columns", f"หัวคอลัมน์ของ “{COLUMNS[column.sheet][column.key]}” ว่างอยู่")
    return tuple(found)
