"""The dialogs of the catalogue: one course, one law, one group."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hrdesk.domain.competency import OWN
from hrdesk.domain.course_detail import CourseDetail, check_detail
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import replace
from hrdesk.services import Area, InvalidRecord
from hrdesk.thai.numbers import arabic_digits, format_decimal, parse_baht
from hrdesk.thai.text import clean
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.editors import TextArea, typed
from hrdesk.ui.kit.number_field import decimal_text
from hrdesk.ui.kit.pick import PickBox, suggest
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, choose, combo, label, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.competency import Key
    from hrdesk.domain.office import Catalogue, Course, CourseGroup, Law
    from hrdesk.services.skills.service import SkillsService
    from hrdesk.ui.kit.desk import Desk


class CourseDialog(RecordDialog):
    """The course with its hours, whom it is for, and the competencies it serves (read when the dialog opens)."""

    def __init__(
        self, desk: Desk, catalogue: Catalogue, course: Course, detail: CourseDetail, parent: QWidget
    ) -> None:
        super().__init__(desk, "แก้ไขหลักสูตร" if course.id else "เพิ่มหลักสูตร", parent)
        self.course, self.detail = course, detail
        self.title = TextArea("ชื่อหลักสูตร", course.title, lines=3, line=True)
        self.group = combo("หมวด", [(f"4.{g.number} {g.name}", g.id) for g in catalogue.course_groups])
        self.group.setSizeAdjustPolicy(self.group.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choose(self.group, course.group)
        laws = [(law.title + (" (ยกเลิกแล้ว)" if law.replaced_by is not None else ""), law.id) for law in catalogue.laws]
        self.law = PickBox("กฎหมายที่อ้างอิง", [("ไม่อ้างกฎหมาย", None), *laws], course.law)
        self.form.add("title", "ชื่อหลักสูตร", self.title)
        self.form.add("group", "หมวด", self.group)
        self.form.add("law", "กฎหมายที่อ้างอิง", self.law)
        self._add_detail(catalogue)
        self.fit()
        self.title.setFocus()

    def _add_detail(self, catalogue: Catalogue) -> None:
        self.lecture = Field("ชั่วโมงบรรยาย", "เช่น 6", decimal_text(self.detail.lecture))
        self.other = Field("ชั่วโมงวิธีการอื่น", "เช่น ฝึกปฏิบัติ ดูงาน อภิปราย", decimal_text(self.detail.other))
        self.share = label("", "small")
        self.objective = TextArea("วัตถุประสงค์", self.detail.objective, lines=2)
        self.targets = CheckList("กลุ่มเป้าหมาย", [(one.id, one.name) for one in catalogue.targets], self.detail.targets)
        self.served = CheckList("สมรรถนะที่หลักสูตรตอบสนอง", [], ())
        self._keys: list[Key] = []
        for box in (self.targets, self.served):
            box.setFixedHeight(4 * self.theme.row)
        for key, words, field in (
            ("lecture", "ชั่วโมงบรรยาย", self.lecture), ("other", "ชั่วโมงวิธีการอื่น", self.other),
            ("objective", "วัตถุประสงค์", self.objective), ("targets", "กลุ่มเป้าหมาย", self.targets),
            ("served", "สมรรถนะ", self.served),
        ):  # fmt: skip
            self.form.add(key, words, field)
        self.form.add_wide(self.share)
        for field in (self.lecture, self.other):
            field.textChanged.connect(self._show_share)
        self._show_share()
        skills, course_id = self.desk.services.skills, self.course.id
        self.desk.read(self, lambda: _competencies(skills, course_id), self._show_served)

    def _show_served(self, found: tuple[list[tuple[Key, str]], tuple[Key, ...]]) -> None:
        known, chosen = found
        self._keys = [key for key, _name in known]
        self.served.refill(enumerate(name for _key, name in known), [self._keys.index(key) for key in chosen if key in self._keys])

    def typed_detail(self) -> CourseDetail:
        """InvalidRecord names the field that holds no number."""
        hours = {}
        for name, field in (("lecture", self.lecture), ("other", self.other)):
            try:
                text = arabic_digits(field.text()).strip()
                hours[name] = parse_baht(text) if text else 0
            except ValueError as error:
                said = f"{field.accessibleName()}ต้องเป็นตัวเลข"
                raise InvalidRecord((Problem(f"course.{name}", said, code=f"course-{name}", place="หลักสูตร"),)) from error
        return CourseDetail(hours["lecture"], hours["other"], clean(self.objective.toPlainText()), self.targets.chosen())

    def _show_share(self) -> None:
        try:
            detail = self.typed_detail()
        except InvalidRecord:
            self.share.setText("")
            return
        wrong = check_detail(detail)
        percent = detail.lecture_percent
        told = f"รวม {format_decimal(detail.hours)} ชั่วโมง บรรยายร้อยละ {percent} วิธีการอื่นร้อยละ {100 - percent}" if detail.hours else ""
        self.share.setText(wrong[0].text if wrong else told)
        set_tone(self.share, "warn" if wrong else "")

    def record(self) -> Callable[[], tuple[int, Area]]:
        title = " ".join(clean(self.title.toPlainText()).split())
        course = replace(self.course, title=title, group=self.group.currentData(), law=self.law.currentData())
        curriculum, skills = self.desk.services.curriculum, self.desk.services.skills
        try:
            detail = self.typed_detail()
        except InvalidRecord as error:
            return partial(_refuse, error)
        keys = [self._keys[number] for number in self.served.chosen()] if self._keys else None

        def work() -> tuple[int, Area]:
            course_id, area = curriculum.save_course(course, detail)
            return course_id, area | (skills.save_course_units(course_id, keys) if keys is not None else Area(0))

        return work


def _refuse(error: InvalidRecord) -> tuple[int, Area]:
    raise error


def served_names(skills: SkillsService) -> dict[int, tuple[str, ...]]:
    """Of every course, the competencies it serves by name."""
    framework = skills.setting().framework
    names = {(framework.id, unit.code): unit.name for unit in framework.units} | {(OWN, one.code): one.name for one in skills.own()}
    return {course: tuple(names[key] for key in keys if key in names) for course, keys in skills.course_units().items()}


def _competencies(skills: SkillsService, course_id: int) -> tuple[list[tuple[Key, str]], tuple[Key, ...]]:
    """What there is to serve, with its words, and what the course serves."""
    framework = skills.setting().framework
    known = [((framework.id, unit.code), f"{unit.code} {unit.name}") for unit in framework.units]
    known += [((OWN, one.code), f"{one.code} {one.name}") for one in skills.own()]
    return known, skills.course_units().get(course_id, ())


class LawDialog(RecordDialog):
    """A law and the one that took its place: found in the list as it is typed, or new and then added to it."""

    def __init__(self, desk: Desk, law: Law, laws: Sequence[Law], parent: QWidget) -> None:
        super().__init__(desk, "แก้ไขกฎหมาย" if law.id else "เพิ่มกฎหมาย", parent)
        self.law = law
        self._others = {other.title: other.id for other in reversed(laws) if other.id != law.id}
        successor = next((other.title for other in laws if other.id == law.replaced_by), "")
        self.title = Field("ชื่อกฎหมาย", text=law.title)
        self.replaced = Field("กฎหมายที่ใช้แทน", "เว้นว่างไว้ถ้ายังใช้บังคับ", successor)
        suggest(self.replaced, self._others)
        self.hint = label("", "small", wrap=True)
        self.form.add("title", "ชื่อกฎหมาย", self.title)
        self.form.add("replaced_by", "ถูกแทนที่ด้วย", self.replaced)
        self.form.add_wide(self.hint)
        self.replaced.textChanged.connect(self._show_hint)
        self._show_hint()
        self.fit()
        self.title.setFocus()

    def _show_hint(self) -> None:
        text = typed(self.replaced)
        if not text:
            said = "พิมพ์บางส่วนของชื่อเพื่อค้นหากฎหมายที่ใช้แทนในรายการ"
        elif text in self._others:
            said = "หลักสูตรที่อ้างฉบับนี้จะแสดงว่ายกเลิกแล้ว และแทนด้วยฉบับปัจจุบันได้ในปุ่มเดียว"
        else:
            said = "ยังไม่มีกฎหมายชื่อนี้ในรายการ เมื่อบันทึกจะเพิ่มเป็นกฎหมายฉบับใหม่"
        self.hint.setText(said)

    def record(self) -> Callable[[], tuple[int, Area]]:
        text = typed(self.replaced)
        law = replace(self.law, title=typed(self.title), replaced_by=self._others.get(text))
        successor = "" if text in self._others else text
        curriculum = self.desk.services.curriculum
        return lambda: curriculum.save_law(law, successor)


class GroupDialog(RecordDialog):
    """The name of a statutory group, as the provincial committee's announcement words it."""

    def __init__(self, desk: Desk, group: CourseGroup, parent: QWidget) -> None:
        super().__init__(desk, f"เปลี่ยนชื่อหมวด 4.{group.number}", parent)
        self.group = group
        self.name = TextArea("ชื่อหมวดหลักสูตร", group.name, lines=2, line=True)
        self.form.add("name", "ชื่อหมวด", self.name)
        self.fit()
        self.name.setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        group = replace(self.group, name=" ".join(clean(self.name.toPlainText()).split()))
        curriculum = self.desk.services.curriculum
        return lambda: curriculum.save_group(group)
