"""Choosing who takes part: by target group, line, level, unit and name, then ticked with the space bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSizePolicy

from hrdesk.domain.terms import Level, term
from hrdesk.lazy_dataclass import replace
from hrdesk.services.training.values import Candidate, CandidateQuery
from hrdesk.services.value_json import to_json, tuple_from_json
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, combo, label, row
from hrdesk.ui.kit.words import NOTHING, level_word
from hrdesk.ui.people.frame import unit_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from hrdesk.domain.office import OrgUnit, PositionLine, TargetGroup
    from hrdesk.domain.year_project import YearProject
    from hrdesk.services import Area
    from hrdesk.ui.training.class_people import PeopleTab

Choices = tuple["YearProject", tuple["TargetGroup", ...], tuple["PositionLine", ...], tuple["OrgUnit", ...]]
LEAST = 100  # logical pixels of a filter


def open_candidates(tab: PeopleTab, there: set[int], added: Callable[[object], None]) -> None:
    """The dialog, once the catalogue and the frame are read; `there` are in the class already."""
    services = tab.services

    def work() -> Choices:
        project = services.year_projects.load(services.classes.load(tab.class_id).project)
        return project, services.curriculum.catalogue().targets, services.register.lines(), services.register.units()

    def show(choices: Choices) -> None:
        dialog = CandidateDialog(tab, choices, there)
        dialog.saved.connect(added)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    tab.desk.read_to_open(tab, work, show)


class _Ticking(Table):
    """Space or a click on the first column ticks; the ticks outlive another filter."""

    def __init__(self, dialog: CandidateDialog) -> None:
        super().__init__(dialog.theme, "ผู้ที่เลือกได้", RowsModel(dialog.columns()))
        self.dialog = dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.current_record()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and record is not None:
            self.dialog.turn(record)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        record = self.rows.row_at(index)
        if record is not None and index.column() == 0:
            self.dialog.turn(record)


class CandidateDialog(RecordDialog):
    draft_name = "ผู้ที่เลือก"

    def __init__(self, tab: PeopleTab, choices: Choices, there: set[int]) -> None:
        super().__init__(tab.desk, "เลือกผู้เข้าอบรม", tab, verb="เพิ่มเข้ารุ่น")
        self.tab, self.there = tab, there
        self.chosen: dict[int, Candidate] = {}
        project, targets, lines, units = choices
        meant = [CandidateQuery(project=project.id)] if project.targets or project.reaches else []
        groups = [(t.name, CandidateQuery(targets=(t.id,))) for t in targets]
        self.target = combo(
            "กลุ่มเป้าหมาย", [("ทุกกลุ่มเป้าหมาย", CandidateQuery()), *(("ตามที่โครงการกำหนด", one) for one in meant), *groups]
        )
        self.target.setCurrentIndex(len(meant))  # whom the project is meant for, where it says so
        self.line = combo("สายงาน", [("ทุกสายงาน", None), *((one.name, one.id) for one in lines)])
        self.level = combo("ระดับ", [("ทุกระดับ", None), *((_level(one), one) for one in Level if one is not Level.NONE)])
        self.unit = combo("ส่วนราชการ", [("ทุกส่วนราชการ", None), *unit_items(units)])
        for box in (self.target, self.line, self.level, self.unit):
            box.setMinimumWidth(self.theme.px(LEAST))
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.activated.connect(self.look)
        self.text = Field("ค้นชื่อ", "ค้นชื่อ")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(200)
        self._typing.timeout.connect(self.look)
        self.text.textChanged.connect(self._typing.start)
        self.table = _Ticking(self)
        self.table.setMinimumHeight(self.theme.row * 6)
        self.table.explain("ไม่พบบุคลากรตามที่เลือก ลองเลือกกลุ่มเป้าหมาย สายงาน ระดับ หรือส่วนราชการอื่น หรือลบคำค้น")
        self.all_button = button("เลือกทั้งหมดที่แสดง", self.choose_all)
        self.none_button = button("ล้างที่เลือก", self.choose_none)
        self.count = label("", "small")
        self.form.add_wide(row(self.theme, self.target, self.line, self.level, self.unit, gap="xs"))
        self.form.add_wide(row(self.theme, self.text, self.all_button, self.none_button, gap="xs"))
        self.form.add_wide(self.table)
        self.form.add_wide(self.count)
        self.resize(self.theme.px(820), self.theme.px(460))
        self._tell()
        self.look()
        self.text.setFocus()

    def columns(self) -> tuple[Column[Candidate], ...]:
        return (
            Column("เลือก", lambda c: "อยู่แล้ว" if c.staff in self.there else "✓" if c.staff in self.chosen else "",
                   "อยู่แล้ว", tone=lambda c: "muted" if c.staff in self.there else ""),
            Column("ชื่อ-สกุล", lambda c: c.name, "นางสาวปิ่นแก้ว ฟ้าใสสว่างจันทร์"),
            Column("ตำแหน่ง", lambda c: c.post.position or NOTHING, stretch=True),
            Column("ระดับ", lambda c: level_word(c.post.level), "ชำนาญการ "),
            Column("สังกัด", lambda c: c.post.unit or NOTHING, "งานวิเคราะห์นโยบาย"),
        )  # fmt: skip

    def look(self) -> None:
        query = replace(
            self.target.currentData(),
            line=self.line.currentData(),
            level=self.level.currentData(),
            unit=self.unit.currentData(),
            text=self.text.text(),
        )
        classes = self.desk.services.classes
        self.desk.read(self, lambda: classes.candidates(query), self._show)

    def _show(self, found: tuple[Candidate, ...]) -> None:
        self.table.rows.set_rows(found)
        self.table.choose_row(0)
        self._tell()

    def turn(self, one: Candidate) -> None:
        if one.staff in self.there:
            return
        if self.chosen.pop(one.staff, None) is None:
            self.chosen[one.staff] = one
        self._told()

    def choose_all(self) -> None:
        self.chosen |= {one.staff: one for one in self.table.rows.rows if one.staff not in self.there}
        self._told()

    def choose_none(self) -> None:
        self.chosen.clear()
        self._told()

    def _told(self) -> None:
        self.table.rows.set_rows(self.table.rows.rows)  # the ticks are drawn anew
        self._tell()

    def _tell(self) -> None:
        self.count.setText(f"แสดง {len(self.table.rows.rows):,} คน · เลือกไว้ {len(self.chosen):,} คน (เว้นวรรค = เลือก)")
        self.save_button.setEnabled(bool(self.chosen))

    # kept as a draft

    def draft_text(self) -> str:
        return to_json(tuple(self.chosen.values()))

    def take_draft(self, text: str) -> None:
        chosen = tuple_from_json(Candidate, text)
        self.chosen = {one.staff: one for one in chosen if one.staff not in self.there}
        self._told()

    def record(self) -> Callable[[], tuple[tuple[int, ...], Area]]:
        classes, class_id, staff = self.desk.services.classes, self.tab.class_id, list(self.chosen)
        return lambda: classes.add(class_id, staff)


def _level(level: Level) -> str:
    """ต้น, กลาง and สูง belong to two types of posts."""
    kind = {"executive": " (บริหาร)", "director": " (อำนวยการ)"}.get(level.value.partition("-")[0], "")
    return term(level) + kind
