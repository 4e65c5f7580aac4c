"""What contradicts in a plan: one answer for the page, the wizard, the first page, the command line and every print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.check import check_plan, not_accepted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.errors import Problem

BOOK = "plan-book"  # the form that prints the chapters


def problems_of(draft: PlanDraft, office: Office, standard_texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """Of a plan that may not be stored yet, with what its own chapters ask for in vain.

    Warnings that the officer accepted with a reason are left out.
    """
    found = check_plan(draft, office, standard_texts)
    if draft.chapters:
        from hrdesk.reports.forms.formcheck import chapter_problems  # noqa: PLC0415 - most plans keep the standard chapters
        from hrdesk.reports.forms.formspec import load_form  # noqa: PLC0415

        found = (*found, *chapter_problems(load_form(BOOK), draft.chapters))
    return not_accepted(found, draft)
