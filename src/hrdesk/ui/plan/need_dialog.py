"""What was asked of one topic, unit by unit: a slip of the survey's table is mended on screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.terms import term
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import typed
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.survey import SurveyedNeed
    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk

MOST = 99_999  # people


class NeedDialog(RecordDialog):
    """`needs` are those of one topic; `units` are the names of the office's units by id."""

    def __init__(self, desk: Desk, needs: Sequence[SurveyedNeed], units: Mapping[int, str], parent: QWidget) -> None:
        super().__init__(desk, "แก้ไขความต้องการพัฒนา", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.needs = tuple(needs)
        self.topic = Field("หัวข้อหรือหลักสูตร", "", self.needs[0].topic)
        self.form.add("topic", "หัวข้อหรือหลักสูตร", self.topic)
        self.form.add_wide(label("จำนวนคนของแต่ละส่วนราชการ ใส่ 0 เพื่อลบรายการนั้น", "muted", wrap=True))
        self.people: list[CountBox] = []
        for need in self.needs:
            name = "ทั้งหน่วยงาน" if need.unit is None else units.get(need.unit, "?")
            box = CountBox(f"จำนวนคน {name}", need.people, 0, MOST)
            self.form.add(f"people{need.id}", f"{name} ({term(need.source)})", box)
            self.people.append(box)
        self.fit()
        self.topic.setFocus()

    def record(self) -> Callable[[], Area]:
        topic, pairs = typed(self.topic), zip(self.needs, self.people, strict=True)
        changed = [replace(need, topic=topic, people=box.value()) for need, box in pairs]
        needs = self.desk.services.needs
        return lambda: needs.revise(changed)
