"""Fields alone: dates in พ.ศ., the calendar that Qt lacks, text that wraps, choices by typing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView

from hrdesk.errors import Problem
from hrdesk.ui.kit.editors import DateField, Form, TextArea, ThaiCalendar
from hrdesk.ui.kit.pick import PickBox, SuggestBox, suggest
from hrdesk.ui.kit.widgets import Field, label, one_line
from ui.window_support import press, retype, type_text

SPACE = "\u200b"


@pytest.fixture
def field(qtbot, theme) -> DateField:
    made = DateField(theme, "วันเกิด", date(1990, 2, 28))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_calendar_is_headed_in_the_buddhist_era(qtbot, theme) -> None:
    calendar = ThaiCalendar(theme)
    qtbot.addWidget(calendar)
    calendar.show_at(calendar.pos(), QDate(2024, 12, 31))
    assert calendar._month.text() == "ธันวาคม 2567"
    calendar._grid.showNextMonth()
    assert calendar._month.text() == "มกราคม 2568"
    assert calendar._grid.selectedDate() == QDate(2024, 12, 31)


def test_a_day_is_picked_from_the_calendar_by_keys(field) -> None:
    told: list[None] = []
    field.changed.connect(lambda: told.append(None))
    field._open.click()
    calendar = field.findChild(ThaiCalendar)
    assert calendar._month.text() == "กุมภาพันธ์ 2533"
    days = calendar._grid.findChild(QTableView)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert calendar.isHidden()
    assert field.edit.text() == "1 มี.ค. 2533"
    assert field.day() == date(1990, 3, 1)
    assert told


@pytest.mark.parametrize(
    ("text", "day"),
    [("5/1/2567", date(2024, 1, 5)), ("๕ ม.ค. ๒๕๖๗", date(2024, 1, 5)), ("29-2-2567", date(2024, 2, 29)), ("", None)],
)
def test_dates_as_they_are_typed(field, text: str, day: date | None) -> None:
    retype(field.edit, text) if text else field.edit.clear()
    assert field.day() == day
    assert not field.wrong
    assert not field.edit.property("invalid")


@pytest.mark.parametrize("text", ["31/2/2567", "วันนี้", "12/13/2567"])
def test_what_is_no_date_is_told_and_kept(field, text: str) -> None:
    retype(field.edit, text)
    assert field.day() is None
    assert field.wrong
    assert field.edit.text() == text
    assert field.edit.property("invalid")
    retype(field.edit, "1/2/2567")
    assert field.day() == date(2024, 2, 1)
    assert not field.edit.property("invalid")


@pytest.mark.parametrize(("answer", "day"), [("ใช่ เป็น ค.ศ.", date(2024, 1, 5)), ("ยกเลิก", None)])
def test_a_year_of_the_common_era_is_never_shifted_in_silence(field, boxes, answer: str, day: date | None) -> None:
    boxes.answers = [answer]
    retype(field.edit, "5/1/2024")
    assert field.day() == day
    assert "2024" in boxes.seen[0]
    assert "5 ม.ค. 2567" in boxes.seen[0]
    field.day()
    assert len(boxes.seen) == 1


def test_a_form_marks_the_field_and_tells_what_has_no_field(qtbot, theme) -> None:
    form = Form(theme)
    qtbot.addWidget(form)
    name, text = Field("ชื่อ"), TextArea("หมายเหตุ")
    form.add("name", "ชื่อ", name)
    form.add("note", "หมายเหตุ", text)
    form.show()
    left = form.show_problems([Problem("staff:1.name", "กรุณากรอกชื่อ"), Problem("staff:1.other", "อย่างอื่น")])
    assert left == ["อย่างอื่น"]
    assert name.property("invalid")
    assert form._wrong["name"].text() == "กรุณากรอกชื่อ"
    assert form._wrong["name"].isVisible()
    form.show_problems(())
    assert not name.property("invalid")
    assert form._wrong["name"].isHidden()


def test_enter_in_a_form_goes_to_its_button_after_the_last_field(qtbot, theme) -> None:
    form = Form(theme)
    qtbot.addWidget(form)
    day, last = DateField(theme, "วันที่"), Field("ชื่อ")
    form.add("day", "วันที่", day)
    form.add("name", "ชื่อ", last)
    form.then(day)
    form.show()
    day.edit.setFocus()
    press(day.edit, Qt.Key.Key_Enter)
    assert form.focusWidget() is last
    press(last, Qt.Key.Key_Return)
    assert form.focusWidget() is day.edit
    press(day.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.focusWidget() is day.edit


def test_wrapping_labels_may_break_between_thai_words_and_read_as_written(qtbot, theme) -> None:
    words = "กรุณากำหนดงบประมาณระบุว่าไม่ใช้งบประมาณหรือนำออก"
    soft, hard = label(words, wrap=True), QLabel(words)
    for one in (soft, hard):
        qtbot.addWidget(one)
    assert soft.text() == soft.accessibleName() == words
    assert QLabel.text(soft).count(SPACE) > 3
    assert QLabel.text(soft).replace(SPACE, "") == words
    assert soft.heightForWidth(theme.px(90)) > 2 * soft.heightForWidth(theme.px(900))
    soft.setText("สั้น")
    assert soft.text() == "สั้น"


def test_one_line_gives_way_and_keeps_the_whole_in_its_tip(qtbot, theme) -> None:
    words = "โครงการอบรมการสร้างจิตสำนึกในการให้บริการ"
    line = one_line(words)
    qtbot.addWidget(line)
    line.resize(theme.px(120), theme.row)
    line.show()
    assert line.text().endswith("…")
    assert line.text()[:-1] == words[: len(line.text()) - 1]
    assert line.toolTip() == line.accessibleName() == words
    line.resize(theme.px(900), theme.row)
    assert line.text() == words


def test_a_choice_is_found_by_any_part_and_keeps_its_value(qtbot, theme) -> None:
    box = PickBox("สายงาน", [("ไม่ระบุ", None), ("นักทรัพยากรบุคคล", 7), ("นักวิชาการเงินและบัญชี", 9)], 7)
    qtbot.addWidget(box)
    box.show()
    assert box.currentData() == 7
    box.lineEdit().selectAll()
    type_text(box.lineEdit(), "การเงิน")
    press(box, Qt.Key.Key_Tab)
    box._settle()
    assert box.currentData() == 9
    assert box.currentText() == "นักวิชาการเงินและบัญชี"
    box.setEditText("ไม่มีสายงานนี้")
    box._settle()
    assert (box.currentData(), box.currentText()) == (9, "นักวิชาการเงินและบัญชี")


def test_the_second_of_one_name_stays_chosen(qtbot) -> None:
    """Leaving the field took the first of them."""
    box = PickBox("บุคลากร", [("ไม่ระบุ", None), ("นายสมชาย ใจดี", 1), ("นายสมชาย ใจดี", 2), ("นายสมชาย ใจดีมาก", 3)], 2)
    qtbot.addWidget(box)
    assert box.currentData() == 2
    box.setCurrentIndex(3)
    retype(box.lineEdit(), "นายสมชาย ใจดี")
    assert box.currentData() == 1, "what is typed is the first that reads so"


def test_a_long_list_is_not_laid_out_line_by_line(qtbot, theme) -> None:
    """With the style each line of an uneven list is measured, for every one of 20,000 people."""
    box = PickBox("บุคลากร", [(f"คนที่ {n}", n) for n in range(50)], 7)
    qtbot.addWidget(box)
    assert box.view().uniformItemSizes()


def test_a_suggestion_may_be_anything(qtbot, theme) -> None:
    box = SuggestBox("คำนำหน้า", ("นาย", "นาง"), "พันตรี")
    qtbot.addWidget(box)
    assert box.currentText() == "พันตรี"
    box.setEditText("ดร.")
    assert box.currentText() == "ดร."


def test_a_field_entered_while_its_suggestions_are_let_go_of_takes_no_harm(qtbot, theme) -> None:
    """Python clears an object before Qt deletes it; what Qt sends in between must not raise."""
    field = QLineEdit()
    qtbot.addWidget(field)
    suggest(field, ["มะม่วง"])
    offering = next(one for one in field.children() if type(one).__name__ == "_Offering")
    completer = offering.__dict__.pop("_completer")
    assert not offering.eventFilter(field, QFocusEvent(QEvent.Type.FocusIn))
    assert completer.model().rowCount() == 0
