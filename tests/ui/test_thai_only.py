"""Not one English word on the screen but names of products, files, keys and codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableView,
    QTabWidget,
    QWidget,
)

from hrdesk.ui.kit.translator import ThaiButtons
from hrdesk.ui.window.pages import PAGES
from ui.window_support import page, settle

KNOWN = {
    *("hrdesk", "Windows", "Excel", "Word", "PDF", "IDP", "DPIS", "LPA", "SWOT", "QR"),  # products and what officers call so
    *("xlsx", "xls", "ods", "csv", "pdf", "docx", "db", "zip", "txt", "png", "jpg", "utf", "cp"),
    *("Ctrl", "Shift", "Alt", "Tab", "Enter", "Esc", "Delete", "F", "N", "S", "V", "Z", "Y", "A", "P", "D"),
    *("S.D", "KPI", "IT", "Non-IT", "Early", "Developing", "Mature"),  # terms of the guidelines themselves
    *("OneDrive", "Dropbox", "BitLocker", "Zip", "USB", "SSD", "AES", "GB", "MB"),
}
_WORD = re.compile(r"[A-Za-z][A-Za-z.\-]*[A-Za-z]|[A-Za-z]")
# keys, DLit100, paths, addresses, masked ids, {fields}
# A unit, an entry or a topic of the framework, a strategy of the guideline: they are named in English too.
_OFFICIAL = re.compile(
    r"^\s*(?:[A-Z][A-Za-z]*(?:[0-9]{3}\b| ความสามารถด้าน)|[KE][NB][0-9]+(?:\.[0-9]+)?\b|[A-Z][0-9]\b).*|^กลยุทธ์ตามแนวทาง: .*"
)
_CODE = re.compile(r"(?:Ctrl|Alt|Shift)\+\S+|\b[A-Za-z]{1,5}[0-9][0-9.]*\b|\b[A-Za-z]+-[0-9]+\b|\b[A-Z]:[\\/]\S*|\S*[/\\]\S*|\S+@\S+|x(?:-x+)+|\{[a-z_]+\}")


@pytest.fixture(autouse=True)
def thai_buttons(qapp) -> Iterator[None]:
    """As the program starts: Qt's own texts are translated."""
    translator = ThaiButtons(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def words(widget: QWidget) -> Iterator[str]:
    """Every text that is shown, read out or pops up."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.accessibleName(), one.toolTip(), one.windowTitle() if one.isWindow() else "")
        if isinstance(one, (QLabel, QAbstractButton)):
            yield one.text()
        elif isinstance(one, QGroupBox):
            yield one.title()
        elif isinstance(one, QLineEdit):
            yield from (one.placeholderText(), getattr(one, "hint", ""))
        elif isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        elif isinstance(one, QListWidget):
            yield from (one.item(place).text() for place in range(one.count()))
        elif isinstance(one, QTabWidget):
            yield from (one.tabText(place) for place in range(one.count()))
        elif isinstance(one, QTableView) and one.model() is not None:
            across = range(one.model().columnCount())
            yield from (str(one.model().headerData(place, Qt.Orientation.Horizontal) or "") for place in across)


def english(widget: QWidget) -> set[str]:
    found = set()
    for text in words(widget):
        plain = _CODE.sub(" ", _OFFICIAL.sub("", text.replace("\u200b", "").replace("&", "")))
        found.update(f"{word} in {text!r}" for word in _WORD.findall(plain) if word not in KNOWN)
    return found


@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_a_page_speaks_thai(window, key: str) -> None:
    assert english(page(window, key)) == set()


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
    assert english(QLabel("เปิด Excel .xlsx ที่ D:\\งาน\\a.xlsx รหัส DLit100 (Ctrl+F)")) == set()
