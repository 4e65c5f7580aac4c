"""Record sheets: text kept to the letter, real numbers and dates, no formulas, the same bytes every time."""

from __future__ import annotations

import tempfile
from datetime import date

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hrdesk.errors import UserError
from hrdesk.reports.sheets.workbook import Cover, RecordColumn, RecordSheet, Style, write_records
from hrdesk.reports.sheets.workbook_cells import (
    CONTINUED,
    MOST_BREAKS,
    MOST_LETTERS,
    escaped,
    pieces,
    spread,
    unescaped,
)

COVER = Cover(
    "คำอธิบาย", "ชุดข้อมูล", [("ชุดข้อมูล", "mark"), ("รุ่น", 1)], ("แผ่นงาน", "จำนวน"), [("บุคลากร", 1), (None, "ก")], (20, 20)
)
COLUMNS = (
    RecordColumn("id", "รหัส", Style.NUMBER),
    RecordColumn("text", "ข้อความ", Style.PROSE),
    RecordColumn("kind", "ชนิด", Style.LINE, ("ใช่", "ไม่")),
    RecordColumn("amount", "จำนวนเงิน", Style.BAHT),
    RecordColumn("day", "วันที่", Style.DAY),
)


def sheet(*rows, name="บุคลากร"):
    return RecordSheet(name, COLUMNS, rows)


def book(path, *rows):
    write_records(COVER, [sheet(*rows)], path)
    return openpyxl.load_workbook(path)


@given(st.text())
@example("_x000D_ and _x005F_x0041_")
@example("\\u{41} \\\\u{5C}u{41} \\u{")
@example("\x00\x01\t\r\n\ufffe\uffff")
def test_escaped_text_comes_back_and_holds_nothing_that_xml_changes(text):
    plain = escaped(text)
    assert unescaped(plain) == text
    assert escaped(plain) != plain or plain == text
    assert not {*map(chr, range(32)), "\ufffe", "\uffff"}.difference("\t\n").intersection(plain)


@pytest.mark.parametrize("text", ["สวัสดี =1+1 _x_ \\n \\u0041", " สองช่อง  ", "a\nb", "😀ำ"])
def test_usual_text_stands_as_it_is(text):
    assert escaped(text) == text


def test_a_code_that_names_no_sign_is_refused():
    with pytest.raises(ValueError):
        unescaped("\\u{FFFFFF}")


@given(st.text(alphabet="ก\n😀", max_size=20), st.integers(1, 5_000))
@settings(max_examples=30, deadline=None)
@example("\n", MOST_BREAKS + 1)
@example("ก" * 100, 330)
def test_pieces_fit_a_cell_and_make_the_text_again(text, times):
    parts = pieces(text * times)
    assert "".join(parts) == text * times
    for part in parts:
        assert len(part.encode("utf-16-le")) // 2 <= 32_767
        assert part.count("\n") <= 253
    assert all(parts) or parts == [""]


def test_what_is_too_long_goes_on_in_rows_of_its_own():
    text = "ก" * (MOST_LETTERS + 1)
    first, second = spread([7, text, "สั้น", None, date(2024, 1, 1)])
    assert first == [7, text[:-1], "สั้น", None, date(2024, 1, 1)]
    assert second == [CONTINUED, "ก", None, None, None]
    assert list(spread([7, "\x01", None])) == [[7, "\\u{1}", None]]


def test_cells_have_their_own_types_and_text_never_becomes_a_formula(tmp_path):
    risky = ["=1+1", "+66", "-5", "@SUM(A1)", " =1", "00123", "1/2/2567", "ก\nข ", "#N/A", "TRUE"]
    rows = [(number, text, text, -0.07, date(1999, 12, 31)) for number, text in enumerate(risky, 1)]
    found = book(tmp_path / "out.xlsx", *rows)["บุคลากร"]
    assert [cell.value for cell in found[1]] == [column.heading for column in COLUMNS]
    assert [cell.value for cell in found[2]] == [column.key for column in COLUMNS]
    for row, text in zip(found.iter_rows(min_row=3), risky, strict=True):
        assert [cell.value for cell in row[1:3]] == [text, text]
        assert {cell.data_type for cell in row[1:3]} <= {"s", "inlineStr"}
        assert row[1].quotePrefix == text.startswith(("=", "+", "-", "@"))
        assert row[3].value == -0.07
        assert row[4].value.date() == date(1999, 12, 31)
    assert found["A3"].value == 1


def test_a_sheet_is_made_to_be_read(tmp_path):
    read = book(tmp_path / "out.xlsx", (1, "ยาวมาก " * 40, "ใช่", None, None), (2, "", "ไม่", 1.5, None))
    found = read["บุคลากร"]
    assert read.sheetnames == ["คำอธิบาย", "บุคลากร"]
    assert found.freeze_panes == "A3"
    assert found.auto_filter.ref == "A2:E4"
    assert found["A1"].font.name == "TH SarabunPSK"
    assert found.row_dimensions[3].height > 2 * found.row_dimensions[4].height
    assert found.column_dimensions["B"].width > found.column_dimensions["A"].width
    (offered,) = found.data_validations.dataValidation
    assert (offered.formula1, str(offered.sqref)) == ('"ใช่,ไม่"', "C3:C1048576")
    assert found["B4"].value is None
    cover = read["คำอธิบาย"]
    assert [[cell.value for cell in row] for row in cover.iter_rows()] == [
        ["ชุดข้อมูล", "mark"], ["รุ่น", 1], [None, None], ["แผ่นงาน", "จำนวน"], ["บุคลากร", 1], [None, "ก"],
    ]  # fmt: skip


def test_a_list_that_excel_would_not_take_is_not_offered(tmp_path):
    long = tuple(f"ตัวเลือกที่ยาวมาก {number}" for number in range(20))
    for choices in (long, ("ก,ข", "ค")):
        columns = (RecordColumn("id", "รหัส", Style.NUMBER), RecordColumn("kind", "ชนิด", Style.LINE, choices))
        write_records(COVER, [RecordSheet("ก", columns, [(1, "ค")])], tmp_path / "out.xlsx")
        assert not openpyxl.load_workbook(tmp_path / "out.xlsx")["ก"].data_validations.dataValidation


def test_the_same_records_make_the_same_bytes(tmp_path):
    sheets = [sheet((1, "ก", "ใช่", 1.25, date(2024, 2, 29))), sheet(name="ว่าง")]
    assert [write_records(COVER, sheets, tmp_path / name) for name in ("a.xlsx", "b.xlsx")] == [1, 1]
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    with pytest.raises(UserError, match="ไม่ได้"):
        write_records(COVER, [sheet()], tmp_path / "missing" / "out.xlsx")

    def rows():
        yield 1, "ก", None, None, None
        raise OSError(28, "No space left on device")

    old = tmp_path / "out.xlsx"
    old.write_bytes(b"old")

    class Failing(list):
        def __iter__(self):
            return rows()

    with pytest.raises(UserError, match="ไม่สำเร็จ"):
        write_records(COVER, [RecordSheet("ก", COLUMNS, Failing())], old)
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["out.xlsx", "temporary"]
