"""ส่งมอบข้อมูล: everything of the office in one workbook, for a successor, another PC or the province."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.services import Area
from hrdesk.ui.kit.locked_export import LockedExport
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.widgets import button, column, label, panel, row, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.services.office_workbook.service import Exported
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.written import Written

ABOUT = (
    "ชุดข้อมูลหน่วยงานคือแฟ้ม Excel แฟ้มเดียวที่มีข้อมูลทุกอย่างของหน่วยงาน เปิดอ่านได้โดยไม่ต้องมีโปรแกรมนี้ "
    "ใช้ส่งมอบงานให้ผู้รับช่วง ย้ายไปเครื่องอื่น หรือเก็บไว้คู่กับชุดสำรอง"
)
BACK = "เครื่องใหม่รับข้อมูลกลับได้เมื่อเปิดโปรแกรมครั้งแรก โดยเลือก “รับข้อมูลจากชุดข้อมูลหน่วยงาน”"
UNFINISHED = " แผนที่ทำค้างไว้ในตัวช่วยไม่อยู่ในแฟ้มนี้ กรุณาทำให้เสร็จแล้วส่งออกใหม่"


class HandoverSection(Page):
    areas = ~Area(0)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.count = label("", "muted")
        self.said = label("", wrap=True)
        self.said.hide()
        self.export_button = button("ส่งออกชุดข้อมูลหน่วยงาน…", self.export, kind="primary")
        self.save_note = label(BACK, "muted", wrap=True)
        inside = panel(theme, "ชุดข้อมูลหน่วยงาน", label(ABOUT, wrap=True), self.count, row(theme, self.export_button, 1), self.said, self.save_note)
        whole = column(theme, inside, 1)
        whole.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(whole)

    def reader(self) -> Callable[[], int]:
        return self.services.office_workbook.count

    def show_data(self, data: int) -> None:
        self.count.setText(f"ขณะนี้มี {data:,} รายการ")

    def export(self) -> None:
        workbook = self.services.office_workbook

        def done(written: Written[Exported], lock: str) -> None:
            found = written.result
            self.said.setText(
                f"ส่งออก {found.records:,} รายการเป็น {written.said} ใน {written.path.parent} แล้ว ({lock})"
                + (UNFINISHED if found.unfinished else "")
            )
            set_tone(self.said, "warn" if found.unfinished else "ok")
            self.said.show()

        LockedExport("ชุดข้อมูลหน่วยงาน", "ส่งออกชุดข้อมูลหน่วยงาน", "ชุดข้อมูลหน่วยงาน.xlsx", workbook.export, done).ask(self.desk, self)
