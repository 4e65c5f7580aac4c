"""The five filters of the register, chosen by keys, alone and together."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hrdesk.domain.terms import Level
from hrdesk.ui.people.filters import StaffFilters
from ui.window_support import page, press, settle, texts


def to(window, box, value) -> None:
    """Down its list until the value stands there."""
    press(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == value:
            break
        press(box, Qt.Key.Key_Down)
    assert box.currentData() == value
    settle(window)


def test_level_and_line_narrow_the_list_together_with_the_others(window) -> None:
    people = page(window, "people")
    window.resize(1366, 768)
    settle(window)
    filters: StaffFilters = people.filters
    everybody = people.model.rowCount()
    to(window, filters.level, Level.PROFESSIONAL)
    assert set(texts(people.table, people.shown.index("level"))) == {"ชำนาญการ"}
    some = people.model.rowCount()
    assert 0 < some < everybody
    line = next(one for one in window.desk.services.register.lines() if one.name == "นักทรัพยากรบุคคล")
    to(window, filters.line, line.id)
    assert 0 < people.model.rowCount() < some
    assert people.count.text().startswith("พบ")
    people._show_all()
    settle(window)
    assert people.model.rowCount() == everybody
    assert filters.level.currentData() is filters.line.currentData() is None


def test_two_levels_of_one_word_are_told_apart(window) -> None:
    box = page(window, "people").filters.level
    words = [box.itemText(row) for row in range(box.count())]
    assert len(set(words)) == len(words)
    assert "ต้น (อำนวยการท้องถิ่น)" in words
    assert "ชำนาญการ" in words


def test_where_room_is_short_only_what_filters_stays(window) -> None:
    people = page(window, "people")
    filters = people.filters
    window.resize(1366, 768)
    settle(window)
    assert filters.level.isVisible()
    assert filters.line.isVisible()
    to(window, filters.level, Level.PROFESSIONAL)
    window.resize(911, 600)
    settle(window)
    assert filters.level.isVisible(), "what narrows the list is never out of sight"
    assert not filters.line.isVisible()
