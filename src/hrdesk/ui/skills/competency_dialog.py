"""One of the office's own competencies, with the level expected at each level of each type of position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hrdesk.domain.competency import HIGHEST
from hrdesk.domain.skill_terms import CompetencyKind
from hrdesk.domain.terms import LEVELS_OF, Level, PositionType, term
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import TextArea, typed
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, choose, combo, label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrdesk.domain.competency import OwnCompetency
    from hrdesk.domain.office import PositionLine
    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk


class CompetencyDialog(RecordDialog):
    def __init__(self, desk: Desk, competency: OwnCompetency, lines: Iterable[PositionLine], parent: QWidget) -> None:
        super().__init__(desk, "แก้ไขสมรรถนะ" if competency.id else "เพิ่มสมรรถนะของหน่วยงาน", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.competency = competency
        self.kind = combo("ประเภทสมรรถนะ", [(term(kind), kind) for kind in CompetencyKind])
        choose(self.kind, competency.kind)
        self.code = Field("รหัส", "เช่น CC-01", competency.code)
        self.name = Field("ชื่อสมรรถนะ", "เช่น การมุ่งผลสัมฤทธิ์", competency.name)
        self.line = PickBox("สายงาน", [("ทุกสายงาน", None), *((line.name, line.id) for line in lines)], competency.line)
        self.about = TextArea("คำอธิบาย", competency.description, lines=2)
        for key, text, field in (
            ("kind", "ประเภท", self.kind), ("code", "รหัส", self.code), ("name", "ชื่อ", self.name),
            ("line", "สายงาน", self.line), ("description", "คำอธิบาย", self.about),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.levels: dict[tuple[PositionType, Level], CountBox] = {}
        self.form.add_wide(label(f"ระดับที่คาดหวัง 1 ถึง {HIGHEST} (0 = ไม่กำหนด)", "small"))
        self.form.add_wide(self._grid())
        self.kind.activated.connect(self._kind_chosen)
        self._kind_chosen()
        self.setMinimumWidth(self.theme.px(660))
        self.fit()
        (self.name if competency.id else self.code).setFocus()

    def _grid(self) -> QWidget:
        """A row for each type of position, its levels beside each other."""
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.theme.space("m"))
        grid.setVerticalSpacing(0)
        for number, kind in enumerate(PositionType):
            grid.addWidget(label(term(kind)), 2 * number + 1, 0)
            for place, level in enumerate(LEVELS_OF[kind], 1):
                expected = (self.competency.expected or {}).get((kind, level), 0)
                box = CountBox(f"ระดับที่คาดหวัง {term(kind)} {term(level)}", expected, 0, HIGHEST)
                box.setMaximumWidth(self.theme.px(80))
                self.levels[kind, level] = box
                grid.addWidget(label("" if level is Level.NONE else term(level), "small"), 2 * number, place)
                grid.addWidget(box, 2 * number + 1, place)
        grid.setColumnStretch(5, 1)
        return whole

    def _kind_chosen(self) -> None:
        self.line.setEnabled(self.kind.currentData() is CompetencyKind.LINE)

    def record(self) -> Callable[[], tuple[int, Area]]:
        kind = self.kind.currentData()
        value = replace(
            self.competency,
            kind=kind,
            code=typed(self.code),
            name=typed(self.name),
            description=clean(self.about.toPlainText()),
            line=self.line.currentData() if kind is CompetencyKind.LINE else None,
            expected={key: box.value() for key, box in self.levels.items() if box.value()},
        )
        skills = self.desk.services.skills
        return lambda: skills.save_own(value)
