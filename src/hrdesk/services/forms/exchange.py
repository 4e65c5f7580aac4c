"""What is handed to others as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.subject import Subject

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.services.forms.service import FormsService

PROVINCE_FORMS = ("budget-table", "monitoring-table", "register")  # the sheets, in this order


class ExchangeService:
    def __init__(self, forms: FormsService) -> None:
        self._forms = forms

    def province_workbook(self, plan_id: int, target: Path) -> int:
        """F22: the plan's two tables and the register on a sheet each; returns the rows of data."""
        from hrdesk.reports.sheets.xlsx import write_xlsx  # noqa: PLC0415 - a start exports nothing

        documents = [self._forms.document(form, Subject(plan=plan_id), thai_digits=False) for form in PROVINCE_FORMS]
        return write_xlsx(documents, target)
