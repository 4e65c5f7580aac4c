"""Several organisers carry out a project of the year together. Frozen: a later change is a later revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    op.create_table(
        "year_project_organizer",
        sa.Column("year_project_id", sa.Integer, sa.ForeignKey("year_project.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("organizer_id", sa.Integer, sa.ForeignKey("organizer.id", ondelete="RESTRICT"), nullable=False, index=True),
    )
    op.execute(
        "INSERT INTO year_project_organizer (year_project_id, place, organizer_id)"
        " SELECT id, 0, organizer_id FROM year_project WHERE organizer_id IS NOT NULL"
    )
    with op.batch_alter_table("year_project") as project:
        project.drop_index("ix_year_project_organizer_id")
        project.drop_constraint("fk_year_project_organizer_id_organizer", type_="foreignkey")
        project.drop_column("organizer_id")
