"""What a project can be linked to: the guideline's entries and the plan's own strategies, as one list to tick."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrdesk.domain.plan_parts import Link
from hrdesk.domain.plan_terms import LinkKind
from hrdesk.domain.terms import term
from hrdesk.services.reference.guideline import load_guideline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.domain.guideline import Guideline
    from hrdesk.domain.plan_parts import OwnStrategy


@cache
def guideline() -> Guideline:
    return load_guideline()


def link_choices(strategies: Sequence[OwnStrategy]) -> list[tuple[Link, str]]:
    """Every entry with its words, the office's own strategies first."""
    found = guideline()
    lists = (
        (LinkKind.STRATEGY, [(s.code, f"{s.code} {s.name}") for issue in found.issues for s in issue.strategies]),
        (LinkKind.MINDSET, [(entry.code, entry.name) for entry in found.mindsets]),
        (LinkKind.SKILL_FAMILY, [(entry.code, entry.name) for entry in found.skill_families]),
        (LinkKind.DIGITAL_SKILL, [(entry.code, entry.name) for entry in found.digital_skills]),
    )
    own = [(Link(LinkKind.OWN, s.code), f"{term(LinkKind.OWN)}: {s.code} {s.name}") for s in strategies]
    return own + [(Link(kind, code), f"{term(kind)}: {name}") for kind, entries in lists for code, name in entries]
