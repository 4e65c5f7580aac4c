"""A dialog for one record: a form, the problems beside its fields, one verb that saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from hrdesk.errors import UserError
from hrdesk.ui.kit.editors import Form
from hrdesk.ui.kit.typed_dialog import TypedDialog
from hrdesk.ui.kit.widgets import button, column, label, row, rule, scroller

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.desk import Desk


class RecordDialog(TypedDialog):
    """Stays open until the services take the record; their problems stand beside the fields."""

    saved = Signal(object)  # what the saving returned

    def __init__(self, desk: Desk, title: str, parent: QWidget, verb: str = "บันทึก") -> None:
        super().__init__(parent)
        theme = desk.theme
        self.desk = desk
        self.theme = theme
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(540))
        self.form = Form(theme)
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.save_button = button(verb, self.save, kind="primary")
        self.save_button.setDefault(True)
        self.cancel_button = button("ยกเลิก", self.reject)
        self.cancel_button.setAutoDefault(False)
        area = scroller(self.form)
        self.left_box = row(theme)
        foot = row(theme, self.left_box, 1, self.cancel_button, self.save_button)
        self.setLayout(column(theme, area, self.wrong, rule(), foot, gap="m", pad="l"))
        self.form.then(self.save_button)
        self.save_key.activated.connect(self.save_button.click)  # which is disabled while it saves

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() in (None, self.save_button):  # where Qt puts it when nobody says where
            self.form.enter()

    def fit(self) -> None:
        """As high as the form needs, as long as the screen has it."""
        width = self.theme.px(600)
        lines = self.form.heightForWidth(width - 2 * self.theme.space("l"))  # -1 where no text wraps
        height = max(lines, 0) or self.form.sizeHint().height()
        height += 2 * self.theme.row + self.theme.px(40)
        screen = self.screen().availableGeometry().height() if self.screen() else 700
        self.resize(width, min(height, screen - 80))

    def record(self) -> Callable[[], Any]:
        """Read the fields now; the function returned saves them, on the worker's thread."""
        raise NotImplementedError

    def save(self) -> None:
        work = self.record()
        if self.form.unreadable():
            self.form.show_problems(())
            return
        self.save_button.setEnabled(False)
        self.desk.change(self, work, self._taken, self._refused)

    def _taken(self, value: object) -> None:
        self.saved.emit(value)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        problems = getattr(error, "problems", None)
        if not isinstance(error, UserError):
            self.desk.complain(self, error)
            return
        homeless = self.form.show_problems(problems) if problems else [str(error)]
        self.wrong.setText("\n".join(homeless))
        self.wrong.setVisible(bool(homeless))
