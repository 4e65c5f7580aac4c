"""Cells drawn from kept texts look as Qt's own do, dot for dot, and stay right when the font or the look changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hrdesk.ui.kit import kept_texts
from hrdesk.ui.kit.cells import Cells
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.theme import Theme
from ui.qt_cells import QtCells, alike, picture
from ui.window_support import activate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

LONG = "นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ หัวหน้าฝ่ายอำนวยการและบริหารงานทั่วไป"
COLUMNS = (
    Column("เลขที่", lambda r: r[0], "18-2-01-3102-001"),
    Column("ตำแหน่ง", lambda r: r[1], "นักวิเคราะห์", stretch=True),
    Column("งบประมาณ (บาท)", lambda r: r[2], "1,234,567.50", right=True, tone=lambda r: r[3]),
)
ROWS = (
    ("18-2-01-3102-001", "ผู้ที่ญี่ปุ่นฎู น้ำ กำไร สระอำ ปู่ป้าใช้กี๋ฮื้อ ฐาณุ", "1,234,567.50", ""),
    ("–", "", "0", "muted"),
    ("ว่าง", LONG, "-12.00", "warn"),
    ("๑๒", "a < b & <b>ตัวหนา</b>", "9", "error"),
    ("5", "บรรทัดแรก\nบรรทัดที่สอง", "400,000", "ok"),
    ("6", "   เว้นวรรค   ซ้อน\u200bกัน", "0.25", ""),
)


class Centred(RowsModel):
    @staticmethod
    def alignment(_column) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignCenter


class Ticked(RowsModel):
    ticked = True

    def flags(self, index):
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked
        return super().data(index, role)


@pytest.fixture
def both(qtbot) -> Callable[..., tuple[Table, Table]]:
    """The same rows in two tables: with our cells, and with Qt's."""

    def make(theme: Theme, kind: type[RowsModel] = RowsModel, width: int = 560) -> tuple[Table, Table]:
        theme.apply(QApplication.instance())
        made = []
        for delegate in (Cells, QtCells):
            table = Table(theme, "โครงการ", kind(COLUMNS))
            qtbot.addWidget(table)
            table.cells = delegate(theme, table)
            table.setItemDelegate(table.cells)
            table.rows.set_rows(ROWS)
            table.resize(theme.px(width), theme.px(300))
            table.show()
            made.append(table)
        return made[0], made[1]

    return make


def inked(image: QImage, table: Table, row: int, column: int) -> bool:
    """Something is drawn in the cell besides its ground and the line under it."""
    box = table.visualRect(table.rows.index(row, column)).adjusted(2, 2, -2, -2)
    part = image.copy(box)
    return len(set(bytes(part.constBits()))) > 8


LOOKS = [Theme(zoom=0.9), Theme(), Theme(zoom=1.25), Theme(zoom=1.5), Theme(zoom=2.0), Theme(dark=True), Theme(dark=True, high=True)]


@pytest.mark.parametrize("kind", [RowsModel, Centred, Ticked])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_cell_looks_as_qt_draws_it(both, look: Theme, kind) -> None:
    ours, qts = both(look, kind)
    for row in (0, 1, 2, 3):
        for table in (ours, qts):
            table.choose_row(row, 1)
        assert alike(picture(ours), picture(qts)), f"row {row} chosen"
    assert inked(picture(ours), ours, 0, 1)
    assert inked(picture(ours), ours, 0, 2)
    assert inked(picture(ours), ours, 1, 1) == (kind is Ticked), "an empty text"


@pytest.mark.parametrize("width", [230, 300, 420, 900])
def test_a_text_that_is_too_long_ends_in_dots_as_qts_does(both, theme, width: int) -> None:
    ours, qts = both(theme, width=width)
    assert alike(picture(ours), picture(qts))
    index = ours.rows.index(2, 1)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == LONG
    ours.setColumnWidth(0, 40)
    qts.setColumnWidth(0, 40)
    assert alike(picture(ours), picture(qts)), "narrower by hand"


