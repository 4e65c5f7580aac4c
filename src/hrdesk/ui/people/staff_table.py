"""The list of the register: several rows are chosen as in Excel, the headings' menu leads to the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu

from hrdesk.ui.kit.table import RowsModel, Table

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.theme import Theme

LEAST = 110  # logical pixels of the column that stretches


class StaffTable(Table):
    columns_asked = Signal()

    def __init__(self, theme: Theme, name: str, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(theme, name, model, parent)
        self.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        head = self.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self.open_menu)

    def keep_room(self, *, for_rows: bool) -> None:
        """Room for the bar that scrolls before the rows are there: a list that narrows when they come is painted twice."""
        self.executeDelayedItemsLayout()  # how much there is to scroll
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if for_rows else policy.ScrollBarAsNeeded)

    def spread(self) -> None:
        """The column that stretches takes what the others leave, but never less than its texts need: then the list scrolls."""
        head, columns = self.horizontalHeader(), self.rows.columns
        for number, column in enumerate(columns):
            if column.stretch:
                others = sum(self.columnWidth(other) for other in range(len(columns)) if other != number and not self.isColumnHidden(other))
                fits = self.viewport().width() - others >= self.theme.px(LEAST)
                mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
                if head.sectionResizeMode(number) != mode:
                    head.setSectionResizeMode(number, mode)
                if not fits:
                    self.setColumnWidth(number, self.theme.width(column.widest) + self.theme.px(12) + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spread()

    def open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction("เลือกคอลัมน์…", self.columns_asked.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def sort_by_current(self) -> None:
        """By the column of the current cell, the other way round when it is sorted by already."""
        head, number = self.horizontalHeader(), self.currentIndex().column()
        if number >= 0:
            rising = head.sortIndicatorSection() != number or head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            self.sortByColumn(number, Qt.SortOrder.AscendingOrder if rising else Qt.SortOrder.DescendingOrder)

    def chosen_rows(self) -> list[int]:
        """Numbers of the chosen rows, upwards; asked by ranges, for there may be thousands."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
