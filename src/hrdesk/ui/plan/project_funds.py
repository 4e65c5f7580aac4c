"""Where the money of one project of a plan comes from: a source for each year's sum."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hrdesk.ui.kit.widgets import button, choose, column, combo, label, row
from hrdesk.ui.kit.words import NOTHING, baht

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.domain.office import FundSource
    from hrdesk.domain.plan import YearBudget
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.kit.widgets import ChoiceBox


class FundsPart(QWidget):
    """The sums are the grid's to change; here each gets its source."""

    def __init__(self, theme: Theme, budgets: Sequence[YearBudget], funds: Sequence[FundSource]) -> None:
        super().__init__()
        self._budgets = tuple(budgets)
        self.boxes: list[ChoiceBox] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space("l"))
        grid.setVerticalSpacing(theme.space("s"))
        grid.setColumnStretch(2, 1)
        for line, budget in enumerate(self._budgets):
            box = combo(
                f"แหล่งงบประมาณปี {budget.year}", [(f"{NOTHING} ไม่ระบุ", None), *((fund.name, fund.id) for fund in funds)]
            )
            choose(box, budget.fund)
            grid.addWidget(label(f"ปี {budget.year}", "strong"), line, 0)
            grid.addWidget(label(f"{baht(budget.amount)} บาท"), line, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(box, line, 2)
            self.boxes.append(box)
        self.same_button = button("ใช้แหล่งของปีแรกทุกปี", self._same)
        self.same_button.setVisible(len(self.boxes) > 1)
        said = "เลือกแหล่งงบประมาณของแต่ละปี จำนวนเงินแก้ไขได้ในตารางโครงการ"
        if not self._budgets:
            said = "โครงการนี้ยังไม่มีงบประมาณ กรอกจำนวนเงินในตารางโครงการก่อน แล้วจึงเลือกแหล่งงบประมาณที่นี่"
        self.setLayout(column(theme, label(said, "muted", wrap=True), grid, row(theme, self.same_button, 1), 1, gap="m"))

    def _same(self) -> None:
        for box in self.boxes[1:]:
            choose(box, self.boxes[0].currentData())

    def budgets(self) -> tuple[YearBudget, ...]:
        """Each with the source chosen."""
        pairs = zip(self._budgets, self.boxes, strict=True)
        return tuple(replace(budget, fund=box.currentData()) for budget, box in pairs)
