"""Rows that are no posts: units and kinds of staff as headings of their own, totals, notes, signatures."""

from __future__ import annotations

import re
from dataclasses import field

from hrdesk.domain.terms import PersonnelType, PositionType
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.staffing.cells import personnel_types_of, position_type_of
from hrdesk.thai.numbers import arabic_digits

_NUMBERING = re.compile(r"^[\d.()\[\]\s\-•*]+(?=[ก-๙])")
_CODE_AT_END = re.compile(r"\s*(?:[(\[][\d\s.\-]*[)\]]|[:=\-]*\s*(?:จำนวน|รวม)?\s*\d+\s*(?:อัตรา|คน|ตำแหน่ง|ราย))\s*$")
_LEAD = re.compile(r"^(?:ส่วนราชการ|สังกัด|หน่วยงาน)\s*[:\-]?\s*(?=สำนัก|กอง|ฝ่าย|งาน|ส่วน|หน่วย|กลุ่ม|ศูนย์|โรงเรียน)")
_BUREAU = re.compile(r"สำนัก|กอง(?!ทุน)|ส่วน(?!ราชการ|ใหญ่)|หน่วย(?:ตรวจสอบ|ศึกษา)")
_DIVISION = re.compile(r"ฝ่าย(?!บริหาร$|การเมือง|ประจำ$|นิติบัญญัติ)|กลุ่ม(?!งาน)|แผนก")
_SECTION = re.compile(r"งาน|กลุ่มงาน")
_SHORTEST = 5  # letters of a unit's name; งาน and ฝ่าย alone name none
_ESTABLISHMENT = re.compile(r"โรงเรียน|ศูนย์|สถานธนานุบาล|สถานี|โรงพยาบาล|สถานศึกษา")  # below a bureau or by itself
_TOTAL = re.compile(
    r"(?:รวม|ยอดรวม|ผลรวม|สรุป|ทั้งสิ้น|ทั้งหมด|total|sum)(?=$|[\s:=(\d]|ทั้ง|จำนวน|อัตรา|ตำแหน่ง|พนักงาน|ลูกจ้าง|ข้าราชการ|กอง|สำนัก)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:หมายเหตุ|\*|ข้อมูล\s*ณ|ณ\s*วันที่|ที่มา|แหล่งที่มา|คำชี้แจง|ข้อสังเกต|note|remark|source)", re.IGNORECASE
)
_SIGNED_FOR = re.compile(
    r"(?:ผู้จัดทำ|ผู้ตรวจ|ผู้รับรอง|ผู้รายงาน|ผู้อนุมัติ|ผู้เสนอ|ผู้บันทึก|ตรวจ(?:แล้ว)?ถูกต้อง|รับรอง(?:ว่า)?ถูกต้อง)"
)
_SIGNED_NAME = re.compile(r"\(\s*(?:นาย|นาง|น\.ส\.|ว่าที่|จ่า|พัน|ร้อย|ดร\.)[^()]*\)")


def is_total(text: str) -> bool:
    return _TOTAL.match(text) is not None


def is_note(text: str) -> bool:
    return _NOTE.match(text) is not None


def is_signature(text: str) -> bool:
    if "ลงชื่อ" in text or "....." in text or "……" in text or "_____" in text:
        return True
    return _SIGNED_FOR.match(text) is not None or _SIGNED_NAME.fullmatch(text) is not None


def _bare(text: str) -> str:
    """Without numbering in front, codes and counts behind; digits are Arabic."""
    plain = _NUMBERING.sub("", arabic_digits(text))
    while (shorter := _CODE_AT_END.sub("", plain)) != plain:
        plain = shorter
    return plain.strip(" :-")


def unit_name(text: str) -> str:
    """The unit that a heading names, without numbering, code or count; empty where it names none."""
    plain = _LEAD.sub("", _bare(text))
    return plain if len(plain) >= _SHORTEST and _rank(plain, alone=True) is not None else ""


def bureau_name(text: str) -> str:
    """The same for a bureau alone, as sheets are named after them."""
    name = unit_name(text)
    return name if name and _rank(name, alone=False) == 0 else ""


def _rank(name: str, *, alone: bool) -> int | None:
    if _SECTION.match(name):
        return 2
    if _DIVISION.match(name):
        return 1
    if _ESTABLISHMENT.match(name):
        return 0 if alone else 2
    return 0 if _BUREAU.match(name) else None


@dataclass
class Standing:
    """What the headings above say about the row we are at."""

    units: list[tuple[int, str]] = field(default_factory=list)  # rank and name, from the bureau down
    personnel_types: tuple[PersonnelType, ...] = ()
    position_type: PositionType | None = None
    _types_outside: bool | None = None  # whether the list is ordered by kind of staff first

    @property
    def path(self) -> tuple[str, ...] | None:
        return tuple(name for _, name in self.units) or None

    def take(self, text: str) -> bool:
        """Whether the row is such a heading; if so, what follows stands under it."""
        if name := unit_name(text):
            self._enter_unit(name)
            return True
        plain = _bare(text)
        kind = position_type_of(plain)
        if kind is not None and plain.startswith(("ประเภท", "ตำแหน่งประเภท", "สายงาน", "บริหาร", "อำนวยการ", "วิชาการ")):
            self.position_type = kind
            return True
        types = personnel_types_of(plain)
        if types and len(plain) <= 80:
            if self._types_outside is None:
                self._types_outside = not self.units
            if self._types_outside:
                self.units.clear()
            self.personnel_types, self.position_type = types, None
            return True
        return False

    def _enter_unit(self, name: str) -> None:
        if self._types_outside is None:
            self._types_outside = bool(self.personnel_types)
        rank = _rank(name, alone=not self.units)
        assert rank is not None
        self.units = [unit for unit in self.units if unit[0] < rank] + [(rank, name)]
        if rank == 0 and not self._types_outside:
            self.personnel_types = ()
        self.position_type = None
