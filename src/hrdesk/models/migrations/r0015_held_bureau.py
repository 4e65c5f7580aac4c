"""A post of the past keeps the bureau above its unit. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Empty for those there are: units of one name stand under several bureaus, and nobody wrote down under which."""
    with op.batch_alter_table("held_position") as held:
        held.add_column(sa.Column("bureau", sa.String(500), nullable=False, server_default=""))
    with op.batch_alter_table("held_position") as held:
        held.alter_column("bureau", server_default=None)
