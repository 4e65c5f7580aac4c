"""One class: when, where, how long, who teaches, which half-days, and the tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidgetItem

from hrdesk.domain.terms import term
from hrdesk.domain.training import ClassTest, Session, Trainer, half_days, pass_mark, result_year_words
from hrdesk.domain.training_terms import ClassStatus, HalfDay, TestKind
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import replace
from hrdesk.services.value_json import to_json, tuple_from_json
from hrdesk.thai.dates import short_date
from hrdesk.thai.numbers import format_decimal
from hrdesk.thai.text import clean
from hrdesk.ui.kit.checklist import PlainList
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import DateField, TextArea, side_by_side, typed
from hrdesk.ui.kit.list_grid import ListColumn, ListGrid
from hrdesk.ui.kit.number_field import NumberField
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, button, choose, combo, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Catalogue
    from hrdesk.domain.training import TrainingClass
    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk

_SESSION = Qt.ItemDataRole.UserRole
_EDITABLE = (ClassStatus.PLANNED, ClassStatus.RUNNING, ClassStatus.CANCELLED)  # completing looks at the people


class ClassDialog(RecordDialog):
    draft_name = "วันอบรม"

    def __init__(self, desk: Desk, catalogue: Catalogue, value: TrainingClass, year: int, parent: QWidget) -> None:
        """`year` is the fiscal year of the class's project."""
        super().__init__(desk, f"รุ่นที่ {value.number}" if value.id else "เพิ่มรุ่น", parent)
        self.value, self.year = value, year
        theme = self.theme
        self.number = CountBox("รุ่นที่", value.number, 1, 999)
        self.title = Field("ชื่อรุ่น", "เว้นว่างเพื่อใช้ชื่อโครงการ", value.title)
        courses = [("ไม่ระบุ", None), *((c.title, c.id) for c in catalogue.courses)]
        self.course = PickBox("หลักสูตร", courses, value.course)
        self.status = combo("สถานะ", [(term(status), status) for status in _EDITABLE])
        choose(self.status, value.status)
        self.reason = Field("เหตุผลที่ยกเลิก", "กรอกเมื่อยกเลิก", value.status_reason)
        self.starts = DateField(theme, "วันที่เริ่ม", value.starts_on)
        self.ends = DateField(theme, "วันที่สิ้นสุด", value.ends_on)
        self.of_year = label("", "small", wrap=True)
        for one in (self.starts, self.ends):
            one.changed.connect(self._tell_year)
        self.venue = Field("สถานที่", "", value.venue)
        self.lecture = NumberField("ชั่วโมงบรรยาย", "0", value.lecture)
        self.other = NumberField("ชั่วโมงวิธีการอื่น", "0", value.other)
        self.attendance = CountBox("เวลาเข้าอบรมขั้นต่ำ (ร้อยละ)", value.attendance_percent, 0, 100)
        self.letter = Field("เลขที่หนังสือเชิญ", "เมื่อหน่วยงานอื่นเป็นผู้จัด", value.letter_number)
        self.letter_date = DateField(theme, "วันที่หนังสือเชิญ", value.letter_date)
        self.note = TextArea("หมายเหตุ", value.note, lines=2)
        self._build_sessions()
        self._build_tests()
        lines = [(one.name, one.position, one.topic) for one in value.trainers]
        self.trainers = ListGrid(theme, "วิทยากร", (
            ListColumn("ชื่อ-สกุล", "นางสาวปิ่นแก้ว ฟ้าใส", read=clean), ListColumn("ตำแหน่งหรือสังกัด", stretch=True, read=clean),
            ListColumn("หัวข้อ", "กฎหมายและระเบียบ", read=clean),
        ), lines, least=3)  # fmt: skip
        self._lay_out()
        self._tell_of_tests()
        self._tell_year()
        self.fit()
        self.number.setFocus()

    def _build_sessions(self) -> None:
        self.sessions = PlainList("ครึ่งวันที่อบรม")
        self.sessions.explain("ยังไม่มีครึ่งวันที่อบรม กรอกวันที่เริ่มและวันที่สิ้นสุด แล้วกด “สร้างจากวันที่”")
        self.sessions.setMaximumHeight(self.theme.row * 4)
        self.weekends = QCheckBox("รวมเสาร์-อาทิตย์")
        self.make = button("สร้างจากวันที่", self.fill_sessions, name="สร้างรายการครึ่งวันจากวันที่เริ่มถึงวันที่สิ้นสุด")
        self._show_sessions(self.value.sessions, set(self.value.sessions))
        self.starts.changed.connect(self._days_changed)
        self.ends.changed.connect(self._days_changed)

    def _build_tests(self) -> None:
        pre, post = (self.value.test(kind) for kind in TestKind)
        self.full = NumberField("คะแนนเต็ม", "ไม่มีแบบทดสอบ", post.full if post else pre.full if pre else 0)
        self.passing = NumberField("คะแนนผ่าน", "ร้อยละตามเกณฑ์", post.passing if post else 0)
        self.with_pre = QCheckBox("ทดสอบก่อนอบรม")
        self.with_pre.setChecked(pre is not None or not self.value.id)
        self.pass_percent = 60
        self.desk.read(self, self.desk.services.classes.rules, self._rules)

    def _tell_of_tests(self) -> None:
        """One full mark is shown for both: tell before anything is stored where they were not the same."""
        pre, post = (self.value.test(kind) for kind in TestKind)
        if pre and post and pre.full != post.full:
            told = f"คะแนนเต็มก่อนอบรมเดิมคือ {format_decimal(pre.full)} หลังอบรม {format_decimal(post.full)} เมื่อบันทึกจะใช้คะแนนเต็มในช่องนี้ทั้งสองครั้ง"
            self.form.say("tests", told)

    def _rules(self, rules: object) -> None:
        self.pass_percent = getattr(rules, "pass_percent", self.pass_percent)

    def _lay_out(self) -> None:
        theme = self.theme
        lines: tuple[tuple[str, str, QWidget], ...] = (
            ("number", "รุ่นที่", self.number), ("title", "ชื่อรุ่น", self.title), ("course", "หลักสูตร", self.course),
            ("starts_on", "วันที่เริ่ม", self.starts), ("ends_on", "วันที่สิ้นสุด", self.ends),
            ("sessions", "ครึ่งวันที่อบรม", self.sessions), ("make", "", side_by_side(theme, self.make, self.weekends)),
            ("venue", "สถานที่", self.venue), ("lecture", "ชั่วโมงบรรยาย / อื่น", side_by_side(theme, self.lecture, self.other)),
            ("attendance_percent", "เวลาเข้าอบรม ≥ ร้อยละ", self.attendance),
            ("tests", "คะแนนเต็ม / ผ่าน", side_by_side(theme, self.full, self.passing, self.with_pre)),
            ("status", "สถานะ", self.status), ("status_reason", "เหตุผล", self.reason),
            ("letter_number", "หนังสือเชิญที่", self.letter), ("letter_date", "ลงวันที่", self.letter_date),
            ("note", "หมายเหตุ", self.note),
        )  # fmt: skip
        for key, text, field in lines:
            self.form.add(key, text, field)
            if key == "ends_on":
                self.form.add_wide(self.of_year)
        self.form.add_wide(self.trainers)
        self.form.add_wide(label("วิธีการอื่นนอกจากการบรรยายควรไม่น้อยกว่าร้อยละ 40 ของชั่วโมงทั้งหมด", "small", wrap=True))

    def _tell_year(self) -> None:
        """Where the results will be looked for, when it is not the report of the project's year."""
        told = result_year_words(self.year, self.starts.day(), self.ends.day())
        self.of_year.setText(told)
        self.of_year.setVisible(bool(told))

    # half-days

    def _days_changed(self) -> None:
        """A new class gets its half-days as soon as its days are known."""
        if not self.sessions.count():
            self.fill_sessions()

    def fill_sessions(self) -> None:
        start, end = self.starts.day(), self.ends.day() or self.starts.day()
        if start and end:
            days = half_days(start, end, weekends=self.weekends.isChecked())
            self._show_sessions(days, set(days))

    def _show_sessions(self, sessions: tuple[Session, ...], ticked: set[Session]) -> None:
        self.sessions.clear()
        for one in sessions:
            item = QListWidgetItem(f"{short_date(one.day)} {term(one.half)}", self.sessions)
            item.setData(_SESSION, (one.day, one.half.value))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one in ticked else Qt.CheckState.Unchecked)

    def chosen_sessions(self) -> tuple[Session, ...]:
        items = [self.sessions.item(n) for n in range(self.sessions.count())]
        held = [item.data(_SESSION) for item in items if item.checkState() == Qt.CheckState.Checked]
        return tuple(Session(day, HalfDay(half)) for day, half in held)

    # kept as a draft

    def draft_text(self) -> str:
        items = [self.sessions.item(n) for n in range(self.sessions.count())]
        shown = tuple(Session(day, HalfDay(half)) for day, half in (item.data(_SESSION) for item in items))
        return json.dumps([to_json(shown), to_json(self.chosen_sessions())])

    def take_draft(self, text: str) -> None:
        shown, ticked = (tuple_from_json(Session, part) for part in json.loads(text))
        self._show_sessions(shown, set(ticked))

    def _tests(self) -> tuple[ClassTest, ...]:
        full = self.full.hundredths()
        if not full:
            return ()
        passing = self.passing.hundredths() or pass_mark(full, self.pass_percent)
        kinds = tuple(TestKind) if self.with_pre.isChecked() else (TestKind.POST,)
        return tuple(ClassTest(kind, full, passing) for kind in kinds)

    def save(self) -> None:
        wrong = [
            Problem(f"class.{key}", "ต้องเป็นตัวเลข เช่น 6 หรือ 6.5")
            for key, fields in (("lecture", (self.lecture, self.other)), ("tests", (self.full, self.passing)))
            if any(field.wrong for field in fields)
        ]
        if wrong:
            self.form.show_problems(wrong)
        else:
            super().save()

    def record(self) -> Callable[[], tuple[int, Area]]:
        value = replace(
            self.value,
            number=self.number.value(),
            title=typed(self.title),
            course=self.course.currentData(),
            status=self.status.currentData(),
            status_reason=typed(self.reason),
            starts_on=self.starts.day(),
            ends_on=self.ends.day(),
            venue=typed(self.venue),
            lecture=self.lecture.hundredths() or 0,
            other=self.other.hundredths() or 0,
            attendance_percent=self.attendance.value(),
            letter_number=typed(self.letter),
            letter_date=self.letter_date.day(),
            note=clean(self.note.toPlainText()),
            sessions=self.chosen_sessions(),
            trainers=tuple(Trainer(*line) for line in self.trainers.lines),
            tests=self._tests(),
        )
        classes = self.desk.services.classes
        return lambda: classes.save(value)
