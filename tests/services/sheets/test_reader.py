from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from file_names import UNUSUAL
from hrdesk.errors import UserError
from hrdesk.progress import Cancelled, Stopped, told_to
from hrdesk.services.sheets import faults
from hrdesk.services.sheets.reader import read_bytes, read_pasted, read_sheets
from hrdesk.services.sheets.sheet import Merge, Sheet, cell_name, column_index, column_letters
from hrdesk.services.sheets.zipped import check_zip
from services.sheets import files

ROWS = (("ตำแหน่ง", "ชื่อ-สกุล"), ("คนงาน", "นายก ข"))


def only(data, name="รายชื่อ.xlsx"):
    (sheet,) = read_bytes(data, name)
    return sheet


def refused(data, name="รายชื่อ.xlsx"):
    with pytest.raises(UserError) as caught:
        read_bytes(data, name)
    assert "ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง" in str(caught.value)
    return str(caught.value)


def test_xlsx_with_types_merges_and_an_empty_second_sheet(tmp_path):
    path = tmp_path / f"ตาราง #1{UNUSUAL}.xlsx"
    path.write_bytes(files.xlsx([["หัว", ""], ["ก", 3000000120019], [date(1987, 1, 5), True]], [(0, 0, 0, 1)], "Sheet2"))
    (sheet,) = read_sheets(path)
    assert sheet.rows == (("หัว", ""), ("ก", 3000000120019.0), (date(1987, 1, 5), True))
    assert (sheet.name, sheet.merges, sheet.knows_merges) == ("กรอบ", (Merge(0, 0, 0, 1),), True)


def test_hidden_sheets_are_marked():
    book = Workbook()
    book.active["A1"] = "เห็น"
    book.create_sheet("ซ่อน")["B2"] = "ไม่เห็น"
    book["ซ่อน"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    assert [(sheet.hidden, sheet.rows[-1][-1]) for sheet in read_bytes(out.getvalue(), "x")] == [(False, "เห็น"), (True, "ไม่เห็น")]


def test_xls_ods_and_a_wrong_ending():
    cells = {(r, c): value for r, row in enumerate(ROWS) for c, value in enumerate(row)} | {(2, 0): 42.5}
    assert only(files.xls(cells), "x.csv").rows == (*ROWS, (42.5, ""))
    table = f'<table:table table:name="ก">{files.ods_row(*ROWS[0])}{files.ods_row(*ROWS[1])}</table:table>'
    sheet = only(files.ods(table), "x.xls")
    assert (sheet.rows, sheet.knows_merges) == (ROWS, False)


CSV = 'ตำแหน่ง,ชื่อ-สกุล\r\n"คนงาน, ประจำรถ","นาย ""ก"" ข"\r\n\r\n'
FROM_CSV = (("ตำแหน่ง", "ชื่อ-สกุล"), ("คนงาน, ประจำรถ", 'นาย "ก" ข'))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_csv(encoding, delimiter):
    text = CSV.replace("ง,ชื่อ", f"ง{delimiter}ชื่อ").replace('","', f'"{delimiter}"')
    assert only(text.encode(encoding), "รายชื่อ.csv").rows == FROM_CSV


def test_pasted_from_a_sheet():
    assert read_pasted("ตำแหน่ง\tชื่อ-สกุล\r\nคนงาน\tนายก ข\r\n")[0].rows == ROWS
    with pytest.raises(UserError, match="วาง"):
        read_pasted(" \n\t\n")


def test_a_quote_that_opens_a_cell_takes_no_other_cell_with_it():
    assert read_pasted('ชื่อ\tตำแหน่ง\n"แดง" ก\tคนงาน\n"ดำ\tคนสวน\n')[0].rows == (("ชื่อ", "ตำแหน่ง"), ('"แดง" ก', "คนงาน"), ('"ดำ', "คนสวน"))


def test_commas_part_nothing_that_has_tabs():
    assert read_pasted("ชื่อ, สกุล, คำนำหน้า\tตำแหน่ง\nก, ข, ค\tคนงาน\n")[0].rows == (("ชื่อ, สกุล, คำนำหน้า", "ตำแหน่ง"), ("ก, ข, ค", "คนงาน"))


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_a_web_page_named_xls(encoding):
    page = """<html><head><meta charset=windows-874></head><body><p>รายงาน<table><tr><th rowspan=2>ตำแหน่ง
        <th colspan="2">ชื่อ<tr><td>ตัว</td><td>สกุล</td></tr>
        <tr><td>คน<br>งาน&nbsp;<td>ก<table><tr><td>ใน</table><td>ข</table></body>"""
    sheet = only(page.encode(encoding), "รายงาน.xls")
    assert sheet.rows == (("ตำแหน่ง", "ชื่อ", ""), ("", "ตัว", "สกุล"), ("คน\nงาน", "กใน", "ข"))
    assert sheet.merges == (Merge(0, 0, 1, 0), Merge(0, 1, 0, 2))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "ว่างเปล่า"),
        (b"\r\n \x00", "ว่างเปล่า"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "รูปภาพ"),
        (b"\x00\x01\x02 binary", "ไม่ใช่ตาราง"),
        ("ก,ข\nค,".encode() + b"\xff\xfe\xdb", "บรรทัดที่ 2"),
        (b"PK\x03\x04 cut off", "เสียหาย"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "เสียหาย"),
        (b"<html><body>none</body></html>", "ไม่มีตาราง"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "XML Spreadsheet"),
        (b"MIME-Version: 1.0\r\n\r\n", "mht"),
        (b"\x09\x04\x06\x00 old", "Excel 4"),
        (files.zipped({"word/document.xml": "x"}), "Word"),
        (files.zipped({"photo.txt": "x"}), "แฟ้มบีบอัด"),
        (files.zipped({"xl/workbook.bin": "x"}), "xlsb"),
        (files.zipped({"xl/workbook.xml": "not xml"}), "เสียหาย"),
        (files.ole({"WordDocument": b"x"}), "Word"),
        (files.ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "รหัสผ่าน"),
        (files.xls({(0, 0): "x"}, password=True), "รหัสผ่าน"),
        (files.ods("", '<encryption-data checksum="x"/>'), "รหัสผ่าน"),
        (files.xlsx([]), "ว่างเปล่า"),
    ],
)
def test_one_clear_message_for_a_file_that_cannot_be_read(data, said):
    assert said in refused(data)


