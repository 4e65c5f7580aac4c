"""What is done to several rows of the register at once: the chosen ones edited, a block pasted from the current cell on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from hrdesk.lazy_dataclass import replace
from hrdesk.ui.kit.clipboard import pasted_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.services.values import StaffRow
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.people.edit_review import EditReview
    from hrdesk.ui.people.frame import Frame
    from hrdesk.ui.people.staff_model import StaffModel
    from hrdesk.ui.people.staff_table import StaffTable


class ManyRows(QObject):
    applied = Signal(int)  # rows changed

    def __init__(self, desk: Desk, table: StaffTable, model: StaffModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.table, self.model, self.window = desk, table, model, parent

    def edit(self, frame: Frame | None) -> None:
        """Those who left have no post to change."""
        numbers = self.table.chosen_rows()
        if frame is None or not numbers or self.model.query.left:
            return

        def open_it(rows: list[StaffRow]) -> None:
            from hrdesk.ui.people.edit_review import BulkDialog  # noqa: PLC0415 - not before it is asked for

            if rows:
                self._review(BulkDialog(self.desk, frame, rows, self.window))

        self._with_rows(numbers, open_it)

    def paste(self, keys: Sequence[str]) -> None:
        """`keys` of the columns from the current one on; empty where the column takes nothing."""
        first, block = self.table.currentIndex().row(), pasted_lines()
        if first < 0 or not any(cell.strip() for line in block for cell in line) or self.model.query.left:
            return
        last = min(first + len(block), self.model.rowCount()) - 1

        def open_it(rows: list[StaffRow]) -> None:
            from hrdesk.services.staffing.fields import Field  # noqa: PLC0415
            from hrdesk.ui.people.edit_review import PasteDialog, pasted_edits  # noqa: PLC0415

            edits, beyond = pasted_edits(block, rows, [Field(key) if key else None for key in keys])
            self._review(PasteDialog(self.desk, edits, beyond, self.window))

        self._with_rows(range(first, last + 1), open_it)

    def _with_rows(self, numbers: Sequence[int], then: Callable[[list[StaffRow]], None]) -> None:
        """The records of these rows, upwards, also of those that were never looked at."""
        register, query = self.desk.services.register, self.model.query
        first, last = numbers[0], numbers[-1]

        def work() -> list[StaffRow]:
            found = register.staff_page(replace(query, offset=first, limit=last - first + 1)).rows
            return [found[number - first] for number in numbers if number - first < len(found)]

        self.desk.read(self, work, then)

    def _review(self, dialog: EditReview) -> None:
        dialog.applied.connect(self.applied)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
