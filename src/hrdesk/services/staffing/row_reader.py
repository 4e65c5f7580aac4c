"""The cells of a row, as they stand and as text, and how each of them is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

from hrdesk.services.sheets.sheet import Cell, Row
from hrdesk.services.staffing.cells import Unreadable, line_of_text, one_line, text_of
from hrdesk.services.staffing.entry import WrongCell
from hrdesk.services.staffing.fields import LABELS, Field
from hrdesk.services.staffing.sections import is_signature

T = TypeVar("T")
D = TypeVar("D")
Values: TypeAlias = dict[Field, tuple[Cell, str]]  # what each field holds, as it stands and as text

NOTHING_SAID: tuple[Cell, str] = ("", "")
_MAX_KNOWN = 100_000  # texts


class Texts:
    """The texts of a table's cells; each is looked at once, though it stands in thousands of rows."""

    def __init__(self) -> None:
        self._signatures: set[str] = set()
        self._known = _Known(self._signatures)

    def of(self, row: Row) -> list[str]:
        known = self._known
        return [known[cell] if type(cell) is str else text_of(cell) for cell in row]

    def signed(self, texts: Sequence[str]) -> bool:
        return bool(self._signatures) and not self._signatures.isdisjoint(texts)


class _Known(dict[str, str]):
    def __init__(self, signatures: set[str]) -> None:
        super().__init__()
        self._signatures = signatures

    def __missing__(self, cell: str) -> str:
        if cell.isalnum() and cell.isascii():
            return cell  # numbers and codes stand once, and are looked at more quickly than they are kept
        text = one_line(cell)
        if is_signature(text):
            self._signatures.add(text)
        if len(self) < _MAX_KNOWN:
            self[cell] = text
        return text


class RowReader:
    """One row's cells; what cannot be read is noted with its address, and all of it, not only the first."""

    def __init__(self, sheet: str, row: int, letters: dict[Field, str], values: Values) -> None:
        self.sheet, self.row, self.letters = sheet, row, letters
        self.wrong: list[WrongCell] = []
        self.is_vacant = False
        self._values = values

    def text(self, where: Field) -> str:
        return self._values.get(where, NOTHING_SAID)[1]

    def line(self, where: Field) -> str:
        try:
            return line_of_text(self.text(where))
        except Unreadable as error:
            self.fail(where, str(error))
            return ""

    def read(self, where: Field, reader: Callable[[Cell], T], otherwise: D) -> T | D:
        """`otherwise` is what an empty cell says, and one that cannot be read."""
        cell, text = self._values.get(where, NOTHING_SAID)
        if not text:
            return otherwise
        try:
            return reader(cell)
        except Unreadable as error:
            self.fail(where, str(error))
            return otherwise

    def fail(self, where: Field, reason: str) -> None:
        letter = self.letters.get(where, next(iter(self.letters.values())))
        said = reason if LABELS[where] in reason else f"{LABELS[where]}: {reason}"
        self.wrong.append(WrongCell(self.sheet, self.row, f"{letter}{self.row}", said))
