"""ประวัติการใช้งาน: who did what and when, to look through and to hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from hrdesk.domain.audit import ACTION_TERMS, SUBJECT_TERMS, AuditQuery
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.safety.audit import cells
from hrdesk.ui.kit.editors import DateField
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.preferences import chosen_file, remember_folder, save_folder
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, combo, label, refill, row
from hrdesk.written import Written, write_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.audit import AuditLine, AuditPage
    from hrdesk.ui.kit.desk import Desk


@dataclass(frozen=True)
class AuditData:
    page: AuditPage
    subjects: tuple[str, ...]


COLUMNS: tuple[Column[AuditLine], ...] = (
    Column("วันที่", lambda one: str(cells(one)[0]), "29 พ.ย. 2569"),
    Column("เวลา", lambda one: str(cells(one)[1]), "00:00:00"),
    Column("ผู้ใช้เครื่อง", lambda one: one.user, "administrator"),
    Column("การกระทำ", lambda one: one.action_term, "ลบข้อมูลระบุตัวบุคคล"),
    Column("เรื่อง", lambda one: one.subject_term, "กลุ่มทักษะของบุคลากร"),
    Column("จำนวน", lambda one: f"{one.count:,}" if one.count else "", "20,000", right=True),
    Column("รายการและรายละเอียด", lambda one: " · ".join(filter(None, (one.names or one.row_ids, one.detail))), stretch=True),
)


class AuditSection(Page):
    areas = ~Page.areas

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.limit = AuditQuery().limit
        self.action = combo("การกระทำ", [("ทุกการกระทำ", None), *((text, one) for one, text in ACTION_TERMS.items())])
        self.subject = combo("เรื่อง", [("ทุกเรื่อง", "")])
        self.since = DateField(theme, "ตั้งแต่วันที่")
        self.until = DateField(theme, "ถึงวันที่")
        self.export_button = button("ส่งออก Excel…", self.export)
        self.table = Table(theme, "ประวัติการใช้งาน", RowsModel(COLUMNS))
        self.table.explain("ไม่พบรายการตามที่เลือก")
        self.said = label("", "small")
        self._told = ""  # in the place of the count, when the list comes again
        self.more_button = button("แสดงเพิ่ม", self._more, kind="link", name="แสดงประวัติที่เก่ากว่านี้")
        about = "บันทึกเองทุกครั้งที่มีการเปลี่ยนแปลง ดูเลขประจำตัวเต็ม พิมพ์ ส่งออก หรือกู้คืน แก้ไขหรือลบไม่ได้ และไม่เก็บเลขประจำตัวหรือค่าที่แก้"
        filters = row(theme, self.action, self.subject, label("ตั้งแต่"), self.since, label("ถึง"), self.until)
        foot = row(theme, self.said, self.more_button, 1, self.export_button)
        whole = column(theme, label(about, "muted", wrap=True), filters, self.table, foot)
        whole.setStretch(2, 1)
        whole.setContentsMargins(0, theme.space("m"), 0, 0)
        self.setLayout(whole)
        for box in (self.action, self.subject):
            box.activated.connect(lambda _index: self.refresh())
        for day in (self.since, self.until):
            day.changed.connect(self.refresh)

    def query(self) -> AuditQuery:
        return AuditQuery(
            self.action.currentData(), self.subject.currentData() or "", self.since.day(), self.until.day(), 0, self.limit
        )

    def reader(self) -> Callable[[], AuditData]:
        audit, query = self.services.audit, self.query()
        return lambda: AuditData(audit.page(query), audit.subjects())

    def show_data(self, data: AuditData) -> None:
        refill(self.subject, [("ทุกเรื่อง", ""), *((SUBJECT_TERMS.get(one, one), one) for one in data.subjects)])
        self.table.rows.set_rows(data.page.lines)
        shown, total = len(data.page.lines), data.page.total
        all_of_it = f"{total:,} รายการ" if total else "ไม่มีรายการตามที่เลือก"
        self.said.setText(self._told or (f"{shown:,} จาก {total:,} รายการ" if shown < total else all_of_it))
        self._told = ""
        self.more_button.setVisible(shown < total)
        self.export_button.setEnabled(bool(total))

    def _more(self) -> None:
        self.limit *= 4
        self.refresh()

    def export(self) -> None:
        start = str(save_folder() / "ประวัติการใช้งาน.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, "ส่งออกประวัติการใช้งาน", start, "Excel (*.xlsx)")
        if not chosen:
            return
        target, audit, query = chosen_file(chosen, ".xlsx"), self.services.audit, self.query()
        remember_folder(target.parent)
        self.desk.read(self, lambda: write_to(target, lambda: audit.export(query, target)), self._exported)

    def _exported(self, written: Written[int]) -> None:
        self._told = f"บันทึก {written.said} แล้ว {written.result:,} รายการ"
        self.refresh()
