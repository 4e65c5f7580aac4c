"""Search from anywhere: typed, chosen by arrows, opened, given up; and what it looks through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.window.search import PER_KIND, find
from ui.window_support import CTRL, page, press, settle, type_text


def look_for(window, text: str) -> list[str]:
    window.search.setFocus()
    window.search.selectAll()
    type_text(window.search, text)
    window.search._timer.stop()  # else it would look once more, while the list is walked through
    window.search._timer.timeout.emit()
    settle(window)
    return [window.search.list.item(n).text() for n in range(window.search.list.count())]


def test_ctrl_f_leads_there_from_any_page(window) -> None:
    for key in ("plan", "office", "settings"):
        page(window, key)
        press(window.centralWidget(), Qt.Key.Key_F, CTRL)
        assert window.search.hasFocus(), key


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_its_sign_is_as_large_as_the_letters_and_beside_the_words(window, zoom: float) -> None:
    window.resize(1920, 1080)
    window.set_theme(Theme(zoom=zoom))
    settle(window)
    look_for(window, "ขยาย")
    field, left = window.search, window.theme.px(8)
    side = window.theme.px(16)
    assert field.cursorRect().left() > left + side, "the words begin after it"
    seen = field.grab().toImage().copy(left, 0, side, field.height())
    rows = {y for y in range(4, seen.height() - 4) for x in range(side) if seen.pixelColor(x, y) != field.palette().base().color()}
    assert side * 0.6 < max(rows) - min(rows) + 1 <= side


def test_arrows_stay_within_the_hits_and_enter_opens_the_chosen(window) -> None:
    found = look_for(window, "โครงการ")
    assert len(found) > 2
    hits = window.search.list
    press(window.search, Qt.Key.Key_Up)
    assert hits.currentRow() == 0
    for _ in range(len(found) + 2):
        press(window.search, Qt.Key.Key_Down)
    assert hits.currentRow() == len(found) - 1
    wanted = hits.currentItem().data(Qt.ItemDataRole.UserRole)
    press(window.search, Qt.Key.Key_Return)
    settle(window)
    assert window._key == wanted.page
    assert window.search.popup.isHidden()
    assert window.search.text() == ""


def test_a_click_opens_too(window) -> None:
    look_for(window, "นักทรัพยากร")
    hits = window.search.list
    place = hits.visualItemRect(hits.item(0)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(window)
    assert window._key == "people"


def test_nothing_found_opens_nothing(window) -> None:
    before = window._key
    assert look_for(window, "ไม่มีคำนี้") == ["ไม่พบ “ไม่มีคำนี้”"]
    press(window.search, Qt.Key.Key_Return)
    settle(window)
    assert window._key == before


def test_the_list_goes_with_the_text_the_focus_and_the_size(window) -> None:
    look_for(window, "โครงการ")
    assert window.search.popup.isVisible()
    press(window.search, Qt.Key.Key_A, CTRL)
    press(window.search, Qt.Key.Key_Backspace)
    assert window.search.popup.isHidden()
    look_for(window, "โครงการ")
    window.nav.setFocus() if hasattr(window, "nav") else press(window.search, Qt.Key.Key_Tab)
    assert window.search.popup.isHidden()
    look_for(window, "โครงการ")
    window.resize(window.width() - 40, window.height())
    settle(window)
    assert window.search.popup.isHidden()


def _leave(field) -> None:
    press(field, Qt.Key.Key_Tab)


def _empty(field) -> None:
    field.selectAll()
    press(field, Qt.Key.Key_Backspace)


def _escape(field) -> None:
    press(field, Qt.Key.Key_Escape)


@pytest.mark.parametrize("asked", [False, True], ids=["typed", "asked"])
@pytest.mark.parametrize("goes", [_leave, _empty, _escape])
def test_what_was_typed_a_moment_before_brings_no_list_back(window, goes, asked: bool) -> None:
    field = window.search
    field.setFocus()
    type_text(field, "โครงการ")
    assert field._timer.isActive()
    if asked:
        field._timer.stop()
        field._search()
    goes(field)
    settle(window)
    QTest.qWait(2 * field._timer.interval())
    settle(window)
    assert field.popup.isHidden()


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_no_words_find_nothing(window, text: str) -> None:
    assert find(window.desk.services, text) == ()


def test_digits_spaces_and_case_do_not_matter_and_each_kind_gives_a_few(window) -> None:
    services = window.desk.services
    hits = find(services, "โครงการ")
    kinds = [hit.kind for hit in hits]
    assert all(kinds.count(kind) <= PER_KIND for kind in set(kinds))
    number = next(p.number for p in services.register.office().positions if p.number)
    thai = number.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert [hit.place for hit in find(services, thai)] == [hit.place for hit in find(services, number)] != []
    title = services.planning.load(1).projects[0].title
    assert any(hit.text == title for hit in find(services, title.replace("ของ", "ของ ")))


def test_a_vacant_post_is_found_by_its_name_and_says_so(window) -> None:
    vacant = next(p for p in window.desk.services.register.office().positions if not p.holder)
    hits = [hit for hit in find(window.desk.services, vacant.number or vacant.title) if hit.text.startswith("ว่าง")]
    assert hits
    assert {hit.place.partition(":")[0] for hit in hits} == {"position"}
