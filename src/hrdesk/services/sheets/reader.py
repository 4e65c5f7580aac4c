"""Any table that an office may send, as sheets of plain rows. What a file is, its first bytes say, not its name."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from hrdesk.collecting import seldom_collected
from hrdesk.errors import UserError, why_refused
from hrdesk.progress import Cancelled, part, tell
from hrdesk.services.sheets import faults
from hrdesk.services.sheets.ole import MAGIC, check_ole
from hrdesk.services.sheets.sheet import Merge, Row, Sheet, cell_name, rectangle
from hrdesk.services.sheets.text import decode, read_copied, read_delimited, read_html
from hrdesk.services.sheets.zipped import check_zip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from python_calamine import CalamineSheet

_OTHER_KINDS = (
    (b"%PDF", "เอกสาร PDF"),
    (b"\x89PNG", "รูปภาพ"),
    (b"\xff\xd8\xff", "รูปภาพ"),
    (b"{\\rtf", "เอกสาร RTF"),
    (b"Rar!", "แฟ้มบีบอัด"),
    (b"7z\xbc\xaf", "แฟ้มบีบอัด"),
    (b"SQLite format 3", "ฐานข้อมูล"),
)
_OLD_KINDS = ((b"\x09\x00\x04\x00", "Excel 2"), (b"\x09\x02\x06\x00", "Excel 3"), (b"\x09\x04\x06\x00", "Excel 4"))
_TOLD_EVERY = 500  # rows
_LEARNED_FROM = 500  # rows from which it is seen which columns repeat their texts
_ONCE = 0.9  # of the texts of a column that stand once, from where it is not looked at again
_PASTED = "ข้อความที่วาง"
_ROWS_OF_LONG_LISTS = 200_000  # objects that stay: Python would walk all rows read so far for garbage


def read_sheets(path: Path, password: str = "") -> tuple[Sheet, ...]:
    """Sheets with something in them, in the file's order.

    UserError for every file that cannot be read; `LockedFile` where a password is missing or wrong.
    """
    name = path.name
    try:
        size = path.stat().st_size
        if size > faults.MAX_BYTES:
            raise faults.too_big(name)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise faults.missing(name) from error
    except OSError as error:
        raise faults.unreadable(name, why_refused(error)) from error
    with seldom_collected(_ROWS_OF_LONG_LISTS):
        return read_bytes(unlocked(data, name, password) if password else data, name)


def is_locked(path: Path) -> bool:
    """Whether a password opens it; False for what is no workbook of Office, or not there."""
    from msoffcrypto import OfficeFile  # noqa: PLC0415 - only for a file of Office's old container

    try:
        data = path.read_bytes() if path.stat().st_size <= faults.MAX_BYTES else b""
        return data.startswith(MAGIC) and bool(OfficeFile(io.BytesIO(data)).is_encrypted())
    except Exception:  # noqa: BLE001 - a file from outside makes the parser raise anything; reading it says what is wrong
        return False


def unlocked(data: bytes, name: str, password: str) -> bytes:
    """The workbook inside; as it is when it is not locked."""
    from msoffcrypto import OfficeFile  # noqa: PLC0415 - only for a file that is locked
    from msoffcrypto.exceptions import FileFormatError, InvalidKeyError  # noqa: PLC0415

    out = io.BytesIO()
    try:
        book = OfficeFile(io.BytesIO(data))
        if not book.is_encrypted():
            return data
        book.load_key(password=password, verify_password=True)
        book.decrypt(out)
    except InvalidKeyError as error:
        raise faults.wrong_password(name) from error
    except FileFormatError:
        return data  # no workbook of Office: read_bytes says what it is
    except Exception as error:  # a file from outside makes the parser raise anything
        raise faults.damaged(name) from error
    return out.getvalue()


def read_bytes(data: bytes, name: str) -> tuple[Sheet, ...]:
    if not data.strip(b"\x00\r\n\t "):
        raise faults.empty(name)
    for magic, kind in _OTHER_KINDS:
        if data.startswith(magic):
            raise faults.not_a_table(name, kind)
    for magic, kind in _OLD_KINDS:
        if data.startswith(magic):
            raise faults.old_format(name, kind)
    if data.startswith(b"PK"):
        with part(0.0, 0.4):
            check_zip(data, name)
        sheets = _read_workbook(data, name)
    elif data.startswith(MAGIC):
        check_ole(data, name)
        sheets = _read_workbook(data, name)
    else:
        sheets = _read_text(decode(data, name), name)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise faults.empty(name)
    return filled


def read_pasted(text: str) -> tuple[Sheet, ...]:
    """What was copied from a sheet: lines of cells between tabs. UserError when there is nothing."""
    sheet = read_copied(text, _PASTED)
    if not sheet.rows:
        raise UserError("ไม่มีข้อความให้นำเข้า ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาเลือกเซลล์ในตาราง คัดลอก แล้ววางอีกครั้ง")
    return (sheet,)


def _read_text(text: str, name: str) -> tuple[Sheet, ...]:
    head = text[:4096].lstrip("\ufeff \t\r\n").lower()
    if head.startswith("mime-version:"):
        raise faults.old_format(name, "หน้าเว็บแฟ้มเดียว (.mht)")
    if head.startswith("<?xml") and "urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise faults.old_format(name, "XML Spreadsheet 2003")
    if not head.startswith("<"):
        return (read_delimited(text.lstrip("\ufeff"), name.rpartition(".")[0] or name),)
    tables = read_html(text, name)
    if not tables:
        raise faults.not_a_table(name, "หน้าเว็บที่ไม่มีตาราง")
    return tables


def _read_workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    import python_calamine as calamine  # noqa: PLC0415 - only who imports needs it

    try:
        with calamine.load_workbook(io.BytesIO(data)) as book:
            known = [sheet for sheet in book.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
            found = []
            for place, sheet in enumerate(known):
                hidden = sheet.visible != calamine.SheetVisibleEnum.Visible
                with part(0.4 + 0.6 * place / len(known), 0.4 + 0.6 * (place + 1) / len(known)):
                    found.append(_sheet(book.get_sheet_by_name(sheet.name), name, hidden=hidden))
            return tuple(found)
    except (UserError, Cancelled):
        raise
    except calamine.PasswordError as error:
        raise faults.locked(name) from error
    except BaseException as error:
        # The parser, written in Rust, ends some malformed files with a panic, which is no Exception here.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise faults.damaged(name) from error
        raise


def _sheet(sheet: CalamineSheet, file: str, *, hidden: bool) -> Sheet:
    bottom, right = sheet.end or (0, 0)
    if bottom >= faults.MAX_ROWS or (bottom + 1) * (right + 1) > faults.MAX_CELLS:
        raise faults.too_wide(file, sheet.name, cell_name(bottom, right))
    merges = sheet.merged_cell_ranges
    return Sheet(
        sheet.name,
        rectangle(_rows(sheet)),
        tuple(Merge(*first, *last) for first, last in merges or ()),
        knows_merges=merges is not None,
        hidden=hidden,
    )


def _rows(sheet: CalamineSheet) -> list[Row]:
    """From A1. The same text in many cells is one text in memory; columns that seldom repeat one are not looked at."""
    left: Row = ("",) * (sheet.start[1] if sheet.start else 0)
    known: dict[str, str] = {}
    rows: list[Row] = []
    again: Sequence[int] = range(sheet.width)
    for number, row in enumerate(sheet.iter_rows()):
        if number % _TOLD_EVERY == 0:
            tell(number, sheet.total_height)
        if number == _LEARNED_FROM:
            again = _repeating(rows, len(left))
        for column in again:
            cell = row[column]
            if type(cell) is str:
                row[column] = known.setdefault(cell, cell)
        rows.append((*left, *row))
    return rows


def _repeating(rows: list[Row], first: int) -> list[int]:
    """Columns from `first` on, counted from there, in which texts stand more than once."""
    columns = list(zip(*rows, strict=True))[first:]
    return [place for place, cells in enumerate(columns) if len(set(cells)) < _ONCE * len(cells)]
