"""Schema 2: imports that can be taken back, and remembered columns. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("source", sa.String(500), nullable=False),
        sa.Column("summary", sa.String(500), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_table(
        "import_mapping",
        sa.Column("signature", sa.String(64), primary_key=True),
        sa.Column("columns", sa.Text, nullable=False),
        sa.Column("updated_at", sa.DateTime, nullable=False),
    )
