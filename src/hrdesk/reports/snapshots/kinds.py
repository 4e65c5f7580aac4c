"""Every kind of snapshot a form can name, with what must be chosen before it can be built.

A new kind is one line here, and one in `services.form_sources` that says how it is loaded. The dataclasses are
imported when a form of their kind is: the first page needs one of them, to check the chapters of the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from hrdesk.domain.subject import Choice
from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot


@dataclass(frozen=True, slots=True)
class SnapshotKind:
    """`needs` must be chosen; `offers` may be."""

    place: str  # module of `reports.snapshots` and class, `class_values.ClassSnapshot`
    needs: tuple[Choice, ...] = ()
    offers: tuple[Choice, ...] = ()

    @property
    def type(self) -> type[OfficeSnapshot]:
        module, _, name = self.place.partition(".")
        found: type[OfficeSnapshot] = getattr(import_module(f"hrdesk.reports.snapshots.{module}"), name)
        return found


SNAPSHOTS: Mapping[str, SnapshotKind] = {
    "office": SnapshotKind("snapshot_values.OfficeSnapshot"),
    "register": SnapshotKind("snapshot_values.RegisterSnapshot"),
    "plan": SnapshotKind("snapshot_values.PlanSnapshot", (Choice.PLAN,), (Choice.REVISION,)),
    "plan-digital": SnapshotKind("snapshot_values.PlanSnapshot", (Choice.PLAN,), (Choice.REVISION,)),  # with the framework's rows
    "plan-year": SnapshotKind("plan_year_snapshot.PlanYearSnapshot", (Choice.PLAN, Choice.YEAR), (Choice.REVISION,)),
    "meeting": SnapshotKind("meeting_snapshot.MeetingSnapshot", (Choice.PLAN, Choice.MEETING)),
    "needs": SnapshotKind("needs_snapshot.NeedsSnapshot", (Choice.YEAR,)),
    "evaluation-schedule": SnapshotKind("year_values.ScheduleSnapshot", (Choice.PLAN, Choice.YEAR)),
    "monitoring-round": SnapshotKind("year_values.RoundSnapshot", (Choice.PLAN, Choice.YEAR, Choice.ROUND)),
    "annual": SnapshotKind("year_values.AnnualSnapshot", (Choice.PLAN, Choice.YEAR)),
    "class": SnapshotKind("class_values.ClassSnapshot", (Choice.YEAR, Choice.CLASS), (Choice.PERSON,)),
    "class-sheet": SnapshotKind("class_values.ClassSnapshot", (), (Choice.YEAR, Choice.CLASS, Choice.PERSON)),
    "person": SnapshotKind("person_snapshot.PersonSnapshot", (Choice.PERSON,), (Choice.UNIT,)),
    "order": SnapshotKind("order_snapshot.OrderSnapshot", (Choice.YEAR, Choice.CLASS)),
    "project": SnapshotKind("project_values.ProjectSnapshot", (Choice.YEAR, Choice.PROJECT)),
    "idp": SnapshotKind("skill_snapshots.IdpSnapshot", (Choice.YEAR,), (Choice.UNIT, Choice.IDP)),
    "skills": SnapshotKind("skill_snapshots.SkillsSnapshot", (), (Choice.UNIT,)),
    "plan-changes": SnapshotKind("plan_record_values.ChangesSnapshot", (Choice.PLAN,), (Choice.REVISION,)),
    "coverage": SnapshotKind("plan_record_values.CoverageSnapshot", (Choice.PLAN,), (Choice.YEAR,)),
    "evidence-pack": SnapshotKind("plan_record_values.EvidenceSnapshot", (Choice.YEAR,)),
    "paper-register": SnapshotKind("paper_register_snapshot.PaperRegisterSnapshot", (Choice.CALENDAR,)),
    "roadmap": SnapshotKind("skill_snapshots.RoadmapSnapshot"),
    "framework-corrections": SnapshotKind("corrections_snapshot.CorrectionsSnapshot"),
}
