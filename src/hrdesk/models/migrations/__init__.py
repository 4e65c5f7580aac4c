"""Schema revisions in order. The schema number, SQLite's `user_version`, is how many have been applied.

The revisions are plain functions of Alembic's `Operations`, listed here rather than looked up in a folder: the
list is the same in a source tree, a wheel and a frozen bundle, and Alembic is imported only when one has to run.
A new revision is a new module with `upgrade(op)`, one line here, and a sample file of the schema it leaves behind
(`tests/models/samples`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import MetaData

from hrdesk.models.base import NAMING
from hrdesk.models.migrations import (
    r0001_first,
    r0002_imports,
    r0003_skills,
    r0004_monitoring,
    r0005_training,
    r0006_plan_life,
    r0007_safety,
    r0008_register,
    r0009_skill_rules,
    r0010_office,
    r0011_survey_counts,
    r0012_joint_projects,
    r0013_year_reach,
    r0014_taxonomy_mapping,
    r0015_held_bureau,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from alembic.operations import Operations
    from sqlalchemy import Connection

Revision: TypeAlias = "Callable[[Operations], None]"

REVISIONS: tuple[Revision, ...] = (
    r0001_first.upgrade,
    r0002_imports.upgrade,
    r0003_skills.upgrade,
    r0004_monitoring.upgrade,
    r0005_training.upgrade,
    r0006_plan_life.upgrade,
    r0007_safety.upgrade,
    r0008_register.upgrade,
    r0009_skill_rules.upgrade,
    r0010_office.upgrade,
    r0011_survey_counts.upgrade,
    r0012_joint_projects.upgrade,
    r0013_year_reach.upgrade,
    r0014_taxonomy_mapping.upgrade,
    r0015_held_bureau.upgrade,
)


def upgrade(connection: Connection, have: int, revisions: Sequence[Revision] = REVISIONS) -> None:
    """Bring a schema from number `have` to the newest, inside the caller's transaction."""
    from alembic.operations import Operations  # noqa: PLC0415 - a start with today's schema needs no Alembic
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    named = {"target_metadata": MetaData(naming_convention=NAMING)}
    operations = Operations(MigrationContext.configure(connection, opts=named))
    for revision in revisions[have:]:
        revision(operations)
