"""The steps of the import wizard: where the list comes from, what its columns hold, and each row reviewed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hrdesk.services.register.importing import Policy
from hrdesk.services.staffing.fields import LABELS, Field
from hrdesk.services.staffing.proposal import guesses
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.moments import moment_word
from hrdesk.ui.kit.table import Column, Index, RowsModel, Table
from hrdesk.ui.kit.widgets import button, choose, column, combo, frame, label, panel, row, scroller
from hrdesk.ui.people.import_state import KIND_WORDS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from hrdesk.services.register.importing import Batch
    from hrdesk.services.staffing.proposal import ColumnGuess
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.people.import_state import ImportState, ReviewRow

POLICY_WORDS = {
    Policy.UPDATE: "ปรับตามรายการที่นำเข้า", Policy.KEEP: "คงของเดิม เติมเฉพาะช่องว่าง", Policy.SKIP: "ข้ามคนและตำแหน่งที่มีอยู่แล้ว",
}  # fmt: skip
NOT_TAKEN = "ไม่นำเข้า"


class SourceStep(QWidget):
    """A file chosen or dropped, or cells pasted; what was imported lately can be taken back here."""

    title = "เลือกรายการ"
    file_asked = Signal()
    dropped = Signal(str)
    pasted = Signal(str)
    template_asked = Signal()
    undo_asked = Signal(object)  # Batch

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
        ))  # fmt: skip
        self.batches = Table(theme, "การนำเข้าที่ยกเลิกได้", self.model)
        self.undo_button = button("ยกเลิกการนำเข้าที่เลือก", self._undo)
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
        self.batches.choose_row(0)

    def _undo(self) -> None:
        batch = self.batches.current_record()
        if batch is not None:
            self.undo_asked.emit(batch)

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


def _meaning(guess: ColumnGuess) -> str:
    if guess.field is None or guess.field is Field.OTHER:
        return NOT_TAKEN
    return LABELS[guess.field]


class ReviewModel(RowsModel["ReviewRow"]):
    """The value of a wrong cell can be typed over in place."""

    VALUE = 5
    mended = Signal(object, str)  # ReviewRow, text

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        record = self.row_at(index)
        if record is not None and record.kind is Kind.WRONG and index.column() == self.VALUE:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole:
            record = self.row_at(index)
            return record.value if record else None
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self.row_at(index)
        if role != Qt.ItemDataRole.EditRole or record is None or record.value == value:
            return False
        self.mended.emit(record, str(value))
        return True


class ReviewStep(QWidget):
    """Every row with what importing would do; wrong cells first, typed over in place, rows left out by Delete."""

    title = "ตรวจทาน"
    policy_chosen = Signal(object)
    left_out = Signal(object)  # ReviewRow
    wrong_asked = Signal()
    recheck_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.state: ImportState | None = None
        self.policy = combo("คนและตำแหน่งที่มีอยู่แล้ว", [(POLICY_WORDS[policy], policy) for policy in Policy])
        self.policy.activated.connect(lambda _n: self.policy_chosen.emit(self.policy.currentData()))
        self.shown = combo("แสดงแถว", [("ทุกแถว", None)])
        self.shown.activated.connect(self._filter)
        self.shown.setSizeAdjustPolicy(self.shown.SizeAdjustPolicy.AdjustToContents)
        self.model = ReviewModel((
            Column("แถว", lambda r: str(r.row), "99,999", right=True),
            Column("ผล", self._word, "เหมือนเดิม", tone=self._tone),
            Column("ตำแหน่ง", lambda r: r.post, "12-2-01-3102-001 นักวิเคราะห์"),
            Column("ชื่อ-สกุล", lambda r: r.name, "นางสาวปิ่นแก้ว ฟ้าใส"),
            Column("สิ่งที่จะเปลี่ยน หรือสิ่งที่ต้องแก้", lambda r: f"{r.cell} {r.said}".strip(), "", stretch=True),
            Column("แก้เป็น", lambda r: r.value if r.kind is Kind.WRONG else "", "1-2345-67890-12-3"),
        ))  # fmt: skip
        self.table = Table(theme, "แถวที่จะนำเข้า", self.model)
        self.table.opened.connect(self._edit)
        self.count = label("", "small", wrap=True)
        self.detail = label("", wrap=True)
        self.table.chosen.connect(lambda record: self.detail.setText(f"{record.cell} {record.said}".strip() if record else ""))
        self.leave_button = button("ไม่นำเข้าแถวนี้", self.leave_out, name="ไม่นำเข้าแถวนี้ หรือนำกลับมา (Delete)")
        self.recheck_button = button("ตรวจใหม่", self.recheck_asked.emit, name="ตรวจแถวที่แก้ใหม่ (F5)")
        self.wrong_button = button("บันทึกแถวที่ผิดเป็น Excel…", self.wrong_asked.emit)
        head = row(theme, label("แสดง"), self.shown, label("ที่มีอยู่แล้ว"), self.policy, 1)
        foot = row(theme, self.leave_button, self.recheck_button, self.wrong_button, 1)
        box = column(theme, head, self.count, self.table, self.detail, foot, gap="s")
        box.setStretch(2, 1)
        self.setLayout(box)

    def show_state(self, state: ImportState) -> None:
        self.state = state
        counts = Counter({kind: state.count(kind) for kind in Kind})
        kept = self.shown.currentData()
        self.shown.clear()
        self.shown.addItem(f"ทุกแถว ({sum(counts.values()):,})", None)
        for kind in Kind:
            if counts[kind]:
                self.shown.addItem(f"{KIND_WORDS[kind]} ({counts[kind]:,})", kind)
        choose(self.shown, kept)
        choose(self.policy, state.policy)
        preview = state.preview
        if preview is not None:
            made = [f"หน่วยงานใหม่ {len(preview.new_units)}"] * bool(preview.new_units)
            made += [f"สายงานใหม่ {len(preview.new_lines)}"] * bool(preview.new_lines)
            posts = f"ตำแหน่ง {preview.positions:,} (ว่าง {preview.vacant:,})"
            passed = [f"ข้ามหมายเหตุและยอดรวม {len(preview.ignored)} แถว"] * bool(preview.ignored)
            self.count.setText(" · ".join([posts, *(f"{KIND_WORDS[k]} {counts[k]:,}" for k in Kind if counts[k]), *made, *passed]))
        else:
            self.count.setText(f"แก้แล้ว {len(state.mended):,} ช่อง กด “ตรวจใหม่” เพื่อดูผล")
        self.recheck_button.setEnabled(preview is None)
        self.wrong_button.setEnabled(counts[Kind.WRONG] > 0 and preview is not None)
        self._filter()

    def _filter(self) -> None:
        if self.state is None:
            return
        kind, state = self.shown.currentData(), self.state
        at = max(0, self.table.currentIndex().row())
        self.model.set_rows([one for one in state.rows if kind is None or state.kind_of(one) is kind])
        self.table.choose_row(min(at, self.model.rowCount() - 1), 4)

    def _word(self, record: ReviewRow) -> str:
        return KIND_WORDS[self.state.kind_of(record)] if self.state else ""

    def _tone(self, record: ReviewRow) -> str:
        kind = self.state.kind_of(record) if self.state else record.kind
        if kind is Kind.WRONG:
            return "warn" if self.state and (record.sheet, record.cell) in self.state.mended else "error"
        return "muted" if kind in (Kind.SAME, Kind.LEFT_OUT) else ""

    def _edit(self, record: ReviewRow) -> None:
        if record.kind is Kind.WRONG:
            index: QModelIndex = self.model.index(self.table.currentIndex().row(), ReviewModel.VALUE)
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def leave_out(self) -> None:
        record = self.table.current_record()
        if record is not None and record.kind is not Kind.WRONG:
            self.left_out.emit(record)
