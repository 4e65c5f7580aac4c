"""The dialogs of the register, opened for its page when they are asked for: the page is shown without having read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from hrdesk.lazy_dataclass import replace
from hrdesk.services.values import StaffQuery
from hrdesk.ui.people.columns_dialog import ColumnsDialog
from hrdesk.ui.people.history_dialog import HistoryDialog
from hrdesk.ui.people.person_dialog import (
    NEW_PERSON,
    NEW_POSITION,
    PersonDialog,
    PositionDialog,
    RetireDialog,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QDialog, QWidget

    from hrdesk.domain.staff import PersonRecord, PositionRecord
    from hrdesk.services.values import StaffRow
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.people.columns import StaffColumn
    from hrdesk.ui.people.frame import Frame

VACANT_POSTS = 2000  # offered to a person


class RegisterDialogs(QObject):
    person_saved = Signal(object)  # staff id
    position_saved = Signal(object)  # position id
    position_deleted = Signal(object)  # PositionRecord
    retired = Signal(object)  # StaffRow

    def __init__(self, desk: Desk, frame: Callable[[], Frame | None], parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.frame, self.window = desk, frame, parent

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def person(self, staff_id: int | None = None, position_id: int | None = None) -> None:
        """Somebody of the register, or somebody new, for this post."""
        register = self.desk.services.register

        def work() -> tuple[PersonRecord, list[tuple[str, int]]]:
            record = replace(NEW_PERSON, position_id=position_id) if staff_id is None else register.person(staff_id)
            vacant = register.staff_page(StaffQuery(vacant=True, sort="title", limit=VACANT_POSTS)).rows
            posts = [(_post_text(r), r.position_id) for r in vacant if r.position_id is not None]
            if record.position_id is not None and record.id:
                held = register.position(record.position_id)
                posts.insert(0, (f"{held.title}  {held.number}".strip(), held.id))
            return record, posts

        self.desk.read_to_open(self.window, work, self._open_person)

    def _open_person(self, answer: tuple[PersonRecord, list[tuple[str, int]]]) -> None:
        if (frame := self.frame()) is not None:
            dialog = PersonDialog(self.desk, frame, *answer, self.window)
            dialog.saved.connect(self.person_saved)
            self._open(dialog)

    def position(self, position_id: int | None = None, *, vacant: bool = False) -> None:
        """A post of the frame, which may be deleted where it is vacant, or a new one."""
        if position_id is None:
            self._open_position(NEW_POSITION, deletable=False)
            return
        register = self.desk.services.register
        self.desk.read_to_open(
            self.window, lambda: register.position(position_id), lambda post: self._open_position(post, deletable=vacant)
        )

    def _open_position(self, post: PositionRecord, *, deletable: bool) -> None:
        if (frame := self.frame()) is not None:
            dialog = PositionDialog(self.desk, frame, post, self.window, deletable=deletable)
            dialog.saved.connect(self.position_saved)
            dialog.deleted.connect(self.position_deleted)
            self._open(dialog)

    def retire(self, record: StaffRow) -> None:
        if record.staff_id is not None:
            dialog = RetireDialog(self.desk, record.staff_id, record.name, self.window)
            dialog.saved.connect(lambda _value: self.retired.emit(record))
            self._open(dialog)

    def history(self, record: StaffRow | None) -> None:
        if record is not None and record.staff_id is not None:
            self._open(HistoryDialog(self.desk, record.staff_id, record.name, self.window))

    def columns(
        self, columns: dict[str, StaffColumn], shown: Sequence[str], done: Callable[[Sequence[str]], object]
    ) -> None:
        dialog = ColumnsDialog(self.desk.theme, columns, shown, self.window)
        dialog.accepted.connect(lambda: done(dialog.chosen()))
        self._open(dialog)


def _post_text(record: Any) -> str:
    return f"{record.position_title}  {record.number}".strip()
