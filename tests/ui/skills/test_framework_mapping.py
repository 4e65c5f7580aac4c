"""A framework file whose headings nobody knows is mapped column by column in the window, roles too."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtWidgets import QFileDialog

from hrdesk.services.skills.framework_sheet import Part
from hrdesk.services.skills.frameworks import shipped
from hrdesk.ui.kit.widgets import choose
from ui.test_audit import cut
from ui.test_window import nameless
from ui.window_support import click, modal, page, settle, texts, type_text

ROWS = (
    ("ลำดับ", "เรื่อง", "กลุ่มของแถว", "ขยายความ", "เหนือ", "ก้าวแรก/หน้าบ้าน", "กลุ่มหลังบ้าน", "หมายเหตุ"),
    ("S1", "ก้าวแรก", "ระยะ", "ปีแรก", "", "", "", ""),
    ("G1", "หน้าบ้าน", "กลุ่ม", "", "", "", "", ""),
    ("G2", "หลังบ้าน", "กลุ่ม", "", "", "", "", ""),
    ("S1/G1", "ผู้ต้อนรับดิจิทัล", "บทบาท", "", "", "", "", ""),
    ("A", "ด้านเดียว", "", "", "", "", "", ""),
    ("N1", "หน่วยหนึ่ง", "", "", "A", "x", "", ""),
    ("N2", "หน่วยสอง", "", "", "A", "", "x", ""),
)


@pytest.fixture
def standards(window, tmp_path, monkeypatch):
    path = tmp_path / "กรอบใหม่.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(ROWS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    shown = page(window, "skills")
    shown.go_to("standards")
    settle(window)
    return shown.section("standards")


def pick(window, dialog, box, value):
    """As a choice by hand: the entry is taken and the box says so."""
    choose(box, value)
    box.activated.emit(box.currentIndex())
    settle(window)


def shown_columns(dialog):
    return [place for place, line in dialog.role_lines.items() if not line.isHidden()]


def test_columns_are_mapped_to_parts_and_roles_until_the_whole_frame_comes_from_the_file(window, standards):
    click(standards.import_button)
    settle(window)
    dialog = modal()
    assert "ยังไม่ได้เลือกคอลัมน์ของรหัส และ ชื่อ" in dialog.told.text()
    assert not dialog.save_button.isEnabled()
    assert shown_columns(dialog) == []
    for part, place in ((Part.CODE, 0), (Part.NAME, 1)):
        pick(window, dialog, dialog.boxes[part], place)
    assert "3 ระยะ (ตามกรอบเดิม) 6 กลุ่ม (ตามกรอบเดิม) 18 บทบาท (ตามกรอบเดิม)" in dialog.told.text()
    for part, place in ((Part.KIND, 2), (Part.DESCRIPTION, 3), (Part.PARENT, 4)):
        pick(window, dialog, dialog.boxes[part], place)
    assert "1 ระยะ (จากแฟ้ม) 2 กลุ่ม (จากแฟ้ม) 2 บทบาท (จากแฟ้ม 1)" in dialog.told.text()
    assert shown_columns(dialog) == [5, 6, 7], "what holds a part is no role's"
    assert dialog.role_boxes[5].currentText() == "ก้าวแรก / หน้าบ้าน", "told by its heading"
    assert dialog.role_boxes[6].currentText() == dialog.role_boxes[7].currentText() == "ไม่ใช้"
    assert "ไม่อยู่ในชุดของกลุ่มใด" in dialog.told.text()
    assert "N2" in dialog.told.text().partition("ไม่อยู่ในชุดของกลุ่มใด")[2]
    pick(window, dialog, dialog.role_boxes[6], ("S1", "G2"))
    assert "N2" not in dialog.told.text().partition("ไม่อยู่ในชุดของกลุ่มใด")[2]
    assert nameless(dialog) == []
    assert cut(dialog) == []
    type_text(dialog.version, "2570")
    click(dialog.save_button)
    settle(window)
    found = window.desk.services.skills.framework("กรอบใหม่")
    assert {role.name: role.units for role in found.roles} == {"ผู้ต้อนรับดิจิทัล": ("N1",), "หลังบ้าน (ก้าวแรก)": ("N2",)}
    assert (found.stages[0].description, found.knowledge) == ("ปีแรก", shipped().knowledge)
    assert texts(standards.frameworks, 0) == ["digital-2560", "กรอบใหม่"]
    assert window.desk.services.skills.setting().framework == shipped(), "in use only once a stage is announced under it"


def test_a_role_taken_from_a_column_by_hand_stays_taken_when_other_columns_change(window, standards):
    click(standards.import_button)
    settle(window)
    dialog = modal()
    for part, place in ((Part.CODE, 0), (Part.NAME, 1), (Part.KIND, 2), (Part.PARENT, 4)):
        pick(window, dialog, dialog.boxes[part], place)
    pick(window, dialog, dialog.role_boxes[5], None)
    pick(window, dialog, dialog.boxes[Part.DESCRIPTION], 3)
    assert dialog.role_boxes[5].currentText() == "ไม่ใช้"
    pick(window, dialog, dialog.boxes[Part.KIND], None)
    assert dialog.role_boxes[5].count() == 1 + 18, "without rows of stages and groups they are those there were"
    pick(window, dialog, dialog.boxes[Part.DESCRIPTION], 7)
    assert shown_columns(dialog) == [2, 3, 5, 6]
