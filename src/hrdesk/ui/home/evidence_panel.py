"""The evidence pack of a fiscal year on the first page: what is complete, what is missing, and where to print it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from hrdesk.domain.evidence import STATE_WORDS, EvidenceItem, EvidenceRecord, EvidenceState
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea, YearBox, typed
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, button, clear, column, label, one_line, picture, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services import Area
    from hrdesk.services.glance import PackGlance
    from hrdesk.ui.kit.desk import Desk

PACK = "evidence-pack"
_MARKS = {
    EvidenceState.COMPLETE: ("check", "ok"), EvidenceState.READY: ("now", "accent"), EvidenceState.MISSING: ("warning", "warn"),
}  # fmt: skip


class EvidenceDialog(RecordDialog):
    """Number and day of the signed paper; emptied, the item is open again."""

    def __init__(self, desk: Desk, year: int, item: EvidenceItem, parent: QWidget) -> None:
        super().__init__(desk, f"{term(item.kind)} ปี {year}", parent)
        self.year = year
        self.item = item
        self.document = Field("เอกสาร", "เช่น บันทึกข้อความ ชม 52001/123 หรือ หน้า 45", item.record.document)
        self.dated = DateField(self.theme, "ลงวันที่", item.record.dated)
        self.note = TextArea("หมายเหตุ", item.record.note, lines=2)
        self.form.add_wide(label(item.hint, "muted", wrap=True))
        self.form.add("document", "เลขที่หรือหน้า", self.document)
        self.form.add("dated", "ลงวันที่", self.dated)
        self.form.add("note", "หมายเหตุ", self.note)
        self.fit()
        self.document.setFocus()

    def record(self) -> Callable[[], Area]:
        found = EvidenceRecord(typed(self.document), self.dated.day(), clean(self.note.toPlainText()))
        evidence, year, kind = self.desk.services.evidence, self.year, self.item.kind
        return lambda: evidence.record(year, kind, found)


class EvidencePanel(QFrame):
    """Of the fiscal year that is running, unless another is chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.desk = desk
        theme = desk.theme
        self.items: tuple[EvidenceItem, ...] = ()
        self.year = YearBox("ปีงบประมาณของหลักฐาน", FiscalYear.of(date.today()).be)  # noqa: DTZ011 - the officer's day
        self.count = label("", "muted")
        self.print_button = button("พิมพ์บัญชี", self._print_pack, kind="link", name="พิมพ์บัญชีหลักฐาน")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.space("m"))
        self.grid.setVerticalSpacing(0)
        head = row(theme, label("หลักฐานประเมิน LPA", "section"), self.year, self.count, 1, self.print_button)
        self.setLayout(column(theme, head, self.grid, gap="s", pad="l"))
        self.year.valueChanged.connect(lambda _year: desk.when_ready(self.refresh))

    def show_or_ask(self, pack: PackGlance) -> None:
        """Show that of the running year, or ask for that of the year chosen."""
        if pack.year == self.year.value():
            self._show(pack)
        else:
            self.refresh()

    def refresh(self) -> None:
        from hrdesk.services.glancing import pack_of  # noqa: PLC0415

        services, year = self.desk.services, self.year.value()
        self.desk.read(self, lambda: pack_of(services, year), self._show)

    def _show(self, pack: PackGlance) -> None:
        self.items, plan = pack.items, pack.plan
        clear(self.grid)
        for line, item in enumerate(self.items):
            icon, tone = _MARKS[item.state]
            parts = [
                picture(self.desk.theme, icon, tone), one_line(term(item.kind)),
                label(STATE_WORDS[item.state], "", tone), one_line(item.record.document or item.hint, "muted"),
            ]  # fmt: skip
            for place, part in enumerate(parts):
                self.grid.addWidget(part, line, place)
            links = row(self.desk.theme, 1, gap="m")
            for verb, act in self._acts(item, plan):
                link = button(verb, act, kind="link", name=f"{verb} {term(item.kind)}")
                link.setProperty("dense", True)
                links.addWidget(link)
            self.grid.addLayout(links, line, 4)
        self.grid.setColumnStretch(1, 3)
        self.grid.setColumnStretch(3, 3)
        done = sum(item.state is EvidenceState.COMPLETE for item in self.items)
        self.count.setText(f"ครบ {done} จาก {len(self.items)}")

    def _acts(self, item: EvidenceItem, plan: int | None) -> list[tuple[str, Callable[[], object]]]:
        found: list[tuple[str, Callable[[], object]]] = []
        if item.state is not EvidenceState.MISSING:
            if item.form:
                found.append(("พิมพ์", partial(self._print, item, plan)))
            found.append(("บันทึกเอกสาร", partial(self.desk.when_ready, partial(self.record, item))))
        return found

    def _print(self, item: EvidenceItem, plan: int | None) -> None:
        self.desk.went.emit("reports", place_of(item.form, Subject(plan=plan, year=self.year.value())))

    def _print_pack(self) -> None:
        self.desk.went.emit("reports", place_of(PACK, Subject(year=self.year.value())))

    def record(self, item: EvidenceItem) -> None:
        dialog = EvidenceDialog(self.desk, self.year.value(), item, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(lambda _value: self.refresh())
        dialog.open()
