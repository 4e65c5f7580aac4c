"""Skills: stages, groups, assessments, own competencies, frameworks, guide, IDPs. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

CODE = sa.String(64)
LINE = sa.String(500)
ENUM = sa.String(32)
RESTRICT = "RESTRICT"
CASCADE = "CASCADE"


def upgrade(op: Operations) -> None:
    _framework(op)
    _people(op)
    _competencies(op)
    _guide(op)
    _idp(op)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _column(name: str, kind: sa.types.TypeEngine[Any] | type[sa.types.TypeEngine[Any]], **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, **options)


def _columns(kind: sa.types.TypeEngine[Any] | type[sa.types.TypeEngine[Any]], names: str) -> list[sa.Column[Any]]:
    return [_column(name, kind) for name in names.split()]


def _maybe(kind: type[sa.types.TypeEngine[Any]], names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=True) for name in names.split()]


def _ref(name: str, table: str, *, optional: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{table}.id", ondelete=RESTRICT)
    return sa.Column(name, sa.Integer, key, nullable=optional, index=True)


def _key_ref(name: str, table: str, rule: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id", ondelete=rule), primary_key=True)


def _key(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, primary_key=True)


def _framework(op: Operations) -> None:
    op.create_table(
        "framework_version",
        _id(),
        _column("key", CODE, unique=True),
        *_columns(LINE, "title version source"),
        _column("imported_at", sa.DateTime),
        _column("content", sa.Text),
    )
    op.create_table(
        "org_stage",
        _id(),
        _column("announced_on", sa.Date),
        *_columns(CODE, "framework stage"),
        _column("document", LINE),
    )


def _people(op: Operations) -> None:
    op.create_table(
        "staff_skill_group",
        _key_ref("staff_id", "staff", RESTRICT),
        _key("framework", CODE),
        _key("group_code", CODE),
        _column("approver", LINE),
        *_maybe(sa.Date, "approved_on"),
    )
    op.create_table(
        "assessment",
        _id(),
        _ref("staff_id", "staff"),
        *_columns(CODE, "framework code"),
        _column("rater", ENUM),
        _column("level", sa.Integer),
        _column("evidence", sa.Text),
        _column("assessed_on", sa.Date),
        _column("assessor", LINE),
        _column("recorded_at", sa.DateTime),
        *_maybe(sa.DateTime, "archived_at"),
    )


def _competencies(op: Operations) -> None:
    op.create_table(
        "own_competency",
        _id(),
        _column("kind", ENUM),
        _column("code", CODE, unique=True),
        _column("name", LINE),
        _column("description", sa.Text),
        _ref("line_id", "position_line", optional=True),
        _column("place", sa.Integer),
    )
    op.create_table(
        "competency_expectation",
        _key_ref("competency_id", "own_competency", CASCADE),
        _key("position_type", ENUM),
        _key("level", ENUM),
        _column("expected", sa.Integer),
    )
    op.create_table(
        "course_unit", _key_ref("course_id", "course", CASCADE), _key("framework", CODE), _key("code", CODE)
    )


def _guide(op: Operations) -> None:
    op.create_table(
        "guide_entry",
        _id(),
        *_columns(CODE, "framework code"),
        _column("way", ENUM),
        _column("activity", sa.Text),
        _column("indicator", LINE),
        *_columns(sa.Integer, "months place"),
    )


def _idp(op: Operations) -> None:
    op.create_table(
        "idp",
        _id(),
        _ref("staff_id", "staff"),
        _column("year", sa.Integer),
        *_columns(CODE, "framework stage"),
        _column("status", ENUM),
        *_columns(LINE, "position level unit superior_name superior_position upper_name upper_position"),
        *_columns(sa.Text, "goal result"),
        *_maybe(sa.Date, "superior_agreed_on upper_agreed_on closed_on"),
        _column("updated_at", sa.DateTime),
        sa.UniqueConstraint("staff_id", "year"),
    )
    op.create_table(
        "idp_item",
        _key_ref("idp_id", "idp", CASCADE),
        _key("place", sa.Integer()),
        *_columns(LINE, "goal name indicator"),
        *_columns(CODE, "framework code"),
        _column("expected", sa.Integer),
        *_maybe(sa.Integer, "self_level superior_level agreed_level"),
        *_columns(ENUM, "way status"),
        *_columns(sa.Text, "activity evidence result"),
        _ref("course_id", "course", optional=True),
        *_maybe(sa.Date, "starts_on ends_on"),
    )
