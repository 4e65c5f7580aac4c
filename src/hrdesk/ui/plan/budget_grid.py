"""The grid of projects and yearly budgets: edited in place, pasted into, filled down, with live totals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hrdesk.domain.reach import meant_for
from hrdesk.errors import Severity
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.numbers import baht_text, format_baht, parse_baht
from hrdesk.thai.text import clean
from hrdesk.ui.kit.clipboard import Block, copy_block, pasted_block
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.table import Column, RowsModel, Table, TotalRow, with_total
from hrdesk.ui.kit.widgets import column, label, set_tone
from hrdesk.ui.kit.words import NOTHING, baht

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanProject, Satang
    from hrdesk.errors import Problem
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.plan.draft import DraftHolder

Index = QModelIndex | QPersistentModelIndex
FIRST_YEAR = 4  # column of the first fiscal year
TITLE, ORGANIZERS, TARGETS = 1, 2, 3


class ProjectRow:
    """One line of the grid: the project with its place and what is wrong with it."""

    def __init__(self, number: int, project: PlanProject, problems: list[Problem]) -> None:
        self.number = number
        self.project = project
        self.problems = problems
        self.bad_years: dict[int, Severity] = {}
        for problem in problems:
            year = problem.field.rpartition(".budget.")[2]
            if year.isdigit():
                self.bad_years[int(year)] = problem.severity
            elif problem.field.endswith(".budgets"):
                self.bad_years.update(dict.fromkeys(project.years, problem.severity))

    def mend(self) -> str:
        """What to mend first, in the officer's words."""
        worst = sorted(self.problems, key=lambda p: p.severity is not Severity.ERROR)
        more = f" (และอีก {len(worst) - 1})" if len(worst) > 1 else ""
        return worst[0].text + more if worst else ""

    def tone(self) -> str:
        if not self.problems:
            return ""
        return "error" if any(p.severity is Severity.ERROR for p in self.problems) else "warn"


def first_of(names: Sequence[str]) -> str:
    """The first and how many more: a list of seven would only be cut off."""
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return names[0] + more if names else NOTHING


def organized_by(project: PlanProject, office: Office) -> str:
    known = {o.id: o.budget_heading or o.name for o in office.catalogue.organizers}
    return first_of([known.get(one, "?") for one in project.organizers])


def audience(project: PlanProject, office: Office) -> str:
    """Whom a project is meant for."""
    names, groups = meant_for((project,), office), len(office.catalogue.targets)
    every = len(project.targets) > 1 and len(project.targets) >= groups
    return first_of(("ทุกกลุ่ม", *names[groups:]) if every else names)


