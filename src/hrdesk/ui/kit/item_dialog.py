"""The frame of a dialog that edits one value of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrdesk.ui.kit.editors import Form
from hrdesk.ui.kit.typed_dialog import TypedDialog
from hrdesk.ui.kit.widgets import button, column, label, row, rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.theme import Theme


class ItemDialog(TypedDialog):
    """Edits one value of a list; `item` is the new value after it was accepted."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(520))
        self.item: Any = None
        self.form = Form(theme)
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.ok = button("ใช้ข้อมูลนี้", self.accept, kind="primary")
        self.ok.setDefault(True)
        self.form.then(self.ok)
        self.save_key.activated.connect(self.accept)
        foot = row(theme, 1, button("ยกเลิก", self.reject), self.ok)
        self.setLayout(column(theme, self.form, self.wrong, rule(), foot, gap="m", pad="l"))

    def value(self) -> Any | None:
        """The value typed, or None after `wrong` was told why not."""
        raise NotImplementedError

    def refuse(self, why: str, field: QWidget) -> None:
        self.wrong.setText(why)
        self.wrong.show()
        field.setFocus()

    def accept(self) -> None:
        value = self.value()
        if value is not None:
            self.item = value
            super().accept()
