"""One way of the development guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.guide import YEAR_MONTHS
from hrdesk.domain.idp import RULE
from hrdesk.domain.passage_words import WAY_FIELDS, way_in_marks, way_in_words
from hrdesk.domain.skill_terms import LearningWay
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import TextArea, typed
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.widgets import Field, choose, combo, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.guide import GuideWay
    from hrdesk.ui.kit.theme import Theme


class WayDialog(ItemDialog):
    def __init__(self, theme: Theme, way: GuideWay, parent: QWidget) -> None:
        super().__init__(theme, "วิธีการพัฒนา", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.given = way
        self.way = combo("รูปแบบการเรียนรู้", [(f"{term(one)} ({RULE[one]})", one) for one in LearningWay])
        choose(self.way, way.way)
        self.activity = TextArea("วิธีการพัฒนา", way_in_words(way.activity), lines=3)
        self.indicator = Field("ตัวชี้วัด", "สิ่งที่แสดงว่าทำได้แล้ว", way_in_words(way.indicator))
        self.months = CountBox("ระยะเวลาเป็นเดือน", way.months, 1, YEAR_MONTHS, unit="เดือน")
        for key, text, field in (
            ("way", "รูปแบบ", self.way), ("activity", "วิธีการพัฒนา", self.activity),
            ("indicator", "ตัวชี้วัด", self.indicator), ("months", "ระยะเวลา", self.months),
        ):  # fmt: skip
            self.form.add(key, text, field)
        name, course = WAY_FIELDS["name"], WAY_FIELDS["course"]
        note = f"ใน IDP โปรแกรมใส่ชื่อสมรรถนะแทน {{{name}}} และชื่อหลักสูตรที่ตรงแทน {{{course}}}"
        self.form.add_wide(label(note, "small", wrap=True))
        self.activity.setFocus()

    def value(self) -> GuideWay | None:
        activity = way_in_marks(clean(self.activity.toPlainText()))
        if not activity:
            self.refuse("กรุณากรอกวิธีการพัฒนา", self.activity)
            return None
        return replace(
            self.given,
            way=self.way.currentData(),
            activity=activity,
            indicator=way_in_marks(typed(self.indicator)),
            months=self.months.value(),
        )
