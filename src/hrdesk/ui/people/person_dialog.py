"""The dialogs of the register: one person, one post, and leaving the office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from hrdesk.domain.staff import (
    WRONG_NATIONAL_ID,
    PersonRecord,
    PositionRecord,
    is_national_id,
    normalise_national_id,
    retirement_date,
)
from hrdesk.domain.terms import LEVELS_OF, Level, PersonnelType, PositionType
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.dates import long_date, to_be
from hrdesk.thai.text import clean
from hrdesk.thai.titles import full_title
from hrdesk.ui.kit.editors import DateField, TextArea, typed
from hrdesk.ui.kit.pick import PickBox, SuggestBox, suggest
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, button, choose, combo, label
from hrdesk.ui.kit.words import NOTHING, level_word, personnel_word
from hrdesk.ui.people.frame import unit_items
from hrdesk.ui.people.secret_id import SecretId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.people.frame import Frame

TITLES = ("นาย", "นาง", "นางสาว", "ว่าที่ร้อยตรี", "ว่าที่ร้อยตรีหญิง", "สิบเอก", "จ่าเอก", "พันจ่าเอก")
REASONS = ("เกษียณอายุราชการ", "ลาออก", "โอน (ย้าย) ไปหน่วยงานอื่น", "สิ้นสุดสัญญาจ้าง", "เสียชีวิต")
NEW_PERSON = PersonRecord(0, "", "", "")
NEW_POSITION = PositionRecord(0, "", "", 0)


class PersonDialog(RecordDialog):
    """Adds or edits a person; `vacancies` are the posts offered beside the one held."""

    def __init__(
        self, desk: Desk, frame: Frame, person: PersonRecord, posts: Iterable[tuple[str, int]], parent: QWidget
    ) -> None:
        super().__init__(desk, "แก้ไขข้อมูลบุคลากร" if person.id else "เพิ่มบุคลากร", parent)
        self.person = person
        theme = self.theme
        self.title = SuggestBox("คำนำหน้า", TITLES, person.title)
        self.first = Field("ชื่อ", text=person.first_name)
        self.last = Field("นามสกุล", text=person.last_name)
        self.secret_id = SecretId(desk, person.id, person.national_id)
        self.national_id = self.secret_id.edit
        self.born = DateField(theme, "วันเกิด", person.birth_date)
        self.retires = label("", "small")
        self.retires.setFixedHeight(theme.row)
        wording = frame.organization.wording
        self.kind = combo("ประเภทบุคลากร", [(personnel_word(kind, wording), kind) for kind in PersonnelType])
        choose(self.kind, person.personnel_type)
        self.post = PickBox("ตำแหน่ง", [("ไม่ระบุตำแหน่ง", None), *posts], person.position_id)
        self.start = DateField(theme, "วันเริ่มปฏิบัติงาน", person.start_date)
        self.education = Field("วุฒิการศึกษา", "เช่น รัฐศาสตรบัณฑิต", person.education)
        self.note = TextArea("หมายเหตุ", person.note, lines=2)
        for key, text, field in (
            ("title", "คำนำหน้า", self.title), ("first_name", "ชื่อ", self.first),
            ("last_name", "นามสกุล", self.last), ("national_id", "เลขประจำตัวประชาชน", self.secret_id),
            ("personnel_type", "ประเภท", self.kind), ("position_id", "ตำแหน่ง", self.post),
            ("birth_date", "วันเกิด", self.born), ("retires", "เกษียณอายุราชการ", self.retires), ("start_date", "วันเริ่มปฏิบัติงาน", self.start),
            ("education", "วุฒิการศึกษา", self.education), ("note", "หมายเหตุ", self.note),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.form.check("national_id", self._wrong_id)
        if (edit := self.title.lineEdit()) is not None:
            edit.editingFinished.connect(self._write_title_out)
        self.born.changed.connect(self._show_retirement)
        self._show_retirement()
        self.fit()
        (self.first if person.id else self.title).setFocus()

    def _wrong_id(self) -> str:
        number = normalise_national_id(self.secret_id.number())
        return WRONG_NATIONAL_ID if number and not is_national_id(number) else ""

    def _write_title_out(self) -> None:
        self.title.setEditText(full_title(clean(self.title.currentText())))

    def _show_retirement(self) -> None:
        born = self.born.day()
        day = retirement_date(born) if born else None
        self.retires.setText(f"{long_date(day)} (สิ้นปีงบประมาณ พ.ศ. {to_be(day.year)})" if day else NOTHING)

    def record(self) -> Callable[[], tuple[int, Area]]:
        record = replace(
            self.person,
            title=full_title(clean(self.title.currentText())),
            first_name=typed(self.first),
            last_name=typed(self.last),
            national_id=self.secret_id.number(),
            birth_date=self.born.day(),
            personnel_type=self.kind.currentData(),
            position_id=self.post.currentData(),
            start_date=self.start.day(),
            education=typed(self.education),
            note=clean(self.note.toPlainText()),
        )
        register = self.desk.services.register
        return lambda: register.save_person(record)


class RetireDialog(RecordDialog):
    """The day and the reason a person leaves; the post becomes vacant."""

    def __init__(self, desk: Desk, staff_id: int, name: str, parent: QWidget) -> None:
        super().__init__(desk, f"บันทึกการพ้นจากตำแหน่ง: {name}", parent, verb="บันทึกการพ้นจากตำแหน่ง")
        self.staff_id = staff_id
        self.day = DateField(self.theme, "วันที่พ้นจากตำแหน่ง", date.today())  # noqa: DTZ011 - the officer's day
        self.reason = SuggestBox("เหตุที่พ้นจากตำแหน่ง", REASONS, REASONS[0])
        self.form.add_wide(label("ตำแหน่งที่ครองอยู่จะว่างลง ประวัติของผู้นี้ยังเก็บไว้", "muted", wrap=True))
        self.form.add("left_on", "ตั้งแต่วันที่", self.day)
        self.form.add("left_reason", "เหตุ", self.reason)
        self.fit()
        self.reason.setFocus()

    def save(self) -> None:
        if self.day.day() is None and not self.day.wrong:
            self.day.wrong = "กรุณากรอกวันที่"
        super().save()

    def record(self) -> Callable[[], Area]:
        day, reason = self.day.day(), clean(self.reason.currentText())
        staff_id, register = self.staff_id, self.desk.services.register
        return lambda: register.retire(staff_id, day or date.min, reason)


class PositionDialog(RecordDialog):
    """Adds or edits a post of the staffing frame; the level offered follows the line."""

    deleted = Signal(object)  # the PositionRecord

    def __init__(
        self, desk: Desk, frame: Frame, post: PositionRecord, parent: QWidget, *, deletable: bool = False
    ) -> None:
        super().__init__(desk, "แก้ไขตำแหน่ง" if post.id else "เพิ่มตำแหน่ง", parent)
        self.post = post
        self.lines = {line.id: line for line in frame.lines}
        self.number = Field("เลขที่ตำแหน่ง", "เช่น 18-2-01-3102-001 (เว้นว่างได้)", post.number)
        self.title = Field("ชื่อตำแหน่ง", text=post.title)
        words = [(f"{line.name}  ({personnel_word(line.personnel_type, frame.organization.wording)})", line.id)
                 for line in frame.lines]  # fmt: skip
        suggest(self.title, dict.fromkeys(line.name for line in frame.lines))
        self.line = PickBox("สายงาน", words, post.line_id or None)
        self.level = combo("ระดับ")
        self.unit = PickBox("สังกัด", [("ไม่ระบุ", None), *unit_items(frame.units)], post.unit_id)
        for key, text, field in (
            ("number", "เลขที่ตำแหน่ง", self.number), ("line_id", "สายงาน", self.line),
            ("title", "ชื่อตำแหน่ง", self.title), ("level", "ระดับ", self.level), ("unit_id", "สังกัด", self.unit),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.line.activated.connect(self._line_chosen)
        self._offer_levels(post.level)
        if deletable:
            self.delete_button = button("ลบตำแหน่ง", self._delete)
            self.delete_button.setAutoDefault(False)
            self.left_box.addWidget(self.delete_button)
        self.fit()
        self.number.setFocus()

    def _line_chosen(self, _index: int) -> None:
        self._offer_levels(self.level.currentData())
        line = self.lines.get(self.line.currentData())
        if line is not None and not self.title.text().strip():
            self.title.setText(line.name)

    def _offer_levels(self, level: Level) -> None:
        line = self.lines.get(self.line.currentData())
        offered = LEVELS_OF[line.position_type if line else PositionType.NONE]
        self.level.clear()
        for choice in dict.fromkeys((Level.NONE, *offered)):
            self.level.addItem(level_word(choice), choice)
        choose(self.level, level)

    def record(self) -> Callable[[], tuple[int, Area]]:
        record = replace(
            self.post,
            number=typed(self.number),
            title=typed(self.title),
            line_id=self.line.currentData() or 0,
            level=self.level.currentData() or Level.NONE,
            unit_id=self.unit.currentData(),
        )
        register = self.desk.services.register
        return lambda: register.save_position(record)

    def _delete(self) -> None:
        post, register = self.post, self.desk.services.register
        self.desk.change(self, lambda: register.delete_position(post.id), self._gone, self._refused)

    def _gone(self, _none: Any) -> None:
        self.deleted.emit(self.post)
        self.reject()
