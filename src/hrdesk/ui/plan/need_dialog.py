"""What was asked of one topic, unit by unit: a slip of the survey's table is mended on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.plan_terms import NeedSource
from hrdesk.domain.survey import SurveyedNeed
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import search_key
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import typed
from hrdesk.ui.kit.pick import suggest
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, combo, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Office
    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk

MOST = 99_999  # people
_TYPED = (NeedSource.SURVEY, NeedSource.SUPERIOR)  # gaps come from the assessments


class NewNeedDialog(RecordDialog):
    """A topic that people of a unit ask for; the name of a course of the catalogue is known as it."""

    def __init__(self, desk: Desk, year: int, office: Office, parent: QWidget) -> None:
        super().__init__(desk, f"เพิ่มความต้องการพัฒนา ปีงบประมาณ {year}", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.year = year
        self._courses = {search_key(course.title): course.id for course in office.catalogue.courses}
        self.topic = Field("หัวข้อหรือหลักสูตร", "พิมพ์บางส่วนเพื่อเลือกจากหลักสูตรของแผน")
        suggest(self.topic, (course.title for course in office.catalogue.courses))
        self.people = CountBox("จำนวนคน", 1, 1, MOST)
        self.unit = combo("ส่วนราชการ", [("ทั้งหน่วยงาน", None), *((unit.name, unit.id) for unit in office.units)])
        self.source = combo("ที่มา", [(term(one), one) for one in _TYPED])
        self.note = Field("หมายเหตุ", "เว้นว่างได้")
        for key, text, field in (
            ("topic", "หัวข้อหรือหลักสูตร", self.topic), ("people", "จำนวนคน", self.people), ("unit", "ส่วนราชการ", self.unit),
            ("source", "ที่มา", self.source), ("note", "หมายเหตุ", self.note),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.fit()
        self.topic.setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        topic, needs = typed(self.topic), self.desk.services.needs
        need = SurveyedNeed(
            0, self.year, topic, self.people.value(), self._courses.get(search_key(topic)), self.unit.currentData(),
            self.source.currentData(), typed(self.note),
        )  # fmt: skip
        return lambda: needs.save(need)


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
