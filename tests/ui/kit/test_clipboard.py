"""Blocks that are pasted into a grid and copied from it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QPixmap, QStandardItemModel

from hrdesk.ui.kit.clipboard import copy_block, pasted_block, pasted_lines


@pytest.fixture
def clipboard(qapp):
    return QGuiApplication.clipboard()


def test_a_picture_is_no_text(clipboard) -> None:
    clipboard.setPixmap(QPixmap(2, 2))
    assert pasted_lines() == []
    assert pasted_block(QStandardItemModel(2, 2).index(0, 0)) == {}


def test_a_block_lies_to_the_right_and_down_of_where_one_stands(clipboard) -> None:
    clipboard.setText("1\t 2 \n3\t4\n")
    assert pasted_block(QStandardItemModel(3, 3).index(2, 1)) == {(2, 1): "1", (2, 2): "2", (3, 1): "3", (3, 2): "4"}


def test_who_stands_nowhere_pastes_nothing(clipboard) -> None:
    clipboard.setText("1")
    assert pasted_block(QStandardItemModel(2, 2).index(-1, -1)) == {}


def test_a_cell_of_two_lines_is_one_cell_of_one_line(clipboard) -> None:
    clipboard.setText('"ดี\nมาก"\t5\nพอใช้\t3\n')
    assert pasted_lines() == [["ดี มาก", "5"], ["พอใช้", "3"]]


def test_copied_cells_stand_in_the_order_of_the_grid(clipboard) -> None:
    copy_block({(1, 2): "ง", (0, 1): "ก", (1, 1): "ค\nค", (0, 2): "ข"})
    assert clipboard.text() == 'ก\tข\n"ค\nค"\tง'
