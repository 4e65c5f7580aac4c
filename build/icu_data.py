"""The library of ICU's tables, empty: Qt for Linux links to it, and 31 of its 32 MB say how the world sorts and spells.

Qt itself brings the words, digits and calendars that it shows. It asks ICU to sort by a language's rules (`QCollator`),
for old encodings and for the names of time zones; hrdesk uses none of these (`tests/test_packaging.py`), and sorts
Thai by a key of its own. Without the tables ICU answers such a question with an error, and Qt does without.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

NAME = re.compile(r"libicudata\.so\.(\d+)")
_MACHINES = {"x86_64": 62, "aarch64": 183}
_LOAD, _DYNAMIC, _STACK = 1, 2, 0x6474E551
_READ_WRITE = 6
_HASH, _STRINGS, _SYMBOLS, _STRINGS_SIZE, _SYMBOL_SIZE, _SONAME = 4, 5, 6, 10, 11, 14  # tags of the dynamic section
_NO_TABLES = (  # https://github.com/unicode-org/icu/blob/main/icu4c/source/stubdata/stubdata.cpp
    struct.pack("<HBBHHBBBB4s4s4s", 32, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"ToCP", bytes((1, 0, 0, 0)), bytes(4))
    + b"stubdata"
    + bytes(16)
)


def empty(name: str, machine: str) -> bytes:
    """A shared library named `name` (libicudata.so.73) that offers the tables' symbol and no tables.

    KeyError for a machine that is not known, ValueError for a name that is not ICU's."""
    version = NAME.fullmatch(name)
    if not version:
        raise ValueError(name)
    strings = b"\0" + f"icudt{version[1]}_dat".encode() + b"\0" + name.encode() + b"\0"
    soname = strings.index(name.encode())
    segments = 64 + 3 * 56
    tables = _aligned(segments)
    symbols = _aligned(tables + len(_NO_TABLES))
    hashes = symbols + 2 * 24
    text = hashes + 5 * 4
    dynamic = _aligned(text + len(strings))
    entries = (
        *((_SONAME, soname), (_HASH, hashes), (_STRINGS, text), (_SYMBOLS, symbols)),
        *((_STRINGS_SIZE, len(strings)), (_SYMBOL_SIZE, 24), (0, 0)),
    )
    end = dynamic + 16 * len(entries)
    header = struct.pack(
        "<16sHHIQQQIHHHHHH", b"\x7fELF\x02\x01\x01", 3, _MACHINES[machine], 1, 0, 64, 0, 0, 64, 56, 3, 64, 0, 0
    )
    pieces = {
        0: header + _segment(_LOAD, 0, end) + _segment(_DYNAMIC, dynamic, end - dynamic) + _segment(_STACK, 0, 0),
        tables: _NO_TABLES,
        symbols: bytes(24) + struct.pack("<IBBHQQ", 1, 0x11, 0, 1, tables, len(_NO_TABLES)),  # global, object
        hashes: struct.pack("<5I", 1, 2, 1, 0, 0),  # one bucket that holds the one symbol
        text: strings,
        dynamic: b"".join(struct.pack("<QQ", *entry) for entry in entries),
    }
    library = bytearray(end)
    for place, piece in pieces.items():
        library[place : place + len(piece)] = piece
    return bytes(library)


def _segment(kind: int, place: int, size: int) -> bytes:
    return struct.pack("<IIQQQQQQ", kind, _READ_WRITE, place, place, place, size, size, 0x1000 if kind == _LOAD else 8)


def _aligned(place: int) -> int:
    return (place + 15) // 16 * 16


def emptied(
    binaries: list[tuple[str, str, str]], folder: Path, machine: str
) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """A bundle's binaries without the tables, and the empty library in their place, as data: nothing to strip there."""
    full = [entry for entry in binaries if NAME.fullmatch(Path(entry[0]).name) and machine in _MACHINES]
    made = []
    for place, _, _ in full:
        target = folder / Path(place).name
        target.write_bytes(empty(target.name, machine))
        made.append((place, str(target), "DATA"))
    return [entry for entry in binaries if entry not in full], made
