"""Units added, named, refused and deleted where they stand in the tree."""

from __future__ import annotations

import pytest
import test_unit_tree
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from test_unit_tree import above, choose, item, names

from ui.window_support import click, page, press, retype, settle

units = test_unit_tree.units  # the fixture


def rename(window, units, text: str, key=Qt.Key.Key_Return) -> None:
    """Into the editor that is open."""
    editor = units.tree.findChild(QLineEdit)
    retype(editor, text)
    press(editor, key)
    settle(window)


def test_a_new_bureau_is_named_at_once(window, units) -> None:
    before = names(window)
    click(units.add_top)
    settle(window)
    rename(window, units, " กอง  ยุทธศาสตร์ ")
    assert names(window) == [*before, "กอง ยุทธศาสตร์"]
    assert above(window, "กอง ยุทธศาสตร์") is None
    assert units.current().name == "กอง ยุทธศาสตร์"


def test_a_part_of_a_bureau_is_made_under_it(window, units) -> None:
    choose(units, "กองช่าง")
    click(units.add_under)
    settle(window)
    rename(window, units, "ฝ่ายผังเมือง")
    assert above(window, "ฝ่ายผังเมือง") == "กองช่าง"


@pytest.mark.parametrize(("text", "key"), [("", Qt.Key.Key_Return), ("   ", Qt.Key.Key_Return), ("ชื่ออื่น", Qt.Key.Key_Escape)])
def test_a_name_emptied_or_given_up_stays(window, units, text: str, key) -> None:
    before = names(window)
    choose(units, "กองช่าง")
    press(units.tree, Qt.Key.Key_F2)
    rename(window, units, text, key)
    assert names(window) == before
    assert item(units, "กองช่าง").text(0) == "กองช่าง"


def test_a_name_is_mended_by_its_key_and_what_is_printed_follows(window, units) -> None:
    choose(units, "กองช่าง")
    press(units.tree, Qt.Key.Key_F2)
    rename(window, units, "สำนักช่าง")
    assert "สำนักช่าง" in names(window)
    held = [p.unit for p in window.desk.services.register.office().positions]
    assert "สำนักช่าง" in held
    assert "กองช่าง" not in held


def test_a_unit_in_use_is_not_deleted_and_says_by_what(window, units, boxes) -> None:
    before = names(window)
    boxes.answers = ["ตกลง"]
    choose(units, "กองช่าง")
    press(units.tree, Qt.Key.Key_Delete)
    settle(window)
    assert names(window) == before
    (said,) = boxes.seen
    assert "กองช่าง" in said
    assert "ตำแหน่ง" in said or "หน่วยย่อย" in said


def test_the_second_column_is_not_typed_into(window, units) -> None:
    choose(units, "กองช่าง")
    units.tree.currentItem().setText(1, "อย่างอื่น")
    settle(window)
    assert "กองช่าง" in names(window)


def test_without_a_choice_nothing_but_adding_is_offered(empty_window) -> None:
    office = page(empty_window, "office")
    office.tabs.setCurrentIndex(2)
    settle(empty_window)
    tree = office.tree
    assert tree.tree.topLevelItemCount() == 0
    assert tree.add_top.isEnabled()
    assert not any(one.isEnabled() for one in (tree.add_under, tree.rename, tree.head_button, tree.remove))
    assert not any(one.isEnabled() for one in tree.move_buttons.values())
