"""What a plan and its projects hold besides money and years: whom they reach, what they serve and aim at."""

from __future__ import annotations

from datetime import date

from hrdesk.domain.plan_terms import LinkKind, ReachKind, SwotKind
from hrdesk.domain.terms import Level
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Reach:
    """A level by itself, or by `ref` a line, a unit or a person (Staff.id) that a project is meant for."""

    kind: ReachKind
    ref: int = 0
    level: Level = Level.NONE


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the guideline, or of the plan's own strategies, that a project serves."""

    kind: LinkKind
    code: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A line of T6. `quantity` is a number as typed (80, 3.51), since a mean is not a count."""

    name: str
    quantity: str
    unit: str


@dataclass(frozen=True, slots=True)
class OwnStrategy:
    """ยุทธศาสตร์ of the office's own development plan, told by its code."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class SwotEntry:
    kind: SwotKind
    text: str


@dataclass(frozen=True, slots=True)
class AcceptedWarning:
    """A warning left as it is, for a reason. Another text at the same place is another warning."""

    code: str
    field: str
    text: str
    reason: str
    accepted_on: date

    def covers(self, problem: Problem) -> bool:
        return (problem.code, problem.field, problem.text) == (self.code, self.field, self.text)
