"""Plans: kept, copied forward, checked, and the wizard's unfinished one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from hrdesk.domain.copied import as_copied
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.life import FROZEN
from hrdesk.domain.next_plan import next_plan
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.terms import term
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models.plan import Plan, WizardDraft
from hrdesk.models.plan_life import PlanEvent
from hrdesk.services.deleted import Deleted, bring_back, take_out
from hrdesk.services.plan.life import bind_documents, release_documents
from hrdesk.services.plan.plan_json import plan_to_json
from hrdesk.services.plan.rows import take_plan
from hrdesk.services.register.seeding import load_standard_plan, load_standard_projects
from hrdesk.services.training.plan_link import demand_not_carried_out
from hrdesk.services.values import Area, PlanSummary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from hrdesk.domain.office import Catalogue
    from hrdesk.domain.plan import PlanDraft, PlanProject
    from hrdesk.errors import Problem
    from hrdesk.models.database import Database
    from hrdesk.services.plan.coming_back import ComingBack
    from hrdesk.services.reading import ReadingService
    from hrdesk.services.records import Record

__all__ = ["DeletedPlan", "PlanSummary", "PlanningService"]


@dataclass(frozen=True, slots=True)
class DeletedPlan:
    """A plan with all that went with it, and the ids of the papers that were numbered for it."""

    plan: Deleted
    history: Deleted
    papers: tuple[int, ...]


class PlanningService:
    def __init__(self, database: Database, reading: ReadingService, writing: ComingBack) -> None:
        self._database = database
        self._reading = reading
        self._writing = writing

    def plans(self) -> tuple[PlanSummary, ...]:
        """Newest period first."""
        return self._reading.plans()

    def load(self, plan_id: int) -> PlanDraft:
        return self._reading.plan(plan_id)

    def save(self, draft: PlanDraft) -> tuple[int, Area]:
        """Write the whole plan (id 0 makes a new one). UserError when the stored plan is announced or closed."""
        try:
            with self._database.begin() as session:
                row = _open_plan(session, draft.id) if draft.id else None
                demand_not_carried_out(session, row, {project.id for project in draft.projects})
                return self._writing.save(session, draft, row), Area.PLAN
        except IntegrityError as error:
            raise UserError(
                "ยังไม่ได้บันทึกแผน เพราะรายการที่แผนเลือกไว้ (เช่น หลักสูตรหรือวิธีการพัฒนา) ถูกลบไปแล้ว"
                " แผนที่บันทึกไว้ก่อนหน้ายังอยู่ครบ กรุณาเลือกรายการนั้นใหม่แล้วบันทึกอีกครั้ง"
            ) from error

    def told(self) -> str:
        """What projects that came back since this was asked last could not bring along; empty when nothing."""
        return self._writing.told()

    def delete(self, plan_id: int) -> tuple[DeletedPlan, Area]:
        """UserError when the plan was announced: it is on record. Its meetings and history go with it."""
        with self._database.begin() as session:
            row = _open_plan(session, plan_id)
            demand_not_carried_out(session, row, set())
            if row.status is PlanStatus.REVISING:
                raise _frozen(row)
            name = f"แผน พ.ศ. {PlanPeriod(row.first_year, row.year_count).label}"
            papers = release_documents(session, plan_id)
            events = session.scalars(select(PlanEvent.id).where(PlanEvent.plan_id == plan_id)).all()
            history = take_out(session, PlanEvent, events, name)  # which names meetings
            return DeletedPlan(take_out(session, Plan, [plan_id], name), history, papers), Area.PLAN

    def put_back(self, deleted: DeletedPlan) -> tuple[int, Area]:
        """A deleted plan as it was. UserError when what it needs is gone, or something stands in its place."""
        with self._database.begin() as session:
            bring_back(session, deleted.plan)
            bring_back(session, deleted.history)
            ((plan_id),) = (row["id"] for row in deleted.plan.of(Plan))
            bind_documents(session, deleted.papers, plan_id)
            return plan_id, Area.PLAN

    def blank(self, first_year: int) -> PlanDraft:
        """A new plan with everything that is the same in every plan, and no projects."""
        return load_standard_plan(self._reading.organization(), first_year)

    def copy_forward(self, plan_id: int) -> PlanDraft:
        """The plan of the period after this one, not yet stored; what it took over is to be confirmed."""
        office = self._reading.office()
        return as_copied(next_plan(self._reading.plan(plan_id), office.organization.wording.budget_law), office)

    def standard_projects(self, first_year: int) -> tuple[PlanProject, ...]:
        """The usual projects, choosing only what is still in the catalogue."""
        office = self._reading.office()
        projects = load_standard_projects(first_year, office.organization.kind)
        return tuple(_within(project, office.catalogue) for project in projects)

    def problems(self, plan_id: int) -> tuple[Problem, ...]:
        return self.problems_of(self.load(plan_id))

    def problems_of(self, draft: PlanDraft) -> tuple[Problem, ...]:
        """What contradicts in a plan that may not be stored yet, and what its own chapters ask for in vain.

        Warnings that the officer accepted with a reason are left out.
        """
        return self._reading.problems_of(draft)

    def save_wizard(self, draft: PlanDraft, page: str) -> None:
        with self._database.begin() as session:
            row = session.scalars(select(WizardDraft)).first() or WizardDraft()
            row.page, row.payload, row.updated_at = page, plan_to_json(draft), datetime.now(UTC)
            session.add(row)

    def load_wizard(self) -> tuple[PlanDraft, str, datetime] | None:
        """The unfinished draft, the page it was left on, and when; None when there is none."""
        return self._reading.wizard()

    def clear_wizard(self) -> None:
        with self._database.begin() as session:
            session.execute(delete(WizardDraft))


def _open_plan(session: Session, plan_id: int) -> Plan:
    row = take_plan(session, plan_id)
    if row.status in FROZEN:
        raise _frozen(row)
    return row


def _frozen(row: Plan) -> UserError:
    period = PlanPeriod(row.first_year, row.year_count).label
    return UserError(
        f"แผน พ.ศ. {period} อยู่ในสถานะ “{term(row.status)}” จึงแก้ไขหรือลบไม่ได้ แผนที่เก็บไว้ไม่ถูกเปลี่ยนแปลง"
        " กรุณาคัดลอกเป็นแผนใหม่หากต้องการปรับปรุง"
    )


def _within(project: PlanProject, catalogue: Catalogue) -> PlanProject:
    funds = {fund.id for fund in catalogue.funds}
    return replace(
        project,
        methods=_known(project.methods, catalogue.methods),
        organizers=_known(project.organizers, catalogue.organizers),
        targets=_known(project.targets, catalogue.targets),
        evaluations=_known(project.evaluations, catalogue.evaluations),
        courses=_known(project.courses, catalogue.courses),
        budgets=tuple(b if b.fund in funds else replace(b, fund=None) for b in project.budgets),
    )


def _known(chosen: tuple[int, ...], entries: Iterable[Record]) -> tuple[int, ...]:
    ids = {entry.id for entry in entries}
    return tuple(i for i in chosen if i in ids)
