"""What is asked of a person, what the person holds, and the gap between (seed 002; seed 000, 4.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hrdesk.domain.framework import Criterion, Framework
from hrdesk.domain.skill_terms import CompetencyKind, Rater
from hrdesk.domain.terms import Level, PersonnelType, PositionType

OWN = "own"  # in place of a framework's id: an office's own competencies
HELD = 1  # the level of a unit or criterion; 0 is not held
HIGHEST = 5  # of own competencies
Key = tuple[str, str]  # framework, code


@dataclass(frozen=True, slots=True)
class OwnCompetency:
    """`expected` by position type and level; who is in neither is not asked. LINE ones are asked of one line."""

    id: int
    kind: CompetencyKind
    code: str
    name: str
    description: str = ""
    line: int | None = None
    expected: Mapping[tuple[PositionType, Level], int] | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One of the staff as the skills page sees them; `groups` are those of the framework in use."""

    id: int
    name: str
    personnel_type: PersonnelType
    position: str = ""
    position_type: PositionType = PositionType.NONE
    level: Level = Level.NONE
    line: int | None = None
    unit_id: int | None = None
    unit: str = ""
    start_date: date | None = None
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing asked of a person; `future` where only the organisation's next stage asks it."""

    framework: str
    code: str
    name: str
    expected: int = HELD
    future: bool = False

    @property
    def key(self) -> Key:
        return self.framework, self.code

    @property
    def is_unit(self) -> bool:
        return self.framework != OWN


@dataclass(frozen=True, slots=True)
class Levels:
    """What each rater says; None where nothing was said."""

    by_self: int | None = None
    superior: int | None = None
    agreed: int | None = None

    @property
    def counts(self) -> int | None:
        return next((level for level in (self.agreed, self.superior, self.by_self) if level is not None), None)

    def of(self, rater: Rater) -> int | None:
        return {Rater.SELF: self.by_self, Rater.SUPERIOR: self.superior, Rater.AGREED: self.agreed}[rater]


NOTHING_SAID = Levels()


class State(StrEnum):
    MET = "met"
    GAP = "gap"
    UNKNOWN = "unknown"  # not assessed


@dataclass(frozen=True, slots=True)
class Standing:
    """A person before one requirement. Where the framework names `criteria` for it, `by_criteria` is its level."""

    requirement: Requirement
    levels: Levels = NOTHING_SAID
    criteria: int = 0
    met_criteria: int = 0
    by_criteria: int | None = None

    @property
    def level(self) -> int | None:
        return self.by_criteria if self.criteria else self.levels.counts

    @property
    def gap(self) -> int:
        """Levels short of what is expected; all of them where nothing was assessed."""
        return max(0, self.requirement.expected - (self.level or 0))

    @property
    def state(self) -> State:
        if self.level is None:
            return State.UNKNOWN
        return State.GAP if self.gap else State.MET


@dataclass(frozen=True, slots=True)
class Share:
    """Learning for the stage that is and for the one to come; 70:30 is the rule."""

    current: int
    future: int

    @property
    def percent_future(self) -> int:
        total = self.current + self.future
        return round(100 * self.future / total) if total else 0


FUTURE_PERCENT = 30


def required_units(framework: Framework, stage: str, groups: Iterable[str]) -> tuple[Requirement, ...]:
    """The units of a person's groups at this stage, then those that only the next stage adds.

    Groups of another version are passed over: a new framework names its own.
    """
    known = {group.code for group in framework.groups}
    mine = [group for group in groups if group in known]
    if stage not in {each.code for each in framework.stages}:
        return ()
    now = framework.required_units(stage, mine)
    following = framework.next_stage(stage)
    later = framework.required_units(following, mine) if following else ()
    names = {unit.code: unit.name for unit in framework.units}
    return (
        *(Requirement(framework.id, code, names[code]) for code in now),
        *(Requirement(framework.id, code, names[code], future=True) for code in later if code not in now),
    )


def required_own(person: Person, competencies: Iterable[OwnCompetency]) -> tuple[Requirement, ...]:
    found = []
    for competency in competencies:
        expected = (competency.expected or {}).get((person.position_type, person.level), 0)
        if expected > 0 and (competency.line is None or competency.line == person.line):
            found.append(Requirement(OWN, competency.code, competency.name, expected))
    return tuple(found)


def standing(requirement: Requirement, criteria: Sequence[Criterion], said: Mapping[str, Levels]) -> Standing:
    """`said` by code, criteria among them; a unit with criteria is held only when all of them are (seed 002, l. 114)."""
    if not criteria:
        return Standing(requirement, said.get(requirement.code, NOTHING_SAID))
    each = [said.get(criterion.code, NOTHING_SAID) for criterion in criteria]
    counting = [levels.counts for levels in each]  # of several raters perhaps
    return Standing(
        requirement,
        Levels(*(_all_held([levels.of(rater) for levels in each]) for rater in Rater)),
        criteria=len(each),
        met_criteria=counting.count(HELD),
        by_criteria=_all_held(counting),
    )


def _all_held(levels: list[int | None]) -> int | None:
    """None while a criterion is not judged, unless one is judged not held already."""
    if any(level == 0 for level in levels):
        return 0
    return None if None in levels else HELD


def share(standings: Iterable[Standing]) -> Share:
    """Of what is not held yet."""
    open_ones = [each for each in standings if each.state is State.GAP]
    future = sum(each.requirement.future for each in open_ones)
    return Share(len(open_ones) - future, future)
