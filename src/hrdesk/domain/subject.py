"""What a paper is about: the plan, year, class, person … that it is printed for."""

from __future__ import annotations

from enum import StrEnum

from hrdesk.lazy_dataclass import dataclass


class FormGroup(StrEnum):
    """Where a form stands in the list of papers, in the order of the office's work."""

    PLAN = "plan"
    YEAR = "year"
    CLASS = "class"
    MONITORING = "monitoring"
    PERSON = "person"
    REGISTER = "register"


GROUP_WORDS: dict[FormGroup, str] = {
    FormGroup.PLAN: "แผนพัฒนา 3 ปี",
    FormGroup.YEAR: "ประจำปีงบประมาณ",
    FormGroup.CLASS: "โครงการและการอบรม",
    FormGroup.MONITORING: "การติดตามประเมินผล",
    FormGroup.PERSON: "รายบุคคล",
    FormGroup.REGISTER: "ทะเบียน",
}


class Choice(StrEnum):
    """What the officer may have to choose before a paper can be printed, each after those above it.

    The value is the name of its place in `Subject`.
    """

    PLAN = "plan"
    REVISION = "revision"
    CALENDAR = "calendar_year"
    YEAR = "year"
    PROJECT = "project"
    CLASS = "training_class"
    UNIT = "unit"
    PERSON = "person"
    MEETING = "meeting"
    ROUND = "round"
    IDP = "idp"


CHOICE_WORDS: dict[Choice, str] = {
    Choice.PLAN: "แผน",
    Choice.REVISION: "ฉบับแก้ไข",
    Choice.CALENDAR: "ปีปฏิทิน",
    Choice.YEAR: "ปีงบประมาณ",
    Choice.PROJECT: "โครงการ",
    Choice.CLASS: "รุ่น",
    Choice.UNIT: "ส่วนราชการ",
    Choice.PERSON: "บุคลากร",
    Choice.MEETING: "การประชุม",
    Choice.ROUND: "การติดตามครั้งที่",
    Choice.IDP: "แผนพัฒนารายบุคคล",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """None is what was not chosen. All are row ids but the years, Buddhist-era ones: `year` is fiscal."""

    plan: int | None = None
    revision: int | None = None
    calendar_year: int | None = None
    year: int | None = None
    project: int | None = None
    training_class: int | None = None
    unit: int | None = None
    person: int | None = None
    meeting: int | None = None
    round: int | None = None
    idp: int | None = None

    def get(self, choice: Choice) -> int | None:
        value: int | None = getattr(self, choice.value)
        return value

    def among(self, choices: tuple[Choice, ...]) -> Subject:
        """The subject without what these choices do not name."""
        return Subject(**{choice.value: self.get(choice) for choice in choices})


def place_of(form_id: str, subject: Subject) -> str:
    """A form and what it is for as one text: `attendance training_class=4`."""
    picked = ((choice, subject.get(choice)) for choice in Choice)
    return " ".join([form_id, *(f"{choice.value}={value}" for choice, value in picked if value is not None)])


def read_place(place: str) -> tuple[str, Subject]:
    """Back to form and subject."""
    form_id, *pairs = place.split()
    return form_id, Subject(**{name: int(value) for name, _, value in (pair.partition("=") for pair in pairs)})


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from, as the officer knows it."""

    id: int
    label: str
