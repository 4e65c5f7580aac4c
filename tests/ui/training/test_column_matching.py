"""Files whose columns nothing is known of: said once, by keyboard, and known the next time."""

from __future__ import annotations

import test_class_section
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from test_class_section import HALF, NAME, answer_with, tab

from training_office import mark_all
from ui.window_support import CTRL, click, modal, press, settle, texts

section = test_class_section.section  # the fixture


def test_strange_columns_are_matched_by_keyboard_once_and_known_the_next_time(section, monkeypatch, tmp_path):
    window, attendance = section.window_of_test, tab(section, 1)
    path = tmp_path / "list.csv"
    path.write_text(f"ผู้มา,คาบ 1\n{texts(attendance.grid, NAME)[0]},1\n", encoding="utf-8")
    answer_with(monkeypatch, path)
    click(attendance.import_button)
    settle(window)
    dialog = modal()  # nothing is known of it: the columns are asked first
    click(dialog.save_button)
    assert "ชื่อ-สกุล" in dialog.wrong.text()
    for choice, downs in zip(dialog.choices, (1, 2), strict=True):
        choice.setFocus()
        for _ in range(downs):
            press(choice, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_S, CTRL)
    settle(window)
    review = modal()
    assert "จะเปลี่ยน 1 ช่อง" in "".join(one.text() for one in review.form.findChildren(QLabel))
    click(review.remap_button)
    settle(window)
    assert modal().choices[0].currentText() == "ชื่อ-สกุล"
    modal().reject()
    settle(window)
    assert texts(attendance.grid, HALF)[0] == "", "given up: nothing is stored"
    click(attendance.import_button)
    settle(window)
    click(modal().save_button)  # remembered: straight to the review
    settle(window)
    assert texts(attendance.grid, HALF)[:2] == ["มา", ""]


def test_answers_in_the_words_of_another_form_are_matched_by_hand(section, monkeypatch, tmp_path):
    window = section.window_of_test
    mark_all(section.services, section.class_id)
    opinions = tab(section, 3)
    path = tmp_path / "answers.csv"
    path.write_text("Timestamp,Overall\n9:00,5\n9:05,มาก\n9:06,สีฟ้า\n", encoding="utf-8")
    answer_with(monkeypatch, path)
    click(opinions.import_button)
    settle(window)
    modal().choices[1].setCurrentIndex(1)
    click(modal().save_button)
    settle(window)
    assert [cell for cell, _why in modal().table.rows.rows] == ["B4"]
    click(modal().save_button)
    settle(window)
    assert len(section.services.opinions.sheets(section.class_id)) == 2
