"""What a zipped workbook would become, judged before any of it is parsed.

The parser makes a full rectangle of every sheet and inflates whatever the archive holds, and it cannot be stopped:
so sizes are taken from the archive's directory, each member is inflated once within them, and the rectangle of each
sheet is judged on the way. Most sheets are plainly small, which is seen at a glance; only others are measured.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from hrdesk.progress import part, tell
from hrdesk.services.sheets import faults
from hrdesk.services.sheets.sheet import cell_name, column_index

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_TOTAL = 128 * 2**20  # bytes inflated; 20,000 rows of 25 columns are about 25 MB
_MAX_OTHER = 48 * 2**20  # of a member that is no sheet: shared texts take three times as much when read
_MAX_SILENCE = 2**20  # bytes without a tag; a cell holds 32,767 characters
_SMALL = 24 * 2**20  # up to here any ratio is taken
_MAX_RATIO = 150  # of styled empty rows, the worst an honest file has
_MAX_MEMBERS = 2000
_CHUNK = 2**18  # bytes looked at together; no honest tag is as long
_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>")
_PLAIN_CELL = re.compile(rb"<c r=\"([A-Z]{1,3})([0-9]{1,7})\"[^>]*?(/?)>")  # as every usual program writes it
_REF = re.compile(rb"\br=[\"']([A-Za-z]{0,3})([0-9]{1,7})[\"']")
# Columns A to AN and rows up to 29,999: whatever lies there only is less than `faults.MAX_CELLS`.
_NEAR = rb"(?:A[A-N]|[A-Z])(?:[1-9]\d{0,3}|[12]\d{4})"
_NEAR_REF = re.compile(rb"\br=[\"']" + _NEAR + rb"[\"']")
_NOT_NEAR = re.compile(rb"<c(?! r=\"" + _NEAR + rb"\"|ol)")  # a cell, or another tag to be looked at closely
_ODS_TAG = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated=[\"']([0-9]{1,9})[\"']")


def check_zip(data: bytes, name: str) -> None:
    """Raise UserError for a bomb, a password, a sheet too wide, or what is no workbook."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise faults.damaged(name) from error
    members = archive.infolist()
    _check_directory(members, len(data), name)
    names = {member.filename for member in members}
    if "xl/workbook.bin" in names:
        raise faults.old_format(name, "xlsb")
    if not names & {"xl/workbook.xml", "content.xml"}:
        raise faults.not_a_table(name, "เอกสาร Word" if "word/document.xml" in names else "แฟ้มบีบอัด")
    total, before = sum(member.file_size for member in members) or 1, 0
    for member in members:
        with part(before / total, (before + member.file_size) / total):
            _check_member(archive, member, data, name)
        before += member.file_size


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, data: bytes, name: str) -> None:
    chunks = _inflate(archive, member, data, name)
    if member.filename == "content.xml":
        _OdsExtent(name, "").measure(_ODS_TAG, chunks)
    elif _is_sheet(member.filename):
        if not all(map(_is_near, _whole_tags(chunks, name))):
            again = _inflate(archive, member, data, name)
            _Extent(name, member.filename.rpartition("/")[2]).measure(_TAG, again)
    elif member.filename == "META-INF/manifest.xml":
        if b"encryption-data" in b"".join(chunks):
            raise faults.locked(name)
    else:
        for _ in chunks:
            pass


def _is_sheet(member: str) -> bool:
    return member == "content.xml" or (member.startswith("xl/worksheets/") and member.endswith(".xml"))


def _check_directory(members: list[zipfile.ZipInfo], size: int, name: str) -> None:
    total = sum(member.file_size for member in members)
    if any(member.file_size > _MAX_OTHER and not _is_sheet(member.filename) for member in members):
        raise faults.bomb(name)
    if len(members) > _MAX_MEMBERS or total > _MAX_TOTAL or (total > _SMALL and total > size * _MAX_RATIO):
        raise faults.bomb(name)
    if any(member.flag_bits & 1 for member in members):
        raise faults.locked(name)
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise faults.damaged(name)


