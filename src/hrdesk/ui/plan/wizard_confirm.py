"""The wizard's page on what the last plan handed on: law names, dates and budgets, each ticked or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from hrdesk.domain.copied import Fact, asked_again, confirmed, facts, unconfirmed
from hrdesk.errors import Problem
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, label, row
from hrdesk.ui.plan.wizard_pages import WizardPage

if TYPE_CHECKING:
    from hrdesk.ui.plan.draft import DraftHolder
    from hrdesk.ui.plan.wizard import PlanWizard

Index = QModelIndex | QPersistentModelIndex


class FactsModel(RowsModel[Fact]):
    """A tick confirms a fact; taken away, it is asked about again."""

    ticked = True

    def __init__(self, holder: DraftHolder) -> None:
        self.holder = holder
        self._open: frozenset[str] = frozenset()
        super().__init__(
            (
                Column("เรื่อง", lambda fact: fact.what, "หมวดและข้อของประกาศ ก.อบต.จังหวัด ที่อ้าง"),
                Column("คัดลอกมาเป็น", lambda fact: fact.text, stretch=True),
                Column("ชนิด", lambda fact: fact.kind.value, "ชื่อกฎหมาย"),
                Column("สถานะ", self._state, "ยืนยันแล้ว 0", tone=lambda f: "warn" if f.key in self._open else "muted"),
            )
        )

    def refresh(self) -> None:
        draft, office = self.holder.draft, self.holder.office
        self._open = frozenset(fact.key for fact in unconfirmed(draft, office))
        self.set_rows(facts(draft, office))

    @property
    def left(self) -> int:
        return len(self._open)

    def is_open(self, fact: Fact) -> bool:
        return fact.key in self._open

    def _state(self, fact: Fact) -> str:
        if fact.key in self._open:
            return "รอยืนยัน"
        return "แก้แล้ว" if fact.key in self.holder.draft.copied else "ยืนยันแล้ว"

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        fact = self.row_at(index)
        if fact is not None and role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Unchecked if fact.key in self._open else Qt.CheckState.Checked
        return super().data(index, role)

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        fact = self.row_at(index)
        if fact is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        draft = self.holder.draft
        if fact.key in self._open:
            self.holder.apply("ยืนยันสิ่งที่คัดลอก", confirmed(draft, fact.key))
        else:
            self.holder.apply("ขอตรวจอีกครั้ง", asked_again(draft, fact))
        return True


class ConfirmPage(WizardPage):
    key = "confirm"
    title = "ยืนยันสิ่งที่คัดลอก"
    fields = ("copied:",)

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        theme = self.theme
        self.model = FactsModel(self.holder)
        self.table = Table(theme, "สิ่งที่คัดลอกจากแผนก่อน", self.model)
        self.table.opened.connect(self.change)
        hint = label("ชื่อกฎหมายเปลี่ยนบ่อยที่สุด ตรวจทีละข้อ กดเว้นวรรคเพื่อยืนยัน หรือ Enter เพื่อไปแก้ไข", "muted", wrap=True)
        self.count = label("", "muted")
        self.change_button = button("ไปแก้ไข", self.change, name="ไปแก้ไขรายการที่เลือก")
        self.all_button = button("ยืนยันที่เหลือทั้งหมดและไปต่อ", self.confirm_all)
        head = row(theme, hint, self.count, self.change_button, self.all_button)
        head.setStretch(0, 1)
        box = column(theme, head, self.table, gap="s")
        box.setStretch(1, 1)
        self.setLayout(box)
        self.holder.changed.connect(self.refresh)
        self.refresh()

    @property
    def idle(self) -> bool:
        """A plan begun from nothing has copied nothing."""
        return not self.wizard.from_previous

    def refresh(self) -> None:
        self.model.refresh()
        left = self.model.left
        self.count.setText(f"รอยืนยัน {left} จาก {self.model.rowCount()} รายการ" if left else "ยืนยันครบแล้ว")
        self.all_button.setEnabled(bool(left))

    def change(self, _fact: object = None) -> None:
        """To where it is changed; a changed fact needs no tick."""
        fact = self.table.current_record()
        if fact is not None:
            self.wizard.jump(Problem(fact.place, fact.text))

    def confirm_all(self) -> None:
        keys = (fact.key for fact in unconfirmed(self.holder.draft, self.holder.office))
        self.holder.apply("ยืนยันสิ่งที่คัดลอกทั้งหมด", confirmed(self.holder.draft, *keys))
        self.wizard.forward()

    def entered(self) -> None:
        self.table.choose_where(self.model.is_open)
        self.table.setFocus()

    def show_field(self, path: str) -> None:
        self.table.choose_where(lambda fact: f"copied:{fact.key}" == path)
        self.table.setFocus()
