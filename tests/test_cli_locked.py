"""Whatever leaves the PC with people's data is locked on the command line as it is in the window."""

from __future__ import annotations

import getpass
import io

import pytest
from openpyxl import load_workbook

from command_line import told
from hrdesk.services import Services
from hrdesk.services.sheets.reader import is_locked, read_sheets
from services.sheets import files
from training_office import training_office

PASSWORD = "ลับเฉพาะสำนักปลัด"
STAFF = [["เลขที่ตำแหน่ง", "ตำแหน่ง", "ชื่อ-สกุล", "เลขประจำตัวประชาชน"], ["1", "คนงาน", "นายก ใจดี", "3-0000-00120-01-8"]]
COMMANDS = {
    "export-office": ("export-office", "{out}"),
    "export-province": ("export-province", "{out}"),
    "staff-template": ("staff-template", "{out}"),
    "the register printed": ("print", "register", "-o", "{out}"),
    "a class printed": ("print", "attendance-sheet", "-o", "{out}"),
    "wrong rows": ("import-staff", "--dry-run", "{here}/list.xlsx", "--wrong", "{out}"),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ที่ทำงาน")
    training_office(folder)
    (folder / "list.xlsx").write_bytes(files.xlsx(STAFF))
    return folder


@pytest.fixture(autouse=True)
def nobody_answers(monkeypatch):
    monkeypatch.delenv("HRDESK_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())  # not NUL, which on Windows calls itself a keyboard


def run(capsys, office, target, command, *more):
    arguments = [one.format(out=target, here=office) for one in COMMANDS[command]]
    return told(capsys, "--db", office / "office.db", *arguments, *more)


@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_locked_unless_the_officer_says_plain(command, office, tmp_path, capsys, monkeypatch):
    target = tmp_path / "out.xlsx"
    code, out, err = run(capsys, office, target, command)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "มีข้อมูลส่วนบุคคล" in err
    assert "--plain" in err
    assert not target.exists()

    monkeypatch.setenv("HRDESK_PASSPHRASE", PASSWORD)
    code, _, err = run(capsys, office, target, command)
    assert code in {0, 1}, err
    assert is_locked(target)
    locked = read_sheets(target, PASSWORD)

    monkeypatch.delenv("HRDESK_PASSPHRASE")
    assert run(capsys, office, target, command, "--plain")[0] == code
    assert not is_locked(target)
    assert [table.rows for table in read_sheets(target)] == [table.rows for table in locked], "the same, but for the lock"


def test_a_password_too_short_writes_nothing(office, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HRDESK_PASSPHRASE", "1234567")
    code, _, err = run(capsys, office, tmp_path / "out.xlsx", "export-office")
    assert (code, "อย่างน้อย 8 ตัวอักษร" in err, list(tmp_path.iterdir())) == (2, True, [])


@pytest.mark.parametrize("arguments", [("register", "out.pdf"), ("budget-table", "out.xlsx"), ("attendance-sheet", "out.docx")])
def test_a_paper_to_be_printed_and_a_table_without_people_ask_for_no_password(arguments, office, tmp_path, capsys):
    form, name = arguments
    assert told(capsys, "--db", office / "office.db", "print", form, "-o", tmp_path / name)[0] == 0
    assert not is_locked(tmp_path / name)


def test_the_password_comes_from_the_first_line_of_the_input(office, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\nanother line\n"))
    assert run(capsys, office, tmp_path / "out.xlsx", "staff-template")[0] == 0
    assert read_sheets(tmp_path / "out.xlsx", PASSWORD)


class Keyboard(io.StringIO):
    """Of somebody who sits there and types what is asked for."""

    def isatty(self):
        return True


@pytest.mark.parametrize("typed", [(PASSWORD, PASSWORD), (PASSWORD, "พิมพ์ผิดไปแล้ว"), ("",)])
def test_a_password_is_typed_twice_so_that_no_slip_locks_the_file_for_good(typed, office, tmp_path, capsys, monkeypatch):
    answers, code = iter(typed), 0 if typed == (PASSWORD, PASSWORD) else 2
    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr(getpass, "getpass", lambda _asked: next(answers))
    assert run(capsys, office, tmp_path / "out.xlsx", "staff-template")[0] == code
    assert [one.name for one in tmp_path.iterdir()] == (["out.xlsx"] if code == 0 else [])
    assert next(answers, None) is None, "asked as often as is needed"


def test_an_input_that_only_calls_itself_a_keyboard_gives_no_password(office, tmp_path, capsys, monkeypatch):
    """NUL of Windows does."""

    def nobody(_asked):
        raise EOFError

    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr(getpass, "getpass", nobody)
    code, _, err = run(capsys, office, tmp_path / "out.xlsx", "staff-template")
    assert (code, err.count("\n"), "โปรแกรมขัดข้อง" in err) == (2, 1, False)
    assert list(tmp_path.iterdir()) == []


def test_what_was_locked_is_read_again_with_its_password(office, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HRDESK_PASSPHRASE", PASSWORD)
    assert run(capsys, office, tmp_path / "office.xlsx", "export-office")[0] == 0
    assert told(capsys, "--db", tmp_path / "new.db", "import-office", tmp_path / "office.xlsx")[0] == 0
    with Services.open(tmp_path / "new.db") as new, Services.open(office / "office.db") as old:
        assert new.database.counts()["staff"] == old.database.counts()["staff"] > 0
    monkeypatch.setenv("HRDESK_PASSPHRASE", "ไม่ใช่รหัสนี้")
    code, _, err = told(capsys, "--db", tmp_path / "other.db", "import-office", tmp_path / "office.xlsx")
    assert (code, "รหัสผ่าน" in err, (tmp_path / "other.db").exists()) == (2, True, False)


def test_the_wrong_rows_carry_the_numbers_that_were_wrong_and_so_are_locked(office, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HRDESK_PASSPHRASE", PASSWORD)
    assert run(capsys, office, tmp_path / "wrong.xlsx", "wrong rows")[0] == 1
    assert b"00120" not in (tmp_path / "wrong.xlsx").read_bytes()
    assert run(capsys, office, tmp_path / "wrong.xlsx", "wrong rows", "--plain")[0] == 1
    cells = [cell for row in load_workbook(tmp_path / "wrong.xlsx").active.iter_rows(values_only=True) for cell in row]
    assert any("00120" in str(cell) for cell in cells)
