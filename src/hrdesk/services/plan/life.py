"""A plan's way from draft to announcement, its frozen editions, and its numbered revisions."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from hrdesk.domain.check import BROKEN_PROMISES, check_plan
from hrdesk.domain.life import Edition, FrozenPlan, IssuedDocument, PlanEvent, PrintedPlan, may_follow
from hrdesk.domain.plan_changes import PlanChanges, compare_plans
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.register_terms import ImageKind
from hrdesk.domain.terms import term
from hrdesk.errors import Problem, Severity, UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models import plan_life as tables
from hrdesk.models.office_parts import OfficeImage
from hrdesk.models.plan import Plan
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.plan.documents import write_document
from hrdesk.services.plan.life_reading import read_frozen
from hrdesk.services.plan.reading import read_plan
from hrdesk.services.plan.rows import take_plan
from hrdesk.services.training.plan_link import demand_not_carried_out
from hrdesk.services.value_json import to_json
from hrdesk.thai.dates import short_date
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.models.database import Database
    from hrdesk.models.plain import Source
    from hrdesk.services.plan.coming_back import ComingBack
    from hrdesk.services.reading import ReadingService

_KEPT = "แผนที่เก็บไว้ไม่ถูกเปลี่ยนแปลง"


@dataclass(frozen=True, slots=True)
class Step:
    """What the officer records when a plan comes to its next stage. `note` is the reason of a revision."""

    status: PlanStatus
    happened_on: date | None
    resolution: str = ""
    note: str = ""
    document: IssuedDocument | None = None
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class PlanLifeService:
    database: Database
    reading: ReadingService
    writing: ComingBack

    def history(self, plan_id: int) -> tuple[PlanEvent, ...]:
        """Oldest first."""
        return self.reading.history(plan_id)

    def editions(self, plan_id: int) -> tuple[Edition, ...]:
        """Newest first; empty before the plan is announced."""
        return self.reading.editions(plan_id)

    def advance(self, plan_id: int, step: Step) -> Area:
        """Record the next stage. InvalidRecord names what is missing; announcing keeps an edition of the plan."""
        office = self.reading.office()
        with self.database.begin() as session:
            plan = take_plan(session, plan_id)
            if not may_follow(step.status, plan.status):
                raise UserError(f"แผนที่อยู่ในสถานะ “{term(plan.status)}” ไปยัง “{term(step.status)}” ไม่ได้ {_KEPT} กรุณาเปิดประวัติของแผนใหม่แล้วเลือกขั้นถัดไป")
            happened_on = self._checked(session, plan, step)
            if step.status is PlanStatus.ANNOUNCED:
                _demand_true(read_plan(session, plan.id), office, step)
            event = _event_row(plan_id, step, happened_on, _issued(session, plan_id, step))
            reason = _reason(session, plan_id) if plan.status is PlanStatus.REVISING else ""
            plan.status, plan.updated_at = step.status, datetime.now(UTC)
            session.add(event)
            if step.status is PlanStatus.ANNOUNCED:
                session.flush()
                session.add(_edition_row(session, plan, office, event, reason))
        return Area.PLAN

    @staticmethod
    def _checked(session: Session, plan: Plan, step: Step) -> date:
        """The day, when all is there that the stage asks for."""
        problems = []
        last = max((event.happened_on for event in _events(session, plan.id)), default=None)
        if step.happened_on is None:
            problems.append(Problem("step.happened_on", "ยังไม่ได้กรอกวันที่"))
        elif last is not None and step.happened_on < last:
            text = f"วันที่ต้องไม่ก่อนขั้นตอนที่แล้ว ({short_date(last)})"
            problems.append(Problem("step.happened_on", text))
        if step.status is PlanStatus.REVISING and not clean(step.note):
            problems.append(Problem("step.note", "ยังไม่ได้กรอกเหตุผลที่แก้ไขแผน"))
        revised = plan.status is PlanStatus.REVISING and step.status is PlanStatus.ANNOUNCED
        if revised and not clean(step.resolution):
            problems.append(Problem("step.resolution", "ยังไม่ได้กรอกมติที่เห็นชอบให้แก้ไขแผน"))
        if problems or step.happened_on is None:
            raise InvalidRecord(tuple(problems))
        return step.happened_on

    def give_up_revision(self, plan_id: int) -> Area:
        """Back to the announced plan, word for word. UserError when no revision is under way, or what it chose is gone."""
        try:
            return self._give_up(plan_id)
        except IntegrityError as error:
            raise UserError(
                "ยกเลิกการแก้ไขไม่ได้ เพราะรายการที่แผนฉบับที่ประกาศใช้เลือกไว้ (เช่น หลักสูตรหรือวิธีการพัฒนา) ถูกลบไปแล้ว"
                f" {_KEPT} กรุณาแก้ไขแผนต่อโดยเลือกรายการอื่นแทน"
            ) from error

    def _give_up(self, plan_id: int) -> Area:
        with self.database.begin() as session:
            plan = take_plan(session, plan_id)
            if plan.status is not PlanStatus.REVISING:
                raise UserError(f"แผนนี้ไม่ได้อยู่ระหว่างแก้ไข {_KEPT} กรุณาเปิดแผนใหม่")
            before = _frozen(session, plan_id, None)
            if before is None:
                raise UserError(f"ไม่พบฉบับที่ประกาศใช้ของแผนนี้ {_KEPT} กรุณาแก้ไขแผนต่อ หรือนำชุดสำรองมาใช้")
            demand_not_carried_out(session, plan, {project.id for project in before.draft.projects})
            self.writing.save(session, replace(before.draft, status=PlanStatus.ANNOUNCED), plan)
            revising = [event for event in _events(session, plan_id) if event.status is PlanStatus.REVISING]
            session.delete(revising[-1])
        return Area.PLAN

    def frozen(self, plan_id: int, edition_id: int | None = None) -> FrozenPlan | None:
        """An edition, the newest when none is named; None before the plan was announced."""
        with self.database.rows() as rows:
            return _frozen(rows, plan_id, edition_id)

    def printed(self, plan_id: int, edition_id: int | None = None) -> PrintedPlan:
        """The frozen edition of an announced plan, else today's office and draft."""
        return self.reading.printed(plan_id, edition_id)

    def changes(self, plan_id: int, edition_id: int | None = None) -> PlanChanges:
        """From the edition before to the one named; without one, from the last announced to the plan as it is now.

        UserError when the plan was never announced.
        """
        editions = self.editions(plan_id)
        ids = {edition.number: edition.id for edition in editions}
        number = next((edition.number for edition in editions if edition.id == edition_id), None)
        before = self.frozen(plan_id, None if number is None else ids.get(number - 1, edition_id))
        if before is None:
            raise UserError("แผนนี้ยังไม่เคยประกาศใช้ จึงยังไม่มีฉบับเดิมให้เปรียบเทียบ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาประกาศใช้แผนก่อน")
        after = self.frozen(plan_id, edition_id) if number is not None else None
        if after is not None:
            return compare_plans(before.office, before.draft, after.office, after.draft)
        return compare_plans(before.office, before.draft, self.reading.office(), self.reading.plan(plan_id))


