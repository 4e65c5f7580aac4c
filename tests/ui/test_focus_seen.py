"""Whoever works by keyboard sees where he is: each kind of part looks different when it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QListWidget,
    QRadioButton,
    QTabBar,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import DateField, TextArea
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.kit.widgets import Field, button, column, combo, menu_button, tool, word_tool
from ui.window_support import activate

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

LOOKS = {"light": Theme(), "dark": Theme(dark=True), "high contrast": Theme(high=True), "dark, high contrast": Theme(dark=True, high=True)}
EDGE = 3  # pixels: what blinks inside a field is no sign of focus


def table(theme: Theme) -> Table:
    found = Table(theme, "ตาราง", RowsModel((Column[str]("ชื่อ", str, "ชื่อ-สกุล", stretch=True),)))
    found.rows.set_rows(["ก", "ข"])
    found.choose_row(0)
    return found


def listed(_theme: Theme) -> QListWidget:
    found = QListWidget()
    found.addItems(["ก", "ข"])
    found.setCurrentRow(0)
    return found


def tree(_theme: Theme) -> QTreeWidget:
    found = QTreeWidget()
    found.addTopLevelItem(QTreeWidgetItem(["สำนักปลัด"]))
    found.setCurrentItem(found.topLevelItem(0))
    return found


def tabs(_theme: Theme) -> QTabBar:
    found = QTabBar()
    for title in ("หนึ่ง", "สอง"):
        found.addTab(title)
    return found


FRAMED = {  # the edge changes
    "button": lambda _theme: button("บันทึก"),
    "primary button": lambda _theme: button("บันทึก", kind="primary"),
    "menu button": lambda _theme: menu_button("พิมพ์", [("แบบสำรวจ", lambda: None)]),
    "choice": lambda _theme: combo("ปี", [("2566", 2566), ("2567", 2567)]),
    "field": lambda _theme: Field("ชื่อ", "เช่น สมชาย"),
    "several lines": lambda _theme: TextArea("หมายเหตุ"),
    "number": lambda _theme: CountBox("เดือน", 3, 0, 12),
    "date": lambda theme: DateField(theme, "วันที่").edit,
    "tool": lambda theme: tool(theme, "delete", "ลบ"),
    "tool with a word": lambda theme: word_tool(theme, "fill", "เติม", "เติมลงล่าง", lambda: None),
}
OTHERS = {  # something of it does
    "link": lambda _theme: button("ไปแก้ไข", kind="link"),
    "box": lambda _theme: QCheckBox("ทุกตำแหน่ง"),
    "one of several": lambda _theme: QRadioButton("หน่วยงานตัวอย่าง"),
    "table": table,
    "list": listed,
    "tree": tree,
    "tabs": tabs,
}


def pictures(theme: Theme, qtbot, part: QWidget) -> tuple[QImage, QImage]:
    """Of the part without and with the focus, beside another one that takes it."""
    theme.apply(QApplication.instance())
    whole, other = QWidget(), button("อื่น")
    owner = part.window() if part.parent() is not None else part
    whole.setLayout(column(theme, other, owner, pad="l"))
    qtbot.addWidget(whole)
    whole.resize(420, 300)
    whole.show()
    activate(whole)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert not part.hasFocus()
    before = part.grab().toImage()
    part.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert part.hasFocus()
    return before, part.grab().toImage()


def edge(picture: QImage) -> list[int]:
    wide, high = picture.width(), picture.height()
    ring = [(x, y) for x in range(wide) for y in (*range(EDGE), *range(high - EDGE, high))]
    ring += [(x, y) for y in range(high) for x in (*range(EDGE), *range(wide - EDGE, wide))]
    return [picture.pixel(x, y) for x, y in ring]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", FRAMED)
def test_the_edge_tells_the_focus(qapp, qtbot, kind: str, look: str) -> None:
    theme = LOOKS[look]
    before, after = pictures(theme, qtbot, FRAMED[kind](theme))
    changed = sum(one != other for one, other in zip(edge(before), edge(after), strict=True))
    assert changed > len(edge(before)) / 8, "a ring, not a dot"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", OTHERS)
def test_the_part_tells_the_focus(qapp, qtbot, kind: str, look: str) -> None:
    theme = LOOKS[look]
    before, after = pictures(theme, qtbot, OTHERS[kind](theme))
    assert before != after
