"""Judging people: every judgement is kept, a newer one archives the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from hrdesk.domain.competency import HELD, HIGHEST, OWN, Key
from hrdesk.domain.skill_terms import Rater
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models.competency import Assessment
from hrdesk.progress import counted
from hrdesk.services.area import InvalidRecord
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.framework import Framework

_CHUNK = 500
Place = tuple[int, str, str]  # person, framework and code


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement. A unit with criteria stands for all of them; a level of None takes a judgement back.

    Evidence of None says nothing of it: what stands stays as long as the level does. Empty, it takes it away.
    """

    staff_id: int
    framework: str
    code: str
    level: int | None
    evidence: str | None = None

    @property
    def key(self) -> Key:
        return self.framework, self.code


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who judged, and when. Where it corrects, day and assessor also go to what is said at the same level as before."""

    rater: Rater
    on: date
    assessor: str = ""
    corrects: bool = False


@dataclass(frozen=True, slots=True)
class Stood:
    """What a rater said of one thing at a time, to be said again when a later judgement is undone; no level: nothing."""

    staff_id: int
    framework: str
    code: str
    level: int | None = None
    evidence: str = ""
    assessed_on: date | None = None
    assessor: str = ""

    @property
    def place(self) -> Place:
        return self.staff_id, self.framework, self.code


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement of the past or present; `archived_at` is None for what counts today."""

    rater: Rater
    code: str
    level: int
    evidence: str
    assessed_on: date
    assessor: str
    archived_at: datetime | None


def spread(entries: Iterable[Entry], framework: Framework) -> tuple[Entry, ...]:
    """Each unit that has criteria as its criteria, all at the unit's level."""
    found: list[Entry] = []
    for entry in entries:
        criteria = framework.criteria_of(entry.code) if entry.framework == framework.id else ()
        codes = [criterion.code for criterion in criteria] or [entry.code]
        found += (Entry(entry.staff_id, entry.framework, code, entry.level, entry.evidence) for code in codes)
    return tuple(found)


def check_entries(entries: Sequence[Entry], known: frozenset[Key], on: date, today: date) -> None:
    """InvalidRecord for a level out of bounds, an unknown code or a day to come."""
    problems = []
    if on > today:
        problems.append(Problem("assessment.assessed_on", "วันที่ประเมินยังมาไม่ถึง", code="assessment-day", place="การประเมิน"))
    for entry in entries:
        highest = HIGHEST if entry.framework == OWN else HELD
        where = f"assessment:{entry.staff_id}.{entry.code}"
        if entry.key not in known:
            problems.append(Problem(where, f"ไม่รู้จักสมรรถนะ “{entry.code}”", code="assessment-code", place=entry.code))
        elif entry.level is not None and not 0 <= entry.level <= highest:
            text = f"ระดับของ {entry.code} ต้องเป็น 0 ถึง {highest}"
            problems.append(Problem(where, text, code="assessment-level", place=entry.code))
    if problems:
        raise InvalidRecord(tuple(problems))


def record(session: Session, entries: Sequence[Entry], occasion: Occasion, now: datetime) -> int:
    """How many were new or different; what says the same with the same evidence is not recorded twice."""
    held = _held(session, {entry.staff_id for entry in entries}, occasion.rater)
    assessor = clean(occasion.assessor)
    wanted = []
    for entry in counted(entries, 200):
        before = held.get((entry.staff_id, *entry.key))
        if before is None and entry.level is None:
            continue
        evidence = None if entry.evidence is None else clean(entry.evidence)
        said = Stood(entry.staff_id, *entry.key, entry.level, evidence or "", occasion.on, assessor)
        if before is not None and before.stood.level == said.level:
            if evidence is None:
                said = replace(said, evidence=before.stood.evidence)
            if said == before.stood or (said.evidence == before.stood.evidence and not occasion.corrects):
                continue
        wanted.append(said)
    return _replace(session, wanted, held, occasion.rater, now)


def stood(session: Session, entries: Sequence[Entry], rater: Rater) -> tuple[Stood, ...]:
    """What this rater says today of what the entries are about, whole: for `stand_again`."""
    held = _held(session, {entry.staff_id for entry in entries}, rater)
    places = dict.fromkeys((entry.staff_id, *entry.key) for entry in entries)
    return tuple(held[place].stood if place in held else Stood(*place) for place in places)


def stand_again(session: Session, before: Sequence[Stood], rater: Rater, now: datetime) -> int:
    """Say once more what was said, with its evidence, day and assessor. Returns how many judgements that changed."""
    held = _held(session, {each.staff_id for each in before}, rater)
    changed = [each for each in before if each != (held[each.place].stood if each.place in held else Stood(*each.place))]
    return _replace(session, changed, held, rater, now)


def _replace(session: Session, wanted: Sequence[Stood], held: dict[Place, _Held], rater: Rater, now: datetime) -> int:
    archived = sorted({held[each.place].id for each in wanted if each.place in held})
    for start in range(0, len(archived), _CHUNK):
        part = archived[start : start + _CHUNK]
        session.execute(update(Assessment).where(Assessment.id.in_(part)).values(archived_at=now))
    last = {each.place: each for each in wanted}  # of two of the same the later counts
    rows = [{**asdict(each), "rater": rater, "recorded_at": now} for each in last.values() if each.level is not None]
    if rows:
        session.execute(insert(Assessment), rows)
    return len(wanted)


@dataclass(frozen=True, slots=True)
class _Held:
    id: int
    stood: Stood


def _held(session: Session, staff: set[int], rater: Rater) -> dict[Place, _Held]:
    """What this rater's judgements are today; columns and no entities, for there are thousands of them."""
    found: dict[Place, _Held] = {}
    ids = sorted(staff)
    table = Assessment
    said = (table.staff_id, table.framework, table.code, table.level, table.evidence, table.assessed_on, table.assessor)
    for start in range(0, len(ids), _CHUNK):
        query = select(table.id, *said).where(
            table.staff_id.in_(ids[start : start + _CHUNK]), table.rater == rater, table.archived_at.is_(None)
        )
        for row in session.execute(query):
            one = _Held(row[0], Stood(*row[1:]))
            found[one.stood.place] = one
    return found


def history(session: Session, staff_id: int, framework: str, codes: Iterable[str]) -> tuple[Judged, ...]:
    """Everything ever said of one person about these codes, the latest first."""
    query = (
        select(Assessment)
        .where(
            Assessment.staff_id == staff_id, Assessment.framework == framework, Assessment.code.in_(tuple(codes))
        )
        .order_by(Assessment.recorded_at.desc(), Assessment.id.desc())
    )
    return tuple(
        Judged(r.rater, r.code, r.level, r.evidence, r.assessed_on, r.assessor, r.archived_at)
        for r in session.scalars(query)
    )
