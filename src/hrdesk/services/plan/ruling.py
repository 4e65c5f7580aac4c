"""Which plan rules a fiscal year where several lie over it: one rule for every page, paper and workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.models.plain import member, rows_of

if TYPE_CHECKING:
    from hrdesk.models.plain import Source

# Best first; one that is being revised stays in force.
_ORDER = (PlanStatus.ANNOUNCED, PlanStatus.REVISING, PlanStatus.CLOSED, PlanStatus.PROVINCE)


def ruling_plan(source: Source, year: int) -> int | None:
    """An announced one before drafts, then the newest; None where no plan's period holds the year."""
    plans = rows_of(source)(
        "SELECT id, status FROM plan WHERE first_year <= ? AND first_year + year_count > ? ORDER BY first_year DESC, id DESC",
        year, year,
    )  # fmt: skip
    ranked = [(_rank(member(PlanStatus, status)), place, plan) for place, (plan, status) in enumerate(plans)]
    return min(ranked)[2] if ranked else None


def _rank(status: PlanStatus) -> int:
    return _ORDER.index(status) if status in _ORDER else len(_ORDER)
