"""Plans: kept, copied forward, checked, and the wizard's unfinished one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from hrdesk.domain.check import check_plan, not_accepted
from hrdesk.domain.copied import as_copied
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.life import FROZEN
from hrdesk.domain.next_plan import next_plan
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.terms import term
from hrdesk.errors import UserError
from hrdesk.models.plan import Plan, WizardDraft
from hrdesk.models.plan_life import PlanEvent
from hrdesk.models.project import Project, ProjectBudget
from hrdesk.services.plan.life import release_documents
from hrdesk.services.plan.plan_json import plan_from_json, plan_to_json
from hrdesk.services.plan.rows import find_plan, read_plan, save_plan
from hrdesk.services.register.curriculum import read_catalogue
from hrdesk.services.register.office_rows import read_organization
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
    from hrdesk.services.records import Record
    from hrdesk.services.register.service import RegisterService

__all__ = ["PlanSummary", "PlanningService"]

BOOK = "plan-book"  # the form that prints the chapters


class PlanningService:
    def __init__(self, database: Database, register: RegisterService) -> None:
        self._database = database
        self._register = register

    def plans(self) -> tuple[PlanSummary, ...]:
        """Newest period first."""
        count = select(func.count()).where(Project.plan_id == Plan.id).scalar_subquery()
        amounts = select(Project.plan_id, ProjectBudget.amount).join(Project, ProjectBudget.project_id == Project.id)
        totals: Counter[int] = Counter()  # SQLite's own sum fails beyond 63 bits
        with self._database.read() as session:
            for plan_id, amount in session.execute(amounts):
                totals[plan_id] += amount
            rows = session.execute(select(Plan, count).order_by(Plan.first_year.desc(), Plan.id.desc()))
            return tuple(
                PlanSummary(
                    row.id, PlanPeriod(row.first_year, row.year_count), row.status, totals[row.id], projects, row.updated_at
                )
                for row, projects in rows
            )

    def load(self, plan_id: int) -> PlanDraft:
        with self._database.read() as session:
            return read_plan(_found(session, plan_id))

    def save(self, draft: PlanDraft) -> tuple[int, Area]:
        """Write the whole plan (id 0 makes a new one). UserError when the stored plan is announced or closed."""
        try:
            with self._database.begin() as session:
                row = _open_plan(session, draft.id) if draft.id else None
                demand_not_carried_out(session, row, {project.id for project in draft.projects})
                return save_plan(session, draft, row), Area.PLAN
        except IntegrityError as error:
            raise UserError(
                "ยังไม่ได้บันทึกแผน เพราะรายการที่แผนเลือกไว้ (เช่น หลักสูตรหรือวิธีการพัฒนา) ถูกลบไปแล้ว"
                " แผนที่บันทึกไว้ก่อนหน้ายังอยู่ครบ กรุณาเลือกรายการนั้นใหม่แล้วบันทึกอีกครั้ง"
            ) from error

    def delete(self, plan_id: int) -> Area:
        """UserError when the plan was announced: it is on record. Its meetings and history go with it."""
        with self._database.begin() as session:
            row = _open_plan(session, plan_id)
            demand_not_carried_out(session, row, set())
            if row.status is PlanStatus.REVISING:
                raise _frozen(row)
            release_documents(session, plan_id)
            session.flush()
            session.execute(delete(PlanEvent).where(PlanEvent.plan_id == plan_id))  # which name meetings
            session.delete(row)
        return Area.PLAN

    def blank(self, first_year: int) -> PlanDraft:
        """A new plan with everything that is the same in every plan, and no projects."""
        with self._database.read() as session:
            return load_standard_plan(read_organization(session), first_year)

    def copy_forward(self, plan_id: int) -> PlanDraft:
        """The plan of the period after this one, not yet stored; what it took over is to be confirmed."""
        office = self._register.office()
        with self._database.read() as session:
            new = next_plan(read_plan(_found(session, plan_id)), office.organization.wording.budget_law)
        return as_copied(new, office)

    def standard_projects(self, first_year: int) -> tuple[PlanProject, ...]:
        """The usual projects, choosing only what is still in the catalogue."""
        with self._database.read() as session:
            catalogue = read_catalogue(session)
            kind = read_organization(session).kind
        return tuple(_within(project, catalogue) for project in load_standard_projects(first_year, kind))

    def problems(self, plan_id: int) -> tuple[Problem, ...]:
        return self.problems_of(self.load(plan_id))

    def problems_of(self, draft: PlanDraft) -> tuple[Problem, ...]:
        """What contradicts in a plan that may not be stored yet, and what its own chapters ask for in vain.

        Warnings that the officer accepted with a reason are left out.
        """
        from hrdesk.reports.forms.formcheck import chapter_problems  # noqa: PLC0415 - reads the forms' files
        from hrdesk.reports.forms.formspec import load_form, standard_texts  # noqa: PLC0415

        found = check_plan(draft, self._register.office(), standard_texts())
        return not_accepted((*found, *chapter_problems(load_form(BOOK), draft.chapters)), draft)

    def save_wizard(self, draft: PlanDraft, page: str) -> None:
        with self._database.begin() as session:
            row = session.scalars(select(WizardDraft)).first() or WizardDraft()
            row.page, row.payload, row.updated_at = page, plan_to_json(draft), datetime.now(UTC)
            session.add(row)

    def load_wizard(self) -> tuple[PlanDraft, str, datetime] | None:
        """The unfinished draft, the page it was left on, and when; None when there is none."""
        with self._database.read() as session:
            row = session.scalars(select(WizardDraft)).first()
        if row is None:
            return None
        try:
            return plan_from_json(row.payload), row.page, row.updated_at
        except ValueError as error:
            raise UserError(
                "เปิดแผนที่ทำค้างไว้ไม่ได้ เพราะบันทึกจากโปรแกรมรุ่นอื่น ข้อมูลส่วนอื่นยังอยู่ครบ"
                " กรุณาเปิดด้วยโปรแกรมรุ่นเดิม หรือเริ่มทำแผนใหม่"
            ) from error

    def clear_wizard(self) -> None:
        with self._database.begin() as session:
            session.execute(delete(WizardDraft))


def _found(session: Session, plan_id: int) -> Plan:
    row = find_plan(session, plan_id)
    if row is None:
        raise UserError("ไม่พบแผนนี้ อาจถูกลบไปแล้ว ข้อมูลอื่นไม่ถูกเปลี่ยนแปลง กรุณาเลือกแผนใหม่")
    return row


def _open_plan(session: Session, plan_id: int) -> Plan:
    row = _found(session, plan_id)
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
