"""Every table, for whoever goes through all of them. A start imports only those of what it shows: each takes its time."""

from __future__ import annotations

from hrdesk.models import (
    audit,
    competency,
    curriculum,
    evaluation,
    history,
    idp,
    imports,
    monitoring,
    needs,
    office_parts,
    organization,
    plan,
    plan_life,
    plan_parts,
    project,
    staff,
    training,
    year_project,
)
from hrdesk.models.base import Base

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "audit",
    "competency",
    "curriculum",
    "evaluation",
    "history",
    "idp",
    "imports",
    "monitoring",
    "needs",
    "office_parts",
    "organization",
    "plan",
    "plan_life",
    "plan_parts",
    "project",
    "staff",
    "training",
    "year_project",
]
