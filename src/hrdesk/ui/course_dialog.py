"""The dialogs of the catalogue: one course, one law."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrdesk.thai.text import clean
from hrdesk.ui.editors import TextArea, typed
from hrdesk.ui.pick import PickBox
from hrdesk.ui.record_dialog import RecordDialog
from hrdesk.ui.widgets import Field, choose, combo

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Catalogue, Course, Law
    from hrdesk.services import Area
    from hrdesk.ui.desk import Desk


class CourseDialog(RecordDialog):
    def __init__(self, desk: Desk, catalogue: Catalogue, course: Course, parent: QWidget) -> None:
        super().__init__(desk, "แก้ไขหลักสูตร" if course.id else "เพิ่มหลักสูตร", parent)
        self.course = course
        self.title = TextArea("ชื่อหลักสูตร", course.title, lines=3, line=True)
        self.group = combo("หมวด", [(f"4.{g.number} {g.name}", g.id) for g in catalogue.course_groups])
        self.group.setSizeAdjustPolicy(self.group.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choose(self.group, course.group)
        laws = [(law.title + (" (ยกเลิกแล้ว)" if law.replaced_by else ""), law.id) for law in catalogue.laws]
        self.law = PickBox("กฎหมายที่อ้างอิง", [("ไม่อ้างกฎหมาย", None), *laws], course.law)
        self.form.add("title", "ชื่อหลักสูตร", self.title)
        self.form.add("group", "หมวด", self.group)
        self.form.add("law", "กฎหมายที่อ้างอิง", self.law)
        self.fit()
        self.title.setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        title = " ".join(clean(self.title.toPlainText()).split())
        course = replace(self.course, title=title, group=self.group.currentData(), law=self.law.currentData())
        curriculum = self.desk.services.curriculum
        return lambda: curriculum.save_course(course)


class LawDialog(RecordDialog):
    def __init__(self, desk: Desk, law: Law, parent: QWidget) -> None:
        super().__init__(desk, "แก้ไขกฎหมาย" if law.id else "เพิ่มกฎหมาย", parent)
        self.law = law
        self.title = Field("ชื่อกฎหมาย", text=law.title)
        self.replaced = Field("กฎหมายที่ใช้แทน", "เว้นว่างไว้ถ้ายังใช้บังคับ", law.replaced_by)
        self.form.add("title", "ชื่อกฎหมาย", self.title)
        self.form.add("replaced_by", "ถูกแทนที่ด้วย", self.replaced)
        self.fit()
        self.title.setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        law = replace(self.law, title=typed(self.title), replaced_by=typed(self.replaced))
        curriculum = self.desk.services.curriculum
        return lambda: curriculum.save_law(law)
