"""Every key and every spelling that marks attendance, tests and opinions; what is refused, and what each list counts."""

from __future__ import annotations

from decimal import Decimal

import pytest
import test_class_section
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from test_class_section import HALF, NAME, put, tab

from hrdesk.domain.training_terms import Result, TestKind
from hrdesk.errors import UserError
from training_office import mark_all
from ui.window_support import CTRL, NONE, click, click_cell, modal, press, retype, settle, texts

section = test_class_section.section  # the fixture
SPACE, SHIFT = Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
OPINION = 1


def at(grid, row: int, column: int = HALF) -> None:
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(row, column))


def done(section) -> None:
    settle(section.window_of_test)


KEYS = (
    (Qt.Key.Key_1, NONE, "มา"),
    (Qt.Key.Key_1, KEYPAD, "มา"),
    (Qt.Key.Key_Slash, NONE, "มา"),
    (Qt.Key.Key_Slash, KEYPAD, "มา"),
    (Qt.Key.Key_0, NONE, "ขาด"),
    (Qt.Key.Key_0, KEYPAD, "ขาด"),
    (Qt.Key.Key_X, NONE, "ขาด"),
)


def test_one_key_marks_and_goes_down(section) -> None:
    grid = tab(section, 1).grid
    at(grid, 3)
    for key, modifier, _word in KEYS:
        press(grid, key, modifier)
    done(section)
    assert texts(grid, HALF)[2:11] == ["", *(word for _key, _modifier, word in KEYS), ""]
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (3 + len(KEYS), HALF)


def test_space_goes_round_there_missed_nothing(section) -> None:
    grid = tab(section, 1).grid
    seen = []
    for _ in range(4):
        at(grid, 0)
        press(grid, SPACE)
        done(section)
        seen.append(texts(grid, HALF)[0])
    assert seen == ["มา", "ขาด", "", "มา"]


def test_a_selected_block_is_marked_at_once_and_taken_back_at_once(section) -> None:
    attendance = tab(section, 1)
    grid = attendance.grid
    at(grid, 1)
    for _ in range(2):
        press(grid, Qt.Key.Key_Down, SHIFT)
    press(grid, Qt.Key.Key_Right, SHIFT)
    press(grid, Qt.Key.Key_0)
    done(section)
    assert [texts(grid, HALF + n)[:5] for n in (0, 1, 2)] == [["", *["ขาด"] * 3, ""]] * 2 + [[""] * 5]
    assert attendance.stack.count() == 1
    press(grid, Qt.Key.Key_Delete)
    done(section)
    assert set(texts(grid, HALF)) == {""}
    press(grid, Qt.Key.Key_Z, CTRL)
    press(grid, Qt.Key.Key_Z, CTRL)
    done(section)
    assert set(texts(grid, HALF + 1)) == {""}
    assert not attendance.stack.canUndo()


def test_name_and_unit_are_not_marked(section) -> None:
    attendance = tab(section, 1)
    for column in (NAME, 1):
        at(attendance.grid, 0, column)
        for key in (Qt.Key.Key_1, SPACE, Qt.Key.Key_Delete):
            press(attendance.grid, key)
    done(section)
    assert not attendance.stack.canUndo()


def test_the_last_one_down_stays_the_last(section) -> None:
    grid = tab(section, 1).grid
    last = grid.model().rowCount() - 1
    at(grid, last)
    press(grid, Qt.Key.Key_1)
    done(section)
    assert grid.currentIndex().row() == last


def test_presence_is_counted_as_it_is_marked(section) -> None:
    """Of six half-days: five are 83.33 %, four 66.67 %, as the papers have it."""
    attendance = tab(section, 1)
    sheet = attendance.model.sheet
    counted, rate = HALF + len(sheet.sessions), HALF + len(sheet.sessions) + 1
    put(attendance.grid, "1\t1\t1\t1\t1\t0\n1\t1\t1\t1\t0\t0\n0\t0\t0\t0\t0\t0", 0, HALF)
    done(section)
    assert texts(attendance.grid, counted)[:4] == ["5/6", "4/6", "0/6", "0/6"]
    assert texts(attendance.grid, rate)[:3] == ["83.33", "66.67", "0.00"]


