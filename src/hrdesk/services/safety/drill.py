"""A restore drill: a backup is brought back in a temporary folder and used there, as on the day it is needed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from hrdesk.domain.subject import Subject
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.restore import rehearsed
from hrdesk.progress import part, tell

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.domain.backup import Manifest
    from hrdesk.services import Services

__all__ = ["Drill", "drill"]

STEPS = 4


@dataclass(frozen=True, slots=True)
class Drill:
    """What was found in the restored office; every figure was read through the services, not from the manifest."""

    manifest: Manifest
    office: str
    positions: int
    people: int
    courses: int
    plans: int
    pages: int  # of the newest plan's book; 0 when there is no plan


def drill(backup: Path) -> Drill:
    """Raises UserError when the backup could not be used; nothing of the present office is touched."""
    from hrdesk.services import Services  # noqa: PLC0415 - that module names this one's neighbours

    tell(0, STEPS)
    with rehearsed(backup) as (database, manifest):
        tell(1, STEPS)
        services = Services(database)
        office = services.register.office()
        plans = services.planning.plans()
        tell(2, STEPS)
        people = sum(bool(one.holder) for one in office.positions)
        with part(2 / STEPS, 3 / STEPS):
            pages = _pages(services, plans[0].id) if plans else 0
        tell(3, STEPS)
        name = office.organization.full_name
        found = Drill(manifest, name, len(office.positions), people, len(office.catalogue.courses), len(plans), pages)
    tell(STEPS, STEPS)
    return found


def _pages(services: Services, plan_id: int) -> int:
    from hrdesk.reports.pdf import write_pdf  # noqa: PLC0415 - the writers are imported for the first paper

    return write_pdf(services.forms.document("plan-book", Subject(plan=plan_id)), BytesIO())
