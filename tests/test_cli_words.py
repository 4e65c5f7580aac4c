"""What the command line says: in Thai, in one line, whatever went wrong."""

from __future__ import annotations

import argparse
import errno

import pytest

from command_line import told
from hrdesk import cli
from hrdesk.cli_common import in_thai


def parser():
    made = argparse.ArgumentParser(exit_on_error=False, allow_abbrev=True)
    made.add_argument("FILE")
    made.add_argument("--year", type=int)
    made.add_argument("--yearly", action="store_true")
    made.add_argument("--yes", action="store_true")
    made.add_argument("--kind", choices=["a", "b"])
    return made


MISTYPED = {
    "": "ยังขาด FILE",
    "f --nonsense": "ไม่รู้จัก --nonsense",
    "f --year": "--year ต้องมีค่าต่อท้าย",
    "f --year x": "--year ต้องเป็นจำนวนเต็ม ไม่ใช่ 'x'",
    "f --yes=1": "--yes ไม่รับค่า '1'",
    "f --kind c": "--kind ไม่มี 'c' ใช้ได้เพียง ",
    "f --ye": "--ye หมายถึงได้หลายอย่าง คือ --year, --yearly, --yes",
}


@pytest.mark.parametrize("typed", MISTYPED)
def test_what_argparse_says_of_a_mistyped_command_is_said_in_thai(typed, monkeypatch):
    said = []

    def refuse(message):
        said.append(message)
        raise SystemExit(2)

    made = parser()
    monkeypatch.setattr(made, "error", refuse)
    try:
        made.parse_args(typed.split())
    except SystemExit:
        pass
    except argparse.ArgumentError as error:
        said.append(str(error))
    assert said
    assert in_thai(said[0]).startswith(MISTYPED[typed]), said[0]


def test_a_sentence_nobody_foresaw_is_told_after_thai_words():
    assert in_thai("something new") == "พิมพ์คำสั่งไม่ถูกต้อง (something new)"


@pytest.fixture
def failing(monkeypatch, tmp_path):
    """`hrdesk forms` that ends with an error of the test's choice; the log lies in the test's folder."""
    monkeypatch.setattr("hrdesk.config.data_dir", lambda: tmp_path / "log folder")

    def set_error(error):
        def run(_arguments):
            raise error

        monkeypatch.setattr(cli, "open_office", run)

    return set_error


def test_a_fault_of_the_program_is_one_line_and_whole_in_the_log(failing, tmp_path, capsys):
    failing(ZeroDivisionError("ตัวหารเป็นศูนย์"))
    for _ in range(2):
        code, out, err = told(capsys, "--db", tmp_path / "o.db", "check")
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "Traceback" not in err
        assert "ยังอยู่ครบ" in err
        assert "กรุณา" in err
        assert str(tmp_path / "log folder" / "hrdesk.log") in err
    log = (tmp_path / "log folder" / "hrdesk.log").read_text(encoding="utf-8")
    assert log.count("ZeroDivisionError: ตัวหารเป็นศูนย์") == 2


def test_without_a_place_for_the_log_the_line_itself_says_what_it_was(failing, tmp_path, capsys):
    (tmp_path / "log folder").write_text("a file where the folder should be")
    failing(KeyError("ส่วนสูง"))
    code, _, err = told(capsys, "--db", tmp_path / "o.db", "check")
    assert (code, err.count("\n")) == (2, 1)
    assert "KeyError: 'ส่วนสูง'" in err
    assert "ยังอยู่ครบ" in err


@pytest.mark.parametrize("name", ["/ที่ไหน/แฟ้ม.db", None])
def test_what_the_system_refuses_is_told_with_the_file_s_name(name, failing, tmp_path, capsys):
    failing(OSError(errno.EIO, "Input/output error", name) if name else OSError(errno.EIO, "Input/output error"))
    code, _, err = told(capsys, "--db", tmp_path / "o.db", "check")
    assert (code, err.count("\n")) == (2, 1)
    for words in (name or "แฟ้มหรือโฟลเดอร์", "อ่านหรือเขียนไดรฟ์ไม่ได้", "ยังอยู่ครบ", "กรุณา"):
        assert words in err
    assert not (tmp_path / "log folder").exists(), "nothing was wrong with the program"