class BudgetModel(RowsModel[ProjectRow]):
    """Title and year cells can be edited; an edit goes to the holder, which changes the rows."""

    refused = Signal(str)
    noticed = Signal(str)  # done, but to be looked at

    def __init__(self, holder: DraftHolder, *, mending: bool) -> None:
        super().__init__(())
        self.holder = holder
        self.mending = mending
        self.years = holder.draft.period.years
        self.columns = self._columns()

    def refresh(self) -> None:
        years = self.holder.draft.period.years
        if years != self.years:
            self.years = years
            self.set_columns(self._columns())
        problems = self.holder.problems_by_project()
        projects = self.holder.draft.projects
        self.set_rows([ProjectRow(i + 1, p, problems.get(i, [])) for i, p in enumerate(projects)])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _columns(self) -> tuple[Column[ProjectRow], ...]:
        last: Column[ProjectRow] = Column("รวม (บาท)", lambda r: baht(r.project.total), "99,999,999", right=True)
        if self.mending:
            last = Column("สิ่งที่ต้องแก้", ProjectRow.mend, "ยังไม่ได้ระบุกลุ่มเป้าหมายของโครงการ", tone=ProjectRow.tone)
        return (
            Column("ที่", lambda r: str(r.number), "99", right=True),
            Column("โครงการ", lambda r: r.project.title, "โครงการอบรมทักษะ", stretch=True,
                   tone=lambda r: "" if self.mending else r.tone() and "text"),
            Column("ผู้ดำเนินการ", lambda r: organized_by(r.project, self.holder.office), "กรมส่งเสริม +1"),
            Column("กลุ่มเป้าหมาย", lambda r: audience(r.project, self.holder.office), "สายงานบริหารท้องถิ่น +2"),
            *(self._year_column(year.be) for year in self.years),
            last,
        )  # fmt: skip

    @staticmethod
    def _year_column(year: int) -> Column[ProjectRow]:
        def text(record: ProjectRow) -> str:
            amount = record.project.budget(year)
            if not amount and year in record.project.years:
                return "0" if record.project.no_budget else "ไม่มี"
            return baht(amount)

        def tone(record: ProjectRow) -> str:
            severity = record.bad_years.get(year)
            return "" if severity is None else "error" if severity is Severity.ERROR else "warn"

        return Column(str(year), text, "9,999,999", right=True, tone=tone)

    def year_of(self, column: int) -> int | None:
        place = column - FIRST_YEAR
        return self.years[place].be if 0 <= place < len(self.years) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = index.isValid() and (index.column() == TITLE or self.year_of(index.column()) is not None)
        return flags | Qt.ItemFlag.ItemIsEditable if editable and not self.holder.frozen else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self.row_at(index)
        if record is not None and role == Qt.ItemDataRole.EditRole:
            year = self.year_of(index.column())
            if year is not None:
                amount = record.project.budget(year)
                return format_baht(amount) if amount else ""
            return record.project.title
        if record is not None and role == Qt.ItemDataRole.ToolTipRole:
            lines = [super().data(index, role) or "", self._sources(record, index), *(p.text for p in record.problems)]
            return "\n".join(line for line in lines if line)
        return super().data(index, role)

    def _sources(self, record: ProjectRow, index: Index) -> str:
        """Where that year's money comes from."""
        names = {fund.id: fund.name for fund in self.holder.office.catalogue.funds}
        year = self.year_of(index.column())
        funds = [b.fund for b in record.project.budgets if b.year == year and b.fund is not None]
        return f"แหล่งงบประมาณ: {', '.join(names.get(fund, '?') for fund in funds)}" if funds else ""

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self.row_at(index)
        if record is None or role != Qt.ItemDataRole.EditRole:
            return False
        year = self.year_of(index.column())
        if year is not None and str(value) == self.data(index, role):
            return True  # left as it was: a year that has no money yet goes on running
        if year is not None:
            return self.set_cells({(index.row(), year): str(value)})
        title = " ".join(clean(str(value)).split())
        if title and title != record.project.title:
            self.holder.set_project(index.row(), replace(record.project, title=title), "แก้ไขชื่อโครงการ")
        return bool(title)

    def set_cells(self, typed: dict[tuple[int, int], str]) -> bool:
        """(row, year) → text, as one edit; nothing is changed when one of them is no amount.

        A figure that stands there already is no edit: money of two sources stays in two. No figure says that the
        project does not run in that year.
        """
        cells = {}
        for place, text in typed.items():
            try:
                amount = parse_baht(text) if text.strip() else 0
            except ValueError:
                amount = -1
            if amount < 0:
                self.refused.emit(f"“{text}” ไม่ใช่จำนวนเงิน กรุณาพิมพ์ตัวเลข เช่น 20,000")
                return False
            row, year = place
            if not amount or amount != self.rows[row].project.budget(year):
                cells[place] = amount
        self.change(cells)
        return True

    def change(self, cells: Mapping[tuple[int, int], Satang]) -> None:
        """The sums, as one edit; tells of those that several sources share, for the officer to settle."""
        self.holder.set_budgets(cells)
        shares = [(row, year) for (row, year), amount in cells.items() if amount and self._sources_of(row, year) > 1]
        if shares:
            row, year = shares[0]
            more = f" และอีก {len(shares) - 1} ช่อง" if len(shares) > 1 else ""
            title = self.holder.draft.projects[row].title
            self.noticed.emit(
                f"งบประมาณปี {year} ของ “{title}”{more} มาจากหลายแหล่ง จึงแบ่งตามสัดส่วนเดิม หากไม่ตรง ให้แก้ในแท็บ “งบประมาณ” ของโครงการ"
            )

    def _sources_of(self, row: int, year: int) -> int:
        return sum(b.year == year for b in self.holder.draft.projects[row].budgets)


