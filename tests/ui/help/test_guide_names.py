"""What the guide names, “so” or **so**, stands on the screen; every page and picture is reached; F1 leads to each page."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import hrdesk
from hrdesk.config import guide_dir
from hrdesk.ui.help.guide_text import guide_pages
from hrdesk.ui.window.pages import PAGES
from ui.window_support import page, press, settle

GUIDE = guide_pages()
SOURCE = Path(hrdesk.__file__).parent
_NAMED = re.compile(r"“([^”]+)”|\*\*([^*]+)\*\*")
_HINT = re.compile(r"\s*\([^()]*\)$")  # the key in a menu's entry, or what a choice means


def plain(name: str) -> str:
    """As an officer would say it: without the key behind it and the dots of what opens a window."""
    return _HINT.sub("", name.strip()).strip().rstrip("…").strip()


def literals(path: Path) -> set[str]:
    """Whole texts of a source; not the pieces of those that are put together."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in pieces)
    return {plain(node.value) for node in found if isinstance(node.value, str)}


@pytest.fixture(scope="module")
def on_screen() -> set[str]:
    """Texts of the window's sources, and the terms that it takes from the rules."""
    return {text for room in ("ui", "domain") for path in (SOURCE / room).rglob("*.py") for text in literals(path)}


def named(text: str) -> list[str]:
    return [first or second for first, second in _NAMED.findall(text)]


@pytest.mark.parametrize("one", GUIDE, ids=lambda one: one.key)
def test_what_a_page_names_is_on_the_screen(one, on_screen) -> None:
    assert [name for name in named(one.text) if plain(name) not in on_screen] == []


def test_a_name_that_is_on_no_screen_is_found(on_screen) -> None:
    text = "กด “บันทึก” (Ctrl+S) แล้วเปิด **ตั้งค่า** และ “ปุ่มที่ไม่มี…”"
    assert named(text) == ["บันทึก", "ตั้งค่า", "ปุ่มที่ไม่มี…"]
    assert [name for name in named(text) if plain(name) not in on_screen] == ["ปุ่มที่ไม่มี…"]
    assert plain("นำเข้าจาก Excel… (Ctrl+I)") == "นำเข้าจาก Excel"


def test_every_page_is_linked_and_every_picture_shown() -> None:
    targets = {target for one in GUIDE for target in re.findall(r"\]\(([^)]+)\)", one.text)}
    files = {path.name for path in guide_dir().glob("*.md")}
    assert files == {f"{one.key}.md" for one in GUIDE}
    assert {f"pictures/{path.name}" for path in (guide_dir() / "pictures").iterdir()} <= targets
    assert files - {"start.md"} - targets == set()


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_f1_leads_from_each_page_to_its_own(window, entry) -> None:
    page(window, entry.key)
    press(window, Qt.Key.Key_F1)
    settle(window)
    assert window._guide.list.currentItem().text() == next(one.title for one in GUIDE if one.key == entry.key)
    window._guide.close()
