"""Not one English word on the screen but names of products, files, keys and codes."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from hrdesk.domain.book import CHAPTERS
from hrdesk.ui.kit.translator import ThaiButtons
from hrdesk.ui.window.pages import PAGES
from ui.window_support import page, settle, whole_page

KNOWN = {
    *("hrdesk", "Windows", "Excel", "Word", "PDF", "IDP", "DPIS", "LPA", "SWOT", "QR"),  # products and what officers call so
    *("xlsx", "xls", "ods", "csv", "pdf", "docx", "db", "zip", "txt", "png", "jpg", "utf", "cp"),
    *("Ctrl", "Shift", "Alt", "Tab", "Enter", "Esc", "Delete", "F", "N", "S", "V", "Z", "Y", "A", "P", "D"),
    *("S.D", "KPI", "IT", "Non-IT", "Early", "Developing", "Mature"),  # terms of the guidelines themselves
    *("OneDrive", "Dropbox", "BitLocker", "Zip", "USB", "SSD", "AES", "GB", "MB"),
}
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
MOST_ROWS = 400
_WORD = re.compile(r"[A-Za-z][A-Za-z.\-]*[A-Za-z]|[A-Za-z]")
# keys, DLit100, paths, addresses, masked ids
# A unit, an entry or a topic of the framework, a strategy of the guideline: they are named in English too.
_OFFICIAL = re.compile(
    r"(?:^|· )\s*(?:[A-Z][A-Za-z]*(?:[0-9]{3}\b| ความสามารถด้าน)|[KE][NB][0-9]+(?:\.[0-9]+)?\b|[A-Z][0-9]\b).*|^กลยุทธ์ตามแนวทาง: .*",
    re.MULTILINE,
)
_CODE = re.compile(r"(?:Ctrl|Alt|Shift)\+\S+|\b[A-Za-z]{1,5}[0-9][0-9.]*\b|\b[A-Za-z]+-[0-9]+\b|\b[A-Z]:[\\/]\S*|\S*[/\\]\S*|\S+@\S+|x(?:-x+)+")


@pytest.fixture(autouse=True)
def thai_buttons(qapp) -> Iterator[None]:
    """As the program starts: Qt's own texts are translated."""
    translator = ThaiButtons(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def words(widget: QWidget, *, cells: bool = True) -> Iterator[str]:
    """Every text that is shown, read out or pops up; also what menus offer, and what lists and tables hold."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.whatsThis(), one.statusTip())
        yield one.windowTitle() if one.isWindow() else ""
        yield from (text for action in one.actions() for text in (action.text(), action.toolTip()))
        yield from _shown(one, cells)


def _shown(one: QWidget, cells: bool) -> Iterator[str]:
    if isinstance(one, (QLabel, QAbstractButton)):
        yield one.text()
    elif isinstance(one, QGroupBox):
        yield one.title()
    elif isinstance(one, QLineEdit):
        yield from (one.placeholderText(), getattr(one, "hint", ""))
    elif isinstance(one, (QTextEdit, QPlainTextEdit)):
        yield one.placeholderText()
        yield one.toPlainText() if one.isReadOnly() else ""
    elif isinstance(one, QSpinBox):
        yield from (one.prefix(), one.suffix(), one.specialValueText())
    elif isinstance(one, QProgressBar):
        yield one.text()
    elif isinstance(one, QComboBox):
        yield from (one.itemText(place) for place in range(one.count()))
    elif isinstance(one, (QTabWidget, QTabBar)):
        yield from (one.tabText(place) for place in range(one.count()))
        yield from (one.tabToolTip(place) for place in range(one.count()))
    elif isinstance(one, QAbstractItemView) and one.model() is not None and one.model().rowCount(QModelIndex()) < MOST_ROWS:
        yield from _items(one.model(), cells)


def _items(model: QAbstractItemModel, cells: bool) -> Iterator[str]:
    """Headings and cells, their tooltips too."""
    top = QModelIndex()
    across = range(1 if isinstance(model, QAbstractListModel) else model.columnCount(top))
    for place in across:
        yield from (str(model.headerData(place, Qt.Orientation.Horizontal, role) or "") for role in ROLES)
    for line in range(model.rowCount(top) if cells else 0):
        for place in across:
            yield from (str(model.index(line, place).data(role) or "") for role in ROLES)


def english(widget: QWidget) -> set[str]:
    return english_of(words(widget))


def english_of(texts: Iterable[str]) -> set[str]:
    found = set()
    for text in texts:
        plain = _CODE.sub(" ", _OFFICIAL.sub("", text.replace("\u200b", "").replace("&", "")))
        found.update(f"{word} in {text!r}" for word in _WORD.findall(plain) if word not in KNOWN)
    return found


@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_a_page_speaks_thai_on_all_its_tabs(open_window, key: str) -> None:
    window = open_window("furnished")
    account = getpass.getuser()  # stands in the record of use; cells of the skills hold the framework's own words
    assert english_of(text for text in words(whole_page(window, key), cells=key != "skills") if text != account) == set()
    assert english(window.menu) | english(window.search) == set()


def test_every_step_of_the_wizard_speaks_thai(window) -> None:
    page(window, "plan").new_plan()
    settle(window)
    from ui.window_support import modal

    wizard = modal()
    for number in range(len(wizard.pages)):
        wizard.go(number)
        settle(window)
        assert english(wizard) == set(), number
    wizard.reject()
    settle(window)


def test_english_is_found() -> None:
    assert {one.split()[0] for one in english(QLabel("เปิด file แล้วกด OK"))} == {"file", "OK"}
    assert {one.split()[0] for one in english(QLabel("ใส่ชื่อแทน {name}"))} == {"name"}, "what stands for data has Thai words"
    assert english(QLabel("เปิด Excel .xlsx ที่ D:\\งาน\\a.xlsx รหัส DLit100 (Ctrl+F)")) == set()


def test_the_passages_of_the_book_are_edited_in_thai(window) -> None:
    tabs = page(window, "plan").tabs
    for key in set(CHAPTERS) - {"appendix"}:  # which quotes the framework
        tabs.chapters.show_chapter(key)
        assert english_of(tabs.chapters.text.toPlainText().splitlines()) == set(), key
