"""The money of the years' projects, read by plain SQL for the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.year_project import Budget

if TYPE_CHECKING:
    from hrdesk.models.plain import Rows


def budgets_by_year(rows: Rows) -> dict[int, Budget]:
    """Of every year with projects, oldest first."""
    found = rows(
        "SELECT y.year, coalesce(sum(f.planned), 0), coalesce(sum(f.used), 0) FROM year_project y"
        " LEFT JOIN year_project_fund f ON f.year_project_id = y.id GROUP BY y.year ORDER BY y.year"
    )
    return {year: Budget(planned, used) for year, planned, used in found}
