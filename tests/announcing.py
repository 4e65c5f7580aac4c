"""A plan fit to be announced: what it promises to every post is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind

if TYPE_CHECKING:
    from hrdesk.services import Services


def keep_the_promise(services: Services, plan: int = 1) -> None:
    """Its last project with money reaches every unit of the office."""
    draft, units = services.planning.load(plan), services.register.office().units
    everyone = tuple(Reach(ReachKind.UNIT, unit.id) for unit in units)
    last = draft.budgeted_projects[-1]
    projects = tuple(replace(p, reaches=everyone) if p is last else p for p in draft.projects)
    services.planning.save(replace(draft, projects=projects))
