"""What a year has brought: every total is the sum of its rows, and what is owed is told once, by the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.statistics import scale_result
from hrdesk.domain.training_terms import ClassStatus, YearProjectStatus
from hrdesk.domain.year_figures import (
    NOT_SET_UP,
    ClassOutcome,
    Coverage,
    PeopleCount,
    ProjectOutcome,
    YearFigures,
    open_items,
    sum_people,
)
from hrdesk.domain.year_project import Budget

DAY = date(2024, 5, 31)
DONE, RUNNING, PLANNED, CANCELLED = ClassStatus.COMPLETED, ClassStatus.RUNNING, ClassStatus.PLANNED, ClassStatus.CANCELLED
P = YearProjectStatus
COUNT = st.integers(0, 40)
PEOPLE = st.builds(PeopleCount, COUNT, COUNT, COUNT, COUNT)
CLASSES = st.builds(ClassOutcome, st.integers(1, 99), st.integers(1, 9), st.just(""), st.sampled_from(ClassStatus), people=PEOPLE)
PROJECTS = st.builds(
    ProjectOutcome, st.just("year:1"), st.just("ก"), st.none() | st.sampled_from(YearProjectStatus), people_planned=COUNT,
    budget_planned=st.integers(0, 10**9), budget_used=st.integers(0, 10**9), classes=st.lists(CLASSES, max_size=3).map(tuple),
)  # fmt: skip


def held(number=1, status=DONE, ends=DAY, **changes):
    return ClassOutcome(number, number, "", status, ends, ends, **changes)


def project(*classes, status=P.DONE, **changes):
    return ProjectOutcome("year:1", "โครงการคุณธรรม", status, classes=classes, **changes)


def year(*projects):
    return YearFigures(2567, DAY, projects)


def test_who_came_is_everybody_but_the_absent():
    count = PeopleCount(passed=20, failed=3, absent=5, pending=2)
    assert (count.all, count.attended) == (30, 25)
    assert count + PeopleCount(1, 1, 1, 1) == PeopleCount(21, 4, 6, 3)
    assert sum_people([]) == PeopleCount()


def test_people_are_counted_when_their_class_is_over():
    over, going = held(1, people=PeopleCount(10, 2)), held(2, RUNNING, people=PeopleCount(30))
    found = project(over, going)
    assert (found.held, found.people) == ((over,), PeopleCount(10, 2))
    assert year(found, found).people == PeopleCount(20, 4)
    assert year(found).classes_held == 1


@given(st.lists(PROJECTS, max_size=6))
def test_every_total_is_the_sum_of_its_rows(projects):
    figures = year(*projects)
    assert figures.budget_planned == sum(one.budget_planned for one in projects)
    assert figures.budget_used == sum(one.budget_used for one in projects)
    assert figures.people_planned == sum(one.people_planned for one in projects)
    assert figures.people.all == sum(each.people.all for each in figures.classes if each.done)
    assert figures.people.attended + figures.people.absent == figures.people.all
    assert figures.done == sum(one.status is P.DONE for one in projects)
    assert figures.classes_held <= len(figures.classes)


def test_money_carried_out_jointly_stands_once_under_all_their_names():
    both = "เทศบาลดำเนินการเอง ร่วมกับ มหาวิทยาลัย"
    found = year(
        project(organizer="เทศบาลดำเนินการเอง", budget_planned=100, budget_used=40), project(organizer=both, budget_planned=30),
        project(organizer="เทศบาลดำเนินการเอง", budget_planned=20, budget_used=25), project(budget_planned=7, budget_used=7),
    )  # fmt: skip
    assert found.by_organizer == {"เทศบาลดำเนินการเอง": Budget(120, 65), both: Budget(30, 0), "": Budget(7, 7)}
    assert year().by_organizer == {}


@given(st.lists(PROJECTS, max_size=5).map(tuple))
def test_organisers_money_comes_to_the_whole(projects):
    found = year(*(replace(one, organizer="กข"[place % 2]) for place, one in enumerate(projects)))
    assert sum(found.by_organizer.values(), Budget()) == Budget(found.budget_planned, found.budget_used)


def test_attendance_is_of_half_days_recorded_in_classes_that_are_over():
    figures = year(project(held(1, marks=60, present=45), held(2, marks=20, present=20)), project(held(3, RUNNING, marks=100, present=0)))
    assert figures.attendance == Decimal("81.25")
    assert year(project(held(1))).attendance is None, "nothing was recorded"


def test_opinions_of_a_year_are_all_answers_not_the_mean_of_means():
    many, few = scale_result((90, 10, 0, 0, 0)), scale_result((0, 0, 0, 0, 2))
    figures = year(project(held(1, satisfaction=many), held(2, satisfaction=few), held(3)))
    assert figures.opinions.counts == (90, 10, 0, 0, 2)
    assert figures.opinions.spread.mean == Decimal("4.82")  # (450 + 40 + 2) / 102
    assert year().opinions.word == ""


@pytest.mark.parametrize(
    ("people", "developed", "share"), [(60, 45, "75.00"), (3, 1, "33.33"), (3, 2, "66.67"), (0, 0, None), (8, 8, "100.00"), (800, 1, "0.13")]
)
def test_the_share_of_people_developed(people, developed, share):
    found = Coverage("กอง", people, developed).percent
    assert (None if found is None else str(found)) == share


@pytest.mark.parametrize(
    ("status", "reason", "told"),
    [
        (P.DONE, "", []),
        (P.PLANNED, "", [("year:1", "")]),
        (P.RUNNING, "เลื่อนวัน", [("year:1", "")]),
        (None, "", [("year:1", "")]),
        (P.CANCELLED, "งบไม่พอ", [("year:1", "งบไม่พอ")]),
        (P.POSTPONED, "", [("year:1", "")]),
    ],
)
def test_a_project_not_done_is_owed_and_its_reason_explains_it(status, reason, told):
    assert [(item.key, item.explanation) for item in open_items(year(project(status=status, reason=reason)))] == told


def test_what_nobody_set_up_is_said_to_be_so():
    (item,) = open_items(year(project(status=None)))
    assert item.text == f"โครงการคุณธรรม ({NOT_SET_UP})"


@pytest.mark.parametrize("status", [PLANNED, RUNNING])
@pytest.mark.parametrize(("days", "owed"), [(-1, True), (0, True), (1, False)])
def test_a_class_is_late_from_its_last_day_on(status, days, owed):
    found = open_items(year(project(held(7, status, DAY + timedelta(days)))))
    assert [item.key for item in found] == (["class:7"] if owed else [])


@pytest.mark.parametrize("status", [DONE, CANCELLED])
def test_a_class_that_is_over_or_off_is_not_late(status):
    assert open_items(year(project(held(7, status)))) == ()
    assert open_items(year(project(replace(held(7, PLANNED), ends=None)))) == ()


def test_follow_ups_are_owed_by_the_person():
    (item,) = open_items(year(project(held(7, follow_ups=20, follow_ups_done=13))))
    assert (item.key, item.text) == ("follow:7", "โครงการคุณธรรม รุ่นที่ 7 ยังไม่ได้ติดตามผลหลังการอบรม 7 คน")
    assert open_items(year(project(held(7, follow_ups=20, follow_ups_done=20)))) == ()


@given(st.lists(PROJECTS, max_size=5))
def test_nothing_is_owed_twice(projects):
    named = [
        replace(one, key=f"year:{n}", classes=tuple(replace(each, id=10 * n + m) for m, each in enumerate(one.classes)))
        for n, one in enumerate(projects)
    ]
    keys = [item.key for item in open_items(year(*named))]
    assert len(keys) == len(set(keys))
