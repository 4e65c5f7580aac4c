"""What a project of a plan costs, line by line, with what a paper from outside states beside what is true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrdesk.domain.plan import CostLine
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.numbers import parse_baht
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import typed
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.list_section import ListKind
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.widgets import Field
from hrdesk.ui.kit.words import NOTHING, baht

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.theme import Theme

_MOST = 1_000_000


class CostDialog(ItemDialog):
    def __init__(self, theme: Theme, one: CostLine, parent: QWidget) -> None:
        super().__init__(theme, "ค่าใช้จ่าย", parent)
        self.name = Field("รายการค่าใช้จ่าย", "เช่น ค่าลงทะเบียน", one.item)
        self.price = Field("ราคาต่อหน่วย (บาท)", "", baht(one.unit_price) if one.unit_price else "")
        self.quantity = CountBox("จำนวนหน่วย", one.quantity, 0, _MOST)
        self.times = CountBox("จำนวนครั้ง", one.times, 0, _MOST)
        stated = "" if one.stated is None else baht(one.stated)
        self.stated = Field("จำนวนเงินตามเอกสาร (บาท)", "เว้นว่างให้โปรแกรมคูณ", stated)
        for key, text, field in (
            ("name", "รายการ", self.name), ("price", "ราคาต่อหน่วย (บาท)", self.price), ("quantity", "จำนวนหน่วย", self.quantity),
            ("times", "จำนวนครั้ง", self.times), ("stated", "ตามเอกสาร (บาท)", self.stated),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.name.setFocus()

    def value(self) -> CostLine | None:
        if not typed(self.name):
            self.refuse("กรุณากรอกรายการค่าใช้จ่าย", self.name)
            return None
        money: list[int | None] = []
        for field in (self.price, self.stated):
            try:
                money.append(read_amount(typed(field)))
            except ValueError:
                self.refuse(f"“{typed(field)}” ไม่ใช่จำนวนเงิน", field)
                return None
        price, stated = money
        return CostLine(typed(self.name), price or 0, self.quantity.value(), self.times.value(), stated)


def read_amount(text: str) -> int | None:
    """Satang, None of nothing. ValueError for what is no amount, or below 0."""
    amount = parse_baht(text) if text else None
    if amount is not None and amount < 0:
        raise ValueError(text)
    return amount


def _amount(line: CostLine) -> str:
    return baht(line.amount)


def _stated(line: CostLine) -> str:
    return NOTHING if line.stated is None else baht(line.stated)


def _tone(line: CostLine) -> str:
    return "error" if line.stated not in (None, line.amount) else ""


def _put(project: Any, items: tuple[Any, ...]) -> Any:
    """A total that a paper stated stays: whether it adds up is the checker's to say."""
    return replace(project, costs=items)


COSTS = ListKind(
    title="ประมาณการค่าใช้จ่าย",
    noun="ค่าใช้จ่าย",
    columns=(
        Column("รายการ", lambda one: one.item, stretch=True),
        Column("ราคาต่อหน่วย", lambda one: baht(one.unit_price), "9,999,999", right=True),
        Column("จำนวน × ครั้ง", lambda one: f"{one.quantity:,} × {one.times:,}", "99,999 × 99", right=True),
        Column("เป็นเงิน", _amount, "99,999,999", right=True),
        Column("ตามเอกสาร", _stated, "9,999,999,999", right=True, tone=_tone),
    ),
    get=lambda project: project.costs,
    put=_put,
    new=lambda _project: CostLine("", 0, 1),
    dialog=lambda theme, _project, item, parent: CostDialog(theme, item, parent),
)
