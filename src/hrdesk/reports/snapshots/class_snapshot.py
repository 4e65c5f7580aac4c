"""Build what the papers of a class read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hrdesk.domain.evaluation import Question, Sheet
from hrdesk.domain.monitoring_terms import Deviation
from hrdesk.domain.office import Office
from hrdesk.domain.statistics import (
    SCALE,
    GainResult,
    ScaleResult,
    Score,
    gain_result,
    overall,
    points,
    rounded,
    scale_result,
)
from hrdesk.domain.terms import Level, PositionType, term
from hrdesk.domain.training import Participant, Presence, TrainingClass
from hrdesk.domain.training_terms import Result, TestKind
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.snapshots.class_values import (
    AttendantRow,
    ClassSnapshot,
    DayEntry,
    OpinionRow,
    PersonEntry,
    QuestionRow,
    QuestionSection,
    ScoreRow,
    SpreadRow,
)
from hrdesk.reports.snapshots.snapshot import office_words
from hrdesk.reports.snapshots.year_charts import levels_chart
from hrdesk.reports.svg import drawn
from hrdesk.thai.dates import day_span, long_date
from hrdesk.thai.numbers import format_decimal
from hrdesk.thai.text import written_out

HUNDREDTHS = 100
DOTS = "." * 40
SHORT_DOTS = "." * 12
ALL_TOGETHER = "รวมทุกข้อ (คำตอบ)"


@dataclass(frozen=True, slots=True)
class ClassRecord:
    """A class with everything recorded of it; without `held` a sheet to be filled in by hand."""

    questions: tuple[Question, ...]
    held: TrainingClass | None = None
    project_title: str = ""
    year: int | None = None
    organizer: str = ""
    follow_months: int = 3
    participants: tuple[Participant, ...] = ()
    presence: Mapping[int, Presence] = field(default_factory=dict)
    scores: Mapping[tuple[int, TestKind], int] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()
    follow_ups: Mapping[int, date] = field(default_factory=dict)  # participant → due
    outside_organizer: str = ""  # those of `organizer` who are not the office itself


def class_snapshot(office: Office, record: ClassRecord) -> ClassSnapshot:
    people = record.participants
    entries = tuple(_person(record, one) for one in people) or (_nobody(),)
    passed = tuple(e for e, one in zip(entries, people, strict=False) if one.result is Result.PASSED)
    results = [one.result for one in people]
    return ClassSnapshot(
        **office_words(office),
        **_words(record),
        **_test_words(record),
        **_opinion_parts(record),
        people_count=f"{len(people):,}" if people else SHORT_DOTS,
        passed_count=str(results.count(Result.PASSED)),
        failed_count=str(results.count(Result.FAILED)),
        absent_count=str(results.count(Result.ABSENT)),
        attendants=tuple(AttendantRow(one.name, _position(one), one.post.bureau or one.post.unit) for one in people),
        days=tuple(DayEntry(f"วันที่ {long_date(day)}") for day in record.held.days) if record.held else (DayEntry(f"วันที่ {DOTS}"),),
        scores=tuple(_score(record, one) for one in people),
        people=entries,
        passed_people=passed,
    )


def held_on(start: date | None, end: date | None) -> str:
    """วันที่ 6 - 8 มิถุนายน 2566; dots to write on while no day is known."""
    return f"วันที่ {day_span(start, end, full=True) or DOTS}"


def _words(record: ClassRecord) -> dict[str, Any]:
    held = record.held
    if held is None:
        return {
            "year": SHORT_DOTS, "project_title": DOTS, "class_title": f"{DOTS} รุ่นที่ {SHORT_DOTS}", "number": SHORT_DOTS,
            "class_named": "", "class_name": "", "class_number": "", "class_days": "", "dates": held_on(None, None), "venue": DOTS, "hours": SHORT_DOTS, "organizer": DOTS,
            "outside_organizer": DOTS, "trainers": DOTS,
            "follow_months": str(record.follow_months),
        }  # fmt: skip
    title = held.title or record.project_title
    return {
        "year": str(record.year or ""),
        "project_title": record.project_title,
        "class_title": f"{title} รุ่นที่ {held.number}",
        "class_named": f"{title} รุ่นที่ {held.number}",
        "class_name": title,
        "class_number": str(held.number),
        "class_days": day_span(held.starts_on, held.ends_on, full=True),
        "number": str(held.number),
        "dates": held_on(held.starts_on, held.ends_on),
        "venue": held.venue or DOTS,
        "hours": format_decimal(held.lecture + held.other),
        "organizer": record.organizer or DOTS,
        "outside_organizer": record.outside_organizer or record.organizer or DOTS,
        "trainers": ", ".join(written_out(trainer.name) for trainer in held.trainers) or DOTS,
        "follow_months": str(record.follow_months),
    }


def _position(one: Participant) -> str:
    """นักทรัพยากรบุคคลชำนาญการ; of executives the level is a word of its own."""
    post = one.post
    if post.level is Level.NONE:
        return post.position
    led = post.position_type in (PositionType.EXECUTIVE, PositionType.DIRECTOR)
    return f"{post.position} ระดับ{term(post.level)}" if led else f"{post.position}{term(post.level)}"


def _person(record: ClassRecord, one: Participant) -> PersonEntry:
    presence = record.presence.get(one.id)
    rate = presence.rate if presence else None
    due = record.follow_ups.get(one.id)
    return PersonEntry(
        person_name=one.name,
        person_position=_position(one),
        person_unit=one.post.bureau or one.post.unit,
        person_attendance=f"ร้อยละ {rounded(rate * 100)}" if rate is not None else SHORT_DOTS,
        person_result=term(one.result),
        certificate_number=one.certificate_number or SHORT_DOTS,
        follow_up_due=long_date(due) if due else DOTS,
    )


def _nobody() -> PersonEntry:
    return PersonEntry(DOTS, DOTS, DOTS, SHORT_DOTS, SHORT_DOTS, SHORT_DOTS, DOTS)


def _points(hundredths: int | None) -> Decimal | None:
    return None if hundredths is None else rounded(Fraction(hundredths, HUNDREDTHS))


def _score(record: ClassRecord, one: Participant) -> ScoreRow:
    before, after = (record.scores.get((one.id, kind)) for kind in (TestKind.PRE, TestKind.POST))
    test = record.held.test(TestKind.POST) if record.held else None
    verdict = ""
    if after is not None and test is not None:
        verdict = term(Result.PASSED if after >= test.passing else Result.FAILED)
    gain = None if before is None or after is None else after - before
    return ScoreRow(one.name, _position(one), _points(before), _points(after), _points(gain), verdict)


def _test_words(record: ClassRecord) -> dict[str, Any]:
    test = record.held.test(TestKind.POST) if record.held else None
    found = _gain(record)
    spreads = (
        SpreadRow(term(TestKind.PRE), found.before.n, found.before.mean, found.before.deviation),
        SpreadRow(term(TestKind.POST), found.after.n, found.after.mean, found.after.deviation),
        SpreadRow("คะแนนที่เพิ่มขึ้น (เฉพาะผู้สอบทั้งสองครั้ง)", found.gain.n, found.gain.mean, found.gain.deviation),
    )
    return {
        "pass_mark": format_decimal(test.passing) if test else SHORT_DOTS,
        "full_mark": format_decimal(test.full) if test else SHORT_DOTS,
        "risen_count": str(found.risen),
        "level_count": str(found.level),
        "fallen_count": str(found.fallen),
        "tested_passed_count": str(found.passed),
        "spreads": spreads,
    }


def _gain(record: ClassRecord) -> GainResult:
    test = record.held.test(TestKind.POST) if record.held else None
    scores = [
        Score(points(record.scores.get((one.id, TestKind.PRE))), points(record.scores.get((one.id, TestKind.POST))))
        for one in record.participants
    ]
    return gain_result(scores, points(test.passing) if test else None)


def _opinion_parts(record: ClassRecord) -> dict[str, Any]:
    found = {question.id: _result(record.sheets, question.id) for question in record.questions}
    whole = overall(found.values())
    rows = [_opinion(number, each.text, found[each.id]) for number, each in enumerate(record.questions, start=1)]
    return {
        "sheets_count": f"{len(record.sheets):,}",
        "opinion": f"{whole.spread.mean} ({whole.word})" if whole.spread.n else "ยังไม่มีผู้ตอบ",
        "deviation_kind": term(Deviation.SAMPLE),
        "question_sections": _sections(record.questions),
        "opinions": (*rows, _opinion(None, ALL_TOGETHER, whole)) if record.sheets else (),
        "comments": tuple(sheet.comment for sheet in record.sheets if sheet.comment),
        "opinion_chart": drawn(levels_chart("ระดับความพึงพอใจ", whole)),
    }


def _result(sheets: Iterable[Sheet], question: int) -> ScaleResult:
    answers = [sheet.levels.get(question) for sheet in sheets]
    return scale_result([answers.count(level) for level in SCALE])


def _opinion(number: int | None, text: str, found: ScaleResult) -> OpinionRow:
    pairs = {f"n{level}": count for level, count in zip(SCALE, found.counts, strict=True)}
    shares = {f"p{level}": share for level, share in zip(SCALE, found.percents, strict=True)}
    spread: dict[str, Any] = {"mean": found.spread.mean, "deviation": found.spread.deviation, "word": found.word}
    return OpinionRow(number=number, text=text, **{**pairs, **shares, **spread})


def _sections(questions: Sequence[Question]) -> tuple[QuestionSection, ...]:
    names = dict.fromkeys(question.section for question in questions)
    rows = [(each.section, QuestionRow(number, each.text)) for number, each in enumerate(questions, start=1)]
    return tuple(QuestionSection(name, tuple(row for section, row in rows if section == name)) for name in names)
