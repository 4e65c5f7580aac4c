"""Training needs of a fiscal year as the survey found them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hrdesk.domain.office import Office, OrgUnit
from hrdesk.domain.plan_terms import NeedSource
from hrdesk.domain.statistics import percent
from hrdesk.domain.terms import PersonnelType
from hrdesk.lazy_dataclass import dataclass

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class SurveyCount:
    """Forms of one kind of personnel in one unit (None: in no unit): how many went out and came back."""

    unit: int | None  # OrgUnit.id
    personnel_type: PersonnelType
    sent: int = 0
    returned: int = 0


@dataclass(frozen=True, slots=True)
class NeedsSurvey:
    """One survey of a fiscal year: when it was held, how many forms went out and came back, what was found."""

    year: int  # Buddhist-era fiscal year
    opened_on: date | None = None
    closed_on: date | None = None
    sent: int = 0
    returned: int = 0
    summary: str = ""
    counts: tuple[SurveyCount, ...] = ()  # by unit and type; where there are some, `sent` and `returned` are their sums

    @property
    def percent_returned(self) -> Decimal:
        return percent_of(self.sent, self.returned)


def percent_of(sent: int, returned: int) -> Decimal:
    """To one decimal, half up as every share on paper; 0 of nothing."""
    return percent(returned, sent, 1) or Decimal("0.0")


def heads_of(office: Office) -> tuple[SurveyCount, ...]:
    """To whom forms go: everybody in the office, by the unit at the top and the kind of personnel."""
    top = _tops(office.units)
    heads = Counter((top.get(p.unit_id or 0), p.personnel_type) for p in office.positions if p.holder)
    units = [None, *(unit.id for unit in office.units)]
    kinds = list(PersonnelType)
    ordered = sorted(heads, key=lambda key: (units.index(key[0]), kinds.index(key[1])))
    return tuple(SurveyCount(unit, kind, heads[unit, kind]) for unit, kind in ordered)


def _tops(units: Iterable[OrgUnit]) -> dict[int, int]:
    """Each unit's id to that of the unit at the top above it."""
    parents = {unit.id: unit.parent for unit in units}
    found = {}
    for unit in parents:
        top, seen = unit, {unit}
        while (parent := parents.get(top)) is not None and parent not in seen:
            top = parent
            seen.add(top)
        found[unit] = top
    return found


def counts_by_unit(counts: Iterable[SurveyCount]) -> dict[int | None, tuple[int, int]]:
    """Sent and returned, in the order in which units first come."""
    return _sums((one.unit, one) for one in counts)


def counts_by_type(counts: Iterable[SurveyCount]) -> dict[PersonnelType, tuple[int, int]]:
    found = _sums((one.personnel_type, one) for one in counts)
    return {kind: found[kind] for kind in PersonnelType if kind in found}


def _sums(pairs: Iterable[tuple[K, SurveyCount]]) -> dict[K, tuple[int, int]]:
    found: dict[K, tuple[int, int]] = {}
    for key, one in pairs:
        sent, returned = found.get(key, (0, 0))
        found[key] = sent + one.sent, returned + one.returned
    return found


@dataclass(frozen=True, slots=True)
class SurveyedNeed:
    """How many people of a unit (None: of the whole office) ask for a topic, or for a course of the catalogue."""

    id: int
    year: int
    topic: str
    people: int
    course: int | None = None  # Course.id
    unit: int | None = None  # OrgUnit.id
    source: NeedSource = NeedSource.SURVEY
    note: str = ""


@dataclass(frozen=True, slots=True)
class RankedTopic:
    topic: str
    course: int | None
    people: int
    units: int  # that ask for it
    sources: tuple[NeedSource, ...]


def ranked_topics(needs: Iterable[SurveyedNeed]) -> tuple[RankedTopic, ...]:
    """One line for each topic, most people first; equals in the order in which they were entered."""
    groups: dict[tuple[int | None, str], list[SurveyedNeed]] = {}
    for need in needs:
        groups.setdefault(_key(need), []).append(need)
    topics = (
        RankedTopic(
            members[0].topic,
            members[0].course,
            sum(m.people for m in members),
            len({m.unit for m in members}),
            tuple(dict.fromkeys(m.source for m in members)),
        )
        for members in groups.values()
    )
    return tuple(sorted(topics, key=lambda t: -t.people))


def needs_of(topic: RankedTopic, needs: Iterable[SurveyedNeed]) -> tuple[SurveyedNeed, ...]:
    """Those that the line of `ranked_topics` counts."""
    return tuple(need for need in needs if _key(need) == _key(topic))


def _key(asked: SurveyedNeed | RankedTopic) -> tuple[int | None, str]:
    return asked.course, "" if asked.course else " ".join(asked.topic.split())
