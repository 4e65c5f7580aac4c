"""Closing a class and opening it again: results are final, follow-ups fall due, the training history is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from hrdesk.domain.training import add_months, completion_problems
from hrdesk.domain.training_terms import ClassStatus, Result
from hrdesk.models.evaluation import FollowUp
from hrdesk.models.training import Participant
from hrdesk.services.area import InvalidRecord
from hrdesk.services.training.class_rows import read_participants, read_rules
from hrdesk.services.training.history_rows import drop_records, write_records

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.models.training import TrainingClass


def complete(session: Session, row: TrainingClass) -> None:
    """Raises InvalidRecord while a result is pending."""
    problems = completion_problems([one.result for one in read_participants(session, row.id)])
    if problems:
        raise InvalidRecord(problems)
    row.status, row.status_reason = ClassStatus.COMPLETED, ""
    session.flush()
    _plan_follow_ups(session, row)
    write_records(session, row)


def reopen(session: Session, row: TrainingClass) -> None:
    """Follow-ups not yet made and entries of the training history are taken back; follow-ups made stay."""
    drop_records(session, row.id)
    row.status = ClassStatus.RUNNING
    people = select(Participant.id).where(Participant.class_id == row.id)
    owed = delete(FollowUp).where(FollowUp.participant_id.in_(people), FollowUp.done_on.is_(None))
    session.execute(owed)


def _plan_follow_ups(session: Session, row: TrainingClass) -> None:
    """One of each who was there, some months after the last day; none when the office follows nobody up."""
    months = read_rules(session).follow_up_months
    if not months:
        return
    due = add_months(row.ends_on or row.starts_on or date.today(), months)  # noqa: DTZ011 - the officer's day
    there = set(
        session.scalars(
            select(FollowUp.participant_id)
            .join(Participant, FollowUp.participant_id == Participant.id)
            .where(Participant.class_id == row.id)
        )
    )
    blank = {"done_on": None, "supervisor": "", "supervisor_position": "", "level": None, "findings": "", "suggestions": ""}
    rows = [
        {"participant_id": one.id, "due_on": due, **blank}
        for one in read_participants(session, row.id)
        if one.result is not Result.ABSENT and one.id not in there
    ]
    if rows:
        session.execute(insert(FollowUp), rows)
