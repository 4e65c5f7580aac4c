"""The columns of the register: which there are, and which are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.words import NOTHING, level_word, short_personnel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from hrdesk.domain.terms import Wording
    from hrdesk.services.values import StaffRow

STANDARD = ("number", "title", "level", "name", "personnel_type", "unit")
NAME = "name"


@dataclass(frozen=True)
class StaffColumn:
    """`key` is that of the field it shows, by which a pasted block is understood; empty `sort`: not sorted by."""

    key: str
    shown: Column[StaffRow]
    sort: str = ""
    detail: bool = False  # asks for rows with details
    pasted: bool = True


def staff_columns(wording: Callable[[], Wording | None]) -> dict[str, StaffColumn]:
    def kind(record: StaffRow) -> str:
        words = wording()
        return short_personnel(record.personnel_type, words) if words else ""

    listed = (
        StaffColumn("number", Column("เลขที่ตำแหน่ง", lambda r: r.number or NOTHING, "18-2-01-3102-001"), "number"),
        StaffColumn("title", Column("ตำแหน่ง", lambda r: r.position_title or NOTHING, "นักวิเคราะห์นโยบาย", stretch=True), "title"),
        StaffColumn("level", Column("ระดับ", lambda r: level_word(r.level), "ชำนาญการ ")),
        StaffColumn("name", Column("ชื่อ-สกุล", lambda r: "ว่าง" if r.is_vacant else r.name, "นางสาวปิ่นแก้ว ฟ้าใสสว่าง",
                                   tone=lambda r: "muted" if r.is_vacant else ""), "name"),
        StaffColumn("personnel_type", Column("ประเภท", kind, "จ้างตามภารกิจ (คุณวุฒิ)")),
        StaffColumn("unit", Column("สังกัด", lambda r: r.unit or NOTHING, "งานวิเคราะห์นโยบายและแผน"), "unit"),
        StaffColumn("line", Column("สายงาน", lambda r: r.line or NOTHING, "นักวิเคราะห์นโยบายและแผน")),
        StaffColumn("birth_date", Column("วันเกิด", _detail("birth_date"), "28 พ.ค. 2530 "), detail=True),
        StaffColumn("retires", Column("เกษียณ", _retires, "30 ก.ย. 2590 "), detail=True, pasted=False),
        StaffColumn("start_date", Column("วันเริ่มปฏิบัติงาน", _detail("start_date"), "28 พ.ค. 2560 "), detail=True),
        StaffColumn("education", Column("วุฒิการศึกษา", _detail("education"), "รัฐประศาสนศาสตรมหาบัณฑิต"), detail=True),
        StaffColumn("note", Column("หมายเหตุ", _detail("note"), "ช่วยราชการกองคลัง"), detail=True),
    )  # fmt: skip
    return {one.key: one for one in listed}


def _detail(name: str) -> Callable[[StaffRow], str]:
    def text(record: StaffRow) -> str:
        value = getattr(record.details, name, None)
        return value if isinstance(value, str) else _day(value)

    return text


def _retires(record: StaffRow) -> str:
    from hrdesk.domain.staff import retirement_date  # noqa: PLC0415 - only who shows this column

    born = record.details.birth_date if record.details else None
    return _day(retirement_date(born) if born else None)


def _day(day: date | None) -> str:
    from hrdesk.thai.dates import short_date  # noqa: PLC0415

    return short_date(day) if day else ""


def known_keys(keys: Sequence[str], columns: dict[str, StaffColumn]) -> tuple[str, ...]:
    """What this version knows of a remembered choice; the standard one where the name would be missing."""
    kept = tuple(dict.fromkeys(key for key in keys if key in columns))
    return kept if NAME in kept else STANDARD
