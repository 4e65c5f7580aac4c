"""A workbook with people's data leaves the PC: its password first, then its place, then it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrdesk.lazy_dataclass import dataclass
from hrdesk.ui.kit.passwords import ExportPasswordDialog
from hrdesk.ui.kit.preferences import chosen_file, remember_folder, save_folder
from hrdesk.written import Written, write_to

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.desk import Desk

EXCEL = "Excel (*.xlsx)"
T = TypeVar("T")


@dataclass(frozen=True)
class LockedExport(Generic[T]):
    """`write` gets the path and the password, empty where the officer chose to have none."""

    what: str  # ข้อมูลบุคลากร: begins the sentence that asks for the password
    title: str
    name: str  # proposed, with .xlsx
    write: Callable[[Path, str], T]
    done: Callable[[Written[T], str], object]  # the second says whether it is locked, in words
    failed: Callable[[Exception], object] | None = None

    def ask(self, desk: Desk, parent: QWidget) -> None:
        dialog = ExportPasswordDialog(desk.theme, self.what, parent)
        dialog.accepted.connect(lambda: self.save(desk, parent, dialog.password()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save(self, desk: Desk, parent: QWidget, password: str = "") -> None:
        """Asks for the place alone: by itself for a workbook without people in it."""
        chosen, _ = QFileDialog.getSaveFileName(parent, self.title, str(save_folder() / self.name), EXCEL)
        if not chosen:
            return
        target = chosen_file(chosen, ".xlsx")
        remember_folder(target.parent)
        lock = "เข้ารหัสแล้ว" if password else "ไม่ได้เข้ารหัส"
        desk.read(parent, lambda: write_to(target, lambda: self.write(target, password)), lambda w: self.done(w, lock), self.failed)
