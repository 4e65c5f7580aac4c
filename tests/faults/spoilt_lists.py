"""Staff lists from others, spoilt or meant to harm: each is refused in one clear sentence or read whole, never half.

The corpus is made here: nothing of it lies in the repository.
"""

from __future__ import annotations

import io
import resource
import time
import zipfile

from openpyxl import Workbook

from faults.operations import NAME, sample
from hrdesk.errors import UserError
from hrdesk.services import Services

HEAD = ("คำนำหน้า", "ชื่อ", "สกุล", "เลขประจำตัวประชาชน", "ตำแหน่ง")
BOMB = 300 << 20  # bytes that 300 KB of zip unpack to
MOST_SECONDS = 20  # of the processor, for one file


def workbook(rows):
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def people(count, **change):
    row = {"ชื่อ": "มานะ", "สกุล": "ทดสอบ", "ตำแหน่ง": "คนงาน", **change}
    return [tuple(f"{row.get(name, '')}{n if name == 'ชื่อ' else ''}" for name in HEAD) for n in range(count)]


def repacked(content, change):
    """A workbook with some of its parts changed: `change` gives new bytes, None leaves the part out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (part := change(name, old.read(name))) is not None:
                new.writestr(name, part)
    return out.getvalue()


def sheet_with(xml):
    return lambda name, part: part.replace(b"<sheetData>", b"<sheetData>" + xml) if "sheet1" in name else part


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
) + b"]>"


def corpus(rng):
    """(name, ending, bytes) of every file."""
    good = workbook(people(20))
    yield "good", ".xlsx", good
    for share in (0.1, 0.5, 0.9, 0.99):
        yield f"cut short at {share}", ".xlsx", good[: int(len(good) * share)]
    for number in range(12):
        content = bytearray(good)
        content[rng.randrange(len(good))] ^= 1 << rng.randrange(8)
        yield f"bit flip {number}", ".xlsx", bytes(content)
    yield "empty", ".xlsx", b""
    yield "zeros", ".xlsx", bytes(5000)
    yield "text named xlsx", ".xlsx", "ชื่อ,สกุล\n".encode() * 50
    yield "zip of something else", ".xlsx", repacked(good, lambda name, part: part if "sheet" not in name else None)
    for part in ("xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"):
        yield f"without {part}", ".xlsx", repacked(good, lambda name, old, part=part: None if name == part else old)
        yield f"broken {part}", ".xlsx", repacked(good, lambda name, old, part=part: old[:40] if name == part else old)
    yield "entities", ".xlsx", repacked(
        good, lambda name, part: part.replace(b"<worksheet", ENTITIES + b"<worksheet") if "sheet1" in name else part
    )
    yield "bomb", ".xlsx", repacked(good, lambda name, part: b" " * BOMB if "sheet1" in name else part)
    yield "row 1048576", ".xlsx", repacked(good, sheet_with(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    yield "row 4294967295", ".xlsx", repacked(good, sheet_with(b'<row r="4294967295"><c r="ZZZZ9"><v>1</v></c></row>'))
    yield "negative string", ".xlsx", repacked(good, sheet_with(b'<row r="2"><c r="A2" t="s"><v>-7</v></c></row>'))
    yield "not a number", ".xlsx", repacked(good, sheet_with(b'<row r="2"><c r="A2"><v>1e999</v></c></row>'))
    yield "path out of the zip", ".xlsx", repacked(good, lambda name, part: part.replace(b"worksheets/", b"../../../"))
    yield "formulas", ".xlsx", workbook(people(3, ชื่อ='=HYPERLINK("http://x")', สกุล="+1+1", ตำแหน่ง="@SUM(A1)"))
    yield "long cell", ".xlsx", workbook(people(2, สกุล="ก" * 32_000))
    yield "control letters", ".csv", "\t".join(HEAD).encode() + b"\n\x00\x01\x02\t\xff\xfe\t\x9f\n"
    yield "half of utf-16", ".csv", ",".join(HEAD).encode("utf-16")[:-1]
    yield "html", ".xls", b"<html><table><tr><td>" * 2000
    yield "ole", ".xls", bytes.fromhex("d0cf11e0a1b11ae1") + rng.randbytes(4000)


def read_all(folder, rng, most, tally):
    """Import each; what is judged: all or nothing, one sentence, and an end in good time."""
    sample(folder)
    files = list(corpus(rng))
    chosen = files[:1] + (files[1:] if most is None else rng.sample(files[1:], min(most, len(files) - 1)))
    for name, ending, content in chosen:
        path = folder / f"list{ending}"
        path.write_bytes(content)
        tally.injected += 1
        started, memory = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        _import(folder, path, name, tally)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) >> 10
        if time.process_time() - started > MOST_SECONDS or grown > (BOMB >> 20):
            tally.lost(f"{name}: took {time.process_time() - started:.0f} s and {grown} MB")


def _import(folder, path, name, tally):
    with Services.open(folder / NAME) as services:
        before = services.database.counts()["staff"]
        staff, added = services.staff_import, 0
        try:
            reading = staff.read(staff.tables(staff.sheets(path)))
            preview = staff.apply(reading, path.name).preview
            added = sum(1 for row in preview.rows if row.status.value == "new") if hasattr(preview, "rows") else None
        except UserError as error:
            tally.heard(str(error), None)
        except Exception as error:  # noqa: BLE001 - what would have been a traceback
            tally.heard(None, f"{name}: {type(error).__name__}: {error}")
        after = services.database.counts()["staff"]
        if name == "good" and after != before + 20:
            tally.lost(f"{name}: {after - before} of 20 people")
        if added == 0 and after != before:
            tally.lost(f"{name}: refused, and yet {after - before} people came")
        if found := services.database.full_check():
            tally.lost(f"{name}: {found}")
