"""The command line where there is no console, or one of another code page."""

from __future__ import annotations

import ast
import io
import re
import sys

import pytest

from hrdesk import cli
from hrdesk.cli import main
from hrdesk.streams import open_streams
from test_layers import FILES


@pytest.fixture
def lose_console(monkeypatch):
    """As Python starts in a window program of Windows that was opened from the menu. To be called: pytest's own
    streams come after the fixtures."""

    def lose() -> None:
        monkeypatch.setattr(sys, "stdout", None)
        monkeypatch.setattr(sys, "stderr", None)

    return lose


def test_what_is_written_without_a_console_goes_nowhere(lose_console):
    lose_console()
    assert not open_streams()
    assert sys.stdout.write("ภาษาไทย") == len("ภาษาไทย")
    print("ภาษาไทย", file=sys.stderr)
    assert open_streams(), "the second time there is something to write to"


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_console_of_another_code_page_takes_any_letter(monkeypatch, name):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, name, io.TextIOWrapper(raw, encoding="cp1252"))
    assert open_streams()
    print("แผน \udc80", file=getattr(sys, name), flush=True)
    assert raw.getvalue().decode("utf-8").splitlines() == ["แผน \\udc80"]


def test_the_program_checks_itself_without_a_console(lose_console):
    lose_console()
    assert main(["--self-check"]) == 0


def test_a_wrong_argument_without_a_console_is_no_traceback(lose_console):
    lose_console()
    with pytest.raises(SystemExit) as stop:
        main(["--nonsense"])
    assert stop.value.code == 2


@pytest.mark.parametrize("silent", [True, False])
def test_a_failure_is_told_where_the_officer_sees_it(monkeypatch, lose_console, tmp_path, capsys, silent):
    told = []
    monkeypatch.setattr("hrdesk.app.tell_failure", told.append)
    if silent:
        lose_console()
    assert main(["--db", str(tmp_path / "หาย.db")]) == cli.FAILED
    assert ["ไม่พบแฟ้มข้อมูล" in text for text in told] == [True] * silent
    if not silent:
        assert "ไม่พบแฟ้มข้อมูล" in capsys.readouterr().err


READERS = {"read_text", "write_text", "fdopen", "TextIOWrapper", "NamedTemporaryFile"}


def unnamed(source: str) -> list[str]:
    """Calls that would read or write text in the encoding of the PC: cp874 on a Thai Windows."""
    found = []
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        words = [ast.unparse(one) for one in (*call.args, *(one.value for one in call.keywords))]
        binary = any(re.fullmatch(r"'[rwax+]*b[rwax+]*'", one) for one in words)
        plain_open = name == "open" and isinstance(call.func, ast.Name)
        if (plain_open or name in READERS) and not binary and not any(re.fullmatch("'(utf-8|ascii)(-sig)?'", one) for one in words):
            found.append(ast.unparse(call))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_text_is_read_and_written_in_a_named_encoding(path):
    assert unnamed(path.read_text(encoding="utf-8")) == []


def test_a_text_in_the_encoding_of_the_pc_is_found():
    wrong = ["open('a')", "path.read_text()", "path.write_text(text)", "open('a', 'w', newline='')"]
    assert unnamed("\n".join(wrong)) == wrong
    assert unnamed("open('a', 'rb')\nopen('a', encoding='utf-8')\npath.read_text('utf-8')\nServices.open(path)") == []
