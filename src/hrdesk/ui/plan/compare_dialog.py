"""What was added, removed and changed between two editions of a plan, and the money of each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.plan_changes import ChangeLine, change_lines
from hrdesk.domain.subject import place_of
from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, label, row, rule
from hrdesk.ui.kit.words import NOTHING, baht

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.plan_changes import PlanChanges, YearMoney
    from hrdesk.domain.subject import Subject
    from hrdesk.ui.kit.desk import Desk

FORM = "plan-changes"


def _difference(money: YearMoney) -> str:
    sign = "+" if money.difference > 0 else "−" if money.difference < 0 else ""
    return sign + baht(abs(money.difference))


class CompareDialog(EntryDialog):
    def __init__(self, desk: Desk, title: str, changes: PlanChanges, subject: Subject, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.desk = desk
        self.subject = subject
        self.setWindowTitle(f"สิ่งที่แก้ไข: {title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines: tuple[Column[ChangeLine], ...] = (
            Column("การแก้ไข", lambda c: c.kind, "ยกเลิก", tone=lambda c: "" if c.detail else "muted"),
            Column("รายการ", lambda c: c.place, "โครงการฝึกอบรมหลักสูตร", stretch=True),
            Column("เรื่อง", lambda c: c.what or NOTHING, "ผู้รับการพัฒนาเพิ่มเติม"),
            Column("เดิม", lambda c: c.before or NOTHING, "ข้อความเดิมที่ยาวพอควร"),
            Column("ใหม่", lambda c: c.after or NOTHING, "ข้อความใหม่ที่ยาวพอควร"),
        )
        money: tuple[Column[YearMoney], ...] = (
            Column("ปีงบประมาณ", lambda m: str(m.year), "ปีงบประมาณ", stretch=True),
            Column("เดิม (บาท)", lambda m: baht(m.before), "99,999,999", right=True),
            Column("ใหม่ (บาท)", lambda m: baht(m.after), "99,999,999", right=True),
            Column("เพิ่ม/ลด (บาท)", _difference, "เพิ่ม/ลด (บาท)", right=True),
        )
        self.lines = Table(theme, "สิ่งที่แก้ไข", RowsModel(lines))
        self.lines.rows.set_rows(change_lines(changes))
        self.money = Table(theme, "งบประมาณเดิมและใหม่", RowsModel(money))
        self.money.rows.set_rows(changes.money)
        self.money.setFixedHeight(self.money.horizontalHeader().sizeHint().height() + theme.row * len(changes.money) + 4)
        counts = f"เพิ่ม {len(changes.added)} · ยกเลิก {len(changes.removed)} · แก้ไข {len(changes.changed)} โครงการ"
        self.counts = label(counts if changes else "ไม่มีสิ่งที่แก้ไข", "section")
        self.print_button = button("พิมพ์ตารางเปรียบเทียบ", self._print)
        self.close_button = button("ปิด", self.accept, kind="primary")
        self.close_button.setDefault(True)
        foot = row(theme, 1, self.print_button, self.close_button)
        box = column(theme, self.counts, self.lines, self.money, rule(), foot, gap="s", pad="l")
        box.setStretch(1, 1)
        self.setLayout(box)
        self.resize(theme.px(880), theme.px(480))
        self.lines.choose_row(0)

    def _print(self) -> None:
        self.accept()
        self.desk.went.emit("reports", place_of(FORM, self.subject))