def _inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo, data: bytes, name: str) -> Iterator[bytes]:
    """The member's bytes; UserError where they are more than the directory says, which Python would cut off."""
    try:
        archive.open(member).close()  # checks the local header against the directory
        start = member.header_offset
        start += 30 + sum(int.from_bytes(data[start + at : start + at + 2], "little") for at in (26, 28))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise faults.damaged(name) from error
    packed = memoryview(data)[start : start + member.compress_size]
    left = member.file_size
    if member.compress_type == zipfile.ZIP_STORED:
        if len(packed) != left:
            raise faults.damaged(name)
        yield from (bytes(packed[at : at + _CHUNK]) for at in range(0, left, _CHUNK))
        return
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: bytes | memoryview = packed
    while not stream.eof:
        try:
            chunk = stream.decompress(rest, _CHUNK)
        except zlib.error as error:
            raise faults.damaged(name) from error
        rest = stream.unconsumed_tail
        left -= len(chunk)
        if left < 0:
            raise faults.bomb(name)
        if not chunk and not rest and not stream.eof:
            raise faults.damaged(name)
        tell(member.file_size - left, member.file_size)
        yield chunk


def _whole_tags(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The same bytes cut between tags. UserError for a text or a tag that no honest sheet holds."""
    tail = b""
    silence = 0
    for chunk in chunks:
        text = tail + chunk
        cut = text.rfind(b">") + 1
        silence = 0 if cut else silence + len(chunk)
        if silence > _MAX_SILENCE:
            raise faults.bomb(name)
        yield text[:cut]
        tail = text[cut:]
        if b"<" not in tail:
            tail = b""
        elif len(tail) > _CHUNK:
            raise faults.damaged(name)


def _is_near(text: bytes) -> bool:
    """Whether all its cells, empty ones too, say that they stand near A1."""
    if _NOT_NEAR.search(text) is None and (b":" not in text or b":c" not in text):
        return True
    return all(kind == b"row" or _NEAR_REF.search(attributes) for kind, attributes in _TAG.findall(text))


class _Extent:
    """The last row and column with a value; empty cells, however styled, do not count."""

    def __init__(self, file: str, sheet: str) -> None:
        self._file, self._sheet = file, sheet
        self._row = self._column = -1  # where we stand
        self._bottom = self._right = -1

    def measure(self, tag: re.Pattern[bytes], chunks: Iterator[bytes]) -> None:
        for text in _whole_tags(chunks, self._file):
            if not self._take_plain(text):
                for match in tag.finditer(text):
                    self._take(match[1], match[2])
            self._judge()

    def _take_plain(self, text: bytes) -> bool:
        """All cells at once, six times as fast; False where only some of them say their place."""
        if b":c" not in text and b' r="' not in text:
            self._count(text)
            return True
        cells = _PLAIN_CELL.findall(text)
        if b":c" in text or len(cells) != text.count(b"<c") - text.count(b"<col"):
            return False
        valued = [(letters, int(row)) for letters, row, closed in cells if not closed]
        if valued:
            self._bottom = max(self._bottom, max(row for _, row in valued) - 1)
            self._right = max(self._right, *(column_index(letters.decode()) for letters in {c for c, _ in valued}))
        return True

    def _count(self, text: bytes) -> None:
        """Cells that say nothing stand side by side; whether they are empty is not looked at."""
        for place, row in enumerate(text.split(b"<row")):
            if place:
                self._row, self._column = self._row + 1, -1
            cells = row.count(b"<c") - row.count(b"<col")
            self._column += cells
            if cells:
                self._bottom, self._right = max(self._bottom, self._row), max(self._right, self._column)

    def _take(self, kind: bytes, attributes: bytes) -> None:
        ref = _REF.search(attributes)
        if kind == b"row":
            self._row = int(ref[2]) - 1 if ref else self._row + 1
            self._column = -1
            return
        self._column = column_index(ref[1].decode()) if ref and ref[1] else self._column + 1
        if ref:
            self._row = int(ref[2]) - 1
        if not attributes.endswith(b"/"):
            self._bottom = max(self._bottom, self._row)
            self._right = max(self._right, self._column)

    def _judge(self) -> None:
        if self._bottom >= faults.MAX_ROWS or (self._bottom + 1) * (self._right + 1) > faults.MAX_CELLS:
            raise faults.too_wide(self._file, self._sheet, cell_name(self._bottom, self._right))


class _OdsExtent(_Extent):
    def _take_plain(self, text: bytes) -> bool:  # noqa: ARG002 - its cells never say their place
        return False

    def _take(self, kind: bytes, attributes: bytes) -> None:
        repeated = _REPEATED.search(attributes)
        times = int(repeated[1]) if repeated else 1
        if kind == b"table":
            self._judge()
            self._row = self._column = self._bottom = self._right = -1
        elif kind == b"table-row":
            self._row, self._column = self._row + times, -1
        else:
            self._column += times
            if not attributes.endswith(b"/"):
                self._bottom = max(self._bottom, self._row)
                self._right = max(self._right, self._column)
