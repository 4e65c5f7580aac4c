"""Everything of a framework by which people are judged: its units, and the four lists beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from hrdesk.domain.framework import Framework, Item
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Judgeable:
    """A unit, an entry of a list or a topic of one. `area` is a unit's area, else its kind's word."""

    kind: SkillKind
    code: str
    name: str
    area: str


def judgeables(framework: Framework) -> tuple[Judgeable, ...]:
    """In the framework's order; the topics of an entry come after it, named as parts of nothing else."""
    units = (Judgeable(SkillKind.UNIT, unit.code, unit.name, unit.area) for unit in framework.units)
    return (*units, *(part for kind, items in lists_of(framework) for part in _parts(kind, items)))


def lists_of(framework: Framework) -> tuple[tuple[SkillKind, tuple[Item, ...]], ...]:
    return (
        (SkillKind.KNOWLEDGE, framework.knowledge),
        (SkillKind.EXPERIENCE, framework.experience),
        (SkillKind.TRAIT, framework.traits),
        (SkillKind.COMPETENCY, framework.competencies),
    )


def _parts(kind: SkillKind, items: Iterable[Item]) -> Iterator[Judgeable]:
    for item in items:
        yield Judgeable(kind, item.code, item.name, kind.value)
        for code, topic in zip(item.topic_codes, item.topics, strict=True):
            yield Judgeable(kind, code, topic, kind.value)


def required_parts(framework: Framework, stage: str, groups: Collection[str]) -> tuple[Judgeable, ...]:
    """What a stage asks of a person of these groups, beside the units and with inheritance resolved.

    A topic falls away where another of the groups asks the whole entry.
    """
    roles = [framework.role(stage, group) for group in groups]
    asked = {code for role in roles for code in role.codes}
    whole = {code for role in roles for code in role.knowledge}
    asked -= {code for code in asked if code.rpartition(".")[0] in whole}
    return tuple(
        part for part in judgeables(framework)
        if part.kind is not SkillKind.UNIT and part.code in asked
    )  # fmt: skip