def test_a_missing_file_and_a_folder(tmp_path):
    for path in (tmp_path / "ไม่มี.xlsx", tmp_path):
        with pytest.raises(UserError, match=path.name):
            read_sheets(path)


def test_a_bomb_is_refused_from_its_directory():
    rows = b'<row><c r="A1"><v>1</v></c></row>' * 30_000
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(rows)
    assert "ใหญ่ผิดปกติ" in refused(out.getvalue())


def test_long_silence_and_endless_shared_texts_are_bombs():
    book = {"xl/workbook.xml": "<workbook/>"}
    words = "".join(map(str, range(700_000)))  # 4 MB that do not deflate to nothing
    for name, content in (("xl/worksheets/sheet1.xml", f"<row><c><v>{words}</v></c></row>"), ("xl/sharedStrings.xml", words * 13)):
        with pytest.raises(UserError, match="ใหญ่ผิดปกติ"):
            check_zip(files.zipped(book | {name: content}), "x")


def test_a_bomb_that_lies_about_its_size():
    big = b'<row><c r="A1"/></row>' * 2_000_000
    data = bytearray(files.zipped({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": big}))
    for magic, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.rindex(magic)
        assert struct.unpack_from("<I", data, place + at)[0] == len(big)
        struct.pack_into("<I", data, place + at, 1000)
    assert "ใหญ่ผิดปกติ" in refused(bytes(data))


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c><v>1</v></c></row><row r="2">' + "<c><v>1</v></c>" * 16_384 + "</row>",
        "<row r='9'><x:c s='1' r='XFD900000'><v>1</v></x:c></row>",
    ],
)
def test_a_value_at_the_end_of_the_world_is_named(sheet):
    with pytest.raises(UserError, match=r"XFD(1048576|900000)"):
        check_zip(files.xlsx_of(sheet), "x")


SPELLINGS = (
    '<c r="{}" t="n"><v>1</v></c>', '<c s="1" r="{}"><v>1</v></c>', "<c r='{}'><v>1</v></c>", '<x:c r="{}"><v>1</v></x:c>',
    '<c r="{}"/>', '<c r="{}"><v>1</v></c><cfRule type="a"/>',
)  # fmt: skip
FAR_COLUMNS = ("A", "Y", "Z", "AA", "AN", "AO", "BA", "ZZ", "AAA")
FAR_ROWS = (1, 99, 20_001, 29_999, 30_000, 48_000, 99_999, 100_000, 100_001)


@given(st.lists(st.tuples(st.sampled_from(FAR_COLUMNS), st.sampled_from(FAR_ROWS), st.sampled_from(SPELLINGS)), min_size=1, max_size=5))
@settings(max_examples=300, deadline=None)
def test_a_sheet_is_refused_for_its_valued_cells_however_they_are_written(cells):
    """The glance that most sheets are judged by says the same as the measure."""
    written = "".join(f'<row r="{row}">{how.format(f"{column}{row}")}</row>' for column, row, how in cells)
    valued = [(column_index(column) + 1, row) for column, row, how in cells if "<v>" in how]
    wide, deep = (max((pair[at] for pair in valued), default=0) for at in (0, 1))
    data = files.xlsx_of(f"<cols><col/></cols>{written}")
    if deep > faults.MAX_ROWS or wide * deep > faults.MAX_CELLS:
        with pytest.raises(UserError, match="ไกลถึงเซลล์"):
            check_zip(data, "x")
    else:
        check_zip(data, "x")


def test_reading_tells_how_far_it_is_and_stops_when_told(tmp_path):
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 4001))
    lines = "\n".join(f"{row},ก" for row in range(4000))
    for name, data in (("a.xlsx", files.xlsx_of(rows)), ("a.csv", lines.encode())):
        (tmp_path / name).write_bytes(data)
        told = []
        with told_to(lambda done, of, told=told: told.append(done / of)):
            sheet, = read_sheets(tmp_path / name)
        assert len(sheet.rows) == 4000
        assert told == sorted(told)
        assert len({share for share in told if 0.4 < share < 1}) > 3, name

        for reason in (Stopped, Cancelled):  # neither is a damaged file

            def stop(done, of, reason=reason):
                if done * 2 > of:
                    raise reason

            with told_to(stop), pytest.raises(reason):
                read_sheets(tmp_path / name)


