"""Taking the first page's glance from the services, and keeping it for the next start."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.services.beside import backups_state, newest_backup
from hrdesk.services.glance import (
    Glance,
    Kept,
    PackGlance,
    PlanGlance,
    RoundGlance,
    WizardGlance,
    drop_kept,
    read_kept,
    state_of,
    write_kept,
)

if TYPE_CHECKING:
    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.services import Services


def glance_of(services: Services, today: date) -> Glance:
    reading = services.reading
    plans = reading.plans()
    draft = reading.plan(plans[0].id) if plans else None
    office, wizard = reading.office(), reading.wizard()
    organization = office.organization
    return Glance(
        office=organization.full_name,
        placed=bool(organization.district and organization.province and organization.head_name),
        positions=len(office.positions),
        people=sum(bool(position.holder) for position in office.positions),
        courses=len(office.catalogue.courses),
        plan=_plan(services, draft, office) if draft else None,
        problems=reading.problems_of(draft) if draft else (),
        wizard=WizardGlance(wizard[0].period, wizard[2]) if wizard else None,
        due=services.year.due_items(today),
        pack=pack_of(services, FiscalYear.of(today).be),
    )


def pack_of(services: Services, year: int) -> PackGlance:
    return PackGlance(year, services.year.pack(year), services.year.plan_of_year(year))


def keep_glance(services: Services, today: date) -> None:
    """For the next start, unless what is kept is still true."""
    path = services.database.path
    state = state_of(path)
    if not state:
        drop_kept(path)
        return
    kept, backups = read_kept(path, today), backups_state(path)
    if services.read_only or (kept and kept.backups == backups):
        return
    changes = (services.year.next_due_change(today), FiscalYear.of(today).last_day + timedelta(days=1))
    until = min(day for day in changes if day)
    glance = kept.glance if kept else glance_of(services, today)
    if state == state_of(path):
        write_kept(path, Kept(state, today, until, glance, newest_backup(path), backups))


def _plan(services: Services, draft: PlanDraft, office: Office) -> PlanGlance:
    from hrdesk.domain.reach import uncovered_positions  # noqa: PLC0415

    money, years = services.year.budgets_by_year(), [year.be for year in draft.period.years]
    return PlanGlance(
        period=draft.period,
        status=draft.status,
        projects=len(draft.projects),
        totals=tuple(draft.year_total(year) for year in years),
        used=tuple(money[year].used if year in money else None for year in years),
        covered=len(office.positions) - len(uncovered_positions(draft, office)),
        rounds=tuple(RoundGlance(one.year, one.number, one.due) for one in draft.rounds if one.due),
        scheduled=services.year.scheduled_years(draft.id),
    )
