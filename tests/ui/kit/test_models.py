"""Models under Qt's own tester, and the register when it is large."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.table import Column, RowsModel
from hrdesk.ui.kit.table import Table as Grid
from hrdesk.ui.people.staff_model import KEPT_PAGES, PAGE_ROWS
from ui.window_support import modal, page, settle, type_text

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
MANY = 2000
NUMBER, NAME = 0, 3


@pytest.fixture
def people(empty_window):
    """A register of 2,000 posts, pasted in as from a sheet; every tenth is held."""
    window = empty_window
    staff_import = window.desk.services.staff_import
    lines = ["ที่\tเลขที่ตำแหน่ง\tตำแหน่ง\tระดับ\tชื่อ-สกุล"]
    for number in range(MANY):
        who = f"นายสมชาย{number:04} ใจดี" if number % 10 == 0 else "(ว่าง)"
        lines.append(f"{number + 1}\t18-2-01-3102-{number:04}\tนักทรัพยากรบุคคล\tปก.\t{who}")

    def fill() -> None:
        tables = staff_import.tables(staff_import.pasted("\n".join(lines)))
        staff_import.apply(staff_import.read(tables), "วางจากตาราง")

    window.worker.submit(window, fill, lambda _none: None, lambda error: pytest.fail(str(error)))
    assert window.worker.settle(300_000)
    return page(window, "people")


def look_at(window, people, row: int) -> str:
    """What the officer sees after scrolling there."""
    people.table.scrollTo(people.model.index(row, NUMBER))
    people.model.index(row, NUMBER).data()
    settle(window)
    return str(people.model.index(row, NUMBER).data())


def test_a_large_register_is_read_by_the_page(empty_window, people) -> None:
    window = empty_window
    QAbstractItemModelTester(people.model, FATAL)
    assert people.model.rowCount() == MANY
    assert f"{MANY:,}" in people.count.text()
    assert len(people.model._pages) < MANY // PAGE_ROWS  # not all was read to show the first rows
    for row in (0, PAGE_ROWS - 1, PAGE_ROWS, 999, MANY - 1, 0):
        assert look_at(window, people, row) == f"18-2-01-3102-{row:04}"
    assert len(people.model._pages) <= KEPT_PAGES

    people.table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    settle(window)
    wanted = window.desk.services.register.staff_page(StaffQuery(sort="name", descending=True, limit=3)).rows
    assert [people.model.row_at(people.model.index(n, 0)) for n in range(3)] == list(wanted)

    type_text(people.filters.text, "3102-๐๑๙๐")  # Thai digits find Arabic ones
    people.filters.typing.timeout.emit()
    settle(window)
    assert people.model.rowCount() == 1
    assert people.model.index(0, NAME).data() == "นายสมชาย0190 ใจดี"
    people.filters.text.clear()
    people.filters.state.setCurrentIndex(1)
    people.filters.state.activated.emit(1)
    people.filters.typing.timeout.emit()
    settle(window)
    assert people.model.rowCount() == MANY // 10
    people.show_place("position:1500")
    settle(window)
    assert people.model.rowCount() == MANY


def test_every_model_of_the_window_keeps_qt_s_rules(window) -> None:
    courses, plan = page(window, "courses"), page(window, "plan")
    tables = [*courses.findChildren(Grid), *plan.findChildren(Grid)]
    plan.new_plan()
    settle(window)
    wizard = modal()
    tables += wizard.findChildren(Grid)
    models = {id(table.rows): table.rows for table in tables}.values()
    assert len(models) >= 15
    testers = [QAbstractItemModelTester(model, FATAL) for model in models]
    for number in range(len(wizard.pages)):
        wizard.go(number)
        settle(window)
    wizard.holder.set_projects(wizard.holder.draft.projects[1:], "ลบโครงการ")
    wizard.holder.stack.undo()
    wizard.pages[0].facts.first.setValue(2570)
    for group in range(courses.groups.count()):
        courses.groups.setCurrentRow(group)
    plan.tabs.projects.grid.table.choose_row(0)
    plan.tabs.projects.delete()
    plan.editor.stack.undo()
    assert len(testers) == len(models)
    wizard.reject()
    settle(window)


@dataclass(frozen=True)
class Named:
    id: int
    name: str


def test_the_current_record_stays_where_its_rows_are_sorted_anew(qtbot, theme) -> None:
    model = RowsModel[Named]([Column("ชื่อ", lambda one: one.name)])
    table = Grid(theme, "ทดสอบ", model)
    qtbot.addWidget(table)
    told: list[Named] = []
    first, second, third = Named(1, "ก"), Named(2, "ข"), Named(3, "ค")
    model.set_rows((first, second, third))
    table.choose_row(1)
    table.chosen.connect(told.append)
    model.set_rows((first, third, renamed := Named(2, "ง")))
    assert table.current_record() is renamed
    model.set_rows((Named(4, "กก"), first, third, renamed))
    assert table.current_record() is renamed
    model.set_rows((first, third))
    assert table.current_record() is third, "it is gone: the last stands in its place"
    assert told == [renamed, renamed, third]
    model.set_rows(())
    model.set_rows((second, third))
    assert table.current_record() is None, "a list of something else has none"


def test_values_that_are_alike_keep_their_line(qtbot, theme) -> None:
    model = RowsModel[tuple[str, ...]]([Column("ชื่อ", lambda one: one[0])])
    table = Grid(theme, "ทดสอบ", model)
    qtbot.addWidget(table)
    model.set_rows((("ก",), ("ก",), ("ก",)))
    table.choose_row(2)
    model.set_rows((("ก",), ("ก",), ("ข",)))
    assert table.currentIndex().row() == 2
    model.set_rows((("ก",), ("ก",), ("ก",), ("",)))
    assert table.currentIndex().row() == 2


def test_rows_of_the_same_number_keep_the_current_cell(qtbot, theme) -> None:
    model = RowsModel[int]([Column("ที่", str), Column("สอง", lambda n: str(n * 2), right=True)])
    QAbstractItemModelTester(model, FATAL)
    table = Grid(theme, "ทดสอบ", model)
    qtbot.addWidget(table)
    model.set_rows((1, 2, 3))
    table.choose_row(1, 1)
    model.set_rows((4, 5, 6))
    assert table.current_record() == 5
    assert table.currentIndex().data() == "10"
    assert table.choose_where(lambda n: n == 6)
    assert not table.choose_where(lambda n: n == 7)
    model.set_rows((1,))
    assert table.current_record() == 1
    assert model.headerData(1, Qt.Orientation.Horizontal) == "สอง"
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
