"""The office, its units, and the staffing frame."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.terms import Level, OrganizationKind, PersonnelType, PositionType
from hrdesk.models.base import Base, Id, Key, Line, Place
from hrdesk.models.staff import Staff


class Organization(Base):
    """One row."""

    __tablename__ = "organization"

    id: Mapped[Id]
    kind: Mapped[OrganizationKind]
    name: Mapped[Line]
    district: Mapped[Line]
    province: Mapped[Line]
    subdistrict: Mapped[Line]
    hr_unit: Mapped[Line]
    head_name: Mapped[Line]
    chief_name: Mapped[Line]
    street: Mapped[Line]
    postcode: Mapped[Line]
    phone: Mapped[Line]
    email: Mapped[Line]


class OrgUnit(Base):
    __tablename__ = "org_unit"

    id: Mapped[Id]
    name: Mapped[Line]
    # RESTRICT: a division is never lost by deleting the bureau above it.
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id", ondelete="RESTRICT"), index=True)
    place: Mapped[Place]

    parent: Mapped[OrgUnit | None] = relationship(back_populates="children", remote_side="OrgUnit.id")
    children: Mapped[list[OrgUnit]] = relationship(back_populates="parent", passive_deletes="all")
    positions: Mapped[list[Position]] = relationship(back_populates="unit", passive_deletes="all")


class PositionLine(Base):
    """สายงาน; decides the personnel type and the position type of its posts."""

    __tablename__ = "position_line"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(500), unique=True)
    personnel_type: Mapped[PersonnelType]
    position_type: Mapped[PositionType]
    place: Mapped[Place]

    positions: Mapped[list[Position]] = relationship(back_populates="line", passive_deletes="all")


class Position(Base):
    __tablename__ = "position"

    id: Mapped[Id]
    number: Mapped[Line]
    number_key: Mapped[Key]
    title: Mapped[Line]
    title_key: Mapped[Key]
    search_key: Mapped[Line]
    line_id: Mapped[int] = mapped_column(ForeignKey("position_line.id", ondelete="RESTRICT"), index=True)
    level: Mapped[Level]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id", ondelete="RESTRICT"), index=True)

    line: Mapped[PositionLine] = relationship(back_populates="positions")
    unit: Mapped[OrgUnit | None] = relationship(back_populates="positions")
    holder: Mapped[Staff | None] = relationship(back_populates="position", passive_deletes="all")
