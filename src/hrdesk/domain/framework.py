"""A skills framework as values: what can be asked of people, and of whom it is asked.

Codes are text, never an enum: an office keeps records made under one version while another is brought in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from hrdesk.lazy_dataclass import dataclass, replace


@dataclass(frozen=True, slots=True)
class Named:
    """A coded entry: a stage of the organisation, a staff group, an area of capability."""

    code: str
    name: str
    english: str = ""
    description: str = ""  # ours, for the screen


@dataclass(frozen=True, slots=True)
class Criterion:
    """เกณฑ์การปฏิบัติงาน (PC)"""

    code: str
    name: str
    element: str


@dataclass(frozen=True, slots=True)
class Element:
    """ความสามารถย่อย (EoC)"""

    code: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Unit:
    """หน่วยความสามารถ (UoC)"""

    code: str
    name: str
    area: str


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of knowledge, experience, traits or competencies; `basic` ones are asked of everybody.

    A topic's code is the entry's with its place from 1: KN02.3.
    """

    code: str
    name: str
    basic: bool = False
    topics: tuple[str, ...] = ()

    @property
    def topic_codes(self) -> tuple[str, ...]:
        return tuple(f"{self.code}.{place}" for place in range(1, len(self.topics) + 1))


@dataclass(frozen=True, slots=True)
class Role:
    """What one stage asks of one staff group, all by code.

    As written, `knowledge`, `topics` and `experience` hold what the stage adds to the one that `inherits` names;
    after `resolved` they hold everything, basics first. Units are complete in every stage.
    """

    stage: str
    group: str
    name: str
    description: str = ""
    inherits: str = ""
    units: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.stage}/{self.group}"

    @property
    def codes(self) -> tuple[str, ...]:
        """All that it asks, as far as it is written out."""
        return (*self.units, *self.knowledge, *self.topics, *self.experience, *self.traits, *self.competencies)


@dataclass(frozen=True, slots=True)
class Framework:
    """One version of a framework. `stages` run from the earliest to the latest."""

    id: str
    version: str
    title: str
    source: str
    approved_on: date | None = None
    stages: tuple[Named, ...] = ()
    groups: tuple[Named, ...] = ()
    areas: tuple[Named, ...] = ()
    units: tuple[Unit, ...] = ()
    elements: tuple[Element, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    knowledge: tuple[Item, ...] = ()
    experience: tuple[Item, ...] = ()
    traits: tuple[Item, ...] = ()
    competencies: tuple[Item, ...] = ()
    roles: tuple[Role, ...] = ()

    def role(self, stage: str, group: str) -> Role:
        """Raises KeyError where the framework has no such stage or group."""
        for role in self.roles:
            if (role.stage, role.group) == (stage, group):
                return role
        raise KeyError(stage, group)

    def next_stage(self, stage: str) -> str | None:
        """The stage after this one; None after the last. ValueError for a stage of another framework."""
        codes = [each.code for each in self.stages]
        place = codes.index(stage) + 1
        return codes[place] if place < len(codes) else None

    def required_units(self, stage: str, groups: Iterable[str]) -> tuple[str, ...]:
        """The units of a person who belongs to one or more groups: the union, in the framework's order."""
        asked = {code for group in groups for code in self.role(stage, group).units}
        return tuple(unit.code for unit in self.units if unit.code in asked)

    def criteria_of(self, unit: str) -> tuple[Criterion, ...]:
        """Empty where the framework names none; else a unit is held only when all are met (seed 002, l. 114)."""
        elements = {element.code for element in self.elements if element.unit == unit}
        return tuple(criterion for criterion in self.criteria if criterion.element in elements)

    def lineage(self, role: Role) -> Iterator[Role]:
        """The role and those that it inherits from, latest first; ends where the stage is not an earlier one."""
        order = {stage.code: place for place, stage in enumerate(self.stages)}
        held = {(each.stage, each.group): each for each in self.roles}
        while True:
            yield role
            earlier = held.get((role.inherits, role.group))
            if earlier is None or order.get(earlier.stage, 0) >= order.get(role.stage, 0):
                return
            role = earlier


def resolved(framework: Framework) -> Framework:
    """Every role's inherited and basic entries written out, once, in a framework without problems."""
    return replace(framework, roles=tuple(_resolved(framework, role) for role in framework.roles))


def _resolved(framework: Framework, role: Role) -> Role:
    line = tuple(framework.lineage(role))[::-1]
    knowledge = _basics(framework.knowledge) + tuple(code for each in line for code in each.knowledge)
    return replace(
        role,
        knowledge=knowledge,
        # a topic adds nothing once the whole entry is asked
        topics=tuple(
            code for each in line for code in each.topics if code.rpartition(".")[0] not in knowledge
        ),
        experience=_basics(framework.experience) + tuple(code for each in line for code in each.experience),
        traits=_basics(framework.traits) + role.traits,
        competencies=_basics(framework.competencies) + role.competencies,
    )


def _basics(items: tuple[Item, ...]) -> tuple[str, ...]:
    return tuple(item.code for item in items if item.basic)
