"""Which papers of a plan are official, and which only drafts: what must be mended first stands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.life import FROZEN
from hrdesk.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrdesk.domain.subject import Subject
    from hrdesk.errors import Problem
    from hrdesk.reports.forms.form_values import FormSpec
    from hrdesk.services import Services

_OF_PLANS = frozenset({"plan", "plan-digital", "plan-year", "coverage"})  # snapshots that print what the plan says
_COMMITTEE = "committee:"  # all that an order takes from the plan


def standing(services: Services, form: FormSpec, subject: Subject) -> tuple[Problem, ...]:
    """What is wrong with what this form of a plan says, but for warnings that were accepted with a reason.

    An announced edition is official as it was announced. Letters, orders and announcements take only the
    committees from the plan: nothing else keeps them back.
    """
    if form.snapshot not in _OF_PLANS or subject.plan is None or subject.revision is not None:
        return ()
    draft = services.reading.plan(subject.plan)
    if draft.status in FROZEN:
        return ()
    found = services.reading.problems_of(draft)
    return tuple(problem for problem in found if form.issued is None or problem.field.startswith(_COMMITTEE))


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What must be mended before the form is official: it stands on the print. Warnings are told before it."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def warnings_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity is Severity.WARNING)


def draft_stamp(errors: int) -> str:
    return f"ร่าง – ยังมีเรื่องต้องแก้ไข {errors:,} เรื่อง" if errors else ""
