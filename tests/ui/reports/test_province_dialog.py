"""The province's layouts, chosen, renamed, moved and kept by the keyboard."""

from __future__ import annotations

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from ui.test_audit import SMALL, cut, nameless
from ui.window_support import CTRL, modal, page, press, retype, save_unlocked, settle, texts, type_text

ALT = Qt.KeyboardModifier.AltModifier


def test_a_layout_is_made_kept_and_written(window, tmp_path, monkeypatch, boxes) -> None:
    page(window, "people").open_province()
    settle(window)
    dialog = modal()
    dialog.resize(*SMALL)
    assert nameless(dialog) == []
    assert cut(dialog) == []
    table = dialog.table
    press(table, Qt.Key.Key_Space)  # the running number goes
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Down, ALT)  # the post's number below its title
    assert texts(table, 1)[:3] == ["ลำดับ", "ตำแหน่ง", "เลขที่ตำแหน่ง"]
    press(table, Qt.Key.Key_F2)
    type_text(QApplication.focusWidget(), "Post")
    press(None, Qt.Key.Key_Return)
    assert texts(table, 2)[:3] == ["", "ตำแหน่ง", "Post"]
    table.choose_where(lambda one: one.key == "education")
    press(table, Qt.Key.Key_F3)
    type_text(QApplication.focusWidget(), "ไม่ระบุ")
    press(None, Qt.Key.Key_Return)
    assert texts(table, 3)[table.currentIndex().row()] == "ไม่ระบุ"
    table.choose_row(2)
    press(dialog.keep_button, Qt.Key.Key_Space)
    settle(window)
    assert "ตั้งชื่อ" in dialog.message.text()
    retype(dialog.name, "ของจังหวัด")
    press(dialog.name, Qt.Key.Key_S, CTRL)
    settle(window)
    assert dialog.layout_box.currentText() == "ของจังหวัด"
    assert texts(table, 2)[:2] == ["ตำแหน่ง", "Post"]
    target = tmp_path / "ออก.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(dialog.write_button, Qt.Key.Key_Space)
    settle(window)
    save_unlocked(window)
    rows = list(openpyxl.load_workbook(target)["ทะเบียนบุคลากร"].values)
    assert rows[0][:2] == ("ตำแหน่ง", "Post")
    assert len(rows) == 61
    place = rows[0].index("วุฒิการศึกษา")
    vacant = [row for row in rows[1:] if row[rows[0].index("สถานะ")] == "ว่าง"]
    assert {row[place] for row in vacant} == {"ไม่ระบุ"}
    assert "ไม่ระบุ" not in {row[place] for row in rows[1:] if row not in vacant}
    boxes.answers = ["ลบรูปแบบ"]
    press(dialog.delete_button, Qt.Key.Key_Space)
    settle(window)
    assert dialog.layout_box.count() == 2
    dialog.reject()
