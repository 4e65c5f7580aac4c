"""Values of the domain as the screens say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.terms import Level, PersonnelType, term

if TYPE_CHECKING:
    from hrdesk.domain.terms import Wording

NOTHING = "–"
_SHORT = {
    PersonnelType.MISSION_QUALIFIED: "จ้างตามภารกิจ (คุณวุฒิ)",
    PersonnelType.MISSION_SKILLED: "จ้างตามภารกิจ (ทักษะ)",
    PersonnelType.GENERAL_CONTRACT: "จ้างทั่วไป",
    PersonnelType.TEACHER: "ครู/บุคลากรทางการศึกษา",
}


def personnel_word(kind: PersonnelType, wording: Wording) -> str:
    """The type as the kind of office calls it: พนักงานเทศบาล, พนักงานส่วนตำบล …"""
    return wording.staff if kind is PersonnelType.REGULAR else term(kind)


def short_personnel(kind: PersonnelType, wording: Wording) -> str:
    """The same, short enough for a column of a table."""
    return _SHORT.get(kind) or personnel_word(kind, wording)


def level_word(level: Level) -> str:
    return NOTHING if level is Level.NONE else term(level)


def baht(satang: int) -> str:
    """400,000, or a dash for nothing."""
    from hrdesk.thai.numbers import format_baht  # noqa: PLC0415 - the first page, shown first, says no amounts by it

    return format_baht(satang) if satang else NOTHING
