"""The framework's group that a post suggests, as the shipped mapping has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hrdesk.domain.taxonomy import Mapping, Rule, Subject, suggestion
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.reference.guideline import load_guideline, load_mapping
from hrdesk.services.skills.frameworks import shipped

if TYPE_CHECKING:
    from hrdesk.domain.competency import Person


@dataclass(frozen=True, slots=True)
class Suggestion:
    person: Person
    group: str
    reason: str


@dataclass(frozen=True, slots=True)
class Approval:
    """The superior with whom a person's groups were settled."""

    approver: str
    on: date | None


@cache
def shipped_mapping() -> Mapping:
    return load_mapping(shipped(), load_guideline())


def suggestions(rules: Sequence[Rule], people: Iterable[Person]) -> tuple[Suggestion, ...]:
    """For those without a group, by the first rule that fits."""
    found = []
    for person in people:
        subject = Subject(person.personnel_type, person.position_type, person.position)
        rule = None if person.groups else suggestion(rules, subject)
        if rule is not None:
            found.append(Suggestion(person, rule.suggests, rule.reason))
    return tuple(found)
