"""The classes of a project in their list: opened, mended, deleted with a question, brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from training_office import YEAR
from ui.window_support import click, modal, page, press, retype, settle, texts

NUMBER, DAYS, PEOPLE, PENDING = 0, 2, 4, 5


@pytest.fixture
def section(open_window):
    """The year's projects; the first has a class of everybody."""
    window = open_window("training")
    shown = page(window, "classes").section("projects")
    shown.show_place(f"year:{YEAR}")
    settle(window)
    shown.window_of_test = window
    return shown


def done(section) -> None:
    settle(section.window_of_test)


def stored(section):
    return section.services.classes.in_year(YEAR)


def test_its_line_tells_days_people_and_who_waits(section) -> None:
    table = section.classes.table
    people = len(section.services.classes.participants(stored(section)[0].id))
    line = [table.model().index(0, n).data() for n in range(table.model().columnCount())]
    assert line[NUMBER] == "1"
    assert line[DAYS] == "6 - 8 มิ.ย. 2566"
    assert line[PEOPLE] == line[PENDING] == f"{people:,}"


def test_it_opens_by_enter_and_by_button(section) -> None:
    whole = section.window_of_test.pages["classes"]
    for way in (lambda: press(section.classes.table, Qt.Key.Key_Return), lambda: click(section.classes.open_button)):
        whole.tabs.setCurrentIndex(0)
        done(section)
        way()
        done(section)
        assert whole.current is whole.section("class")
        assert whole.section("class").class_id == stored(section)[0].id


def test_a_second_class_is_added_and_mended_by_its_key(section) -> None:
    click(section.classes.add_button)
    done(section)
    dialog = modal()
    retype(dialog.starts.edit, "4/7/2566")
    retype(dialog.ends.edit, "4/7/2566")
    click(dialog.save_button)
    done(section)
    assert texts(section.classes.table, NUMBER) == ["1", "2"]
    assert section.classes.table.current_record().number == 2
    press(section.classes.table, Qt.Key.Key_F2)
    done(section)
    retype(modal().ends.edit, "5/7/2566")
    click(modal().save_button)
    done(section)
    assert texts(section.classes.table, DAYS)[1] == "4 - 5 ก.ค. 2566"


def test_a_class_over_the_end_of_the_year_is_told_where_it_will_be_reported(section) -> None:
    press(section.classes.table, Qt.Key.Key_F2)
    done(section)
    dialog = modal()
    assert not dialog.of_year.isVisible(), "its days lie in the project's year"
    for end, told in (("2/10/2566", "รายงานของปีงบประมาณ พ.ศ. 2567"), ("30/9/2566", "")):
        retype(dialog.ends.edit, end)
        press(dialog.ends.edit, Qt.Key.Key_Tab)
        assert told in dialog.of_year.text()
        assert dialog.of_year.isVisible() is bool(told)
    dialog.reject()


def test_days_the_wrong_way_round_are_not_taken(section) -> None:
    press(section.classes.table, Qt.Key.Key_F2)
    done(section)
    dialog = modal()
    retype(dialog.ends.edit, "1/6/2566")
    click(dialog.save_button)
    done(section)
    assert modal() is dialog
    assert texts(section.classes.table, DAYS) == ["6 - 8 มิ.ย. 2566"]
    dialog.reject()


def test_a_class_with_people_is_asked_about_and_comes_back_whole(section, boxes) -> None:
    before = stored(section)[0]
    people = section.services.classes.participants(before.id)
    boxes.answers = ["ยกเลิก", "ลบรุ่น"]
    press(section.classes.table, Qt.Key.Key_Delete)
    done(section)
    assert stored(section)
    assert f"{len(people)} คน" in boxes.seen[0]
    press(section.classes.table, Qt.Key.Key_Delete)
    done(section)
    assert stored(section) == ()
    assert not section.classes.open_button.isEnabled()
    click(section.undo.undo_button)
    done(section)
    (back,) = stored(section)
    assert section.services.classes.load(back.id).sessions == section.services.classes.load(back.id).sessions
    assert [p.name for p in section.services.classes.participants(back.id)] == [p.name for p in people]
    assert texts(section.classes.table, PEOPLE) == [f"{len(people):,}"]


def test_another_project_shows_its_own_classes(section) -> None:
    section.table.choose_row(1)
    done(section)
    assert section.classes.table.model().rowCount() == 0
    assert section.classes.add_button.isEnabled()
    assert not section.classes.edit_button.isEnabled()
    assert section.table.current_record().title in section.classes.heading.full
    section.table.choose_row(0)
    done(section)
    assert section.classes.table.model().rowCount() == 1
