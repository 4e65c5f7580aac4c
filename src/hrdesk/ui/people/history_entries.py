"""One entry of a person's history: a training, a post held, a degree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hrdesk.domain.terms import Level, MethodKind, PersonnelType, term
from hrdesk.domain.training_terms import Result
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import replace
from hrdesk.services import Area, InvalidRecord
from hrdesk.thai.dates import FIRST_BE_YEAR
from hrdesk.thai.numbers import arabic_digits, parse_baht
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea, typed
from hrdesk.ui.kit.number_field import decimal_text
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, choose, combo
from hrdesk.ui.kit.words import level_word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.person_history import Education, HeldPosition, TrainingRecord
    from hrdesk.ui.kit.desk import Desk

PLACE = "ประวัติ"


class TrainingDialog(RecordDialog):
    """A training outside the office's own classes, as certificates tell it."""

    def __init__(self, desk: Desk, entry: TrainingRecord, parent: QWidget) -> None:
        super().__init__(desk, "แก้ไขการฝึกอบรม" if entry.id else "เพิ่มการฝึกอบรม", parent)
        self.entry, theme = entry, self.theme
        self.course = TextArea("หลักสูตร", entry.course, lines=2, line=True)
        self.kind = combo("วิธีการ", [(term(kind), kind) for kind in MethodKind])
        self.outcome = combo("ผล", [(term(result), result) for result in Result])
        choose(self.kind, entry.kind)
        choose(self.outcome, entry.result)
        self.starts, self.ends = DateField(theme, "วันที่เริ่ม", entry.starts_on), DateField(theme, "วันที่สิ้นสุด", entry.ends_on)
        self.numbers = {name: Field(words, text=number_text(getattr(entry, name))) for name, words in NUMBERS.items()}
        self.texts = {name: Field(words, text=getattr(entry, name)) for name, words in TEXTS.items()}
        self.order_date = DateField(theme, "วันที่คำสั่ง", entry.order_date)
        self.letter_date = DateField(theme, "วันที่หนังสือนำส่ง", entry.letter_date)
        self.note = TextArea("หมายเหตุ", entry.note, lines=2)
        for key, words, field in (
            ("course", "หลักสูตร", self.course), ("kind", "วิธีการ", self.kind), ("starts_on", "วันที่เริ่ม", self.starts),
            ("ends_on", "วันที่สิ้นสุด", self.ends), *((name, NUMBERS[name], one) for name, one in self.numbers.items()),
            ("result", "ผล", self.outcome), *((name, TEXTS[name], one) for name, one in self.texts.items()),
            ("order_date", "วันที่คำสั่ง", self.order_date), ("letter_date", "วันที่หนังสือนำส่ง", self.letter_date),
            ("note", "หมายเหตุ", self.note),
        ):  # fmt: skip
            self.form.add(key, words, field)
        self.fit()
        self.course.setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        history = self.desk.services.history
        numbers = {name: arabic_digits(field.text()).strip() for name, field in self.numbers.items()}
        entry = replace(
            self.entry,
            course=clean(self.course.toPlainText()),
            kind=self.kind.currentData(),
            result=self.outcome.currentData(),
            starts_on=self.starts.day(),
            ends_on=self.ends.day(),
            order_date=self.order_date.day(),
            letter_date=self.letter_date.day(),
            note=clean(self.note.toPlainText()),
            **_typed(self.texts),
        )
        return lambda: history.save(replace(entry, **_read_numbers(numbers)))


NUMBERS = {"days": "จำนวนวัน", "hours": "จำนวนชั่วโมง", "score": "คะแนน"}
TEXTS = {
    "class_number": "รุ่นที่", "project": "โครงการ", "organizer": "หน่วยงานที่จัด", "venue": "สถานที่", "country": "ประเทศ",
    "fund": "แหล่งทุน", "degree": "วุฒิที่ได้รับ", "certificate_number": "เลขที่วุฒิบัตร", "order_number": "เลขที่คำสั่ง",
    "letter_number": "เลขที่หนังสือนำส่ง", "position": "ตำแหน่งในขณะนั้น", "unit": "สังกัดในขณะนั้น",
}  # fmt: skip


def _typed(fields: dict[str, Field]) -> dict[str, Any]:
    return {name: typed(field) for name, field in fields.items()}


def number_text(hundredths: int | None) -> str:
    return "" if hundredths is None else decimal_text(hundredths) or "0"


