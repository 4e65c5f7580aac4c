"""ข้อมูลส่วนบุคคล: hand one person their data, see who need not be kept any longer, and forget them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.thai.dates import short_date
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.locked_export import LockedExport
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.reading import stays
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, frame, label, panel, row, scroller, set_tone
from hrdesk.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.services.safety.privacy import Leaver, PersonName
    from hrdesk.ui.kit.desk import Desk

NAMES_SAID = 5


@dataclass(frozen=True)
class PrivacyData:
    people: tuple[PersonName, ...]
    leavers: tuple[Leaver, ...]
    years: int


COLUMNS: tuple[Column[Leaver], ...] = (
    Column("ชื่อ", lambda one: one.name, "นางสาวกัญญารัตน์ วงศ์สวัสดิ์พงศ์", stretch=True),
    Column("พ้นเมื่อ", lambda one: short_date(one.left_on), "29 พ.ย. 2569"),
    Column("สาเหตุ", lambda one: one.reason, "โอน (ย้าย) ไปหน่วยงานอื่น"),
    Column("เก็บถึง", lambda one: short_date(one.until), "29 พ.ย. 2569"),
    Column("สถานะ", lambda one: "ครบกำหนดแล้ว" if one.due else "ยังต้องเก็บ", "ครบกำหนดแล้ว กกก",
           tone=lambda one: "warn" if one.due else ""),
)  # fmt: skip


class PrivacySection(Page):
    areas = Area.STAFF

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.person = PickBox("เจ้าของข้อมูล", ())
        self.export_button = button("ส่งออกข้อมูลของบุคคลนี้…", self.export)
        self.said = label("", wrap=True)
        self.years = CountBox("จำนวนปีที่เก็บข้อมูลหลังพ้นจากตำแหน่ง", 1, 1, 99)
        self.years.editingFinished.connect(self._keep_years)
        stays(self.years, reads=False)
        self.table = Table(theme, "ผู้ที่พ้นจากตำแหน่ง", RowsModel(COLUMNS))
        self.table.explain("ยังไม่มีผู้ที่พ้นจากตำแหน่ง")
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self.table.setMinimumHeight(theme.row * 5)
        self.forget_button = button("ลบข้อมูลระบุตัวบุคคล…", self.forget)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        ask_line = row(theme, self.person, self.export_button)
        ask_line.setStretch(0, 1)
        right = "เจ้าของข้อมูลมีสิทธิขอดูข้อมูลทั้งหมดของตน ส่งออกเป็นแฟ้ม Excel ที่อ่านได้ ใส่รหัสผ่านไว้ให้"
        first = panel(theme, "สิทธิของเจ้าของข้อมูล", label(right, "muted", wrap=True), ask_line, self.said)
        kept = row(theme, label("เก็บข้อมูลผู้ที่พ้นจากตำแหน่งไว้"), self.years, label("ปี"), 1, self.forget_button)
        how = (
            "การลบข้อมูลระบุตัวบุคคลลบชื่อ เลขประจำตัว วันเกิด และบันทึกของคนนั้น แต่เก็บประเภท ระยะเวลา และผลการอบรมไว้เป็นสถิติ "
            "ในรายงานการประชุมและคณะกรรมการของแผนที่ยังไม่ประกาศจะเหลือแต่ตำแหน่ง ชื่อที่พิมพ์ไว้ในข้อความอื่นก็ลบด้วย "
            "ชื่อในแผนที่ประกาศใช้แล้วคงไว้เพราะเป็นเอกสารราชการที่ต้องเก็บตามระเบียบ ชื่อในชุดสำรองเดิมก็ไม่ถูกลบ"
        )
        second = panel(theme, "ผู้ที่พ้นจากตำแหน่ง", label(how, "muted", wrap=True), self.table, kept)
        whole = column(theme, first, second, gap="m")
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, theme.space("m"), 0, 0)
        self.setLayout(column(theme, scroller(frame(whole), "ข้อมูลส่วนบุคคล"), gap=""))
        self._selected()

    def reader(self) -> Callable[[], PrivacyData]:
        services = self.services

        def work() -> PrivacyData:
            years = services.pc.retention_years
            return PrivacyData(services.privacy.people(), services.privacy.leavers(years), years)

        return work

    def show_data(self, data: PrivacyData) -> None:
        chosen = self.person.currentData()
        self.person.clear()
        for one in data.people:
            self.person.addItem(f"{one.name} (พ้นจากตำแหน่ง)" if one.left else one.name, one.id)
            if one.id == chosen:
                self.person.setCurrentIndex(self.person.count() - 1)
        self.export_button.setEnabled(bool(data.people))
        self.years.setValue(data.years)
        self.table.rows.set_rows(data.leavers)
        self._selected()

    def chosen(self) -> list[Leaver]:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        return [self.table.rows.rows[number] for number in rows]

    def _selected(self) -> None:
        self.forget_button.setEnabled(bool(self.chosen()))

    def _keep_years(self) -> None:
        pc, years = self.services.pc, self.years.value()
        if years != pc.retention_years:
            self.desk.read(self, lambda: pc.keep(retention=str(years)), lambda _none: self.refresh())

    # handing over

    def export(self) -> None:
        staff_id = self.person.currentData()
        if staff_id is None:
            return
        privacy, name = self.services.privacy, self.person.currentText().partition(" (")[0]

        def done(written: Written[int], lock: str) -> None:
            self.said.setText(f"บันทึก {written.said} แล้ว {written.result:,} รายการ ({lock})")
            set_tone(self.said, "ok")

        LockedExport(
            "ข้อมูลของบุคคล", "บันทึกข้อมูลของบุคคล", f"ข้อมูลส่วนบุคคล_{name}.xlsx",
            lambda target, password: privacy.person_data(staff_id, target, password), done,
        ).ask(self.desk, self)  # fmt: skip

    # forgetting

    def forget(self) -> None:
        people = self.chosen()
        names = ", ".join(one.name for one in people[:NAMES_SAID])
        more = f" และอีก {len(people) - NAMES_SAID} คน" if len(people) > NAMES_SAID else ""
        early = sum(not one.due for one in people)
        warning = f"\nมี {early} คนที่ยังไม่ครบกำหนดเก็บ" if early else ""
        text = (
            f"ลบข้อมูลระบุตัวบุคคลของ {len(people)} คน: {names}{more}{warning}\n"
            "เลิกทำไม่ได้ โปรแกรมจะสำรองข้อมูลไว้ก่อน ผลการอบรมและสถิติยังอยู่"
        )
        if ask(self.window(), "ลบข้อมูลระบุตัวบุคคล", text, f"ลบข้อมูลของ {len(people)} คน"):
            privacy, ids = self.services.privacy, tuple(one.id for one in people)
            self.desk.change(self, lambda: privacy.anonymise(ids), lambda _none: self._forgot(len(ids)))

    def _forgot(self, count: int) -> None:
        self.services.register.changes.clear()  # what could be taken back would bring the names again
        self.said.setText(f"ลบข้อมูลระบุตัวบุคคลของ {count} คนแล้ว")
        set_tone(self.said, "ok")
        self.refresh()
