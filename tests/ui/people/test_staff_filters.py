"""The five filters of the register, chosen by keys, alone and together."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hrdesk.domain.terms import Level
from hrdesk.ui.people.filters import StaffFilters
from ui.walking import focus
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


def test_where_room_is_short_half_of_them_stand_below(window) -> None:
    people = page(window, "people")
    filters = people.filters
    boxes = [filters.text, filters.unit, filters.kind, filters.level, filters.line, filters.state]
    for width, lines in ((1366, 1), (1050, 2), (1366, 1)):
        window.resize(width, 600)
        settle(window)
        assert window.width() == width, "a line of all must not keep the window wide"
        assert all(box.isVisible() for box in boxes)
        tops = {box.y() for box in boxes}
        assert len(tops) == lines
        assert all(box.geometry().right() < filters.width() for box in boxes)
        filters.text.setFocus()
        seen = []
        for _ in boxes[1:]:
            press(focus(), Qt.Key.Key_Tab)
            seen.append(focus())
        assert [(box.y(), box.x()) for box in seen] == sorted((box.y(), box.x()) for box in boxes[1:]), "tab goes as one reads"


def test_what_stands_first_in_each_is_read_whole_however_few_there_are_to_choose_from(open_window) -> None:
    """An office without units offers one word, which must not be squeezed to dots by longer lists beside it."""
    for name in ("empty", "furnished"):
        window = open_window(name)
        window.resize(1366, 768)
        people = page(window, "people")
        boxes = (people.filters.unit, people.filters.kind, people.filters.level, people.filters.line, people.filters.state)
        for box in boxes:
            box.grab()  # drawing tells what was elided
            assert box.toolTip() == "", (name, box.currentText())
