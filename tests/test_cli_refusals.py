"""Whatever is mistyped on the command line, or whatever file is given to it: one clear line, exit 2, nothing touched."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_line import told
from hrdesk.cli import main
from hrdesk.domain.terms import OrganizationKind
from hrdesk.services import Services
from services.sheets import files
from small_database import own_process
from training_office import training_office

HUGE = "9" * 30  # does not fit an integer of the database
STAFF = [["เลขที่ตำแหน่ง", "ตำแหน่ง", "ชื่อ-สกุล"], ["1", "คนงาน", "นายก ใจดี"], ["2", "คนสวน", "นางข งาม"]]
RUBBISH = {
    "text.txt": b"not a table, not a database",
    "binary.json": b"\xff\xfe\xdb\x80 no text of any encoding",
    "list.json": b"[1, 2]",
    "number.json": b"7",
    "null.json": b"null",
    "deep.json": b"[" * 100_000,
    "cut.json": b'{"name": "x", "columns": [',
    "empty": b"",
    "cut.xlsx": b"PK\x03\x04 cut off",
    "cut.zip": b"PK\x03\x04 cut off",
    "cut.db": b"SQLite format 3\x00" + bytes(84),
    "page.html": b"<html><body>nothing</body></html>",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The sample office with a class, one import that can be taken back, and files of every wrong kind."""
    folder = tmp_path_factory.mktemp("ที่ทำงาน #1")
    training_office(folder)
    (folder / "list.xlsx").write_bytes(files.xlsx(STAFF))
    assert main(["--db", str(folder / "office.db"), "import-staff", str(folder / "list.xlsx")]) == 0
    for name, data in RUBBISH.items():
        (folder / name).write_bytes(data)
    (folder / "folder.pdf").mkdir()
    (folder / "folder.xlsx").mkdir()
    return folder


@pytest.fixture(autouse=True)
def no_secrets(monkeypatch):
    """No password, and nobody who could be asked for one."""
    monkeypatch.delenv("HRDESK_PASSPHRASE", raising=False)
    monkeypatch.delenv("HRDESK_KEY", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())  # not NUL, which on Windows calls itself a keyboard


def refused(capsys, *arguments):
    """The one line that is said instead."""
    code, out, err = told(capsys, *arguments)
    assert (code, out) == (2, ""), (out, err)
    assert err.endswith("\n")
    (line,) = err.splitlines()
    assert line.startswith("hrdesk")
    assert "Traceback" not in line
    return line


def contents(folder):
    """Every file's bytes; a database that is opened may be given its companions of the moment."""
    return {
        path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm", ".lock")) and "backups" not in str(path)
    }


