"""The grids of a project of the year: cost lines, money by source, indicators; and texts under the headings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hrdesk.domain.terms import term
from hrdesk.domain.training_terms import IndicatorKind, ProposalPart
from hrdesk.domain.year_project import Budget, FundUse, Indicator, ProjectCost
from hrdesk.thai.numbers import arabic_digits, baht_text, format_baht, parse_baht
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import TextArea
from hrdesk.ui.kit.list_grid import Line, ListColumn, ListGrid
from hrdesk.ui.kit.widgets import column, label, row, set_tone
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.domain.office import FundSource
    from hrdesk.domain.year_project import YearProject
    from hrdesk.ui.kit.theme import Theme

_KINDS = {term(kind): kind for kind in IndicatorKind}


def money(text: str) -> str:
    """As amounts are shown. ValueError for what is no amount, or below nothing."""
    amount = parse_baht(text)
    if amount < 0:
        raise ValueError("จำนวนเงินติดลบไม่ได้")
    return format_baht(amount)


def whole(text: str) -> str:
    digits = arabic_digits(text).replace(",", "").strip()
    if not digits.isdecimal():
        raise ValueError(f"“{text}” ไม่ใช่จำนวนเต็ม")
    return f"{int(digits):,}"


def amount_of(text: str) -> int:
    """Satang of a cell; an empty one is nothing."""
    return parse_baht(text) if text else 0


def count_of(text: str, empty: int = 0) -> int:
    return int(text.replace(",", "")) if text else empty


class MoneyPart(QWidget):
    """Costs above, sources below, and whether the two agree."""

    def __init__(self, theme: Theme, project: YearProject, funds: tuple[FundSource, ...]) -> None:
        super().__init__()
        names = {fund.id: fund.name for fund in funds}
        self._funds = {name: number for number, name in names.items()}
        costs = [
            (c.item, format_baht(c.unit_price), f"{c.quantity:,}", c.unit, f"{c.times:,}", "") for c in project.costs
        ]
        self.costs = ListGrid(theme, "รายการค่าใช้จ่าย", (
            ListColumn("รายการ", "ค่าตอบแทนวิทยากร", stretch=True, read=clean),
            ListColumn("ราคาต่อหน่วย", "9,999,999.99", right=True, read=money),
            ListColumn("จำนวน", "99,999", right=True, read=whole),
            ListColumn("หน่วย", "ชั่วโมง ", read=clean),
            ListColumn("ครั้ง/วัน", "999", right=True, read=whole),
            ListColumn("รวม (บาท)", "999,999,999", right=True, shown=_product),
        ), costs, least=4)  # fmt: skip
        uses = [(names.get(f.fund or 0, ""), format_baht(f.planned), format_baht(f.used), "") for f in project.funds]
        self.sources = ListGrid(theme, "งบประมาณตามแหล่ง", (
            ListColumn("แหล่งงบประมาณ", stretch=True, choices=tuple(self._funds), read=self._fund_name),
            ListColumn("ตั้งไว้", "999,999,999", right=True, read=money),
            ListColumn("ใช้ไป", "999,999,999", right=True, read=money),
            ListColumn("คงเหลือ", "-999,999,999", right=True, shown=_left),
        ), uses, least=3)  # fmt: skip
        self.sum = label("", wrap=True)
        self.costs.changed.connect(self._agree)
        self.sources.changed.connect(self._agree)
        self._agree()
        box = column(theme, self.costs, self.sources, self.sum, gap="s")
        box.setStretch(0, 3)
        box.setStretch(1, 2)
        self.setLayout(box)

    def _fund_name(self, text: str) -> str:
        wanted = clean(text)
        found = [name for name in self._funds if name == wanted] or [n for n in self._funds if wanted in n]
        if len(found) != 1:
            raise ValueError(f"ไม่พบแหล่งงบประมาณ “{wanted}” กรุณาเลือกจากรายการ")
        return found[0]

    def cost_lines(self) -> tuple[ProjectCost, ...]:
        return tuple(_cost(line) for line in self.costs.lines)

    def fund_uses(self) -> tuple[FundUse, ...]:
        return tuple(
            FundUse(self._funds.get(name), amount_of(planned), amount_of(used))
            for name, planned, used, _left in self.sources.lines
        )

    def _agree(self) -> None:
        cost = sum(line.amount for line in self.cost_lines())
        budget = sum((Budget(f.planned, f.used) for f in self.fund_uses()), Budget())
        text = (
            f"ค่าใช้จ่ายรวม {format_baht(cost)} บาท ({baht_text(cost)}) · ตั้งไว้ {format_baht(budget.planned)}"
            f" · ใช้ไป {format_baht(budget.used)} · คงเหลือ {format_baht(budget.remaining)} บาท"
        )
        differs = bool(self.costs.lines) and cost != budget.planned
        if differs:
            text += f"\nค่าใช้จ่ายรวมต่างจากงบประมาณที่ตั้งไว้ {format_baht(abs(cost - budget.planned))} บาท"
        self.sum.setText(text)
        set_tone(self.sum, "error" if budget.remaining < 0 else "warn" if differs else "")


def _cost(line: Line) -> ProjectCost:
    item, price, quantity, unit, times, _product = line
    return ProjectCost(item, amount_of(price), count_of(quantity, 1), unit, count_of(times, 1))


def _product(line: Line) -> str:
    return format_baht(_cost(line).amount) if any(line) else ""


def _left(line: Line) -> str:
    return format_baht(amount_of(line[1]) - amount_of(line[2])) if any(line) else ""


class IndicatorPart(ListGrid):
    def __init__(self, theme: Theme, project: YearProject) -> None:
        lines = [(term(i.kind), i.name, i.target, i.unit, i.result) for i in project.indicators]
        super().__init__(theme, "ตัวชี้วัดความสำเร็จ", (
            ListColumn("ประเภท", "ตัวชี้วัด  ", choices=tuple(_KINDS), read=_kind),
            ListColumn("ผลผลิตหรือตัวชี้วัด", stretch=True, read=clean),
            ListColumn("เป้าหมาย", "ร้อยละ 100", right=True, read=clean),
            ListColumn("หน่วยนับ", "ระบบบริการ", read=clean),
            ListColumn("ผล", "ร้อยละ 100", right=True, read=clean),
        ), lines)  # fmt: skip

    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(Indicator(_KINDS.get(kind, IndicatorKind.OUTPUT), *rest) for kind, *rest in self.lines)


def _kind(text: str) -> str:
    if clean(text) not in _KINDS:
        raise ValueError(f"เลือกได้เฉพาะ {' หรือ '.join(_KINDS)}")
    return clean(text)


class TextPart(QWidget):
    """The headings of the proposal at the left, the chosen one's text at the right."""

    draft_name = "ข้อความของโครงการ"

    def __init__(self, theme: Theme, project: YearProject, changed: Callable[[], object]) -> None:
        super().__init__()
        self._texts = dict(project.texts)
        self._part = ProposalPart.PRINCIPLES
        self.list = QListWidget()
        self.list.setAccessibleName("หัวข้อของโครงการ")
        self.list.setMinimumWidth(theme.px(230))
        self.list.setMaximumWidth(theme.px(270))
        self.area = TextArea("ข้อความของหัวข้อ", grows=True)
        self.heading = label("", "section")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in ProposalPart:
            item = QListWidgetItem(self._title(part), self.list)
            item.setSizeHint(QSize(0, theme.row))
            item.setToolTip(term(part))
        self.list.currentRowChanged.connect(self._show)
        self.area.textChanged.connect(self._typed)
        self.area.textChanged.connect(changed)
        side = column(theme, self.heading, self.area, gap="xs")
        box = row(theme, self.list, side, gap="m")
        box.setStretch(1, 1)
        self.setLayout(box)
        self.list.setCurrentRow(0)

    def _title(self, part: ProposalPart) -> str:
        return f"{term(part)}{'' if self._texts.get(part) else f'  {NOTHING}'}"

    def _show(self, number: int) -> None:
        self._part = list(ProposalPart)[number]
        self.heading.setText(term(self._part))
        self.area.blockSignals(True)
        self.area.setPlainText(self._texts.get(self._part, ""))
        self.area.blockSignals(False)
        self.area.setAccessibleName(term(self._part))

    def _typed(self) -> None:
        self._texts[self._part] = self.area.toPlainText()
        self.list.currentItem().setText(self._title(self._part))

    def texts(self) -> dict[ProposalPart, str]:
        return {part: clean(text) for part in ProposalPart if (text := self._texts.get(part, "").strip())}

    # kept as a draft

    def draft_text(self) -> str:
        return json.dumps({part.value: text for part, text in self._texts.items() if text}, ensure_ascii=False)

    def take_draft(self, text: str) -> None:
        self._texts = {ProposalPart(part): str(words) for part, words in json.loads(text).items()}
        for number, part in enumerate(ProposalPart):
            self.list.item(number).setText(self._title(part))
        self._show(self.list.currentRow())
