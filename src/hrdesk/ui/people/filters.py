"""The bar above the register that says which of it is listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrdesk.domain.terms import PersonnelType, PositionType, term
from hrdesk.ui.kit.widgets import Field, choose, combo, row
from hrdesk.ui.kit.words import personnel_word
from hrdesk.ui.people.frame import unit_items

if TYPE_CHECKING:
    from hrdesk.services.values import StaffQuery
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.people.frame import Frame

LEFT = "left"  # a state of the filter: those who left, instead of the register
TYPING = 200  # milliseconds after the last letter


class StaffFilters(QWidget):
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Field("กรองรายชื่อ", "ชื่อ ตำแหน่ง หรือเลข")
        self.text.setToolTip("ชื่อ ตำแหน่ง เลขที่ตำแหน่ง หรือเลขประจำตัวประชาชนตั้งแต่ 4 หลัก")
        self.text.setMinimumWidth(theme.px(150))
        self.text.setMaximumWidth(theme.px(260))
        self.text.setClearButtonEnabled(True)
        self.typing = QTimer(self)
        self.typing.setSingleShot(True)
        self.typing.setInterval(TYPING)
        self.typing.timeout.connect(self.changed)
        self.text.textChanged.connect(self.typing.start)
        self.unit = combo("กรองตามสังกัด", [("ทุกสังกัด", None)])
        self.kind = combo("กรองตามประเภท", [("ทุกประเภท", None)])
        self.state = combo("กรองตามสถานะ", [("มีคนและว่าง", None), ("มีผู้ครอง", False), ("ว่าง", True), ("พ้นจากตำแหน่งแล้ว", LEFT)])
        for box in (self.unit, self.kind, self.state):
            box.activated.connect(self.changed)
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumWidth(theme.px(84))
            box.setMaximumWidth(theme.px(160))
        box_of = row(theme, self.text, self.unit, self.kind, self.state)
        box_of.setContentsMargins(0, 0, 0, 0)
        assert isinstance(box_of, QHBoxLayout)
        self.setLayout(box_of)

    def offer(self, data: Frame) -> None:
        """Units and types of the office; what was chosen stays where it is still there."""
        wording = data.organization.wording
        kinds: list[tuple[str, object]] = [(personnel_word(kind, wording), kind) for kind in PersonnelType]
        kinds += [(f"ประเภท{term(kind)}", kind) for kind in PositionType if kind is not PositionType.NONE]
        for box, items in ((self.unit, [("ทุกสังกัด", None), *unit_items(data.units)]), (self.kind, [("ทุกประเภท", None), *kinds])):
            kept = box.currentData()
            box.clear()
            for text, value in items:
                box.addItem(text, value)
            choose(box, kept)

    def asked(self, query: StaffQuery) -> StaffQuery:
        """The query with what the bar says."""
        kind, state = self.kind.currentData(), self.state.currentData()
        return replace(
            query,
            text=self.text.text(),
            unit=self.unit.currentData(),
            personnel_type=kind if isinstance(kind, PersonnelType) else None,
            position_type=kind if isinstance(kind, PositionType) else None,
            vacant=None if state == LEFT else state,
            left=state == LEFT,
        )

    @staticmethod
    def is_narrowed(query: StaffQuery) -> bool:
        return query != replace(query, text="", unit=None, personnel_type=None, position_type=None, vacant=None, left=False)

    def reset(self, *, vacant: bool = False) -> None:
        """All of the register, or its vacant posts; without telling."""
        for box in (self.unit, self.kind):
            box.setCurrentIndex(0)
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        choose(self.state, True if vacant else None)
