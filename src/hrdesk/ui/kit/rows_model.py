"""Rows in memory and the columns that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
TONE_ROLE = Qt.ItemDataRole.UserRole + 1  # "", "muted", "warn" or "error"; the last two tint the cell
# Asked of each cell a dozen times a paint: made once, for or-ing Qt's flags is slow in Python.
_ANSWERED = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.TextAlignmentRole, ROW_ROLE, TONE_ROLE}
)
LEFT_SIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT_SIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
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

    ticked: ClassVar[bool] = False  # cells carry a box to tick: Qt draws such a table
    leaving = Signal()  # other rows come, in place or by a reset
    came = Signal()

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Rows of the same number are changed in place, so that the current cell stays."""
        self.leaving.emit()
        if rows and len(rows) == len(self.rows):
            self.rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()
        self.came.emit()

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def row_at(self, index: Index) -> R | None:
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def place_of(self, record: R) -> int | None:
        """Where a record with an `id` is now; None for values, of which several may be alike."""
        key = getattr(record, "id", None)
        places = (n for n, one in enumerate(self.rows) if getattr(one, "id", None) == key)
        return next(places, None) if key else None

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
            return self.alignment(column)
        if role == TONE_ROLE:
            return column.tone(record) if column.tone else ""
        if role == ROW_ROLE:
            return record
        return None

    @staticmethod
    def alignment(column: Column[R]) -> Qt.AlignmentFlag:
        return RIGHT_SIDE if column.right else LEFT_SIDE

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].heading
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT_SIDE if self.columns[section].right else LEFT_SIDE
        return None
