"""What a completed class adds to its people's training history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from hrdesk.domain.office import Organizer
from hrdesk.domain.terms import MethodKind
from hrdesk.domain.training_terms import ProposalPart, Result, TestKind
from hrdesk.domain.year_project import spoken_organizers
from hrdesk.models.curriculum import Course, FundSource, Method
from hrdesk.models.history import TrainingRecord
from hrdesk.models.training import Participant
from hrdesk.models.year_project import YearProject
from hrdesk.services.register.reading import read_all, read_organization
from hrdesk.services.training.class_rows import read_participants, scores_of_class

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.training import Participant as Person
    from hrdesk.models.training import TrainingClass

HALF_DAY = 50  # hundredths of a day
COUNTRY = "ไทย"


def write_records(session: Session, row: TrainingClass) -> None:
    """One record of each who was there, in place of what an earlier completion wrote."""
    drop_records(session, row.id)
    shared = _of_class(session, row)
    scores = scores_of_class(session, row.id)
    records = [
        {**shared, **_of_person(one), "score": scores.get((one.id, TestKind.POST))}
        for one in read_participants(session, row.id)
        if one.result is not Result.ABSENT
    ]
    if records:
        session.execute(insert(TrainingRecord), records)


def drop_records(session: Session, class_id: int) -> None:
    people = select(Participant.id).where(Participant.class_id == class_id)
    session.execute(delete(TrainingRecord).where(TrainingRecord.participant_id.in_(people)))


def _of_class(session: Session, row: TrainingClass) -> dict[str, Any]:
    project = session.get_one(YearProject, row.year_project_id)
    method = session.get(Method, project.methods[0].ref) if project.methods else None
    office = read_organization(session).full_name
    funds = [session.get(FundSource, fund.fund_id) for fund in project.funds if fund.fund_id]
    course = session.get(Course, row.course_id) if row.course_id else None
    hours = row.lecture + row.other
    return {
        "kind": method.kind if method else MethodKind.TRAINING,
        "course": course.title if course else row.title or project.title,
        "project": project.title,
        "class_number": str(row.number),
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "organizer": spoken_organizers(read_all(session, Organizer), [part.ref for part in project.organizers], office),
        "venue": row.venue,
        "country": COUNTRY,
        "fund": ", ".join(fund.name for fund in funds if fund),
        "days": len(row.sessions) * HALF_DAY or None,
        "hours": hours or None,
        "degree": "",
        "objective": next((text.text for text in project.texts if text.part is ProposalPart.OBJECTIVES), ""),
        "letter_number": row.letter_number,
        "letter_date": row.letter_date,
    }


def _of_person(one: Person) -> dict[str, Any]:
    return {
        "staff_id": one.staff,
        "participant_id": one.id,
        "result": one.result,
        "order_number": one.order_number,
        "order_date": one.order_date,
        "certificate_number": one.certificate_number,
        "position": one.post.position,
        "unit": one.post.unit,
        "note": one.note,
    }
