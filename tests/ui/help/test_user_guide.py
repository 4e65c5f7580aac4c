"""The user guide: a page for every page of the window, in Thai, with links and pictures that are there."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from hrdesk.config import guide_dir
from hrdesk.ui.help.guide_text import ORDER, guide_pages, matching, softened
from hrdesk.ui.help.guide_window import GuideWindow
from hrdesk.ui.window.pages import PAGES
from ui.test_window import nameless
from ui.window_support import page, press, retype, settle, type_text

GUIDE = guide_pages()
ENGLISH = {  # names of products, files and keys
    *("hrdesk", "Excel", "Word", "PDF", "Laksaman", "TH", "Sarabun", "IDP", "LPA", "Ctrl", "Alt", "Shift", "Delete", "xlsx", "PNG", "JPEG"),
    *("xls", "ods", "csv", "MIT", "CSV", "Moodle", "Enter", "SWOT", "SSD", "BitLocker", "Windows", "Linux"),
}


def test_every_page_of_the_window_is_explained_and_every_page_is_in_order() -> None:
    keys = [one.key for one in GUIDE]
    assert {entry.key for entry in PAGES} <= set(keys)
    assert keys == [key for key in ORDER if key in keys]


@pytest.mark.parametrize("one", GUIDE, ids=lambda one: one.key)
def test_a_page_is_short_titled_and_leads_somewhere(one) -> None:
    assert one.title != one.key
    assert len(one.text.splitlines()) <= 60
    for target in re.findall(r"\]\(([^)]+)\)", one.text):
        assert (guide_dir() / target).exists(), target


@pytest.mark.parametrize("one", GUIDE, ids=lambda one: one.key)
def test_a_page_is_in_thai(one) -> None:
    shown = re.sub(r"\]\([^)]+\)|<!--.*?-->|(?:Ctrl|Alt|Shift)\+[A-Z]\b|\bF\d+\b", "", one.text, flags=re.DOTALL)
    assert set(re.findall(r"[A-Za-z][A-Za-z0-9]*", shown)) <= ENGLISH


def test_softening_keeps_links_pictures_and_every_letter() -> None:
    for one in GUIDE:
        soft = softened(one.text)
        assert soft.replace("\u200b", "") == one.text
        assert re.findall(r"\]\([^)]+\)", soft) == re.findall(r"\]\([^)]+\)", one.text)
        assert "\u200b" in soft


def test_the_guide_is_searched_whatever_the_digits_and_spaces() -> None:
    assert [one.key for one in matching(GUIDE, "7 0:20:10")] == ["skills"]
    assert matching(GUIDE, "ไม่มีคำนี้แน่นอน") == ()
    assert matching(GUIDE, "  ") == GUIDE


def test_f1_opens_the_guide_at_the_page_shown(window) -> None:
    page(window, "people")
    press(window, Qt.Key.Key_F1)
    guide = window._guide
    assert guide.isVisible()
    assert guide.list.currentItem().text() == "บุคลากร"
    assert "กรอบอัตรากำลัง" in guide.text.toPlainText().replace("\u200b", "")
    assert nameless(guide) == []
    page(window, "plan")
    press(window, Qt.Key.Key_F1)
    assert window._guide is guide
    assert guide.list.currentItem().text() == "แผนพัฒนา"


def test_the_guide_is_read_by_keys_and_links(window) -> None:
    guide = GuideWindow(window.theme, window)
    guide.open_at("start")
    press(guide.list, Qt.Key.Key_Down)
    assert guide.list.currentItem().text() == "ทำแผน ๓ ปี ใน ๑ วัน"
    guide.text.anchorClicked.emit(QUrl("import.md"))
    assert guide.list.currentItem().text() == "นำเข้าบุคลากรจาก Excel"
    guide.text.anchorClicked.emit(QUrl("https://example.org/"))
    assert guide.list.currentItem().text() == "นำเข้าบุคลากรจาก Excel"
    retype(guide.sought, "เกษียณ")
    assert [guide.list.item(row).text() for row in range(guide.list.count())] == ["ส่งมอบงาน"]
    type_text(guide.sought, "ฎฎฎ")
    assert "ไม่พบ" in guide.text.toPlainText().replace("\u200b", "")
    guide.close()


def test_pictures_of_the_guide_fit_its_window(window) -> None:
    guide = GuideWindow(window.theme, window)
    guide.open_at("people")
    guide.resize(600, 500)
    QApplication.processEvents()
    guide.text._later.timeout.emit()
    settle(window)
    assert guide.text.horizontalScrollBar().maximum() == 0
    guide.close()


def test_what_the_program_carries_is_told_with_its_licence(window) -> None:
    from hrdesk.ui.help.about_dialog import AboutDialog

    dialog = AboutDialog(window.theme, window)
    dialog.show()
    names = [dialog.list.item(row).text().split()[0] for row in range(dialog.list.count())]
    assert {"Python", "PySide6", "SQLAlchemy", "reportlab"} <= set(names)
    dialog.list.setCurrentRow(names.index("PySide6"))
    assert "LESSER GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    assert nameless(dialog) == []
    dialog.close()