def _events(session: Session, plan_id: int) -> list[tables.PlanEvent]:
    row = tables.PlanEvent
    return list(session.scalars(select(row).where(row.plan_id == plan_id).order_by(row.id)))


def _issued(session: Session, plan_id: int, step: Step) -> tables.IssuedDocument | None:
    """A paper without a number is not issued yet."""
    if step.document is None or not clean(step.document.number):
        return None
    return write_document(session, replace(step.document, plan=plan_id))


def _reason(session: Session, plan_id: int) -> str:
    notes = [event.note for event in _events(session, plan_id) if event.status is PlanStatus.REVISING]
    return notes[-1] if notes else ""


def _event_row(plan_id: int, step: Step, day: date, document: tables.IssuedDocument | None) -> tables.PlanEvent:
    return tables.PlanEvent(
        plan_id=plan_id,
        status=step.status,
        happened_on=day,
        resolution=clean(step.resolution),
        note=clean(step.note),
        document=document,
        meeting_id=step.meeting,
        recorded_at=datetime.now(UTC),
    )


def _demand_true(draft: PlanDraft, office: Office, step: Step) -> None:
    """A promise to every post must be kept before it is announced; other errors may stand for a reason on record."""
    from hrdesk.reports.forms.formspec import standard_texts  # noqa: PLC0415 - reads the forms' files

    errors = [p for p in check_plan(draft, office, standard_texts()) if p.severity is Severity.ERROR]
    untrue = [problem for problem in errors if problem.code in BROKEN_PROMISES]
    if untrue:
        raise InvalidRecord(tuple(Problem("step.status", f"ประกาศใช้ยังไม่ได้ {problem.text}") for problem in untrue))
    if errors and not clean(step.note):
        text = f"ยังมีข้อที่ต้องแก้ {len(errors)} รายการ กรุณาแก้ก่อน หรือกรอกเหตุผลที่ประกาศใช้ทั้งที่ยังไม่แก้"
        raise InvalidRecord((Problem("step.note", text),))


def _edition_row(
    session: Session, plan: Plan, office: Office, event: tables.PlanEvent, reason: str
) -> tables.PlanEdition:
    from hrdesk.reports.forms.formspec import standard_texts  # noqa: PLC0415 - reads the forms' files

    row = tables.PlanEdition
    last = session.scalar(select(func.max(row.number)).where(row.plan_id == plan.id))
    images = [session.get(OfficeImage, kind) for kind in (ImageKind.KRUT, ImageKind.LOGO)]
    pictures = [b64encode(image.content).decode() if image else "" for image in images]
    whole = FrozenPlan(office, read_plan(session, plan.id), dict(standard_texts()), *pictures)
    return tables.PlanEdition(
        plan_id=plan.id,
        number=0 if last is None else last + 1,
        announced_on=event.happened_on,
        taken_at=event.recorded_at,
        reason=reason,
        resolution=event.resolution,
        document=event.document,
        content=to_json(whole),
    )


def _frozen(source: Source, plan_id: int, edition_id: int | None) -> FrozenPlan | None:
    found = read_frozen(source, plan_id, edition_id)
    return found[1] if found is not None else None


def release_documents(session: Session, plan_id: int) -> tuple[int, ...]:
    """Before a plan is deleted: papers that were numbered stay on record without it. Their ids."""
    row = tables.IssuedDocument
    released = session.scalars(select(row).where(row.plan_id == plan_id)).all()
    for document in released:
        document.plan_id = None
    session.flush()
    return tuple(document.id for document in released)


def bind_documents(session: Session, papers: Sequence[int], plan_id: int) -> None:
    """When it comes back: those that nobody deleted, or bound to another plan, meanwhile."""
    row = tables.IssuedDocument
    for document in session.scalars(select(row).where(row.id.in_(papers), row.plan_id.is_(None))):
        document.plan_id = plan_id


__all__ = ["PlanLifeService", "Step", "bind_documents", "release_documents"]
