"""The annual report's own words and its list of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrdesk.services.monitoring.rounds import AnnualTexts, EvidenceItem
from hrdesk.thai.dates import short_date
from hrdesk.ui.kit.editors import DateField, Form, TextArea, typed
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, OneLine, button, column, frame, panel, row, scroller, tool
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from hrdesk.ui.kit.theme import Theme

COLUMNS: tuple[Column[Any], ...] = (
    Column("เอกสารหลักฐาน", lambda item: item.title, "คำสั่งแต่งตั้งคณะกรรมการ", stretch=True),
    Column("เลขที่", lambda item: item.reference or NOTHING, "ที่ ชม 12345/2567"),
    Column("ลงวันที่", lambda item: short_date(item.dated) if item.dated else NOTHING, "29 พ.ย. 2567"),
    Column("ที่เก็บ", lambda item: item.kept_at or NOTHING, "แฟ้มการเจ้าหน้าที่ 3"),
)


class EvidenceDialog(ItemDialog):
    def __init__(self, theme: Theme, item: EvidenceItem, parent: QWidget) -> None:
        super().__init__(theme, "เอกสารหลักฐาน", parent)
        self.title = Field("ชื่อเอกสาร", "เช่น คำสั่งแต่งตั้งคณะกรรมการ", item.title)
        self.reference = Field("เลขที่", "เว้นว่างได้", item.reference)
        self.dated = DateField(theme, "ลงวันที่", item.dated)
        self.kept_at = Field("ที่เก็บ", "เช่น แฟ้มการเจ้าหน้าที่ 3", item.kept_at)
        self.form.add("title", "ชื่อเอกสาร", self.title)
        self.form.add("reference", "เลขที่", self.reference)
        self.form.add("dated", "ลงวันที่", self.dated)
        self.form.add("kept_at", "ที่เก็บ", self.kept_at)
        self.title.setFocus()

    def value(self) -> EvidenceItem | None:
        dated = self.dated.day()
        if self.dated.wrong:
            self.refuse(self.dated.wrong, self.dated)
            return None
        if not typed(self.title):
            self.refuse("กรุณากรอกชื่อเอกสาร", self.title)
            return None
        return EvidenceItem(typed(self.title), typed(self.reference), dated, typed(self.kept_at))


class AnnualPanel(QWidget):
    saved = Signal(object)  # AnnualTexts
    listed = Signal(object)  # the whole evidence, as it is to be stored

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.texts = AnnualTexts()
        self.evidence: tuple[EvidenceItem, ...] = ()
        self._of = (0, 0)
        self._undoable: object = None  # the year and list on which a deletion can be taken back
        self.summary = TextArea("สรุปผลการดำเนินงาน", lines=3)
        self.problems = TextArea("ปัญหาและอุปสรรค", lines=3)
        self.suggestions = TextArea("ข้อเสนอแนะ", lines=3)
        self.form = Form(theme)
        self.form.add("summary", "สรุปผล", self.summary)
        self.form.add("problems", "ปัญหาและอุปสรรค", self.problems)
        self.form.add("suggestions", "ข้อเสนอแนะ", self.suggestions)
        self.form.changed.connect(self._changed)
        self.table = Table(theme, "เอกสารหลักฐาน", RowsModel(COLUMNS))
        self.table.setMinimumHeight(theme.row * 4)
        self.table.explain("ยังไม่มีเอกสารหลักฐานของปีนี้ กด “เพิ่มเอกสาร” เพื่อใส่คำสั่ง ใบลงชื่อ และรายงานที่ใช้ยืนยันผลงาน")
        self.table.opened.connect(self.edit)
        self.add_button = button("เพิ่มเอกสาร", self.add)
        self.edit_button = tool(theme, "edit", "แก้ไขเอกสารที่เลือก (F2)", self.edit)
        self.delete_button = tool(theme, "delete", "ลบเอกสารที่เลือก (Delete)", self.delete)
        self.undo = UndoBar(theme, self)
        head = row(theme, 1, self.edit_button, self.delete_button, self.add_button, gap="xs")
        body = column(
            theme, panel(theme, "ข้อความในรายงาน", self.form),
            panel(theme, "บัญชีหลักฐาน", self.table, head), 1, gap="m",
        )  # fmt: skip
        self.state = OneLine("")
        self.state.setProperty("role", "small")
        self.print_button = button("พิมพ์รายงานประจำปี…")
        self.save_button = button("บันทึก", self.save, kind="primary")
        foot = row(theme, self.state, self.print_button, self.save_button)
        foot.setStretch(0, 1)
        whole = column(theme, scroller(frame(body), "รายงานผลประจำปี"), self.undo, foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        keys(self.table, {"Del": self.delete, "F2": self.edit})
        keys(self, {"Ctrl+N": self.add}, within=True)

    def show_year(self, texts: AnnualTexts, evidence: tuple[EvidenceItem, ...], of: tuple[int, int]) -> None:
        """`of` are plan and year. What is being typed stays when only the evidence changed."""
        if not self.dirty or texts != self.texts:
            self.texts = texts
            self.summary.setPlainText(texts.summary)
            self.problems.setPlainText(texts.problems)
            self.suggestions.setPlainText(texts.suggestions)
        if (of, evidence) != self._undoable:
            self.undo.dismiss()
        self.evidence, self._of = evidence, of
        place = max(0, self.table.currentIndex().row())
        self.table.rows.set_rows(evidence)
        self.table.choose_row(min(place, len(evidence) - 1))
        self.table.setVisible(bool(evidence))
        self.edit_button.setEnabled(bool(evidence))
        self.delete_button.setEnabled(bool(evidence))
        self._changed()

    def typed_texts(self) -> AnnualTexts:
        texts = (self.summary, self.problems, self.suggestions)
        return AnnualTexts(*(area.toPlainText().strip() for area in texts))

    @property
    def dirty(self) -> bool:
        return self.typed_texts() != self.texts

    def _changed(self) -> None:
        self.state.show_whole("● มีการแก้ไขที่ยังไม่ได้บันทึก" if self.dirty else "บันทึกแล้ว")
        self.save_button.setEnabled(self.dirty)

    def save(self) -> None:
        if self.dirty:
            self.saved.emit(self.typed_texts())

    def add(self) -> None:
        self._open(EvidenceItem(""), len(self.evidence))

    def edit(self, _record: object = None) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self.evidence):
            self._open(self.evidence[place], place)

    def _open(self, item: EvidenceItem, place: int) -> None:
        dialog = EvidenceDialog(self.theme, item, self)

        def put() -> None:
            items = list(self.evidence)
            items[place : place + 1] = [dialog.item]
            self.listed.emit(tuple(items))

        dialog.accepted.connect(put)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def delete(self) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self.evidence):
            before, gone = self.evidence, self.evidence[place]
            after = (*before[:place], *before[place + 1 :])
            self._undoable = self._of, after
            self.listed.emit(after)
            self.undo.offer(f"ลบ “{gone.title}” ออกจากบัญชีหลักฐานแล้ว", lambda: self.listed.emit(before))
