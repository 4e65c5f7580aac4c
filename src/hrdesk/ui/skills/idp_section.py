"""IDP: everybody of a unit with the plan of the year, made one by one or for all, and how far each has come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.idp_draft import TOPICS
from hrdesk.domain.skill_terms import IdpStatus
from hrdesk.domain.statistics import percent
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services import Area
from hrdesk.ui.kit.messages import UndoBar, ask
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, choose, column, combo, empty_state, label, refill, row, tool
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.people.frame import unit_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.idp import IdpRecord
    from hrdesk.domain.office import OrgUnit
    from hrdesk.services.skills.development import Drafted, IdpChoices, IdpRow
    from hrdesk.ui.kit.desk import Desk

NOT_MADE = "ยังไม่มีแผน"
WIDE = 960  # from here all columns fit beside a post that can be read
FEWER = (3, 8)  # ไม่ประเมิน, 70:30
_SHOWN: tuple[tuple[str, object], ...] = (
    ("ทุกสถานะ", None), (NOT_MADE, "none"), *((term(status), status) for status in IdpStatus), ("มีรายการเกินกำหนด", "late")
)  # fmt: skip


@dataclass(frozen=True)
class IdpData:
    rows: tuple[IdpRow, ...]
    units: tuple[OrgUnit, ...]
    years: tuple[int, ...]


class IdpSection(Page):
    areas = Area.SKILLS | Area.STAFF | Area.ORGANIZATION | Area.CURRICULUM

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: IdpData | None = None
        self._first, self._counted = True, ""
        now = FiscalYear.of(date.today()).be  # noqa: DTZ011 - the officer's day
        self.year = combo("ปีงบประมาณ", [(f"ปีงบประมาณ {be}", be) for be in (now + 1, now, now - 1)])
        choose(self.year, now)
        self.unit = combo("กรองตามสังกัด", [("ทุกสังกัด", None)])
        self.status = combo("กรองตามสถานะ", _SHOWN)
        for box in (self.unit, self.status):
            box.setMaximumWidth(theme.px(190))
        for box in (self.year, self.unit):
            box.activated.connect(self.refresh)
        self.status.activated.connect(self._filter)
        self.print_button = button("พิมพ์…", self.print, name="พิมพ์แผนพัฒนารายบุคคลของสังกัดที่เลือก")
        self.batch_button = button("สร้างแผนให้ทุกคน…", self.draft_all, name="สร้างแผนให้ทุกคนที่ยังไม่มีแผน")
        self.open_button = button("เปิดแผน…", self.open_current, kind="primary", name="เปิดหรือสร้างแผนของผู้ที่เลือก")
        self.delete_button = tool(theme, "delete", "ลบแผนร่างที่เลือก", self.delete)
        bar = row(theme, self.year, self.unit, self.status, 1, self.delete_button, self.print_button, self.batch_button,
                  self.open_button)  # fmt: skip
        self.table = Table(theme, "แผนพัฒนารายบุคคล", RowsModel(self._columns()))
        self.table.explain("ไม่พบบุคลากรตามที่เลือก")
        self.table.opened.connect(self.open_row)
        self.table.chosen.connect(self._chosen)
        self.empty = empty_state(
            theme, "ยังไม่มีบุคลากรในทะเบียน", button("ไปหน้าบุคลากร", lambda: desk.went.emit("people", ""))
        )
        self.count = label("", "small", wrap=True)
        self.undo = UndoBar(theme, self)
        self.empty.hide()  # until it is known that there is nothing
        whole = column(theme, bar, self.table, self.empty, self.count, self.undo, gap="s")
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(whole)
        QShortcut(QKeySequence("F2"), self.table).activated.connect(self.open_current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the post needs the room: what two columns say is told of the chosen person below."""
        super().resizeEvent(event)
        for number in FEWER:
            self.table.setColumnHidden(number, self.is_narrow)
        self._chosen(self.table.current_record())

    @property
    def is_narrow(self) -> bool:
        return self.width() < self.theme.px(WIDE)

    def _columns(self) -> tuple[Column[IdpRow], ...]:
        return (
            Column("ชื่อ-สกุล", lambda r: r.name, "นางสาวจิราพร ปัญญาเฟือนงาม"),
            Column("ตำแหน่ง", lambda r: r.position or NOTHING, "นักวิเคราะห์", stretch=True),
            Column("ช่องว่าง", lambda r: str(r.gaps) if r.gaps else NOTHING, "99", right=True),
            Column("ไม่ประเมิน", lambda r: str(r.unknown) if r.unknown else NOTHING, "99", right=True),
            Column("แผน", lambda r: term(r.status) if r.status else NOT_MADE, "เห็นชอบแล้ว",
                   tone=lambda r: "" if r.status else "muted"),
            Column("รายการ", lambda r: f"{r.done}/{r.items}" if r.idp_id else NOTHING, "99/99", right=True),
            Column("เกินกำหนด", lambda r: str(r.overdue) if r.overdue else NOTHING, "99", right=True,
                   tone=lambda r: "warn" if r.overdue else ""),
            Column("70:20:10", _mix, "100:20:10", right=True,
                   tone=lambda r: "" if r.mix is None or r.mix.near_the_rule else "warn"),
            Column("70:30", _stages, "100:30", right=True),
        )  # fmt: skip

    # reading

    def reader(self) -> Callable[[], IdpData]:
        services, year, unit = self.services, self.year.currentData(), self.unit.currentData()
        return lambda: IdpData(
            services.development.listed(year, unit), services.register.units(), services.development.years()
        )

    def show_data(self, data: IdpData) -> None:
        self.info = data
        now = FiscalYear.of(date.today()).be  # noqa: DTZ011 - the officer's day
        years = sorted({now + 1, now, now - 1, *data.years}, reverse=True)
        refill(self.unit, [("ทุกสังกัด", None), *unit_items(data.units)])
        refill(self.year, [(f"ปีงบประมาณ {be}", be) for be in years])
        first, self._first = self._first, False
        if first and data.years and max(data.years) < now - 1:  # an office of the past: the sample, or one put aside
            choose(self.year, max(data.years))
            self.refresh()
            return
        self._filter()

    def _filter(self) -> None:
        if self.info is None:
            return
        wanted = self.status.currentData()
        rows = [line for line in self.info.rows if _fits(line, wanted)]
        self.table.rows.set_rows(rows)
        present = [line for line in self.info.rows if not line.left]  # as the guideline's percentage counts them
        with_plan, total = sum(line.idp_id is not None for line in present), len(present)
        share = percent(with_plan, total)
        said = "" if share is None else f" (ร้อยละ {share})"
        self._counted = f"มีแผน {with_plan:,} จาก {total:,} คน{said}"
        self.empty.setVisible(not self.info.rows)
        self.table.setVisible(bool(self.info.rows))
        self.batch_button.setEnabled(with_plan < total)
        self.print_button.setEnabled(any(line.idp_id is not None for line in self.info.rows))
        if self.table.current_record() is None:
            self.table.choose_row(0)
        self._chosen(self.table.current_record())

    def _chosen(self, line: IdpRow | None) -> None:
        self.open_button.setEnabled(line is not None)
        self.open_button.setText("เปิดแผน…" if line is None or line.idp_id else "สร้างแผน…")
        self.delete_button.setEnabled(line is not None and line.status is IdpStatus.DRAFT)
        more = f"   {line.name}: ยังไม่ประเมิน {line.unknown} เรื่อง 70:30 = {_stages(line)}" if line and self.is_narrow else ""
        self.count.setText(self._counted + more)

    # doing

    def open_current(self) -> None:
        line = self.table.current_record()
        if line is not None:
            self.open_row(line)

    def open_row(self, line: IdpRow) -> None:
        development, year, number = self.services.development, self.year.currentData(), line.idp_id

        def read() -> tuple[IdpRecord, IdpChoices]:
            plan = development.load(number) if number else development.draft(line.staff_id, year)
            return plan, development.choices(plan.staff_id)

        self.desk.read_to_open(self, read, lambda found: self.open_idp(*found))

    def open_idp(self, idp: IdpRecord, choices: IdpChoices) -> None:
        from hrdesk.ui.skills.idp_dialog import IdpDialog  # noqa: PLC0415 - seldom

        dialog = IdpDialog(self.desk, idp, choices, self)
        dialog.changed.connect(self.refresh)
        dialog.open()

    def draft_all(self) -> None:
        if self.info is None:
            return
        missing = sum(line.idp_id is None and line.gaps > 0 for line in self.info.rows)
        unjudged = sum(line.idp_id is None and line.gaps == 0 for line in self.info.rows)
        text = (
            f"จะสร้างแผนร่างปีงบประมาณ {self.year.currentData()} จากช่องว่างและคู่มือการพัฒนาให้ {missing} คน"
            f" คนละไม่เกิน {TOPICS} ประเด็น แก้ไขได้ทุกแผน"
        )
        if unjudged:
            text += f" อีก {unjudged} คนยังไม่พบช่องว่าง จึงยังไม่สร้าง"
        if not missing:
            text = "ยังไม่มีผู้ที่พบช่องว่างและยังไม่มีแผน กรุณากรอกผลประเมินก่อน หรือสร้างแผนรายคน"
        if not ask(self.window(), "สร้างแผนพัฒนารายบุคคล", text, "สร้างแผนร่าง") or not missing:
            return
        development, year, unit = self.services.development, self.year.currentData(), self.unit.currentData()
        self.desk.change(self, lambda: development.draft_all(year, unit), self._drafted)

    def _drafted(self, drafted: Drafted | None) -> None:
        if drafted is not None and drafted.made:
            development, made = self.services.development, drafted.made
            self.undo.offer(
                f"สร้างแผนร่าง {len(made)} คนแล้ว",
                lambda: self.desk.change(self, lambda: development.delete_all(made), lambda _none: self.refresh()),
            )
        self.refresh()

    def delete(self) -> None:
        line = self.table.current_record()
        if line is None or line.idp_id is None:
            return
        development, number = self.services.development, line.idp_id

        def work() -> tuple[IdpRecord, Area]:
            plan = development.load(number)
            return plan, development.delete(number)

        self.desk.change(self, work, self._deleted)

    def _deleted(self, plan: IdpRecord | None) -> None:
        if plan is not None:
            development, again = self.services.development, replace(plan, id=0)
            self.undo.offer(
                f"ลบแผนของ{plan.name}แล้ว",
                lambda: self.desk.change(self, lambda: development.save(again), lambda _id: self.refresh()),
            )
        self.refresh()

    def print(self) -> None:
        subject = Subject(year=self.year.currentData(), unit=self.unit.currentData())
        self.desk.went.emit("reports", place_of("idp", subject))

    def show_place(self, place: str) -> None:
        """`staff:12`."""
        number = place.partition(":")[2]
        if number.isdigit():
            choose(self.status, None)
            self._filter()
            self.table.choose_where(lambda line: line.staff_id == int(number))


def _stages(line: IdpRow) -> str:
    return f"{line.stages.current}:{line.stages.future}" if line.stages else NOTHING


def _mix(line: IdpRow) -> str:
    return f"{line.mix.own_work}:{line.mix.others}:{line.mix.course}" if line.mix is not None else NOTHING


def _fits(line: IdpRow, wanted: object) -> bool:
    if wanted == "none":
        return line.idp_id is None
    if wanted == "late":
        return line.overdue > 0
    return wanted is None or line.status is wanted
