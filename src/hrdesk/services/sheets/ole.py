"""What an old .xls holds, judged from its container and records before any of it is parsed."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from hrdesk.services.sheets import faults
from hrdesk.services.sheets.sheet import cell_name

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_ROOT = 5  # kind of an entry
_LAST_SECTOR = 0xFFFFFFFA  # greater numbers mark the end of a chain
_BOF, _EOF, _FILEPASS, _SHEET = 0x0809, 0x000A, 0x002F, 0x0010
_CELLS = {0x0006, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6}  # one cell each
_MULTIPLE = 0x00BD  # numbers side by side; the last column stands at the end


def check_ole(data: bytes, name: str) -> None:
    """Raise UserError for a password, a sheet too wide, or what is no workbook."""
    try:
        streams = _streams(data)
    except (struct.error, IndexError, ValueError) as error:
        raise faults.damaged(name) from error
    if "EncryptedPackage" in streams:
        raise faults.locked(name)
    book = streams.get("Workbook", streams.get("Book"))
    if book is None:
        raise faults.not_a_table(name, "เอกสาร Word" if "WordDocument" in streams else "")
    bottom = right = -1
    for kind, body in _records(book):
        if kind == _FILEPASS:
            raise faults.locked(name)
        if kind == _BOF:
            bottom = right = -1
        elif kind in _CELLS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            bottom, right = max(bottom, row), max(right, column)
        elif kind == _MULTIPLE and len(body) >= 6:
            bottom = max(bottom, *struct.unpack_from("<H", body))
            right = max(right, *struct.unpack_from("<H", body, len(body) - 2))
        if (bottom + 1) * (right + 1) > faults.MAX_CELLS:
            raise faults.too_wide(name, "", cell_name(bottom, right))


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        yield kind, book[at + 4 : at + 4 + size]
        at += 4 + size


def _streams(data: bytes) -> dict[str, bytes]:
    """The workbook's stream by name, and the other names; a chain that turns in a circle is a ValueError."""
    shift, small_shift = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or small_shift != 6:
        raise ValueError(shift)
    first_directory, cutoff, first_small, _, first_more, _ = struct.unpack_from("<I4xIIIII", data, 48)
    size = 1 << shift
    sectors = [data[at : at + size] for at in range(max(_HEADER, size), len(data), size)]
    table = _table(data, sectors, first_more)
    directory = _chain(first_directory, table, sectors)
    entries = [_entry(directory[at : at + _ENTRY]) for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    found = {name: b"" for name, kind, _, _ in entries if kind == 2}
    (root,) = (start for _, kind, start, _ in entries if kind == _ROOT)  # a ValueError where the directory is cut off
    for name, kind, start, length in entries:
        if kind != 2 or name not in ("Workbook", "Book"):
            continue
        if length >= cutoff:
            found[name] = _chain(start, table, sectors)[:length]
        else:
            pool = _chain(root, table, sectors)
            smalls = [pool[at : at + 64] for at in range(0, len(pool), 64)]
            small_table = _numbers(_chain(first_small, table, sectors))
            found[name] = _chain(start, small_table, smalls)[:length]
    return found


def _table(data: bytes, sectors: list[bytes], more: int) -> list[int]:
    """The sector after each sector."""
    places = list(struct.unpack_from("<109I", data, 76))
    seen = 0
    while more < _LAST_SECTOR and seen <= len(sectors):
        *numbers, more = _numbers(sectors[more])
        places += numbers
        seen += 1
    return [number for place in places if place < _LAST_SECTOR for number in _numbers(sectors[place])]


def _numbers(sector: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))


def _chain(start: int, table: list[int], sectors: list[bytes]) -> bytes:
    found: list[bytes] = []
    while start < _LAST_SECTOR:
        if len(found) > len(sectors):
            raise ValueError(start)
        found.append(sectors[start])
        start = table[start]
    return b"".join(found)


def _entry(raw: bytes) -> tuple[str, int, int, int]:
    """Name, kind (2 stream, 5 root), first sector, length."""
    length = min(struct.unpack_from("<H", raw, 64)[0], 64)
    name = raw[: max(length - 2, 0)].decode("utf-16-le", "replace")
    start, size = struct.unpack_from("<II", raw, 116)
    return name, raw[66], start, size
