"""The development roadmap: a line of work down the side, the steps of a career across, the whole of a step below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hrdesk.domain.roadmap import NEW, RoadLine, RoadStep
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import OneLine, button, column, empty_state, frame, label, row, scroller
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.skills.mapping_grids import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.domain.framework import Framework
    from hrdesk.ui.kit.desk import Desk


@dataclass(frozen=True)
class RoadData:
    framework: Framework
    stage: str
    lines: tuple[RoadLine, ...]


class RoadmapSection(Page):
    areas = Area.SKILLS | Area.STAFF | Area.CURRICULUM

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: RoadData | None = None
        self.told = label("", "small")
        self.print_button = button("พิมพ์…", lambda: desk.went.emit("reports", "roadmap"), name="พิมพ์เส้นทางการพัฒนา")
        columns: list[Column[RoadLine]] = [Column("สายงาน", lambda r: r.name, "", stretch=True)]
        columns += [Column(name, partial(_cell, code), "มีประสบการณ์") for code, name in STEPS.items()]
        self.table = Table(theme, "เส้นทางการพัฒนาตามสายงาน", RowsModel(columns))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.selectionModel().currentChanged.connect(lambda new, _old: self._show_step(new.row(), new.column()))
        self.heading = OneLine("")
        self.heading.setProperty("role", "section")
        self.detail = label("", "", wrap=True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        below = frame(column(theme, self.heading, scroller(self.detail, "รายละเอียดของขั้น"), gap="xs", pad="m"), "panel")
        below.setMinimumHeight(theme.px(140))
        self.table.setMinimumHeight(theme.row * 3)
        self.empty = empty_state(
            theme, "ยังไม่มีตำแหน่งในกรอบอัตรากำลัง", button("ไปหน้าบุคลากร", lambda: desk.went.emit("people", ""))
        )
        self.below = below
        self.empty.hide()  # until it is known that there is nothing
        whole = column(theme, row(theme, self.told, 1, self.print_button), self.table, self.empty, below, gap="s")
        whole.setStretch(1, 3)
        whole.setStretch(3, 2)
        whole.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(whole)

    def reader(self) -> Callable[[], RoadData]:
        skills = self.services.skills

        def work() -> RoadData:
            setting, lines = skills.roadmap()
            names = {stage.code: stage.name for stage in setting.framework.stages}
            return RoadData(setting.framework, names[setting.stage], lines)

        return work

    def show_data(self, data: RoadData) -> None:
        self.info = data
        self.table.rows.set_rows(data.lines)
        self.told.setText(f"{len(data.lines)} สายงาน ตามชุดทักษะของ{data.stage}")
        for part in (self.table, self.below):
            part.setVisible(bool(data.lines))
        self.empty.setVisible(not data.lines)
        if not self.table.currentIndex().isValid():
            first = data.lines[0].steps[0].code if data.lines else NEW
            self.table.choose_row(0, list(STEPS).index(first) + 1)
        self._show_step(self.table.currentIndex().row(), self.table.currentIndex().column())

    def _show_step(self, line_number: int, place: int) -> None:
        if self.info is None or not 0 <= line_number < len(self.info.lines):
            return
        line = self.info.lines[line_number]
        step = line.at(list(STEPS)[place - 1]) if place > 0 else (line.steps[0] if line.steps else None)
        self.heading.show_whole(f"{line.name}: {step.name}" if step else line.name)
        self.detail.setText(self._words(step) if step else "สายงานนี้ไม่มีขั้นนี้")

    def _words(self, step: RoadStep) -> str:
        names = {unit.code: unit.name for unit in self.info.framework.units} if self.info else {}
        kept = len(step.units) - len(step.added)
        added = "\n".join(f"   {code} {names.get(code, '')}" for code in step.added)
        parts = [
            f"ระดับ: {', '.join(step.levels) or NOTHING}",
            f"สมรรถนะที่คาดหวัง: {', '.join(step.competencies) or NOTHING}",
            f"ทักษะดิจิทัลที่เพิ่ม {len(step.added)} หน่วย" + (f" ต่อจากเดิม {kept} หน่วย" if kept else ""),
            *([added] if added else []),
            f"หลักสูตร: {', '.join(step.courses) or NOTHING}",
        ]
        return "\n".join(parts)


def _cell(code: str, line: RoadLine) -> str:
    step = line.at(code)
    if step is None:
        return NOTHING
    if step.added:
        return f"+{len(step.added)} หน่วย"
    return f"{len(step.units)} หน่วย" if step.units else "หลักสูตร"
