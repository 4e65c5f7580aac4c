"""หน่วยงาน: who the office is and where, who signs, and its units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget

from hrdesk.domain.office import Organization, OrgUnit
from hrdesk.domain.register_terms import ImageKind
from hrdesk.domain.signing import Signatory, Signer
from hrdesk.domain.terms import OrganizationKind, term
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services import Area
from hrdesk.ui.kit.editors import Form, typed
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.pick import suggest
from hrdesk.ui.kit.place_fields import PlaceFields
from hrdesk.ui.kit.widgets import Field, button, choose, column, combo, frame, label, panel, row, scroller
from hrdesk.ui.office.pictures import OfficePictures
from hrdesk.ui.office.signatories import Signatories
from hrdesk.ui.office.unit_tree import UnitTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.desk import Desk

_WORDS = ("ชื่อเต็ม", "พนักงาน", "ผู้บริหาร", "ปลัด", "กฎหมายงบประมาณ", "คณะกรรมการ")
_FOLLOWS = (
    "เมื่อบันทึก ถ้อยคำในแผนและโครงการที่ยังดำเนินอยู่ หลักสูตร ส่วนราชการ และชื่อตำแหน่งจะเปลี่ยนตาม"
    " แผนที่ประกาศใช้แล้วและประวัติคงเดิม"
)


@dataclass(frozen=True)
class OfficeData:
    organization: Organization
    units: tuple[OrgUnit, ...]
    images: Mapping[ImageKind, bytes]
    signatories: tuple[Signatory, ...]
    candidates: tuple[Signer, ...]


class OfficePage(Page):
    """Three tabs: the office itself with its pictures, who signs, the units. Only the first is saved by a button."""

    areas = Area.ORGANIZATION | Area.STAFF

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.organization: Organization | None = None
        self._names: tuple[str, ...] = ()  # of the people in office
        self._make_form()
        self.words = label("", "small", wrap=True)
        self.state = label("", "small")
        self.save_button = button("บันทึก", self.save, kind="primary")
        self.revert_button = button("คืนค่าเดิม", self._revert)
        self.form.then(self.save_button)
        self.tree = UnitTree(desk, self)
        self.pictures = OfficePictures(desk, self)
        self.signatories = Signatories(desk, self)
        self.signatories.named.connect(self._name)
        self.tree.head_wanted.connect(self.signatories.enter_head)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("หมวดของหน่วยงาน")
        self.tabs.addTab(self._first_tab(), "ข้อมูลหน่วยงาน")
        for title, part in (("ผู้ลงนาม", self.signatories), ("ส่วนราชการ", self.tree)):
            shown = column(theme, part)
            shown.setContentsMargins(0, theme.px(10), 0, 0)
            self.tabs.addTab(frame(shown), title)
        self.pad(column(theme, self.tabs, gap=""))
        for key, slot in (("Ctrl+S", self.save), ("Ctrl+N", self._add)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)
        self._show_state()

    def _make_form(self) -> None:
        self.kind = combo("ประเภทหน่วยงาน", [(term(kind), kind) for kind in OrganizationKind])
        self.places = PlaceFields(self)
        self.texts = {
            "name": Field("ชื่อหน่วยงาน", "เฉพาะชื่อ เช่น หนองป่าครั่ง"),
            "province": self.places.province,
            "district": self.places.district,
            "subdistrict": self.places.subdistrict,
            "street": Field("ที่ตั้ง", "เลขที่ หมู่ที่ ถนน"),
            "postcode": self.places.postcode,
            "phone": Field("โทรศัพท์", "เช่น 0 5324 0000 ต่อ 12"),
            "email": Field("ไปรษณีย์อิเล็กทรอนิกส์", "เช่น saraban@example.go.th"),
            "hr_unit": Field("หน่วยงานที่ดูแลงานบุคคล", "เช่น งานการเจ้าหน้าที่"),
            "head_name": Field("ชื่อผู้บริหารท้องถิ่น", "ชื่อเต็มพร้อมคำนำหน้า"),
            "chief_name": Field("ชื่อปลัด", "ชื่อเต็มพร้อมคำนำหน้า"),
        }
        for key in ("head_name", "chief_name"):
            suggest(self.texts[key], lambda: self._names)
        self.form = Form(self.theme)
        self.form.add("kind", "ประเภท", self.kind)
        for key, text in (("name", "ชื่อ"), ("province", "จังหวัด"), ("district", "อำเภอ"), ("subdistrict", "ตำบล")):
            self.form.add(key, text, self.texts[key])
        self.form.add_wide(self.places.hint)
        for key, text in (
            ("street", "ที่ตั้ง"), ("postcode", "รหัสไปรษณีย์"), ("phone", "โทรศัพท์"), ("email", "อีเมลสารบรรณ"),
            ("hr_unit", "งานบุคคลอยู่ที่"), ("head_name", "ผู้บริหารท้องถิ่น"), ("chief_name", "ปลัด"),
        ):  # fmt: skip
            self.form.add(key, text, self.texts[key])
        self.form.changed.connect(self._edited)

    def _first_tab(self) -> QWidget:
        theme = self.theme
        foot = row(theme, self.state, 1, self.revert_button, self.save_button)
        left = frame(column(theme, self.form, foot, 1, gap="m", pad="l"), "panel")
        side = column(theme, panel(theme, "คำที่ใช้ในเอกสาร", self.words), panel(theme, "ครุฑและตราสัญลักษณ์", self.pictures), 1, gap="m")
        side.setContentsMargins(0, 0, 0, 0)
        both = row(theme, left, frame(side), gap="m")
        both.setContentsMargins(0, theme.px(10), 0, 0)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        return scroller(frame(both), "ข้อมูลหน่วยงาน")

    def _add(self) -> None:
        """Ctrl+N: a unit, or on the tab of who signs, a signatory."""
        adding = {1: self.signatories.add, 2: self.tree.add_top.click}
        adding.get(self.tabs.currentIndex(), lambda: None)()

    def _name(self, key: str) -> None:
        self.tabs.setCurrentIndex(0)
        self.texts[key].setFocus()
        self.texts[key].selectAll()

    def reader(self) -> Callable[[], OfficeData]:
        register = self.services.register
        services = self.services  # asked on the worker: what is imported here would race with what is mapped there
        return lambda: OfficeData(
            register.organization(),
            register.units(),
            {kind: services.office_images.image(kind) for kind in ImageKind},
            services.signing.signatories(),
            services.signing.candidates(),
        )

    def show_data(self, data: OfficeData) -> None:
        self.tree.show_units(data.units, data.signatories)
        self.signatories.show_signatories(data.organization, data.units, data.signatories, data.candidates)
        self._names = tuple(one.name for one in data.candidates)
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
        self.places.show_hint()
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
            said = (organization.full_name, words.staff, words.head, words.chief_officer, words.budget_law)
            told = zip(_WORDS, (*said, words.provincial_committee + organization.province), strict=True)
            lines = [f"{name}: {word}" for name, word in told]
            if self.organization is not None and organization.full_name != self.organization.full_name:
                lines += ["", _FOLLOWS]
            self.words.setText("\n".join(lines))

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
