"""Schema 4: evaluation schedules, monitoring rounds, annual reports, evidence. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

LINE = sa.String(500)


def upgrade(op: Operations) -> None:
    _schedule(op)
    _rounds(op)
    _annual(op)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _of(table: str, name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=True)


def _key_of(table: str, name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True)


def _texts(names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names.split()]


def _schedule(op: Operations) -> None:
    op.create_table(
        "evaluation_schedule",
        _id(),
        _of("project", "project_id"),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("evaluator", LINE, nullable=False),
        sa.Column("due", sa.Date, nullable=True),
        sa.Column("follow_months", sa.Integer, nullable=False),
        *_texts("note"),
        sa.UniqueConstraint("project_id", "year"),
    )
    op.create_table(
        "evaluation_schedule_method",
        _key_of("evaluation_schedule", "schedule_id"),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column(
            "evaluation_id", sa.Integer, sa.ForeignKey("evaluation_method.id", ondelete="RESTRICT"),
            nullable=False, index=True,
        ),
    )  # fmt: skip
    op.create_table(
        "schedule_draft",
        _id(),
        sa.Column("page", LINE, nullable=False),
        *_texts("payload"),
        sa.Column("updated_at", sa.DateTime, nullable=False),
    )


def _rounds(op: Operations) -> None:
    op.create_table(
        "monitoring_report",
        _id(),
        _of("plan", "plan_id"),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("as_at", sa.Date, nullable=True),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("closed_on", sa.Date, nullable=True),
        *_texts("findings recommendations frozen"),
        sa.UniqueConstraint("plan_id", "year", "number"),
    )
    op.create_table(
        "monitoring_explanation",
        _key_of("monitoring_report", "report_id"),
        sa.Column("key", LINE, primary_key=True),
        *_texts("text"),
    )


def _annual(op: Operations) -> None:
    op.create_table(
        "annual_report",
        _id(),
        _of("plan", "plan_id"),
        sa.Column("year", sa.Integer, nullable=False),
        *_texts("summary problems suggestions"),
        sa.UniqueConstraint("plan_id", "year"),
    )
    op.create_table(
        "evidence",
        _id(),
        _of("plan", "plan_id"),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        *_texts("title"),
        sa.Column("reference", LINE, nullable=False),
        sa.Column("dated", sa.Date, nullable=True),
        sa.Column("kept_at", LINE, nullable=False),
    )