class BudgetTable(Table):
    """Digits start editing; Ctrl+C, Ctrl+V, Ctrl+D and Delete work on the selected cells."""

    def __init__(self, theme: Theme, model: BudgetModel) -> None:
        super().__init__(theme, "โครงการและงบประมาณ", model)
        self.model_of_budget = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
        elif event.key() == Qt.Key.Key_Delete:
            self._clear_cells()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        cells: Block = {}
        for index in self.selectedIndexes():
            figure = self.model_of_budget.year_of(index.column()) is not None  # as it is typed, so that it can be pasted
            role = Qt.ItemDataRole.EditRole if figure else Qt.ItemDataRole.DisplayRole
            cells[index.row(), index.column()] = str(index.data(role) or "")
        copy_block(cells)

    def paste(self) -> None:
        """A block copied from a sheet, from the current cell to the right and down; years only."""
        model = self.model_of_budget
        cells: Block = {}
        for (row, place), text in pasted_block(self.currentIndex()).items():
            year = model.year_of(place)
            if year is not None and row < model.rowCount():
                cells[row, year] = text
        if cells and not model.holder.frozen:
            model.set_cells(cells)

    def fill_down(self) -> None:
        """The current year's figure to all rows below; asks when that overwrites other figures."""
        start, model = self.currentIndex(), self.model_of_budget
        record, year = model.row_at(start), model.year_of(start.column())
        if record is None or year is None or model.holder.frozen:
            return
        amount = record.project.budget(year)
        below = range(start.row() + 1, model.rowCount())
        others = [n for n in below if model.rows[n].project.budget(year) not in (0, amount)]
        text = f"งบประมาณปี {year} ของ {len(others)} โครงการจะเปลี่ยนเป็น {baht(amount)} บาท"
        if others and not ask(self.window(), "เติมลงล่าง", text, "เติมลงล่าง"):
            return
        model.change(dict.fromkeys(((n, year) for n in below), amount))

    def fill_right(self) -> None:
        """The current cell's figure to the years after it, in the same project."""
        start, model = self.currentIndex(), self.model_of_budget
        record, year = model.row_at(start), model.year_of(start.column())
        if record is None or year is None or model.holder.frozen:
            return
        later = [y.be for y in model.years if y.be > year]
        model.change(dict.fromkeys(((start.row(), y) for y in later), record.project.budget(year)))

    def _clear_cells(self) -> None:
        model = self.model_of_budget
        cells = {
            (index.row(), year): 0
            for index in self.selectedIndexes()
            if (year := model.year_of(index.column())) is not None
        }
        if cells and not model.holder.frozen:
            model.holder.set_budgets(cells)


class BudgetGrid(QWidget):
    """The table, its pinned totals, and the sum in words."""

    def __init__(self, theme: Theme, holder: DraftHolder, parent: QWidget, *, mending: bool = False) -> None:
        super().__init__(parent)
        self.holder = holder
        self.model = BudgetModel(holder, mending=mending)
        self.table = BudgetTable(theme, self.model)
        self.sums = RowsModel[int](())
        self.total = TotalRow(self.table, self.sums)
        self.words = label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.table.setMinimumHeight(theme.row * 3 + theme.px(6))
        self.model.refused.connect(self._refuse)
        self.model.noticed.connect(self._notice)
        self.setLayout(column(theme, with_total(self.table, self.total), self.wrong, self.words, gap=""))
        holder.stack.indexChanged.connect(self._quiet)
        holder.changed.connect(self.refresh)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the title needs the room; who and for whom stand in the details."""
        super().resizeEvent(event)
        width = self.width() / self.table.theme.zoom - (160 if self.model.mending else 0)
        for hidden, least in ((ORGANIZERS, 700), (TARGETS, 1000)):
            for one in (self.table, self.total):
                one.setColumnHidden(hidden, width < least)

    def _quiet(self, _index: int) -> None:
        """After an edit, not when something is stored or read meanwhile."""
        self.wrong.hide()

    def _refuse(self, text: str) -> None:
        self._say(text, "error")

    def _notice(self, text: str) -> None:
        self._say(text, "warn")

    def _say(self, text: str, tone: str) -> None:
        self.wrong.setText(text)
        set_tone(self.wrong, tone)
        self.wrong.show()

    def refresh(self) -> None:
        years = self.model.years
        self.model.refresh()
        if years != self.model.years:
            self.table.fit()
        draft = self.holder.draft
        figures = {n + FIRST_YEAR: format_baht(draft.year_total(y.be)) for n, y in enumerate(draft.period.years)}
        figures[TITLE] = f"รวม {len(draft.projects)} โครงการ"
        last = len(self.model.columns) - 1
        figures[last] = format_baht(draft.total) + (" บาท" if self.model.mending else "")
        self.sums.set_columns(
            [Column(c.heading, partial(_figure, figures.get(n, "")), right=c.right)
             for n, c in enumerate(self.model.columns)]
        )  # fmt: skip
        self.sums.set_rows((0,))
        self.total.match()
        span = {1: "ปีเดียว", 2: "สองปี", 3: "สามปี"}.get(draft.period.count, f"{draft.period.count} ปี")
        self.words.setText(f"รวม{span} {format_baht(draft.total)} บาท ({baht_text(draft.total)})")


def _figure(text: str, _row: int) -> str:
    return text
