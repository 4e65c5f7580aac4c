"""What the papers about one person are printed from, and who can be chosen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hrdesk.domain.subject import Choice, Option, Subject
from hrdesk.reports.snapshots.person_snapshot import PersonSnapshot, person_snapshot
from hrdesk.services.values import StaffQuery

if TYPE_CHECKING:
    from hrdesk.services import Services

_MOST = 100_000


def person_source(services: Services, subject: Subject) -> PersonSnapshot:
    office, person = services.register.office(), services.register.person(subject.get(Choice.PERSON) or 0)
    post = next((one for one in office.positions if one.id == person.position_id), None)
    today = datetime.now().astimezone().date()
    return person_snapshot(office, person, post, services.history.of(person.id), today)


def person_options(services: Services, subject: Subject) -> tuple[Option, ...]:
    """Those in the office, of the unit when one was chosen, then those who left."""
    page = services.register.staff_page
    here = page(StaffQuery(unit=subject.unit, vacant=False, limit=_MOST)).rows
    gone = page(StaffQuery(left=True, limit=_MOST)).rows if subject.unit is None else ()
    found = [Option(row.staff_id, row.name) for row in here if row.staff_id is not None]
    return tuple(found + [Option(row.staff_id, f"{row.name} (พ้นจากตำแหน่ง)") for row in gone if row.staff_id is not None])
