"""An office's own rules for groups, and which items of a plan are for the next stage. Frozen, as every revision is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

CODE = sa.String(64)
LINE = sa.String(500)
ENUM = sa.String(32)
# What drafted plans wrote as the goal of an item for the next stage, until this revision kept it as a fact.
GOAL_OF_THE_NEXT_STAGE = "เตรียมพร้อมสำหรับระยะถัดไป"


def upgrade(op: Operations) -> None:
    op.create_table(
        "skill_group_rule",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, CODE, nullable=False) for name in ("framework", "group_code")),
        *(sa.Column(name, ENUM, nullable=True) for name in ("personnel_type", "position_type")),
        sa.Column("title_words", LINE, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
    )
    with op.batch_alter_table("idp_item") as item:
        item.add_column(sa.Column("future", sa.Boolean, nullable=False, server_default=sa.false()))
    with op.batch_alter_table("idp_item") as item:
        item.alter_column("future", server_default=None)
    table = sa.table("idp_item", sa.column("future", sa.Boolean), sa.column("goal", LINE))
    op.execute(table.update().where(table.c.goal == GOAL_OF_THE_NEXT_STAGE).values(future=True))
