"""Classes, participants and marks to rows and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select

from hrdesk.domain.training import (
    ClassTest,
    Participant,
    Post,
    Presence,
    Rules,
    Trainer,
    TrainingClass,
)
from hrdesk.domain.training import (
    Session as HalfDaySession,
)
from hrdesk.domain.training_terms import ClassStatus, TestKind
from hrdesk.errors import UserError
from hrdesk.models import evaluation, training
from hrdesk.models.staff import Staff
from hrdesk.services.records import take
from hrdesk.services.register.staff_list import full_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Subquery
    from sqlalchemy.orm import Session

_SAME = (
    "number", "title", "status", "status_reason", "starts_on", "ends_on", "venue", "lecture", "other",
    "letter_number", "letter_date", "attendance_percent", "note",
)  # fmt: skip
_POST = ("position", "level", "personnel_type", "position_type", "unit", "bureau")
_RULES_ID = 1
_TEST_ORDER = tuple(TestKind)


def read_rules(session: Session) -> Rules:
    row = session.get(training.TrainingRules, _RULES_ID)
    return Rules(row.attendance_percent, row.pass_percent, row.follow_up_months) if row else Rules()


def write_rules(session: Session, rules: Rules) -> None:
    row = session.get(training.TrainingRules, _RULES_ID) or training.TrainingRules(id=_RULES_ID)
    row.attendance_percent, row.pass_percent = rules.attendance_percent, rules.pass_percent
    row.follow_up_months = rules.follow_up_months
    session.add(row)


def read_class(session: Session, row: training.TrainingClass) -> TrainingClass:
    tests = session.scalars(select(evaluation.ClassTest).where(evaluation.ClassTest.class_id == row.id))
    return TrainingClass(
        id=row.id,
        project=row.year_project_id,
        course=row.course_id,
        sessions=tuple(HalfDaySession(one.day, one.half) for one in row.sessions),
        trainers=tuple(Trainer(one.name, one.position, one.topic) for one in row.trainers),
        tests=tuple(sorted((ClassTest(t.kind, t.full, t.passing) for t in tests), key=lambda t: _TEST_ORDER.index(t.kind))),
        **{name: getattr(row, name) for name in _SAME},
    )


def write_class(session: Session, value: TrainingClass) -> int:
    """Insert (id 0) or update; returns the id."""
    row = take(session, training.TrainingClass, value.id) if value.id else training.TrainingClass()
    for name in _SAME:
        setattr(row, name, getattr(value, name))
    row.year_project_id, row.course_id = value.project, value.course
    session.add(row)
    session.flush()
    halves = [{"day": one.day, "half": one.half} for one in dict.fromkeys(value.sessions)]
    _replace(session, training.ClassSession, row.id, halves)
    trainers = [{"place": at, "name": t.name, "position": t.position, "topic": t.topic} for at, t in enumerate(value.trainers)]
    _replace(session, training.ClassTrainer, row.id, trainers)
    tests = [{"kind": t.kind, "full": t.full, "passing": t.passing} for t in value.tests]
    _replace(session, evaluation.ClassTest, row.id, tests)
    return row.id


def _replace(session: Session, table: type[Any], class_id: int, rows: list[dict[str, Any]]) -> None:
    session.execute(delete(table).where(table.class_id == class_id))
    if rows:
        session.execute(insert(table), [{"class_id": class_id, **row} for row in rows])


def open_class(session: Session, class_id: int) -> training.TrainingClass:
    """The class, to be changed. UserError when it is completed."""
    row = take(session, training.TrainingClass, class_id)
    if row.status is ClassStatus.COMPLETED:
        raise UserError(
            f"รุ่นที่ {row.number} ปิดแล้ว จึงแก้ไขไม่ได้ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณากด “เปิดรุ่นอีกครั้ง” ก่อนแก้ไข"
        )
    return row


def read_participants(session: Session, class_id: int) -> tuple[Participant, ...]:
    """In the order in which the office prints people: by bureau and unit as they joined, then as they were added."""
    table = training.Participant
    rows = session.execute(
        select(table, Staff.title, Staff.first_name, Staff.last_name)
        .join(Staff, table.staff_id == Staff.id)
        .where(table.class_id == class_id)
        .order_by(table.id)
    )
    return tuple(
        Participant(
            id=row.id,
            class_id=row.class_id,
            staff=row.staff_id,
            name=full_name(name),
            post=Post(**{one: getattr(row, one) for one in _POST}),
            result=row.result,
            order_number=row.order_number,
            order_date=row.order_date,
            certificate_number=row.certificate_number,
            note=row.note,
        )
        for row, *name in rows
    )


def post_columns(post: Post) -> dict[str, Any]:
    return {name: getattr(post, name) for name in _POST}


def marks_by_participant() -> Subquery:
    """Marks and attended half-days of every participant: one pass over the key, in its order.

    Anything else is joined to it afterwards, so that a million rows are counted before they meet other tables.
    """
    table = training.Attendance
    return (
        select(
            table.participant_id,
            func.count().label("marked"),
            func.count().filter(table.present).label("attended"),
        )
        .group_by(table.participant_id)
        .subquery()
    )


def presence_of_class(session: Session, class_id: int) -> dict[int, Presence]:
    """By participant; all of the class are in it."""
    sessions = session.scalar(
        select(func.count()).select_from(training.ClassSession).where(training.ClassSession.class_id == class_id)
    )
    table, mark = training.Participant, training.Attendance
    rows = session.execute(
        select(table.id, func.count(mark.day), func.count(mark.day).filter(mark.present))
        .outerjoin(mark, mark.participant_id == table.id)
        .where(table.class_id == class_id)
        .group_by(table.id)
    )
    return {row_id: Presence(sessions or 0, marked, attended) for row_id, marked, attended in rows}


def scores_of_class(session: Session, class_id: int) -> dict[tuple[int, TestKind], int]:
    table = evaluation.TestScore
    rows = session.execute(
        select(table.participant_id, table.kind, table.score)
        .join(training.Participant, table.participant_id == training.Participant.id)
        .where(training.Participant.class_id == class_id)
    )
    return {(participant, kind): score for participant, kind, score in rows}


def add_people(session: Session, class_id: int, people: Iterable[tuple[int, Post]]) -> list[int]:
    """Those who are not yet in the class; returns the participants' ids."""
    there = set(session.scalars(select(training.Participant.staff_id).where(training.Participant.class_id == class_id)))
    blank = {"result": "pending", "order_number": "", "order_date": None, "certificate_number": "", "note": ""}
    rows = [
        {"class_id": class_id, "staff_id": staff, **post_columns(post), **blank}
        for staff, post in dict(people).items()
        if staff not in there
    ]
    if not rows:
        return []
    return list(session.scalars(insert(training.Participant).returning(training.Participant.id), rows))
