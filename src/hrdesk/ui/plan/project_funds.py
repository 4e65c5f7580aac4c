"""Where the money of one project of a plan comes from: a source for each year's sum, or several that share it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hrdesk.lazy_dataclass import replace
from hrdesk.thai.numbers import format_baht
from hrdesk.ui.kit.number_field import NumberField
from hrdesk.ui.kit.widgets import button, choose, column, combo, label, row
from hrdesk.ui.kit.words import NOTHING, baht

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.domain.office import FundSource
    from hrdesk.domain.plan import Satang, YearBudget
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.kit.widgets import ChoiceBox


class FundsPart(QWidget):
    """The sums are the grid's to change; here each gets its source, and what several sources share is settled."""

    def __init__(self, theme: Theme, budgets: Sequence[YearBudget], funds: Sequence[FundSource]) -> None:
        super().__init__()
        self._budgets = tuple(budgets)
        self.boxes: list[ChoiceBox] = []
        self.amounts: dict[int, NumberField] = {}  # by line, where a year has several sources
        years = Counter(budget.year for budget in self._budgets)
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
            if years[budget.year] > 1:
                place = sum(one.year == budget.year for one in self._budgets[: line + 1])
                self.amounts[line] = field = NumberField(f"เงินจากแหล่งที่ {place} ของปี {budget.year} (บาท)", "0", budget.amount)
                field.setAlignment(Qt.AlignmentFlag.AlignRight)
                field.textChanged.connect(self._sum)
                grid.addWidget(field, line, 1)
            else:
                grid.addWidget(label(f"{baht(budget.amount)} บาท"), line, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(box, line, 2)
            self.boxes.append(box)
        self.same_button = button("ใช้แหล่งของปีแรกทุกปี", self._same)
        self.same_button.setVisible(len(self.boxes) > 1)
        self.sums = label("", wrap=True)
        self.sums.setVisible(bool(self.amounts))
        self._sum()
        said = "เลือกแหล่งงบประมาณของแต่ละปี จำนวนเงินแก้ไขได้ในตารางโครงการ"
        if not self._budgets:
            said = "โครงการนี้ยังไม่มีงบประมาณ กรอกจำนวนเงินในตารางโครงการก่อน แล้วจึงเลือกแหล่งงบประมาณที่นี่"
        self.setLayout(column(theme, label(said, "muted", wrap=True), grid, self.sums, row(theme, self.same_button, 1), 1, gap="m"))

    def _same(self) -> None:
        for box in self.boxes[1:]:
            choose(box, self.boxes[0].currentData())

    def budgets(self) -> tuple[YearBudget, ...]:
        """Each with the source chosen, what one source gives in a year as one; what became nothing is left out."""
        found: dict[tuple[int, int | None], YearBudget] = {}
        for amount, budget, box in zip(self._amounts(), self._budgets, self.boxes, strict=True):
            if amount or not budget.amount:
                place = budget.year, box.currentData()
                before = found[place].amount if place in found else 0
                found[place] = replace(budget, amount=before + (amount or 0), fund=box.currentData())
        return tuple(found.values())

    def _amounts(self) -> list[Satang | None]:
        """By line; None where no amount can be read."""
        return [
            self.amounts[line].hundredths() if line in self.amounts else budget.amount
            for line, budget in enumerate(self._budgets)
        ]

    def _sum(self) -> None:
        """What the shares of each year come to, beside what the grid has."""
        said = []
        for year in dict.fromkeys(self._budgets[line].year for line in self.amounts):
            pairs = [(now, one) for now, one in zip(self._amounts(), self._budgets, strict=True) if one.year == year]
            if any(one is None for one, _ in pairs):
                said.append(f"ปี {year} มีจำนวนเงินที่อ่านไม่ได้ กรุณาพิมพ์เป็นตัวเลข เช่น 12,500.50")
                continue
            now, before = sum(one or 0 for one, _ in pairs), sum(one.amount for _, one in pairs)
            changed = f" (ในตารางโครงการ {baht(before)} บาท)" if now != before else ""
            said.append(f"รวมปี {year} {format_baht(now)} บาท{changed}")
        self.sums.setText(" · ".join(said))

    def wrong(self) -> NumberField | None:
        """The first amount that cannot be read."""
        unreadable = [field for field in self.amounts.values() if field.wrong]
        return unreadable[0] if unreadable else None
