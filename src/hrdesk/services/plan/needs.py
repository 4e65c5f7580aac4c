"""Surveyed training needs of a fiscal year: entered, pasted, ranked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from hrdesk.domain.plan_terms import NeedSource
from hrdesk.domain.survey import NeedsSurvey, SurveyCount, SurveyedNeed
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models import needs as tables
from hrdesk.models.curriculum import Course
from hrdesk.models.organization import OrgUnit
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.deleted import Deleted, bring_back, take_out
from hrdesk.services.sheets.copied_cells import cells_of
from hrdesk.thai.numbers import arabic_digits
from hrdesk.thai.text import clean, search_key

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database

_SURVEY = ("opened_on", "closed_on", "sent", "returned", "summary")
MOST_PEOPLE = 999_999  # who ask for one topic: more was mistyped
_NO_TOPIC = Problem("need.topic", "ยังไม่ได้กรอกหัวข้อที่ต้องการพัฒนา")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted block would add; nothing is stored yet. `refused` are lines with the reason why not."""

    needs: tuple[SurveyedNeed, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedsService:
    database: Database

    def survey(self, year: int) -> NeedsSurvey:
        """Empty while nothing was recorded of that fiscal year."""
        with self.database.read() as session:
            row = session.get(tables.NeedsSurvey, year)
            if row is None:
                return NeedsSurvey(year)
            count = tables.SurveyCount
            rows = session.scalars(select(count).where(count.year == year).order_by(count.place))
            counts = tuple(SurveyCount(one.unit_id, one.personnel_type, one.sent, one.returned) for one in rows)
            return NeedsSurvey(year, **{name: getattr(row, name) for name in _SURVEY}, counts=counts)

    def save_survey(self, survey: NeedsSurvey) -> Area:
        """InvalidRecord when more forms came back than went out, or it ended before it began."""
        kept = tuple(one for one in survey.counts if one.sent or one.returned)
        if kept:
            sent, returned = sum(one.sent for one in kept), sum(one.returned for one in kept)
            survey = replace(survey, sent=sent, returned=returned, counts=kept)
        _demand_sound(survey)
        count = tables.SurveyCount
        with self.database.begin() as session:
            row = session.get(tables.NeedsSurvey, survey.year) or tables.NeedsSurvey(year=survey.year)
            for name in _SURVEY:
                setattr(row, name, getattr(survey, name))
            session.add(row)
            session.flush()
            session.execute(delete(count).where(count.year == survey.year))
            session.add_all(
                count(
                    year=survey.year, place=place, unit_id=one.unit, personnel_type=one.personnel_type,
                    sent=one.sent, returned=one.returned,
                )
                for place, one in enumerate(kept)
            )  # fmt: skip
        return Area.NEEDS

    def needs(self, year: int) -> tuple[SurveyedNeed, ...]:
        """In the order in which they were entered."""
        row = tables.TrainingNeed
        with self.database.read() as session:
            rows = session.scalars(select(row).where(row.year == year).order_by(row.place, row.id))
            return tuple(_need(one) for one in rows)

    def years(self) -> tuple[int, ...]:
        """Fiscal years of which needs are recorded, newest first."""
        with self.database.read() as session:
            found = session.scalars(select(tables.TrainingNeed.year).distinct())
            return tuple(sorted(found, reverse=True))

    def save(self, need: SurveyedNeed) -> tuple[int, Area]:
        if not clean(need.topic):
            raise InvalidRecord((_NO_TOPIC,))
        with self.database.begin() as session:
            return _store(session, need), Area.NEEDS

    def add_all(self, needs: Iterable[SurveyedNeed]) -> Area:
        """In one transaction, as new ones."""
        with self.database.begin() as session:
            for need in needs:
                _store(session, replace(need, id=0))
        return Area.NEEDS

    def replace_gaps(self, year: int, needs: Iterable[SurveyedNeed]) -> Area:
        """Put today's competency gaps in the place of those taken over before; what was surveyed stays."""
        row = tables.TrainingNeed
        with self.database.begin() as session:
            session.execute(delete(row).where(row.year == year, row.source == NeedSource.GAP))
            for need in needs:
                _store(session, replace(need, id=0, year=year, source=NeedSource.GAP))
        return Area.NEEDS

    def delete(self, need_ids: Sequence[int], topic: str) -> tuple[Deleted, Area]:
        """What units asked for of one topic."""
        with self.database.begin() as session:
            return take_out(session, tables.TrainingNeed, need_ids, topic), Area.NEEDS

    def put_back(self, deleted: Deleted) -> Area:
        """UserError when the course or a unit is gone by now."""
        with self.database.begin() as session:
            bring_back(session, deleted)
        return Area.NEEDS

    def revise(self, needs: Iterable[SurveyedNeed]) -> Area:
        """Change recorded ones in one transaction; one that nobody asks for any more is deleted."""
        changed = tuple(needs)
        if not all(clean(need.topic) for need in changed):
            raise InvalidRecord((_NO_TOPIC,))
        with self.database.begin() as session:
            courses = _courses(session)
            for need in changed:
                row = session.get(tables.TrainingNeed, need.id)
                if row is None:
                    continue  # deleted in the meantime
                if not need.people:
                    session.delete(row)
                    continue
                same = clean(need.topic) == row.topic
                _store(session, need if same else replace(need, course=courses.get(search_key(need.topic))))
        return Area.NEEDS

    def read_pasted(self, year: int, text: str) -> Pasted:
        """Lines of topic, people and, if given, unit, as copied from a sheet; units and courses are known by name."""
        return self._understood(year, cells_of(text))

    def read_file(self, year: int, path: Path) -> Pasted:
        """The same columns from the first sheet of an Excel or text file. UserError when it cannot be read."""
        from hrdesk.services.sheets.reader import read_sheets  # noqa: PLC0415 - only who imports needs it

        sheet = min(read_sheets(path), key=lambda one: one.hidden)
        return self._understood(year, [[_cell_text(cell) for cell in line] for line in sheet.rows])

    def _understood(self, year: int, lines: Iterable[list[str]]) -> Pasted:
        """A first line of headings is passed over."""
        with self.database.read() as session:
            units = {search_key(name): key for key, name in session.execute(select(OrgUnit.id, OrgUnit.name))}
            courses = _courses(session)
        found: list[SurveyedNeed] = []
        refused: list[str] = []
        for line in lines:
            topic, people, unit = ([clean(cell).replace("\n", " ") for cell in line] + ["", "", ""])[:3]
            count = arabic_digits(people).replace(",", "").removesuffix("คน").strip()
            unit_id = units.get(search_key(unit)) if unit else None
            heading = people.startswith("จำนวน") and not found and not refused
            if heading or not (topic or people or unit):
                continue
            said = " ".join(filter(None, (topic, people, unit)))
            if not topic or not count.isdecimal() or int(count) > MOST_PEOPLE:
                refused.append(f"{said}: ต้องมีหัวข้อในคอลัมน์แรก และจำนวนคนในคอลัมน์ที่สอง")
            elif unit and unit_id is None:
                refused.append(f"{said}: ไม่พบส่วนราชการ “{unit}”")
            else:
                found.append(SurveyedNeed(0, year, topic, int(count), courses.get(search_key(topic)), unit_id))
        return Pasted(tuple(found), tuple(refused))


def _courses(session: Session) -> dict[str, int]:
    return {search_key(title): key for key, title in session.execute(select(Course.id, Course.title))}


def _cell_text(cell: object) -> str:
    """12.0 of a sheet is 12."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _store(session: Session, need: SurveyedNeed) -> int:
    row = session.get(tables.TrainingNeed, need.id) if need.id else None
    if row is None:
        last = session.scalar(select(func.max(tables.TrainingNeed.place)).where(tables.TrainingNeed.year == need.year))
        row = tables.TrainingNeed(place=0 if last is None else last + 1)
    row.year, row.topic, row.people = need.year, clean(need.topic), need.people
    row.course_id, row.unit_id, row.source, row.note = need.course, need.unit, need.source, clean(need.note)
    session.add(row)
    session.flush()
    return row.id


def _need(row: tables.TrainingNeed) -> SurveyedNeed:
    return SurveyedNeed(row.id, row.year, row.topic, row.people, row.course_id, row.unit_id, row.source, row.note)


def _demand_sound(survey: NeedsSurvey) -> None:
    problems = []
    if survey.returned > survey.sent and not survey.counts:  # else told row by row
        text = f"ได้แบบสำรวจคืน {survey.returned} ชุด มากกว่าที่ส่งไป {survey.sent} ชุด"
        problems.append(Problem("survey.returned", text))
    for number, one in enumerate(survey.counts, start=1):
        if one.returned > one.sent:
            text = f"แถวที่ {number} ได้แบบสำรวจคืน {one.returned} ชุด มากกว่าที่ส่งไป {one.sent} ชุด"
            problems.append(Problem("survey.counts", text))
    if survey.opened_on and survey.closed_on and survey.closed_on < survey.opened_on:
        problems.append(Problem("survey.closed_on", "วันสิ้นสุดการสำรวจอยู่ก่อนวันเริ่ม"))
    if problems:
        raise InvalidRecord(tuple(problems))
