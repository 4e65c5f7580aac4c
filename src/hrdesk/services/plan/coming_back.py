"""Projects that leave a plan and come back to it, as on undo or when a revision is given up: as they were, to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.errors import UserError
from hrdesk.models.given_up import give_up
from hrdesk.models.project import Project
from hrdesk.services.deleted import Deleted, bring_back_what_stands, take_out
from hrdesk.services.plan.life_reading import read_frozen
from hrdesk.services.plan.rows import save_plan

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.plan import PlanDraft
    from hrdesk.models.plan import Plan


class ComingBack:
    """Writes plans. What the monitoring planned for a project goes with it, and is kept here while the program runs."""

    def __init__(self) -> None:
        self._left: dict[int, Deleted | None] = {}  # by project
        self._short: dict[int, tuple[str, int]] = {}  # by project that came back: its title, and the choices that did not

    def save(self, session: Session, draft: PlanDraft, row: Plan | None) -> int:
        """`save_plan`, by which a project that left comes back with its schedules; see `told` for what they lost meanwhile."""
        before = {project.id: project.title for project in row.projects} if row is not None else {}
        kept = {project.id for project in draft.projects}
        for gone in before.keys() - kept:
            self._left[gone] = _schedules(session, gone, before[gone])
        give_up(session, Project.__tablename__, before.keys() - kept)
        announced = _announced(session, row) if row is not None and kept - before.keys() else ()
        plan_id = save_plan(session, draft, row, above=max((0, *announced)))
        for back in kept - before.keys():
            if (left := self._left.get(back)) is not None and _stands(session, plan_id, back):
                lost = bring_back_what_stands(session, left)
                if lost:
                    self._short[back] = left.name, lost
        return plan_id

    def told(self) -> str:
        """What could not come back with a project, in the officer's words, once; empty when all did."""
        short, self._short = self._short, {}
        return " ".join(
            f"โครงการ “{title}” กลับมาพร้อมกำหนดการติดตามประเมินผลแล้ว แต่วิธีติดตามประเมินผลที่เคยเลือกไว้ {lost} รายการ"
            "ถูกลบไปจากระบบแล้ว กรุณาเลือกวิธีใหม่ในกำหนดการ"
            for title, lost in short.values()
        )


def _announced(session: Session, row: Plan) -> tuple[int, ...]:
    """The ids of the edition under revision: a new project with one of them would be compared with another."""
    if row.status is not PlanStatus.REVISING:
        return ()
    try:
        found = read_frozen(session, row.id)
    except UserError:  # of a later version of the program: the revision goes on all the same
        return ()
    return tuple(project.id for project in found[1].draft.projects) if found is not None else ()


def _schedules(session: Session, project_id: int, title: str) -> Deleted | None:
    from hrdesk.models.monitoring import EvaluationSchedule  # noqa: PLC0415 - only when a project leaves

    row = EvaluationSchedule
    ids = session.scalars(select(row.id).where(row.project_id == project_id)).all()
    return take_out(session, row, ids, title) if ids else None


def _stands(session: Session, plan_id: int, project_id: int) -> bool:
    found = session.get(Project, project_id)
    return found is not None and found.plan_id == plan_id
