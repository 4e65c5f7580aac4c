"""A person's history: training, posts held and education, each entry added, mended and deleted with undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from hrdesk.domain.person_history import Education, HeldPosition, PersonHistory, TrainingRecord
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.dates import day_span, open_span
from hrdesk.thai.numbers import format_decimal
from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, row
from hrdesk.ui.kit.words import NOTHING, level_word
from hrdesk.ui.people.history_entries import EducationDialog, HeldDialog, TrainingDialog

if TYPE_CHECKING:
    from hrdesk.services.register.history import HistoryEntry
    from hrdesk.ui.kit.desk import Desk

TABS: tuple[tuple[str, str, type[Any], type[RecordDialog]], ...] = (
    ("training", "การฝึกอบรม", TrainingRecord, TrainingDialog),
    ("held", "การดำรงตำแหน่ง", HeldPosition, HeldDialog),
    ("education", "การศึกษา", Education, EducationDialog),
)


class HistoryDialog(EntryDialog):
    keeps_no_draft = True  # its entries are dialogs of their own, which do

    def __init__(self, desk: Desk, staff_id: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.theme, self.staff_id, self.name = desk, desk.theme, staff_id, name
        self.setWindowTitle(f"ประวัติ: {name}")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("ประวัติ")
        self.tables: dict[str, Table] = {}
        for key, title, _kind, _dialog in TABS:
            table = Table(self.theme, title, RowsModel[Any](_COLUMNS[key]))
            table.explain("ยังไม่มีรายการ")
            table.opened.connect(self.edit)
            self.tables[key] = table
            self.tabs.addTab(table, title)
        self.add_button = button("เพิ่ม", self.add, name="เพิ่มรายการ (Ctrl+N)")
        self.edit_button = button("แก้ไข", self.edit, name="แก้ไขรายการ (F2)")
        self.delete_button = button("ลบ", self.delete, name="ลบรายการ (Delete)")
        self.print_button = button("พิมพ์ประวัติ…", self.print)
        self.close_button = button("ปิด", self.accept, kind="primary")
        self.close_button.setDefault(True)
        self.undo = UndoBar(self.theme, self)
        foot = row(
            self.theme, self.add_button, self.edit_button, self.delete_button, 1, self.print_button, self.close_button
        )
        box = column(self.theme, self.tabs, self.undo, foot, gap="m", pad="l")
        box.setStretch(0, 1)
        self.setLayout(box)
        self.resize(self.theme.px(860), self.theme.px(460))
        for press, slot in (("Ctrl+N", self.add), ("F2", self.edit), ("Delete", self.delete)):
            shortcut = QShortcut(QKeySequence(press), self)
            shortcut.activated.connect(slot)
        self.reload()
        self.tables["training"].setFocus()

    @property
    def current(self) -> tuple[str, str, type[Any], type[RecordDialog]]:
        return TABS[self.tabs.currentIndex()]

    def reload(self, *_args: object) -> None:
        history, staff_id = self.desk.services.history, self.staff_id
        self.desk.read(self, lambda: history.of(staff_id), self.show_history)

    def show_history(self, found: PersonHistory) -> None:
        for number, (key, title, _kind, _dialog) in enumerate(TABS):
            entries = getattr(found, key)
            self.tables[key].rows.set_rows(entries)
            self.tabs.setTabText(number, f"{title} ({len(entries)})")
            if not self.tables[key].currentIndex().isValid():
                self.tables[key].choose_row(0)

    def add(self) -> None:
        _key, _title, kind, _dialog = self.current
        self._open(kind(0, self.staff_id))

    def edit(self, _record: object = None) -> None:
        entry = self.tables[self.current[0]].current_record()
        if entry is not None:
            self._open(entry)

    def _open(self, entry: Any) -> None:
        dialog = self.current[3](self.desk, entry, self)
        dialog.saved.connect(self.reload)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def delete(self) -> None:
        entry = self.tables[self.current[0]].current_record()
        if entry is None:
            return
        history, title = self.desk.services.history, self.current[1]

        def gone(_none: object) -> None:
            again = replace(entry, id=0)
            self.undo.offer(f"ลบรายการ{title}แล้ว", lambda: self._save(again))
            self.reload()

        self.desk.change(self, lambda: history.delete(entry), gone)

    def _save(self, entry: HistoryEntry) -> None:
        history = self.desk.services.history
        self.desk.change(self, lambda: history.save(entry), self.reload)

    def print(self) -> None:
        self.accept()
        self.desk.went.emit("reports", place_of("training-history", Subject(person=self.staff_id)))


_COLUMNS: dict[str, tuple[Column[Any], ...]] = {
    "training": (
        Column("วันที่", lambda t: day_span(t.starts_on, t.ends_on) or NOTHING, "28 พ.ย. 2567 - 30 พ.ย. 2567"),
        Column("หลักสูตร", lambda t: t.course, "", stretch=True),
        Column("หน่วยงานที่จัด", lambda t: t.organizer or NOTHING, "สถาบันพัฒนาบุคลากรท้องถิ่น"),
        Column("ชั่วโมง", lambda t: NOTHING if t.hours is None else format_decimal(t.hours), "ชั่วโมง", right=True),
        Column("ผล", lambda t: term(t.result), "ไม่เข้าอบรม"),
    ),
    "held": (
        Column("ระหว่าง", lambda h: open_span(h.starts_on, h.last_day) or NOTHING, "28 พ.ย. 2567 - 30 พ.ย. 2567"),
        Column("ตำแหน่ง", lambda h: h.said, "", stretch=True),
        Column("ระดับ", lambda h: level_word(h.level), "ชำนาญการพิเศษ"),
        Column("เลขที่ตำแหน่ง", lambda h: h.number or NOTHING, "12-2-01-3102-001"),
        Column("สังกัด", lambda h: h.unit or NOTHING, "งานวิเคราะห์นโยบาย"),
    ),
    "education": (
        Column("ปีที่สำเร็จ", lambda e: str(e.year or NOTHING), "ปีที่สำเร็จ"),
        Column("วุฒิ", lambda e: e.degree, "", stretch=True),
        Column("สาขา", lambda e: e.field or NOTHING, "การจัดการงานบุคคลภาครัฐ"),
        Column("สถาบัน", lambda e: e.institution or NOTHING, "มหาวิทยาลัยเชียงใหม่"),
    ),
}  # fmt: skip
