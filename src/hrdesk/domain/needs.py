"""From every person's standings to what the office, a unit or a group needs, and what the catalogue offers for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from functools import cached_property

from hrdesk.domain.competency import FUTURE_PERCENT, Key, Person, Requirement, Standing, State
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.domain.statistics import percent
from hrdesk.domain.unit_names import NO_UNIT
from hrdesk.lazy_dataclass import dataclass

NO_GROUP, EVERYBODY = "ยังไม่มีกลุ่ม", "รวมทั้งหมด"
CAPABILITY = (SkillKind.UNIT, SkillKind.OWN)


@dataclass(frozen=True)
class Profile:
    """One person and how they stand before everything asked of them; what is reckoned of that is kept."""

    person: Person
    standings: tuple[Standing, ...] = ()

    @property
    def current(self) -> tuple[Standing, ...]:
        return tuple(each for each in self.standings if not each.requirement.future)

    @cached_property
    def meets(self) -> bool:
        """Every unit of the present stage and every competency of the office, of a person of whom some are asked."""
        asked = [each for each in self.current if each.requirement.kind in CAPABILITY]
        return bool(asked) and all(each.state is State.MET for each in asked)

    @cached_property
    def meets_all(self) -> bool:
        """The whole set: knowledge, experience, traits and managerial competencies, too."""
        return bool(self.current) and all(each.state is State.MET for each in self.current)

    @cached_property
    def assessed(self) -> bool:
        return any(each.state is not State.UNKNOWN for each in self.standings)

    def at(self, key: Key) -> Standing | None:
        return next((each for each in self.standings if each.requirement.key == key), None)


@dataclass(frozen=True, slots=True)
class Need:
    """One unit or competency: who of those asked is short of it. `courses` are ids of the catalogue."""

    framework: str
    code: str
    name: str
    kind: SkillKind = SkillKind.UNIT
    lacking: int = 0  # now
    lacking_later: int = 0  # for the next stage only
    unknown: int = 0  # asked now, not assessed
    met: int = 0
    people: tuple[int, ...] = ()  # those lacking it now, then later
    courses: tuple[int, ...] = ()

    @property
    def asked(self) -> int:
        return self.lacking + self.unknown + self.met

    @property
    def weight(self) -> int:
        """People, those of the present stage before those of the next as 70:30."""
        return (100 - FUTURE_PERCENT) * self.lacking + FUTURE_PERCENT * self.lacking_later


@dataclass(slots=True)
class _Count:
    asked: Requirement
    now: list[int] = field(default_factory=list)
    later: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)
    met: list[int] = field(default_factory=list)
    uncounted: list[int] = field(default_factory=list)  # of the next stage, not short of it

    def place(self, standing: Standing) -> list[int]:
        """Among whom people are counted who stand so."""
        if standing.requirement.future:
            return self.later if standing.state is State.GAP else self.uncounted
        return {State.GAP: self.now, State.UNKNOWN: self.unknown, State.MET: self.met}[standing.state]


def ranked_needs(
    profiles: Iterable[Profile], offers: Mapping[Key, Sequence[int]], *, everything: bool = False
) -> tuple[Need, ...]:
    """Most people first; equals in the order in which they are asked. `everything` lists what nobody lacks, too."""
    counts: dict[Key, _Count] = {}
    places: dict[int, tuple[Standing, Callable[[int], None]]] = {}  # by the standing's id, which it keeps while it is kept here
    for profile in profiles:
        person = profile.person.id
        for standing in profile.standings:
            known = places.get(id(standing))
            if known is None:
                asked: Requirement = standing.requirement
                count = counts.setdefault(asked.key, _Count(asked))
                known = places[id(standing)] = standing, count.place(standing).append
            known[1](person)
    needs = (
        Need(
            framework=key[0],
            code=key[1],
            name=count.asked.name,
            kind=count.asked.kind,
            lacking=len(count.now),
            lacking_later=len(count.later),
            unknown=len(count.unknown),
            met=len(count.met),
            people=(*count.now, *count.later),
            courses=tuple(offers.get(key, ())),
        )
        for key, count in counts.items()
    )
    kept = [need for need in needs if everything or need.weight or need.unknown]
    return tuple(sorted(kept, key=lambda need: (-need.weight, -need.unknown)))


@dataclass(frozen=True, slots=True)
class Attainment:
    """How many of a group or unit meet their set; percentages of `people`, as every paper rounds them."""

    name: str
    people: int
    assessed: int
    meeting: int  # the units
    with_idp: int = 0
    developed: int = 0
    whole: int = 0  # those who meet every part of the set

    def percent(self, count: int) -> Decimal:
        return percent(count, self.people) or Decimal("0.00")


def attainment(
    name: str, profiles: Iterable[Profile], with_idp: frozenset[int] = frozenset(), developed: frozenset[int] = frozenset()
) -> Attainment:
    """`with_idp` and `developed` are ids of people."""
    listed = list(profiles)
    ids = [profile.person.id for profile in listed]
    return Attainment(
        name=name,
        people=len(listed),
        assessed=sum(profile.assessed for profile in listed),
        meeting=sum(profile.meets for profile in listed),
        with_idp=sum(person in with_idp for person in ids),
        developed=sum(person in developed for person in ids),
        whole=sum(profile.meets_all for profile in listed),
    )


def by_unit(profiles: Iterable[Profile]) -> tuple[tuple[str, list[Profile]], ...]:
    """Members of each unit; units of one name are two, but those that are no more are known by their names alone."""
    parts: dict[int | str, list[Profile]] = {}
    for profile in profiles:
        person = profile.person
        parts.setdefault(person.unit if person.unit_id is None else person.unit_id, []).append(profile)
    return tuple((members[0].person.unit_line or members[0].person.unit or NO_UNIT, members) for members in parts.values())


def by_group(profiles: Iterable[Profile], names: Mapping[str, str]) -> tuple[tuple[str, list[Profile]], ...]:
    """Members of each group, by its name; who is of two groups is in both."""
    parts: dict[str, list[Profile]] = {}
    for profile in profiles:
        for name in [names[code] for code in profile.person.groups] or [NO_GROUP]:
            parts.setdefault(name, []).append(profile)
    return tuple(parts.items())
