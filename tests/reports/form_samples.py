"""What each kind of form is printed from in the tests: one line for each kind of snapshot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from class_samples import class_sample
from paper_samples import meeting_sample, needs_sample, whole_plan, year_sample
from person_samples import person_sample
from plan_record_samples import changes_sample, evidence_sample, papers_sample
from project_samples import order_sample, project_sample
from skill_samples import idp_sample, roadmap_sample, skills_sample
from year_samples import annual_sample, round_sample, schedule_sample

from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.terms import OrganizationKind
from hrdesk.reports.document import Document
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import load_form
from hrdesk.reports.snapshots.plan_record import coverage_snapshot
from hrdesk.reports.snapshots.snapshot import office_snapshot, plan_snapshot, register_snapshot
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
from hrdesk.services.forms.plan_sources import references
from hrdesk.services.skills.papers import corrections_snapshot
from sample import sample
from small_office import office, plan

SAMPLES: Mapping[str, Callable[[Office, PlanDraft], OfficeSnapshot]] = {
    "office": lambda office, _plan: office_snapshot(office),
    "register": lambda office, _plan: register_snapshot(office),
    "plan": lambda office, plan: plan_snapshot(office, plan, references()),
    "plan-digital": lambda office, plan: plan_snapshot(office, plan, references()),
    "plan-year": year_sample,
    "meeting": meeting_sample,
    "needs": needs_sample,
    "evaluation-schedule": schedule_sample,
    "monitoring-round": round_sample,
    "annual": annual_sample,
    "class": class_sample,
    "class-sheet": class_sample,
    "person": person_sample,
    "order": order_sample,
    "project": project_sample,
    "idp": idp_sample,
    "skills": skills_sample,
    "roadmap": roadmap_sample,
    "framework-corrections": lambda office, _plan: corrections_snapshot(office),
    "plan-changes": changes_sample,
    "coverage": coverage_snapshot,
    "evidence-pack": evidence_sample,
    "paper-register": papers_sample,
}
OF_THE_REAL_PLAN = ("plan-book", "budget-table", "monitoring-table", "committee")  # seed 000, without optional parts


@cache
def composed(form_id: str, kind: OrganizationKind = OrganizationKind.SUBDISTRICT) -> Document:
    """The form of the sample office, or of a small office of another kind with every optional part."""
    form = load_form(form_id)
    if kind is not OrganizationKind.SUBDISTRICT:
        return compose(form, SAMPLES[form.snapshot](office(kind), whole_plan(plan(kind))))
    real_office, real_plan = sample()
    wanted = real_plan if form_id in OF_THE_REAL_PLAN else whole_plan(real_plan)
    return compose(form, SAMPLES[form.snapshot](real_office, wanted))
