"""What only reads, and so stays where nothing may be changed (`read_only.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

READS = "reads"  # the property that `stays` sets


def stays(one: QObject, *, reads: bool = True) -> None:
    """It, and all that lies in it, only reads (or does not), whatever its words are."""
    one.setProperty(READS, reads)
