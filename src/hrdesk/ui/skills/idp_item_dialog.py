"""One item of an IDP: what is developed, how, when, by what it is measured, and how it went."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.competency import HIGHEST
from hrdesk.domain.idp import RULE, IdpItem
from hrdesk.domain.skill_terms import IdpItemStatus, LearningWay
from hrdesk.domain.terms import term
from hrdesk.thai.text import clean
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import DateField, EntryDialog, Form, TextArea, side_by_side, typed
from hrdesk.ui.kit.widgets import ChoiceBox, Field, button, choose, column, combo, label, row, rule, scroller

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.theme import Theme


class ItemFields(EntryDialog):
    """`item` is the new value after it was accepted."""

    def __init__(self, theme: Theme, item: IdpItem, year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.item, self.year = item, year
        self.setWindowTitle(f"รายการพัฒนา {item.code}".strip())
        self.setMinimumWidth(theme.px(640))
        self.form = Form(theme)
        self.name = Field("ประเด็นหรือสมรรถนะ", "เช่น การเขียนหนังสือราชการ", item.name)
        self.name.setReadOnly(bool(item.code))  # the name of a unit is the framework's
        self.goal = Field("เป้าหมายของรายการ", "", item.goal)
        self.expected = CountBox("ระดับที่คาดหวัง", item.expected, 0, HIGHEST)
        levels = [("–", None), *((str(n), n) for n in range(HIGHEST + 1))]
        self.levels: dict[str, ChoiceBox] = {}
        for key, text in (("self_level", "ตนเอง"), ("superior_level", "หัวหน้า"), ("agreed_level", "ตกลงร่วมกัน")):
            self.levels[key] = combo(f"ระดับ: {text}", levels)
            choose(self.levels[key], getattr(item, key))
        self.way = combo("รูปแบบการเรียนรู้", [(f"{term(way)} ({RULE[way]})", way) for way in LearningWay])
        choose(self.way, item.way)
        self.activity = TextArea("วิธีการพัฒนา", item.activity, lines=2)
        self.start = DateField(theme, "วันเริ่ม", item.starts_on)
        self.end = DateField(theme, "วันสิ้นสุด", item.ends_on)
        self.indicator = Field("ตัวชี้วัด", "สิ่งที่แสดงว่าทำได้แล้ว", item.indicator)
        self.status = combo("สถานะ", [(term(status), status) for status in IdpItemStatus])
        choose(self.status, item.status)
        self.evidence = TextArea("หลักฐาน", item.evidence, lines=2)
        self.outcome = TextArea("ผลการพัฒนา", item.result, lines=2)
        judged = [part for key, box in self.levels.items() for part in (label(_RATERS[key], "small"), box)]
        for key, text, field in (
            ("name", "ประเด็น", self.name), ("goal", "เป้าหมาย", self.goal),
            ("expected", "คาดหวัง", self.expected), ("levels", "ประเมิน", side_by_side(theme, *judged)),
            ("way", "รูปแบบ", self.way), ("activity", "วิธีการพัฒนา", self.activity),
            ("ends_on", "ระยะเวลา", side_by_side(theme, self.start, label("ถึง"), self.end)),
            ("indicator", "ตัวชี้วัด", self.indicator), ("status", "สถานะ", self.status),
            ("evidence", "หลักฐาน", self.evidence), ("result", "ผล", self.outcome),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.ok = button("ใช้ข้อมูลนี้", self.accept, kind="primary")
        self.ok.setDefault(True)
        self.form.then(self.ok)
        self.save_key.activated.connect(self.accept)
        foot = row(theme, 1, button("ยกเลิก", self.reject), self.ok)
        self.setLayout(column(theme, scroller(self.form), self.wrong, rule(), foot, gap="m", pad="l"))
        screen = self.screen().availableGeometry().height() if self.screen() else 700
        self.resize(theme.px(720), min(self.form.sizeHint().height() + theme.px(120), screen - 80))
        (self.activity if item.code else self.name).setFocus()

    def accept(self) -> None:
        start, end = self.start.day(), self.end.day()
        if not typed(self.name) or not clean(self.activity.toPlainText()):
            self._refuse("กรุณากรอกประเด็นและวิธีการพัฒนา")
        elif self.start.wrong or self.end.wrong:
            self._refuse(self.start.wrong or self.end.wrong)
        elif start and end and end < start:
            self._refuse("วันสิ้นสุดอยู่ก่อนวันเริ่ม")
        else:
            self.item = replace(
                self.item,
                name=typed(self.name),
                goal=typed(self.goal),
                expected=self.expected.value(),
                way=self.way.currentData(),
                activity=clean(self.activity.toPlainText()),
                starts_on=start,
                ends_on=end,
                indicator=typed(self.indicator),
                status=self.status.currentData(),
                evidence=clean(self.evidence.toPlainText()),
                result=clean(self.outcome.toPlainText()),
                **{key: box.currentData() for key, box in self.levels.items()},
            )
            super().accept()

    def _refuse(self, why: str) -> None:
        self.wrong.setText(why)
        self.wrong.show()


_RATERS = {"self_level": "ตนเอง", "superior_level": "หัวหน้า", "agreed_level": "ตกลง"}
