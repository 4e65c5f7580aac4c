"""A new office's first contents, as functions that fill an empty database in its first transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.office import Organization
from hrdesk.domain.staff import PersonRecord, PositionRecord
from hrdesk.domain.terms import PersonnelType
from hrdesk.models import organization as frame
from hrdesk.models.staff import Staff
from hrdesk.services.plan.rows import save_plan
from hrdesk.services.records import insert_all
from hrdesk.services.register.curriculum import insert_catalogue
from hrdesk.services.register.office_rows import (
    renumber_units,
    write_organization,
    write_person,
    write_position,
)
from hrdesk.services.register.seeding import SampleOffice, load_catalogue, load_sample
from hrdesk.services.skills.sample import fill_skills

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from hrdesk.domain.terms import OrganizationKind
    from hrdesk.services.register.seeding import PersonSeed, PositionSeed, ReferenceCatalogue


LIVED: tuple[Callable[[Session], None], ...] = (fill_skills,)


def new_office(kind: OrganizationKind, name: str) -> Callable[[Session], None]:
    """The office and the reference catalogue, its courses on the laws now in force."""
    reference = load_catalogue(kind, laws_in_force=True)

    def fill(session: Session) -> None:
        write_organization(session, Organization(kind, name))
        _store_reference(session, reference)

    return fill


def sample_office(*, year: bool = False) -> Callable[[Session], None]:
    """The sample office; its courses cite the laws that its plan cites, repealed ones among them.

    With `year` it has also lived through its plan: what `LIVED` fills in stands on what was filled in before.
    """
    sample = load_sample()
    reference = load_catalogue(sample.organization.kind)

    def fill(session: Session) -> None:
        write_organization(session, sample.organization)
        _store_reference(session, reference)
        _store_frame(session, sample)
        save_plan(session, sample.plan)
        for more in LIVED if year else ():
            more(session)

    return fill


def _store_reference(session: Session, reference: ReferenceCatalogue) -> None:
    insert_catalogue(session, reference.catalogue)
    insert_all(session, reference.lines)


def _store_frame(session: Session, sample: SampleOffice) -> None:
    insert_all(session, sample.units)
    renumber_units(session)
    session.add_all([_position(seed) for seed in sample.positions])
    session.flush()
    lines = {line.id: line for line in session.scalars(select(frame.PositionLine))}
    line_of = {seed.id: lines[seed.line] for seed in sample.positions}
    session.add_all([_person(seed, line_of) for seed in sample.people])
    session.flush()


def _position(seed: PositionSeed) -> frame.Position:
    row = frame.Position(id=seed.id)
    write_position(row, PositionRecord(seed.id, seed.number, seed.title, seed.line, seed.level, seed.unit))
    return row


def _person(seed: PersonSeed, line_of: dict[int, frame.PositionLine]) -> Staff:
    """A person is of the personnel type of the post's line."""
    kind = line_of[seed.position].personnel_type if seed.position else PersonnelType.REGULAR
    row = Staff()
    record = PersonRecord(
        id=0,
        title=seed.title,
        first_name=seed.first_name,
        last_name=seed.last_name,
        national_id=seed.national_id,
        birth_date=seed.birth_date,
        personnel_type=kind,
        position_id=seed.position,
        start_date=seed.start_date,
        education=seed.education,
    )
    write_person(row, record)
    return row
