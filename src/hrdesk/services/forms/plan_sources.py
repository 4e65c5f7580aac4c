"""What the papers of a plan, its years, its meetings and the needs surveys are printed from."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from hrdesk.domain.terms import PlanStatus
from hrdesk.reports.snapshots.meeting_snapshot import meeting_snapshot
from hrdesk.reports.snapshots.needs_snapshot import needs_snapshot
from hrdesk.reports.snapshots.plan_year_snapshot import plan_year_snapshot
from hrdesk.reports.snapshots.snapshot import plan_snapshot
from hrdesk.reports.snapshots.snapshot_parts import References
from hrdesk.services.reference.framework import load_framework
from hrdesk.services.reference.guideline import load_guideline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrdesk.domain.life import PlanEvent
    from hrdesk.domain.subject import Subject
    from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
    from hrdesk.services import Services


@cache
def references() -> References:
    """What the program ships and plans name; read once."""
    return References(load_guideline(), load_framework())


def plan_source(services: Services, subject: Subject) -> OfficeSnapshot:
    """Of an announced plan its frozen edition, so that it reprints as it was."""
    plan = subject.plan or 0
    snapshot = plan_snapshot(*services.plan_life.printed(plan, subject.revision), references())
    resolved = _resolution(services.plan_life.history(plan))
    return replace(snapshot, province_resolution=resolved) if resolved else snapshot


def _resolution(history: Iterable[PlanEvent]) -> str:
    """Of the provincial committee, as recorded when its approval or the announcement was."""
    found = {event.status: event.resolution.strip() for event in history if event.resolution.strip()}
    return found.get(PlanStatus.ANNOUNCED) or found.get(PlanStatus.PROVINCE) or ""


def plan_year_source(services: Services, subject: Subject) -> OfficeSnapshot:
    office, draft = services.plan_life.printed(subject.plan or 0, subject.revision)
    return plan_year_snapshot(office, draft, subject.year or draft.period.first, references())


def meeting_source(services: Services, subject: Subject) -> OfficeSnapshot:
    draft = services.planning.load(subject.plan or 0)
    return meeting_snapshot(services.register.office(), draft, services.meetings.load(subject.meeting or 0))


def needs_source(services: Services, subject: Subject) -> OfficeSnapshot:
    year = subject.year or 0
    return needs_snapshot(services.register.office(), services.needs.survey(year), services.needs.needs(year))
