"""One signatory: in which role and capacity, of which unit, chosen from the register or typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from hrdesk.domain.signing import INSTEAD, Capacity, Signatory, Signer, SigningRole, head_title
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import replace
from hrdesk.ui.kit.editors import typed
from hrdesk.ui.kit.pick import PickBox, suggest
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, choose, combo, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Organization, OrgUnit
    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk


def printed_lines(signatory: Signatory, organization: Organization, units: Sequence[OrgUnit]) -> tuple[str, ...]:
    """What stands under the dotted line: the name in brackets and the lines of the post."""
    unit = next((one.name for one in units if one.id == signatory.unit), "")
    instead = "" if signatory.capacity is Capacity.OWN else {
        SigningRole.HEAD: organization.head_of_office,
        SigningRole.CHIEF: organization.chief_of_office,
        SigningRole.HR_HEAD: head_title(organization.hr_unit),
        SigningRole.UNIT_HEAD: head_title(unit),
    }.get(signatory.role, "")  # fmt: skip
    name = f"({signatory.name})" if signatory.name else ""
    return tuple(line for line in (name, signatory.own_line, instead) if line)


class SignatoryDialog(RecordDialog):
    """Shows beneath the fields what forms will print."""

    def __init__(
        self,
        desk: Desk,
        signatory: Signatory,
        office: tuple[Organization, Sequence[OrgUnit], Sequence[Signer]],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, "แก้ไขผู้ลงนาม" if signatory.id else "เพิ่มผู้ลงนาม", parent)
        self.signatory = signatory
        self.organization, self.units, candidates = office
        self._people = {f"{one.name} · {one.post}" if one.post else one.name: one for one in candidates}
        self._chosen = next((one for one in candidates if one.staff == signatory.staff), None)
        self.role = combo("บทบาท", [(term(role), role) for role in SigningRole])
        self.capacity = combo("ฐานะที่ลงนาม", [(term(one), one) for one in Capacity])
        self.unit = PickBox("ส่วนราชการ", [("กรุณาเลือก", None), *((one.name, one.id) for one in self.units)], signatory.unit)
        self.name = Field("ชื่อผู้ลงนาม", "พิมพ์บางส่วนของชื่อเพื่อเลือกจากทะเบียน หรือพิมพ์ชื่อเต็มเอง", signatory.name)
        self.position = Field("ตำแหน่งของผู้ลงนาม", "เช่น รองนายกเทศมนตรี", signatory.position)
        self.signs = QCheckBox("ลงนามอยู่ขณะนี้")
        self.signs.setChecked(signatory.signs)
        self.linked = label("", "small", wrap=True)
        self.printed = label("", wrap=True)
        suggest(self.name, self._people)
        self._lay_out()
        choose(self.role, signatory.role)
        choose(self.capacity, signatory.capacity)
        self._changed()
        self.fit()
        self.role.setFocus()

    def _lay_out(self) -> None:
        for key, words, field in (
            ("role", "บทบาท", self.role), ("unit", "ส่วนราชการ", self.unit), ("capacity", "ฐานะ", self.capacity),
            ("name", "ชื่อ", self.name), ("position", "ตำแหน่ง", self.position),
        ):  # fmt: skip
            self.form.add(key, words, field)
        self.form.add_wide(self.linked)
        self.form.add("signs", "", self.signs)
        self.form.add_wide(self.printed)
        self.role.currentIndexChanged.connect(self._role_changed)
        self.capacity.currentIndexChanged.connect(self._changed)
        self.unit.activated.connect(self._changed)
        self.name.textEdited.connect(self._named)
        self.position.textEdited.connect(self._changed)

    def _role_changed(self) -> None:
        role, own = self.role.currentData(), self.capacity.currentData() is Capacity.OWN
        if role in INSTEAD and own:
            choose(self.capacity, Capacity.ACTING)
        self._changed()

    def _named(self, text: str) -> None:
        """A line of the list is the person of the register; another text is a name that was typed."""
        known = self._people.get(text)
        if known is not None:
            self.name.setText(known.name)
            if not typed(self.position) or (self._chosen and typed(self.position) == self._chosen.post):
                self.position.setText(known.post)
        self._chosen = known or (self._chosen if self._chosen and typed(self.name) == self._chosen.name else None)
        self._changed()

    def _changed(self, *_: object) -> None:
        self.unit.setEnabled(self.role.currentData() is SigningRole.UNIT_HEAD)
        linked = "เชื่อมกับทะเบียนบุคลากร ชื่อและตำแหน่งเปลี่ยนตามทะเบียน" if self._chosen else "ชื่อที่พิมพ์เอง ไม่เชื่อมกับทะเบียน"
        self.linked.setText(linked)
        self.linked.setVisible(bool(typed(self.name)))
        lines = printed_lines(self.read(), self.organization, self.units)
        self.printed.setText("ในเอกสารจะพิมพ์\n" + "\n".join(lines) if lines else "")

    def read(self) -> Signatory:
        role = self.role.currentData()
        return replace(
            self.signatory,
            role=role,
            name=typed(self.name),
            position=typed(self.position),
            capacity=self.capacity.currentData(),
            unit=self.unit.currentData() if role is SigningRole.UNIT_HEAD else None,
            staff=self._chosen.staff if self._chosen else None,
            signs=self.signs.isChecked(),
        )

    def record(self) -> Callable[[], tuple[int, Area]]:
        signing, signatory = self.desk.services.signing, self.read()
        return lambda: signing.save(signatory)
