"""What the papers of a plan, its years, its meetings and the needs surveys are printed from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from hrdesk.domain.plan_terms import LinkKind, OptionalPart, PlanStatus
from hrdesk.lazy_dataclass import replace
from hrdesk.reports.snapshots.snapshot import plan_snapshot
from hrdesk.reports.snapshots.snapshot_parts import References

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrdesk.domain.framework import Framework
    from hrdesk.domain.guideline import Guideline
    from hrdesk.domain.life import Edition, PlanEvent, PrintedPlan
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.domain.subject import Subject
    from hrdesk.domain.year_program import PlannedClass
    from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
    from hrdesk.services import Services

Kind = TypeVar("Kind", bound="OfficeSnapshot")


@cache
def _guideline() -> Guideline:
    from hrdesk.services.reference.guideline import load_guideline  # noqa: PLC0415 - see `references`

    return load_guideline()


@cache
def _framework() -> Framework:
    from hrdesk.services.reference.framework import load_framework  # noqa: PLC0415 - see `references`

    return load_framework()


def references(draft: PlanDraft | None = None) -> References:
    """What the program ships and this plan's papers name, or those of any plan; what none of them names is not read."""
    linked = draft is None or any(link.kind is not LinkKind.OWN for project in draft.projects for link in project.links)
    digital = draft is None or OptionalPart.DIGITAL_SKILLS in draft.optional
    return References(_guideline() if linked else None, _framework() if digital else None)


def plan_source(services: Services, subject: Subject) -> OfficeSnapshot:
    """Of an announced plan its frozen edition, so that it reprints as it was."""
    printed = services.reading.printed(subject.plan or 0, subject.revision)
    return _plan(services, subject, printed, references(printed.draft))


def digital_source(services: Services, subject: Subject) -> OfficeSnapshot:
    """The same for the appendix on digital skills alone, whether or not the book has it."""
    return _plan(services, subject, services.reading.printed(subject.plan or 0, subject.revision), references())


def _plan(services: Services, subject: Subject, printed: PrintedPlan, named: References) -> OfficeSnapshot:
    snapshot = plan_snapshot(printed.office, printed.draft, named)
    resolved = _resolution(services.reading.history(subject.plan or 0), printed.edition)
    snapshot = replace(snapshot, province_resolution=resolved) if resolved else snapshot
    return _kept(snapshot, printed)


def _kept(snapshot: Kind, printed: PrintedPlan) -> Kind:
    """With the pictures and the moment of an announced edition."""
    since = printed.edition.taken_at if printed.edition else None
    return replace(snapshot, emblem=printed.emblem, logo=printed.logo, kept_since=since)


def _resolution(history: Iterable[PlanEvent], edition: Edition | None) -> str:
    """Of the provincial committee, as recorded when its approval or the announcement was; not of later editions."""
    found: dict[PlanStatus, str] = {}
    announced = 0
    for event in history:
        if event.resolution.strip():
            found[event.status] = event.resolution.strip()
        announced += event.status is PlanStatus.ANNOUNCED
        if edition is not None and announced > edition.number:
            break
    return found.get(PlanStatus.ANNOUNCED) or found.get(PlanStatus.PROVINCE) or ""


def plan_year_source(services: Services, subject: Subject) -> OfficeSnapshot:
    from hrdesk.domain.year_program import YearProgram  # noqa: PLC0415 - a plan book needs none
    from hrdesk.reports.snapshots.plan_year_snapshot import plan_year_snapshot  # noqa: PLC0415

    printed = services.reading.printed(subject.plan or 0, subject.revision)
    year = subject.year or printed.draft.period.first
    program = YearProgram(services.year_projects.load_year(year), tuple(_classes(services, year)))
    return plan_year_snapshot(printed.office, printed.draft, year, references(printed.draft), program)


def _classes(services: Services, year: int) -> Iterator[PlannedClass]:
    from hrdesk.domain.year_program import PlannedClass  # noqa: PLC0415

    for row in services.classes.in_year(year):
        yield PlannedClass(row.project, row.number, row.title, row.starts_on, row.ends_on, row.venue, row.people, row.status, row.carried_into(year))


def meeting_source(services: Services, subject: Subject) -> OfficeSnapshot:
    from hrdesk.reports.snapshots.meeting_snapshot import meeting_snapshot  # noqa: PLC0415 - a plan book needs none

    draft = services.reading.plan(subject.plan or 0)
    return meeting_snapshot(services.reading.office(), draft, services.meetings.load(subject.meeting or 0))


def needs_source(services: Services, subject: Subject) -> OfficeSnapshot:
    from hrdesk.reports.snapshots.needs_snapshot import needs_snapshot  # noqa: PLC0415 - a plan book needs none

    year = subject.year or 0
    return needs_snapshot(services.reading.office(), services.needs.survey(year), services.needs.needs(year))
