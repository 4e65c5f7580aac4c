"""Who signs for the office besides its head and chief officer: typed, or from the register and then as it says today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from hrdesk.domain.signing import (
    INSTEAD,
    MANY,
    Capacity,
    Signatory,
    Signer,
    SigningRole,
    check_signatory,
    head_title,
)
from hrdesk.lazy_dataclass import replace
from hrdesk.models import organization as frame
from hrdesk.models.office_parts import Signatory as Row
from hrdesk.models.staff import Staff
from hrdesk.services.area import Area
from hrdesk.services.records import cleaned, take
from hrdesk.services.register.reading import NOBODY, read_positions, read_signatories, signer
from hrdesk.services.values import InvalidRecord

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database


class SigningService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def signatories(self) -> tuple[Signatory, ...]:
        """In the order of their roles, those who sign now first."""
        with self._database.rows() as rows:
            return read_signatories(rows)

    def candidates(self) -> tuple[Signer, ...]:
        """Everybody in office, by name."""
        with self._database.read() as session:
            rows = session.execute(_people().where(Staff.left_on.is_(None)).order_by(Staff.sort_key))
            return tuple(signer(*row) for row in rows)

    def save(self, signatory: Signatory) -> tuple[int, Area]:
        """Insert (id 0) or update. Where only one can sign, the others of that place no longer do.

        A name or post that is the register's own is not kept beside the reference to the person.
        """
        signatory = cleaned(signatory)
        if signatory.role is not SigningRole.UNIT_HEAD:
            signatory = replace(signatory, unit=None)
        if problems := check_signatory(signatory):
            raise InvalidRecord(problems)
        with self._database.begin() as session:
            row = take(session, Row, signatory.id) if signatory.id else Row(place=_next(session))
            known = _of_register(session, signatory.staff)
            row.role, row.unit_id, row.staff_id = signatory.role, signatory.unit, signatory.staff
            row.name = "" if signatory.name == known.name else signatory.name
            row.position = "" if signatory.position == known.post else signatory.position
            row.capacity, row.signs = signatory.capacity, signatory.signs
            session.add(row)
            session.flush()
            if signatory.signs and signatory.role not in MANY:
                same = select(Row).where(Row.role == row.role, Row.id != row.id)
                for other in session.scalars(same.where(Row.unit_id.is_not_distinct_from(row.unit_id))):
                    other.signs = False
            return row.id, Area.ORGANIZATION

    def propose_heads(self) -> tuple[tuple[int, ...], Area]:
        """Enter the head of each unit that has none and whose frame names one (ผู้อำนวยการกองคลัง); returns the new ids."""
        with self._database.begin() as session:
            taken = {row.unit_id for row in session.scalars(select(Row).where(Row.role == SigningRole.UNIT_HEAD, Row.signs))}
            units = {unit.id: unit.name for unit in session.scalars(select(frame.OrgUnit))}
            made: list[Row] = []
            for post in read_positions(session):
                unit = post.unit_id
                if unit is None or unit in taken or not post.staff_id or not post.title.startswith(head_title(units[unit])):
                    continue
                taken.add(unit)
                row = Row(
                    role=SigningRole.UNIT_HEAD, unit_id=unit, staff_id=post.staff_id, name="", position="",
                    capacity=Capacity.OWN, signs=True, place=_next(session) + len(made),
                )  # fmt: skip
                made.append(row)
            session.add_all(made)
            session.flush()
            return tuple(row.id for row in made), Area.ORGANIZATION

    def delete(self, *signatory_ids: int) -> Area:
        with self._database.begin() as session:
            for one in signatory_ids:
                session.delete(take(session, Row, one))
        return Area.ORGANIZATION

    def holder_signs(self, role: SigningRole) -> Area:
        """The head or chief officer is back: nobody signs instead any more."""
        assert role in INSTEAD
        with self._database.begin() as session:
            for row in session.scalars(select(Row).where(Row.role == role)):
                row.signs = False
        return Area.ORGANIZATION


def _people() -> Any:
    post = frame.Position
    return select(Staff.id, Staff.title, Staff.first_name, Staff.last_name, post.title).outerjoin(
        post, Staff.position_id == post.id
    )


def _of_register(session: Session, staff_id: int | None) -> Signer:
    if staff_id is None:
        return NOBODY
    take(session, Staff, staff_id)
    return signer(*session.execute(_people().where(Staff.id == staff_id)).one())


def _next(session: Session) -> int:
    return (session.scalar(select(func.max(Row.place))) or 0) + 1

