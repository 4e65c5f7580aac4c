"""A plan draft as JSON and back."""

from __future__ import annotations

from hrdesk.domain.plan import PlanDraft
from hrdesk.services.value_json import from_json, to_json


def plan_to_json(draft: PlanDraft) -> str:
    return to_json(draft)


def plan_from_json(text: str) -> PlanDraft:
    """ValueError when the text is not a draft of today's shape."""
    return from_json(PlanDraft, text)
