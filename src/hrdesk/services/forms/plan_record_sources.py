"""How the papers about a plan's life are loaded for what was chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hrdesk.domain.life import calendar_year
from hrdesk.domain.subject import Option
from hrdesk.reports.snapshots.paper_register_snapshot import paper_register_snapshot
from hrdesk.reports.snapshots.plan_record import changes_snapshot, coverage_snapshot, evidence_snapshot

if TYPE_CHECKING:
    from hrdesk.domain.subject import Subject
    from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
    from hrdesk.services import Services


def changes_source(services: Services, subject: Subject) -> OfficeSnapshot:
    plan = subject.plan or 0
    printed = services.plan_life.printed(plan, subject.revision)
    edition = printed.edition if subject.revision is not None else None
    return changes_snapshot(printed.office, printed.draft, services.plan_life.changes(plan, subject.revision), edition)


def coverage_source(services: Services, subject: Subject) -> OfficeSnapshot:
    """Of today's staffing frame, whatever the frozen plan was announced with."""
    draft = services.planning.load(subject.plan or 0)
    year = subject.year if subject.year is not None and subject.year in draft.period else None
    return coverage_snapshot(services.register.office(), draft, year)


def paper_register_source(services: Services, subject: Subject) -> OfficeSnapshot:
    year = subject.calendar_year or 0
    return paper_register_snapshot(services.register.office(), year, services.documents.register(year))


def calendar_year_options(services: Services, _subject: Subject) -> tuple[Option, ...]:
    """The running year first, whether or not some paper was numbered in it."""
    this = calendar_year(date.today())  # noqa: DTZ011 - the officer's day
    years = dict.fromkeys((this, *services.documents.years()))
    return tuple(Option(year, f"พ.ศ. {year}") for year in sorted(years, reverse=True))


def evidence_source(services: Services, subject: Subject) -> OfficeSnapshot:
    year = subject.year or 0
    return evidence_snapshot(services.register.office(), year, services.year.pack(year))
