"""ผู้ลงนาม: who signs the office's papers now, and who else may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrdesk.domain.signing import INSTEAD, Capacity, Signatory, Signer, SigningRole, signing
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, label, row
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.office.signatory_dialog import SignatoryDialog, printed_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.domain.office import Organization, OrgUnit
    from hrdesk.ui.kit.desk import Desk


@dataclass(frozen=True)
class SignerRow:
    """A signatory, or the head or chief officer (signatory None) as the office itself names them."""

    role: str
    name: str
    lines: str
    signs: bool
    field: str = ""  # of the office, for the two
    signatory: Signatory | None = None


class Signatories(QWidget):
    named = Signal(str)  # the field of the office that says who the head or chief officer is, to be edited

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.organization: Organization | None = None
        self.units: Sequence[OrgUnit] = ()
        self.signatories: Sequence[Signatory] = ()
        self.candidates: Sequence[Signer] = ()
        theme = desk.theme
        self.table = Table(theme, "ผู้ลงนาม", RowsModel(_columns()))
        self.table.opened.connect(lambda _row: self.edit())
        self.table.chosen.connect(self._moved)
        self.add_button = button("เพิ่มผู้ลงนาม", self.add, kind="primary")
        self.edit_button = button("แก้ไข (F2)", self.edit, name="แก้ไขผู้ลงนามที่เลือก")
        self.delete_button = button("ลบ", self.delete, name="ลบผู้ลงนามที่เลือก")
        self.back_button = button("เจ้าของตำแหน่งกลับมาลงนาม", self.holder_signs)
        self.heads_button = button("ใส่หัวหน้าตามทะเบียน", self.propose_heads)
        self.undo = UndoBar(theme, self)
        about = label(
            "แบบฟอร์มพิมพ์ชื่อผู้ที่ลงนามอยู่ขณะนี้ เมื่อมีผู้รักษาราชการแทน ปฏิบัติราชการแทน หรือปฏิบัติหน้าที่ ให้เพิ่มไว้ที่นี่",
            "small", wrap=True,
        )  # fmt: skip
        head = row(theme, about, self.add_button)
        head.setStretch(0, 1)
        foot = row(theme, self.edit_button, self.delete_button, self.back_button, self.heads_button, 1)
        box = column(theme, head, self.table, self.undo, foot)
        box.setStretch(1, 1)
        self.setLayout(box)
        keys(self, {"F2": self.edit, "Del": self.delete}, within=True)
        self._moved()

    def show_signatories(
        self,
        organization: Organization,
        units: Sequence[OrgUnit],
        signatories: Sequence[Signatory],
        candidates: Sequence[Signer],
    ) -> None:
        self.organization, self.units, self.signatories, self.candidates = organization, units, signatories, candidates
        self.table.rows.set_rows(self._rows(organization))
        if self.table.current_record() is None:
            self.table.choose_row(0)
        self._moved()

    def _rows(self, organization: Organization) -> tuple[SignerRow, ...]:
        rows = []
        for role, field, said, post in (
            (SigningRole.HEAD, "head_name", organization.wording.head, organization.head_of_office),
            (SigningRole.CHIEF, "chief_name", organization.wording.chief_officer, organization.chief_of_office),
        ):
            name = getattr(organization, field)
            rows.append(SignerRow(said, name or NOTHING, post, signing(self.signatories, role) is None, field))
            rows += [self._row(one) for one in self.signatories if one.role is role]
        return (*rows, *(self._row(one) for one in self.signatories if one.role not in INSTEAD))

    def _row(self, one: Signatory) -> SignerRow:
        assert self.organization is not None
        unit = next((unit.name for unit in self.units if unit.id == one.unit), "")
        role = term(one.role) if one.role is not SigningRole.UNIT_HEAD else unit
        lines = printed_lines(replace(one, name=""), self.organization, self.units)
        return SignerRow(role, one.name, " · ".join(lines), one.signs, signatory=one)

    def _moved(self, _record: object = None) -> None:
        record = self.table.current_record()
        self.edit_button.setEnabled(record is not None)
        self.delete_button.setEnabled(record is not None and record.signatory is not None)
        self.back_button.setEnabled(self._stood_in_for() is not None)
        self.heads_button.setEnabled(bool(self.units and self.candidates))

    def _stood_in_for(self) -> SigningRole | None:
        """The role of the chosen row whose holder somebody signs for."""
        record = self.table.current_record()
        if record is None:
            return None
        fields = {"head_name": SigningRole.HEAD, "chief_name": SigningRole.CHIEF}
        role = record.signatory.role if record.signatory else fields[record.field]
        return role if role in INSTEAD and signing(self.signatories, role) else None

    # doing

    def add(self) -> None:
        self._open(Signatory(0, SigningRole.HEAD, capacity=Capacity.ACTING))

    def enter_head(self, unit: int) -> None:
        """Of a unit: who heads it now, or somebody new."""
        head = signing(self.signatories, SigningRole.UNIT_HEAD, unit)
        self._open(head or Signatory(0, SigningRole.UNIT_HEAD, unit=unit))

    def edit(self) -> None:
        record: SignerRow | None = self.table.current_record()
        if record is not None and record.signatory is not None:
            self._open(record.signatory)
        elif record is not None:
            self.named.emit(record.field)

    def _open(self, signatory: Signatory) -> None:
        if self.organization is None:
            return
        dialog = SignatoryDialog(self.desk, signatory, (self.organization, self.units, self.candidates), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def delete(self) -> None:
        record: SignerRow | None = self.table.current_record()
        if record is None or record.signatory is None:
            return
        service, gone = self.desk.services.signing, record.signatory
        again = lambda: self.desk.change(self, lambda: service.save(replace(gone, id=0)))  # noqa: E731 - one call
        self.desk.change(
            self, lambda: service.delete(gone.id), lambda _: self.undo.offer(f"ลบ “{gone.name}” จากผู้ลงนามแล้ว", again)
        )

    def holder_signs(self) -> None:
        role, service = self._stood_in_for(), self.desk.services.signing
        if role is None:
            return
        was = signing(self.signatories, role)
        assert was is not None
        again = lambda: self.desk.change(self, lambda: service.save(was))  # noqa: E731 - one call
        said = f"“{was.name}” ไม่ลงนามแทนแล้ว"
        self.desk.change(self, lambda: service.holder_signs(role), lambda _: self.undo.offer(said, again))

    def propose_heads(self) -> None:
        service = self.desk.services.signing

        def done(made: tuple[int, ...] | None) -> None:
            if made:
                back = lambda: self.desk.change(self, lambda: service.delete(*made))  # noqa: E731 - one call
                self.undo.offer(f"ใส่หัวหน้าส่วนราชการตามทะเบียนแล้ว {len(made)} หน่วย", back)
            else:
                self.undo.offer("ไม่มีหน่วยที่ขาดหัวหน้าและมีผู้ครองตำแหน่งหัวหน้าในทะเบียน", lambda: None)

        self.desk.change(self, service.propose_heads, done)


def _columns() -> tuple[Column[SignerRow], ...]:
    return (
        Column("บทบาท", lambda r: r.role, "กองสาธารณสุขและสิ่งแวดล้อมยาว", tone=lambda r: "muted" if r.signatory else ""),
        Column("ชื่อ", lambda r: r.name, "นางสาวประเสริฐศรี สกุลยาวมาก"),
        Column("ตำแหน่งที่พิมพ์", lambda r: r.lines, stretch=True),
        Column("ขณะนี้", lambda r: "ลงนาม" if r.signs else NOTHING, "ลงนาม อยู่", tone=lambda r: "ok" if r.signs else "muted"),
    )