def test_all_present_leaves_what_is_marked(section) -> None:
    attendance = tab(section, 1)
    put(attendance.grid, "0", 2, HALF)
    done(section)
    click(attendance.all_button)
    done(section)
    assert texts(attendance.grid, HALF)[2] == "ขาด"
    assert set(texts(attendance.grid, HALF + 1)) == {"มา"}
    click(attendance.all_button)
    done(section)
    assert attendance.stack.count() == 2, "nothing was left to mark"


THERE = ("มา", "1", "๑", "/", "✓", "Y", "yes", " มา ", "1.0", "เข้าอบรม")
NOT_THERE = ("ขาด", "0", "๐", "x", "X", "ลา", "ไม่มา", "No")


def test_spellings_of_who_was_there_and_who_was_not(section) -> None:
    attendance = tab(section, 1)
    put(attendance.grid, "\n".join(THERE + NOT_THERE), 0, HALF)
    done(section)
    found = texts(attendance.grid, HALF)[: len(THERE + NOT_THERE)]
    assert dict(zip(THERE + NOT_THERE, found, strict=True)) == {**dict.fromkeys(THERE, "มา"), **dict.fromkeys(NOT_THERE, "ขาด")}


def test_what_is_no_mark_is_told_and_leaves_the_block(section) -> None:
    attendance = tab(section, 1)
    for spelt in ("2", "มาครึ่งวัน", "สาย", "?"):
        put(attendance.grid, f"มา\n{spelt}\nมา", 0, HALF)
        done(section)
        assert f"“{spelt}”" in attendance.told.text()
        assert attendance.told.isVisible()
        assert set(texts(attendance.grid, HALF)) == {""}
    put(attendance.grid, "มา", 0, HALF)
    done(section)
    assert attendance.told.isHidden(), "the next good mark takes the reproach away"


# ------------------------------------------------------------------ marks of the tests


def marks(section) -> dict:
    return dict(section.services.scores.sheet(section.class_id).scores)


MARKS = (  # typed before and after, shown, gained
    ("10\t15.5", "10", "15.5", "5.5"),
    ("๑๒\t๘", "12", "8", "-4"),
    ("0\t0", "0", "0", "0"),
    ("20\t20", "20", "20", "0"),
    ("7.25\t", "7.25", "", "–"),
)


def test_marks_and_what_was_gained(section) -> None:
    scores = tab(section, 2)
    put(scores.grid, "\n".join(typed for typed, *_ in MARKS), 0, HALF)
    done(section)
    shown = zip(*(texts(scores.grid, HALF + n)[: len(MARKS)] for n in range(3)), strict=True)
    assert list(shown) == [tuple(wanted) for _typed, *wanted in MARKS]


def test_what_is_no_mark_is_refused_whole(section) -> None:
    scores = tab(section, 2)
    for typed in ("สิบ", "-1", "1o"):
        put(scores.grid, f"10\t{typed}", 0, HALF)
        done(section)
        assert f"“{typed}”" in scores.told.text()
    assert marks(section) == {}


def test_a_mark_is_typed_cleared_and_comes_back(section) -> None:
    scores = tab(section, 2)
    person = scores.model.rows[0].id
    put(scores.grid, "12\t18", 0, HALF)
    done(section)
    at(scores.grid, 0, HALF + 1)
    press(scores.grid, Qt.Key.Key_Delete)
    done(section)
    assert marks(section) == {(person, TestKind.PRE): 1200}
    press(scores.grid, Qt.Key.Key_Z, CTRL)
    done(section)
    assert marks(section) == {(person, TestKind.PRE): 1200, (person, TestKind.POST): 1800}


def test_the_line_below_counts_who_wrote_the_test_and_who_passed(section) -> None:
    """Passing is 12 of 20: of 8, 12 and 16 two pass; the mean is 12."""
    scores = tab(section, 2)
    assert scores.summary.text() == "ผ่านเกณฑ์ 12 คะแนน 0 คน"
    put(scores.grid, "4\t8\n4\t12\n7\t16", 0, HALF)
    done(section)
    said = scores.summary.text()
    assert "ก่อนอบรม 3 คน เฉลี่ย 5.00" in said
    assert "หลังอบรม 3 คน เฉลี่ย 12.00" in said
    assert "เพิ่มขึ้น 3 คน เฉลี่ย 7.00" in said
    assert "ผ่านเกณฑ์ 12 คะแนน 2 คน" in said


