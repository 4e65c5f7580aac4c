"""Numeric recovery codes: made at random, printed on a sheet, typed back with or without their spaces."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from hrdesk.reports.document import Block, Document, ListItem, Paragraph, Run, Section, Space, Style
from hrdesk.thai.dates import long_date
from hrdesk.thai.numbers import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GROUP = 4


def new_code(digits: int) -> str:
    """In groups of four: 20 digits are 66 bits, 48 are 159."""
    return spaced("".join(secrets.choice("0123456789") for _ in range(digits)))


def spaced(digits: str) -> str:
    return " ".join(digits[start : start + GROUP] for start in range(0, len(digits), GROUP))


def plain_code(typed: str) -> str:
    """The digits alone, Thai ones as well."""
    return "".join(letter for letter in arabic_digits(typed) if letter.isdecimal())


def write_sheet(target: Path, title: str, office: str, code: str, notes: Sequence[str]) -> int:
    """The sheet to be printed and locked away; returns its pages."""
    from hrdesk.reports.pdf import write_pdf  # noqa: PLC0415 - fonts are read when something is printed

    today = datetime.now().astimezone().date()
    blocks: tuple[Block, ...] = (
        Paragraph((Run(title, bold=True),), Style.COVER_TITLE),
        Paragraph((Run(office),), Style.CENTERED),
        Space(6),
        Paragraph((Run("รหัสกู้คืน"),), Style.CENTERED),
        Paragraph((Run(code, bold=True),), Style.CENTERED),
        Space(6),
        *(ListItem(f"{number}.", (Run(note),)) for number, note in enumerate(notes, start=1)),
        Space(6),
        Paragraph((Run(f"ออกเมื่อวันที่ {long_date(today)}"),)),
    )
    section = Section(blocks, numbered=False, foot=False)
    return write_pdf(Document("recovery-sheet", title, (section,), thai_digits=False), target)
