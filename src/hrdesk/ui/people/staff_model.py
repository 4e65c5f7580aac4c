"""The register a page of rows at a time: sorted, filtered and counted by the database, memory flat in rows."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hrdesk.lazy_dataclass import replace
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.table import ROW_ROLE, Column, RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.services.values import StaffPage, StaffRow
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.task import Task

PAGE_ROWS = 200
KEPT_PAGES = 12
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class StaffModel(RowsModel["StaffRow"]):
    """Knows how many rows there are; fetches a page when one of its rows is first looked at."""

    counted = Signal(int)

    def __init__(
        self, desk: Desk, columns: Sequence[Column[StaffRow]], sorts: Sequence[str], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._desk = desk
        self._sorts = tuple(sorts)  # StaffQuery.sort of each column, "" for none
        self.query = StaffQuery(limit=PAGE_ROWS)
        self._pages: OrderedDict[int, tuple[StaffRow, ...]] = OrderedDict()
        self._asked: dict[int, Task] = {}
        self._total = 0
        self._generation = 0

    def set_sorts(self, sorts: Sequence[str]) -> None:
        """`StaffQuery.sort` of each column, "" for none."""
        self._sorts = tuple(sorts)

    def look_for(self, query: StaffQuery) -> None:
        """Start over with another question; rows on the screen stay until the answer comes."""
        self.query = replace(query, offset=0, limit=PAGE_ROWS)
        self._generation += 1
        for task in self._asked.values():
            task.cancel()
        self._asked = {}
        self._ask(0, first=True)

    def reload(self) -> None:
        self.look_for(self.query)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Called by the header, twice for each press; the database sorts by its stored keys."""
        key = self._sorts[column] if 0 <= column < len(self._sorts) else ""
        query = replace(self.query, sort=key, descending=order == Qt.SortOrder.DescendingOrder)
        if key and query != self.query:
            self.look_for(query)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._total

    def row_at(self, index: Index) -> StaffRow | None:
        if not index.isValid():
            return None
        page, line = divmod(index.row(), PAGE_ROWS)
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            return None
        self._pages.move_to_end(page)
        return rows[line] if line < len(rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, ROW_ROLE) and index.row() // PAGE_ROWS not in self._pages:
            return None
        return super().data(index, role)

    def find(self, wanted: Callable[[StaffRow], bool]) -> int:
        """The number of the first fetched row that is wanted, or -1."""
        for page, rows in self._pages.items():
            for line, record in enumerate(rows):
                if wanted(record):
                    return page * PAGE_ROWS + line
        return -1

    def _ask(self, page: int, *, first: bool = False) -> None:
        if page in self._asked:
            return
        query = replace(self.query, offset=page * PAGE_ROWS)
        generation, register = self._generation, self._desk.services.register

        def arrived(answer: StaffPage) -> None:
            if generation == self._generation:
                self._asked.pop(page, None)
                self._take(page, answer, first=first)

        self._asked[page] = self._desk.read(self, lambda: register.staff_page(query), arrived)

    def _take(self, page: int, answer: StaffPage, *, first: bool) -> None:
        if first or answer.total != self._total:
            self.beginResetModel()
            self._pages = OrderedDict({page: answer.rows})
            self._total = answer.total
            self.endResetModel()
            self.counted.emit(answer.total)
            return
        self._pages[page] = answer.rows
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        top = page * PAGE_ROWS
        last = self.index(min(top + PAGE_ROWS, self._total) - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(top, 0), last)
