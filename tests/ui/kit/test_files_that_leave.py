"""A workbook with people's data leaves the PC: password, place, and what is told when it cannot be written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from hrdesk.errors import UserError
from hrdesk.ui.kit.locked_export import LockedExport
from hrdesk.ui.kit.passwords import FEWEST_LETTERS, ExportPasswordDialog, FilePasswordDialog
from hrdesk.ui.kit.preferences import chosen_file, remember_folder, save_folder
from hrdesk.written import tell_name
from ui.window_support import CTRL, click, modal, press, retype

GOOD = "กขคง1234"


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("บัญชี", "บัญชี.xlsx"),
        ("บัญชี.xlsx", "บัญชี.xlsx"),
        ("บัญชี.XLSX", "บัญชี.XLSX"),
        ("บัญชี ส.ค. 2567 ฉบับ 1.2", "บัญชี ส.ค. 2567 ฉบับ 1.2.xlsx"),
        ("พ.ศ.2567", "พ.ศ.2567.xlsx"),
    ],
)
def test_a_dot_of_the_name_is_no_ending(given: str, made: str) -> None:
    """“ฉบับ 1.2” was written as “ฉบับ 1.xlsx”, over another file without a word."""
    assert chosen_file(f"/home/{given}", ".xlsx").name == made


@pytest.fixture
def ask(parent, theme, qtbot) -> ExportPasswordDialog:
    dialog = ExportPasswordDialog(theme, "ทะเบียนบุคลากร", parent)
    qtbot.addWidget(dialog)
    dialog.open()
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize(
    ("first", "again", "problem"),
    [
        ("", "", f"อย่างน้อย {FEWEST_LETTERS}"),
        ("1234567", "1234567", f"อย่างน้อย {FEWEST_LETTERS}"),
        (GOOD, "", "ไม่ตรงกัน"),
        (GOOD, GOOD + " ", "ไม่ตรงกัน"),
        (GOOD, GOOD.replace("ก", "ข"), "ไม่ตรงกัน"),
    ],
)
def test_a_bad_password_is_told_and_the_dialog_stays(ask, first: str, again: str, problem: str) -> None:
    ask.first.setText(first)
    ask.again.setText(again)
    click(ask.save_button)
    assert ask.isVisible()
    assert ask.wrong.isVisible()
    assert problem in ask.wrong.text()


def test_a_good_one_is_typed_twice_by_keyboard_alone(ask) -> None:
    assert ask.first.hasFocus()
    ask.first.setText(GOOD)
    press(ask.first, Qt.Key.Key_Return)
    assert ask.again.hasFocus(), "Enter goes on, it does not save half a password"
    ask.again.setText(GOOD)
    press(ask.again, Qt.Key.Key_S, CTRL)
    assert ask.result() == ask.DialogCode.Accepted
    assert ask.password() == GOOD


def test_it_is_not_shown_while_typed(ask) -> None:
    assert {field.echoMode() for field in (ask.first, ask.again)} == {QLineEdit.EchoMode.Password}


def test_going_without_is_a_choice_of_its_own(ask) -> None:
    assert not ask.without.isChecked(), "locked unless the officer says otherwise"
    ask.first.setText(GOOD)
    ask.without.click()
    assert not ask.first.isEnabled()
    assert not ask.again.isEnabled()
    click(ask.save_button)
    assert ask.result() == ask.DialogCode.Accepted
    assert ask.password() == ""


def test_the_reason_goes_when_it_is_mended(ask) -> None:
    click(ask.save_button)
    assert ask.wrong.isVisible()
    ask.without.click()
    click(ask.save_button)
    assert ask.wrong.isHidden()


def test_a_locked_file_is_opened_with_what_was_typed(parent, theme, qtbot) -> None:
    dialog = FilePasswordDialog(theme, "แฟ้มนี้มีรหัสผ่าน", parent)
    qtbot.addWidget(dialog)
    dialog.open()
    QApplication.processEvents()
    assert not dialog.ok_button.isEnabled()
    retype(dialog.field, "ลับ")
    assert dialog.ok_button.isEnabled()
    press(dialog.field, Qt.Key.Key_Return)
    click(dialog.ok_button)
    assert dialog.password() == "ลับ"


# ------------------------------------------------------------------ the whole way out


class Out:
    """What an export was asked to write, and what it told."""

    def __init__(self) -> None:
        self.written: list[tuple[str, str]] = []
        self.told: list[tuple[str, str]] = []
        self.failed: list[str] = []
        self.error: Exception | None = None

    def export(self, *, failed: bool = True) -> LockedExport[int]:
        def write(path, password) -> int:
            if self.error:
                raise self.error
            path.write_text("แฟ้ม", "utf-8")
            self.written.append((path.name, password))
            return 3

        told = self.failed.append
        return LockedExport(
            "ทะเบียน", "บันทึกทะเบียน", "ทะเบียน.xlsx", write,
            lambda written, lock: self.told.append((written.said, lock)),
            (lambda error: told(str(error))) if failed else None,
        )  # fmt: skip


@pytest.fixture
def out() -> Out:
    return Out()


@pytest.fixture
def save_as(monkeypatch, tmp_path):
    offered: list[str] = []

    def answer(name: str) -> list[str]:
        def chosen(_parent, _title, start, _filter):
            offered.append(start)
            return (str(tmp_path / name) if name else "", "")

        monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
        return offered

    return answer


def answer_password(desk, password: str) -> None:
    dialog = modal()
    if password:
        dialog.first.setText(password)
        dialog.again.setText(password)
    else:
        dialog.without.click()
    click(dialog.save_button)
    assert desk.worker.settle()


LOCKED = {GOOD: "เข้ารหัสแล้ว", "": "ไม่ได้เข้ารหัส"}


@pytest.mark.parametrize("password", LOCKED)
def test_it_is_written_with_the_password_and_says_whether_it_is_locked(desk, parent, out, save_as, password) -> None:
    save_as("ส่งจังหวัด.xlsx")
    out.export().ask(desk, parent)
    answer_password(desk, password)
    assert out.written == [("ส่งจังหวัด.xlsx", password)]
    assert out.told == [("“ส่งจังหวัด.xlsx”", LOCKED[password])]


@pytest.mark.parametrize("name", ["ส่งจังหวัด", "ส่งจังหวัด.xls", "ส่งจังหวัด.csv"])
def test_the_name_ends_as_excel_wants_it(desk, parent, out, save_as, name: str) -> None:
    save_as(name)
    out.export().ask(desk, parent)
    answer_password(desk, "")
    assert out.written == [("ส่งจังหวัด.xlsx", "")]


def test_the_place_offered_is_the_last_one_and_is_remembered(desk, parent, out, save_as, tmp_path) -> None:
    folder = tmp_path / "แฟลชไดรฟ์"
    folder.mkdir()
    remember_folder(folder)
    offered = save_as("ทะเบียน.xlsx")
    out.export().ask(desk, parent)
    answer_password(desk, "")
    assert offered == [str(folder / "ทะเบียน.xlsx")]
    assert save_folder() == tmp_path


def test_escape_at_the_password_or_at_the_place_writes_nothing(desk, parent, out, save_as) -> None:
    offered = save_as("")
    out.export().ask(desk, parent)
    press(modal().first, Qt.Key.Key_Escape)
    assert offered == []
    out.export().ask(desk, parent)
    answer_password(desk, GOOD)
    assert len(offered) == 1
    assert out.written == []
    assert out.told == []
    assert out.failed == []


def test_a_refusal_goes_to_the_page_or_else_to_a_box(desk, parent, out, save_as, boxes) -> None:
    save_as("ทะเบียน.xlsx")
    out.error = UserError("ดิสก์เต็ม ข้อมูลไม่ถูกเปลี่ยนแปลง")
    out.export().ask(desk, parent)
    answer_password(desk, "")
    assert out.failed == ["ดิสก์เต็ม ข้อมูลไม่ถูกเปลี่ยนแปลง"]
    boxes.answers = ["ตกลง"]
    out.export(failed=False).ask(desk, parent)
    answer_password(desk, "")
    assert boxes.seen == ["ดิสก์เต็ม ข้อมูลไม่ถูกเปลี่ยนแปลง"]
    assert out.told == []


def test_another_name_is_told_when_the_wanted_one_is_open_elsewhere(desk, parent, out, save_as, tmp_path) -> None:
    save_as("ทะเบียน.xlsx")
    said: list[str] = []

    def write(path, _password) -> None:
        tell_name(path, path.with_name("ทะเบียน (2).xlsx"))

    LockedExport("ก", "ข", "ค.xlsx", write, lambda written, _lock: said.append(written.said)).ask(desk, parent)
    answer_password(desk, "")
    assert said == ["“ทะเบียน (2).xlsx” (เพราะ “ทะเบียน.xlsx” เปิดอยู่ในโปรแกรมอื่น แฟ้มเดิมนั้นไม่ถูกแก้)"]
