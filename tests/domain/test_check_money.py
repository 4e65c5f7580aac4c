from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_office as small
from hrdesk.domain.check import PlanCase, check_costs, money
from hrdesk.domain.plan import CostLine, PlanDraft, YearBudget

BAHT = 100
SEED_003 = (  # section 8 of the project paper: 7,500 x 8,000 is printed as 6,000,000
    CostLine("ค่าลงทะเบียนการฝึกอบรม", 7_500 * BAHT, 8_000, stated=6_000_000 * BAHT),
    CostLine("ห้องปฏิบัติการ", 1_000_000 * BAHT, 1, stated=1_000_000 * BAHT),
    CostLine("ศูนย์รวมบริการประชาชนดิจิทัล", 5_000_000 * BAHT, 1, stated=5_000_000 * BAHT),
)


def case(draft: PlanDraft) -> PlanCase:
    return PlanCase(draft, small.office())


def test_seed_003_multiplies_wrongly_and_adds_up_all_the_same() -> None:
    (problem,) = check_costs(SEED_003, 12_000_000 * BAHT)
    assert (problem.code, problem.field) == ("cost.product", "costs.0.stated")
    assert problem.text == "7,500 บาท × 8,000 เท่ากับ 60,000,000 บาท แต่ระบุไว้ 6,000,000 บาท"
    assert problem.place == "ค่าใช้จ่ายรายการที่ 1 “ค่าลงทะเบียนการฝึกอบรม”"


def test_a_wrong_total_is_told_apart_from_a_wrong_product() -> None:
    product, total = check_costs(SEED_003, 66_000_000 * BAHT)
    assert (product.code, total.code) == ("cost.product", "cost.sum")
    assert "12,000,000" in total.text
    assert "66,000,000" in total.text


def test_times_are_part_of_the_product() -> None:
    line = CostLine("ค่าวิทยากร", 600 * BAHT, 6, times=2, stated=3_600 * BAHT)
    (problem,) = check_costs((line,), None)
    assert "× 6 × 2 ครั้ง เท่ากับ 7,200 บาท" in problem.text


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**4), st.integers(1, 50)), max_size=8))
def test_lines_stated_as_computed_never_complain(figures: list[tuple[int, int, int]]) -> None:
    lines = [CostLine("ก", price, count, times, price * count * times) for price, count, times in figures]
    assert check_costs(lines, sum(line.amount for line in lines)) == ()
    if lines:
        assert [p.code for p in check_costs(lines, sum(line.amount for line in lines) + 1)] == ["cost.sum"]


def test_costs_of_a_project_name_the_project() -> None:
    draft = small.changed(2, costs=SEED_003, stated_total=11_000_000 * BAHT)
    (product,) = money.cost_products(case(draft))
    (total,) = money.cost_sums(case(draft))
    assert product.field == "project:2.costs.0.stated"
    assert product.place.startswith("โครงการที่ 2 “โครงการคุณธรรม")
    assert total.field == "project:2.stated_total"


@pytest.mark.parametrize(("price", "told"), [(20_000, 0), (60_000, 0), (30_000, 1)])
def test_costs_are_those_of_a_year_or_of_the_whole_period(price: int, told: int) -> None:
    draft = small.changed(2, costs=(CostLine("ค่าวิทยากร", price * BAHT, 1),))
    problems = list(money.costs_against_budget(case(draft)))
    assert len(problems) == told
    for problem in problems:
        assert problem.field == "project:2.costs"
        assert "30,000 บาท ไม่ตรงกับงบประมาณของโครงการ (ปีละ 20,000 บาท รวมทั้งสิ้น 60,000 บาท)" in problem.text


def test_a_printed_total_counts_as_printed() -> None:
    budgets = tuple(YearBudget(year, 4_000_000 * BAHT) for year in small.YEARS)
    draft = small.changed(1, costs=SEED_003, stated_total=12_000_000 * BAHT, budgets=budgets)
    assert not list(money.costs_against_budget(case(draft)))


def test_money_in_a_year_the_project_does_not_run() -> None:
    (problem,) = money.money_in_idle_year(case(small.changed(1, years=(2564, 2566))))
    assert (problem.code, problem.field) == ("project.money-in-idle-year", "project:1.budget.2565")
    assert "20,000 บาท" in problem.text


def test_running_year_without_money() -> None:
    short = small.changed(1, budgets=(YearBudget(2564, 100), YearBudget(2566, 100), YearBudget(2565, 0)))
    (problem,) = money.running_year_without_money(case(short))
    assert problem.field == "project:1.budget.2565"
    for told_elsewhere in (small.changed(1, budgets=()), small.changed(1, budgets=(), no_budget=True)):
        assert not list(money.running_year_without_money(case(told_elsewhere)))


def test_money_for_what_needs_none() -> None:
    (problem,) = money.money_although_none_needed(case(small.changed(1, no_budget=True)))
    assert problem.field == "project:1.no_budget"
    assert "60,000 บาท" in problem.text


def test_negative_money() -> None:
    (problem,) = money.negative_money(case(small.changed(1, budgets=(YearBudget(2565, -100),))))
    assert problem.field == "project:1.budget.2565"


def test_year_outside_the_period() -> None:
    late = small.changed(1, years=(2566, 2567), budgets=(YearBudget(2566, 100), YearBudget(2568, 100)))
    assert [p.field for p in money.year_outside_period(case(late))] == [
        "project:1.years",
        "project:1.budget.2568",
    ]
    (first, _) = money.year_outside_period(case(late))
    assert "2564 - 2566" in first.text
