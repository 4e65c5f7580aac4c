"""What each kind of form is printed from in the tests: one line for each kind of snapshot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from skill_samples import idp_sample, roadmap_sample, skills_sample
from year_samples import annual_sample, round_sample, schedule_sample

from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.reports.compose import compose
from hrdesk.reports.document import Document
from hrdesk.reports.formspec import load_form
from hrdesk.reports.snapshot import office_snapshot, plan_snapshot, register_snapshot
from hrdesk.reports.snapshot_values import OfficeSnapshot
from sample import sample

SAMPLES: Mapping[str, Callable[[Office, PlanDraft], OfficeSnapshot]] = {
    "office": lambda office, _plan: office_snapshot(office),
    "register": lambda office, _plan: register_snapshot(office),
    "plan": plan_snapshot,
    "evaluation-schedule": schedule_sample,
    "monitoring-round": round_sample,
    "annual": annual_sample,
    "idp": idp_sample,
    "skills": skills_sample,
    "roadmap": roadmap_sample,
}


@cache
def composed(form_id: str) -> Document:
    """The form of the sample office."""
    form = load_form(form_id)
    return compose(form, SAMPLES[form.snapshot](*sample()))
