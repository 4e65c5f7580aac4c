"""Dense tables: the view of a model of frozen rows, and the pinned total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QBoxLayout, QHeaderView, QTableView, QWidget

from hrdesk.ui.kit.cells import Cells
from hrdesk.ui.kit.rows_model import ROW_ROLE, TONE_ROLE, Column, Index, RowsModel
from hrdesk.ui.kit.widgets import column as stack
from hrdesk.ui.kit.widgets import say_nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.ui.kit.theme import Theme

__all__ = ["ROW_ROLE", "TONE_ROLE", "Cells", "Column", "Index", "RowsModel", "Table", "TotalRow", "with_total"]


class Headings(QHeaderView):
    """Their height is measured once for a font: Qt measures every heading at each step of laying a page out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self._size: QSize | None = None

    def sizeHint(self) -> QSize:
        if not self.count():
            self._size = None
            return super().sizeHint()
        if self._size is None:
            self._size = super().sizeHint()
        return self._size

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size = None
        super().changeEvent(event)


class Table(QTableView):
    """A thin line under each row and a ring on the current cell; Enter or a double click opens.

    Row heights come from the theme, widths from the columns' widest text. When other rows come, the current record
    stays the current one; where it is gone, the one that took its place. A list of something else begins without one:
    empty it first.
    """

    opened = Signal(object)  # the row's record
    chosen = Signal(object)  # the record of the new current row, or None

    def __init__(self, theme: Theme, name: str, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows = model
        self._lay_ground()
        self.setHorizontalHeader(Headings(self))
        self.nothing = ""  # what is said where there is no row
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.cells = Cells(theme, self)
        self.setItemDelegate(self.cells)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.row)
        self.horizontalHeader().setMinimumSectionSize(theme.px(36))
        self.horizontalHeader().setHighlightSections(False)
        model.setParent(self)
        self.setModel(model)
        self.fit()
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self._left: tuple[Any, int, int] | None = None  # record, row and column before other rows came
        model.leaving.connect(self._leave_place)
        model.came.connect(self._take_place)

    def _lay_ground(self) -> None:
        """A viewport as Qt's own: to ask for that would load every class of widget."""
        ground = QWidget()
        ground.setObjectName("qt_scrollarea_viewport")
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        ground.setAutoFillBackground(True)
        self.setViewport(ground)

    def fit(self, extra: int = 0) -> None:
        """Widths from the widest expected text and the heading; ask again when the columns changed."""
        head = self.horizontalHeader()
        pad = self.theme.px(12) + 8
        for number, column in enumerate(self.rows.columns):
            body = self.theme.width(column.widest)
            bold = self.theme.font("small").Weight.DemiBold
            heading = self.theme.width(column.heading, "small", bold) + self.theme.px(6)
            self.setColumnWidth(number, max(body, heading) + pad + extra)
            stretch = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            head.setSectionResizeMode(number, stretch)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines and ring over the cells, at one go: a delegate would be asked for them cell by cell."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self.theme.color("raised"))
        area = event.rect()
        last = self.rowAt(area.bottom())
        for row in range(max(0, self.rowAt(area.top())), (last if last >= 0 else self.rows.rowCount() - 1) + 1):
            line = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            painter.drawLine(0, line, self.horizontalHeader().length() - 1, line)
        if self.hasFocus() and self.currentIndex().isValid():
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.drawRect(self.visualRect(self.currentIndex()).adjusted(1, 1, -1, -1))
        painter.end()

        if self.nothing and not self.rows.rowCount():
            say_nothing(self.viewport(), self.nothing, self.theme.color("muted"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.cells.texts.forget()

    def explain(self, nothing: str) -> None:
        """Says why there is no row, and what to do about it; drawn in the list's place and read out with its name."""
        self.nothing = nothing
        self.setAccessibleDescription(nothing)
        self.viewport().update()

    def current_record(self) -> Any:
        return self.rows.row_at(self.currentIndex())

    def choose_row(self, row: int, column: int = 0) -> None:
        if 0 <= row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row, column))
            self.scrollTo(self.currentIndex())

    def choose_where(self, wanted: Callable[[Any], bool], column: int = 0) -> bool:
        for number, record in enumerate(self.rows.rows):
            if wanted(record):
                self.choose_row(number, column)
                return True
        return False

    def _leave_place(self) -> None:
        here = self.currentIndex()
        self._left = (self.rows.row_at(here), here.row(), here.column()) if here.isValid() else None

    def _take_place(self) -> None:
        left, self._left = self._left, None
        if left is None or not self.rows.rowCount():
            return
        record, row, column = left
        found = self.rows.place_of(record)
        row = min(row, self.rows.rowCount() - 1) if found is None else found
        if self.currentIndex().row() != row:
            self.choose_row(row, column)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self.rows.row_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        editing = self.state() == QTableView.State.EditingState
        if opens and not editing and (record := self.current_record()) is not None:
            self.opened.emit(record)
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        editable = bool(self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable) if index.isValid() else False
        if index.isValid() and not editable and (record := self.rows.row_at(index)) is not None:
            self.opened.emit(record)
            return
        super().mouseDoubleClickEvent(event)


class TotalRow(Table):
    """The sum row pinned under a grid: same widths, same sideways scroll, out of the Tab order."""

    def __init__(self, grid: Table, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(grid.theme, "ยอดรวม", model, parent)
        self.setObjectName("total")
        self.grid = grid
        self.horizontalHeader().hide()
        self.setFixedHeight(self.theme.row + 2)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid.horizontalHeader().sectionResized.connect(self._follow)
        grid.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        self.match()

    def fit(self, extra: int = 0) -> None:
        """Its widths are the grid's."""

    def match(self) -> None:
        for number in range(self.grid.rows.columnCount()):
            self.setColumnWidth(number, self.grid.columnWidth(number))

    def _follow(self, section: int, _old: int, width: int) -> None:
        self.setColumnWidth(section, width)


def with_total(grid: Table, total: TotalRow) -> QBoxLayout:
    return stack(grid.theme, grid, total, gap="")
