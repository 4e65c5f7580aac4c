"""What passes through the clipboard to and from a sheet: lines of cells between tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTED = r'"((?:[^"\t\n]|"")*[\t\n](?:[^"]|"")*)"'  # there is something in it that would part cells
_CELL = re.compile(rf"(?:{_QUOTED}|([^\t\n]*))([\t\n])")


def cells_of(text: str) -> list[list[str]]:
    """Lines of cells as Excel and Calc copy them: one that holds a tab or a line's end stands in quotes, a quote in it twice.

    Quotes around anything else were typed by somebody and stay. No text is one empty cell.
    """
    lines: list[list[str]] = [[]]
    for quoted, plain, end in _CELL.findall(text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n") + "\n"):
        lines[-1].append(quoted.replace('""', '"') or plain)
        if end == "\n":
            lines.append([])
    return lines[:-1]


def text_of(lines: Iterable[Iterable[str]]) -> str:
    """The clipboard's text of lines of cells, as `cells_of` reads it."""
    return "\n".join("\t".join(map(_quoted, line)) for line in lines)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if "\t" in cell or "\n" in cell else cell
