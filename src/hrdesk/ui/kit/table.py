"""Dense tables: a model of frozen rows described by columns, the view, the delegate and the pinned total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hrdesk.ui.kit.widgets import column as stack
from hrdesk.ui.kit.widgets import say_nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.ui.kit.theme import Theme

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
TONE_ROLE = Qt.ItemDataRole.UserRole + 1  # "", "muted", "warn" or "error"; the last two tint the cell
# Asked of each cell a dozen times a paint: made once, for or-ing Qt's flags is slow in Python.
_ANSWERED = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.TextAlignmentRole, ROW_ROLE, TONE_ROLE}
)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[R]):
    """`widest` is the longest text expected, from which the width is measured; one column stretches."""

    heading: str
    text: Callable[[R], str]
    widest: str = ""
    right: bool = False
    tone: Callable[[R], str] | None = None
    stretch: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows in memory, shown as the columns say."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Rows of the same number are changed in place, so that the current cell stays."""
        if rows and len(rows) == len(self.rows):
            self.rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def row_at(self, index: Index) -> R | None:
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self.row_at(index) if role in _ANSWERED else None
        if record is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        if role == TONE_ROLE:
            return column.tone(record) if column.tone else ""
        if role == ROW_ROLE:
            return record
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].heading
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if self.columns[section].right else _LEFT
        return None


class Cells(QStyledItemDelegate):
    """A tint with an icon on a cell to mend."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self._marks = {
            "error": theme.icon("error", "error", "error"),
            "warn": theme.icon("warning", "warn", "warn"),
        }

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        style: Any = option  # the stubs know the fields of the base class only
        tone = index.data(TONE_ROLE) if self._toned(index) else ""
        if not tone:
            return
        for role in (style.palette.ColorRole.Text, style.palette.ColorRole.HighlightedText):
            style.palette.setColor(role, self.theme.color(tone))
        if tone in self._marks:
            style.state &= ~QStyle.StateFlag.State_Selected
            style.backgroundBrush = self.theme.color(f"{tone}_soft")
            style.icon = self._marks[tone]
            style.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    @staticmethod
    def _toned(index: Index) -> bool:
        """Asked of each cell painted, so without going through Qt where the column has no tones."""
        model = index.model()
        return not isinstance(model, RowsModel) or model.columns[index.column()].tone is not None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        heading = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor.setAccessibleName(f"{heading} แถวที่ {index.row() + 1}")
        if isinstance(editor, QLineEdit):
            editor.setAlignment(index.data(Qt.ItemDataRole.TextAlignmentRole))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """The whole cell: the font's own height would cut the marks off."""
        style: Any = option
        editor.setGeometry(style.rect)


class Table(QTableView):
    """A thin line under each row and a ring on the current cell; Enter or a double click opens.

    Row heights come from the theme, widths from the columns' widest text.
    """

    opened = Signal(object)  # the row's record
    chosen = Signal(object)  # the record of the new current row, or None

    def __init__(self, theme: Theme, name: str, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows = model
        self.nothing = ""  # what is said where there is no row
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(Cells(theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.row)
        self.horizontalHeader().setMinimumSectionSize(theme.px(36))
        self.horizontalHeader().setHighlightSections(False)
        model.setParent(self)
        self.setModel(model)
        self.fit()
        self.selectionModel().currentRowChanged.connect(self._current_changed)

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
