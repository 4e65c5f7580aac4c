"""Number and day of a signed paper of the evidence pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.evidence import EvidenceItem, EvidenceRecord
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea, typed
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk


class EvidenceDialog(RecordDialog):
    """Number and day of the signed paper; emptied, the item is open again."""

    def __init__(self, desk: Desk, year: int, item: EvidenceItem, parent: QWidget) -> None:
        super().__init__(desk, f"{item.name} ปี {year}", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.year = year
        self.item = item
        self.document = Field("เอกสาร", "เช่น บันทึกข้อความ ชม 52001/123 หรือ หน้า 45", item.record.document)
        self.dated = DateField(self.theme, "ลงวันที่", item.record.dated)
        self.note = TextArea("หมายเหตุ", item.record.note, lines=2)
        self.form.add_wide(label(item.hint, "muted", wrap=True))
        self.form.add("document", "เลขที่หรือหน้า", self.document)
        self.form.add("dated", "ลงวันที่", self.dated)
        self.form.add("note", "หมายเหตุ", self.note)
        self.fit()
        self.document.setFocus()

    def record(self) -> Callable[[], Area]:
        found = EvidenceRecord(typed(self.document), self.dated.day(), clean(self.note.toPlainText()))
        evidence, year, kind = self.desk.services.evidence, self.year, self.item.kind
        return lambda: evidence.record(year, kind, found)
