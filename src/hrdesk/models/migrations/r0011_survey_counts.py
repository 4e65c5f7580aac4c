"""How many forms of a needs survey went out and came back, by unit and kind of personnel. Frozen: a later change is a
later revision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "survey_count",
        sa.Column("year", sa.Integer, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("org_unit.id", ondelete="RESTRICT"), index=True),
        sa.Column("personnel_type", sa.String(32), nullable=False),
        sa.Column("sent", sa.Integer, nullable=False),
        sa.Column("returned", sa.Integer, nullable=False),
    )
