"""The evidence pack of a fiscal year on the first page: what is complete, what is missing, and where to print it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from hrdesk.domain.evidence import STATE_WORDS, EvidenceItem, EvidenceState
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.ui.kit.count_box import YearBox
from hrdesk.ui.kit.widgets import button, clear, column, label, one_line, picture, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services.glance import PackGlance
    from hrdesk.ui.kit.desk import Desk

PACK = "evidence-pack"
_MARKS = {
    EvidenceState.COMPLETE: ("check", "ok"), EvidenceState.READY: ("now", "accent"), EvidenceState.MISSING: ("warning", "warn"),
}  # fmt: skip


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
                picture(self.desk.theme, icon, tone), one_line(item.name),
                label(STATE_WORDS[item.state], "", tone), one_line(item.record.document or item.hint, "muted"),
            ]  # fmt: skip
            for place, part in enumerate(parts):
                self.grid.addWidget(part, line, place)
            links = row(self.desk.theme, 1, gap="m")
            for verb, act in self._acts(item, plan):
                link = button(verb, act, kind="link", name=f"{verb} {item.name}")
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
        self._open_form(item.form, plan)

    def _print_pack(self) -> None:
        self._open_form(PACK)

    def _open_form(self, form: str, plan: int | None = None) -> None:
        from hrdesk.domain.subject import Subject, place_of  # noqa: PLC0415 - when one is asked for

        self.desk.went.emit("reports", place_of(form, Subject(plan=plan, year=self.year.value())))

    def record(self, item: EvidenceItem) -> None:
        from hrdesk.ui.home.evidence_dialog import EvidenceDialog  # noqa: PLC0415 - fields and forms, when one is opened

        dialog = EvidenceDialog(self.desk, self.year.value(), item, self)
        dialog.saved.connect(lambda _value: self.refresh())
        dialog.open()
