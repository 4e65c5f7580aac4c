"""The sheets of a class to be filled in with Excel: what is known stands in them, and the imports read them unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.evaluation import LEVEL_WORDS, owed_sheets
from hrdesk.domain.statistics import SCALE
from hrdesk.domain.terms import term
from hrdesk.domain.training import may_be_evaluated
from hrdesk.errors import UserError
from hrdesk.reports.sheets.entry_sheet import EntryColumn, EntrySheet, write_entry_sheet
from hrdesk.services.safety.protected import protected
from hrdesk.services.training.class_sheets import ABSENT, PRESENT
from hrdesk.thai.dates import short_date
from hrdesk.thai.numbers import format_decimal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hrdesk.domain.training import Participant
    from hrdesk.reports.sheets.entry_sheet import Filling
    from hrdesk.services.training.attendance import AttendanceService
    from hrdesk.services.training.classes import ClassService
    from hrdesk.services.training.opinions import OpinionService
    from hrdesk.services.training.scores import ScoreService
    from hrdesk.services.training.year_projects import YearProjectService

HUNDREDTHS = 100
_NUMBER = EntryColumn("ที่", 5)
# A namesake is told by post and unit.
_PERSON = (_NUMBER, EntryColumn("ชื่อ-สกุล", 28), EntryColumn("ตำแหน่ง", 28), EntryColumn("สังกัด", 22))
_MARKS = {True: PRESENT, False: ABSENT, None: None}
_BACK = "แล้วนำเข้าที่แท็บ “{}” ของรุ่นนี้ ไม่ต้องแก้หัวตาราง"


class ClassTemplateService:
    """Each returns how many rows are to be filled in; UserError when there are none, or the file cannot be written."""

    def __init__(
        self, classes: ClassService, projects: YearProjectService, attendance: AttendanceService, scores: ScoreService,
        opinions: OpinionService,
    ) -> None:  # fmt: skip
        self._classes, self._projects = classes, projects
        self._attendance, self._scores, self._opinions = attendance, scores, opinions

    def attendance(self, class_id: int, target: Path, password: str = "") -> int:
        """F12 as a grid of people and half-days, marks included."""
        sheet = self._attendance.sheet(class_id)
        if not sheet.participants or not sheet.sessions:
            raise _nothing("ยังไม่มีผู้เข้าอบรมหรือครึ่งวันที่อบรม", "กรุณาเพิ่มรายชื่อและกำหนดวันอบรมก่อน")
        halves = [EntryColumn(f"{short_date(one.day)} {term(one.half)}", 9, (PRESENT, ABSENT)) for one in sheet.sessions]
        rows = [
            (*_person(number, one), *(_MARKS[sheet.marks.get((one.id, half.day, half.half))] for half in sheet.sessions))
            for number, one in enumerate(sheet.participants, 1)
        ]
        how = f"กรอก {PRESENT} หรือ {ABSENT} {_BACK.format('การเข้าอบรม')}"
        title = self._title(class_id, "แบบลงเวลาเข้าอบรม")
        return _write(EntrySheet("การเข้าอบรม", title, how, (*_PERSON, *halves), rows, fixed=2), target, password)

    def scores(self, class_id: int, target: Path, password: str = "") -> int:
        """F13: who was there, or still may come, and the tests with their full marks."""
        held, scores = self._classes.load(class_id), self._scores.sheet(class_id).scores
        marks = self._attendance.sheet(class_id)
        people = [one for one in marks.participants if may_be_evaluated(one.result, marks.presence(one.id))]
        if not people or not held.tests:
            raise _nothing("ยังไม่มีแบบทดสอบหรือผู้ที่เข้าอบรม", "กรุณากำหนดคะแนนเต็มในข้อมูลรุ่นและเพิ่มรายชื่อก่อน")
        tests = [
            EntryColumn(f"คะแนน{term(test.kind)} (เต็ม {format_decimal(test.full)})", 14, most=test.full / HUNDREDTHS)
            for test in held.tests
        ]
        rows: list[Sequence[Filling]] = []
        for number, one in enumerate(people, 1):
            given = [scores.get((one.id, test.kind)) for test in held.tests]
            rows.append((*_person(number, one), *(None if mark is None else mark / HUNDREDTHS for mark in given)))
        how = f"กรอกคะแนนของแต่ละคน {_BACK.format('คะแนนทดสอบ')}"
        title = self._title(class_id, "แบบกรอกคะแนนทดสอบ")
        return _write(EntrySheet("คะแนน", title, how, (*_PERSON, *tests), rows, fixed=2), target, password)

    def answers(self, class_id: int, target: Path, password: str = "") -> int:
        """F14: a row for each sheet still to come in; those recorded are left out, since an import adds to them."""
        people, there = self._classes.participants(class_id), self._opinions.sheets(class_id)
        last = max((one.number for one in there), default=0)
        owed = owed_sheets(tuple(one.result for one in people)) - len(there)
        if owed <= 0:
            raise _nothing("ไม่มีแบบประเมินที่ยังต้องกรอก", "กรุณาเพิ่มรายชื่อในรุ่นนี้ก่อน หรือดูผลได้เลยหากทุกคนตอบครบแล้ว")
        questions = [
            EntryColumn(one.text, 14, least=min(SCALE), most=max(SCALE), whole=True)
            for one in self._opinions.questions(class_id)
        ]
        columns = (EntryColumn("ฉบับที่", 7), *questions, EntryColumn("ความคิดเห็นและข้อเสนอแนะ", 40))
        rows = [(last + number, *(None for _ in columns[1:])) for number in range(1, owed + 1)]
        levels = " ".join(f"{level} {word}" for level, word in LEVEL_WORDS.items())
        how = f"หนึ่งแถวต่อแบบประเมินหนึ่งฉบับ {levels} {_BACK.format('ความพึงพอใจ')}"
        title = self._title(class_id, "แบบกรอกผลความพึงพอใจ")
        return _write(EntrySheet("แบบประเมิน", title, how, columns, rows, fixed=1), target, password)

    def _title(self, class_id: int, what: str) -> str:
        held = self._classes.load(class_id)
        return f"{what} {held.title or self._projects.load(held.project).title} รุ่นที่ {held.number}"


def _write(sheet: EntrySheet, target: Path, password: str) -> int:
    with protected(target, password) as place:
        return write_entry_sheet(sheet, place)


def _person(number: int, one: Participant) -> tuple[Filling, ...]:
    return number, one.name, one.post.position, one.post.unit


def _nothing(why: str, do: str) -> UserError:
    return UserError(f"{why} จึงยังไม่ได้เขียนแฟ้ม {do}")
