"""The card beside the register: the chosen post and its holder, with what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from hrdesk.domain.staff import masked_national_id, retirement_date
from hrdesk.thai.dates import short_date
from hrdesk.ui.kit.widgets import button, column, frame, label, rule, scroller
from hrdesk.ui.kit.words import NOTHING, level_word, personnel_word

if TYPE_CHECKING:
    from datetime import date

    from hrdesk.domain.staff import PersonRecord
    from hrdesk.services.values import StaffRow
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.people.frame import Frame

FACTS = ("เลขประจำตัว", "วันเกิด", "เกษียณ", "เริ่มงาน", "วุฒิ")


class PersonCard(QFrame):
    """Reads the person when the row changes; a late answer for another row is dropped."""

    edit_asked = Signal(int)  # staff id
    post_asked = Signal(int)  # position id
    fill_asked = Signal(int)  # position id of a vacant post
    retire_asked = Signal(object)  # StaffRow
    history_asked = Signal(object)  # StaffRow
    return_asked = Signal(object)  # StaffRow of somebody who left

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.desk = desk
        self.theme = desk.theme
        self.record: StaffRow | None = None
        self.setFixedWidth(self.theme.px(266))
        self._name = label("", "section", wrap=True)
        self._post = QGridLayout()
        self._person = QGridLayout()
        for grid in (self._post, self._person):
            grid.setHorizontalSpacing(self.theme.space("m"))
            grid.setVerticalSpacing(0)
            grid.setColumnStretch(1, 1)
        self._rule = rule()
        self.edit_button = button("แก้ไขข้อมูลบุคคล (F2)", self._edit)
        self.history_button = button("ประวัติ (Ctrl+H)", self._history)
        self.fill_button = button("บรรจุบุคลากร", self._fill)
        self.post_button = button("แก้ไขตำแหน่ง", self._edit_post)
        self.retire_button = button("พ้นจากตำแหน่ง", self._retire)
        self.return_button = button("รับกลับเข้าทะเบียน", self._return)
        facts = frame(column(self.theme, self._post, self._rule, self._person, 1, gap="s"))
        buttons = (
            self.edit_button, self.history_button, self.fill_button, self.post_button, self.retire_button, self.return_button
        )  # fmt: skip
        self._box = column(self.theme, self._name, scroller(facts, "รายละเอียด"), *buttons, gap="s", pad="l")
        self._box.setStretch(1, 1)
        self.setLayout(self._box)
        self.show_row(None, None)

    def show_row(self, record: StaffRow | None, data: Frame | None, *, left: bool = False) -> None:
        """`left` says that these are people who left."""
        self.record = record
        vacant = record is None or record.staff_id is None
        self._box.setEnabled(False)  # or each button that comes or goes lays all of the card out
        self.edit_button.setVisible(not vacant)
        self.retire_button.setVisible(not vacant and not left)
        self.return_button.setVisible(not vacant and left)
        self.history_button.setVisible(not vacant)
        self.fill_button.setVisible(record is not None and vacant)
        self.post_button.setVisible(record is not None and record.position_id is not None)
        self._box.setEnabled(True)
        self._rule.setVisible(not vacant)
        self._name.setText("" if record is None else "ตำแหน่งว่าง" if vacant else record.name)
        _lines(self._person, [] if vacant else [(name, "") for name in FACTS])  # until this person's are read
        if record is None or data is None:
            _lines(self._post, [])
            return
        kind = personnel_word(record.personnel_type, data.organization.wording)
        _lines(self._post, [
            ("เลขที่", record.number or NOTHING), ("ตำแหน่ง", record.position_title or NOTHING),
            ("สายงาน", record.line or NOTHING), ("ระดับ", level_word(record.level)),
            ("สังกัด", record.unit or NOTHING), ("ประเภท", kind),
        ])  # fmt: skip
        if record.staff_id is not None:
            staff_id, register = record.staff_id, self.desk.services.register
            self.desk.read(self, lambda: register.person(staff_id), self._show_person)

    def _show_person(self, person: PersonRecord) -> None:
        if self.record is None or self.record.staff_id != person.id:
            return
        retires = retirement_date(person.birth_date) if person.birth_date else None
        values = (
            masked_national_id(person.national_id) or NOTHING, _day(person.birth_date), _day(retires),
            _day(person.start_date), person.education or NOTHING,
        )  # fmt: skip
        note = [("หมายเหตุ", person.note)] if person.note else []
        if person.left_on:
            note = [("พ้นเมื่อ", _day(person.left_on)), ("เหตุ", person.left_reason or NOTHING), *note]
        _lines(self._person, [*zip(FACTS, values, strict=True), *note])

    def _edit(self) -> None:
        if self.record is not None and self.record.staff_id is not None:
            self.edit_asked.emit(self.record.staff_id)

    def _return(self) -> None:
        if self.record is not None:
            self.return_asked.emit(self.record)

    def _history(self) -> None:
        if self.record is not None:
            self.history_asked.emit(self.record)

    def _edit_post(self) -> None:
        if self.record is not None and self.record.position_id is not None:
            self.post_asked.emit(self.record.position_id)

    def _fill(self) -> None:
        if self.record is not None and self.record.position_id is not None:
            self.fill_asked.emit(self.record.position_id)

    def _retire(self) -> None:
        if self.record is not None:
            self.retire_asked.emit(self.record)


def _day(day: date | None) -> str:
    return short_date(day) if day else NOTHING


def _lines(grid: QGridLayout, lines: list[tuple[str, str]]) -> None:
    """Into the labels that are there: to make and style new ones at every step down the list takes longer than a page."""
    for number in range(max(len(lines), grid.rowCount())):
        shown = number < len(lines)
        for place, text in enumerate(lines[number] if shown else ("", "")):
            item = grid.itemAtPosition(number, place)
            if item is not None and isinstance(said := item.widget(), QLabel):
                said.setText(text)
                said.setVisible(shown)
            elif shown:
                grid.addWidget(label(text, wrap=True) if place else label(text, "small"), number, place)
