"""Small files of every format, made byte by byte where no library here writes them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from xlsxwriter import Workbook


def xlsx(rows, merges=(), second="", date_format="dd/mm/yyyy"):
    """One sheet of rows, and a second empty one when it has a name."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet, day = book.add_worksheet("กรอบ"), book.add_format({"num_format": date_format})
    for top, left, bottom, right in merges:
        sheet.merge_range(top, left, bottom, right, "")
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if hasattr(value, "year"):
                sheet.write_datetime(row, column, value, day)
            elif value != "":
                sheet.write(row, column, value)
    if second:
        book.add_worksheet(second)
    book.close()
    return out.getvalue()


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def xlsx_of(sheet_data):
    """A real workbook whose sheet's XML is replaced."""
    whole = zipfile.ZipFile(io.BytesIO(xlsx([["x"]])))
    members = {name: whole.read(name) for name in whole.namelist()}
    return zipped(members | {"xl/worksheets/sheet1.xml": SHEET.format(sheet_data)})


def ods(table, manifest=""):
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>{body}</office:document-content>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>"})


def ods_row(*cells):
    return "<table:table-row>" + "".join(map(ods_cell, cells)) + "</table:table-row>"


def ods_cell(text, repeated=1):
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def _record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def _text(text, count="<H"):
    return struct.pack(count, len(text)) + b"\x01" + text.encode("utf-16-le")


def biff(cells, *, password=False):
    """A BIFF8 workbook stream; `cells` by (row, column), text or number."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    head = _record(0x0809, begin) + (_record(0x002F, bytes(54)) if password else b"")
    head += _record(0x0042, struct.pack("<H", 1200))
    name = _text("กรอบ", "<B")
    offset = len(head) + len(_record(0x0085, bytes(6) + name)) + len(_record(0x000A))
    book = head + _record(0x0085, struct.pack("<IH", offset, 0) + name) + _record(0x000A)
    sheet = _record(0x0809, begin[:2] + b"\x10\x00" + begin[4:])
    for (row, column), value in sorted(cells.items()):
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            sheet += _record(0x0204, place + _text(value))
        else:
            sheet += _record(0x0203, place + struct.pack("<d", value))
    return book + sheet + _record(0x000A)


def ole(streams):
    """A compound file of streams by name, each at least 4096 bytes long so that it lies in whole sectors."""
    chains, sectors = [], []
    for content in streams.values():
        padded = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\x00")
        chains.append((2 + len(sectors), len(padded)))
        sectors += [padded[at : at + 512] for at in range(0, len(padded), 512)]
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    for number, (name, (start, size)) in enumerate(zip(streams, chains, strict=True), start=1):
        entries.append(_entry(name, 2, start, size, right=number + 1 if number < len(streams) else 0xFFFFFFFF))
    directory = b"".join(entries).ljust(512, b"\x00")
    assert len(directory) == 512
    table = [0xFFFFFFFD, 0xFFFFFFFE]
    for start, size in chains:
        table += [*range(start + 1, start + size // 512), 0xFFFFFFFE]
    assert len(table) <= 128
    fat = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return header + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108) + fat + directory + b"".join(sectors)


def _entry(name, kind, start, size, *, child=0xFFFFFFFF, right=0xFFFFFFFF):
    title = (name + "\0").encode("utf-16-le")
    fixed = title.ljust(64, b"\0") + struct.pack("<HBB", len(title), kind, 1) + struct.pack("<III", 0xFFFFFFFF, right, child)
    return fixed + bytes(16 + 4 + 16) + struct.pack("<II", start, size) + bytes(4)


def xls(cells, **options):
    return ole({"Workbook": biff(cells, **options)})


def bomb(size, *, claimed=None):
    """An .xlsx of about `size` bytes whose sheet inflates hundreds of times; `claimed` is what its directory says instead.

    One flushed block again and again, so that the gigabytes are never made.
    """
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>7</v></c></row>' % (row % 9 + 1, row % 9 + 1) for row in range(36_000))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(rows) + packer.flush(zlib.Z_FULL_FLUSH)
    count = size // len(block)
    data, inflated = block * count + b"\x03\x00", len(rows) * count
    assert inflated < 2**32
    name = b"xl/worksheets/sheet1.xml"
    sizes = struct.pack("<III", 0, len(data), claimed or inflated)  # the checksum is never come to
    fixed = struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", len(name), 0)
    book = zipped({"xl/workbook.xml": "<workbook/>"})
    first, directory = book[: book.index(b"PK\x01\x02")], book[book.index(b"PK\x01\x02") : book.index(b"PK\x05\x06")]
    local = b"PK\x03\x04" + fixed + name + data
    directory += b"PK\x01\x02" + struct.pack("<H", 20) + fixed + bytes(10) + struct.pack("<I", len(first)) + name
    start = len(first) + len(local)
    return first + local + directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 2, 2, len(directory), start, 0)
