"""What a failed workbook leaves: the old file, nothing beside it, nothing in the temporary folder, no file open."""

from __future__ import annotations

import builtins
import io
import tempfile
import weakref
import zipfile

import pytest
from xlsxwriter.worksheet import Worksheet

from hrdesk.errors import UserError
from hrdesk.reports.atomic import let_go
from hrdesk.reports.document import Column, Document, Row, Section, Table
from hrdesk.reports.sheets.entry_sheet import EntryColumn, EntrySheet, write_entry_sheet
from hrdesk.reports.sheets.plain_sheet import PlainSheet, write_plain
from hrdesk.reports.sheets.workbook import Cover, RecordColumn, RecordSheet, Style, write_records
from hrdesk.reports.sheets.xlsx import write_xlsx

ROWS = [(f"นาย {number}",) for number in range(40)]
COVER = Cover("คำอธิบาย", "ชุดข้อมูล", [], ("แผ่นงาน",), [("บุคลากร",)], (20,))
TABLE = Table("บุคลากร", (Column("n", "ชื่อ", 20),), tuple(Row(row) for row in ROWS))
WRITERS = {
    "records": lambda path: write_records(COVER, [RecordSheet("บุคลากร", (RecordColumn("n", "ชื่อ", Style.LINE),), ROWS)], path),
    "plain": lambda path: write_plain([PlainSheet("บุคลากร", [("ชื่อ",), *ROWS])], path),
    "entry": lambda path: write_entry_sheet(EntrySheet("บุคลากร", "ชื่อ", "กรอก", (EntryColumn("ชื่อ", 20),), ROWS), path),
    "document": lambda path: write_xlsx([Document("people", "บุคลากร", (Section((TABLE,)),))], path),
}
MOMENTS = {
    "a row": (Worksheet, "_write_row"),
    "a sheet's end": (Worksheet, "_write_page_margins"),
    "packing": (zipfile.ZipFile, "write"),
}


@pytest.fixture
def opened(monkeypatch):
    """Every file opened from now on, by a reference that keeps none of them."""
    seen = []
    really = io.open

    def noted(*given, **options):
        file = really(*given, **options)
        seen.append(weakref.ref(file))
        return file

    for place in (builtins, io):
        monkeypatch.setattr(place, "open", noted)
    return lambda: [one() for one in seen if one() is not None and not one().closed]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("kind", WRITERS)
def test_a_workbook_that_fails_leaves_nothing(kind, moment, tmp_path, monkeypatch, opened):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    old = tmp_path / "out.xlsx"
    old.write_bytes(b"old")

    def full(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*MOMENTS[moment], full)
    with pytest.raises(UserError, match="พื้นที่ว่างในไดรฟ์ไม่พอ") as told:
        WRITERS[kind](old)
    assert opened() == [], "Windows removes no file while it is open"
    assert told.value.__cause__.errno == 28
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["out.xlsx", "temporary"]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_workbook_that_is_written_leaves_nothing_but_itself(kind, tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    assert WRITERS[kind](tmp_path / "out.xlsx") == len(ROWS)
    assert zipfile.ZipFile(tmp_path / "out.xlsx").testzip() is None
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["out.xlsx", "temporary"]


@pytest.mark.parametrize("chained", ["alone", "as a cause", "on the way"])
def test_a_failed_call_lets_go_of_its_files(chained, tmp_path):
    seen = []

    def fail():
        file = (tmp_path / "part").open("w")
        seen.append(weakref.ref(file))
        raise ZeroDivisionError

    def outer():
        if chained == "alone":
            fail()
        try:
            fail()
        except ZeroDivisionError as error:
            if chained == "as a cause":
                raise ValueError from error
            raise ValueError  # noqa: B904 - on the way, that is

    with pytest.raises((ZeroDivisionError, ValueError)) as told:
        outer()
    assert seen[0]() is not None
    let_go(told.value)
    assert seen[0]() is None
    (tmp_path / "part").unlink()
