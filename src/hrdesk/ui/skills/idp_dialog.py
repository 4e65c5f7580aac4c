"""One person's IDP of one year: its items, the two superiors' agreement, how it went and its end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from hrdesk.domain.idp import IdpItem, IdpRecord, check_idp, mix, stages
from hrdesk.domain.skill_terms import IdpItemStatus, IdpStatus, LearningWay
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.errors import Problem, Severity, UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.services.value_json import to_json, tuple_from_json
from hrdesk.thai.dates import long_date, month_span
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import EntryDialog, Form, TextArea, typed
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, column, label, row, rule, set_tone, tool
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.skills.idp_agreement import Agreement
from hrdesk.ui.skills.idp_item_dialog import ItemFields

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from hrdesk.services import Area
    from hrdesk.services.skills.development import IdpChoices
    from hrdesk.ui.kit.desk import Desk

NEW = IdpItem("", "", "", expected=0)
ITEMS, AGREEMENT, RESULT = range(3)
WAY_WORDS = {LearningWay.OWN_WORK: "70 งาน", LearningWay.OTHERS: "20 ผู้อื่น", LearningWay.COURSE: "10 อบรม"}


class IdpDialog(EntryDialog):
    draft_name = "รายการพัฒนา"
    changed = Signal()  # something was stored

    def __init__(self, desk: Desk, idp: IdpRecord, choices: IdpChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk, self.theme = desk, desk.theme
        self.idp, self.choices = idp, choices
        self._stored = idp if idp.id else None
        self.items = list(idp.items)
        theme = self.theme
        self.setWindowTitle(f"แผนพัฒนารายบุคคล ปีงบประมาณ {idp.year}: {idp.name}")
        who = " · ".join(part for part in (idp.post, idp.unit) if part)
        self.status = label("", "muted")
        head = row(theme, label(idp.name, "section"), label(who, "muted"), 1, self.status)
        self.agreement = Agreement(theme, idp, choices)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("ส่วนของแผนพัฒนารายบุคคล")
        for title, part in (
            ("รายการพัฒนา", self._items_tab()), ("ความเห็นชอบ", self.agreement), ("ผลการพัฒนา", self._result_tab())
        ):  # fmt: skip
            self.tabs.addTab(part, title)
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.agree_button = button("เห็นชอบแผน", self.agree)
        self.close_button = button("ปิดแผน…", self.close_plan)
        self.print_button = button("พิมพ์…", self.print, name="พิมพ์แผนพัฒนารายบุคคลนี้")
        self.cancel_button = button("ปิดหน้าต่าง", self.reject)
        self.save_button = button("บันทึก", self.save, kind="primary")
        self.save_button.setDefault(True)
        foot = row(theme, self.agree_button, self.close_button, 1, self.print_button, self.cancel_button, self.save_button)
        whole = column(theme, head, self.tabs, self.wrong, rule(), foot, gap="s", pad="l")
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.save_key.activated.connect(self.save_button.click)  # which is disabled while it saves
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self.add)
        self.resize(theme.px(1040), theme.px(620))
        screen = self.screen().availableGeometry() if self.screen() else None
        if screen is not None:
            self.resize(min(self.width(), screen.width() - 20), min(self.height(), screen.height() - 60))
        self._show()

    def _items_tab(self) -> QWidget:
        theme = self.theme
        self.goal = Field("เป้าหมายการพัฒนา", "เช่น พร้อมปฏิบัติงานตามระดับตำแหน่งภายในปีนี้", self.idp.goal)
        self.table = Table(theme, "รายการพัฒนา", RowsModel(self._columns()))
        self.table.explain("ยังไม่มีรายการพัฒนา")
        self.table.opened.connect(lambda _item: self.edit())
        self.mix = label("", "small", wrap=True)
        self.add_button = button("เพิ่มรายการ…", self.add)
        self.way_button = button("เพิ่มวิธี…", self.add_way, name="เพิ่มวิธีพัฒนาของประเด็นที่เลือก")
        self.edit_button = button("แก้ไข…", self.edit, name="แก้ไขรายการที่เลือก")
        self._movers = (
            tool(theme, "up", "เลื่อนรายการขึ้น", lambda: self._move(-1)),
            tool(theme, "down", "เลื่อนรายการลง", lambda: self._move(1)),
            tool(theme, "delete", "ลบรายการที่เลือก", self._delete),
        )
        goal = row(theme, label("เป้าหมาย"), self.goal)
        goal.setStretch(1, 1)
        bar = row(theme, 1, *self._movers, self.edit_button, self.way_button, self.add_button, gap="xs")
        part = QWidget()
        box = column(theme, goal, self.table, self.mix, bar, gap="s")
        box.setContentsMargins(0, theme.px(8), 0, 0)
        part.setLayout(box)
        return part

    def _columns(self) -> tuple[Column[IdpItem], ...]:
        today = date.today()  # noqa: DTZ011 - the officer's day
        return (
            Column("ประเด็นหรือสมรรถนะ", lambda r: f"{r.code} {r.name}".strip(), "DLit100 เข้าถึงและตระหนัก"),
            Column("ช่องว่าง", lambda r: str(r.gap), "9", right=True),
            Column("รูปแบบ", lambda r: WAY_WORDS[r.way], "10 อบรม ๆ"),
            Column("วิธีการพัฒนา", lambda r: r.activity, "", stretch=True),
            Column("ระยะเวลา", lambda r: month_span(r.starts_on, r.ends_on) or NOTHING, "ต.ค. - พ.ย. 2567"),
            Column("สถานะ", lambda r: term(r.status), "กำลังดำเนินการอยู่",
                   tone=lambda r: "warn" if r.overdue(today) else ""),
        )  # fmt: skip

    def _result_tab(self) -> QWidget:
        self.summary_form = Form(self.theme)
        self.summary = TextArea("สรุปผลการพัฒนา", self.idp.result, lines=5)
        self.progress = label("", "", wrap=True)
        self.summary_form.add_wide(self.progress)
        self.summary_form.add("result", "สรุปผล", self.summary)
        note = "บันทึกสถานะ หลักฐาน และผลของแต่ละรายการในส่วน “รายการพัฒนา” เมื่อครบแล้วจึงปิดแผนได้"
        self.summary_form.add_wide(label(note, "muted", wrap=True))
        part = QWidget()
        box = column(self.theme, self.summary_form, 1)
        box.setContentsMargins(0, self.theme.px(8), 0, 0)
        part.setLayout(box)
        return part

    # showing

    def _show(self, place: int = 0) -> None:
        self.table.rows.set_rows(self.items)
        self.table.choose_row(min(place, len(self.items) - 1))
        found, by_stage = mix(self.items), stages(self.items)
        shares = (
            f"งาน {found.own_work} : ผู้อื่น {found.others} : อบรม {found.course} (เกณฑ์ 70:20:10)"
            f" · ระยะปัจจุบัน {by_stage.current} : ถัดไป {by_stage.future} (เกณฑ์ 70:30)"
        )
        problems = [p for p in check_idp(self.value()) if p.code != "idp-goal"]
        first = next((p for p in problems if p.severity is Severity.ERROR), problems[0] if problems else None)
        more = f" และอีก {len(problems) - 1} ข้อ" if len(problems) > 1 else ""
        told = f" · {first.place}: {first.text}{more}" if first is not None and self.items else ""
        self.mix.setText(shares + told if self.items else "ยังไม่มีรายการพัฒนา")
        set_tone(self.mix, "warn" if told else "")
        frozen = self.idp.is_closed
        ended = f" {long_date(self.idp.closed_on)}" if self.idp.closed_on else ""
        self.status.setText(term(self.idp.status) + ended)
        parts: tuple[QWidget, ...] = (*self._movers, self.add_button, self.way_button, self.save_button, self.goal, self.summary)
        for part in parts:
            part.setEnabled(not frozen)
        self.agreement.freeze(frozen=frozen)
        self.edit_button.setEnabled(bool(self.items))
        self.way_button.setEnabled(bool(self.items) and not frozen)
        self.agree_button.setVisible(self.idp.status is IdpStatus.DRAFT)
        self.close_button.setVisible(self.idp.status is IdpStatus.AGREED)
        ready = sum(item.status in (IdpItemStatus.DONE, IdpItemStatus.DROPPED) for item in self.items)
        self.progress.setText(f"มีผลแล้ว {ready} จาก {len(self.items)} รายการ")

    def value(self) -> IdpRecord:
        """As it stands in the window."""
        people = self.agreement.values()
        return replace(
            self.idp, goal=typed(self.goal), result=clean(self.summary.toPlainText()), items=tuple(self.items), **people
        )

    @property
    def unsaved(self) -> bool:
        return not self.idp.is_closed and self.value() != (self._stored or replace(self.idp, items=()))

    # items

    def place(self) -> int:
        return self.table.currentIndex().row()

    def add(self) -> None:
        if not self.idp.is_closed:
            self._item(NEW, len(self.items))

    def add_way(self) -> None:
        """A further way to close the gap that is chosen, below it."""
        if 0 <= self.place() < len(self.items) and not self.idp.is_closed:
            self._item(self.items[self.place()].another_way(), self.place() + 1)

    def edit(self) -> None:
        if 0 <= self.place() < len(self.items):
            self._item(self.items[self.place()], self.place(), self.place() + 1)

    def _item(self, item: IdpItem, place: int, end: int | None = None) -> None:
        """The item takes the place of those from `place` to before `end`, or comes in between."""
        dialog = ItemFields(self.theme, item, self.choices, self)
        dialog.ok.setEnabled(not self.idp.is_closed)

        def put() -> None:
            self.items[place : place if end is None else end] = [dialog.item]
            self._show(place)

        dialog.accepted.connect(put)
        dialog.open()

    def _move(self, step: int) -> None:
        here, there = self.place(), self.place() + step
        if 0 <= here < len(self.items) and 0 <= there < len(self.items):
            self.items[here], self.items[there] = self.items[there], self.items[here]
            self._show(there)

    def _delete(self) -> None:
        if 0 <= self.place() < len(self.items):
            here = self.place()
            del self.items[here]
            self._show(max(0, here - 1))

    # kept as a draft

    def draft_text(self) -> str:
        return to_json(tuple(self.items))

    def take_draft(self, text: str) -> None:
        self.items = list(tuple_from_json(IdpItem, text))
        self._show()

    # storing

    def save(self, then: Callable[[], object] | None = None) -> None:
        if self.idp.is_closed or self.agreement.form.unreadable():
            self.agreement.form.show_problems(())
            return
        record, development = self.value(), self.desk.services.development

        def work() -> tuple[IdpRecord, Area]:
            number, area = development.save(record)
            return development.load(number), area

        def stored(fresh: IdpRecord | None) -> None:
            self.save_button.setEnabled(True)
            if fresh is not None:
                self._take(fresh)
            if then is not None:
                then()

        self.save_button.setEnabled(False)  # a second press while it is stored would make a second plan
        self.desk.change(self, work, stored, self._refused)

    def _take(self, fresh: IdpRecord) -> None:
        reopened = self.idp.status is IdpStatus.AGREED and fresh.status is IdpStatus.DRAFT
        self.idp = self._stored = fresh
        self.items = list(fresh.items)
        self.agreement.take(fresh)
        self.wrong.setText("สาระของแผนเปลี่ยน จึงต้องขอความเห็นชอบใหม่" if reopened else "")
        self.wrong.setVisible(reopened)
        self._show(self.place())
        self.changed.emit()

    def agree(self) -> None:
        self.save(lambda: self._step(self.desk.services.development.agree))

    def close_plan(self) -> None:
        text = f"เมื่อปิดแผนของ{self.idp.name}แล้วจะแก้ไขไม่ได้อีก แผนยังเปิดดูและพิมพ์ได้"
        if ask(self, "ปิดแผนพัฒนารายบุคคล", text, "ปิดแผน"):
            today = date.today()  # noqa: DTZ011 - the officer's day
            development = self.desk.services.development
            self.save(lambda: self._step(lambda number: development.close(number, today)))

    def _step(self, act: Callable[[int], Area]) -> None:
        number, development = self.idp.id, self.desk.services.development

        def work() -> tuple[IdpRecord, Area]:
            area = act(number)
            return development.load(number), area

        def taken(fresh: IdpRecord | None) -> None:
            if fresh is not None:
                self._take(fresh)

        self.desk.change(self, work, taken, self._refused)

    def print(self) -> None:
        """Stored first, so that paper and data agree; then the papers' page."""
        form = "idp-result" if self.idp.is_closed else "idp"

        def show() -> None:
            subject = Subject(year=self.idp.year, idp=self.idp.id)
            super(IdpDialog, self).reject()
            self.desk.went.emit("reports", place_of(form, subject))

        if self.unsaved or not self.idp.id:
            self.save(show)
        else:
            show()

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(not self.idp.is_closed)
        if not isinstance(error, UserError):
            self.desk.complain(self, error)
            return
        problems: tuple[Problem, ...] = getattr(error, "problems", ())
        homeless = [*self.agreement.form.show_problems(problems, focus=False)] if problems else [str(error)]
        if problems and len(homeless) < len(problems):
            self.tabs.setCurrentIndex(AGREEMENT)
        places = [f"{p.place}: {p.text}" for p in problems if p.text in homeless] or homeless
        self.wrong.setText("\n".join(places[:4]))
        self.wrong.setVisible(bool(places))

    def reject(self) -> None:
        if not self.unsaved or ask(self, "ยังไม่ได้บันทึก", "แผนนี้มีการแก้ไขที่ยังไม่ได้บันทึก", "ปิดโดยไม่บันทึก"):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