def test_a_long_list_is_read_to_the_letter_whatever_its_columns_repeat():
    rows = [("กองช่าง", f"คนที่ {n}", n % 2 == 0, float(n % 3), "" if n % 7 else "๑", "ก" * (n > 520)) for n in range(900)]
    sheet = only(files.xlsx(rows))
    assert sheet.rows == tuple(rows)
    assert [list(map(type, row)) for row in sheet.rows] == [list(map(type, row)) for row in rows]
    assert len({id(row[0]) for row in sheet.rows}) == 1, "one text in memory for all who say it"


def test_a_table_that_begins_far_from_the_corner_keeps_its_addresses():
    sheet = only(files.xlsx_of('<row r="3"><c r="C3"><v>7</v></c></row><row r="5"><c r="D5"><v>8</v></c></row>'))
    assert sheet.rows == (("",) * 4, ("",) * 4, ("", "", 7.0, ""), ("",) * 4, ("", "", "", 8.0))


def test_styled_empty_rows_to_the_end_are_no_rows():
    ghosts = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(2, 200_000, 7))
    sheet = only(files.xlsx_of(f'<row r="1"><c r="B1"><v>7</v></c></row>{ghosts}<row r="1048576"><c r="XFD1048576"/></row>'))
    assert sheet.rows == (("", 7.0),)


def test_endless_sheets_of_other_formats():
    far = files.xls({(0, 0): "x", (65_535, 255): 1.0})
    assert "IV65536" in refused(far)
    row = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
    filled = f'<table:table table:name="ก">{row.format(900_000, files.ods_cell("x", 900))}</table:table>'
    assert "AHP900000" in refused(files.ods(filled + '<table:table table:name="ข"/>'))
    ghosts = row.format(1_048_575, '<table:table-cell table:number-columns-repeated="16384"/>')
    assert only(files.ods(f'<table:table table:name="ก">{files.ods_row("x")}{ghosts}</table:table>')).rows == (("x",),)
    assert "ไกลถึงเซลล์" in refused(b"x," * 4000 + b"\n" + b"y\n" * 3000, "a.csv")
    assert "ไกลถึงเซลล์" in refused(b"<table><tr>" + b"<td colspan=1000 rowspan=1000>x" * 4, "a.xls")


def test_addresses_as_excel_shows_them():
    assert [cell_name(6, 2), cell_name(0, 26), column_letters(16_383)] == ["C7", "AA1", "XFD"]
    assert all(column_index(column_letters(column)) == column for column in range(18_278))
    with pytest.raises(ValueError, match="ก"):
        column_index("ก")


def test_one_cell_is_mended():
    assert Sheet("x", ROWS).with_cell(1, 0, "ยาม").rows == (ROWS[0], ("ยาม", "นายก ข"))


SEEDS = [files.xlsx([["ก", 1.0]]), files.xls({(0, 0): "ก"}), files.ods(f"<table:table>{files.ods_row('ก')}</table:table>"), CSV.encode("cp874")]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=9)), max_size=5), st.integers(0, 10_000))
@example(SEEDS[1], [], 4602)  # the directory of an .xls lost its root
def test_a_damaged_file_is_read_or_refused_and_never_more(seed, strikes, cut):
    data = bytearray(seed[: len(seed) - cut % len(seed)] if cut % 3 == 0 else seed)
    for place, rubbish in strikes:
        data[place % len(data) : place % len(data) + len(rubbish)] = rubbish
    try:
        sheets = read_bytes(bytes(data), "x")
    except UserError:
        return
    assert all(sheet.rows and {len(row) for row in sheet.rows} == {sheet.width} for sheet in sheets)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"<table>{text}".encode("utf-8", "replace")))
def test_any_bytes_are_read_or_refused(data):
    with suppress(UserError):
        assert read_bytes(data, "x")


def test_the_same_text_in_many_cells_is_kept_once():
    """A list of 20,000 rows says a few thousand different things."""
    sheet = only(files.xlsx([["กองคลัง " * 3, 1], ["กองคลัง " * 3, True], ["กองคลัง " * 3, 1.5]]))
    first, second, third = sheet.rows
    assert first[0] is second[0] is third[0]
    assert [first[1], second[1], third[1]] == [1.0, True, 1.5]
    assert second[1] is True, "not the 1 that equals it"
