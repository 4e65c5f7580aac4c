"""The lists of what a plan and its projects aim at: indicators, strategies, SWOT."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrdesk.domain.plan_parts import Indicator, OwnStrategy, SwotEntry
from hrdesk.domain.plan_terms import SwotKind
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.numbers import arabic_digits
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import TextArea, typed
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.list_section import ListKind
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.widgets import Field, choose, combo

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.theme import Theme


class IndicatorDialog(ItemDialog):
    def __init__(self, theme: Theme, one: Indicator, parent: QWidget) -> None:
        super().__init__(theme, "ตัวชี้วัด", parent)
        self.name = TextArea("ตัวชี้วัด", one.name, lines=2, line=True)
        self.quantity = Field("จำนวน", "เช่น 80 หรือ 3.51", one.quantity)
        self.unit = Field("หน่วยนับ", "เช่น ร้อยละ คน โครงการ", one.unit)
        self.form.add("name", "ผลผลิตหรือตัวชี้วัด", self.name)
        self.form.add("quantity", "จำนวน", self.quantity)
        self.form.add("unit", "หน่วยนับ", self.unit)
        self.name.setFocus()

    def value(self) -> Indicator | None:
        name = " ".join(clean(self.name.toPlainText()).split())
        if not name:
            self.refuse("กรุณากรอกตัวชี้วัด", self.name)
            return None
        return Indicator(name, arabic_digits(typed(self.quantity)), typed(self.unit))


class StrategyDialog(ItemDialog):
    def __init__(self, theme: Theme, one: OwnStrategy, parent: QWidget) -> None:
        super().__init__(theme, "ยุทธศาสตร์ของหน่วยงาน", parent)
        self.code = Field("รหัสหรือลำดับ", "เช่น 1 หรือ ย.1", one.code)
        self.name = TextArea("ยุทธศาสตร์", one.name, lines=2, line=True)
        self.form.add("code", "รหัส", self.code)
        self.form.add("name", "ยุทธศาสตร์", self.name)
        self.code.setFocus()

    def value(self) -> OwnStrategy | None:
        code, name = typed(self.code), " ".join(clean(self.name.toPlainText()).split())
        if not code or not name:
            self.refuse("กรุณากรอกรหัสและชื่อยุทธศาสตร์", self.name if code else self.code)
            return None
        return OwnStrategy(code, name)


class SwotDialog(ItemDialog):
    def __init__(self, theme: Theme, one: SwotEntry, parent: QWidget) -> None:
        super().__init__(theme, "การวิเคราะห์สภาพแวดล้อม", parent)
        self.kind = combo("ด้าน", [(term(kind), kind) for kind in SwotKind])
        choose(self.kind, one.kind)
        self.text = TextArea("ข้อความ", one.text, lines=3)
        self.form.add("kind", "ด้าน", self.kind)
        self.form.add("text", "ข้อความ", self.text)
        self.text.setFocus()

    def value(self) -> SwotEntry | None:
        text = clean(self.text.toPlainText())
        if not text:
            self.refuse("กรุณากรอกข้อความ", self.text)
            return None
        return SwotEntry(self.kind.currentData(), text)


def _put_indicators(owner: Any, items: tuple[Any, ...]) -> Any:
    return replace(owner, indicators=items)


INDICATORS = ListKind(
    title="ตัวชี้วัดความสำเร็จ",
    noun="ตัวชี้วัด",
    columns=(
        Column("ผลผลิตหรือตัวชี้วัด", lambda one: one.name, stretch=True),
        Column("จำนวน", lambda one: one.quantity, "9,999.99", right=True),
        Column("หน่วยนับ", lambda one: one.unit, "ชุดข้อมูล/หน่วยงาน"),
    ),
    get=lambda owner: owner.indicators,
    put=_put_indicators,
    new=lambda _owner: Indicator("", "", ""),
    dialog=lambda theme, _owner, item, parent: IndicatorDialog(theme, item, parent),
)
STRATEGIES = ListKind(
    title="ยุทธศาสตร์ของหน่วยงาน",
    noun="ยุทธศาสตร์",
    columns=(
        Column("รหัส", lambda one: one.code, "ย.12"),
        Column("ยุทธศาสตร์", lambda one: one.name, stretch=True),
    ),
    get=lambda draft: draft.strategies,
    put=lambda draft, items: replace(draft, strategies=items),
    new=lambda draft: OwnStrategy(str(len(draft.strategies) + 1), ""),
    dialog=lambda theme, _draft, item, parent: StrategyDialog(theme, item, parent),
)
SWOT = ListKind(
    title="การวิเคราะห์สภาพแวดล้อม (SWOT)",
    noun="ข้อวิเคราะห์",
    columns=(
        Column("ด้าน", lambda one: term(one.kind), "จุดอ่อน"),
        Column("ข้อความ", lambda one: one.text, stretch=True),
    ),
    get=lambda draft: draft.swot,
    put=lambda draft, items: replace(draft, swot=items),
    new=lambda _draft: SwotEntry(SwotKind.STRENGTH, ""),
    dialog=lambda theme, _draft, item, parent: SwotDialog(theme, item, parent),
)
