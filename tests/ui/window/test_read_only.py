"""A file that cannot be written: every page and dialog shows, prints and takes out, and offers nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)

from furnished_office import furnished_office
from hrdesk.services import Services
from hrdesk.ui.kit.read_only import ReadOnlyGuard, action_words, button_words, changes_nothing
from hrdesk.ui.kit.reading import stays
from hrdesk.ui.kit.widgets import button
from hrdesk.ui.window.pages import PAGES
from ui.every_dialog import close_all, section
from ui.window_support import CTRL, modal, page, press, retype, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator

# Every button that may be pressed on some page: it leads somewhere, shows, prints or takes out.
STAYS = {
    "home": {"เปิดแผน", "ไปแก้ไข", "เปิด", "ดู", "ดูทั้งหมด", "พิมพ์บัญชี"},
    "office": set(),
    "people": {"ประวัติ (Ctrl+H)", "เครื่องมือ"},
    "courses": {"รายการให้เลือก…"},
    "plan": {
        "ตัวอย่างเล่ม", "ยอมรับแล้ว 1", "ซ่อน", "ไปแก้ไข", "รายละเอียด…", "พิมพ์", "หนังสือเชิญ", "ใบลงชื่อ", "รายงานการประชุม",
        "ทะเบียนเลขที่เอกสาร…",
    },
    "classes": {"พิมพ์โครงการและบันทึกขออนุมัติ", "บันทึกการอบรม", "พิมพ์แบบติดตามผลของคนที่เลือก ให้ผู้บังคับบัญชากรอก (Ctrl+P)"},
    "monitoring": {"ตารางประจำปี…", "ตารางของแผน…", "พิมพ์รายงาน…", "พิมพ์รายงานประจำปี…"},
    "skills": {"พิมพ์…", "ส่งออก Excel…", "ส่งออกเป็น Excel…", "ชุดของแต่ละบทบาท…", "ที่แก้จากต้นทาง…", "การเทียบกลุ่ม…"},
    "reports": {
        "บันทึก PDF…", "บันทึก Word…", "พิมพ์…", "หน้าก่อน", "หน้าถัดไป", "ย่อหน้ากระดาษ", "ขยายหน้ากระดาษ", "พอดีความกว้าง",
        "แสดงทั้งหน้า",
    },
    "settings": {
        "เปิดโฟลเดอร์", "ส่งออกชุดข้อมูลหน่วยงาน…", "ส่งออกข้อมูลของบุคคลนี้…", "ส่งออก Excel…", "เลือกตั้งแต่วันที่จากปฏิทิน",
        "เลือกถึงวันที่จากปฏิทิน",
    },
}  # fmt: skip
FINDS = {"กรองรายชื่อ", "ค้นหาในคู่มือ", "ตั้งแต่วันที่", "ถึงวันที่"}
CHOOSES = ("กรอง", "แสดง", "ปี", "แผน", "รุ่น", "พิมพ์", "เฉพาะ", "ตาราง", "เจ้าของข้อมูล", "ผลของใคร", "การกระทำ", "เรื่อง")


@pytest.fixture
def window(open_window, templates, monkeypatch):
    """Tests may run with every right there is, so the answer of a system that gives none is put in."""
    assert templates["furnished"].exists(), "made while files may be written"
    monkeypatch.setattr("hrdesk.models.database.may_write", lambda _path: False)
    found = open_window("furnished")
    assert found.desk.services.read_only
    return found


def views(window: Any, key: str) -> Iterator[QWidget]:
    """All that a page can show: its sections, and each of their tabs."""
    shown = page(window, key)
    names = [one.key for one in getattr(shown, "SECTIONS", ())]
    for part in [section(window, key, name) for name in names] or [shown]:
        if names:
            shown.go_to(names.pop(0))
            settle(window)
        tabs = part.findChildren(QTabWidget)
        for one in tabs:
            for number in range(one.count()):
                one.setCurrentIndex(number)
                settle(window)
                yield part
        if not tabs:
            yield part


def seen(part: QWidget) -> list[QWidget]:
    return [one for one in part.findChildren(QWidget) if one.isVisibleTo(part) and not isinstance(one.parent(), QTabBar)]


def pressable(part: QWidget) -> set[str]:
    found = {button_words(one) for one in seen(part) if isinstance(one, QPushButton | QToolButton) and one.isEnabled()}
    return {"ดูทั้งหมด" if one.startswith("ดูทั้งหมด") else one for one in found if one}


def typed_into(part: QWidget) -> set[str]:
    fields = [one for one in seen(part) if isinstance(one, QLineEdit | QPlainTextEdit) and one.isEnabled()]
    inner = QComboBox | QSpinBox  # asked as what they are part of
    return {one.accessibleName() for one in fields if not one.isReadOnly() and not isinstance(one.parent(), inner)}


def chosen_in(part: QWidget) -> set[str]:
    kinds = QComboBox | QCheckBox | QSpinBox
    found = {one.accessibleName() or getattr(one, "text", str)() for one in seen(part) if isinstance(one, kinds) and one.isEnabled()}
    return {one for one in found if not one.startswith(CHOOSES)}


def edited(part: QWidget) -> list[str]:
    no = QAbstractItemView.EditTrigger.NoEditTriggers
    found = [one for one in seen(part) if isinstance(one, QAbstractItemView) and not isinstance(one, QHeaderView)]
    return [one.accessibleName() for one in found if one.editTriggers() != no]


def test_only_what_shows_prints_or_takes_out_can_be_pressed_on_any_page(window) -> None:
    assert {entry.key for entry in PAGES} == set(STAYS)
    for entry in PAGES:
        offered: set[str] = set()
        for part in views(window, entry.key):
            offered |= pressable(part)
            assert typed_into(part) <= FINDS, entry.key
            assert not chosen_in(part), entry.key
            assert not edited(part), entry.key
        assert offered <= STAYS[entry.key] | {"ไปที่แผนพัฒนา"}, entry.key
        assert offered >= STAYS[entry.key] - {"หน้าก่อน"}, entry.key


def test_the_search_and_the_filters_still_take_what_is_typed(window) -> None:
    people = page(window, "people")
    before = people.model.rowCount()
    retype(people.filters.text, "นาย")
    settle(window)
    people.model.reload()
    settle(window)
    assert people.filters.text.text() == "นาย"
    assert people.model.rowCount() <= before
    window.focus_search()
    type_text(window.search, "อบรม")
    assert window.search.text() == "อบรม"


def test_the_look_and_the_guide_are_for_everybody(window) -> None:
    assert all(one.isEnabled() for one in window.tools.tools)


def test_a_button_that_a_page_enables_later_stays_off_and_says_why(window) -> None:
    shown = page(window, "office")
    shown.save_button.setEnabled(True)
    assert not shown.save_button.isEnabled()
    assert "อ่านอย่างเดียว" in shown.save_button.toolTip()


@pytest.mark.parametrize(("key", "presses"), [
    ("people", [(Qt.Key.Key_N, CTRL), (Qt.Key.Key_I, CTRL), (Qt.Key.Key_E, CTRL), (Qt.Key.Key_V, CTRL), (Qt.Key.Key_F2, None)]),
    ("courses", [(Qt.Key.Key_N, CTRL), (Qt.Key.Key_F2, None), (Qt.Key.Key_Delete, None)]),
])  # fmt: skip
def test_keys_that_change_something_do_nothing(window, key, presses) -> None:
    shown = page(window, key)
    table = shown.table
    QGuiApplication.clipboard().setText("นางสาวมะลิ งามดี")
    table.setCurrentIndex(table.model().index(0, 0))
    rows = table.model().rowCount()
    for one, modifier in presses:
        press(table, one, modifier or Qt.KeyboardModifier.NoModifier)
        settle(window)
        assert QApplication.activeModalWidget() is None, one
    assert table.model().rowCount() == rows


def test_keys_that_show_something_still_do(window) -> None:
    people = page(window, "people")
    people.table.choose_where(lambda row: bool(row and row.staff_id)) if people.model.rowCount() == 0 else None
    people.table.setCurrentIndex(people.model.index(0, 0))
    press(people.table, Qt.Key.Key_Down)
    assert people.table.currentIndex().row() == 1
    press(people.table, Qt.Key.Key_K, CTRL)
    dialog = modal()
    assert dialog.ok_button.isEnabled()  # columns are remembered on this PC
    assert dialog.up_button.isEnabled()
    close_all(window)


def test_cells_take_no_marks_and_no_paste(window) -> None:
    tab = section(window, "classes", "class")
    tab.tabs.setCurrentIndex(1)
    settle(window)
    grid = tab.pages[1].grid
    grid.setCurrentIndex(grid.model().index(0, 3))
    before = tab.pages[1].model.sheet.marks
    for key in (Qt.Key.Key_0, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        press(grid, key)
        settle(window)
    assert tab.pages[1].model.sheet.marks == before
    assert QApplication.activeModalWidget() is None


def test_a_menu_offers_what_reads(window) -> None:
    people = page(window, "people")
    menu = people.tools.menu()
    menu.popup(people.mapToGlobal(people.rect().center()))
    QApplication.processEvents()
    words = {action_words(one): one.isEnabled() for one in menu.actions()}
    menu.close()
    assert [one for one, on in words.items() if on] == [
        "เรียงตามคอลัมน์ที่เลือก (F4)", "เลือกคอลัมน์… (Ctrl+K)", "ส่งออก Excel สำหรับจังหวัด…",
    ]  # fmt: skip
    assert any(one.startswith("นำเข้าจาก Excel") for one in words)


def test_nothing_can_be_dropped(window) -> None:
    tree = page(window, "office").tree.tree
    mime = QMimeData()
    mime.setText("x")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, mime, left, none)
    drop = QDropEvent(QPointF(5, 5), copy, mime, left, none)
    for event in (enter, drop):
        QApplication.sendEvent(tree.viewport(), event)
        assert not event.isAccepted()


def test_a_dialog_opened_to_look_cannot_be_saved(window) -> None:
    people = page(window, "people")
    people.table.setCurrentIndex(people.model.index(0, 0))
    people.edit_person(next(row.staff_id for row in people.model._pages[0] if row.staff_id))
    settle(window)
    dialog = modal()
    assert not dialog.save_button.isEnabled()
    assert dialog.cancel_button.isEnabled()
    assert typed_into(dialog) == set()
    press(dialog, Qt.Key.Key_S, CTRL)
    settle(window)
    assert dialog.isVisible()
    close_all(window)


def test_a_question_can_be_answered(window, boxes) -> None:
    from hrdesk.ui.kit.messages import ask

    boxes.answers.append("ทำต่อไป")
    assert ask(window, "คำถาม", "ทำต่อหรือไม่", "ทำต่อไป")


def test_the_choice_for_the_province_stays_but_its_layout_is_not_kept(window) -> None:
    page(window, "people").open_province()
    settle(window)
    dialog = modal()
    assert dialog.write_button.isEnabled()
    assert dialog.tick_button.isEnabled()
    assert not dialog.keep_button.isEnabled()
    assert not dialog.delete_button.isEnabled()
    close_all(window)


def test_a_file_that_can_be_written_ends_it(window, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("hrdesk.models.database.may_write", lambda _path: True)
    other = furnished_office(tmp_path / "other.db")
    window.leave_office()
    with Services.open(other) as services:
        window.start(services)
        settle(window)
        QApplication.sendPostedEvents(None, 52)  # the guard goes with DeferredDelete
        assert not window.findChildren(ReadOnlyGuard)
        assert page(window, "people").add_button.isEnabled()
        window.worker.settle()


@pytest.mark.parametrize(("words", "reads"), [
    ("พิมพ์…", True), ("ส่งออก Excel…", True), ("ปิด", True), ("ปิดหน้าต่าง", True), ("ปิดรุ่น", False), ("ปิดแผน…", False),
    ("เปิดรุ่นอีกครั้ง", False), ("เปิดครั้งนี้ใหม่…", False), ("ยกเลิกการแก้ไข", False), ("ยกเลิก", True), ("บันทึก", False), ("อะไรใหม่", False),
])  # fmt: skip
def test_unknown_words_are_taken_to_change_something(qapp, words, reads) -> None:
    assert changes_nothing(button(words), words) is reads


def test_what_a_widget_was_told_counts_more_than_its_words(qapp) -> None:
    holder = QMenu()
    inner = QPushButton("ลบ", holder)
    stays(holder)
    assert changes_nothing(inner, "ลบ")
    stays(inner, reads=False)
    assert not changes_nothing(inner, "พิมพ์")