# ------------------------------------------------------------------ opinions


def opinions_of(section):
    shown = tab(section, 3)
    at(shown.grid, 0, OPINION)
    return shown


def test_the_question_under_the_cursor_is_read_out_with_its_mean(section) -> None:
    opinions = opinions_of(section)
    first, second = opinions.data.questions[:2]
    assert opinions.question.text() == f"ข้อ 1 {first.section}: {first.text}"
    put(opinions.grid, "5\t4\n4\t2\n5\t2", 0, OPINION)
    done(section)
    at(opinions.grid, 0, OPINION + 1)
    assert opinions.question.text() == f"ข้อ 2 {second.section}: {second.text}"
    assert "ตอบ 3 จาก" in opinions.summary.text()
    mean = Decimal(8) / 3
    assert f"ข้อ 2 เฉลี่ย {mean:.2f}" in opinions.summary.text()


LEVELS = {"5": 5, "๔": 4, "มากที่สุด": 5, "มาก": 4, "ปานกลาง": 3, "น้อย": 2, "น้อยที่สุด": 1, "3 - ปานกลาง": 3}


def test_levels_are_read_as_number_or_word(section) -> None:
    opinions = opinions_of(section)
    put(opinions.grid, "\n".join(LEVELS), 0, OPINION)
    done(section)
    found = [level for sheet in section.services.opinions.sheets(section.class_id) for level in sheet.levels.values()]
    assert dict(zip(LEVELS, found, strict=True)) == LEVELS


def test_what_is_no_level_is_refused_whole(section) -> None:
    opinions = opinions_of(section)
    for typed in ("6", "0", "เยอะ", "5 - น้อย", "4.5"):
        opinions.tell("")
        put(opinions.grid, f"5\t{typed}", 0, OPINION)
        done(section)
        assert opinions.told.text() == f"“{typed}” ไม่ใช่ระดับ 1 ถึง 5 ยังไม่ได้เปลี่ยนช่องใด"
    assert section.services.opinions.sheets(section.class_id) == ()


def test_a_comment_of_two_lines_in_its_sheet_moves_nobody_down(section) -> None:
    opinions = opinions_of(section)
    last = OPINION + len(opinions.data.questions)
    put(opinions.grid, '"วิทยากรดี\nเวลาน้อย"\nห้องร้อน\n', 0, last)
    done(section)
    assert [sheet.comment for sheet in section.services.opinions.sheets(section.class_id)] == ["วิทยากรดี เวลาน้อย", "ห้องร้อน"]


def test_a_comment_alone_is_a_sheet_of_its_own(section) -> None:
    opinions = opinions_of(section)
    last = OPINION + len(opinions.data.questions)
    put(opinions.grid, "อยากให้จัดทุกปี", 0, last)
    done(section)
    (sheet,) = section.services.opinions.sheets(section.class_id)
    assert (dict(sheet.levels), sheet.comment) == ({}, "อยากให้จัดทุกปี")
    at(opinions.grid, 0, last)
    press(opinions.grid, Qt.Key.Key_Delete)
    done(section)
    assert section.services.opinions.sheets(section.class_id) == (), "an empty sheet is none"


def test_more_sheets_than_people_are_refused(section) -> None:
    opinions = opinions_of(section)
    most = opinions.data.most
    put(opinions.grid, "\n".join(["5"] * (most + 1)), 0, OPINION)
    done(section)
    assert section.services.opinions.sheets(section.class_id) == ()
    assert opinions.told.isVisible()
    assert str(most) in opinions.told.text()


# ------------------------------------------------------------------ people of the class


def test_an_order_goes_to_everybody_and_is_offered_again(section) -> None:
    people = tab(section, 0)
    click(people.order_button)
    done(section)
    dialog = modal()
    assert dialog.save_button.text() == f"ใช้กับทั้งรุ่น {len(people.people)} คน"
    retype(dialog.number, "12/2566")
    retype(dialog.day.edit, "1/6/2566")
    press(dialog.number, Qt.Key.Key_S, CTRL)
    done(section)
    assert set(texts(people.table, 4)) == {"12/2566"}
    assert set(texts(people.table, 5)) == {"1 มิ.ย. 2566"}
    click(people.order_button)
    done(section)
    assert modal().number.text() == "12/2566"
    modal().reject()


