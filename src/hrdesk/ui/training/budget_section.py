"""งบประมาณ: planned, used and remaining of a year by organiser and by source, and of all years side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout

from hrdesk.domain.statistics import percent
from hrdesk.domain.year_project import Budget
from hrdesk.services import Area
from hrdesk.thai.numbers import format_baht
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, choose, column, combo, empty_state, frame, label, row
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from hrdesk.services.training.values import YearBudgets
    from hrdesk.ui.kit.desk import Desk

Line = tuple[str, Budget]


@dataclass(frozen=True)
class BudgetData:
    years: dict[int, Budget]
    year: YearBudgets


class BudgetSection(Page):
    areas = Area.TRAINING | Area.CURRICULUM

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.year: int | None = None
        self.year_box = combo("ปีงบประมาณ")
        self.year_box.activated.connect(self._year_chosen)
        self.total = label("", "section", wrap=True)
        self.tables = {
            "organizer": Table(theme, "ตามหน่วยดำเนินการ", RowsModel(_columns("หน่วยดำเนินการ"))),
            "fund": Table(theme, "ตามแหล่งงบประมาณ", RowsModel(_columns("แหล่งงบประมาณ"))),
            "year": Table(theme, "ตามปีงบประมาณ", RowsModel(_columns("ปีงบประมาณ"))),
        }
        for one in self.tables.values():
            one.setMinimumHeight(theme.row * 2)
        bar = row(theme, label("ปีงบประมาณ"), self.year_box, self.total, gap="m")
        bar.setStretch(2, 1)
        self.go_button = button("ไปที่โครงการของปี", lambda: desk.went.emit("classes", "projects"), kind="primary")
        self._either = QStackedLayout()
        self._either.addWidget(frame(column(theme, bar, *self.tables.values(), gap="s")))
        self._either.addWidget(empty_state(theme, "ยังไม่มีโครงการที่มีงบประมาณ เมื่อเพิ่มโครงการของปีแล้ว งบประมาณจะรวมให้ที่นี่", self.go_button))
        box = column(theme, self._either)
        box.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(box)

    def reader(self) -> Callable[[], BudgetData]:
        projects, wanted = self.services.year_projects, self.year

        def work() -> BudgetData:
            years = projects.budgets_by_year()
            return BudgetData(years, projects.budgets(wanted or max(years, default=0)))

        return work

    def show_data(self, data: BudgetData) -> None:
        self.year = data.year.year or None
        self.year_box.clear()
        for year in sorted(data.years, reverse=True):
            self.year_box.addItem(str(year), year)
        choose(self.year_box, data.year.year)
        self._either.setCurrentIndex(0 if data.years else 1)
        total = data.year.total
        self.total.setText(
            f"ตั้งไว้ {format_baht(total.planned)} · ใช้ไป {format_baht(total.used)} · คงเหลือ {format_baht(total.remaining)} บาท"
        )
        self.tables["organizer"].rows.set_rows(_lines(data.year.by_organizer))
        self.tables["fund"].rows.set_rows(_lines(data.year.by_fund))
        self.tables["year"].rows.set_rows([(str(year), budget) for year, budget in data.years.items()])

    def _year_chosen(self) -> None:
        self.year = self.year_box.currentData()
        self.refresh()


def _lines(budgets: Mapping[str, Budget]) -> list[Line]:
    return [(name or "ไม่ระบุ", budget) for name, budget in budgets.items()]


def _columns(heading: str) -> tuple[Column[Line], ...]:
    return (
        Column(heading, lambda r: r[0], stretch=True),
        Column("ตั้งไว้", lambda r: format_baht(r[1].planned), "999,999,999", right=True),
        Column("ใช้ไป", lambda r: format_baht(r[1].used), "999,999,999", right=True),
        Column("คงเหลือ", lambda r: format_baht(r[1].remaining), "-999,999,999", right=True,
               tone=lambda r: "error" if r[1].remaining < 0 else ""),
        Column("ใช้ไปร้อยละ", lambda r: _share(r[1]), "ใช้ไปร้อยละ", right=True),
    )  # fmt: skip


def _share(budget: Budget) -> str:
    found = percent(budget.used, budget.planned)
    return NOTHING if found is None else str(found)