COMMANDS = {
    "print": ["FORM", "--plan", "--year", "--class", "-o"],
    "import-staff": ["FILE"],
    "import-framework": ["FILE", "--id", "--version"],
    "import-office": ["IN.xlsx"],
    "export-office": ["OUT.xlsx"],
    "export-province": ["OUT.xlsx"],
    "staff-template": ["OUT.xlsx"],
    "framework-sheet": ["OUT.xlsx"],
    "verify": ["BACKUP"],
    "restore": ["BACKUP"],
    "new": ["--kind", "--name"],
    "demo": ["DIR"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_command_needs_is_named_when_it_is_missing(command, capsys):
    line = refused(capsys, command)
    assert line.startswith(f"hrdesk {command}: ")
    assert f"hrdesk {command} --help" in line
    assert any(needed in line for needed in COMMANDS[command])


@pytest.mark.parametrize("command", [*COMMANDS, "check", "forms", "backup", "recover", "undo-import", "province-layouts", "framework"])
def test_every_command_explains_itself(command, capsys):
    code, out, err = told(capsys, command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"วิธีใช้: hrdesk {command}")


def test_the_overview_names_every_command_in_one_line_each(capsys):
    code, out, _ = told(capsys, "--help")
    assert code == 0
    for command in COMMANDS:
        assert f"\n    {command} " in out or f"\n    {command}\n" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"], ["forms"], ["backup"], ["recover"], ["undo-import"], ["province-layouts"], ["restore", "x.db"],
        ["print", "plan-book", "-o", "x.pdf"], ["import-staff", "x.xlsx"], ["staff-template", "--plain", "x.xlsx"],
        ["export-office", "--plain", "x.xlsx"], ["import-office", "x.xlsx"], ["export-province", "--plain", "x.xlsx"],
        ["framework-sheet", "x.xlsx"], ["import-framework", "x.xlsx", "--id", "a", "--version", "1"],
        ["new", "--kind", "อบต.", "--name", "สันทราย"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_command_on_an_office_asks_for_its_file(arguments, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.xlsx").write_bytes(files.xlsx(STAFF))
    (tmp_path / "x.db").write_bytes(b"")
    if arguments[0] == "restore":  # looks at the backup first
        refused(capsys, *arguments)
        return
    assert "--db FILE" in refused(capsys, *arguments)
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"], ["forms"], ["backup"], ["undo-import"], ["province-layouts"], ["export-office", "--plain", "{out}.xlsx"],
        ["export-province", "--plain", "{out}.xlsx"], ["staff-template", "--plain", "{out}.xlsx"], ["framework-sheet", "{out}.xlsx"],
        ["print", "plan-book", "-o", "{out}.pdf"], ["import-staff", "{here}/list.xlsx"],
        ["import-framework", "{here}/list.xlsx", "--id", "a", "--version", "1"],
    ],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
@pytest.mark.parametrize("database", ["none.db", "no/such/folder/o.db", "text.txt", "empty", "cut.db", "folder.pdf", "list.xlsx"])
def test_what_is_no_office_is_never_made_one(arguments, database, office, tmp_path, capsys):
    before = contents(office)
    places = {"out": tmp_path / "out", "here": office}
    line = refused(capsys, "--db", office / database, *(argument.format(**places) for argument in arguments))
    assert database.rpartition("/")[2] in line or "no/such" in line
    assert contents(office) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["print", "attendance-sheet", "--class", HUGE], "ในแฟ้มข้อมูลนี้"),
        (["print", "attendance-sheet", "--class", "0"], "แบบฟอร์มนี้ต้องมี --class"),
        (["print", "attendance-sheet", "--class", "-1"], "--class ไม่มีเลขที่ -1 ในแฟ้มข้อมูลนี้"),
        (["print", "attendance-sheet", "--class", "one"], "--class ต้องเป็นจำนวนเต็ม ไม่ใช่ 'one'"),
        (["print", "budget-table", "--plan", HUGE], "กรุณาเลือกจาก 1 พ.ศ. 2564 - 2566"),
        (["print", "annual-report", "--year", "1999"], "--year ไม่มีเลขที่ 1999 ในแฟ้มข้อมูลนี้"),
        (["print", "budget-table", "--nonsense", "7"], "--nonsense"),
        (["print", "../budget-table"], "ไม่มีแบบฟอร์ม “../budget-table” ยังไม่ได้เขียนแฟ้มใด กรุณาดูรายชื่อด้วยคำสั่ง forms"),
        (["print", "BUDGET-TABLE"], "ไม่มีแบบฟอร์ม"),
        (["print", ""], "ไม่มีแบบฟอร์ม"),
        (["check", "--plan", HUGE], "กรุณาใช้เลขใดเลขหนึ่งใน 1"),
        (["check", "--plan", "0"], "--plan ไม่มีแผนเลขที่ 0"),
        (["check", "--plan", "1.5"], "ต้องเป็นจำนวนเต็ม"),
        (["undo-import", HUGE], "กรุณาเลือกจากที่ยกเลิกได้ คือ 1"),
        (["undo-import", "7"], "การนำเข้าเลขที่ 7 ยกเลิกไม่ได้แล้ว"),
        (["undo-import", "last"], "ต้องเป็นจำนวนเต็ม"),
        (["export-province", "{out}.xlsx", "--year", HUGE], "ไม่ใช่ปีงบประมาณ พ.ศ. เช่น 2568"),
        (["export-province", "{out}.xlsx", "--year", "2024"], "“2024” ไม่ใช่ปีงบประมาณ"),
        (["export-province", "{out}.xlsx", "--year", "-1"], "“-1” ไม่ใช่ปีงบประมาณ"),
        (["export-province", "{out}.xlsx", "--year", "ปีนี้"], "“ปีนี้” ไม่ใช่ปีงบประมาณ"),
        (["export-province", "--plain", "{out}.xlsx", "--layout", "ไม่มี"], "ไม่มี"),
        (["import-framework", "{here}/list.xlsx", "--id", "", "--version", ""], "รหัส"),
        (["import-framework", "{here}/list.xlsx", "--id", "a", "--version", "1", "--map", "code"], "--map code: ใช้ไม่ได้"),
        (["import-framework", "{here}/list.xlsx", "--id", "a", "--version", "1", "--map", "code=ไม่มี"], "ตำแหน่ง"),
        (["backup", "--to", "{here}"], "HRDESK_PASSPHRASE"),
        (["export-office", "{out}.xlsx"], "หรือใช้ --plain"),
        (["staff-template", "{out}.xlsx"], "หรือใช้ --plain"),
        (["export-province", "{out}.xlsx"], "หรือใช้ --plain"),
        (["import-staff", "{here}/list.xlsx", "--wrong", "{out}.xlsx"], "หรือใช้ --plain"),
        (["restore", "{here}/none.db"], "none.db"),
        (["restore", "{here}/cut.db"], "cut.db"),
        (["restore", "{here}/office.db"], "office.db"),
        (["restore", "{here}/cut.zip"], "HRDESK_PASSPHRASE"),
        (["recover"], "ไม่"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else "",
)
def test_what_the_office_does_not_have_is_named(arguments, words, office, tmp_path, capsys):
    before = contents(office)
    if arguments[0] == "print":
        arguments = [*arguments, "-o", "{out}.pdf"]
    places = {"out": tmp_path / "out", "here": office}
    line = refused(capsys, "--db", office / "office.db", *(argument.format(**places) for argument in arguments))
    assert words in line
    assert contents(office) == before
    assert list(tmp_path.iterdir()) == []


OUTPUTS = {
    "print budget-table -o": (".pdf", ".docx", ".xlsx"),
    "export-office --plain": (".xlsx",),
    "export-province --plain": (".xlsx",),
    "staff-template --plain": (".xlsx",),
    "framework-sheet": (".xlsx",),
}


@pytest.mark.parametrize("command", OUTPUTS)
@pytest.mark.parametrize("name", ["out.doc", "out", ".xlsx", "out.xlsx.txt"])
def test_a_file_is_written_only_as_what_its_ending_says(command, name, office, tmp_path, capsys):
    line = refused(capsys, "--db", office / "office.db", *command.split(), tmp_path / name)
    assert all(ending in line for ending in OUTPUTS[command])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", OUTPUTS)
def test_there_is_no_file_where_no_folder_is(command, office, tmp_path, capsys):
    (tmp_path / "file").write_bytes(b"x")
    for place in (tmp_path / "no" / "out.xlsx", tmp_path / "file" / "out.xlsx"):
        line = refused(capsys, "--db", office / "office.db", *command.split(), place)
        assert place.parent.name in line
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("command", OUTPUTS)
def test_a_folder_of_the_file_s_name_is_left_alone(command, office, capsys):
    line = refused(capsys, "--db", office / "office.db", *command.split(), office / "folder.xlsx")
    assert "folder.xlsx" in line
    assert list((office / "folder.xlsx").iterdir()) == []


READERS = {
    "import-staff": ["import-staff", "{file}"],
    "import-staff by a mapping": ["import-staff", "{here}/list.xlsx", "--mapping", "{file}"],
    "province-layouts": ["province-layouts", "--save", "{file}"],
    "import-framework": ["import-framework", "{file}", "--id", "a", "--version", "1"],
    "import-office": ["import-office", "{file}"],
    "verify": ["verify", "{file}"],
    "restore": ["restore", "{file}"],
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", [*RUBBISH, "none", "folder.xlsx"])
def test_a_file_of_another_kind_is_refused_by_every_command_that_reads_one(reader, name, office, capsys, monkeypatch):
    monkeypatch.setenv("HRDESK_PASSPHRASE", "ไม่ใช่รหัสผ่าน")
    before = contents(office)
    arguments = (argument.format(file=office / name, here=office) for argument in READERS[reader])
    refused(capsys, "--db", office / "office.db", *arguments)
    assert contents(office) == before


@pytest.mark.parametrize("name", [*RUBBISH, "none", "folder.xlsx"])
def test_no_new_office_begins_with_a_file_that_is_none(name, office, tmp_path, capsys):
    refused(capsys, "--db", tmp_path / "new.db", "import-office", office / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("layout", "words"),
    [
        ({"name": "x"}, "columns"),
        ({"columns": []}, "name"),
        ({"name": "", "columns": []}, ""),
        ({"name": "x", "columns": [{"sheet": "nonsense", "key": "name", "heading": "ชื่อ"}]}, "nonsense"),
        ({"name": "x", "columns": [{"sheet": "register", "key": "nonsense", "heading": "ชื่อ"}]}, "nonsense"),
        ({"name": "x", "columns": [{"sheet": "register", "key": "name"}]}, "heading"),
        ({"name": "x", "columns": [{"sheet": "register", "key": ["name"], "heading": "ชื่อ"}]}, ""),
        ({"name": "x", "columns": [{"sheet": "register", "key": "name", "heading": "  "}]}, ""),
        ({"name": "x", "columns": "name"}, ""),
        ({"name": "x", "columns": [7]}, ""),
        ({"name": ["x"], "columns": {"a": 1}}, ""),
    ],
    ids=str,
)
def test_a_layout_that_says_too_little_is_not_kept(layout, words, office, tmp_path, capsys):
    (tmp_path / "l.json").write_text(json.dumps(layout), encoding="utf-8")
    before = contents(office)
    assert words in refused(capsys, "--db", office / "office.db", "province-layouts", "--save", tmp_path / "l.json")
    assert contents(office) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_layout_is_read_as_windows_editors_save_it(encoding, office, tmp_path, capsys):
    layout = {"name": f"จังหวัดลำพูน {encoding}", "columns": [{"sheet": "register", "key": "name", "heading": "ชื่อ - สกุล"}]}
    (tmp_path / "l.json").write_text(json.dumps(layout, ensure_ascii=False), encoding=encoding)
    code, out, _ = told(capsys, "--db", office / "office.db", "province-layouts", "--save", tmp_path / "l.json")
    assert code == 0
    assert layout in json.loads(out)


@pytest.mark.parametrize("year", ["2566", "๒๕๖๖"])
def test_a_fiscal_year_is_understood_in_digits_of_either_script(year, office, tmp_path, capsys):
    code, out, _ = told(capsys, "--db", office / "office.db", "export-province", "--plain", tmp_path / "o.xlsx", "--year", year)
    assert (code, out.split("  ")[0]) == (0, str(tmp_path / "o.xlsx"))


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("", "x", "กรุณาใช้ค่าใดค่าหนึ่งใน"), ("เทศบาล", "x", "subdistrict-municipality (เทศบาลตำบล)"), ("ทต", "x", "กรุณาใช้ค่าใดค่าหนึ่งใน"),
        ("SUBDISTRICT-MUNICIPALITY", "x", "กรุณาใช้ค่าใดค่าหนึ่งใน"), ("ทต.", "", "--name"), ("ทต.", " \t ", "--name"),
    ],
)  # fmt: skip
def test_a_new_office_has_a_kind_and_a_name(kind, name, words, tmp_path, capsys):
    assert words in refused(capsys, "--db", tmp_path / "n.db", "new", "--kind", kind, "--name", name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", OrganizationKind)
def test_each_kind_is_known_by_its_code(kind, tmp_path, capsys):
    code, out, _ = told(capsys, "--db", tmp_path / "n.db", "new", "--kind", kind.value, "--name", "ตัวอย่าง")
    assert code == 0
    with Services.open(tmp_path / "n.db") as services:
        assert services.register.organization().kind is kind
        assert services.register.organization().full_name in out


def test_backup_that_cannot_go_to_its_folder_says_that_it_was_made_here(office, tmp_path, capsys):
    database = training_office(tmp_path)
    code, out, err = told(capsys, "--db", database, "backup", "--plain", "--to", tmp_path / "no such folder")
    assert code == 2
    made = out.split("  ")[0]
    assert told(capsys, "verify", made)[0] == 0
    assert "no such folder" in err
    assert err.count("\n") == 1


def test_verify_tells_a_program_what_is_wrong(office, capsys):
    code, out, err = told(capsys, "verify", office / "cut.db", "--json")
    found = json.loads(out)
    assert (code, err, found["sound"], found["serial"]) == (2, "", False, None)
    assert found["problems"]


def test_a_word_that_opens_another_office_does_not_open_this_one(office, capsys, monkeypatch):
    monkeypatch.setenv("HRDESK_KEY", "ไม่มีใครถาม")
    code, _, _ = told(capsys, "--db", office / "office.db", "forms")
    assert code == 0, "an office without encryption opens without a word"


@own_process
@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with head")
def test_stopped_by_a_process_that_no_longer_reads_it_ends_without_a_traceback(office):
    """`hrdesk … check | head -1`."""
    script = f"{sys.executable} -m hrdesk --db '{office}/office.db' check --json | head -c 10"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert len(done.stdout) == 10
    assert "Traceback" not in done.stderr


WORDS = st.sampled_from(
    ["--db", "check", "print", "plan-book", "-o", "--json", "--plan", "1", "-1", HUGE, "verify", "framework", "--help", "--version",
     "", " ", "\x00", "ก", "--", "-", "--kind", "new", "อบต.", "--name", "export-province", "--year", "x.xlsx", "forms", "undo-import"]
)  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS | st.text(max_size=4), min_size=1, max_size=6))
def test_no_order_of_words_ends_in_a_traceback(words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("hrdesk.cli._window", lambda _arguments: 2)  # a window would stay open
    code, _, err = told(capsys, *words)
    assert code in (0, 1, 2)
    assert "Traceback" not in err
    assert (code != 2) or err.count("\n") <= 1
