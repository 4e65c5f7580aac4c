"""The assessment of an office or unit as an Excel sheet: out with today's figures, back in with a review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hrdesk.domain.competency import HELD, HIGHEST, OWN, Key
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.sheets.plain_sheet import PlainSheet, write_plain
from hrdesk.services.sheets.reader import read_sheets
from hrdesk.services.sheets.sheet import cell_name
from hrdesk.services.skills.assessing import Entry
from hrdesk.thai.numbers import arabic_digits

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.domain.competency import Standing
    from hrdesk.domain.needs import Profile
    from hrdesk.domain.skill_terms import Rater
    from hrdesk.services.sheets.sheet import Cell, Sheet
    from hrdesk.services.skills.overview import Overview

ID, NAME, POSITION = "รหัสบุคลากร", "ชื่อ-สกุล", "ตำแหน่ง"
NOT_ASKED = "-"
_WORDS = {"ผ่าน": 1, "ไม่ผ่าน": 0, "✓": 1, "/": 1, "x": 0, "✗": 0}
_HEAD_SEARCH = 10  # rows in which the headings may stand


@dataclass(frozen=True, slots=True)
class Change:
    """What a sheet would change: one judgement of one person."""

    staff_id: int
    name: str
    code: str
    what: str
    before: int | None
    after: int | None

    def entry(self, framework: str) -> Entry:
        return Entry(self.staff_id, framework, self.code, self.after)


@dataclass(frozen=True, slots=True)
class Wrong:
    cell: str
    reason: str


@dataclass(frozen=True, slots=True)
class SheetReview:
    """Nothing is stored yet. `same` cells say what is recorded already."""

    changes: tuple[tuple[str, Change], ...]  # framework, change
    same: int
    wrong: tuple[Wrong, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(change.entry(framework) for framework, change in self.changes)


def write_assessment(overview: Overview, rater: Rater | None, target: Path) -> int:
    """One row for each person, a column for all that is asked of anybody; `-` where it is not asked. Returns the people.

    They come with their names above the codes, which are what is read back.
    """
    columns = _columns(overview)
    names = ["", "", "", *(name for _key, name in columns)]
    codes = [ID, NAME, POSITION, *(key[1] for key, _name in columns)]
    rows: list[list[str | int]] = []
    for profile in overview.profiles:
        by_key = {standing.requirement.key: standing for standing in profile.standings}
        cells = [_cell(by_key.get(key), rater) for key, _name in columns]
        rows.append([profile.person.id, profile.person.name, profile.person.position, *cells])
    write_plain([PlainSheet("ประเมิน", [names, codes, *rows], 2)], target)
    return len(rows)


def _columns(overview: Overview) -> list[tuple[Key, str]]:
    return [(key, part.name) for key, part in overview.asked()]


def _cell(standing: Standing | None, rater: Rater | None) -> str | int:
    if standing is None:
        return NOT_ASKED
    level = standing.level if rater is None else standing.levels.of(rater)
    return "" if level is None else level


def review_assessment(overview: Overview, rater: Rater, source: Path) -> SheetReview:
    """UserError when no sheet has the headings; a cell that cannot be read is told, and the others stand.

    A person may stand on several rows; where they disagree the first counts and the others are told.
    """
    sheet, top = _table(read_sheets(source))
    heads = [str(cell).strip() for cell in sheet.rows[top]]
    people = {profile.person.id: profile for profile in overview.profiles}
    keys = {key[1]: key for key, _name in _columns(overview)}
    found: dict[tuple[int, Key], Change] = {}
    wrong: list[Wrong] = []
    for number, line in enumerate(sheet.rows[top + 1 :], top + 1):
        profile = _person(line[heads.index(ID)], people)
        if profile is None:
            if any(str(cell).strip() for cell in line):
                wrong.append(Wrong(cell_name(number, heads.index(ID)), "ไม่พบรหัสบุคลากรนี้ในสังกัดที่เลือก"))
            continue
        for place, (code, given) in enumerate(zip(heads, line, strict=True)):
            key = keys.get(code)
            if key is None or not str(given).strip() or str(given).strip() == NOT_ASKED:
                continue
            try:
                change = _judged(profile, key, given, rater)
                if found.setdefault((change.staff_id, key), change) != change:
                    raise ValueError(f"อีกแถวหนึ่งของ{change.name}ให้ผล {code} ไว้ต่างกัน กรุณาให้เหลือแถวเดียว")  # noqa: TRY301
            except ValueError as error:
                wrong.append(Wrong(cell_name(number, place), str(error)))
    changes = tuple((key[0], change) for (_, key), change in found.items() if change.after != change.before)
    return SheetReview(changes, len(found) - len(changes), tuple(wrong))


def _judged(profile: Profile, key: Key, given: Cell, rater: Rater) -> Change:
    """ValueError, in Thai, for what the cell may not say."""
    standing = profile.at(key)
    if standing is None:
        raise ValueError(f"{key[1]} ไม่อยู่ในชุดทักษะของ{profile.person.name}")
    level = _level(given, HIGHEST if key[0] == OWN else HELD)
    name = standing.requirement.name
    return Change(profile.person.id, profile.person.name, key[1], name, standing.levels.of(rater), level)


def _table(sheets: Sequence[Sheet]) -> tuple[Sheet, int]:
    for sheet in sheets:
        for number, line in enumerate(sheet.rows[:_HEAD_SEARCH]):
            if ID in {str(cell).strip() for cell in line}:
                return sheet, number
    raise UserError(
        f"ไม่พบหัวคอลัมน์ “{ID}” ในแฟ้มนี้ ยังไม่ได้นำเข้าข้อมูลใด กรุณาใช้แบบที่ส่งออกจากหน้านี้ และไม่ลบแถวหัวตาราง"
    )


def _person(given: Cell, people: dict[int, Profile]) -> Profile | None:
    text = arabic_digits(str(given)).strip().removesuffix(".0")
    return people.get(int(text)) if text.isdecimal() else None


def _level(given: Cell, highest: int) -> int:
    text = arabic_digits(str(given)).strip().lower().removesuffix(".0")
    if text in _WORDS and (highest == HELD or text.isdecimal()):
        return _WORDS[text]
    if isinstance(given, bool):
        return int(given)
    if not text.isdecimal() or not 0 <= int(text) <= highest:
        raise ValueError(f"“{given}” ใช้ไม่ได้ ต้องเป็น 0 ถึง {highest}")
    return int(text)


def wrong_text(wrong: Iterable[Wrong]) -> str:
    return "\n".join(f"{each.cell}: {each.reason}" for each in wrong)
