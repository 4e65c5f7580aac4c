"""Attendance of a class: people down, half-days across; marked by keyboard, by row, by column, by pasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.statistics import rounded
from hrdesk.domain.terms import term
from hrdesk.domain.training import HUNDRED, MARK_WORDS, mark_of
from hrdesk.domain.training_terms import HalfDay, Result
from hrdesk.ui.kit.entry_grid import EntryGrid, EntryModel
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.widgets import button, column, empty_state, frame, label, row
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.training.class_tab import ClassTab

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.training import Participant, Session
    from hrdesk.services import Area
    from hrdesk.services.training.values import AttendanceSheet, Cell
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.entry_grid import Typed

FIRST = 2  # column of the first half-day
_SHORT = {HalfDay.MORNING: "เช้า", HalfDay.AFTERNOON: "บ่าย"}
_DIRECT = {Qt.Key.Key_1: True, Qt.Key.Key_Slash: True, Qt.Key.Key_0: False, Qt.Key.Key_X: False}


class AttendanceModel(EntryModel["Participant"]):
    def __init__(self) -> None:
        super().__init__(())
        self.sheet: AttendanceSheet | None = None
        self.locked = False

    def show_sheet(self, sheet: AttendanceSheet, *, locked: bool) -> bool:
        """True when the columns are others than before."""
        new = self.sheet is None or self.sheet.sessions != sheet.sessions
        self.sheet, self.locked = sheet, locked
        if new:
            self.set_columns(self._columns(sheet.sessions))
        self.set_rows(sheet.participants)
        return new

    def _columns(self, sessions: tuple[Session, ...]) -> list[Column[Participant]]:
        return [
            Column("ชื่อ-สกุล", lambda p: p.name, "นางสาวปิ่นแก้ว ฟ้าใสสว่างจันทร์"),
            Column("สังกัด", lambda p: p.post.unit or NOTHING, "งานวิเคราะห์นโยบาย"),
            *(self._half(one) for one in sessions),
            Column("เข้า", self._attended, "99/99", right=True),
            Column("ร้อยละ", self._rate, "100.00", right=True),
            Column("ผล", lambda p: term(p.result), "ไม่เข้าอบรม", stretch=True,
                   tone=lambda p: "muted" if p.result is Result.PENDING else ""),
        ]  # fmt: skip

    def _half(self, one: Session) -> Column[Participant]:
        def mark(person: Participant) -> bool | None:
            return self.sheet.marks.get((person.id, one.day, one.half)) if self.sheet else None

        return Column(
            f"{one.day.day}/{one.day.month} {_SHORT[one.half]}",
            lambda p: MARK_WORDS.get(mark(p), ""),  # type: ignore[arg-type]
            "ขาด",
            tone=lambda p: "warn" if mark(p) is False else "",
        )

    def _attended(self, person: Participant) -> str:
        presence = self.sheet.presence(person.id) if self.sheet else None
        return f"{presence.attended}/{presence.sessions}" if presence else ""

    def _rate(self, person: Participant) -> str:
        rate = self.sheet.presence(person.id).rate if self.sheet else None
        return NOTHING if rate is None else str(rounded(rate * HUNDRED))

    def cell(self, at: int, column_at: int) -> Cell | None:
        """Participant and half-day, where the grid has one there."""
        if self.sheet is None or not 0 <= at < len(self.rows) or not 0 <= column_at - FIRST < len(self.sheet.sessions):
            return None
        one = self.sheet.sessions[column_at - FIRST]
        return self.rows[at].id, one.day, one.half

    def can_edit(self, row: int, column: int) -> bool:
        return not self.locked and self.cell(row, column) is not None


class AttendanceGrid(EntryGrid):
    """1 or / is there, 0 or x is missed, and on to the next one down; Space turns the selected cells over."""

    def __init__(self, tab: AttendanceTab, model: AttendanceModel) -> None:
        super().__init__(tab.theme, "การเข้าอบรม", model)
        self.tab = tab

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        cells = self.editable()
        if event.key() == Qt.Key.Key_Space and cells:
            if plain == Qt.KeyboardModifier.ControlModifier:
                self.tab.mark_row()
            elif plain == Qt.KeyboardModifier.ShiftModifier:
                self.tab.mark_column()
            else:
                self.tab.turn(cells)
        elif event.key() in _DIRECT and not plain and cells:
            self.tab.mark(cells, present=_DIRECT[Qt.Key(event.key())])
            if len(cells) == 1:
                self.step(1, 0)
        else:
            super().keyPressEvent(event)


class AttendanceTab(ClassTab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.model = AttendanceModel()
        self.grid = AttendanceGrid(self, self.model)
        self.grid.explain("ยังไม่มีผู้เข้าอบรมให้ลงเวลา เพิ่มรายชื่อที่แท็บ “ผู้เข้าอบรม”")
        self.model.typed.connect(self._typed)
        self.all_button = button("มาทั้งหมด", self.mark_all, name="บันทึกว่ามาทุกช่องที่ยังว่าง")
        self.row_button = button("ทั้งแถวมา", self.mark_row, name="บันทึกว่าคนนี้มาทุกครึ่งวัน (Ctrl+เว้นวรรค)")
        self.column_button = button("ทั้งช่วงมา", self.mark_column, name="บันทึกว่าทุกคนมาครึ่งวันนี้ (Shift+เว้นวรรค)")
        self.import_button = button("นำเข้า…", self.bring_in, name="นำเข้าการเข้าอบรมจากแฟ้ม")
        self.template_button = button("แบบกรอก…", self.save_blank, name="บันทึกแบบลงเวลาเป็น Excel เพื่อกรอกแล้วนำเข้า")
        self.buttons = (self.all_button, self.row_button, self.column_button, self.import_button)
        hint = label("1 = มา  0 = ขาด  เว้นวรรค = สลับ  Delete = ล้าง  วางจาก Excel ได้", "small")
        bar = row(theme, *self.buttons, self.template_button, 1, *self.undo_tools(self.grid), gap="s")
        listed = frame(column(theme, self.grid, hint, gap="xs"))
        empty = empty_state(theme, "ยังไม่มีผู้เข้าอบรมหรือครึ่งวันที่อบรม เพิ่มรายชื่อที่แท็บ “ผู้เข้าอบรม” และกำหนดวันในข้อมูลรุ่น")
        self.lay(bar, listed, empty)

    def reader(self) -> Callable[[], AttendanceSheet]:
        attendance, class_id = self.services.attendance, self.class_id
        return lambda: attendance.sheet(class_id)

    def show_data(self, data: AttendanceSheet) -> None:
        if self.model.show_sheet(data, locked=self.locked):
            self.grid.fit()
        there = bool(data.participants and data.sessions)
        self.template_button.setEnabled(there)
        self.show_list(there)
        for one in self.buttons:
            one.setEnabled(there and not self.locked)
        if there and not self.grid.currentIndex().isValid():
            self.grid.choose_row(0, FIRST)

    # marking

    def value_of(self, key: Cell) -> bool | None:
        return self.model.sheet.marks.get(key) if self.model.sheet else None

    def write(self, cells: Mapping[Cell, bool | None]) -> Callable[[], Area]:
        attendance, class_id = self.services.attendance, self.class_id
        return lambda: attendance.mark(class_id, cells)

    def _keys(self, cells: Iterable[tuple[int, int]]) -> list[Cell]:
        return [key for cell in cells if (key := self.model.cell(*cell)) is not None]

    def mark(self, cells: Iterable[tuple[int, int]], *, present: bool) -> None:
        self.edit("บันทึกการเข้าอบรม", dict.fromkeys(self._keys(cells), present))

    def turn(self, cells: list[tuple[int, int]]) -> None:
        """All to what comes after the first one's: there, missed, nothing."""
        after = {None: True, True: False, False: None}
        keys = self._keys(cells)
        self.edit("สลับการเข้าอบรม", dict.fromkeys(keys, after[self.value_of(keys[0])]))

    def mark_all(self) -> None:
        """Every cell that is still free."""
        sheet = self.model.sheet
        if sheet is not None:
            keys = self._keys((r, FIRST + c) for r in range(len(self.model.rows)) for c in range(len(sheet.sessions)))
            self.edit("มาทั้งหมด", {key: True for key in keys if self.value_of(key) is None})

    def mark_row(self) -> None:
        at, sheet = self.grid.currentIndex().row(), self.model.sheet
        if sheet is not None:
            self.mark(((at, FIRST + c) for c in range(len(sheet.sessions))), present=True)

    def mark_column(self) -> None:
        at = self.grid.currentIndex().column()
        self.mark(((r, at) for r in range(len(self.model.rows))), present=True)

    def _typed(self, cells: Typed) -> None:
        try:
            marks = {self.model.cell(*cell): mark_of(text) for cell, text in cells.items()}
        except ValueError as error:
            self.tell(f"{error} ยังไม่ได้เปลี่ยนช่องใด", "error")
            return
        self.edit("กรอกการเข้าอบรม", marks)

    def save_blank(self) -> None:
        from hrdesk.ui.training.class_files import save_template  # noqa: PLC0415 - seldom

        save_template(self, "แบบลงเวลา", self.services.class_templates.attendance)

    def bring_in(self) -> None:
        from hrdesk.ui.training.class_files import import_attendance  # noqa: PLC0415 - seldom

        import_attendance(self)
