"""The first steps of the import wizard: where the list comes from, and what its columns hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hrdesk.services.staffing.fields import LABELS, Field
from hrdesk.services.staffing.proposal import guesses
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.moments import moment_word
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, choose, column, combo, frame, label, panel, row, scroller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from hrdesk.services.register.importing import Batch
    from hrdesk.services.staffing.proposal import ColumnGuess
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.people.import_state import ImportState

NOT_TAKEN = "ไม่นำเข้า"
UNDO, REDO = "ยกเลิกการนำเข้าที่เลือก", "นำเข้าที่เลือกอีกครั้ง"


class SourceStep(QWidget):
    """A file chosen or dropped, or cells pasted; what was imported lately can be taken back here."""

    title = "เลือกรายการ"
    file_asked = Signal()
    dropped = Signal(str)
    pasted = Signal(str)
    template_asked = Signal()
    undo_asked = Signal(object)  # Batch
    redo_asked = Signal(object)  # Batch

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.file_button = button("เลือกแฟ้ม…", self.file_asked.emit, kind="primary")
        self.paste_button = button("วางจาก Excel", self.paste, name="วางเซลล์ที่คัดลอกจาก Excel (Ctrl+V)")
        self.template_button = button("บันทึกแบบกรอกพร้อมข้อมูลวันนี้…", self.template_asked.emit)
        self.chosen = label("", "muted", wrap=True)
        about = (
            "ใช้บัญชีบุคลากรหรือกรอบอัตรากำลังที่มีอยู่ได้เลย ไม่ต้องจัดรูปแบบใหม่ อ่านได้ .xlsx .xls .ods .csv"
            " หรือลากแฟ้มมาวาง หรือคัดลอกเซลล์จาก Excel แล้วกด Ctrl+V ที่นี่"
        )
        take = panel(
            theme, "รายการบุคลากร", label(about, "", "", wrap=True), self.chosen, row(theme, self.file_button, self.paste_button, 1)
        )
        blank = panel(
            theme, "ยังไม่มีแฟ้ม",
            label("แบบกรอกเป็น Excel มีตำแหน่งและบุคลากรทุกคนในวันนี้ แก้แล้วนำกลับเข้ามาได้", wrap=True),
            row(theme, self.template_button, 1),
        )  # fmt: skip
        self.model: RowsModel[Batch] = RowsModel((
            Column("นำเข้าเมื่อ", lambda batch: moment_word(batch.made_at), "28 พ.ย. 2567 เวลา 23:59 น."),
            Column("จาก", lambda batch: batch.source, "บัญชีบุคลากร.xlsx", stretch=True),
            Column("ผล", lambda batch: batch.summary, "ใหม่ 20,000 เปลี่ยน 20,000"),
            Column("สถานะ", _batch_word, "ยกเลิกแล้ว", tone=lambda batch: "muted" if batch.undone else ""),
        ))  # fmt: skip
        self.batches = Table(theme, "การนำเข้าครั้งก่อน", self.model)
        self.batches.chosen.connect(self._name_undo)
        self.undo_button = button(UNDO, self._undo)
        self._past = panel(theme, "การนำเข้าครั้งก่อน", self.batches, row(theme, self.undo_button, 1))
        self.batches.setMinimumHeight(3 * theme.row)
        self._box = column(theme, take, blank, self._past, 1, gap="m")
        self.setLayout(column(theme, scroller(frame(self._box), "แหล่งของรายการ")))
        self.chosen.hide()
        self._past.hide()

    def show_source(self, text: str) -> None:
        self.chosen.setText(text)
        self.chosen.setVisible(bool(text))

    def show_batches(self, batches: Sequence[Batch]) -> None:
        self.model.set_rows(batches)
        self._past.setVisible(bool(batches))
        self._box.setStretch(2, 1 if batches else 0)
        self._box.setStretch(3, 0 if batches else 1)
        self.batches.choose_row(max(0, min(self.batches.currentIndex().row(), len(batches) - 1)))
        self._name_undo(self.batches.current_record())

    def _name_undo(self, batch: Batch | None) -> None:
        """The button does what can be done to the chosen one."""
        text = REDO if batch is not None and batch.undone else UNDO
        self.undo_button.setText(text)
        self.undo_button.setAccessibleName(text)
        self.undo_button.setEnabled(batch is not None)

    def _undo(self) -> None:
        batch = self.batches.current_record()
        if batch is not None:
            (self.redo_asked if batch.undone else self.undo_asked).emit(batch)

    def paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            self.dropped.emit(urls[0].toLocalFile())


class ColumnsStep(QWidget):
    """The sheet and its heading as proposed, and what each column holds, with samples."""

    title = "จับคู่คอลัมน์"
    placed = Signal(str, object, int)  # sheet, first row of the heading from 1 (None: propose), its rows
    meant = Signal(int, object)  # column, Field or None

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sheet = combo("แผ่นงาน")
        self.sheet.activated.connect(lambda _n: self.placed.emit(self.sheet.currentData(), None, 1))
        self.top, self.height_box = CountBox("หัวตารางเริ่มแถวที่", 1, 1, 1000), CountBox("จำนวนแถวของหัวตาราง", 1, 1, 4)
        for box in (self.top, self.height_box):
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._moved)
        self.model: RowsModel[ColumnGuess] = RowsModel((
            Column("คอลัมน์", lambda g: g.letters, "คอลัมน์"),
            Column("หัวตาราง", lambda g: g.heading or "–", "กรอบอัตรากำลัง / เลขที่ตำแหน่ง"),
            Column("ตัวอย่าง", lambda g: " · ".join(g.samples) or "–", "นางสาวปิ่นแก้ว ฟ้าใสสว่าง", stretch=True),
            Column("นำเข้าเป็น", _meaning, "เลขประจำตัวประชาชน", tone=lambda g: "" if g.field else "muted"),
        ))  # fmt: skip
        self.table = Table(theme, "คอลัมน์ของรายการ", self.model)
        self.field = combo("คอลัมน์นี้นำเข้าเป็น", [(NOT_TAKEN, None), *((LABELS[f], f) for f in Field if f is not Field.OTHER)])
        self.field.activated.connect(self._said)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _g: self.field.setFocus())
        self.note = label("", "small", wrap=True)
        where = row(
            theme, label("แผ่นงาน"), self.sheet, label("หัวตารางแถวที่"), self.top, label("จำนวนแถว"), self.height_box, 1
        )
        what = row(theme, label("คอลัมน์ที่เลือกนำเข้าเป็น"), self.field, 1)
        whole = column(theme, where, self.table, what, self.note, gap="m")
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_state(self, state: ImportState) -> None:
        table = state.table
        if table is None:
            return
        for box in (self.sheet, self.top, self.height_box):
            box.blockSignals(True)
        self.sheet.clear()
        for one in state.sheets:
            self.sheet.addItem(f"{one.name} (ซ่อน)" if one.hidden else one.name, one.name)
        choose(self.sheet, table.sheet.name)
        self.top.setMaximum(max(1, len(table.sheet.rows)))
        self.top.setValue(table.top + 1)
        self.height_box.setValue(max(1, table.height))
        for box in (self.sheet, self.top, self.height_box):
            box.blockSignals(False)
        kept = max(0, self.table.currentIndex().row())
        self.model.set_rows(guesses(table))
        self.table.choose_row(min(kept, self.model.rowCount() - 1))
        self._chosen(self.table.current_record())
        near = [g for g in self.model.rows if g.suggested]
        said = [f"{g.letters} “{g.heading}” อาจเป็น “{LABELS[g.suggested]}”" for g in near if g.suggested]
        self.note.setText("  ".join([f"มีข้อมูล {len(table.sheet.rows) - table.first_row:,} แถว", *said]))

    def _moved(self, _value: int) -> None:
        self.placed.emit(self.sheet.currentData(), self.top.value(), self.height_box.value())

    def _chosen(self, guess: ColumnGuess | None) -> None:
        choose(self.field, guess.field if guess and guess.field is not Field.OTHER else None)

    def _said(self, _number: int) -> None:
        guess = self.table.current_record()
        if guess is not None:
            self.meant.emit(guess.column, self.field.currentData())


def _batch_word(batch: Batch) -> str:
    return "ยกเลิกแล้ว" if batch.undone else "นำเข้าแล้ว"


def _meaning(guess: ColumnGuess) -> str:
    if guess.field is None or guess.field is Field.OTHER:
        return NOT_TAKEN
    return LABELS[guess.field]
