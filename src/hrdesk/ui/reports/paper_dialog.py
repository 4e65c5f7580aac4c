"""The number and date that a paper is issued with: they are kept, and stand on it from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.life import calendar_year
from hrdesk.domain.terms import term
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import replace
from hrdesk.services.area import InvalidRecord
from hrdesk.ui.kit.editors import DateField, typed
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.life import IssuedDocument
    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk


class PaperDialog(RecordDialog):
    """The next number of the calendar year is offered; letters bear the number the office's clerk gives."""

    def __init__(self, desk: Desk, paper: IssuedDocument, parent: QWidget) -> None:
        super().__init__(desk, f"เลขที่และวันที่ของ{term(paper.kind)}", parent)
        self.paper = paper
        self.number = Field("เลขที่เอกสาร", text=paper.number)
        self.dated = DateField(self.theme, "ลงวันที่", paper.dated)
        self.form.add_wide(label(paper.subject, "small", wrap=True))
        self.form.add("document.number", "เลขที่", self.number)
        self.form.add("dated", "ลงวันที่", self.dated)
        self.dated.changed.connect(self._suggest)
        self._suggest()
        self.fit()
        self.number.setFocus()

    def _suggest(self) -> None:
        documents, kind, day = self.desk.services.documents, self.paper.kind, self.dated.day()
        if day is not None:
            year = calendar_year(day)
            self.desk.read(self, lambda: documents.suggested_number(kind, year), self._suggested)

    def _suggested(self, number: str) -> None:
        self.number.hint = f"เลขถัดไปของปีคือ {number}" if number else "เลขที่ตามทะเบียนหนังสือส่ง"
        self.number.update()

    def record(self) -> Callable[[], tuple[int, Area]]:
        documents, dated = self.desk.services.documents, self.dated.day()
        paper = replace(self.paper, number=typed(self.number), dated=dated or self.paper.dated)

        def work() -> tuple[int, Area]:
            if dated is None:
                raise InvalidRecord((Problem("dated", "ยังไม่ได้กรอกวันที่"),))
            return documents.issue(paper)

        return work
