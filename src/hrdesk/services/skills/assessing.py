"""Judging people: every judgement is kept, a newer one archives the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from hrdesk.domain.competency import HELD, HIGHEST, OWN, Key
from hrdesk.domain.skill_terms import Rater
from hrdesk.errors import Problem
from hrdesk.models.competency import Assessment
from hrdesk.progress import counted
from hrdesk.services.area import InvalidRecord
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.framework import Framework

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """One judgement. A unit with criteria stands for all of them; None takes a judgement back."""

    staff_id: int
    framework: str
    code: str
    level: int | None
    evidence: str = ""

    @property
    def key(self) -> Key:
        return self.framework, self.code


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who judged, and when."""

    rater: Rater
    on: date
    assessor: str = ""


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
    common = {"rater": occasion.rater, "assessed_on": occasion.on, "assessor": clean(occasion.assessor), "recorded_at": now}
    archived: list[int] = []
    rows: dict[tuple[int, str, str], dict[str, object]] = {}  # of two of the same the later counts
    count = 0
    for entry in counted(entries, 200):
        place, evidence = (entry.staff_id, *entry.key), clean(entry.evidence)
        before = held.get(place)
        if before is None and entry.level is None:
            continue
        if before is not None and (before.level, before.evidence) == (entry.level, evidence or before.evidence):
            continue
        count += 1
        if before is not None:
            archived.append(before.id)
        if entry.level is not None:
            what = {"staff_id": entry.staff_id, "framework": entry.framework, "code": entry.code}
            rows[place] = {**common, **what, "level": entry.level, "evidence": evidence}
    for start in range(0, len(archived), _CHUNK):
        part = archived[start : start + _CHUNK]
        session.execute(update(Assessment).where(Assessment.id.in_(part)).values(archived_at=now))
    if rows:
        session.execute(insert(Assessment), list(rows.values()))
    return count


@dataclass(frozen=True, slots=True)
class _Held:
    id: int
    level: int
    evidence: str


def _held(session: Session, staff: set[int], rater: Rater) -> dict[tuple[int, str, str], _Held]:
    """What this rater's judgements are today; few columns, for there are thousands of them."""
    found: dict[tuple[int, str, str], _Held] = {}
    ids = sorted(staff)
    columns = (Assessment.id, Assessment.staff_id, Assessment.framework, Assessment.code, Assessment.level, Assessment.evidence)
    for start in range(0, len(ids), _CHUNK):
        query = select(*columns).where(
            Assessment.staff_id.in_(ids[start : start + _CHUNK]),
            Assessment.rater == rater,
            Assessment.archived_at.is_(None),
        )
        for number, person, framework, code, level, evidence in session.execute(query):
            found[person, framework, code] = _Held(number, level, evidence)
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
