"""A person's history, who signs, pictures, courses' hours, layouts of the province. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

LINE = sa.String(500)
ENUM = sa.String(32)
HUNDREDTHS = sa.BigInteger()


def upgrade(op: Operations) -> None:
    _history(op)
    _training(op)
    _office(op)
    _courses(op)
    _layouts(op)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _columns(kind: Any, names: str, *, optional: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=optional) for name in names.split()]


def _whole(name: str, table: str, rule: str = "CASCADE", *, index: bool = False) -> sa.Column[Any]:
    """Part of a key that leads elsewhere."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id", ondelete=rule), primary_key=True, index=index or None)


def _of(name: str, table: str, *, optional: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=optional, index=True)


def _history(op: Operations) -> None:
    op.create_table(
        "held_position",
        _id(),
        _of("staff_id", "staff"),
        *_columns(LINE, "number title unit order_number"),
        *_columns(ENUM, "level personnel_type"),
        *_columns(sa.Date, "starts_on ends_on", optional=True),
        *_columns(sa.Text, "note"),
    )
    op.create_table(
        "education_record",
        _id(),
        _of("staff_id", "staff"),
        *_columns(LINE, "degree field institution"),
        *_columns(sa.Integer, "year", optional=True),
    )


def _training(op: Operations) -> None:
    of_class = sa.ForeignKey("participant.id", ondelete="CASCADE")
    op.create_table(
        "training_record",
        _id(),
        _of("staff_id", "staff"),
        sa.Column("participant_id", sa.Integer, of_class, nullable=True),
        *_columns(ENUM, "kind result"),
        *_columns(sa.Text, "course project objective note"),
        *_columns(LINE, "class_number organizer venue country fund degree letter_number order_number certificate_number"),
        *_columns(LINE, "position unit"),
        *_columns(sa.Date, "starts_on ends_on letter_date order_date", optional=True),
        *_columns(HUNDREDTHS, "days hours score", optional=True),
        sa.UniqueConstraint("participant_id"),
    )


def _office(op: Operations) -> None:
    op.create_table(
        "signatory",
        _id(),
        _of("unit_id", "org_unit", optional=True),
        *_columns(LINE, "name position"),
        *_columns(sa.Integer, "place"),
    )
    op.create_table(
        "office_image",
        sa.Column("kind", ENUM, primary_key=True),
        *_columns(sa.Integer, "place"),
        *_columns(sa.LargeBinary, "content"),
    )


def _courses(op: Operations) -> None:
    op.create_table(
        "course_detail",
        _whole("course_id", "course"),
        *_columns(HUNDREDTHS, "lecture other"),
        *_columns(sa.Text, "objective"),
    )
    op.create_table(
        "course_target", _whole("course_id", "course"), _whole("target_id", "target_group", "RESTRICT", index=True)
    )


def _layouts(op: Operations) -> None:
    op.create_table(
        "province_layout", _id(), *_columns(LINE, "name"), *_columns(sa.Integer, "place"), sa.UniqueConstraint("name")
    )
    op.create_table(
        "province_column",
        _whole("layout_id", "province_layout"),
        sa.Column("place", sa.Integer, primary_key=True),
        *_columns(ENUM, "sheet"),
        *_columns(LINE, "key heading"),
    )
