"""The record of use with its triggers, and drafts of forms. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

LINE = sa.String(500)


def upgrade(op: Operations) -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("user", LINE, nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("row_ids", LINE, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("detail", LINE, nullable=False),
    )
    op.create_index("ix_audit_entry_at", "audit_entry", ["at"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_entry_no_{verb.lower()} BEFORE {verb} ON audit_entry "
                "BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END"
            )
    op.create_table(
        "form_draft",
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("title", LINE, nullable=False),
        sa.Column("place", LINE, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("updated_at", sa.DateTime, nullable=False),
    )
