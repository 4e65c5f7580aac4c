"""What is typed into a form, read by the names of its fields and put back as if typed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from hrdesk.ui.kit.typed_values import NO, YES, fields_of, put_back, typed_values


def named(widget: QWidget, name: str) -> QWidget:
    widget.setAccessibleName(name)
    return widget


@pytest.fixture
def form(qtbot) -> QWidget:
    whole = QWidget()
    qtbot.addWidget(whole)
    lines = QFormLayout(whole)
    kind = QComboBox()
    kind.addItems(["วิชาการ", "ทั่วไป"])
    free = QComboBox()
    free.setEditable(True)
    free.addItems(["นาย", "นาง"])
    secret = QLineEdit()
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    for widget, name in (
        (QLineEdit("สมชาย"), "ชื่อ"),
        (QLineEdit("ใจดี"), "ชื่อ"),
        (secret, "รหัสผ่าน"),
        (QLineEdit("ไม่มีชื่อ"), ""),
        (kind, "ประเภท"),
        (free, "คำนำหน้า"),
        (QPlainTextEdit("บรรทัดหนึ่ง\nบรรทัดสอง"), "หมายเหตุ"),
        (QSpinBox(), "จำนวน"),
    ):
        lines.addRow(named(widget, name))
    lines.addRow(QCheckBox("บังคับ"))
    lines.addRow(QRadioButton("ภายใน"))
    lines.addRow(QRadioButton("ภายนอก"))
    return whole


def test_each_field_is_read_once_by_its_name(form) -> None:
    assert typed_values(form) == {
        "ชื่อ": "สมชาย",
        "ชื่อ#2": "ใจดี",
        "ประเภท": "วิชาการ",
        "คำนำหน้า": "นาย",
        "หมายเหตุ": "บรรทัดหนึ่ง\nบรรทัดสอง",
        "จำนวน": "0",
        "บังคับ": NO,
        "ภายใน": NO,
        "ภายนอก": NO,
    }


class Held(QWidget):
    """A list that tells what it holds, with a field of its own inside."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.field = named(QLineEdit(text, self), f"ช่องใน{name}")

    def draft_text(self) -> str:
        return self.field.text()

    def take_draft(self, text: str) -> None:
        self.field.setText(text)


def test_tables_keep_their_names_whichever_tab_was_looked_at(qtbot) -> None:
    """Qt puts the page that is shown last among its siblings."""
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    for name, text in (("ค่าใช้จ่าย", "ก"), ("ตัวชี้วัด", "ข"), ("ข้อความของบท", "ค")):
        tabs.addTab(Held(name, text), name)
    tabs.widget(2).draft_name = "ข้อความ"
    tabs.show()
    before = typed_values(tabs)
    assert before == {"table ค่าใช้จ่าย": "ก", "table ตัวชี้วัด": "ข", "table ข้อความ": "ค"}
    for number in (2, 1, 0):
        tabs.setCurrentIndex(number)
        assert typed_values(tabs) == before
    tabs.widget(2).field.setText("อื่น")
    assert typed_values(tabs)["table ข้อความ"] == "อื่น"
    assert put_back(tabs, {"table ข้อความ": "ค"}) == 1


def test_a_password_is_never_read(form) -> None:
    form.findChildren(QLineEdit)[2].setText("ความลับ")
    assert "ความลับ" not in typed_values(form).values()


def test_what_was_typed_comes_back_as_if_typed(form) -> None:
    edited: list[str] = []
    fields_of(form)["ชื่อ"].textEdited.connect(edited.append)
    wanted = {
        "ชื่อ": "สมหญิง",
        "ชื่อ#2": "ใจดี",
        "ประเภท": "ทั่วไป",
        "คำนำหน้า": "พันตรี",
        "หมายเหตุ": "อย่างอื่น",
        "จำนวน": "42",
        "บังคับ": YES,
        "ภายนอก": YES,
    }
    assert put_back(form, wanted) == 7, "the unchanged one is not counted"
    assert {key: typed_values(form)[key] for key in wanted} == wanted
    assert edited == ["สมหญิง"]
    assert put_back(form, wanted) == 0


def test_fields_that_are_gone_are_passed_over(form) -> None:
    before = typed_values(form)
    assert put_back(form, {"ช่องเก่า": "ค่า"}) == 0
    assert typed_values(form) == before


@pytest.mark.parametrize(("field", "text"), [("ประเภท", "ไม่มีในรายการ"), ("จำนวน", "มาก"), ("จำนวน", ""), ("จำนวน", "²"), ("จำนวน", "--1")])
def test_a_value_the_field_cannot_hold_leaves_it_alone(form, field: str, text: str) -> None:
    before = typed_values(form)[field]
    put_back(form, {field: text})
    assert typed_values(form)[field] == before


def test_one_of_two_radio_buttons_comes_back_alone(form) -> None:
    fields_of(form)["ภายใน"].setChecked(True)
    put_back(form, {"ภายใน": NO, "ภายนอก": YES})
    assert (typed_values(form)["ภายใน"], typed_values(form)["ภายนอก"]) == (NO, YES)
