"""What must hold in every composed paper, whatever its form: found faults as sentences, none of a sound one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hrdesk.reports.document import Document, Format, Table
from hrdesk.thai.numbers import baht_text, format_baht

KINDS = {
    Format.TEXT: str, Format.INTEGER: int, Format.BAHT: int, Format.TICK: bool, Format.DATE: date, Format.DECIMAL: Decimal,
}  # fmt: skip
NOTHING = "-"  # printed where there is no figure
SUMMED = (Format.INTEGER, Format.BAHT, Format.TICK)  # how many ticks there are
_FIELD = re.compile(r"\{[a-z_]+\}")
_AMOUNT = re.compile(r"([0-9][0-9,]*(?:\.[0-9]{2})?) บาท \(([ก-๙]+)\)")


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def texts(value: Any) -> Iterator[str]:
    """Every text that is printed."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in ("key", "form", "style", "format", "align", "fill", "stroke", "color"):
                yield from texts(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from texts(each)


def faults(document: Document) -> list[str]:
    found = [fault for table in tables(document) for fault in (*_of_cells(table), *_of_total(table))]
    return [*found, *_of_texts(document)]


def _of_cells(table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows, start=1):
        if len(row.cells) != len(table.columns):
            yield f"{table.name} row {number} has {len(row.cells)} cells under {len(table.columns)} columns"
        for column, value in zip(table.columns, row.cells, strict=False):
            if value not in (None, NOTHING) and type(value) is not KINDS[column.format]:
                yield f"{table.name} {column.key} row {number}: {value!r} is no {column.format}"


def _of_total(table: Table) -> Iterator[str]:
    total = table.total
    if total is None:
        return
    if len(total.cells) != len(table.columns):
        yield f"{table.name}: a total of {len(total.cells)} cells under {len(table.columns)} columns"
    for place, (column, value) in enumerate(zip(table.columns, total.cells, strict=False)):
        if value is None or column.format not in SUMMED:
            continue
        cells = [row.cells[place] for row in table.rows if not row.bold]
        if (summed := sum(cell for cell in cells if isinstance(cell, int))) != value:
            yield f"{table.name} {column.key}: {summed} is printed as {value}"


def _of_texts(document: Document) -> Iterator[str]:
    for text in texts(document):
        if _FIELD.search(text):
            yield f"a field is not filled in: {text!r}"
        if "None" in text or "nan" in text.split():
            yield f"a value of the program is printed: {text!r}"
        for figure, words in _AMOUNT.findall(text):
            satang = round(float(figure.replace(",", "")) * 100)
            if baht_text(satang) != words or format_baht(satang) != figure:
                yield f"{figure} is not {words}"
