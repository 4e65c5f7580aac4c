"""The command line as its user meets it: real processes where that matters, exit codes, one clear line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from command_line import told
from file_names import UNUSUAL
from hrdesk.cli import main

NAMES = ("hrdesk.db", "plan-book.pdf", "budget-table.pdf", "monitoring-table.pdf", "province.xlsx")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ตัวอย่าง #1 %" + UNUSUAL)
    assert main(["demo", str(folder)]) == 0
    return folder


def test_demo_writes_each_paper_and_says_how_long_it_is(demo, capsys):
    code, out, _ = told(capsys, "demo", demo)  # again: the database is kept, the papers are made anew
    assert code == 0
    lines = dict(line.rsplit("  ", 1) for line in out.splitlines())
    assert set(lines) == {str(demo / name) for name in NAMES}
    for name in NAMES[1:4]:
        assert lines[str(demo / name)] == f"{len(PdfReader(demo / name).pages)} หน้า"
    workbook = openpyxl.load_workbook(demo / "province.xlsx")
    assert len(workbook.sheetnames) == 3
    assert lines[str(demo / "hrdesk.db")] == "60 ตำแหน่ง"


def test_demo_needs_no_window_library(tmp_path):
    code = (
        "import sys; from hrdesk.cli import main; "
        f"assert main(['demo', {str(tmp_path / 'out')!r}]) == 0; "
        "assert not any(name.startswith('PySide6') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_the_real_plan_does_not_pass_the_check(demo, capsys):
    code, out, _ = told(capsys, "--db", demo / "hrdesk.db", "check", "--json")
    problems = json.loads(out)
    assert code == 1
    assert {"severity", "code", "text", "place", "field", "plan"} == set(problems[0])
    assert any("ข้อบัญญัติ" in problem["text"] and problem["severity"] == "error" for problem in problems)
    code, out, _ = told(capsys, "--db", demo / "hrdesk.db", "check")
    errors = sum(problem["severity"] == "error" for problem in problems)
    assert out.splitlines()[-1] == f"1 แผน ต้องแก้ {errors} เรื่อง ควรตรวจ {len(problems) - errors} เรื่อง"


def test_a_new_office_passes_and_has_forms(tmp_path, capsys):
    path = tmp_path / "new.db"
    code, out, _ = told(capsys, "--db", path, "new", "--kind", "อบต.", "--name", "สันทราย")
    assert (code, "องค์การบริหารส่วนตำบลสันทราย" in out) == (0, True)
    assert told(capsys, "--db", path, "check")[0] == 0
    code, out, _ = told(capsys, "--db", path, "forms")
    assert {line.split()[0] for line in out.splitlines()} >= {"plan-book", "budget-table", "register"}
    before = path.read_bytes()
    code, _, err = told(capsys, "--db", path, "new", "--kind", "อบต.", "--name", "อื่น")
    assert (code, len(err.splitlines()), path.read_bytes()) == (2, 1, before)


@pytest.mark.parametrize(("form", "tells"), [("budget-table", True), ("register", False)])
def test_print_tells_what_stands_against_the_plan(demo, tmp_path, capsys, form, tells):
    chosen = ["--plan", 1] if tells else []
    code, _out, err = told(capsys, "--db", demo / "hrdesk.db", "print", form, *chosen, "-o", tmp_path / "p.pdf")
    assert code == 0
    assert bool(re.fullmatch(r"แผนนี้ยังมีเรื่องที่ต้องแก้ [1-9]\d* เรื่อง ควรตรวจ [1-9]\d* เรื่อง .*\n", err)) is tells
    assert tells or not err


def test_print_both_ways(demo, tmp_path, capsys):
    database = demo / "hrdesk.db"
    thai, arabic, sheet = tmp_path / "t.pdf", tmp_path / "a.pdf", tmp_path / "t.xlsx"
    assert told(capsys, "--db", database, "print", "budget-table", "--plan", 1, "-o", thai)[0] == 0
    arguments = ("--plan", 1, "-o", arabic, "--arabic-digits")
    assert told(capsys, "--db", database, "print", "budget-table", *arguments)[0] == 0
    assert "๔๐๐,๐๐๐" in PdfReader(thai).pages[0].extract_text()
    assert "400,000" in PdfReader(arabic).pages[0].extract_text()
    assert told(capsys, "--db", database, "print", "budget-table", "--plan", 1, "-o", sheet)[0] == 0
    values = [cell for row in openpyxl.load_workbook(sheet, data_only=True).active.iter_rows(values_only=True) for cell in row]
    assert values.count(50000) == 4
    assert 400000 in values


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["check"],
        ["--db", "{missing}", "check"],
        ["--db", "{text}", "check"],
        ["--db", "{empty}", "forms"],
        ["--db", "{folder}", "forms"],
        ["--db", "{missing}"],
        ["--db", "{demo}", "print", "no-such-form", "-o", "{out}.pdf"],
        ["--db", "{demo}", "print", "budget-table", "--plan", "99", "-o", "{out}.pdf"],
        ["--db", "{demo}", "print", "budget-table", "--plan", "x", "-o", "{out}.pdf"],
        ["--db", "{demo}", "print", "budget-table", "-o", "{out}.doc"],
        ["--db", "{demo}", "print", "budget-table", "-o", "{out}/no/such/folder.pdf"],
        ["--db", "{demo}", "print", "plan-book", "-o", "{out}.xlsx"],
        ["--db", "{missing}", "new", "--kind", "kingdom", "--name", "x"],
        ["--db", "{missing}", "new", "--kind", "ทต.", "--name", "  "],
        ["demo", "{text}"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_in_one_line(arguments, demo, tmp_path, capsys):
    (tmp_path / "text.db").write_text("not a database")
    (tmp_path / "empty.db").touch()
    places = {
        "missing": tmp_path / "missing.db",
        "text": tmp_path / "text.db",
        "empty": tmp_path / "empty.db",
        "folder": tmp_path,
        "demo": demo / "hrdesk.db",
        "out": tmp_path / "out",
    }
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    code, out, err = told(capsys, *(argument.format(**places) for argument in arguments))
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    assert {path: path.read_bytes() for path in before} == before
    assert not places["missing"].exists()
    assert not list(tmp_path.glob("out*"))


def test_self_check_prints_versions(capsys):
    code, out, _ = told(capsys, "--self-check")
    assert code == 0
    for name in ("hrdesk", "sqlalchemy", "reportlab", "fonts and shaper", "forms", "migrations"):
        assert f"ok   {name}: " in out


def test_a_broken_installation_fails_the_self_check(capsys, monkeypatch):
    monkeypatch.setattr("hrdesk.config.resources_dir", lambda: Path("/nowhere"))
    monkeypatch.setattr("hrdesk.reports.typography.fonts.resource_path", lambda *parts: Path("/nowhere", *parts))
    code, out, _ = told(capsys, "--self-check")
    assert code == 2
    assert "FAIL fonts and shaper: " in out