@pytest.mark.parametrize("chosen", [None, 0, 1, 2])
def test_a_table_that_is_greyed_is_greyed_as_by_qt(both, theme, chosen) -> None:
    pair = both(theme)
    lively = picture(pair[0])
    for table in pair:
        if chosen is not None:
            table.choose_row(chosen)
        table.setEnabled(False)
    assert alike(picture(pair[0]), picture(pair[1]))
    assert picture(pair[0]) != lively


def test_many_chosen_rows_are_tinted_each(both, theme) -> None:
    pair = both(theme)
    for table in pair:
        table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        table.selectAll()
    assert alike(picture(pair[0]), picture(pair[1]))
    image = picture(pair[0])
    for row in (0, 1, 4):
        box = pair[0].visualRect(pair[0].rows.index(row, 1))
        assert image.pixelColor(box.right() - 2, box.top() + 2) == theme.color("accent_soft")


def test_the_ring_on_the_current_cell_is_drawn_over_it(both, theme) -> None:
    ours, _ = both(theme)
    activate(ours)
    ours.choose_row(1, 0)
    ours.setFocus()
    box = ours.visualRect(ours.rows.index(1, 0))
    assert picture(ours).pixelColor(box.left() + 20, box.top() + 1) == theme.color("accent")


elsewhere = pytest.mark.skipif(sys.platform == "win32", reason="there the font that stands in for it is the same as before")


@pytest.mark.parametrize("sheet", ["font-size: 12pt", "font-weight: 600", pytest.param("font-family: Laksaman", marks=elsewhere)])
def test_another_font_is_seen_at_once(both, theme, sheet: str) -> None:
    """What was laid out for the old one is not used."""
    pair = both(theme)
    before = picture(pair[0])
    assert len(pair[0].cells.texts) > 0
    for table in pair:
        table.setStyleSheet(f"QTableView {{ {sheet} }}")
    assert alike(picture(pair[0]), picture(pair[1]))
    assert picture(pair[0]) != before


def test_new_words_are_drawn_and_old_ones_are_not(both, theme) -> None:
    ours, qts = both(theme)
    before = picture(ours)
    for table in (ours, qts):
        table.rows.set_rows(ROWS[::-1])
    assert alike(picture(ours), picture(qts))
    assert picture(ours) != before
    for table in (ours, qts):
        table.rows.set_rows(ROWS)
        table.rows.set_columns(COLUMNS[::-1])
        table.fit()
    assert alike(picture(ours), picture(qts))
    assert picture(ours) != before


def test_kept_texts_do_not_grow_for_ever(both, theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_texts, "MOST", 40)
    ours, qts = both(theme)
    for start in range(0, 2_000, 100):
        rows = [(f"{start + n}", f"โครงการที่ {start + n}", f"{start * n:,}", "") for n in range(100)]
        for table in (ours, qts):
            table.rows.set_rows(rows)
        assert alike(picture(ours), picture(qts))
        assert 0 < len(ours.cells.texts) <= 40


def test_a_tick_is_drawn_and_set_where_rows_are_ticked(both, theme) -> None:
    plain, _ = both(theme)
    ticked, _ = both(theme, Ticked)
    box = plain.visualRect(plain.rows.index(0, 0))
    assert picture(plain).copy(box) != picture(ticked).copy(box)


def test_pictures_are_alike_dot_for_dot_and_on_windows_a_dot_beside(both, monkeypatch) -> None:
    ours, _ = both(Theme())
    drawn, beside, lower = picture(ours), picture(ours), picture(ours)
    beside = beside.copy(1, 0, drawn.width(), drawn.height())
    for line in range(drawn.height()):
        beside.setPixel(drawn.width() - 1, line, drawn.pixel(0, line))
    lower = lower.copy(0, 1, drawn.width(), drawn.height())
    for system, told in (("linux", False), ("win32", True)):
        monkeypatch.setattr("sys.platform", system)
        assert alike(drawn, drawn.copy())
        assert alike(drawn, beside) is told
        assert not alike(drawn, lower)
