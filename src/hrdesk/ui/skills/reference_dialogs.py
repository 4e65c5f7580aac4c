"""The framework to read: what each of its roles asks, and what was put right between its sources and the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QTabWidget, QWidget

from hrdesk.domain.framework_parts import judgeables
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.domain.terms import term
from hrdesk.services.reference.corrections import LEFT_OUT
from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, Part, button, column, combo, frame, label, row, rule, scroller

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrdesk.domain.framework import Framework, Role
    from hrdesk.services.reference.corrections import Correction, Reading
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.theme import Theme


class ReaderDialog(EntryDialog):
    """Nothing is typed that is kept; it has one button, which closes it."""

    keeps_no_draft = True

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.theme = theme
        self.close_button = button("ปิดหน้าต่าง", self.accept, kind="primary")
        self.close_button.setDefault(True)

    def lay(self, *parts: Part) -> None:
        theme = self.theme
        whole = column(theme, *parts, rule(), row(theme, 1, self.close_button), gap="s", pad="l")
        self.setLayout(whole)
        screen = self.screen().availableGeometry() if self.screen() else None
        width, height = theme.px(960), theme.px(620)
        if screen is not None:
            width, height = min(width, screen.width() - 20), min(height, screen.height() - 60)
        self.resize(width, height)


class RolesDialog(ReaderDialog):
    """The roles of a framework: whom each means, and its set, every code with its name."""

    def __init__(self, theme: Theme, framework: Framework, parent: QWidget) -> None:
        super().__init__(theme, f"ชุดทักษะของ {len(framework.roles)} บทบาท", parent)
        self.framework = framework
        self._stages = {stage.code: stage.name for stage in framework.stages}
        self._groups = {group.code: group for group in framework.groups}
        self._names = {part.code: part for part in judgeables(framework)}
        self.stage = combo("ระยะ", [("ทุกระยะ", None), *((name, code) for code, name in self._stages.items())])
        self.stage.activated.connect(self._filter)
        self.table = Table(theme, "บทบาทของกรอบทักษะ", RowsModel(self._columns()))
        self.table.chosen.connect(self._chosen)
        self.detail = label("", "", wrap=True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        below = frame(column(theme, scroller(self.detail, "ชุดทักษะของบทบาทที่เลือก"), pad="m"), "panel")
        below.setMinimumHeight(theme.row * 4)
        self.table.setMinimumHeight(theme.row * 4)
        title = row(theme, label(framework.title, "muted", wrap=True), self.stage)
        title.setStretch(0, 1)
        self.lay(title, self.table, below)
        box = self.layout()
        if isinstance(box, QBoxLayout):
            box.setStretch(1, 2)
            box.setStretch(2, 3)
        self._filter()

    def _columns(self) -> tuple[Column[Role], ...]:
        return (
            Column("ระยะ", lambda r: self._stages[r.stage], "ระยะกำลังพัฒนา"),
            Column("กลุ่ม", lambda r: self._groups[r.group].name, "ผู้ทำงานด้านนโยบายและงานวิชาการ"),
            Column("บทบาท", lambda r: r.name, "", stretch=True),
            Column("หน่วย", lambda r: str(len(r.units)), "99", right=True),
        )

    def _filter(self) -> None:
        stage = self.stage.currentData()
        self.table.rows.set_rows([role for role in self.framework.roles if stage in (None, role.stage)])
        self.table.choose_row(0)
        self._chosen(self.table.current_record())

    def _chosen(self, role: Role | None) -> None:
        self.detail.setText("\n".join(self._words(role)) if role is not None else "")

    def _words(self, role: Role) -> Iterable[str]:
        yield f"{self._groups[role.group].name}: {self._groups[role.group].description}"
        yield f"{role.name}: {role.description}"
        for kind in SkillKind:
            parts = [self._names[code] for code in role.codes if code in self._names]
            some = [part for part in parts if part.kind is kind]
            if some:
                yield f"\n{term(kind)} {len(some)} รายการ"
                yield from (f"   {part.code} {part.name}" for part in some)


class CorrectionsDialog(ReaderDialog):
    """Every correction with its reason, and every decision; found by any part of their words."""

    def __init__(
        self, desk: Desk, corrections: tuple[Correction, ...], readings: tuple[Reading, ...], parent: QWidget
    ) -> None:
        theme = desk.theme
        super().__init__(theme, "รายการที่แก้จากเอกสารต้นทาง", parent)
        self.desk = desk
        self.corrections, self.readings = corrections, readings
        note = (
            "กรอบทักษะของโปรแกรมคัดจากเอกสารที่ถอดความมา รายการต่อไปนี้คือทุกแห่งที่ต่างจากเอกสารนั้นพร้อมเหตุผล"
            " และข้อที่ต้องตัดสินเพราะเอกสารเขียนไว้ไม่ตรงกัน (เอกสาร 000 แผนตัวอย่าง 002 ทักษะที่ ก.พ. กำหนด 004 แนวทาง 2566 - 2570)"
        )
        self.search = Field("ค้นหาในรายการที่แก้", "พิมพ์บางคำหรือรหัส")
        self.search.textChanged.connect(self._filter)
        self.fixed = Table(theme, "รายการที่แก้", RowsModel(_correction_columns()))
        self.read = Table(theme, "ข้อที่ต้องตัดสิน", RowsModel(_reading_columns()))
        self.detail = label("", "", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setMinimumHeight(theme.row * 3)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.fixed.chosen.connect(self._fixed_chosen)
        self.read.chosen.connect(self._read_chosen)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("รายการที่แก้และข้อที่ต้องตัดสิน")
        self.tabs.addTab(self.fixed, f"รายการที่แก้ {len(corrections)} แห่ง")
        self.tabs.addTab(self.read, f"ข้อที่ต้องตัดสิน {len(readings)} ข้อ")
        self.tabs.currentChanged.connect(self._show_detail)
        self.print_button = button("พิมพ์…", self.print, name="พิมพ์รายการที่แก้จากเอกสารต้นทาง")
        self.print_button.setAutoDefault(False)
        head = row(theme, self.search, self.print_button)
        head.setStretch(0, 1)
        self.lay(label(note, "muted", wrap=True), head, self.tabs, self.detail)
        self._filter("")
        self.search.setFocus()

    def _filter(self, text: str) -> None:
        part = text.strip().lower()
        self.fixed.rows.set_rows([r for r in self.corrections if part in f"{r.where} {r.stood} {r.right} {r.reason}".lower()])
        self.read.rows.set_rows([r for r in self.readings if part in f"{r.place} {r.question} {r.decision}".lower()])
        for table in (self.fixed, self.read):
            table.choose_row(0)
        self._show_detail()

    def print(self) -> None:
        """To the papers' page, where it is looked at first."""
        self.accept()
        self.desk.went.emit("reports", "framework-corrections")

    def _show_detail(self) -> None:
        if self.tabs.currentWidget() is self.fixed:
            self._fixed_chosen(self.fixed.current_record())
        else:
            self._read_chosen(self.read.current_record())

    def _fixed_chosen(self, one: Correction | None) -> None:
        told = "" if one is None else f"เดิม: {one.stood.strip()}\nแก้เป็น: {one.right.strip() or LEFT_OUT}\nเหตุผล: {one.reason}"
        self.detail.setText(told or "ไม่พบรายการที่มีคำนี้")

    def _read_chosen(self, one: Reading | None) -> None:
        self.detail.setText(f"{one.question}\nใช้: {one.decision}" if one is not None else "ไม่พบรายการที่มีคำนี้")


def _correction_columns() -> tuple[Column[Correction], ...]:
    return (
        Column("เอกสาร: บรรทัด", lambda r: r.where, "002: 318, 400, 1204"),
        Column("ประเภท", lambda r: r.kind_word, "ถ้อยคำต่างกัน"),
        Column("เดิม", lambda r: r.stood.strip(), "DT200 บริหารจัดการกระบวนการ"),
        Column("แก้เป็น", lambda r: r.right.strip() or LEFT_OUT, "", stretch=True),
    )


def _reading_columns() -> tuple[Column[Reading], ...]:
    return (
        Column("เอกสาร: บรรทัด", lambda r: r.place, "002: 47, 861, 1204"),
        Column("ข้อสังเกต", lambda r: r.question, "", stretch=True),
    )
