"""The sample has lived through its plan: something to see on every page of the year, the same in each copy."""

from __future__ import annotations

from datetime import date

import pytest

from hrdesk.domain.meeting import check_meeting
from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.domain.plan_terms import Presence
from hrdesk.domain.terms import CommitteeKind
from hrdesk.domain.training_terms import ClassStatus, Result, YearProjectStatus
from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.training import sample
from lived_office import lived_office


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    with Services.open(lived_office(tmp_path_factory.mktemp("lived"))) as services:
        yield services


def classes(services):
    return [one for year in (2564, 2565, 2566) for one in services.classes.in_year(year)]


def test_every_year_has_projects_classes_and_money(lived) -> None:
    assert lived.year_projects.years()
    assert set(lived.year_projects.years()) >= {2564, 2565, 2566}
    for year in (2564, 2565, 2566):
        assert len(lived.classes.in_year(year)) >= 3
        budget = lived.year_projects.budgets(year).total
        assert 0 < budget.used < budget.planned


def test_classes_stand_at_every_stage(lived) -> None:
    found = [one.status for one in classes(lived)]
    assert {ClassStatus.PLANNED, ClassStatus.RUNNING, ClassStatus.COMPLETED} == set(found)
    assert found.count(ClassStatus.COMPLETED) == 9


def test_a_completed_class_has_no_result_pending_and_what_was_measured(lived) -> None:
    for row in classes(lived):
        people = lived.classes.participants(row.id)
        pending = [one for one in people if one.result is Result.PENDING]
        if row.status is not ClassStatus.COMPLETED:
            assert len(pending) == len(people) > 0
            continue
        assert not pending
        assert any(one.result is Result.PASSED for one in people)
        if lived.classes.load(row.id).tests:
            assert len(lived.scores.sheet(row.id).scores) >= len(people)
            assert lived.opinions.sheets(row.id)


def test_what_was_attended_is_in_peoples_histories(lived) -> None:
    attended = {one.staff for row in classes(lived) if row.status is ClassStatus.COMPLETED for one in lived.classes.participants(row.id) if one.result is Result.PASSED}
    assert len(attended) > 40
    assert all(lived.history.of(staff).training for staff in attended)


def test_projects_were_also_cancelled_postponed_and_held_outside_the_plan(lived) -> None:
    rows = [row for year in (2565, 2566) for row in lived.year_projects.projects(year)]
    assert {YearProjectStatus.DONE, YearProjectStatus.CANCELLED, YearProjectStatus.POSTPONED, YearProjectStatus.RUNNING} <= {row.status for row in rows}
    (outside,) = [row for row in rows if row.outside_plan]
    assert lived.year_projects.load(outside.id).outside_reason
    ended = [row for row in rows if row.status in (YearProjectStatus.CANCELLED, YearProjectStatus.POSTPONED)]
    assert all(lived.year_projects.load(row.id).status_reason for row in ended)


def test_the_first_projects_cost_lines_come_to_what_the_plan_sets_aside(lived) -> None:
    row = lived.year_projects.projects(2566)[0]
    project = lived.year_projects.load(row.id)
    assert project.cost <= project.budget.planned
    assert len(project.costs) == 3


@pytest.mark.parametrize(("year", "closed"), [(2564, 3), (2565, 3), (2566, 2)])
def test_rounds_are_closed_but_the_last(lived, year, closed) -> None:
    rounds = lived.monitoring.rounds(lived.planning.plans()[0].id, year)
    assert [one.status for one in rounds].count(RoundStatus.CLOSED) == closed
    assert len(rounds) == 3
    assert all(one.findings for one in rounds[:closed])
    assert lived.monitoring.annual_texts(lived.planning.plans()[0].id, year).summary


def test_the_committee_met_and_its_minutes_were_written(lived) -> None:
    plan = lived.planning.plans()[0].id
    held = [one for one in lived.meetings.held(plan) if one.committee is CommitteeKind.MONITORING]
    assert [one.number for one in held] == [1, 2]
    assert all(one.recorded and one.has_quorum and check_meeting(one) == () for one in held)
    assert {a.presence for one in held for a in one.attendees} == set(Presence)


def test_follow_ups_are_done_and_owed(lived) -> None:
    done = lived.follow_ups.due(done=True)
    owed = lived.follow_ups.due(date(2023, 12, 31))
    assert len(done) > len(owed) > 0


def test_the_plan_and_its_check_are_as_in_the_plain_sample(lived, tmp_path) -> None:
    with Services.create_sample(tmp_path / "plain.db") as plain:
        first, second = (services.planning.load(services.planning.plans()[0].id) for services in (plain, lived))
        assert first == second
        assert plain.planning.problems_of(first) == lived.planning.problems_of(second)


def test_each_copy_is_the_same(lived, tmp_path) -> None:
    with Services.create_sample(tmp_path / "again.db", year=True) as again:
        for one, other in zip(classes(lived), classes(again), strict=True):
            assert one == other
            assert lived.scores.sheet(one.id) == again.scores.sheet(other.id)
            assert lived.opinions.sheets(one.id) == again.opinions.sheets(other.id)
            assert lived.attendance.sheet(one.id) == again.attendance.sheet(other.id)


def test_a_sample_that_could_not_be_finished_leaves_no_file(tmp_path, monkeypatch) -> None:
    def fail(_services):
        raise UserError("ดิสก์เต็ม")

    monkeypatch.setattr(sample, "live_years", fail)
    with pytest.raises(UserError, match="ดิสก์เต็ม"):
        Services.create_sample(tmp_path / "office.db", year=True)
    assert not (tmp_path / "office.db").exists()


@pytest.mark.parametrize("year", [2564, 2565, 2566])
def test_an_indicator_says_what_the_classes_say(lived, year) -> None:
    figures = lived.monitoring.figures(lived.planning.plans()[0].id, year, date(year - 543, 9, 30))
    told = [(each.people, each.indicators) for each in figures.projects if each.indicators]
    assert len(told) == 3
    for people, (came, passed) in told:
        assert came.result == str(people.attended)
        assert passed.result == str(100 * people.passed // people.attended)


def test_a_closed_round_knows_the_money_of_its_day(lived) -> None:
    plan = lived.planning.plans()[0].id
    for year in (2564, 2565, 2566):
        rounds = lived.monitoring.rounds(plan, year)
        used = [lived.monitoring.round(one.id, one.as_at).figures.budget_used for one in rounds]
        assert used == sorted(used)
        assert len(set(used)) == 3
        assert used[-1] == lived.year_projects.budgets(year).total.used
