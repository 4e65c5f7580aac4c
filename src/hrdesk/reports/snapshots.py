"""Every kind of snapshot a form can name, with what must be chosen before it can be built.

A new kind is one line here, and one in `services.form_sources` that says how it is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hrdesk.domain.subject import Choice
from hrdesk.reports.class_values import ClassSnapshot
from hrdesk.reports.meeting_snapshot import MeetingSnapshot
from hrdesk.reports.needs_snapshot import NeedsSnapshot
from hrdesk.reports.order_snapshot import OrderSnapshot
from hrdesk.reports.person_snapshot import PersonSnapshot
from hrdesk.reports.plan_record_values import ChangesSnapshot, CoverageSnapshot, EvidenceSnapshot
from hrdesk.reports.plan_year_snapshot import PlanYearSnapshot
from hrdesk.reports.project_values import ProjectSnapshot
from hrdesk.reports.skill_snapshots import IdpSnapshot, RoadmapSnapshot, SkillsSnapshot
from hrdesk.reports.snapshot_values import OfficeSnapshot, PlanSnapshot, RegisterSnapshot
from hrdesk.reports.year_values import AnnualSnapshot, RoundSnapshot, ScheduleSnapshot


@dataclass(frozen=True, slots=True)
class SnapshotKind:
    """`needs` must be chosen; `offers` may be."""

    type: type[OfficeSnapshot]
    needs: tuple[Choice, ...] = ()
    offers: tuple[Choice, ...] = ()


SNAPSHOTS: Mapping[str, SnapshotKind] = {
    "office": SnapshotKind(OfficeSnapshot),
    "register": SnapshotKind(RegisterSnapshot),
    "plan": SnapshotKind(PlanSnapshot, (Choice.PLAN,), (Choice.REVISION,)),
    "plan-year": SnapshotKind(PlanYearSnapshot, (Choice.PLAN, Choice.YEAR), (Choice.REVISION,)),
    "meeting": SnapshotKind(MeetingSnapshot, (Choice.PLAN, Choice.MEETING)),
    "needs": SnapshotKind(NeedsSnapshot, (Choice.YEAR,)),
    "evaluation-schedule": SnapshotKind(ScheduleSnapshot, (Choice.PLAN, Choice.YEAR)),
    "monitoring-round": SnapshotKind(RoundSnapshot, (Choice.PLAN, Choice.YEAR, Choice.ROUND)),
    "annual": SnapshotKind(AnnualSnapshot, (Choice.PLAN, Choice.YEAR)),
    "class": SnapshotKind(ClassSnapshot, (Choice.YEAR, Choice.CLASS), (Choice.PERSON,)),
    "class-sheet": SnapshotKind(ClassSnapshot, (), (Choice.YEAR, Choice.CLASS, Choice.PERSON)),
    "person": SnapshotKind(PersonSnapshot, (Choice.PERSON,), (Choice.UNIT,)),
    "order": SnapshotKind(OrderSnapshot, (Choice.YEAR, Choice.CLASS)),
    "project": SnapshotKind(ProjectSnapshot, (Choice.YEAR, Choice.PROJECT)),
    "idp": SnapshotKind(IdpSnapshot, (Choice.YEAR,), (Choice.UNIT, Choice.IDP)),
    "skills": SnapshotKind(SkillsSnapshot, (), (Choice.UNIT,)),
    "plan-changes": SnapshotKind(ChangesSnapshot, (Choice.PLAN,), (Choice.REVISION,)),
    "coverage": SnapshotKind(CoverageSnapshot, (Choice.PLAN,), (Choice.YEAR,)),
    "evidence-pack": SnapshotKind(EvidenceSnapshot, (Choice.YEAR,)),
    "roadmap": SnapshotKind(RoadmapSnapshot),
}
