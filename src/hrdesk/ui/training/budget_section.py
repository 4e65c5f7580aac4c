"""งบประมาณ: planned, used and remaining of a year by project, organiser and source, and of all years side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QTabWidget

from hrdesk.domain.statistics import percent
from hrdesk.domain.year_project import Budget
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.thai.numbers import format_baht
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table, TotalRow, with_total
from hrdesk.ui.kit.widgets import button, choose, column, combo, empty_state, frame, label, row
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from hrdesk.services.training.values import YearBudgets
    from hrdesk.ui.kit.desk import Desk

PROJECT, ORGANIZER, FUND, YEAR = "project", "organizer", "fund", "year"
HEADINGS = {PROJECT: "โครงการ", ORGANIZER: "หน่วยดำเนินการ", FUND: "แหล่งงบประมาณ", YEAR: "ปีงบประมาณ"}


@dataclass(frozen=True)
class Line:
    """`goes_to` is the place in the list of projects that shows what the money is for."""

    name: str
    budget: Budget
    organizer: str = ""
    goes_to: str = ""

    @property
    def id(self) -> str:
        """By which a table finds the line again."""
        return self.goes_to or self.name


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
        self.tables: dict[str, Table] = {}
        self.totals: dict[str, TotalRow] = {}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("งบประมาณตาม")
        for key, heading in HEADINGS.items():
            self.tabs.addTab(self._table(key, heading), f"ตาม{heading}")
        bar = row(theme, label("ปีงบประมาณ"), self.year_box, self.total, gap="m")
        bar.setStretch(2, 1)
        self.go_button = button("ไปที่โครงการของปี", lambda: desk.went.emit("classes", "projects"), kind="primary")
        self._either = QStackedLayout()
        self._either.addWidget(frame(column(theme, bar, self.tabs, gap="s")))
        self._either.addWidget(empty_state(theme, "ยังไม่มีโครงการที่มีงบประมาณ เมื่อเพิ่มโครงการของปีแล้ว งบประมาณจะรวมให้ที่นี่", self.go_button))
        box = column(theme, self._either)
        box.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(box)

    def reader(self) -> Callable[[], BudgetData]:
        services, wanted = self.services, self.year

        def work() -> BudgetData:
            years = services.year.budgets_by_year()
            return BudgetData(years, services.year_projects.budgets(wanted or max(years, default=0)))

        return work

    def show_data(self, data: BudgetData) -> None:
        self.year = data.year.year or None
        self.year_box.clear()
        for year in sorted(data.years, reverse=True):
            self.year_box.addItem(str(year), year)
        choose(self.year_box, data.year.year)
        self._either.setCurrentIndex(0 if any(one.planned or one.used for one in data.years.values()) else 1)
        total = data.year.total
        self.total.setText(
            f"ตั้งไว้ {format_baht(total.planned)} · ใช้ไป {format_baht(total.used)} · คงเหลือ {format_baht(total.remaining)} บาท"
        )
        self._fill(PROJECT, [Line(p.title, p.budget, p.organizer, f"{data.year.year}/{p.id}") for p in data.year.by_project])
        self._fill(ORGANIZER, _lines(data.year.by_organizer))
        self._fill(FUND, _lines(data.year.by_fund))
        self._fill(YEAR, [Line(str(year), budget, goes_to=f"year:{year}") for year, budget in data.years.items()])

    def _table(self, key: str, heading: str) -> QWidget:
        table = Table(self.theme, f"งบประมาณตาม{heading}", RowsModel(_columns(heading, jointly=key == PROJECT)))
        table.explain("ปีงบประมาณนี้ยังไม่มีโครงการที่ตั้งงบประมาณ กรอกแหล่งงบประมาณได้ในข้อมูลโครงการ")
        table.opened.connect(self._open)
        self.tables[key] = table
        self.totals[key] = TotalRow(table, RowsModel[int](()))
        return frame(with_total(table, self.totals[key]))

    def _fill(self, key: str, lines: list[Line]) -> None:
        table, total = self.tables[key], self.totals[key]
        table.rows.set_rows(lines)
        if table.current_record() is None:
            table.choose_row(0)
        whole = Line(f"รวม {len(lines):,} รายการ", sum((line.budget for line in lines), Budget()))
        columns = table.rows.columns
        total.rows.set_columns([Column(c.heading, partial(_said, c.text(whole)), right=c.right) for c in columns])
        total.rows.set_rows((0,))
        total.match()

    def _open(self, line: Line) -> None:
        if line.goes_to:
            self.desk.went.emit("classes", f"projects:{line.goes_to}")

    def _year_chosen(self) -> None:
        self.year = self.year_box.currentData()
        self.refresh()


def _lines(budgets: Mapping[str, Budget]) -> list[Line]:
    return [Line(name or "ไม่ระบุ", budget) for name, budget in budgets.items()]


def _columns(heading: str, *, jointly: bool) -> tuple[Column[Line], ...]:
    organizers = (Column[Line]("ผู้ดำเนินการ", lambda r: r.organizer, "เทศบาลดำเนินการเอง ร่วมกับ หน่วย"),) if jointly else ()
    return (
        Column(heading, lambda r: r.name, stretch=True),
        *organizers,
        Column("ตั้งไว้", lambda r: format_baht(r.budget.planned), "999,999,999", right=True),
        Column("ใช้ไป", lambda r: format_baht(r.budget.used), "999,999,999", right=True),
        Column("คงเหลือ", lambda r: format_baht(r.budget.remaining), "-999,999,999", right=True,
               tone=lambda r: "error" if r.budget.remaining < 0 else ""),
        Column("ใช้ไปร้อยละ", lambda r: _share(r.budget), "ใช้ไปร้อยละ", right=True),
    )  # fmt: skip


def _share(budget: Budget) -> str:
    found = percent(budget.used, budget.planned)
    return NOTHING if found is None else str(found)


def _said(text: str, _row: int) -> str:
    return text
