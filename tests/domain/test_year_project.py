from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.training_terms import YearProjectStatus
from hrdesk.domain.year_project import (
    Budget,
    FundUse,
    ProjectCost,
    YearProject,
    budget_by,
    check_year_project,
    jointly,
)
from hrdesk.errors import Severity

PROJECT = YearProject(
    1,
    2568,
    "โครงการอบรมทักษะด้านดิจิทัล",
    plan_project=7,
    costs=(ProjectCost("ค่าลงทะเบียน", 750_000, 8_000, "คน"),),
    funds=(FundUse(1, 6_000_000_000, 1_000_00), FundUse(2, 0, 0)),
)


def codes(**changes: object) -> dict[str, Severity]:
    return {p.field.removeprefix("year_project."): p.severity for p in check_year_project(replace(PROJECT, **changes))}


def test_seed_003s_registration_fees_come_to_sixty_million() -> None:
    assert PROJECT.cost == 60_000_000 * 100, "7,500 baht × 8,000 people; the paper printed 6,000,000"
    assert codes() == {}


def test_costs_that_do_not_add_up_to_the_budget_are_told() -> None:
    assert codes(funds=(FundUse(1, 600_000_000),)) == {"costs": Severity.WARNING}
    assert codes(costs=(ProjectCost("", 100),), funds=()) == {"costs": Severity.WARNING}
    assert codes(costs=(ProjectCost("ก", -1),)) == {"costs": Severity.WARNING}, "the later of two problems there"


def test_money_is_compared_and_each_source_named_once() -> None:
    assert PROJECT.budget == Budget(6_000_000_000, 100_000)
    assert PROJECT.budget.remaining == 5_999_900_000
    assert codes(costs=(), funds=(FundUse(1, 100, 101),)) == {"funds": Severity.WARNING}
    assert codes(costs=(), funds=(FundUse(1), FundUse(1))) == {"funds": Severity.ERROR}


def test_reasons_and_days() -> None:
    assert codes(status=YearProjectStatus.POSTPONED) == {"status_reason": Severity.ERROR}
    assert codes(status=YearProjectStatus.CANCELLED, status_reason="งบประมาณไม่พอ") == {}
    assert codes(plan_project=None) == {"outside_reason": Severity.WARNING}
    assert codes(title="", starts_on=date(2024, 6, 2), ends_on=date(2024, 6, 1)) == {
        "title": Severity.ERROR,
        "ends_on": Severity.ERROR,
    }


def test_sums_stand_in_the_order_met() -> None:
    sums = budget_by([("ข", Budget(1, 2)), ("ก", Budget(10, 0)), ("ข", Budget(3, 4))])
    assert list(sums.items()) == [("ข", Budget(4, 6)), ("ก", Budget(10, 0))]


@pytest.mark.parametrize(
    ("names", "together"),
    [
        ((), ""),
        (("เทศบาล",), "เทศบาล"),
        (("เทศบาล", "กรมส่งเสริม"), "เทศบาล ร่วมกับ กรมส่งเสริม"),
        (("เทศบาล", "กรมส่งเสริม", "มหาวิทยาลัย"), "เทศบาล ร่วมกับ กรมส่งเสริม และ มหาวิทยาลัย"),
    ],
)
def test_those_who_do_it_together_are_named_as_one(names, together):
    assert jointly(names) == together
