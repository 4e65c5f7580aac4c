"""Schema 6: what a plan aims at, its life, its meetings, surveyed needs. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

CODE = sa.String(64)
LINE = sa.String(500)
ENUM = sa.String(32)


def upgrade(op: Operations) -> None:
    _committee(op)
    _plan_parts(op)
    _project_parts(op)
    _documents(op)
    _meetings(op)
    _life(op)
    _needs(op)


def _column(name: str, kind: sa.types.TypeEngine[Any] | type[sa.types.TypeEngine[Any]], **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, **options)


def _columns(kind: sa.types.TypeEngine[Any] | type[sa.types.TypeEngine[Any]], names: str) -> list[sa.Column[Any]]:
    return [_column(name, kind) for name in names.split()]


def _maybe(kind: type[sa.types.TypeEngine[Any]], names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=True) for name in names.split()]


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _ref(name: str, table: str, rule: str = "RESTRICT", *, optional: bool = True) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{table}.id", ondelete=rule)
    return sa.Column(name, sa.Integer, key, nullable=optional, index=True)


def _part_of(table: str) -> list[sa.Column[Any]]:
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return [
        sa.Column(f"{table}_id", sa.Integer, key, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
    ]


def _committee(op: Operations) -> None:
    """Members may be people of the register; SQLite makes a table anew for a new reference."""
    op.rename_table("committee_member", "committee_member_before")
    op.create_table(
        "committee_member",
        *_part_of("plan"),
        _column("position", LINE),
        *_columns(ENUM, "role committee"),
        _column("name", LINE),
        _ref("staff_id", "staff"),
    )
    names = "plan_id, place, position, role, committee, name"
    op.execute(f"INSERT INTO committee_member ({names}) SELECT {names} FROM committee_member_before")  # noqa: S608
    op.drop_table("committee_member_before")


def _plan_parts(op: Operations) -> None:
    op.create_table("plan_indicator", *_part_of("plan"), _column("name", sa.Text), *_columns(LINE, "quantity unit"))
    op.create_table("plan_strategy", *_part_of("plan"), _column("code", CODE), _column("name", sa.Text))
    op.create_table("swot_entry", *_part_of("plan"), _column("kind", ENUM), _column("text", sa.Text))
    op.create_table("plan_option", *_part_of("plan"), _column("part", ENUM))
    op.create_table(
        "accepted_warning",
        *_part_of("plan"),
        _column("code", CODE),
        _column("field", LINE),
        *_columns(sa.Text, "text reason"),
        _column("accepted_on", sa.Date),
    )


def _project_parts(op: Operations) -> None:
    op.create_table(
        "project_reach",
        *_part_of("project"),
        *_columns(ENUM, "kind level"),
        _ref("line_id", "position_line"),
        _ref("unit_id", "org_unit"),
        _ref("staff_id", "staff"),
    )
    op.create_table("project_link", *_part_of("project"), _column("kind", ENUM), _column("code", CODE))
    op.create_table(
        "project_indicator", *_part_of("project"), _column("name", sa.Text), *_columns(LINE, "quantity unit")
    )


def _documents(op: Operations) -> None:
    op.create_table(
        "issued_document",
        _id(),
        _column("kind", ENUM),
        _column("year", sa.Integer, index=True),
        _column("number", LINE),
        _column("dated", sa.Date),
        _column("subject", sa.Text),
        _column("form", CODE),
        _ref("plan_id", "plan"),
    )


def _meetings(op: Operations) -> None:
    op.create_table(
        "meeting",
        _id(),
        _ref("plan_id", "plan", "CASCADE", optional=False),
        _column("committee", ENUM),
        _column("number", sa.Integer),
        *_maybe(sa.Date, "held_on"),
        *_columns(LINE, "starts ends place recorder reviewer"),
        _column("subject", sa.Text),
    )
    op.create_table("meeting_item", *_part_of("meeting"), *_columns(sa.Text, "title detail discussion resolution"))
    op.create_table(
        "meeting_attendee",
        *_part_of("meeting"),
        *_columns(LINE, "name position substitute"),
        sa.Column("role", ENUM, nullable=True),
        _column("presence", ENUM),
    )


def _life(op: Operations) -> None:
    op.create_table(
        "plan_event",
        _id(),
        _ref("plan_id", "plan", "CASCADE", optional=False),
        _column("status", ENUM),
        _column("happened_on", sa.Date),
        *_columns(sa.Text, "resolution note"),
        _ref("document_id", "issued_document"),
        _ref("meeting_id", "meeting"),
        _column("recorded_at", sa.DateTime),
    )
    op.create_table(
        "plan_edition",
        _id(),
        _ref("plan_id", "plan", "CASCADE", optional=False),
        _column("number", sa.Integer),
        _column("announced_on", sa.Date),
        _column("taken_at", sa.DateTime),
        *_columns(sa.Text, "reason resolution content"),
        _ref("document_id", "issued_document"),
        sa.UniqueConstraint("plan_id", "number"),
    )


def _needs(op: Operations) -> None:
    op.create_table(
        "needs_survey",
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        *_maybe(sa.Date, "opened_on closed_on"),
        *_columns(sa.Integer, "sent returned"),
        _column("summary", sa.Text),
    )
    op.create_table(
        "training_need",
        _id(),
        _column("year", sa.Integer, index=True),
        *_columns(sa.Text, "topic note"),
        _column("people", sa.Integer),
        _ref("course_id", "course"),
        _ref("unit_id", "org_unit"),
        _column("source", ENUM),
        _column("place", sa.Integer),
    )
    op.create_table(
        "evidence_record",
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", ENUM, primary_key=True),
        _column("document", LINE),
        *_maybe(sa.Date, "dated"),
        _column("note", sa.Text),
    )
