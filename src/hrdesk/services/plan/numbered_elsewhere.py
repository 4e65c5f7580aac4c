"""What the register of papers finds with classes and projects; their tables are imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.paper_register import PaperLine
from hrdesk.domain.plan_terms import DocumentKind
from hrdesk.domain.subject import Subject, read_place
from hrdesk.models.plan import Plan
from hrdesk.models.training import Participant, TrainingClass
from hrdesk.models.year_project import YearProject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from hrdesk.domain.life import IssuedDocument


class PaperAbout:
    """What an issued paper is about, in words: by the form it was printed with, or its plan."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, document: IssuedDocument) -> str:
        subject = read_place(document.form)[1] if document.form else Subject()
        if subject.training_class is not None:
            held = self._session.get(TrainingClass, subject.training_class)
            if held is None:
                return ""
            title = held.title or self._session.get_one(YearProject, held.year_project_id).title
            return _class_name(title, held.number)
        if subject.project is not None:
            project = self._session.get(YearProject, subject.project)
            return project.title if project is not None else ""
        plan = self._session.get(Plan, document.plan) if document.plan is not None else None
        return f"แผน พ.ศ. {PlanPeriod(plan.first_year, plan.year_count).label}" if plan is not None else ""


def _class_name(title: str, number: int) -> str:
    return f"{title} รุ่นที่ {number}"


def numbered_elsewhere(session: Session) -> Iterator[PaperLine]:
    """Orders typed with the people of a class, and memoranda of the year's projects."""
    orders = (
        select(
            Participant.class_id, Participant.order_number, Participant.order_date, TrainingClass.title, YearProject.title,
            TrainingClass.number,
        )
        .join(TrainingClass, Participant.class_id == TrainingClass.id)
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .where(Participant.order_number != "")
        .distinct()
        .order_by(Participant.order_date, Participant.class_id, Participant.order_number)
    )  # fmt: skip
    for _class, number, day, title, project_title, of_class in session.execute(orders):
        if day is not None:
            about = _class_name(title or project_title, of_class)
            yield PaperLine(DocumentKind.ORDER, number, day, f"ให้บุคลากรเข้ารับการอบรม {about}", about)
    memos = select(YearProject).where(YearProject.memo_number != "")
    for project in session.scalars(memos.order_by(YearProject.year, YearProject.place)):
        if project.memo_date is not None:
            subject = f"ขออนุมัติ{project.title}"
            yield PaperLine(DocumentKind.MEMO, project.memo_number, project.memo_date, subject, project.title)
