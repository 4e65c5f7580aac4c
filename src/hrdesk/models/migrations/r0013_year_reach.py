"""A project of the year keeps whom it is meant for besides the target groups. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

_COPY = """
INSERT INTO year_project_reach (year_project_id, place, kind, level, line_id, unit_id, staff_id)
SELECT year_project.id, reach.place, reach.kind, reach.level, reach.line_id, reach.unit_id, reach.staff_id
FROM project_reach AS reach JOIN year_project ON year_project.plan_project_id = reach.project_id
"""


def upgrade(op: Operations) -> None:
    """Those made from the plan get what the plan says, which had been left out when they were made."""

    def reference(name: str, table: str) -> sa.Column[int]:
        return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id", ondelete="RESTRICT"), nullable=True, index=True)

    op.create_table(
        "year_project_reach",
        sa.Column("year_project_id", sa.Integer, sa.ForeignKey("year_project.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String(32), nullable=False) for name in ("kind", "level")),
        reference("line_id", "position_line"),
        reference("unit_id", "org_unit"),
        reference("staff_id", "staff"),
    )
    op.execute(_COPY)
