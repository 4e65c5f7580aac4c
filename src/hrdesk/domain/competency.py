"""What is asked of a person, what the person holds, and the gap between (seed 002; seed 000, 4.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hrdesk.domain.framework import Criterion, Framework
from hrdesk.domain.framework_parts import required_parts
from hrdesk.domain.skill_terms import CompetencyKind, Rater, SkillKind
from hrdesk.domain.statistics import percent
from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.lazy_dataclass import dataclass, replace

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
    unit_line: str = ""  # the unit's name told apart from others of that name


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing asked of a person; `future` where only the organisation's next stage asks it."""

    framework: str
    code: str
    name: str
    expected: int = HELD
    future: bool = False
    kind: SkillKind = SkillKind.UNIT

    @property
    def key(self) -> Key:
        return self.framework, self.code

    @property
    def is_graded(self) -> bool:
        """By levels up to HIGHEST; else it is held or not."""
        return self.kind is SkillKind.OWN


class Levels(NamedTuple):
    """What each rater says; None where nothing was said. A tuple: thousands of people's are told apart by them."""

    by_self: int | None = None
    superior: int | None = None
    agreed: int | None = None

    @property
    def counts(self) -> int | None:
        if self.agreed is not None:
            return self.agreed
        return self.superior if self.superior is not None else self.by_self

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
        level = self.level
        if level is None:
            return State.UNKNOWN
        return State.GAP if level < self.requirement.expected else State.MET


@dataclass(frozen=True, slots=True)
class Share:
    """Learning for the stage that is and for the one to come; 70:30 is the rule."""

    current: int
    future: int

    @property
    def percent_future(self) -> int:
        return int(percent(self.future, self.current + self.future, 0) or 0)


FUTURE_PERCENT = 30


def required_of(framework: Framework, stage: str, groups: Iterable[str]) -> tuple[Requirement, ...]:
    """The set of a person's groups at this stage, units first, then what only the next stage adds.

    Groups of another version are passed over: a new framework names its own.
    """
    known = {group.code for group in framework.groups}
    mine = [group for group in groups if group in known]
    if stage not in {each.code for each in framework.stages}:
        return ()
    now = _asked(framework, stage, mine)
    following = framework.next_stage(stage)
    later = _asked(framework, following, mine) if following else ()
    held = {each.code for each in now}
    return (*now, *(replace(each, future=True) for each in later if each.code not in held))


def _asked(framework: Framework, stage: str, groups: Sequence[str]) -> tuple[Requirement, ...]:
    names = {unit.code: unit.name for unit in framework.units}
    units = (Requirement(framework.id, code, names[code]) for code in framework.required_units(stage, groups))
    parts = required_parts(framework, stage, groups)
    return (*units, *(Requirement(framework.id, part.code, part.name, kind=part.kind) for part in parts))


def required_own(person: Person, competencies: Iterable[OwnCompetency]) -> tuple[Requirement, ...]:
    found = []
    for competency in competencies:
        expected = (competency.expected or {}).get((person.position_type, person.level), 0)
        if expected > 0 and (competency.line is None or competency.line == person.line):
            found.append(Requirement(OWN, competency.code, competency.name, expected, kind=SkillKind.OWN))
    return tuple(found)


@dataclass(slots=True)
class Standings:
    """One requirement before which many people stand: each way to stand before it is made once.

    An office of 5,000 has half a million standings, but only a few hundred different ones.
    """

    requirement: Requirement
    criteria: tuple[Criterion, ...] = ()
    _made: dict[tuple[Levels, ...], Standing] = field(default_factory=dict)

    def of(self, said: Mapping[str, Levels]) -> Standing:
        codes = [each.code for each in self.criteria] or [self.requirement.code]
        levels = tuple(said.get(code, NOTHING_SAID) for code in codes)
        found = self._made.get(levels)
        if found is None:
            found = self._made[levels] = standing(self.requirement, self.criteria, said)
        return found


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
