"""Attendance: half-days of participants, written in blocks."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from hrdesk.domain.training import Session as HalfDaySession
from hrdesk.domain.training_terms import HalfDay
from hrdesk.errors import UserError
from hrdesk.models.bulk import CHUNK, insert_tuples
from hrdesk.models.tables import METADATA
from hrdesk.models.training import Attendance, ClassSession, Participant
from hrdesk.services.area import Area
from hrdesk.services.training.class_rows import open_class, read_participants
from hrdesk.services.training.outcome import following_results
from hrdesk.services.training.values import AttendanceSheet, Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database

_COLUMNS = ("participant_id", "day", "half", "present")
_HALVES = {half: half.value for half in HalfDay}  # looked up: the enum's own way takes five times as long


class AttendanceService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def sheet(self, class_id: int) -> AttendanceSheet:
        with self._database.read() as session:
            return read_sheet(session, class_id)

    def mark(self, class_id: int, marks: Mapping[Cell, bool | None]) -> Area:
        """Write many cells at once, None to clear; results that follow the rules follow.

        UserError when the class is completed, or a cell is not one of its grid.
        """
        with self._database.begin() as session:
            row = open_class(session, class_id)
            _demand_cells(session, class_id, marks)
            with following_results(session, row):
                write_marks(session, marks.items(), _marked(session, class_id))
        return Area.TRAINING


def read_sheet(session: Session, class_id: int) -> AttendanceSheet:
    halves = session.execute(
        select(ClassSession.day, ClassSession.half)
        .where(ClassSession.class_id == class_id)
        .order_by(ClassSession.day, ClassSession.half)
    )
    sessions = tuple(HalfDaySession(day, half) for day, half in halves)
    marks = session.execute(
        select(Attendance.participant_id, Attendance.day, Attendance.half, Attendance.present)
        .join(Participant, Attendance.participant_id == Participant.id)
        .where(Participant.class_id == class_id)
    )
    found = {(person, day, half): present for person, day, half, present in marks}
    return AttendanceSheet(class_id, sessions, read_participants(session, class_id), found)


class _Iso(dict[date, str]):
    """A day's text, worked out once: there are few days and many marks."""

    def __missing__(self, day: date) -> str:
        text = self[day] = day.isoformat()
        return text


def write_marks(session: Session, marks: Iterable[tuple[Cell, bool | None]], there: AbstractSet[Cell] = frozenset()) -> None:
    """The new in place of the old, those of `there`. In blocks: a million rows need no more memory than one."""
    waiting, days = iter(marks), _Iso()
    while block := list(islice(waiting, CHUNK)):
        if there:
            _clear(session, [cell for cell, _present in block if cell in there])
        rows = [(person, days[day], _HALVES[half], present) for (person, day, half), present in block if present is not None]
        insert_tuples(session, METADATA.tables[Attendance.__tablename__], _COLUMNS, rows)


def _marked(session: Session, class_id: int) -> set[Cell]:
    """The cells of a class that bear a mark."""
    table = Attendance
    rows = select(table.participant_id, table.day, table.half).join(Participant, table.participant_id == Participant.id)
    return {(person, day, half) for person, day, half in session.execute(rows.where(Participant.class_id == class_id))}


def _clear(session: Session, cells: Sequence[Cell]) -> None:
    if cells:
        marks = METADATA.tables[Attendance.__tablename__]
        same = marks.c.participant_id == bindparam("person"), marks.c.day == bindparam("on"), marks.c.half == bindparam("part")
        session.execute(delete(marks).where(*same), [{"person": person, "on": day, "part": half} for person, day, half in cells])


def _demand_cells(session: Session, class_id: int, marks: Mapping[Cell, bool | None]) -> None:
    people = set(session.scalars(select(Participant.id).where(Participant.class_id == class_id)))
    halves = {
        tuple(one)
        for one in session.execute(
            select(ClassSession.day, ClassSession.half).where(ClassSession.class_id == class_id)
        )
    }
    if any(person not in people or (day, half) not in halves for person, day, half in marks):
        raise UserError(
            "บันทึกการเข้าอบรมไม่ได้ เพราะรายชื่อหรือวันอบรมของรุ่นนี้เปลี่ยนไปแล้ว ข้อมูลเดิมยังอยู่ครบ"
            " กรุณาเปิดรุ่นใหม่แล้วบันทึกอีกครั้ง"
        )
