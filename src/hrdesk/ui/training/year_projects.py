"""The projects of a fiscal year with planned, used and remaining money, and the classes of the chosen one."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.domain.year_project import Budget, YearProject
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.thai.numbers import format_baht
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table, TotalRow, with_total
from hrdesk.ui.kit.widgets import button, choose, column, combo, empty_state, frame, label, row, tool
from hrdesk.ui.kit.words import NOTHING, baht
from hrdesk.ui.training.class_list import ClassList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from hrdesk.domain.office import Catalogue, Office
    from hrdesk.services.deleted import Deleted
    from hrdesk.services.training.values import ProjectRow
    from hrdesk.ui.kit.desk import Desk

ORGANIZER, PLACE_OF_PLAN = 2, 1
WIDE = 1000  # logical pixels below which who carries it out is left to the editor


@dataclass(frozen=True)
class YearData:
    years: tuple[int, ...]
    year: int
    projects: tuple[ProjectRow, ...]
    missing: int  # projects of the plan that the year has not
    has_plan: bool
    catalogue: Catalogue  # for the dialog of a class


class ProjectsSection(Page):
    areas = Area.TRAINING | Area.PLAN | Area.CURRICULUM

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: YearData | None = None
        self.year: int | None = None
        self._select: int | None = None
        self.year_box = combo("ปีงบประมาณ")
        self.year_box.activated.connect(self._year_chosen)
        self.from_plan = button("เพิ่มจากแผน", self.add_from_plan, kind="primary")
        self.add_button = button("เพิ่มโครงการนอกแผน", self.add)
        self.edit_button = tool(theme, "edit", "แก้ไขโครงการที่เลือก (F2)", self.edit)
        self.print_button = tool(theme, "print", "พิมพ์โครงการและบันทึกขออนุมัติ", self.print)
        self.delete_button = tool(theme, "delete", "ลบโครงการที่เลือก (Delete)", self.delete)
        self.table = Table(theme, "โครงการของปีงบประมาณ", RowsModel(self._columns()))
        self.table.setMinimumHeight(theme.row * 3)
        self.table.explain("ยังไม่มีโครงการของปีนี้ กด “เพิ่มจากแผน” หรือ “เพิ่มโครงการนอกแผน”")
        self.table.opened.connect(lambda _record: self.edit())
        self.table.chosen.connect(self._chosen)
        self.sums = RowsModel[int](())
        self.total = TotalRow(self.table, self.sums)
        self.classes = ClassList(desk, self)
        self.undo = UndoBar(theme, self)
        self._build()
        keys(self.table, {"Del": self.delete, "F2": self.edit})
        keys(self, {"Ctrl+N": self.add}, within=True)

    def _build(self) -> None:
        theme = self.theme
        bar = row(theme, label("ปีงบประมาณ"), self.year_box, 1, self.print_button, self.edit_button, self.delete_button, self.add_button,
                  self.from_plan)  # fmt: skip
        lists = column(theme, with_total(self.table, self.total), self.classes, gap="s")
        lists.setStretch(0, 3)
        lists.setStretch(1, 2)
        self._list = frame(lists)
        self.first = button("เพิ่มจากแผน", self.add_from_plan, kind="primary")
        self.to_plan = button("ไปที่แผนพัฒนา", lambda: self.desk.went.emit("plan", ""))
        nothing = "ปีงบประมาณนี้ยังไม่มีโครงการ ถ้ามีแผนพัฒนาของปีนี้ นำโครงการมาจากแผนได้ในครั้งเดียว"
        self._empty = empty_state(theme, nothing, self.first, self.to_plan)
        self._either = QStackedLayout()
        self._either.addWidget(self._list)
        self._either.addWidget(self._empty)
        box = column(theme, bar, self._either, self.undo, gap="s")
        box.setStretch(1, 1)
        box.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(box)

    @staticmethod
    def _columns() -> tuple[Column[ProjectRow], ...]:
        return (
            Column("โครงการ", lambda r: r.title, "โครงการอบรมทักษะ", stretch=True),
            Column("แผน", lambda r: "นอกแผน" if r.outside_plan else "ตามแผน", "นอกแผน",
                   tone=lambda r: "" if r.outside_plan else "muted"),
            Column("ผู้ดำเนินการ", lambda r: r.organizer or NOTHING, "กรมส่งเสริมการปกครอง"),
            Column("สถานะ", lambda r: term(r.status), "กำลังดำเนินการ"),
            Column("ตั้งไว้", lambda r: baht(r.budget.planned), "9,999,999", right=True),
            Column("ใช้ไป", lambda r: baht(r.budget.used), "9,999,999", right=True),
            Column("คงเหลือ", lambda r: format_baht(r.budget.remaining) if r.budget.planned or r.budget.used else NOTHING, "-9,999,999", right=True,
                   tone=lambda r: "error" if r.budget.remaining < 0 else ""),
            Column("รุ่น", lambda r: f"{r.completed}/{r.classes}" if r.classes else NOTHING, "99/99", right=True),
            Column("คน", lambda r: f"{r.people:,}" if r.people else NOTHING, "9,999", right=True),
        )  # fmt: skip

    # reading

    def reader(self) -> Callable[[], YearData]:
        services, wanted = self.services, self.year

        def work() -> YearData:
            projects = services.year_projects
            today = FiscalYear.of(date.today()).be  # noqa: DTZ011 - the officer's day
            years = projects.years()
            with_projects = set(services.year.budgets_by_year())
            usual = today if today in years else max(with_projects or set(years) or {today})
            year = wanted or usual
            missing = len(projects.missing_from_plan(year))
            has_plan = projects.plan_for(year) is not None
            return YearData(years, year, projects.projects(year), missing, has_plan, services.curriculum.catalogue())

        return work

    def show_data(self, data: YearData) -> None:
        self.info, self.year = data, data.year
        self.year_box.clear()
        for year in sorted({*data.years, data.year}, reverse=True):
            self.year_box.addItem(str(year), year)
        choose(self.year_box, data.year)
        self.from_plan.setVisible(bool(data.missing) and bool(data.projects))
        self.from_plan.setText(f"เพิ่มจากแผน ({data.missing} โครงการ)")
        self.first.setText(f"เพิ่มจากแผน {data.missing} โครงการ" if data.missing else "เพิ่มโครงการนอกแผน")
        self.to_plan.setVisible(not data.has_plan)
        for one in (self.print_button, self.edit_button, self.delete_button):
            one.setEnabled(bool(data.projects))
        self._either.setCurrentIndex(0 if data.projects else 1)
        wanted = self._select if self._select is not None else getattr(self.table.current_record(), "id", None)
        self._select = None
        self.table.rows.set_rows(data.projects)
        if not self.table.choose_where(lambda r: r.id == wanted):
            self.table.choose_row(0)
        self._chosen(self.table.current_record())
        self._show_total(data)

    def _show_total(self, data: YearData) -> None:
        budget = sum((row.budget for row in data.projects), Budget())
        figures = {
            0: f"รวม {len(data.projects)} โครงการ",
            4: format_baht(budget.planned), 5: format_baht(budget.used), 6: format_baht(budget.remaining),
            7: f"{sum(r.completed for r in data.projects)}/{sum(r.classes for r in data.projects)}",
            8: f"{sum(r.people for r in data.projects):,}",
        }  # fmt: skip
        self.sums.set_columns(
            [Column(c.heading, partial(_figure, figures.get(n, "")), right=c.right)
             for n, c in enumerate(self.table.rows.columns)]
        )  # fmt: skip
        self.sums.set_rows((0,))
        self.total.match()

    def _chosen(self, record: ProjectRow | None) -> None:
        self.classes.show_project(record)

    def _year_chosen(self) -> None:
        self.year = self.year_box.currentData()
        self.refresh()

    def show_place(self, place: str) -> None:
        """The id of a project of the year shown, `2568/7` one of another year, or `year:2568`."""
        kind, _, number = place.rpartition(":")
        year, _, project = number.rpartition("/")
        if kind == "year":
            self.year = int(number)
            self.refresh()
        elif year.isdigit() and project.isdigit():
            self.year, self._select = int(year), int(project)
            self.refresh()
        elif number.isdigit():
            self.table.choose_where(lambda r: r.id == int(number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(WIDE)
        for one in (self.table, self.total):
            one.setColumnHidden(ORGANIZER, narrow)
            one.setColumnHidden(PLACE_OF_PLAN, narrow)

    # doing

    def add_from_plan(self) -> None:
        """Everything of the plan at once; taken back at once."""
        if self.info is None or not self.info.missing:
            self.add()
            return
        projects, year = self.services.year_projects, self.info.year
        self.desk.change(self, lambda: projects.add_from_plan(year), self._made)

    def _made(self, made: tuple[int, ...] | None) -> None:
        if made:
            projects = self.services.year_projects
            self.undo.offer(
                f"เพิ่ม {len(made)} โครงการจากแผนแล้ว",
                lambda: self.desk.change(self, lambda: projects.delete_many(made), lambda _removed: self.refresh()),
            )
            self._select = made[0]
        self.refresh()

    def add(self) -> None:
        if self.year is not None:
            year = self.year
            self._open(lambda: YearProject(0, year, ""))

    def edit(self) -> None:
        record = self.table.current_record()
        if record is not None:
            projects = self.services.year_projects
            self._open(lambda: projects.load(record.id))

    def _open(self, load: Callable[[], YearProject]) -> None:
        register = self.services.register
        self.desk.read_to_open(self, lambda: (register.office(), load()), self._show_dialog)

    def _show_dialog(self, read: tuple[Office, YearProject]) -> None:
        from hrdesk.ui.training.year_project_dialog import YearProjectDialog  # noqa: PLC0415

        dialog = YearProjectDialog(self.desk, *read, self)
        dialog.saved.connect(self._saved)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _saved(self, project_id: object) -> None:
        if isinstance(project_id, int):
            self._select = project_id
        self.refresh()

    def print(self) -> None:
        record = self.table.current_record()
        if record is not None:
            subject = Subject(year=self.year, project=record.id)
            self.desk.went.emit("reports", place_of("project-proposal", subject))

    def delete(self) -> None:
        record = self.table.current_record()
        if record is not None:
            projects = self.services.year_projects
            self.desk.change(self, lambda: projects.delete(record.id), self._deleted)

    def _deleted(self, removed: Deleted | None) -> None:
        if removed is not None:
            projects = self.services.year_projects
            self.undo.offer(
                f"ลบ “{removed.name}” แล้ว",
                lambda: self.desk.change(self, lambda: projects.put_back(removed), lambda _none: self.refresh()),
            )
        self.refresh()


def _figure(text: str, _row: int) -> str:
    return text
