"""What belongs to the office beside its one row: who signs, its pictures, the province's layouts."""

from __future__ import annotations

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.register_terms import ImageKind, ProvinceSheet
from hrdesk.domain.signing import Capacity, SigningRole
from hrdesk.models.base import Base, Id, Line, Place


class Signatory(Base):
    """Who signs for the office, or as head of one unit. Name and position are typed, or empty and those of `staff`."""

    __tablename__ = "signatory"

    id: Mapped[Id]
    role: Mapped[SigningRole]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id", ondelete="CASCADE"), index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    name: Mapped[Line]
    position: Mapped[Line]
    capacity: Mapped[Capacity]
    signs: Mapped[bool]
    place: Mapped[Place]


class OfficeImage(Base):
    """A PNG."""

    __tablename__ = "office_image"

    kind: Mapped[ImageKind] = mapped_column(primary_key=True)
    place: Mapped[Place]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ProvinceColumn(Base):
    __tablename__ = "province_column"

    layout_id: Mapped[int] = mapped_column(ForeignKey("province_layout.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    sheet: Mapped[ProvinceSheet]
    key: Mapped[Line]
    heading: Mapped[Line]
    value: Mapped[Line]


class ProvinceLayout(Base):
    """Which columns the province wants, under which headings."""

    __tablename__ = "province_layout"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(500), unique=True)
    place: Mapped[Place]

    columns: Mapped[list[ProvinceColumn]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by=ProvinceColumn.place
    )
