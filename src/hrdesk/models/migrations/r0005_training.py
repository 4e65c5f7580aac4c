"""The year's projects, classes, attendance and results. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

    Kind = sa.types.TypeEngine[Any] | type[sa.types.TypeEngine[Any]]

LINE = sa.String(500)
ENUM = sa.String(32)
HUNDREDTHS = sa.BigInteger()
RESTRICT = "RESTRICT"
CASCADE = "CASCADE"


def upgrade(op: Operations) -> None:
    _year_project(op)
    _project_parts(op)
    _training_class(op)
    _people(op)
    _results(op)
    _opinions(op)
    _afterwards(op)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _columns(kind: Kind, names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names.split()]


def _maybe(kind: Kind, names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=True) for name in names.split()]


def _ref(name: str, table: str, *, rule: str = RESTRICT, optional: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{table}.id", ondelete=rule)
    return sa.Column(name, sa.Integer, key, nullable=optional, index=True)


def _whole(name: str, table: str) -> sa.Column[Any]:
    """The leading part of a key: what the row goes with."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id", ondelete=CASCADE), primary_key=True)


def _key(name: str, kind: Kind) -> sa.Column[Any]:
    return sa.Column(name, kind, primary_key=True)


def _year_project(op: Operations) -> None:
    op.create_table(
        "year_project",
        _id(),
        sa.Column("year", sa.Integer, nullable=False, index=True),
        *_columns(sa.Integer, "place people"),
        *_columns(sa.Text, "title outside_reason status_reason problems suggestions"),
        _ref("plan_project_id", "project", optional=True),
        _ref("organizer_id", "organizer", optional=True),
        *_columns(ENUM, "status"),
        *_columns(LINE, "responsible venue memo_number"),
        *_maybe(sa.Date, "starts_on ends_on memo_date approved_on"),
        *_columns(HUNDREDTHS, "lecture other"),
    )


def _project_parts(op: Operations) -> None:
    whole = ("year_project_id", "year_project")
    for part, name, table in (("method", "method_id", "method"), ("target", "target_id", "target_group"), ("course", "course_id", "course")):
        op.create_table(f"year_project_{part}", _whole(*whole), _key("place", sa.Integer), _ref(name, table))
    op.create_table(
        "year_project_cost",
        _whole(*whole),
        _key("place", sa.Integer),
        *_columns(sa.Text, "item"),
        *_columns(sa.BigInteger, "unit_price"),
        *_columns(sa.Integer, "quantity times"),
        *_columns(LINE, "unit"),
    )
    op.create_table(
        "year_project_fund",
        _whole(*whole),
        _key("place", sa.Integer),
        _ref("fund_id", "fund_source", optional=True),
        *_columns(sa.BigInteger, "planned used"),
    )
    op.create_table(
        "year_project_indicator",
        _whole(*whole),
        _key("place", sa.Integer),
        *_columns(ENUM, "kind"),
        *_columns(sa.Text, "name"),
        *_columns(LINE, "target unit result"),
    )
    op.create_table("year_project_text", _whole(*whole), _key("part", ENUM), *_columns(sa.Text, "text"))


def _training_class(op: Operations) -> None:
    op.create_table(
        "training_rules", _id(), *_columns(sa.Integer, "attendance_percent pass_percent follow_up_months")
    )
    op.create_table(
        "training_class",
        _id(),
        _ref("year_project_id", "year_project"),
        *_columns(sa.Integer, "number attendance_percent"),
        *_columns(sa.Text, "title status_reason note"),
        _ref("course_id", "course", optional=True),
        *_columns(ENUM, "status"),
        *_maybe(sa.Date, "starts_on ends_on letter_date"),
        *_columns(LINE, "venue letter_number"),
        *_columns(HUNDREDTHS, "lecture other"),
    )
    op.create_table(
        "class_session", _whole("class_id", "training_class"), _key("day", sa.Date), _key("half", ENUM)
    )
    op.create_table(
        "class_trainer",
        _whole("class_id", "training_class"),
        _key("place", sa.Integer),
        *_columns(LINE, "name position topic"),
    )


def _people(op: Operations) -> None:
    op.create_table(
        "participant",
        _id(),
        _ref("class_id", "training_class", rule=CASCADE),
        _ref("staff_id", "staff"),
        *_columns(LINE, "position unit bureau order_number certificate_number"),
        *_columns(ENUM, "level personnel_type position_type result"),
        *_maybe(sa.Date, "order_date"),
        *_columns(sa.Text, "note"),
        sa.UniqueConstraint("class_id", "staff_id"),
    )
    op.create_table(
        "attendance",
        _whole("participant_id", "participant"),
        _key("day", sa.Date),
        _key("half", ENUM),
        *_columns(sa.Boolean, "present"),
        sqlite_with_rowid=False,
    )


def _results(op: Operations) -> None:
    op.create_table(
        "class_test", _whole("class_id", "training_class"), _key("kind", ENUM), *_columns(HUNDREDTHS, "full passing")
    )
    op.create_table(
        "test_score", _whole("participant_id", "participant"), _key("kind", ENUM), *_columns(HUNDREDTHS, "score")
    )


def _opinions(op: Operations) -> None:
    op.create_table(
        "evaluation_question",
        _id(),
        _ref("class_id", "training_class", rule=CASCADE, optional=True),
        *_columns(LINE, "section"),
        *_columns(sa.Text, "text"),
        *_columns(sa.Integer, "place"),
        *_columns(sa.Boolean, "retired"),
    )
    op.create_table(
        "evaluation_sheet",
        _id(),
        _ref("class_id", "training_class", rule=CASCADE),
        *_columns(sa.Integer, "number"),
        *_columns(sa.Text, "comment"),
    )
    question = sa.ForeignKey("evaluation_question.id", ondelete=CASCADE)
    op.create_table(
        "evaluation_answer",
        _whole("sheet_id", "evaluation_sheet"),
        sa.Column("question_id", sa.Integer, question, primary_key=True, index=True),
        *_columns(sa.Integer, "level"),
    )


def _afterwards(op: Operations) -> None:
    op.create_table(
        "interview",
        _id(),
        _ref("class_id", "training_class", rule=CASCADE),
        _ref("participant_id", "participant", rule=CASCADE, optional=True),
        *_maybe(sa.Date, "day"),
        *_columns(LINE, "interviewer"),
        *_columns(sa.Text, "findings"),
    )
    op.create_table(
        "outside_result",
        _id(),
        _ref("class_id", "training_class", rule=CASCADE),
        *_columns(LINE, "organization letter_number"),
        *_maybe(sa.Date, "requested_on received_on"),
        *_columns(sa.Text, "result"),
    )
    op.create_table(
        "follow_up",
        _id(),
        _ref("participant_id", "participant", rule=CASCADE),
        sa.Column("due_on", sa.Date, nullable=False, index=True),
        *_maybe(sa.Date, "done_on"),
        *_columns(LINE, "supervisor supervisor_position"),
        *_maybe(sa.Integer, "level"),
        *_columns(sa.Text, "findings suggestions"),
    )
