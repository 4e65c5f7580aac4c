"""The people of a class: chosen by target or by hand, their order, their results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from hrdesk.domain.terms import term
from hrdesk.domain.training_terms import Result
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.dates import short_date
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea, typed
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, column, combo, empty_state, frame, label, row, tool
from hrdesk.ui.kit.words import NOTHING, level_word
from hrdesk.ui.training.class_tab import ClassTab

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.training import Participant
    from hrdesk.services import Area
    from hrdesk.services.deleted import Deleted
    from hrdesk.ui.kit.desk import Desk


LEVEL, DAY = 2, 5
WIDE = 1000  # logical pixels below which the level and the order's day are left to the person's dialog


class PeopleTab(ClassTab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.people: tuple[Participant, ...] = ()
        self.table = Table(theme, "ผู้เข้าอบรม", RowsModel(self._columns()))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.explain("ยังไม่มีผู้เข้าอบรมในรุ่นนี้ กด “เลือกผู้เข้าอบรม”")
        self.table.opened.connect(self.edit_person)
        self.add_button = button("เลือกผู้เข้าอบรม", self.add)
        self.order_button = button("คำสั่ง…", self.set_order, name="กรอกคำสั่งให้เข้ารับการอบรมทั้งรุ่น")
        self.result = combo("ผลที่จะกำหนดให้แถวที่เลือก", [("กำหนดผล…", None), *((term(one), one) for one in Result)])
        self.result.activated.connect(self._result_chosen)
        self.rule_button = button("คิดผลตามเกณฑ์", self.apply_rules)
        self.edit_button = tool(theme, "edit", "แก้ไขคำสั่งและหมายเหตุของคนที่เลือก (F2)", self.edit_person)
        self.delete_button = tool(theme, "delete", "นำคนที่เลือกออกจากรุ่น (Delete)", self.remove)
        self.undo = UndoBar(theme, self)
        self.count = label("", "small")
        self._changing = (self.add_button, self.result, self.rule_button, self.delete_button)
        bar = row(theme, self.add_button, self.order_button, 1, *self.undo_tools(self.table), self.edit_button,
                  self.delete_button, self.result, self.rule_button, gap="xs")  # fmt: skip
        listed = frame(column(theme, self.table, self.count, gap="xs"))
        first = button("เลือกผู้เข้าอบรม", self.add, kind="primary")
        empty = empty_state(theme, "ยังไม่มีผู้เข้าอบรมในรุ่นนี้ เลือกตามกลุ่มเป้าหมาย สายงาน ระดับ หรือส่วนราชการได้", first)
        self.lay(bar, listed, empty, self.undo)
        keys(self.table, {"F2": self.edit_person, "Del": self.remove})

    @staticmethod
    def _columns() -> tuple[Column[Participant], ...]:
        return (
            Column("ชื่อ-สกุล", lambda p: p.name, "นางสาวปิ่นแก้ว ฟ้าใสสว่างจันทร์"),
            Column("ตำแหน่งขณะอบรม", lambda p: p.post.position or NOTHING, stretch=True),
            Column("ระดับ", lambda p: level_word(p.post.level), "ชำนาญการ "),
            Column("สังกัด", lambda p: p.post.unit or NOTHING, "งานวิเคราะห์นโยบาย"),
            Column("คำสั่งที่", lambda p: p.order_number or NOTHING, "1234/2566"),
            Column("ลงวันที่", lambda p: short_date(p.order_date) if p.order_date else NOTHING, "29 พ.ย. 2566"),
            Column("ผล", lambda p: term(p.result), "ไม่เข้าอบรม",
                   tone=lambda p: {Result.PENDING: "warn", Result.FAILED: "error"}.get(p.result, "")),
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for hidden in (LEVEL, DAY):
            self.table.setColumnHidden(hidden, self.width() < self.theme.px(WIDE))

    def reader(self) -> Callable[[], tuple[Participant, ...]]:
        classes, class_id = self.services.classes, self.class_id
        return lambda: classes.participants(class_id)

    def show_data(self, data: tuple[Participant, ...]) -> None:
        self.people = data
        self.table.rows.set_rows(data)
        self.show_list(bool(data))
        for one in self._changing:
            one.setEnabled(not self.locked)
        self.order_button.setEnabled(bool(data))
        counts = [f"{term(one)} {n}" for one in Result if (n := sum(p.result is one for p in data))]
        self.count.setText(f"{len(data):,} คน · " + " · ".join(counts) if data else "")
        if data and not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    def selected(self) -> list[Participant]:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self.people[at] for at in rows if at < len(self.people)]

    # results

    def value_of(self, key: int) -> Result:
        return next((p.result for p in self.people if p.id == key), Result.PENDING)

    def write(self, cells: Mapping[int, Result]) -> Callable[[], Area]:
        classes, class_id = self.services.classes, self.class_id
        return lambda: classes.set_results(class_id, cells)

    def _result_chosen(self) -> None:
        wanted = self.result.currentData()
        self.result.setCurrentIndex(0)
        if wanted is not None:
            self.edit("กำหนดผล", {one.id: wanted for one in self.selected()})

    def apply_rules(self) -> None:
        classes, class_id = self.services.classes, self.class_id
        self.stack.clear()
        self.desk.change(self, lambda: classes.apply_rules(class_id))

    # people

    def add(self) -> None:
        from hrdesk.ui.training.candidate_dialog import open_candidates  # noqa: PLC0415 - seldom

        open_candidates(self, {one.staff for one in self.people}, self._added)

    def _added(self, added: object) -> None:
        made = added if isinstance(added, tuple) else ()
        if made:
            classes, class_id = self.services.classes, self.class_id
            self.undo.offer(
                f"เพิ่มผู้เข้าอบรม {len(made)} คนแล้ว",
                lambda: self.desk.change(self, lambda: classes.remove(class_id, made), self._removed),
            )

    def remove(self) -> None:
        people, classes, class_id = self.selected(), self.services.classes, self.class_id
        if people and not self.locked:
            self.desk.change(self, lambda: classes.remove(class_id, [one.id for one in people]), self._removed)

    def _removed(self, removed: Deleted | None) -> None:
        if removed is not None:
            classes = self.services.classes
            self.undo.offer(f"นำ{removed.name}ออกแล้ว", lambda: self.desk.change(self, lambda: classes.put_back(removed)))

    def set_order(self) -> None:
        self._open(OrderDialog(self))

    def edit_person(self, _record: object = None) -> None:
        person = self.table.current_record()
        if person is not None:
            self._open(PersonDialog(self, person))

    @staticmethod
    def _open(dialog: RecordDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class OrderDialog(RecordDialog):
    """One order (F11) for everybody in the class."""

    def __init__(self, tab: PeopleTab) -> None:
        super().__init__(tab.desk, "คำสั่งให้เข้ารับการอบรม", tab, verb=f"ใช้กับทั้งรุ่น {len(tab.people)} คน")
        self.tab = tab
        known = next((one for one in tab.people if one.order_number), None)
        self.number = Field("เลขที่คำสั่ง", "เช่น 123/2566", known.order_number if known else "")
        self.day = DateField(self.theme, "ลงวันที่", known.order_date if known else None)
        self.form.add("order_number", "คำสั่งที่", self.number)
        self.form.add("order_date", "ลงวันที่", self.day)
        self.fit()
        self.number.setFocus()

    def record(self) -> Callable[[], Area]:
        classes, class_id = self.desk.services.classes, self.tab.class_id
        number, day = typed(self.number), self.day.day()
        return lambda: classes.set_order(class_id, number, day)


class PersonDialog(RecordDialog):
    def __init__(self, tab: PeopleTab, person: Participant) -> None:
        super().__init__(tab.desk, person.name, tab)
        self.person = person
        self.number = Field("เลขที่คำสั่ง", "เช่น 123/2566", person.order_number)
        self.day = DateField(self.theme, "ลงวันที่", person.order_date)
        self.certificate = Field("เลขที่วุฒิบัตร", "", person.certificate_number)
        self.note = TextArea("หมายเหตุ", person.note, lines=2)
        for key, text, field in (
            ("order_number", "คำสั่งที่", self.number), ("order_date", "ลงวันที่", self.day),
            ("certificate_number", "วุฒิบัตรที่", self.certificate), ("note", "หมายเหตุ", self.note),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.fit()
        self.number.setFocus()

    def record(self) -> Callable[[], Area]:
        changed = replace(
            self.person,
            order_number=typed(self.number),
            order_date=self.day.day(),
            certificate_number=typed(self.certificate),
            note=clean(self.note.toPlainText()),
        )
        classes = self.desk.services.classes
        return lambda: classes.save_participant(changed)
