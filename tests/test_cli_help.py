"""What `--help` says: in Thai but for what is typed, in lines a terminal holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_line import told
from hrdesk.cli import _COMMANDS, _parser
from hrdesk.cli_parser import wrapped
from hrdesk.thai.text import letter_columns

WIDTH = 78
# Besides names of commands, options and their values: the program's name, kinds of files, names of variables and of parts.
TYPED = set(re.findall(
    r"\S+",
    "hrdesk FILE COMMAND HRDESK_KEY HRDESK_BACKUP_KEY HRDESK_PASSPHRASE JSON Moodle xlsx xls ods csv zip db pdf docx digital-2570"
    " subdistrict-municipality code name parent description kind basic related stage group",
))
PARSER = _parser(commands=True)
COMMANDS = next(action for action in PARSER._actions if action.dest not in {"help", "version"} and action.choices).choices
PAGES = {"": PARSER, **COMMANDS}


@pytest.fixture(autouse=True)
def wide_as_a_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", str(WIDTH + 2))


def page(capsys, command):
    code, out, err = told(capsys, *filter(None, [command]), "--help")
    assert (code, err) == (0, "")
    return out


def typed_by(parser):
    """Words that stand in its usage."""
    return {word for action in parser._actions for said in (*action.option_strings, str(action.metavar or action.dest.upper()))
            for word in re.findall(r"[A-Za-z][\w-]*", said)}  # fmt: skip


@pytest.mark.parametrize("command", PAGES)
def test_it_is_thai_but_for_what_is_typed(command, capsys):
    out = page(capsys, command)
    assert out.startswith(f"วิธีใช้: hrdesk {command}".rstrip())
    known = TYPED | typed_by(PARSER) | typed_by(PAGES[command]) | set(COMMANDS)
    assert set(re.findall(r"[A-Za-z][\w-]*", out)) - known == set()


@pytest.mark.parametrize("command", PAGES)
def test_every_word_that_can_be_typed_is_explained(command, capsys):
    """Nothing is left out of the Thai because it has no text at all."""
    out = page(capsys, command)
    for action in PAGES[command]._actions:
        assert re.search("[ก-๙]{3}", action.help), action
        assert action.help.split()[0] in out.replace("\n", "")
    assert all(heading in out for heading in ["ตัวเลือก:", *(["คำสั่ง:"] if not command else [])])


@pytest.mark.parametrize("command", PAGES)
def test_no_line_is_too_wide_and_none_begins_with_half_a_word(command, capsys):
    for line in page(capsys, command).splitlines():
        assert letter_columns(line) <= WIDTH, line
        assert not re.match(r"\s*[ะาำิ-ฺๅๆ็-๎]", line), line
        assert "\u200b" not in line


def test_a_command_says_in_its_own_page_what_the_list_says_of_it(capsys):
    overview = "".join(page(capsys, "").split())
    for command in COMMANDS:
        says = "".join(page(capsys, command).split("\n\n")[1].split())
        assert f"{command}{says}" in overview


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("สั้น", 10, ["สั้น"]),
        ("นำชุดสำรองกลับมาใช้", 10, ["นำชุดสำรอง", "กลับมาใช้"]),
        ("ที่ที่ที่", 9, ["ที่ที่ที่"]),
        ("one two  three", 7, ["one two", "three"]),
        ("averylongword ก", 5, ["averylongword", "ก"]),
    ],
)
def test_a_line_ends_where_a_reader_would_end_it(text, width, lines):
    assert wrapped(text, width) == lines


@given(st.text("กาิ่ำเอ -./aZ9\u200b", max_size=60), st.integers(1, 40))
def test_nothing_is_lost_between_the_lines(text, width):
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.replace("\u200b", "").split())
    assert all(letter_columns(line) <= width or " " not in line for line in lines)


def known_to(*words):
    """The commands of the parser that is made for these words."""
    return set(next(action for action in _parser(words, commands=True)._actions if action.dest not in {"help", "version"} and action.choices).choices)


ELSEWHERE = ("demo", "new", "check")


@pytest.mark.parametrize("module", _COMMANDS)
def test_a_command_has_the_parser_of_its_module_alone(module):
    for command in _COMMANDS[module]:
        assert known_to("--db", "office.db", command, "x") == {*_COMMANDS[module]}


@pytest.mark.parametrize("command", ELSEWHERE)
def test_a_command_of_no_other_module_loads_none(command):
    assert known_to("--db", "office.db", command) == known_to(command) == {command}


@pytest.mark.parametrize("words", [("print", "verify", "-o", "backup"), ("--db", "backup", "forms")])
def test_a_command_is_known_by_its_place_whatever_else_is_named_like_one(words):
    assert known_to(*words) == {*_COMMANDS["cli_print"]}


@pytest.mark.parametrize("words", [
    (), ("--help",), ("prnt",), ("--help", "print"), ("prnt", "backup"), ("--db", "print"), ("--db=backup", "print"), ("--anywhere", "print"),
])
def test_every_command_is_known_where_it_is_not_plain_which_is_asked(words):
    assert known_to(*words) == set(COMMANDS) == {*ELSEWHERE, *(name for names in _COMMANDS.values() for name in names)}


def test_a_file_may_be_called_as_a_command_is(capsys):
    code, _, err = told(capsys, "--db", "backup", "check")
    assert code == 2
    assert "backup" in err
    assert "ไม่พบแฟ้มข้อมูล" in err
