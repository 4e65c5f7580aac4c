"""How much work a plan is: each click, each key command, each burst of typing in one field counts as one action."""

from __future__ import annotations

from hrdesk.reports.snapshots.snapshot import plan_snapshot
from ui.officer import SEED, Officer, build_plan

MOST = 120  # actions that the plan of the sample may cost an office that has none


def test_the_plan_of_the_sample_from_an_empty_office(empty_window) -> None:
    officer = Officer(empty_window)
    draft = build_plan(officer)
    print(f"actions: {officer.actions}")
    assert officer.actions <= MOST
    assert (draft.period.first, draft.period.last) == (2564, 2566)
    assert {project.title for project in draft.projects} == set(SEED)
    assert all(project.total > 0 for project in draft.projects)
    assert [draft.year_total(year.be) for year in draft.period.years] == [400_000_00] * 3
    office = empty_window.desk.services.register.office()
    assert len(plan_snapshot(office, draft).monitoring_rows) == 6
    assert len(draft.rounds) == 9
    assert draft.budget_law == "เทศบัญญัติ"