def _read_numbers(texts: dict[str, str]) -> dict[str, Any]:
    """Hundredths, None where nothing stands. InvalidRecord names the field that holds no number."""
    found: dict[str, Any] = {}
    problems = []
    for name, text in texts.items():
        try:
            found[name] = parse_baht(text) if text else None
        except ValueError:
            problems.append(Problem(f"training.{name}", f"{NUMBERS[name]}ต้องเป็นตัวเลข", code=f"training-{name}", place=PLACE))
    if problems:
        raise InvalidRecord(tuple(problems))
    return found


class HeldDialog(RecordDialog):
    """A post of the past; the present one is not entered here."""

    def __init__(self, desk: Desk, entry: HeldPosition, parent: QWidget) -> None:
        super().__init__(desk, "แก้ไขตำแหน่งที่เคยดำรง" if entry.id else "เพิ่มตำแหน่งที่เคยดำรง", parent)
        self.entry, theme = entry, self.theme
        self.starts = DateField(theme, "ตั้งแต่วันที่", entry.starts_on)
        self.last = DateField(theme, "ถึงวันที่", entry.last_day)
        self.texts = {name: Field(words, text=getattr(entry, name)) for name, words in HELD.items()}
        self.level = combo("ระดับ", [(_whole_level(level), level) for level in Level])
        choose(self.level, entry.level)
        regular = "พนักงานหรือข้าราชการของหน่วยงาน"  # by whatever name the kind of office has for them
        kinds = [(regular if kind is PersonnelType.REGULAR else term(kind), kind) for kind in PersonnelType]
        self.kind = combo("ประเภทบุคลากร", kinds)
        choose(self.kind, entry.personnel_type)
        self.note = TextArea("หมายเหตุ", entry.note, lines=2)
        for name, field in self.texts.items():
            self.form.add(name, HELD[name], field)
        for key, words, part in (
            ("level", "ระดับ", self.level), ("personnel_type", "ประเภทบุคลากร", self.kind), ("starts_on", "ตั้งแต่วันที่", self.starts), ("ends_on", "ถึงวันที่", self.last),
            ("note", "หมายเหตุ", self.note),
        ):  # fmt: skip
            self.form.add(key, words, part)
        self.fit()
        self.texts["title"].setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        last, history = self.last.day(), self.desk.services.history
        entry = replace(
            self.entry,
            level=self.level.currentData(),
            personnel_type=self.kind.currentData(),
            starts_on=self.starts.day(),
            ends_on=last + timedelta(days=1) if last else None,
            note=clean(self.note.toPlainText()),
            **_typed(self.texts),
        )
        return lambda: history.save(entry)


HELD = {"title": "ตำแหน่ง", "number": "เลขที่ตำแหน่ง", "unit": "สังกัด", "bureau": "สำนัก/กองของสังกัดนั้น", "order_number": "เลขที่คำสั่ง"}


def _whole_level(level: Level) -> str:
    """ต้น is of two types; the list must tell them apart."""
    kinds = {"executive": "บริหาร", "director": "อำนวยการ"}
    kind = kinds.get(level.value.partition("-")[0], "")
    return f"{kind} {level_word(level)}".strip()


class EducationDialog(RecordDialog):
    def __init__(self, desk: Desk, entry: Education, parent: QWidget) -> None:
        super().__init__(desk, "แก้ไขวุฒิการศึกษา" if entry.id else "เพิ่มวุฒิการศึกษา", parent)
        self.entry = entry
        self.texts = {name: Field(words, text=getattr(entry, name)) for name, words in EDUCATION.items()}
        self.year = Field("ปีที่สำเร็จการศึกษา", "พ.ศ. เช่น 2558", str(entry.year or ""))
        for name, field in self.texts.items():
            self.form.add(name, EDUCATION[name], field)
        self.form.add("year", "ปีที่สำเร็จ", self.year)
        self.fit()
        self.texts["degree"].setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        history, text = self.desk.services.history, arabic_digits(typed(self.year))
        entry = replace(self.entry, **_typed(self.texts))

        def work() -> tuple[int, Area]:
            if text and not (text.isdecimal() and len(text) == 4 and int(text) >= FIRST_BE_YEAR):
                said = "ปีที่สำเร็จต้องเป็นปี พ.ศ. สี่หลัก"
                raise InvalidRecord((Problem("education.year", said, code="education-year", place=PLACE),))
            return history.save(replace(entry, year=int(text) if text else None))

        return work


EDUCATION = {"degree": "วุฒิ", "field": "สาขา", "institution": "สถาบัน"}
