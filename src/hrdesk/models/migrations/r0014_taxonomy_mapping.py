"""An office's own word on how groups, digital skills and posts meet. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "taxonomy_mapping",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("framework", sa.String(64), nullable=False, unique=True),
        sa.Column("guideline", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
