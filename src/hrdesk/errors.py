"""What can go wrong, in the officer's words. Importable by every floor, imports nothing of ours."""

from __future__ import annotations

from enum import StrEnum

from hrdesk.lazy_dataclass import dataclass


class UserError(Exception):
    """An expected failure. `str(error)` is Thai: what happened, is the data safe, what to do now."""


class Severity(StrEnum):
    ERROR = "error"  # printed as official, the paper would be wrong
    WARNING = "warning"  # an officer may have a reason


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, the single currency of validation.

    `field` is the place as a dotted path of record kind, record id and attribute
    (`project:12.budget.2565`, `plan.budget_law`, `course:7.law`), so that a screen can jump to it.
    `code` names the rule; `place` is the same place in Thai for reading.
    """

    field: str
    text: str
    severity: Severity = Severity.ERROR
    code: str = ""
    place: str = ""
