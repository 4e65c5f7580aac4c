"""What a year asks for and has: read without SQLAlchemy, for the first page shows it at every start (see `models.plain`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.services.monitoring.due import due_items, next_due_change, scheduled_years
from hrdesk.services.plan.evidence_reading import read_pack
from hrdesk.services.plan.ruling import ruling_plan
from hrdesk.services.training.budget_reading import budgets_by_year

if TYPE_CHECKING:
    from datetime import date

    from hrdesk.domain.evidence import EvidenceItem
    from hrdesk.domain.year_project import Budget
    from hrdesk.models.database import Database
    from hrdesk.services.glance import DueItem


class YearReadingService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def budgets_by_year(self) -> dict[int, Budget]:
        """Planned and used, of every year with projects, oldest first."""
        with self._database.rows() as rows:
            return budgets_by_year(rows)

    def pack(self, year: int) -> tuple[EvidenceItem, ...]:
        """The evidence of a fiscal year, in its order."""
        with self._database.rows() as rows:
            return read_pack(rows, year)

    def plan_of_year(self, year: int) -> int | None:
        """The plan that rules the fiscal year."""
        with self._database.rows() as rows:
            return ruling_plan(rows, year)

    def due_items(self, today: date) -> tuple[DueItem, ...]:
        """What is late or falls due within a month, the earliest first."""
        with self._database.rows() as rows:
            return due_items(rows, today)

    def next_due_change(self, today: date) -> date | None:
        """Until that day `due_items` says what it says today, unless the data change; None where it always will."""
        with self._database.rows() as rows:
            return next_due_change(rows, today)

    def scheduled_years(self, plan_id: int) -> frozenset[int]:
        """The years whose rounds stand in a schedule of their own."""
        with self._database.rows() as rows:
            return scheduled_years(rows, plan_id)
