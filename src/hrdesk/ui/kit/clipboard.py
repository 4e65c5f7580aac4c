"""Blocks of cells that go to a sheet and come from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from hrdesk.services.sheets.copied_cells import cells_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QModelIndex

Block = dict[tuple[int, int], str]  # row and column → text


def copy_block(cells: Mapping[tuple[int, int], str]) -> None:
    lines: dict[int, list[str]] = {}
    for row, column in sorted(cells):
        lines.setdefault(row, []).append(cells[row, column])
    QGuiApplication.clipboard().setText(text_of(lines.values()))


def pasted_lines() -> list[list[str]]:
    """The cells copied from a sheet, an empty one too; none where something else was copied, such as a picture.

    No cell of a grid has two lines: a line's end in one that was copied becomes a space.
    """
    clipboard = QGuiApplication.clipboard()
    if not clipboard.mimeData().hasText():
        return []
    return [[cell.replace("\n", " ") for cell in line] for line in cells_of(clipboard.text())]


def pasted_block(start: QModelIndex) -> Block:
    """What was copied laid from `start` to the right and down, beyond the grid's end too; nothing where there is no start."""
    if not start.isValid():
        return {}
    return {
        (start.row() + down, start.column() + right): text.strip()
        for down, line in enumerate(pasted_lines())
        for right, text in enumerate(line)
    }
