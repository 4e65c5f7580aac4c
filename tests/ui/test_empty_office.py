"""Every page and section of an office that has nothing yet: what is missing, and the button that leads on."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget

from hrdesk.ui.kit.sections import SectionsPage
from hrdesk.ui.window.pages import PAGES
from ui.test_audit import cut
from ui.test_thai_only import english, thai_buttons
from ui.test_window import nameless
from ui.window_support import click, page, settle

__all__ = ["thai_buttons"]  # Qt's own words, as the program starts
NOTHING_YET = {  # place: (part of the sentence, the verb, the page it opens; "" a dialog or a wizard)
    "home": ("ยังไม่มีแผนพัฒนา", "จัดทำแผนพัฒนา 3 ปี", ""),
    "people": ("ยังไม่มีตำแหน่งและบุคลากร", "เพิ่มตำแหน่งแรก", ""),
    "plan": ("ยังไม่มีแผนพัฒนา", "จัดทำแผนพัฒนา 3 ปี", ""),
    "monitoring": ("ยังไม่มีแผนพัฒนา", "ไปที่แผนพัฒนา", "plan"),
    "reports": ("ยังไม่มีแผนให้เลือก", "ไปที่แผนพัฒนา", "plan"),
    "classes:projects": ("ยังไม่มีโครงการ", "ไปที่แผนพัฒนา", "plan"),
    "classes:class": ("ยังไม่มีรุ่น", "ไปที่โครงการของปี", "classes:projects"),
    "classes:follow-ups": ("ไม่มีรายการที่ต้องติดตาม", "ไปที่บันทึกการอบรม", "classes:class"),
    "classes:budget": ("ยังไม่มีโครงการที่มีงบประมาณ", "ไปที่โครงการของปี", "classes:projects"),
    "skills:stage": ("ยังไม่มีบุคลากร", "ไปหน้าบุคลากร", "people"),
    "skills:grid": ("ยังไม่มีใครอยู่ในกลุ่ม", "กำหนดกลุ่ม", "skills:stage"),
    "skills:needs": ("ยังไม่พบช่องว่าง", "กรอกผลประเมิน", "skills:grid"),
    "skills:idp": ("ยังไม่มีบุคลากร", "ไปหน้าบุคลากร", "people"),
    "skills:roadmap": ("ยังไม่มีตำแหน่ง", "ไปหน้าบุคลากร", "people"),
    "skills:standards": ("ยังไม่มีสมรรถนะที่หน่วยงานกำหนดเอง", "เพิ่มสมรรถนะ…", ""),
}
NEVER_EMPTY = {  # reference data, or something to set
    *("office", "courses", "skills:guide"),
    *(f"settings:{key}" for key in ("backup", "handover", "privacy", "lock", "training", "audit")),
}


def shown_at(window: Any, place: str) -> Any:
    key, _, name = place.partition(":")
    shown = page(window, key)
    if name:
        shown.go_to(name)
        settle(window)
        return shown.section(name)
    return shown


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def place_of_window(window: Any) -> str:
    shown = window.pages[window._key]
    if isinstance(shown, SectionsPage):
        return f"{window._key}:{shown.SECTIONS[shown.tabs.currentIndex()].key}"
    return str(window._key)


def test_every_place_of_the_window_is_in_the_table(empty_window) -> None:
    found = set()
    for entry in PAGES:
        shown = page(empty_window, entry.key)
        sections = shown.SECTIONS if isinstance(shown, SectionsPage) else ()
        found |= {f"{entry.key}:{one.key}" for one in sections} or {entry.key}
    assert found == NOTHING_YET.keys() | NEVER_EMPTY


@pytest.mark.parametrize("place", NOTHING_YET)
def test_it_says_what_is_missing_and_leads_on(empty_window, place: str) -> None:
    sentence, verb, goal = NOTHING_YET[place]
    shown = shown_at(empty_window, place)
    assert sentence in said(shown)
    actions = [one for one in shown.findChildren(QAbstractButton) if one.isVisible() and one.text() == verb]
    assert actions, verb
    assert cut(shown) == []
    if goal:
        click(actions[0])
        settle(empty_window)
        assert place_of_window(empty_window).startswith(goal)


def test_what_is_shown_empty_is_named_thai_and_offers_nothing_to_do_to_no_row(empty_window) -> None:
    """Edit and delete of a list without rows are switched off."""
    for place in sorted(NOTHING_YET.keys() | NEVER_EMPTY):
        shown = shown_at(empty_window, place)
        assert nameless(shown) == [], place
        assert english(shown) == set(), place
        views = [one for one in shown.findChildren(QAbstractItemView) if one.isVisible() and one.model() is not None]
        if any(one.model().rowCount() for one in views):
            continue
        live = [one for one in shown.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        named = {one.accessibleName() or one.text() for one in live}
        assert not {name for name in named if name.startswith(("แก้ไข", "ลบ")) and "ที่เลือก" in name}, place
