"""One row of a list to be imported, all its cells as the list has them, to be mended before anything is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.ui.kit.editors import Form
from hrdesk.ui.kit.typed_dialog import TypedDialog
from hrdesk.ui.kit.widgets import Field, button, column, label, row, rule, scroller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.people.import_state import CellText, ReviewRow


class RowDialog(TypedDialog):
    keeps_no_draft = True  # the list itself is not stored yet

    def __init__(self, theme: Theme, record: ReviewRow, cells: Sequence[CellText], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"แก้ไขแถวที่ {record.row} ก่อนนำเข้า")
        self.cells = tuple(cells)
        self.fields = [Field(cell.heading, text=cell.text) for cell in cells]
        form = Form(theme)
        for cell, field in zip(self.cells, self.fields, strict=True):
            form.add(str(cell.column), cell.heading, field)
        self.ok_button = button("ใช้ค่าเหล่านี้", self.accept, kind="primary")
        self.ok_button.setDefault(True)
        cancel = button("ยกเลิก", self.reject)
        cancel.setAutoDefault(False)
        form.then(self.ok_button)
        self.save_key.activated.connect(self.accept)
        hint = label("แก้เฉพาะรายการที่จะนำเข้า แฟ้มต้นฉบับไม่ถูกเปลี่ยน", "muted", wrap=True)
        box = column(theme, hint, scroller(form, "ช่องของแถว"), rule(), row(theme, 1, cancel, self.ok_button), gap="m", pad="l")
        box.setStretch(1, 1)
        self.setLayout(box)
        self.resize(theme.px(600), min(theme.px(180) + len(self.fields) * (theme.row + theme.space("s")), theme.px(640)))
        if self.fields:
            self.fields[0].setFocus()

    def mended(self) -> dict[int, str]:
        """Texts by column, of the cells that were changed."""
        pairs = zip(self.cells, self.fields, strict=True)
        return {cell.column: field.text() for cell, field in pairs if field.text() != cell.text}
