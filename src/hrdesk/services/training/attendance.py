"""Attendance: half-days of participants, written in blocks."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, column, delete, insert, select, table

from hrdesk.domain.training import Session as HalfDaySession
from hrdesk.errors import UserError
from hrdesk.models.tables import METADATA
from hrdesk.models.training import Attendance, ClassSession, Participant
from hrdesk.services.area import Area
from hrdesk.services.training.class_rows import open_class, read_participants
from hrdesk.services.training.outcome import following_results
from hrdesk.services.training.values import AttendanceSheet, Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database

CHUNK = 10_000  # rows handed to the driver at once: more costs memory, fewer costs time
IDS = 500  # in one condition
# Without types, whose checks of every value took a third of the time at a million rows.
_PLAIN = table("attendance", column("participant_id"), column("day"), column("half"), column("present"))


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
                write_marks(session, marks.items())
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


def write_marks(session: Session, marks: Iterable[tuple[Cell, bool | None]]) -> None:
    """The new in place of the old, in blocks: a million rows need no more memory than one block."""
    waiting = iter(marks)
    while block := dict(islice(waiting, CHUNK)):
        _clear(session, block)
        new = [
            {"participant_id": person, "day": day.isoformat(), "half": half.value, "present": present}
            for (person, day, half), present in block.items()
            if present is not None
        ]
        if new:
            session.execute(insert(_PLAIN), new)


def _clear(session: Session, cells: Iterable[Cell]) -> None:
    """Only what is there is deleted: mostly nothing, and a look at the key's tree is cheap."""
    marks = METADATA.tables[Attendance.__tablename__]
    wanted = set(cells)
    people = sorted({person for person, _day, _half in wanted})
    there: list[Cell] = []
    for start in range(0, len(people), IDS):
        rows = select(marks.c.participant_id, marks.c.day, marks.c.half).where(
            marks.c.participant_id.in_(people[start : start + IDS])
        )
        there += [cell for person, day, half in session.execute(rows) if (cell := (person, day, half)) in wanted]
    if there:
        old = delete(marks).where(
            marks.c.participant_id == bindparam("person"), marks.c.day == bindparam("on"), marks.c.half == bindparam("part")
        )
        session.execute(old, [{"person": person, "on": day, "part": half} for person, day, half in there])


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
