"""เกณฑ์การอบรม: how much attendance passes, what mark passes, and when supervisors are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.training import HUNDRED, Rules
from hrdesk.services import Area
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import Form
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.desk import Desk

MOST_MONTHS = 36


class TrainingRulesSection(Page):
    areas = Area.TRAINING

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.form = Form(theme)
        self.attendance = CountBox("เวลาเข้าอบรมขั้นต่ำ (ร้อยละ)", 0, 0, HUNDRED)
        self.passing = CountBox("คะแนนผ่าน (ร้อยละ)", 0, 0, HUNDRED)
        self.months = CountBox("ติดตามผลหลังอบรม (เดือน)", 0, 0, MOST_MONTHS)
        self.form.add("attendance_percent", "เวลาเข้าอบรมขั้นต่ำ (ร้อยละ)", self.attendance)
        self.form.add("pass_percent", "คะแนนผ่าน (ร้อยละ)", self.passing)
        self.form.add("follow_up_months", "ติดตามผลหลังอบรม (เดือน)", self.months)
        self.form.changed.connect(self._touched)
        self.form.setMaximumWidth(theme.px(420))
        self.save_button = button("บันทึกเกณฑ์", self.save, kind="primary")
        self.save_button.setEnabled(False)
        self.form.then(self.save_button)
        self.told = label("", "small")
        about = "เกณฑ์นี้ใช้กับรุ่นที่เพิ่มใหม่ รุ่นที่มีอยู่แล้วใช้เกณฑ์เดิมของรุ่น แก้ไขได้ในข้อมูลของรุ่น ใส่ 0 เดือนเมื่อไม่ต้องติดตามผล"
        box = column(theme, label(about, "", wrap=True), self.form, row(theme, self.save_button, self.told, 1), 1, gap="m")
        box.setContentsMargins(0, theme.px(12), 0, 0)
        self.setLayout(box)

    def reader(self) -> Callable[[], Rules]:
        return self.services.classes.rules

    def show_data(self, data: Rules) -> None:
        self.form.blockSignals(True)  # what is read needs no saving
        self.attendance.setValue(data.attendance_percent)
        self.passing.setValue(data.pass_percent)
        self.months.setValue(data.follow_up_months)
        self.form.blockSignals(False)
        self.save_button.setEnabled(False)

    @property
    def dirty(self) -> bool:
        return self.save_button.isEnabled()

    def refresh(self) -> None:
        if not self.dirty:  # what is typed is not taken back by a change elsewhere
            super().refresh()

    def may_leave(self) -> bool:
        if not self.dirty:
            return True
        text = "เกณฑ์การอบรมที่แก้ไขยังไม่ได้บันทึก ถ้าไปต่อ สิ่งที่แก้ไขจะหายไป"
        if not ask(self.window(), "ยังไม่ได้บันทึก", text, "ไปต่อโดยไม่บันทึก"):
            return False
        self.save_button.setEnabled(False)
        self.told.setText("")
        self.refresh()
        return True

    def _touched(self) -> None:
        self.save_button.setEnabled(True)
        self.told.setText("● ยังไม่ได้บันทึก")

    def save(self) -> None:
        rules = Rules(self.attendance.value(), self.passing.value(), self.months.value())
        classes = self.services.classes
        self.desk.change(self, lambda: classes.save_rules(rules), self._saved)

    def _saved(self, _none: object) -> None:
        self.save_button.setEnabled(False)
        self.told.setText("บันทึกแล้ว")
