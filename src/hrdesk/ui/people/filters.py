"""The bar above the register that says which of it is listed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hrdesk.domain.terms import LEVELS_OF, Level, PersonnelType, PositionType, term
from hrdesk.lazy_dataclass import replace
from hrdesk.ui.kit.widgets import Field, choose, column, combo, refill, row
from hrdesk.ui.kit.words import personnel_word
from hrdesk.ui.people.frame import unit_items

if TYPE_CHECKING:
    from hrdesk.services.values import StaffQuery
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.people.frame import Frame

LEFT = "left"  # a state of the filter: those who left, instead of the register
LETTERS = 9  # of a level or a line
LEAST = 110  # logical pixels of a choice: "ทุกสังกัด" is read whole, however few the units
TYPING = 200  # milliseconds after the last letter


def _level_items() -> list[tuple[str, Level]]:
    """Each by its word, with its type where two have the same."""
    levels = [(level, kind) for kind, of_kind in LEVELS_OF.items() for level in of_kind if level is not Level.NONE]
    words = Counter(term(level) for level, _ in levels)
    return [(f"{term(level)} ({term(kind)})" if words[term(level)] > 1 else term(level), level) for level, kind in levels]


class StaffFilters(QWidget):
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Field("กรองรายชื่อ", "ชื่อ ตำแหน่ง เลข")
        self.text.setToolTip("ชื่อ ตำแหน่ง เลขที่ตำแหน่ง หรือเลขประจำตัวประชาชนตั้งแต่ 4 หลัก")
        self.text.setMinimumWidth(theme.px(128))
        self.text.setMaximumWidth(theme.px(260))
        self.text.setClearButtonEnabled(True)
        self.typing = QTimer(self)
        self.typing.setSingleShot(True)
        self.typing.setInterval(TYPING)
        self.typing.timeout.connect(self.changed)
        self.text.textChanged.connect(self.typing.start)
        self.unit = combo("กรองตามสังกัด", [("ทุกสังกัด", None)])
        self.kind = combo("กรองตามประเภท", [("ทุกประเภท", None)])
        self.level = combo("กรองตามระดับ", [("ทุกระดับ", None), *_level_items()])
        self.line = combo("กรองตามสายงาน", [("ทุกสายงาน", None)])
        self.state = combo("กรองตามสถานะ", [("มีคนและว่าง", None), ("มีผู้ครอง", False), ("ว่าง", True), ("พ้นจากตำแหน่งแล้ว", LEFT)])
        for box in (self.unit, self.kind, self.level, self.line, self.state):
            box.activated.connect(self.changed)
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumWidth(theme.px(LEAST))
            box.setMaximumWidth(theme.px(160))
        for box in (self.level, self.line):  # as wide before their lists are there as after: the bar is painted once
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(LETTERS)
        for box in (self.kind, self.line):  # "ทุกประเภท" and "ทุกสายงาน" are the longest of what stands first
            box.setMinimumWidth(theme.px(LEAST + 6))
        self._first = row(theme, self.text, self.unit, self.kind, gap="xs")
        self._second = row(theme, 1, gap="xs")
        both = column(theme, self._first, self._second, gap="xs")
        both.setContentsMargins(0, 0, 0, 0)
        self.setLayout(both)
        self._half = (self.level, self.line, self.state)
        self._roomy: bool | None = None
        self.make_room(roomy=False)

    def offer(self, data: Frame) -> None:
        """Units and types of the office; what was chosen stays where it is still there."""
        wording = data.organization.wording
        kinds: list[tuple[str, object]] = [(personnel_word(kind, wording), kind) for kind in PersonnelType]
        kinds += [(f"ประเภท{term(kind)}", kind) for kind in PositionType if kind is not PositionType.NONE]
        lines = [("ทุกสายงาน", None), *((line.name, line.id) for line in data.lines)]
        units = [("ทุกสังกัด", None), *unit_items(data.units)]
        for box, items in ((self.unit, units), (self.kind, [("ทุกประเภท", None), *kinds]), (self.line, lines)):
            refill(box, items)

    def asked(self, query: StaffQuery) -> StaffQuery:
        """The query with what the bar says."""
        kind, state = self.kind.currentData(), self.state.currentData()
        return replace(
            query,
            text=self.text.text(),
            unit=self.unit.currentData(),
            personnel_type=kind if isinstance(kind, PersonnelType) else None,
            position_type=kind if isinstance(kind, PositionType) else None,
            level=self.level.currentData(),
            line=self.line.currentData(),
            vacant=None if state == LEFT else state,
            left=state == LEFT,
        )

    @staticmethod
    def is_narrowed(query: StaffQuery) -> bool:
        return query != replace(
            query, text="", unit=None, personnel_type=None, position_type=None, level=None, line=None, vacant=None, left=False
        )

    def make_room(self, *, roomy: bool) -> None:
        """All in one line, or the second half below, where room is short."""
        if roomy == self._roomy:
            return
        self._roomy = roomy
        line, place = (self._first, self._first.count()) if roomy else (self._second, 0)
        for at, box in enumerate(self._half):
            line.insertWidget(place + at, box)

    def minimumSizeHint(self) -> QSize:
        """As if room were short: a line of all would keep the window from being made narrower."""
        least = super().minimumSizeHint()
        if self._roomy:
            gap = self._first.spacing()
            least.setWidth(least.width() - sum(box.minimumWidth() + gap for box in self._half))
        return least

    def reset(self, *, vacant: bool = False) -> None:
        """All of the register, or its vacant posts; without telling."""
        for box in (self.unit, self.kind, self.level, self.line):
            box.setCurrentIndex(0)
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        choose(self.state, True if vacant else None)
