"""What comes after a class: follow-ups by supervisors, interviews, and results from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hrdesk.domain.evaluation import FollowUp, Interview, OutsideResult
from hrdesk.domain.training import may_be_evaluated
from hrdesk.errors import Problem, UserError
from hrdesk.models import evaluation as tables
from hrdesk.models.staff import Staff
from hrdesk.models.training import Participant, TrainingClass
from hrdesk.models.year_project import YearProject
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.deleted import Deleted, bring_back, take_out
from hrdesk.services.records import cleaned, take
from hrdesk.services.register.staff_list import full_name
from hrdesk.services.training.class_rows import presence_of_class
from hrdesk.services.training.values import DueFollowUp

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database

_FOLLOW_UP = ("due_on", "done_on", "supervisor", "supervisor_position", "level", "findings", "suggestions")
_INTERVIEW = ("class_id", "day", "interviewer", "findings")
_OUTSIDE = ("class_id", "organization", "letter_number", "requested_on", "received_on", "result")


class FollowUpService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self, until: date | None = None, *, class_id: int | None = None, done: bool = False) -> tuple[DueFollowUp, ...]:
        """Follow-ups owed, the longest first; with `done` those made as well. `until` None: whenever due."""
        with self._database.read() as session:
            return due_follow_ups(session, until, class_id, done=done)

    def load(self, follow_up_id: int) -> FollowUp:
        with self._database.read() as session:
            row = take(session, tables.FollowUp, follow_up_id)
            return FollowUp(row.id, row.participant_id, **_columns(row, _FOLLOW_UP))

    def save(self, value: FollowUp) -> tuple[int, Area]:
        """Insert (id 0) or update. UserError for someone who was not there."""
        value = cleaned(value)
        if value.done_on and not value.findings:
            text = "กรุณากรอกผลการติดตามก่อนบันทึกว่าติดตามแล้ว"
            raise InvalidRecord((Problem("follow_up.findings", text, code="follow-up-findings", place="ติดตามผล"),))
        with self._database.begin() as session:
            _demand_there(session, value.participant)
            row = take(session, tables.FollowUp, value.id) if value.id else tables.FollowUp()
            row.participant_id = value.participant
            return _write(session, row, value, _FOLLOW_UP), Area.TRAINING

    def interviews(self, class_id: int) -> tuple[Interview, ...]:
        table = tables.Interview
        with self._database.read() as session:
            rows = session.scalars(select(table).where(table.class_id == class_id).order_by(table.day, table.id))
            return tuple(Interview(row.id, participant=row.participant_id, **_columns(row, _INTERVIEW)) for row in rows)

    def save_interview(self, value: Interview) -> tuple[int, Area]:
        """UserError for a participant who was not there; others concerned (None) may always be asked."""
        value = cleaned(value)
        with self._database.begin() as session:
            if value.participant is not None:
                _demand_there(session, value.participant)
            row = take(session, tables.Interview, value.id) if value.id else tables.Interview()
            row.participant_id = value.participant
            return _write(session, row, value, _INTERVIEW), Area.TRAINING

    def outside_results(self, class_id: int) -> tuple[OutsideResult, ...]:
        table = tables.OutsideResult
        with self._database.read() as session:
            rows = session.scalars(select(table).where(table.class_id == class_id).order_by(table.requested_on, table.id))
            return tuple(OutsideResult(row.id, **_columns(row, _OUTSIDE)) for row in rows)

    def save_outside_result(self, value: OutsideResult) -> tuple[int, Area]:
        value = cleaned(value)
        with self._database.begin() as session:
            row = take(session, tables.OutsideResult, value.id) if value.id else tables.OutsideResult()
            return _write(session, row, value, _OUTSIDE), Area.TRAINING

    def delete(self, kind: type[FollowUp | Interview | OutsideResult], row_id: int) -> tuple[Deleted, Area]:
        table = _TABLES[kind]
        with self._database.begin() as session:
            take(session, table, row_id)
            return take_out(session, table, [row_id], _NAMES[kind]), Area.TRAINING

    def put_back(self, removed: Deleted) -> Area:
        with self._database.begin() as session:
            bring_back(session, removed)
        return Area.TRAINING


_TABLES: dict[type[Any], type[Any]] = {
    FollowUp: tables.FollowUp,
    Interview: tables.Interview,
    OutsideResult: tables.OutsideResult,
}
_NAMES: dict[type[Any], str] = {FollowUp: "การติดตามผล", Interview: "การสัมภาษณ์", OutsideResult: "ผลจากหน่วยงานภายนอก"}


def due_follow_ups(
    session: Session, until: date | None = None, class_id: int | None = None, *, done: bool = False
) -> tuple[DueFollowUp, ...]:
    table = tables.FollowUp
    chosen = (
        select(
            table.id, table.due_on, table.done_on, Participant.id, Participant.staff_id, Participant.position,
            Participant.unit, YearProject.year, YearProject.title, TrainingClass.number, TrainingClass.id, Staff.title, Staff.first_name, Staff.last_name,
        )
        .join(Participant, table.participant_id == Participant.id)
        .join(TrainingClass, Participant.class_id == TrainingClass.id)
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .join(Staff, Participant.staff_id == Staff.id)
        .order_by(table.due_on, table.id)
    )  # fmt: skip
    if not done:
        chosen = chosen.where(table.done_on.is_(None))
    if until is not None:
        chosen = chosen.where(table.due_on <= until)
    if class_id is not None:
        chosen = chosen.where(TrainingClass.id == class_id)
    return tuple(
        DueFollowUp(row_id, person, staff, full_name(name), position, unit, year, title, number, in_class, due, made)
        for row_id, due, made, person, staff, position, unit, year, title, number, in_class, *name in session.execute(chosen)
    )


def _columns(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _write(session: Session, row: Any, value: Any, names: tuple[str, ...]) -> int:
    for name in names:
        setattr(row, name, getattr(value, name))
    session.add(row)
    session.flush()
    return int(row.id)


def _demand_there(session: Session, participant_id: int) -> None:
    person = take(session, Participant, participant_id)
    if not may_be_evaluated(person.result, presence_of_class(session, person.class_id)[person.id]):
        raise UserError("ผู้นี้ไม่ได้เข้าอบรม จึงประเมินหรือติดตามผลไม่ได้ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาตรวจสอบการเข้าอบรมก่อน")
