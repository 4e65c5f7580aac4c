"""Grids that are typed into: a block from a sheet, a free row at the end, undo, and words that are no number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit

from hrdesk.ui.kit.entry_grid import EntryGrid, EntryModel
from hrdesk.ui.kit.list_grid import ListColumn, ListGrid
from hrdesk.ui.kit.number_field import decimal_text, read_decimal
from hrdesk.ui.kit.table import Column
from ui.window_support import CTRL, click, press, type_text

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Marks(EntryModel):
    """A name nobody types and two marks."""

    def __init__(self) -> None:
        super().__init__([Column("ชื่อ", lambda r: r[0]), Column("ก่อน", lambda r: r[1]), Column("หลัง", lambda r: r[2])])
        self.typed.connect(self.take)
        self.told: list[dict[tuple[int, int], str]] = []

    def can_edit(self, row: int, column: int) -> bool:
        return 0 <= row < len(self.rows) and column > 0

    def take(self, cells) -> None:
        self.told.append(cells)
        rows = [list(row) for row in self.rows]
        for (row, column), text in cells.items():
            rows[row][column] = text
        self.set_rows([tuple(row) for row in rows])


@pytest.fixture
def marks(qtbot, theme) -> EntryGrid:
    model = Marks()
    QAbstractItemModelTester(model, FATAL)
    model.set_rows([("ก", "1", ""), ("ข", "2", "5"), ("ค", "", "")])
    grid = EntryGrid(theme, "คะแนน", model)
    qtbot.addWidget(grid)
    grid.resize(500, 300)
    grid.show()
    grid.choose_row(0, 1)
    return grid


def select(grid, top: int, left: int, bottom: int, right: int) -> None:
    grid.choose_row(top, left)
    for _ in range(bottom - top):
        press(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(right - left):
        press(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def test_a_typed_mark_goes_down_with_enter_and_stays_inside(marks) -> None:
    press(marks, Qt.Key.Key_7)
    editor = marks.findChild(QLineEdit)
    assert editor.text() == "7"
    assert editor.accessibleName() == "ก่อน แถวที่ 1"
    press(editor, Qt.Key.Key_Return)
    assert marks.entry.rows[0][1] == "7"
    for _ in range(5):
        press(marks, Qt.Key.Key_Return)
    assert marks.currentIndex().row() == 2
    assert marks.currentIndex().column() == 1


def test_the_same_text_is_no_change_and_the_name_is_not_typed(marks) -> None:
    assert not marks.entry.setData(marks.entry.index(0, 1), "1")
    assert marks.entry.told == []
    marks.choose_row(0, 0)
    press(marks, Qt.Key.Key_7)
    assert marks.findChild(QLineEdit) is None
    assert marks.entry.rows[0][0] == "ก"


def test_a_block_is_copied_as_a_sheet_takes_it(marks) -> None:
    select(marks, 0, 0, 1, 2)
    press(marks, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "ก\t1\t\nข\t2\t5"


def test_nothing_is_pasted_where_no_text_was_copied(marks) -> None:
    """A picture in the clipboard emptied the cell."""
    QGuiApplication.clipboard().setPixmap(QPixmap(2, 2))
    marks.choose_row(1, 2)
    press(marks, Qt.Key.Key_V, CTRL)
    assert marks.entry.told == []


def test_a_pasted_block_fills_right_and_down_and_leaves_out_what_does_not_fit(marks) -> None:
    QGuiApplication.clipboard().setText("9\t 8 \t7\r\n6\t5\t4\r\n3\t2\t1\r\n0\t0\t0\r\n")
    marks.choose_row(1, 1)
    press(marks, Qt.Key.Key_V, CTRL)
    assert [row[1:] for row in marks.entry.rows] == [("1", ""), ("9", "8"), ("6", "5")]
    assert len(marks.entry.told) == 1, "one block is one change"


def test_pasting_over_names_changes_the_marks_beside_them_only(marks) -> None:
    QGuiApplication.clipboard().setText("คนอื่น\t10")
    marks.choose_row(0, 0)
    press(marks, Qt.Key.Key_V, CTRL)
    assert marks.entry.rows[0] == ("ก", "10", "")


def test_delete_clears_what_may_be_changed(marks) -> None:
    select(marks, 0, 0, 1, 2)
    press(marks, Qt.Key.Key_Delete)
    assert marks.entry.rows[:2] == (("ก", "", ""), ("ข", "", ""))
    marks.entry.told.clear()
    select(marks, 0, 0, 2, 0)
    press(marks, Qt.Key.Key_Delete)
    assert marks.entry.told == []


# ------------------------------------------------------------------ a list with a free row


def hours(text: str) -> str:
    return decimal_text(read_decimal(text))


def doubled(line: tuple[str, ...]) -> str:
    return str(2 * read_decimal(line[1]) // 100) if line[1] else ""


@pytest.fixture
def topics(qtbot, theme) -> ListGrid:
    made = ListGrid(
        theme,
        "หัวข้อ",
        [
            ListColumn("หัวข้อวิชา", "การเขียนหนังสือราชการ", stretch=True),
            ListColumn("ชั่วโมง", "00", right=True, read=hours),
            ListColumn("วิธี", "ฝึกปฏิบัติ", choices=("บรรยาย", "ฝึกปฏิบัติ")),
            ListColumn("สองเท่า", "00", shown=doubled),
        ],
        [("ระเบียบงานสารบรรณ", "3", "บรรยาย", ""), ("การร่างหนังสือ", "6", "ฝึกปฏิบัติ", "")],
    )
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.model, FATAL)
    made.resize(700, 400)
    made.show()
    return made


def type_cell(topics: ListGrid, row: int, column: int, text: str) -> None:
    topics.grid.choose_row(row, column)
    press(topics.grid, Qt.Key.Key_F2)
    editor = topics.grid.findChild(QLineEdit)
    editor.selectAll()
    type_text(editor, text)
    press(editor, Qt.Key.Key_Return)


def names(topics: ListGrid) -> list[str]:
    return [line[0] for line in topics.lines]


def test_the_free_row_becomes_a_row_and_leaves_another_free(topics) -> None:
    assert topics.model.rowCount() == 3
    type_cell(topics, 2, 0, "การเก็บรักษาหนังสือ")
    assert names(topics) == ["ระเบียบงานสารบรรณ", "การร่างหนังสือ", "การเก็บรักษาหนังสือ"]
    assert topics.model.rowCount() == 4
    assert topics.model.rows[-1] == topics.blank


def test_a_row_emptied_is_gone_and_comes_back(topics) -> None:
    for column in range(3):
        topics.grid.choose_row(0, column)
        press(topics.grid, Qt.Key.Key_Delete)
    assert names(topics) == ["การร่างหนังสือ"]
    for _ in range(3):
        press(topics.grid, Qt.Key.Key_Z, CTRL)
    assert topics.lines[0] == ("ระเบียบงานสารบรรณ", "3", "บรรยาย", "")
    press(topics.grid, Qt.Key.Key_Y, CTRL)
    assert topics.lines[0][0] == ""


@pytest.mark.parametrize(("typed", "kept"), [("7.50", "7.5"), ("๑๒", "12"), (" 3 ", "3"), ("", "")])
def test_hours_are_kept_as_one_writes_them(topics, typed: str, kept: str) -> None:
    topics.model.typed.emit({(0, 1): typed})
    assert topics.lines[0][1] == kept
    assert topics.wrong.isHidden()


def test_what_is_no_number_is_refused_with_its_place_and_nothing_of_the_block_is_taken(topics) -> None:
    before = topics.lines
    QGuiApplication.clipboard().setText("วิชาใหม่\t5\nอีกวิชา\tห้า")
    topics.grid.choose_row(0, 0)
    press(topics.grid, Qt.Key.Key_V, CTRL)
    assert topics.lines == before
    assert topics.wrong.isVisible()
    assert "ชั่วโมง แถวที่ 2" in topics.wrong.text()
    type_cell(topics, 0, 1, "5")
    assert topics.wrong.isHidden()


def test_a_choice_is_made_from_its_list(topics) -> None:
    topics.grid.choose_row(0, 2)
    press(topics.grid, Qt.Key.Key_F2)
    box = topics.grid.findChild(QComboBox)
    assert [box.itemText(n) for n in range(box.count())] == ["", "บรรยาย", "ฝึกปฏิบัติ"]
    assert box.accessibleName() == "วิธี"
    box.setCurrentText("ฝึกปฏิบัติ")
    topics.grid.commitData(box)
    assert topics.lines[0][2] == "ฝึกปฏิบัติ"


def test_a_column_made_of_the_others_follows_them(topics) -> None:
    assert topics.model.index(0, 3).data() == "6"
    type_cell(topics, 0, 1, "4")
    assert topics.model.index(0, 3).data() == "8"
    assert not topics.model.can_edit(0, 3)


def test_rows_are_moved_and_deleted_by_button_and_key(topics) -> None:
    told: list[int] = []
    topics.changed.connect(lambda: told.append(len(topics.lines)))
    topics.grid.choose_row(1, 0)
    up = next(b for b in topics.findChildren(type(topics.delete_button)) if b.accessibleName() == "เลื่อนแถวของหัวข้อขึ้น")
    click(up)
    assert names(topics) == ["การร่างหนังสือ", "ระเบียบงานสารบรรณ"]
    assert topics.grid.currentIndex().row() == 0
    click(up)
    assert names(topics) == ["การร่างหนังสือ", "ระเบียบงานสารบรรณ"], "nothing lies above the first"
    press(topics.grid, Qt.Key.Key_Delete, CTRL)
    assert names(topics) == ["ระเบียบงานสารบรรณ"]
    press(topics.grid, Qt.Key.Key_Z, CTRL)
    press(topics.grid, Qt.Key.Key_Z, CTRL)
    assert names(topics) == ["ระเบียบงานสารบรรณ", "การร่างหนังสือ"]
    assert told == [2, 1, 2, 2]


def test_the_free_row_is_neither_deleted_nor_moved(topics) -> None:
    before = topics.lines
    topics.grid.choose_row(2, 0)
    click(topics.delete_button)
    assert topics.lines == before
    assert not topics.stack.canUndo()


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [("", 0), ("6", 600), ("6.5", 650), ("๖.๒๕", 625), ("1,200", 120000), (" 0.05 ", 5)],
)
def test_hours_and_marks_are_read_in_hundredths(text: str, hundredths: int) -> None:
    assert read_decimal(text) == hundredths


@pytest.mark.parametrize("text", ["หก", "6.5.1", "-1", "6,5x", "1e3", "ชม.6"])
def test_what_is_no_count_of_hours_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_decimal(text)


@pytest.mark.parametrize(
    ("hundredths", "text"), [(0, ""), (600, "6"), (650, "6.5"), (625, "6.25"), (5, "0.05"), (1000, "10"), (10050, "100.5")]
)
def test_hundredths_are_written_without_idle_noughts(hundredths: int, text: str) -> None:
    assert decimal_text(hundredths) == text
    assert not text or read_decimal(text) == hundredths