def test_an_order_dated_by_no_date_is_not_taken(section) -> None:
    people = tab(section, 0)
    click(people.order_button)
    done(section)
    dialog = modal()
    retype(dialog.number, "12/2566")
    retype(dialog.day.edit, "เมื่อวาน")
    click(dialog.save_button)
    done(section)
    assert modal() is dialog
    assert set(texts(people.table, 4)) == {"–"}
    dialog.reject()


def test_one_persons_numbers_and_note_are_typed_and_kept(section) -> None:
    people = tab(section, 0)
    people.table.choose_row(2)
    press(people.table, Qt.Key.Key_F2)
    done(section)
    dialog = modal()
    assert dialog.windowTitle() == people.people[2].name
    retype(dialog.certificate, "7/2566")
    dialog.note.setPlainText("เข้าแทนผู้อำนวยการกอง")
    click(dialog.save_button)
    done(section)
    kept = section.services.classes.participants(section.class_id)[2]
    assert (kept.certificate_number, kept.note) == ("7/2566", "เข้าแทนผู้อำนวยการกอง")


def test_the_rules_give_results_and_the_line_below_counts_them(section) -> None:
    people = tab(section, 0)
    sheet = mark_all(section.services, section.class_id)
    missed = sheet.participants[0]
    section.services.attendance.mark(section.class_id, {(missed.id, s.day, s.half): False for s in sheet.sessions})
    people.apply_rules()
    done(section)
    people = tab(section, 0)
    n = len(sheet.participants)
    found = [one.result for one in section.services.classes.participants(section.class_id)]
    assert found[0] is Result.ABSENT
    assert f"{n:,} คน" in people.count.text()
    assert "ไม่เข้าอบรม 1" in people.count.text()


def test_several_people_are_taken_out_and_come_back_together(section) -> None:
    people = tab(section, 0)
    before = texts(people.table, NAME)
    people.table.choose_row(0)
    for _ in range(2):
        press(people.table, Qt.Key.Key_Down, SHIFT)
    assert len(people.selected()) == 3
    press(people.table, Qt.Key.Key_Delete)
    done(section)
    assert texts(people.table, NAME) == before[3:]
    click(people.undo.undo_button)
    done(section)
    assert texts(people.table, NAME) == before


def test_a_whole_class_emptied_says_how_people_are_chosen(section) -> None:
    people = tab(section, 0)
    people.table.selectAll()
    press(people.table, Qt.Key.Key_Delete)
    done(section)
    assert people._either.currentIndex() == 1
    assert not people.order_button.isEnabled()
    attendance = tab(section, 1)
    assert attendance._either.currentIndex() == 1
    assert not attendance.all_button.isEnabled()


def test_a_class_of_nobody_is_not_completed(section) -> None:
    people = tab(section, 0)
    people.table.selectAll()
    press(people.table, Qt.Key.Key_Delete)
    done(section)
    with pytest.raises(UserError):
        section.services.classes.complete(section.class_id)


def test_a_double_click_opens_the_person(section) -> None:
    people = tab(section, 0)
    cell = people.table.visualRect(people.table.rows.index(1, NAME)).center()
    QTest.mouseClick(people.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    QTest.mouseDClick(people.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    done(section)
    assert modal().windowTitle() == people.people[1].name
    modal().reject()


def test_marks_are_copied_as_a_sheet_takes_them(section) -> None:
    attendance = tab(section, 1)
    put(attendance.grid, "1\t0", 0, HALF)
    done(section)
    click_cell(attendance.grid, 0, NAME)
    press(attendance.grid, Qt.Key.Key_Right, SHIFT)
    press(attendance.grid, Qt.Key.Key_Right, SHIFT)
    press(attendance.grid, Qt.Key.Key_Right, SHIFT)
    press(attendance.grid, Qt.Key.Key_C, CTRL)
    name, _unit, first, second = QGuiApplication.clipboard().text().split("\t")
    assert (name, first, second) == (attendance.model.rows[0].name, "มา", "ขาด")
