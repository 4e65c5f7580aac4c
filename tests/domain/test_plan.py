from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import small_office as small
from hrdesk.domain.plan import CostLine, PlanProject, YearBudget, monitoring_rows
from hrdesk.domain.reach import uncovered_positions

BAHT = 100


def test_figures_of_seed_000() -> None:
    draft = small.plan()
    assert len(draft.budgeted_projects) == 8
    assert [draft.year_total(year) for year in small.YEARS] == [400_000 * BAHT] * 3
    assert draft.total == 1_200_000 * BAHT


def test_eight_projects_print_as_six_rows_with_the_same_money() -> None:
    rows = monitoring_rows(small.PROJECTS)
    assert [row.budget(2564) // BAHT for row in rows] == [20_000, 20_000, 10_000, 100_000, 100_000, 150_000]
    assert [row.title for row in rows[3:5]] == [small.EXECUTIVES, small.OPERATORS]
    assert [len(row.projects) for row in rows] == [1, 1, 1, 2, 2, 1]


def test_a_row_joins_what_its_projects_choose_in_order_of_first_use() -> None:
    one = small.project(1, "ก", 10, (2,), monitoring_title="รวม", methods=(4, 2), years=(2564,))
    two = small.project(2, "ข", 10, (1, 2), monitoring_title="รวม", methods=(2, 1), years=(2566,))
    (row,) = monitoring_rows((one, two))
    assert row.ids("methods") == (4, 2, 1)
    assert row.ids("organizers") == (2, 1)
    assert [row.runs_in(year) for year in small.YEARS] == [True, False, True]


AMOUNTS = st.lists(st.tuples(st.sampled_from(small.YEARS), st.integers(0, 10**9)), max_size=6)
TITLES = st.sampled_from(["", "กลุ่ม 1", "กลุ่ม 2"])


@given(st.lists(st.tuples(TITLES, AMOUNTS), max_size=8))
def test_grouping_never_loses_a_project_or_a_satang(plan: list[tuple[str, list[tuple[int, int]]]]) -> None:
    projects = [
        PlanProject(i, f"โครงการ {i}", monitoring_title=title, budgets=tuple(YearBudget(*b) for b in budgets))
        for i, (title, budgets) in enumerate(plan)
    ]
    rows = monitoring_rows(projects)
    assert sorted(p.id for row in rows for p in row.projects) == list(range(len(projects)))
    for year in small.YEARS:
        assert sum(row.budget(year) for row in rows) == sum(p.budget(year) for p in projects)
    assert [row.projects[0].id for row in rows] == sorted(row.projects[0].id for row in rows)


def test_project_without_money_has_a_place_only_on_purpose() -> None:
    free = PlanProject(1, "ก")
    assert not free.budgeted
    assert replace(free, no_budget=True).budgeted


def test_cost_line_multiplies() -> None:
    assert CostLine("ค่าอาหาร", 120 * BAHT, 40, 2).amount == 9_600 * BAHT


def test_only_budgeted_projects_cover_positions() -> None:
    office = small.office()
    assert uncovered_positions(small.plan(), office) == ()
    unfunded = tuple(replace(p, budgets=()) for p in small.PROJECTS)
    assert uncovered_positions(small.plan(projects=unfunded), office) == office.positions
