"""หน่วยงาน: who the office is, who signs, and its units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from hrdesk.domain.register_terms import ImageKind
from hrdesk.domain.terms import OrganizationKind, term
from hrdesk.services import Area
from hrdesk.services.reference.places import provinces
from hrdesk.ui.kit.editors import Form, typed
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.pick import suggest
from hrdesk.ui.kit.widgets import Field, button, choose, column, combo, frame, label, panel, row, scroller
from hrdesk.ui.office.pictures import OfficePictures
from hrdesk.ui.office.unit_tree import UnitTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Organization, OrgUnit
    from hrdesk.ui.kit.desk import Desk


@dataclass(frozen=True)
class OfficeData:
    organization: Organization
    units: tuple[OrgUnit, ...]
    images: Mapping[ImageKind, bytes]


class OfficePage(Page):
    areas = Area.ORGANIZATION

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.organization: Organization | None = None
        self.kind = combo("ประเภทหน่วยงาน", [(term(kind), kind) for kind in OrganizationKind])
        self.texts = {
            "name": Field("ชื่อหน่วยงาน", "เฉพาะชื่อ เช่น หนองป่าครั่ง"),
            "subdistrict": Field("ตำบล"),
            "district": Field("อำเภอ", "เช่น เมืองเชียงใหม่"),
            "province": Field("จังหวัด", "เช่น เชียงใหม่"),
            "hr_unit": Field("หน่วยงานที่ดูแลงานบุคคล", "เช่น งานการเจ้าหน้าที่"),
            "head_name": Field("ชื่อผู้บริหารท้องถิ่น", "ชื่อเต็มพร้อมคำนำหน้า"),
            "chief_name": Field("ชื่อปลัด", "ชื่อเต็มพร้อมคำนำหน้า"),
        }
        names = {"name": "ชื่อ", "subdistrict": "ตำบล", "district": "อำเภอ", "province": "จังหวัด",
                 "hr_unit": "งานบุคคลอยู่ที่", "head_name": "ผู้บริหารลงนาม", "chief_name": "ปลัดลงนาม"}  # fmt: skip
        suggest(self.texts["province"], provinces())
        self.form = Form(theme)
        self.form.add("kind", "ประเภท", self.kind)
        for key, field in self.texts.items():
            self.form.add(key, names[key], field)
        self.form.changed.connect(self._edited)
        self.words = label("", "small", wrap=True)
        self.state = label("", "small")
        self.save_button = button("บันทึก", self.save, kind="primary")
        self.revert_button = button("คืนค่าเดิม", self._revert)
        self.tree = UnitTree(desk, self)
        left = panel(
            theme, "ข้อมูลหน่วยงาน", self.form, self.words, 1,
            row(theme, self.state, 1, self.revert_button, self.save_button),
        )  # fmt: skip
        self.pictures = OfficePictures(desk, self)
        side = column(theme, panel(theme, "ส่วนราชการ", self.tree), panel(theme, "ตราบนหนังสือ", self.pictures), gap="m")
        side.setStretch(0, 1)
        right = frame(side)
        side.setContentsMargins(0, 0, 0, 0)
        both = row(theme, left, right, gap="m")
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        inner = frame(both)
        self.pad(column(theme, scroller(inner, "ข้อมูลหน่วยงาน"), gap=""))
        self.form.then(self.save_button)
        for key, slot in (("Ctrl+S", self.save), ("Ctrl+N", self.tree.add_top.click)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)
        self._show_state()

    def reader(self) -> Callable[[], OfficeData]:
        register = self.services.register
        services = self.services  # asked on the worker: what is imported here would race with what is mapped there
        return lambda: OfficeData(
            register.organization(), register.units(), {kind: services.office_images.image(kind) for kind in ImageKind}
        )

    def show_data(self, data: OfficeData) -> None:
        self.tree.show_units(data.units)
        self.pictures.show_images(data.images)
        if self.dirty and self.organization is not None:
            return  # only the units changed: what is typed stays
        self.organization = data.organization
        self._revert()

    def _revert(self) -> None:
        if self.organization is None:
            return
        choose(self.kind, self.organization.kind)
        for key, field in self.texts.items():
            field.setText(getattr(self.organization, key))
        self.form.show_problems(())
        self._show_state()

    def typed_organization(self) -> Organization | None:
        if self.organization is None:
            return None
        values = {key: typed(field) for key, field in self.texts.items()}
        return replace(self.organization, kind=self.kind.currentData(), **values)

    @property
    def dirty(self) -> bool:
        return self.organization is not None and self.typed_organization() != self.organization

    def _edited(self) -> None:
        self._show_state()

    def _show_state(self) -> None:
        dirty = self.dirty
        self.state.setText("● มีการแก้ไขที่ยังไม่ได้บันทึก" if dirty else "บันทึกแล้ว" if self.organization else "")
        self.save_button.setEnabled(dirty)
        self.revert_button.setEnabled(dirty)
        organization = self.typed_organization()
        if organization is not None:
            words = organization.wording
            self.words.setText(
                f"ในเอกสารจะใช้คำว่า “{organization.full_name}” · {words.staff} · {words.head} · "
                f"{words.chief_officer} · {words.budget_law} · {words.provincial_committee}"
            )

    def save(self) -> None:
        organization = self.typed_organization()
        if organization is None or not self.dirty:
            return
        register = self.services.register

        def done(_none: object) -> None:
            self.organization = organization
            self.form.show_problems(())
            self._show_state()

        self.desk.change(self, lambda: register.save_organization(organization), done, self._refused)

    def _refused(self, error: Exception) -> None:
        problems = getattr(error, "problems", ())
        if not problems or self.form.show_problems(problems):
            self.desk.complain(self, error)

    def may_leave(self) -> bool:
        if not self.dirty:
            return True
        text = "ข้อมูลหน่วยงานที่แก้ไขยังไม่ได้บันทึก ถ้าไปต่อ สิ่งที่แก้ไขจะหายไป"
        if not ask(self.window(), "ยังไม่ได้บันทึก", text, "ไปต่อโดยไม่บันทึก"):
            return False
        self._revert()
        return True
