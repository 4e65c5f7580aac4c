"""The number and date that a printed paper bears: those it was issued with, from here or by a step of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.plan_terms import DocumentKind, PlanStatus
from hrdesk.domain.subject import Choice, Subject, place_of
from hrdesk.thai.dates import long_date, official_day

if TYPE_CHECKING:
    from hrdesk.domain.life import IssuedDocument
    from hrdesk.services import Services

# Papers that bring a plan to a stage; the number recorded with that step is theirs.
_OF_STAGE = {
    "order-planning": (PlanStatus.COMMITTEE, DocumentKind.ORDER),
    "letter-province": (PlanStatus.PROVINCE, DocumentKind.LETTER),
    "announcement-plan": (PlanStatus.ANNOUNCED, DocumentKind.ANNOUNCEMENT),
}
_ABOUT = (Choice.REVISION, Choice.YEAR, Choice.PROJECT, Choice.CLASS, Choice.PERSON, Choice.MEETING, Choice.ROUND)


def paper_key(form_id: str, subject: Subject) -> str:
    """What an issued document says it was printed with: the form and, besides the plan, what it is about."""
    return place_of(form_id, subject.among(_ABOUT))


def find_paper(services: Services, form_id: str, subject: Subject) -> IssuedDocument | None:
    """The newest issued with this form for this subject, or with the step of the plan it belongs to."""
    key = paper_key(form_id, subject)
    found = (paper for paper in services.reading.issued(subject.plan) if paper.form == key)
    return next(found, None) or _of_stage(services, form_id, subject)


def _of_stage(services: Services, form_id: str, subject: Subject) -> IssuedDocument | None:
    if form_id not in _OF_STAGE or subject.plan is None:
        return None
    status, kind = _OF_STAGE[form_id]
    if status is PlanStatus.ANNOUNCED and subject.revision is not None:
        edition = services.reading.printed(subject.plan, subject.revision).edition
        return edition.document if edition else None
    steps = (event.document for event in services.reading.history(subject.plan) if event.status is status)
    papers = [paper for paper in steps if paper is not None and paper.kind is kind]
    return papers[-1] if papers else None


def paper_words(paper: IssuedDocument | None) -> dict[str, str]:
    """The fields of every snapshot that speak of the paper itself; empty while it was not issued."""
    if paper is None:
        return {}
    return {
        "document_number": paper.label,
        "document_date": long_date(paper.dated),
        "document_day": official_day(paper.dated),
    }
