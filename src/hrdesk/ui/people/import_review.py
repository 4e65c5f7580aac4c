"""The last step of the import wizard: each row with what importing it would do, mended and decided in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from hrdesk.services.register.importing import Policy
from hrdesk.ui.kit.table import Column, Index, RowsModel, Table
from hrdesk.ui.kit.widgets import button, choose, column, combo, label, row
from hrdesk.ui.people.import_state import KIND_WORDS, ONE_WORDS, Kind, ReviewRow

if TYPE_CHECKING:
    from hrdesk.services.register.importing import Preview
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.people.import_state import ImportState

POLICY_WORDS = {
    Policy.UPDATE: "ปรับตามรายการที่นำเข้า", Policy.KEEP: "คงของเดิม เติมเฉพาะช่องว่าง", Policy.SKIP: "ข้ามคนและตำแหน่งที่มีอยู่แล้ว",
}  # fmt: skip


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
    """Every row with what importing would do; wrong cells first, typed over in place, rows left out by Delete.

    Any row can be opened whole and mended, and one that is known already be decided apart from the others.
    """

    title = "ตรวจทาน"
    policy_chosen = Signal(object)
    left_out = Signal(object)  # ReviewRow
    wrong_asked = Signal()
    recheck_asked = Signal()
    row_asked = Signal(object)  # ReviewRow, to be mended whole
    decided = Signal(object, object)  # ReviewRow, Policy or None

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.state: ImportState | None = None
        self.policy = combo("คนและตำแหน่งที่มีอยู่แล้ว", [(POLICY_WORDS[policy], policy) for policy in Policy])
        self.policy.activated.connect(lambda _n: self.policy_chosen.emit(self.policy.currentData()))
        one = [("ตามทั้งรายการ", None), *((ONE_WORDS[policy], policy) for policy in Policy)]
        self.own = combo("แถวที่เลือก ถ้ามีอยู่แล้ว", one)
        self.own.activated.connect(self._decide)
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
        self.table.chosen.connect(self._show_row)
        self.edit_button = button("แก้ไขทั้งแถว…", self.edit_row, name="แก้ไขทุกช่องของแถวนี้ (Ctrl+E)")
        self.leave_button = button("ไม่นำเข้าแถวนี้", self.leave_out, name="ไม่นำเข้าแถวนี้ หรือนำกลับมา (Delete)")
        self.recheck_button = button("ตรวจใหม่", self.recheck_asked.emit, name="ตรวจแถวที่แก้ใหม่ (F5)")
        self.wrong_button = button("บันทึกแถวที่ผิดเป็น Excel…", self.wrong_asked.emit)
        head = row(theme, label("แสดง"), self.shown, label("ที่มีอยู่แล้ว"), self.policy, label("แถวที่เลือก"), self.own, 1)
        foot = row(theme, self.edit_button, self.leave_button, self.recheck_button, self.wrong_button, 1)
        box = column(theme, head, self.count, self.table, self.detail, foot, gap="s")
        box.setStretch(2, 1)
        self.setLayout(box)

    def show_state(self, state: ImportState) -> None:
        self.state = state
        counts = state.counts
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
            self.count.setText("\n".join([" · ".join([posts, *(f"{KIND_WORDS[k]} {counts[k]:,}" for k in Kind if counts[k]), *made, *passed]), *self._unread(preview)]))
        else:
            self.count.setText(f"แก้แล้ว {len(state.mended):,} ช่อง เลือกเป็นรายแถว {len(state.own):,} แถว กด “ตรวจใหม่” เพื่อดูผล")
        self.recheck_button.setEnabled(preview is None)
        self.wrong_button.setEnabled(counts[Kind.WRONG] > 0 and preview is not None)
        self._filter()

    @staticmethod
    def _unread(preview: Preview) -> list[str]:
        """Sheets left out, each with the way to read it all the same."""
        return [f"{one.said} หากต้องการใช้ ให้กลับไปเลือกแผ่นงานนี้ในขั้นก่อน" for one in preview.repeating]

    def _filter(self) -> None:
        if self.state is None:
            return
        kind, state = self.shown.currentData(), self.state
        at = max(0, self.table.currentIndex().row())
        self.model.set_rows(state.rows if kind is None else [one for one in state.rows if state.kind_of(one) is kind])
        self.table.choose_row(min(at, self.model.rowCount() - 1), 4)

    def _word(self, record: ReviewRow) -> str:
        return KIND_WORDS[self.state.kind_of(record)] if self.state else ""

    def _tone(self, record: ReviewRow) -> str:
        kind = self.state.kind_of(record) if self.state else record.kind
        if kind is Kind.WRONG:
            return "warn" if self.state and (record.sheet, record.cell) in self.state.mended else "error"
        return "muted" if kind in (Kind.SAME, Kind.LEFT_OUT) else ""

    def _show_row(self, record: ReviewRow | None) -> None:
        self.detail.setText(f"{record.cell} {record.said}".strip() if record else "")
        self.edit_button.setEnabled(record is not None)
        self.own.setEnabled(record is not None and record.known)
        choose(self.own, self.state.own.get(record.place) if record and self.state else None)

    def _edit(self, record: ReviewRow) -> None:
        """A wrong cell in its place, a right row as a whole."""
        if record.kind is not Kind.WRONG:
            self.row_asked.emit(record)
            return
        index: QModelIndex = self.model.index(self.table.currentIndex().row(), ReviewModel.VALUE)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def edit_row(self) -> None:
        record = self.table.current_record()
        if record is not None:
            self.row_asked.emit(record)

    def _decide(self, _number: int) -> None:
        record = self.table.current_record()
        if record is not None and record.known:
            self.decided.emit(record, self.own.currentData())

    def leave_out(self) -> None:
        record = self.table.current_record()
        if record is not None and record.kind is not Kind.WRONG:
            self.left_out.emit(record)
