"""People and posts as the officer records them, and the rules that need nothing but the record."""

from __future__ import annotations

import re
from datetime import date
from operator import mul

from hrdesk.domain.terms import LEVELS_OF, Level, PersonnelType, PositionType
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.numbers import arabic_digits
from hrdesk.thai.text import full_name, sort_key

RETIREMENT_AGE = 60
NATIONAL_ID_DIGITS = 13
LEAST_ID_PART = 4  # digits from which on a search looks in national IDs; fewer are in too many of them
WRONG_NATIONAL_ID = "เลขประจำตัวประชาชนไม่ถูกต้อง ต้องมี 13 หลักและเลขตรวจสอบหลักสุดท้ายต้องตรงกัน"
_WEIGHTS = range(13, 1, -1)  # of a national ID's digits but the last
_SEPARATORS = re.compile(r"[\s\-‐-―]+")
_DIGIT_RUN = re.compile(r"\d+")
_AFTER_ALL = "๛"  # the old sign of a text's end follows every Thai letter and digit


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One person of the register; `id` is 0 until stored, `position_id` None without a post."""

    id: int
    title: str
    first_name: str
    last_name: str
    national_id: str = ""  # 13 digits, or empty while not known
    birth_date: date | None = None
    personnel_type: PersonnelType = PersonnelType.REGULAR
    position_id: int | None = None
    start_date: date | None = None
    education: str = ""
    note: str = ""
    left_on: date | None = None  # the first day no longer in the office
    left_reason: str = ""

    @property
    def name(self) -> str:
        """นางสาวกานดา ใจดี, also where น.ส. is stored."""
        return full_name(self.title, self.first_name, self.last_name)


@dataclass(frozen=True, slots=True)
class PositionRecord:
    """A post of the staffing frame; its personnel type and position type come from its line."""

    id: int
    number: str  # opaque, may be empty (contract staff have none)
    title: str
    line_id: int
    level: Level = Level.NONE
    unit_id: int | None = None


def stands_elsewhere(before: PersonRecord, after: PersonRecord) -> bool:
    """In another post, or in the same one as another kind of personnel: the history keeps what was before."""
    return (before.position_id, before.personnel_type) != (after.position_id, after.personnel_type)


def retirement_date(birth_date: date) -> date:
    """30 September of the fiscal year in which the age of 60 is reached.

    By law an age is complete at the end of the day before the birthday, so that someone born on 1 October
    still counts with the year that ends the day before.
    """
    later = (birth_date.month, birth_date.day) >= (10, 2)
    return date(birth_date.year + RETIREMENT_AGE + later, 9, 30)


def normalise_national_id(text: str) -> str:
    """Arabic digits without dashes and spaces; anything else stays, for the check to refuse."""
    return _SEPARATORS.sub("", arabic_digits(text))


def is_national_id(digits: str) -> bool:
    """13 digits whose last is the check digit: weights 13 to 2, modulus 11, of the last digit of the rest."""
    if len(digits) != NATIONAL_ID_DIGITS or not (digits.isascii() and digits.isdigit()):
        return False
    weighted: int = sum(map(mul, _WEIGHTS, map(int, digits)))
    return (11 - weighted % 11) % 10 == int(digits[12])


def national_id_part(text: str) -> str:
    """The digits of a typed text that may be a part of a national ID, with or without its dashes; else empty."""
    digits = normalise_national_id(text)
    return digits if re.fullmatch(rf"[0-9]{{{LEAST_ID_PART},{NATIONAL_ID_DIGITS}}}", digits) else ""


def masked_national_id(digits: str) -> str:
    """x-xxxx-xxxxx-12-3: enough to tell people apart, too little to misuse. Empty stays empty."""
    if len(digits) != NATIONAL_ID_DIGITS:
        return "x" if digits else ""
    return f"x-xxxx-xxxxx-{digits[10:12]}-{digits[12]}"


def number_key(number: str) -> str:
    """A key under which 2 stands before 10, 50 before EX-001, and no number last; the number stays opaque."""
    plain = "".join(arabic_digits(number).split()).lower()
    return _DIGIT_RUN.sub(lambda run: run[0].lstrip("0").rjust(12, "0"), plain) or _AFTER_ALL


def name_key(first_name: str, last_name: str) -> str:
    """Dictionary order by first name, then by last name; to be stored and indexed."""
    # sort_key parts its two levels with \x01. Here that sign parts the names, so that all of one first name
    # stand together, and the levels get the next one.
    first, last = (sort_key(name).replace("\x01", "\x02") for name in (first_name, last_name))
    return f"{first}\x01{last}"


def check_person(person: PersonRecord, today: date) -> tuple[Problem, ...]:
    """What is wrong with one record by itself; fields are `person.<attribute>`."""
    found: list[Problem] = []

    def say(field: str, text: str, severity: Severity = Severity.ERROR) -> None:
        found.append(Problem(f"person.{field}", text, severity, f"person-{field.replace('_', '-')}", "ข้อมูลบุคคล"))

    if not person.first_name:
        say("first_name", "กรุณากรอกชื่อ")
    if not person.last_name:
        say("last_name", "กรุณากรอกนามสกุล")
    if person.national_id and not is_national_id(person.national_id):
        say("national_id", WRONG_NATIONAL_ID)
    born, start, left = person.birth_date, person.start_date, person.left_on
    if born and born >= today:
        say("birth_date", "วันเกิดต้องเป็นวันที่ผ่านมาแล้ว")
    if born and start and start <= born:
        say("start_date", "วันเริ่มปฏิบัติงานต้องอยู่หลังวันเกิด")
    if start and left and left < start:
        say("left_on", "วันที่พ้นจากตำแหน่งต้องไม่ก่อนวันเริ่มปฏิบัติงาน")
    if left and person.position_id is not None:
        say("position_id", "ผู้ที่พ้นจากตำแหน่งแล้วครองตำแหน่งอยู่ไม่ได้")
    return tuple(found)


def check_position(position: PositionRecord, position_type: PositionType) -> tuple[Problem, ...]:
    """What is wrong with one post, given the type of its line; fields are `position.<attribute>`."""
    found: list[Problem] = []
    place = "กรอบอัตรากำลัง"
    if not position.title:
        found.append(Problem("position.title", "กรุณากรอกชื่อตำแหน่ง", code="position-title", place=place))
    if position.level is not Level.NONE and position.level not in LEVELS_OF[position_type]:
        text = "ระดับไม่ตรงกับประเภทตำแหน่งของสายงาน กรุณาเลือกระดับใหม่"
        found.append(Problem("position.level", text, code="position-level", place=place))
    return tuple(found)
