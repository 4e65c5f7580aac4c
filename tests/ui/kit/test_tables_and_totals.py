"""Tables by hand: what opens a row, what tells of it, widths that hold the words, and the sum under the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QStyleOptionViewItem, QWidget

from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.table import ROW_ROLE, TONE_ROLE, Column, RowsModel, Table, TotalRow, with_total
from hrdesk.ui.kit.theme import Theme
from ui.window_support import press

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT = Qt.MouseButton.LeftButton
COLUMNS = (
    Column("โครงการ", lambda r: r[0], "โครงการอบรมเพิ่มประสิทธิภาพ", stretch=True),
    Column("งบประมาณ (บาท)", lambda r: f"{r[1]:,}", "400,000", right=True, tone=lambda r: "" if r[1] else "warn"),
    Column("ปี", lambda r: r[2], "2566"),
)
ROWS = (("คุณธรรมจริยธรรม", 50_000, "2564"), ("ทักษะดิจิทัล", 0, "2565"), ("นักบริหาร", 120_000, "2566"))


@pytest.fixture
def table(qtbot, theme) -> Table:
    made = Table(theme, "โครงการ", RowsModel(COLUMNS))
    qtbot.addWidget(made)
    made.rows.set_rows(ROWS)
    made.resize(700, 300)
    made.show()
    return made


@pytest.fixture
def opened(table) -> list:
    found: list = []
    table.opened.connect(found.append)
    return found


def place(table: Table, row: int, column: int) -> QPoint:
    return table.visualRect(table.rows.index(row, column)).center()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_current_row(table, opened, key) -> None:
    table.rows.set_rows(())
    press(table, key)
    assert opened == [], "there is nothing to open"
    table.rows.set_rows(ROWS)
    table.choose_row(1)
    press(table, key)
    assert opened == [ROWS[1]]


def test_a_double_click_opens_the_row_under_it_and_empty_ground_opens_none(table, opened) -> None:
    QTest.mouseDClick(table.viewport(), LEFT, pos=place(table, 2, 1))
    assert opened == [ROWS[2]]
    QTest.mouseDClick(table.viewport(), LEFT, pos=QPoint(20, table.viewport().height() - 3))
    assert opened == [ROWS[2]]


def test_the_chosen_row_is_told_once_and_its_end_too(table) -> None:
    told: list = []
    table.choose_row(1)
    table.chosen.connect(told.append)
    table.choose_row(0, 0)
    table.choose_row(0, 2)
    table.choose_row(2, 2)
    table.choose_row(7, 0)
    table.choose_row(-1, 0)
    assert told == [ROWS[0], ROWS[2]]
    table.rows.set_rows(())
    assert table.current_record() is None


def test_home_end_and_arrows_walk_the_rows(table) -> None:
    table.choose_row(0)
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Down)
    assert table.current_record() == ROWS[2]
    press(table, Qt.Key.Key_Up)
    assert table.current_record() == ROWS[1]


def test_tab_leaves_the_table_for_the_next_field(qtbot, theme) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    first, second = Table(theme, "หนึ่ง", RowsModel(COLUMNS)), Table(theme, "สอง", RowsModel(COLUMNS))
    first.rows.set_rows(ROWS)
    for one in (first, second):
        one.setParent(whole)
    whole.show()
    first.choose_row(0)
    press(first, Qt.Key.Key_Tab)
    assert second.hasFocus()


@pytest.mark.parametrize("zoom", [0.9, 1.0, 1.5, 2.0])
def test_columns_hold_their_widest_words_at_every_zoom(qtbot, qapp, zoom: float) -> None:
    theme = Theme(zoom=zoom)
    theme.apply(qapp)
    table = Table(theme, "โครงการ", RowsModel(COLUMNS))
    qtbot.addWidget(table)
    for number, column in enumerate(COLUMNS[1:], 1):
        assert table.columnWidth(number) >= theme.width(column.widest) + theme.px(12)
        assert table.columnWidth(number) >= theme.width(column.heading, "small")


def test_the_model_answers_in_roles(table) -> None:
    rows = table.rows
    assert rows.index(0, 1).data() == "50,000"
    assert rows.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "50,000"
    assert [rows.index(n, 1).data(TONE_ROLE) for n in range(3)] == ["", "warn", ""]
    assert rows.index(1, 0).data(TONE_ROLE) == ""
    assert rows.index(2, 0).data(ROW_ROLE) == ROWS[2]
    assert rows.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert not rows.index(3, 0).isValid()
    assert rows.headerData(0, Qt.Orientation.Vertical) is None
    assert rows.headerData(9, Qt.Orientation.Horizontal) is None


def test_a_cell_to_mend_has_an_icon_beside_its_colour(table) -> None:
    """Never by colour alone."""
    option = QStyleOptionViewItem()
    table.itemDelegate().initStyleOption(option, table.rows.index(1, 1))
    assert not option.icon.isNull()
    assert option.backgroundBrush.color() == table.theme.color("warn_soft")
    plain = QStyleOptionViewItem()
    table.itemDelegate().initStyleOption(plain, table.rows.index(0, 1))
    assert plain.icon.isNull()


def test_columns_are_exchanged_with_the_rows_kept(table) -> None:
    table.rows.set_columns(COLUMNS[::-1])
    assert [table.rows.index(0, n).data() for n in range(3)] == ["2564", "50,000", "คุณธรรมจริยธรรม"]
    assert table.rows.rowCount() == 3


@pytest.fixture
def totalled(qtbot, theme, table) -> Iterator[tuple[Table, TotalRow]]:
    total = TotalRow(table, RowsModel(COLUMNS))
    total.rows.set_rows([("รวม", 170_000, "")])
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.setLayout(with_total(table, total))
    whole.resize(400, 300)
    whole.show()
    yield table, total  # with what they lie on kept alive
    whole.close()


def test_the_sum_lies_under_its_column_whatever_the_officer_drags(totalled) -> None:
    table, total = totalled
    assert [total.columnWidth(n) for n in range(3)] == [table.columnWidth(n) for n in range(3)]
    table.setColumnWidth(1, 333)
    assert total.columnWidth(1) == 333
    assert total.rows.index(0, 1).data() == "170,000"


def test_the_sum_scrolls_with_its_grid_and_is_passed_by_the_tab_key(totalled) -> None:
    table, total = totalled
    table.setColumnWidth(2, 900)
    QApplication.processEvents()
    bar = table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    assert total.horizontalScrollBar().value() == bar.value()
    assert total.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert total.accessibleName() == "ยอดรวม"


NOTHING = "ยังไม่มีโครงการ กด “เพิ่มโครงการ” เพื่อเพิ่มรายการแรกของปีงบประมาณนี้"


def drawn(widget: QWidget) -> bytes:
    QApplication.processEvents()
    image = widget.grab().toImage()  # its bytes are there as long as it is
    return bytes(image.constBits())


def test_an_empty_table_says_why_and_a_filled_one_does_not(table) -> None:
    filled = drawn(table)
    table.explain(NOTHING)
    assert drawn(table) == filled, "there are rows: nothing is said over them"
    table.rows.set_rows(())
    told = drawn(table)
    assert table.accessibleDescription() == NOTHING
    table.explain("")
    assert drawn(table) != told, "the words were drawn in the empty table"
    table.rows.set_rows(ROWS)
    again = drawn(table)
    table.explain(NOTHING)
    assert drawn(table) == again


def test_an_empty_list_of_words_says_why(qtbot) -> None:
    made = CheckList("กลุ่มเป้าหมาย", [], ())
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.show()
    bare = drawn(made)
    made.explain(NOTHING)
    assert drawn(made) != bare
    assert made.accessibleDescription() == NOTHING
    made.refill([(1, "สายงานวิชาการ")], ())
    filled = drawn(made)
    made.explain("")
    assert drawn(made) == filled, "nothing was said over the line"


def test_headings_are_as_high_as_qt_makes_them_whatever_the_font(table, qapp) -> None:
    head = table.horizontalHeader()
    for change in (
        lambda: None,
        lambda: table.rows.set_columns(COLUMNS[:1]),
        lambda: table.setStyleSheet("QHeaderView::section { font-size: 20pt; }"),
        lambda: Theme(zoom=2.0).apply(qapp),
        lambda: table.setStyleSheet(""),
        lambda: table.rows.set_columns(()),
        lambda: table.rows.set_columns(COLUMNS),
    ):
        change()
        QApplication.processEvents()
        assert head.sizeHint().height() == QHeaderView.sizeHint(head).height()
    assert head.height() == head.sizeHint().height() > 60, "at 200 %"


def test_a_press_on_a_heading_is_felt(table) -> None:
    """Headings of our own are pressed and marked as Qt's are."""
    pressed: list[int] = []
    table.setSortingEnabled(True)
    head = table.horizontalHeader()
    head.sectionClicked.connect(pressed.append)
    for section in (2, 0, 0):
        place = QPoint(head.sectionViewportPosition(section) + 12, head.height() // 2)
        QTest.mouseClick(head.viewport(), LEFT, pos=place)
    assert pressed == [2, 0, 0]
    assert head.sortIndicatorSection() == 0
    assert head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
