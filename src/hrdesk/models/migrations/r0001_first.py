"""Schema 1: the office, its staff, the catalogue, plans. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

LINE = sa.String(500)
KEY = sa.String(1000)
ENUM = sa.String(32)
RESTRICT = "RESTRICT"
CASCADE = "CASCADE"


def upgrade(op: Operations) -> None:
    _office(op)
    _staff(op)
    _courses(op)
    _choices(op)
    _plan(op)
    _plan_parts(op)
    _project(op)
    _project_choices(op)
    _project_money(op)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _column(name: str, kind: sa.types.TypeEngine[Any] | type[sa.types.TypeEngine[Any]], **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, **options)


def _place() -> sa.Column[int]:
    return _column("place", sa.Integer)


def _ref(name: str, table: str, rule: str = RESTRICT, *, optional: bool = False) -> sa.Column[Any]:
    return sa.Column(
        name, sa.Integer, sa.ForeignKey(f"{table}.id", ondelete=rule), nullable=optional, index=True
    )


def _part_of(whole: str) -> tuple[sa.Column[Any], sa.Column[Any]]:
    """The key of a part: its whole and its place in it."""
    owner = sa.ForeignKey(f"{whole}.id", ondelete=CASCADE)
    return (
        sa.Column(f"{whole}_id", sa.Integer, owner, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
    )


def _office(op: Operations) -> None:
    lines = ("name", "district", "province", "subdistrict", "hr_unit", "head_name", "chief_name")
    op.create_table("organization", _id(), _column("kind", ENUM), *(_column(line, LINE) for line in lines))
    op.create_table(
        "org_unit", _id(), _column("name", LINE), _ref("parent_id", "org_unit", optional=True), _place()
    )
    op.create_table(
        "position_line",
        _id(),
        _column("name", LINE, unique=True),
        _column("personnel_type", ENUM),
        _column("position_type", ENUM),
        _place(),
    )
    op.create_table(
        "position",
        _id(),
        _column("number", LINE),
        _column("number_key", KEY, index=True),
        _column("title", LINE),
        _column("title_key", KEY, index=True),
        _column("search_key", LINE),
        _ref("line_id", "position_line"),
        _column("level", ENUM),
        _ref("unit_id", "org_unit", optional=True),
    )


def _staff(op: Operations) -> None:
    post = sa.ForeignKey("position.id", ondelete=RESTRICT)
    op.create_table(
        "staff",
        _id(),
        *(_column(line, LINE) for line in ("title", "first_name", "last_name")),
        _column("sort_key", KEY, index=True),
        _column("search_key", KEY, index=True),
        sa.Column("national_id", sa.String(13), unique=True),
        sa.Column("birth_date", sa.Date),
        _column("personnel_type", ENUM),
        sa.Column("position_id", sa.Integer, post, unique=True),
        sa.Column("start_date", sa.Date),
        _column("education", LINE),
        _column("note", sa.Text),
        sa.Column("left_on", sa.Date),
        _column("left_reason", LINE),
    )


def _courses(op: Operations) -> None:
    op.create_table(
        "course_group",
        _id(),
        _column("number", sa.Integer, unique=True),
        _column("name", LINE),
        _column("from_lines", sa.Boolean),
    )
    op.create_table("law", _id(), _column("title", LINE), _column("replaced_by", LINE), _place())
    op.create_table(
        "course",
        _id(),
        _ref("group_id", "course_group"),
        _column("title", LINE),
        _ref("law_id", "law", optional=True),
        _place(),
    )


def _choices(op: Operations) -> None:
    op.create_table(
        "method",
        _id(),
        _column("kind", ENUM),
        *(_column(line, LINE) for line in ("name", "short_name")),
        _column("in_monitoring_table", sa.Boolean),
        _place(),
    )
    op.create_table(
        "organizer",
        _id(),
        _column("kind", ENUM),
        *(_column(line, LINE) for line in ("name", "budget_heading", "monitoring_heading")),
        *(_column(flag, sa.Boolean) for flag in ("in_budget_table", "in_monitoring_table")),
        _place(),
    )
    op.create_table("target_group", _id(), _column("name", LINE), _place())
    for kind in ("personnel_type", "position_type"):
        owner = sa.ForeignKey("target_group.id", ondelete=CASCADE)
        op.create_table(
            f"target_{kind}",
            sa.Column("target_id", sa.Integer, owner, primary_key=True),
            sa.Column(kind, ENUM, primary_key=True),
        )
    op.create_table(
        "evaluation_method", _id(), _column("name", sa.Text), _column("short_name", LINE), _place()
    )
    op.create_table("fund_source", _id(), _column("name", LINE), _place())


def _plan(op: Operations) -> None:
    op.create_table(
        "plan",
        _id(),
        _column("first_year", sa.Integer, index=True),
        _column("year_count", sa.Integer),
        _column("status", ENUM),
        _column("budget_law", LINE),
        _column("covers_all_positions", sa.Boolean),
        sa.Column("committee_announcement_date", sa.Date),
        _column("committee_announcement_clauses", sa.Text),
        _column("updated_at", sa.DateTime),
    )
    op.create_table(
        "wizard_draft",
        _id(),
        _column("page", LINE),
        _column("payload", sa.Text),
        _column("updated_at", sa.DateTime),
    )


def _plan_parts(op: Operations) -> None:
    op.create_table(
        "plan_chapter", *_part_of("plan"), _column("key", sa.String(100)), _column("text", sa.Text)
    )
    op.create_table(
        "committee_member",
        *_part_of("plan"),
        _column("position", LINE),
        _column("role", ENUM),
        _column("committee", ENUM),
        _column("name", LINE),
    )
    op.create_table(
        "monitoring_round",
        *_part_of("plan"),
        _column("year", sa.Integer),
        _column("number", sa.Integer),
        sa.Column("due", sa.Date),
    )
    op.create_table(
        "responsible",
        _id(),
        _ref("plan_id", "plan", CASCADE),
        _place(),
        _column("title", sa.Text),
        _column("note", sa.Text),
    )
    op.create_table("responsible_duty", *_part_of("responsible"), _column("text", sa.Text))


def _project(op: Operations) -> None:
    op.create_table(
        "project",
        _id(),
        _ref("plan_id", "plan", CASCADE),
        _place(),
        _column("title", sa.Text),
        _column("listed", sa.Boolean),
        _column("no_budget", sa.Boolean),
        _column("monitoring_title", sa.Text),
        sa.Column("stated_total", sa.BigInteger),
    )
    op.create_table("project_year", *_part_of("project"), _column("year", sa.Integer))


def _project_choices(op: Operations) -> None:
    op.create_table("project_method", *_part_of("project"), _ref("method_id", "method"))
    op.create_table("project_organizer", *_part_of("project"), _ref("organizer_id", "organizer"))
    op.create_table("project_target", *_part_of("project"), _ref("target_id", "target_group"))
    op.create_table("project_evaluation", *_part_of("project"), _ref("evaluation_id", "evaluation_method"))
    op.create_table("project_course", *_part_of("project"), _ref("course_id", "course"))


def _project_money(op: Operations) -> None:
    op.create_table(
        "project_budget",
        *_part_of("project"),
        _column("year", sa.Integer),
        _column("amount", sa.BigInteger),
        _ref("fund_id", "fund_source", optional=True),
    )
    op.create_table(
        "project_cost",
        *_part_of("project"),
        _column("item", sa.Text),
        _column("unit_price", sa.BigInteger),
        _column("quantity", sa.Integer),
        _column("times", sa.Integer),
        sa.Column("stated", sa.BigInteger),
    )
