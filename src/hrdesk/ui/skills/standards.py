"""What people are judged by: the versions of the framework, and the office's own competencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.competency import OwnCompetency
from hrdesk.domain.skill_terms import CompetencyKind
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services import Area
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, empty_state, label, row, tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import PositionLine
    from hrdesk.services.skills.frameworks import FrameworkInfo, Setting
    from hrdesk.services.skills.mappings import Taxonomies
    from hrdesk.ui.kit.desk import Desk

NEW = OwnCompetency(0, CompetencyKind.CORE, "", "")


@dataclass(frozen=True)
class StandardsData:
    setting: Setting
    frameworks: tuple[FrameworkInfo, ...]
    own: tuple[OwnCompetency, ...]
    lines: tuple[PositionLine, ...]


class StandardsSection(Page):
    areas = Area.SKILLS | Area.STAFF

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: StandardsData | None = None
        self.frameworks = Table(theme, "กรอบทักษะ", RowsModel(self._framework_columns()))
        self.frameworks.setFixedHeight(theme.row * 3)
        self.sheet_button = button("ส่งออกเป็น Excel…", self.export, name="ส่งออกกรอบทักษะที่ใช้อยู่เป็น Excel")
        self.import_button = button("นำเข้ากรอบ…", self.bring_in, name="นำเข้ากรอบทักษะฉบับใหม่")
        self.told = label("", "small")
        self.roles_button = button("ชุดของแต่ละบทบาท…", self.show_roles, name="ดูชุดทักษะของแต่ละบทบาท")
        self.mapping_button = button("การเทียบกลุ่ม…", self.show_mapping, name="ดูและแก้การเทียบกลุ่มเป้าหมาย")
        self.source_button = button("ที่แก้จากต้นทาง…", self.show_corrections, name="ดูรายการที่แก้จากเอกสารต้นทาง")
        upper = row(theme, label("กรอบทักษะด้านดิจิทัล", "section"), self.told, 1, self.sheet_button, self.import_button)
        readers = row(theme, self.roles_button, self.mapping_button, self.source_button, 1)
        self.table = Table(theme, "สมรรถนะของหน่วยงาน", RowsModel(self._columns()))
        self.table.opened.connect(lambda _row: self.edit())
        self.delete_button = tool(theme, "delete", "ลบสมรรถนะที่เลือก", self.delete)
        self.edit_button = button("แก้ไข…", self.edit, name="แก้ไขสมรรถนะที่เลือก")
        self.add_button = button("เพิ่มสมรรถนะ…", self.add, kind="primary")
        lower = row(theme, label("สมรรถนะของหน่วยงาน", "section"), 1, self.delete_button, self.edit_button, self.add_button)
        self.empty = empty_state(theme, "ยังไม่มีสมรรถนะที่หน่วยงานกำหนดเอง เช่น สมรรถนะหลัก สมรรถนะประจำสายงาน")
        self.undo = UndoBar(theme, self)
        self.empty.hide()  # until it is known that there is nothing
        whole = column(theme, upper, self.frameworks, readers, lower, self.table, self.empty, self.undo, gap="s")
        whole.setStretch(4, 1)
        whole.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(whole)

    def _framework_columns(self) -> tuple[Column[FrameworkInfo], ...]:
        return (
            Column("รหัส", lambda r: r.key, "digital-2560-ปรับปรุง"),
            Column("ชื่อ", lambda r: r.title, "", stretch=True),
            Column("ฉบับ", lambda r: r.version, "2560.9"),
            Column("", self._use, "ใช้อยู่ (ของโปรแกรม)"),
        )

    def _use(self, info: FrameworkInfo) -> str:
        used = self.info is not None and self.info.setting.framework.id == info.key
        origin = "ของโปรแกรม" if info.shipped else "นำเข้า"
        return f"ใช้อยู่ ({origin})" if used else origin

    @staticmethod
    def _columns() -> tuple[Column[OwnCompetency], ...]:
        return (
            Column("รหัส", lambda r: r.code, "CC-01"),
            Column("สมรรถนะ", lambda r: r.name, "", stretch=True),
            Column("ประเภท", lambda r: term(r.kind), "สมรรถนะประจำผู้บริหาร"),
            Column("กำหนดไว้", lambda r: f"{len(r.expected or {})} ระดับตำแหน่ง", "14 ระดับตำแหน่ง", right=True),
        )

    def reader(self) -> Callable[[], StandardsData]:
        services = self.services

        def work() -> StandardsData:
            skills = services.skills
            return StandardsData(skills.setting(), skills.frameworks(), skills.own(), services.register.lines())

        return work

    def show_data(self, data: StandardsData) -> None:
        self.info = data
        self.frameworks.rows.set_rows(data.frameworks)
        self.table.rows.set_rows(data.own)
        self.table.setVisible(bool(data.own))
        self.empty.setVisible(not data.own)
        for one in (self.edit_button, self.delete_button):
            one.setEnabled(bool(data.own))
        if self.table.current_record() is None:
            self.table.choose_row(0)

    def add(self) -> None:
        self._open(NEW)

    def edit(self) -> None:
        competency = self.table.current_record()
        if competency is not None:
            self._open(competency)

    def _open(self, competency: OwnCompetency) -> None:
        from hrdesk.ui.skills.competency_dialog import CompetencyDialog  # noqa: PLC0415 - seldom

        if self.info is not None:
            dialog = CompetencyDialog(self.desk, competency, self.info.lines, self)
            dialog.saved.connect(lambda _id: self.refresh())
            dialog.open()

    def delete(self) -> None:
        competency = self.table.current_record()
        if competency is None:
            return
        skills, again = self.services.skills, replace(competency, id=0)

        def done(_none: object) -> None:
            self.undo.offer(
                f"ลบสมรรถนะ “{competency.name}” แล้ว",
                lambda: self.desk.change(self, lambda: skills.save_own(again), lambda _id: self.refresh()),
            )
            self.refresh()

        self.desk.change(self, lambda: skills.delete_own(competency.id), done)

    def export(self) -> None:
        from hrdesk.ui.skills.framework_files import export_framework  # noqa: PLC0415 - seldom

        export_framework(self)

    def bring_in(self) -> None:
        from hrdesk.ui.skills.framework_files import import_framework  # noqa: PLC0415 - seldom

        import_framework(self)

    def show_roles(self) -> None:
        from hrdesk.ui.skills.reference_dialogs import RolesDialog  # noqa: PLC0415 - seldom

        if self.info is not None:
            RolesDialog(self.theme, self.info.setting.framework, self).open()

    def show_corrections(self) -> None:
        from hrdesk.ui.skills.reference_dialogs import CorrectionsDialog  # noqa: PLC0415 - seldom

        self.desk.read_to_open(
            self, self.services.skills.sources, lambda found: CorrectionsDialog(self.desk, *found, self).open()
        )

    def show_mapping(self) -> None:
        self.desk.read_to_open(self, self.services.skills.taxonomies, self._open_mapping)

    def _open_mapping(self, found: Taxonomies) -> None:
        from hrdesk.ui.skills.mapping_dialog import MappingDialog  # noqa: PLC0415 - seldom

        skills = self.services.skills
        dialog = MappingDialog(self.desk, found, self)

        def back() -> None:
            self.desk.change(self, lambda: skills.save_taxonomies(found.own, found.mapping), lambda _none: self.refresh())

        dialog.saved.connect(lambda _area: self.undo.offer("แก้การเทียบกลุ่มแล้ว", back))
        dialog.open()

    def tell(self, text: str) -> None:
        self.told.setText(text)
