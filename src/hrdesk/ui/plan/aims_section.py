"""เป้าหมายและความสอดคล้อง: indicators, own strategies, SWOT, and which optional parts the book has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from hrdesk.domain.plan_terms import OptionalPart
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import replace
from hrdesk.ui.kit.list_section import ListSection
from hrdesk.ui.kit.widgets import Pair, column, frame, label
from hrdesk.ui.plan.aim_lists import INDICATORS, STRATEGIES, SWOT

if TYPE_CHECKING:
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.plan.draft import DraftHolder

FIELDS = ("plan.strategies", *(f"plan.{part}" for part in OptionalPart))  # of problems that are mended here
_PRINTED = (OptionalPart.SWOT, OptionalPart.ALIGNMENT, OptionalPart.INDICATORS, OptionalPart.DIGITAL_SKILLS)


class AimsSection(QWidget):
    def __init__(self, theme: Theme, holder: DraftHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self.holder = holder
        self.indicators = ListSection(theme, holder, INDICATORS, self)
        self.strategies = ListSection(theme, holder, STRATEGIES, self)
        self.swot = ListSection(theme, holder, SWOT, self)
        self.parts = {part: QCheckBox(term(part)) for part in _PRINTED}
        for box in self.parts.values():
            box.clicked.connect(self._chosen)
        linked = label("เชื่อมโครงการกับแนวทางและยุทธศาสตร์ได้ในรายละเอียดของแต่ละโครงการ", "muted", wrap=True)
        parts = column(theme, label("ส่วนที่พิมพ์เพิ่มในเล่ม", "section"), *self.parts.values(), linked, 1, gap="xs")
        top = Pair(theme, self.indicators, self.strategies, 1040)
        below = Pair(theme, self.swot, frame(parts), 1040)
        self.setLayout(column(theme, top, below, gap="m"))
        holder.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        for part, box in self.parts.items():
            box.setChecked(part in self.holder.draft.optional)
            box.setEnabled(not self.holder.frozen)

    def _chosen(self, _checked: bool) -> None:
        chosen = tuple(part for part, box in self.parts.items() if box.isChecked())
        self.holder.apply("เลือกส่วนของเล่ม", replace(self.holder.draft, optional=chosen))

    def show_field(self, path: str) -> None:
        """The row of `plan.indicators.2`, counted from 0, or the part that would be printed with nothing in it."""
        name, _, number = path.removeprefix("plan.").partition(".")
        lists = {"strategies": self.strategies, OptionalPart.INDICATORS.value: self.indicators, OptionalPart.SWOT.value: self.swot}
        if name in lists:
            if number.isdigit():
                lists[name].table.choose_row(int(number))
            lists[name].table.setFocus()
            return
        box = next((box for part, box in self.parts.items() if part.value == name), None)
        (box or self.indicators.table).setFocus()
