"""What the papers about one person read: posts held, education, training (F21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.staff import masked_national_id, retirement_date
from hrdesk.domain.terms import Level, term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.snapshots.snapshot import office_words
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
from hrdesk.thai.dates import day_span, long_date, open_span, short_date
from hrdesk.thai.numbers import format_decimal

if TYPE_CHECKING:
    from datetime import date

    from hrdesk.domain.office import Office, Position
    from hrdesk.domain.person_history import HeldPosition, PersonHistory, TrainingRecord
    from hrdesk.domain.staff import PersonRecord

NOTHING = "-"
HOME = "ไทย"


@dataclass(frozen=True, slots=True)
class HeldRow:
    order: int
    period: str
    title: str
    level: str
    number: str
    unit: str
    order_number: str


@dataclass(frozen=True, slots=True)
class EducationRow:
    order: int
    degree: str
    field: str
    institution: str
    year: str


@dataclass(frozen=True, slots=True)
class TrainingRow:
    order: int
    period: str
    course: str
    kind: str
    organizer: str
    hours: str
    result: str
    reference: str  # certificate or order


@dataclass(frozen=True, slots=True)
class TrainingDetail:
    """What else a training history of DPIS holds; `order` is that of the training."""

    order: int
    project: str
    venue: str  # with the country where it is abroad
    fund: str
    days: str
    score: str
    degree: str
    objective: str
    letter: str  # that sent the person there, with its day
    command: str  # that ordered it, with its day
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSnapshot(OfficeSnapshot):
    """One person with the whole history, the latest first; the ID is masked."""

    person: str
    national_id: str
    born: str
    started: str
    retires: str
    post: str
    post_number: str
    level: str
    unit: str
    personnel: str
    education: str
    as_of: str
    training_count: str
    training_hours: str
    held: tuple[HeldRow, ...]
    degrees: tuple[EducationRow, ...]
    trainings: tuple[TrainingRow, ...]
    training_details: tuple[TrainingDetail, ...]


def person_snapshot(
    office: Office, person: PersonRecord, post: Position | None, history: PersonHistory, today: date
) -> PersonSnapshot:
    words = office.organization.wording
    personnel = words.staff if person.personnel_type.value == "regular" else term(person.personnel_type)
    hours = sum(one.hours or 0 for one in history.training)
    return PersonSnapshot(
        **office_words(office),
        person=person.name,
        national_id=masked_national_id(person.national_id) or NOTHING,
        born=_day(person.birth_date),
        started=_day(person.start_date),
        retires=_day(retirement_date(person.birth_date) if person.birth_date else None),
        post=post.title if post else NOTHING,
        post_number=(post.number if post else "") or NOTHING,
        level=_level(post.level if post else Level.NONE),
        unit=(post.unit if post else "") or NOTHING,
        personnel=personnel,
        education=person.education or NOTHING,
        as_of=long_date(today),
        training_count=f"{len(history.training):,}",
        training_hours=format_decimal(hours),
        held=tuple(_held(n, one) for n, one in enumerate(history.held, 1)),
        degrees=tuple(
            EducationRow(n, one.degree, one.field or NOTHING, one.institution or NOTHING, str(one.year or NOTHING))
            for n, one in enumerate(history.education, 1)
        ),
        trainings=tuple(_training(n, one) for n, one in enumerate(history.training, 1)),
        training_details=tuple(_detail(n, one) for n, one in enumerate(history.training, 1)),
    )


def _held(order: int, one: HeldPosition) -> HeldRow:
    period = open_span(one.starts_on, one.last_day) or NOTHING
    return HeldRow(
        order, period, one.said, _level(one.level), one.number or NOTHING, one.unit or NOTHING, one.order_number or NOTHING
    )


def _training(order: int, one: TrainingRecord) -> TrainingRow:
    course = one.course if not one.class_number else f"{one.course} รุ่นที่ {one.class_number}"
    reference = one.certificate_number or one.order_number or NOTHING
    hours = NOTHING if one.hours is None else format_decimal(one.hours)
    period = day_span(one.starts_on, one.ends_on) or NOTHING
    return TrainingRow(order, period, course, term(one.kind), one.organizer or NOTHING, hours, term(one.result), reference)


def _detail(order: int, one: TrainingRecord) -> TrainingDetail:
    abroad = one.country if one.country and one.country != HOME else ""
    return TrainingDetail(
        order, one.project or NOTHING, ", ".join(text for text in (one.venue, abroad) if text) or NOTHING, one.fund or NOTHING,
        NOTHING if one.days is None else format_decimal(one.days), NOTHING if one.score is None else format_decimal(one.score),
        one.degree or NOTHING, one.objective or NOTHING, _paper(one.letter_number, one.letter_date),
        _paper(one.order_number, one.order_date), one.note or NOTHING,
    )  # fmt: skip


def _paper(number: str, day: date | None) -> str:
    """ชม 52401/123 ลงวันที่ 5 ม.ค. 2567"""
    return " ".join(text for text in (number, f"ลงวันที่ {short_date(day)}" if day else "") if text) or NOTHING


def _day(day: date | None) -> str:
    return long_date(day) if day else NOTHING


def _level(level: Level) -> str:
    return term(level)
