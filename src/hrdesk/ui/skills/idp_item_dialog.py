"""One item of an IDP: what is developed, how, when, by what it is measured, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.competency import HIGHEST
from hrdesk.domain.idp import RULE, IdpItem
from hrdesk.domain.idp_draft import attending, item_of
from hrdesk.domain.skill_terms import IdpItemStatus, LearningWay
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import DateField, Form, TextArea, side_by_side, typed
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.typed_dialog import TypedDialog
from hrdesk.ui.kit.widgets import ChoiceBox, Field, button, choose, column, combo, label, row, rule, scroller

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.competency import Standing
    from hrdesk.services.skills.development import IdpChoices
    from hrdesk.ui.kit.theme import Theme

OTHER = "เรื่องอื่น (พิมพ์ชื่อเอง)"
NO_COURSE = "ไม่ใช้หลักสูตรในรายการ"
SERVES = "ตรงกับทักษะนี้: "
_LEVELS = (("self_level", "ตนเอง"), ("superior_level", "หัวหน้า"), ("agreed_level", "ตกลง"))


class ItemFields(TypedDialog):
    """`item` is the new value after it was accepted. An item without a code may become one for a gap."""

    def __init__(self, theme: Theme, item: IdpItem, choices: IdpChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.item, self.choices, self.theme = item, choices, theme
        self.setWindowTitle(f"รายการพัฒนา {item.code}".strip())
        self.setMinimumWidth(theme.px(640))
        self._make(item)
        self._lay()
        self._show_subject()
        self._way_chosen()
        screen = self.screen().availableGeometry().height() if self.screen() else 700
        self.resize(theme.px(720), min(self.form.sizeHint().height() + theme.px(120), screen - 80))
        first: QWidget = self.activity if item.code else self.gap if choices.gaps else self.name
        first.setFocus()

    def _make(self, item: IdpItem) -> None:
        theme = self.theme
        gaps = [(_gap_text(gap), number) for number, gap in enumerate(self.choices.gaps)]
        self.gap = PickBox("ช่องว่างของผู้นี้", [(OTHER, None), *gaps])
        self.gap.activated.connect(self._gap_chosen)
        self.name = Field("ประเด็นหรือสมรรถนะ", "เช่น การเขียนหนังสือราชการ", item.name)
        self.goal = Field("เป้าหมายของรายการ", "", item.goal)
        self.expected = CountBox("ระดับที่คาดหวัง", 0, 0, HIGHEST)
        levels = [("–", None), *((str(n), n) for n in range(HIGHEST + 1))]
        self.levels: dict[str, ChoiceBox] = {key: combo(f"ระดับ: {text}", levels) for key, text in _LEVELS}
        self.way = combo("รูปแบบการเรียนรู้", [(f"{term(way)} ({RULE[way]})", way) for way in LearningWay])
        choose(self.way, item.way)
        self.way.activated.connect(self._way_chosen)
        self.course = PickBox("หลักสูตรของหน่วยงาน", self._courses(item), item.course_id)
        self.course.activated.connect(self._course_chosen)
        self.activity = TextArea("วิธีการพัฒนา", item.activity, lines=2)
        self.start = DateField(theme, "วันเริ่ม", item.starts_on)
        self.end = DateField(theme, "วันสิ้นสุด", item.ends_on)
        self.indicator = Field("ตัวชี้วัด", "สิ่งที่แสดงว่าทำได้แล้ว", item.indicator)
        self.status = combo("สถานะ", [(term(status), status) for status in IdpItemStatus])
        choose(self.status, item.status)
        self.evidence = TextArea("หลักฐาน", item.evidence, lines=2)
        self.outcome = TextArea("ผลการพัฒนา", item.result, lines=2)

    def _lay(self) -> None:
        theme = self.theme
        self.form = Form(theme)
        judged = [part for key, text in _LEVELS for part in (label(text, "small"), self.levels[key])]
        if not self.item.code and self.choices.gaps:
            self.form.add("gap", "ช่องว่าง", self.gap)
        for key, text, field in (
            ("name", "ประเด็น", self.name), ("goal", "เป้าหมาย", self.goal),
            ("expected", "คาดหวัง", self.expected), ("levels", "ประเมิน", side_by_side(theme, *judged)),
            ("way", "รูปแบบ", self.way), ("course", "หลักสูตร", self.course), ("activity", "วิธีการพัฒนา", self.activity),
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

    # what is developed

    def _gap_chosen(self) -> None:
        number = self.gap.currentData()
        self.item = IdpItem("", "", "", expected=0) if number is None else item_of(self.choices.gaps[number])
        self.name.setText(self.item.name)
        self.goal.setText(self.item.goal)
        self._show_subject()
        kept = self.course.currentData()
        self.course.clear()
        for text, value in self._courses(self.item):
            self.course.addItem(text, value)
        choose(self.course, kept)

    def _show_subject(self) -> None:
        self.name.setReadOnly(bool(self.item.code))  # the name of a unit is the framework's
        self.expected.setValue(self.item.expected)
        for key, box in self.levels.items():
            choose(box, getattr(self.item, key))

    # the course

    def _courses(self, item: IdpItem) -> list[tuple[str, object]]:
        """Those that serve the gap come first and say so."""
        serving = self.choices.offers.get((item.framework, item.code), ())
        titles = self.choices.courses
        first = [(SERVES + titles[number], number) for number in serving if number in titles]
        others = [(title, number) for number, title in titles.items() if number not in serving]
        return [(NO_COURSE, None), *first, *others]

    def _course_chosen(self) -> None:
        title = self.choices.courses.get(self.course.currentData())
        if title is None:
            return
        before = (self.choices.courses.get(self.item.course_id or 0, ""), self.item.name)
        self.activity.setPlainText(attending(clean(self.activity.toPlainText()), title, before))
        self.item = replace(self.item, course_id=self.course.currentData())

    def _way_chosen(self) -> None:
        """Only a course is chosen from the catalogue."""
        self.course.setEnabled(self.way.currentData() is LearningWay.COURSE)

    # done

    def accept(self) -> None:
        start, end = self.start.day(), self.end.day()
        if not typed(self.name) or not clean(self.activity.toPlainText()):
            self._refuse("กรุณากรอกประเด็นและวิธีการพัฒนา")
        elif self.start.wrong or self.end.wrong:
            self._refuse(self.start.wrong or self.end.wrong)
        elif start and end and end < start:
            self._refuse("วันสิ้นสุดอยู่ก่อนวันเริ่ม")
        else:
            way = self.way.currentData()
            self.item = replace(
                self.item,
                name=typed(self.name),
                goal=typed(self.goal),
                expected=self.expected.value(),
                way=way,
                activity=clean(self.activity.toPlainText()),
                course_id=self.course.currentData() if way is LearningWay.COURSE else None,
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


def _gap_text(gap: Standing) -> str:
    asked = gap.requirement
    later = " (ระยะถัดไป)" if asked.future else ""
    return f"{asked.code} {asked.name}{later}"
