"""Text that comes back from a workbook letter for letter, whichever program saved it in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

Cell: TypeAlias = "str | int | float | date | None"

CONTINUED = "(ต่อ)"  # in the first cell of a row that goes on with the texts of the row above it
MOST_LETTERS = 16_000  # a cell holds 32,767 UTF-16 units, of which a letter takes up to two
MOST_BREAKS = 250  # a cell holds 253 line breaks

# What XML cannot hold or its readers change, and what would be taken for Excel's own way of writing such signs.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|\\\\(?=u\\{)")
_ESCAPE = re.compile(r"\\u\{([0-9A-F]{1,6})\}")


def escaped(text: str) -> str:
    r"""Control signs and the like as `\u{D}`; nearly every text is its own escape."""
    return _UNSAFE.sub(lambda match: f"\\u{{{ord(match[0]):X}}}", text)


def unescaped(text: str) -> str:
    r"""ValueError for a `\u{…}` that names no sign."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "\\u{" in text else text


def pieces(text: str) -> list[str]:
    """The text cut into parts that a cell can hold, at least one."""
    if len(text) <= MOST_LETTERS and text.count("\n") <= MOST_BREAKS:
        return [text]
    found: list[str] = []
    start = breaks = 0
    for place, letter in enumerate(text):
        breaks += letter == "\n"
        if breaks > MOST_BREAKS or place - start >= MOST_LETTERS:
            found.append(text[start:place])
            start, breaks = place, int(letter == "\n")
    return [*found, text[start:]]


def spread(row: Sequence[Cell]) -> Iterator[list[Cell]]:
    """The row, followed by rows that go on with the texts too long for their cells; its first cell is no text."""
    if not any(isinstance(cell, str) and len(cell) > MOST_BREAKS for cell in row):
        yield [escaped(cell) if isinstance(cell, str) else cell for cell in row]
        return
    # Escaped first: what is cut is joined again before it is read.
    parts = [pieces(escaped(cell)) if isinstance(cell, str) else [cell] for cell in row]
    for place in range(max(map(len, parts))):
        line: list[Cell] = [part[place] if place < len(part) else None for part in parts]
        yield [CONTINUED, *line[1:]] if place else line
