"""Which papers of a plan are official, and which only drafts: what must be mended first stands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.life import FROZEN
from hrdesk.errors import Severity

if TYPE_CHECKING:
    from hrdesk.domain.subject import Subject
    from hrdesk.errors import Problem
    from hrdesk.reports.forms.form_values import FormSpec
    from hrdesk.services import Services

_OF_PLANS = frozenset({"plan", "plan-year", "coverage"})  # snapshots that print what the plan says
_COMMITTEE = "committee:"  # all that an order takes from the plan


def standing_errors(services: Services, form: FormSpec, subject: Subject) -> tuple[Problem, ...]:
    """What must be mended before this form of a plan is official.

    An announced edition is official as it was announced. Letters, orders and announcements take only the
    committees from the plan: nothing else keeps them back.
    """
    if form.snapshot not in _OF_PLANS or subject.plan is None or subject.revision is not None:
        return ()
    draft = services.planning.load(subject.plan)
    if draft.status in FROZEN:
        return ()
    errors = (problem for problem in services.planning.problems_of(draft) if problem.severity is Severity.ERROR)
    return tuple(problem for problem in errors if form.issued is None or problem.field.startswith(_COMMITTEE))


def draft_stamp(errors: int) -> str:
    return f"ร่าง – ยังมีเรื่องต้องแก้ไข {errors:,} เรื่อง" if errors else ""
