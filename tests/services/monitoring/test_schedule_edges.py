"""Schedules at their edges: what is refused and leaves all as it was, what a closed round keeps, when a line is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring import ScheduledRound, ScheduleEntry, check_rounds, proposed_rounds
from hrdesk.domain.training_terms import YearProjectStatus
from hrdesk.errors import Severity, UserError
from hrdesk.services import InvalidRecord, Services
from training_office import training_office
from year_rows import add_project

YEAR = 2566
START, LAST = date(2022, 10, 1), date(2023, 9, 30)


@pytest.fixture
def services(tmp_path):
    with Services.open(training_office(tmp_path)) as services:
        yield services


@pytest.fixture
def plan_id(services):
    return services.planning.plans()[0].id


@pytest.fixture
def whole(services, plan_id):
    """A schedule without a fault, with the three usual rounds."""
    found = services.schedules.propose(plan_id, YEAR)
    entries = tuple(replace(entry, evaluations=(1,)) for entry in found.entries)
    return replace(found, entries=entries, rounds=proposed_rounds(FiscalYear(YEAR)))


def faults(rounds):
    return [(problem.field, problem.text) for problem in check_rounds(FiscalYear(YEAR), rounds)]


@pytest.mark.parametrize(
    ("count", "days"),
    [
        (3, ["2023-01-31", "2023-05-31", "2023-09-30"]),
        (4, ["2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"]),
        (6, ["2022-11-30", "2023-01-31", "2023-03-31", "2023-05-31", "2023-07-31", "2023-09-30"]),
        (1, ["2023-09-30"]),
    ],
)
def test_rounds_part_the_year_evenly(count, days):
    assert [str(each.as_at) for each in proposed_rounds(FiscalYear(YEAR), count)] == days


def test_february_ends_as_the_calendar_says():
    assert [str(each.as_at) for each in proposed_rounds(FiscalYear(2567), 12)][4] == "2024-02-29"


@pytest.mark.parametrize("count", range(3, 13))
def test_proposed_rounds_have_no_fault(count):
    assert faults(proposed_rounds(FiscalYear(YEAR), count)) == []


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((START, START + timedelta(1), LAST), {}),
        ((START - timedelta(1), date(2023, 5, 1), LAST), {1: "ต้องอยู่ในปีงบประมาณ พ.ศ. 2566 (1 ตุลาคม 2565 ถึง 30 กันยายน 2566)"}),
        ((START, date(2023, 5, 1), LAST + timedelta(1)), {3: "ต้องอยู่ในปีงบประมาณ"}),
        ((date(2023, 5, 1), date(2023, 4, 30), LAST), {2: "ต้องไม่ก่อนครั้งก่อนหน้า (1 พฤษภาคม 2566)"}),
        ((date(2023, 5, 1), date(2023, 5, 1), LAST), {1: "ใช้ซ้ำกับครั้งอื่น", 2: "ใช้ซ้ำกับครั้งอื่น"}),
        ((date(2023, 5, 1), None, LAST), {2: "ยังไม่ได้กำหนดวันที่"}),
        ((None, None, None), {1: "ยังไม่ได้กำหนด", 2: "ยังไม่ได้กำหนด", 3: "ยังไม่ได้กำหนด"}),
    ],
)
def test_each_round_is_told_its_own_fault(days, told):
    found = faults([ScheduledRound(number, day) for number, day in enumerate(days, start=1)])
    assert [field for field, _ in found] == [f"round:{number}.as_at" for number in told]
    for (_, text), words in zip(found, told.values(), strict=True):
        assert words in text


@pytest.mark.parametrize(
    ("change", "field", "severity"),
    [
        ({"evaluations": ()}, "evaluations", Severity.ERROR),
        ({"evaluator": ""}, "evaluator", Severity.ERROR),
        ({"due": None}, "due", Severity.ERROR),
        ({"due": START - timedelta(1)}, "due", Severity.ERROR),
        ({"due": LAST + timedelta(1)}, "due", Severity.WARNING),
        ({"due": LAST}, "", None),
        ({"due": START}, "", None),
        ({"follow_months": 0}, "", None),
    ],
)
def test_what_an_entry_may_lack(services, whole, change, field, severity):
    first, *rest = whole.entries
    found = services.schedules.problems(replace(whole, entries=(replace(first, **change), *rest)))
    wanted = [(f"entry:{first.project}.{field}", severity)] if field else []
    assert [(problem.field, problem.severity) for problem in found] == wanted


def test_a_project_left_out_is_asked_for(services, whole):
    gone, *rest = whole.entries
    fields = [problem.field for problem in services.schedules.problems(replace(whole, entries=tuple(rest)))]
    assert fields == [f"entry:{gone.project}.{attribute}" for attribute in ("evaluations", "evaluator", "due")]


def test_a_faulty_schedule_leaves_the_stored_one(services, plan_id, whole):
    services.schedules.save(whole)
    broken = replace(whole, entries=(replace(whole.entries[0], evaluator=""), *whole.entries[1:]), rounds=whole.rounds[:2])
    with pytest.raises(InvalidRecord) as refused:
        services.schedules.save(broken)
    assert {problem.field for problem in refused.value.problems} == {"rounds", f"entry:{whole.entries[0].project}.evaluator"}
    assert services.schedules.load(plan_id, YEAR) == whole


def test_a_late_evaluation_is_saved_for_it_is_a_warning_only(services, plan_id, whole):
    late = replace(whole, entries=(replace(whole.entries[0], due=LAST + timedelta(30)), *whole.entries[1:]))
    services.schedules.save(late)
    assert services.schedules.load(plan_id, YEAR) == late


def test_a_project_that_is_not_of_the_year_is_passed_over(services, plan_id, whole):
    services.schedules.save(replace(whole, entries=(*whole.entries, ScheduleEntry(99_999, (1,), "ก", LAST))))
    assert services.schedules.load(plan_id, YEAR) == whole


def test_rounds_are_added_and_taken_away_while_nothing_stands_in_them(services, plan_id, whole):
    for count in (3, 6, 4, 3):
        wanted = replace(whole, rounds=proposed_rounds(FiscalYear(YEAR), count))
        services.schedules.save(wanted)
        assert services.schedules.load(plan_id, YEAR).rounds == wanted.rounds
        assert len(services.monitoring.rounds(plan_id, YEAR)) == count


@pytest.mark.parametrize(
    ("texts", "said"),
    [({"findings": "พบว่า"}, {}), ({"recommendations": "ควร"}, {}), ({}, {"project:1": "รอการจัดสรรงบประมาณ"})],
    ids=["findings", "recommendations", "an explanation alone"],
)
def test_a_round_in_which_something_stands_is_not_lost_with_its_line(services, plan_id, whole, texts, said):
    services.schedules.save(replace(whole, rounds=proposed_rounds(FiscalYear(YEAR), 4)))
    last = services.monitoring.rounds(plan_id, YEAR)[-1]
    services.monitoring.save_round(replace(last, **texts), said)
    before = services.schedules.load(plan_id, YEAR)
    with pytest.raises(UserError, match="ครั้งที่ 4 มีผลบันทึกไว้แล้ว"):
        services.schedules.save(whole)
    assert services.schedules.load(plan_id, YEAR) == before


def test_a_closed_round_keeps_its_day(services, plan_id, whole):
    services.schedules.save(whole)
    first = services.monitoring.rounds(plan_id, YEAR)[0]
    services.monitoring.save_round(replace(first, findings="พบว่า", recommendations="ควร"), {})
    services.monitoring.close_round(first.id, LAST)
    moved = (ScheduledRound(1, date(2022, 11, 1)), *whole.rounds[1:])
    services.schedules.save(replace(whole, rounds=moved))
    assert services.schedules.load(plan_id, YEAR).rounds == whole.rounds


def test_a_plan_that_is_gone(services):
    for call in (lambda: services.schedules.propose(9_999, YEAR), lambda: services.schedules.titles(9_999, YEAR)):
        with pytest.raises(UserError, match="ไม่พบแผนนี้"):
            call()
    assert services.schedules.load(9_999, YEAR) is None
    assert services.year.scheduled_years(9_999) == frozenset()


def test_a_line_comes_up_thirty_days_before_its_day(services, whole):
    services.schedules.save(whole)
    day = whole.rounds[0].as_at
    place = f"round:{whole.plan}:{YEAR}:1"

    def told(today):
        return {item.place: item.late(today) for item in services.year.due_items(today)}

    assert place not in told(day - timedelta(31))
    assert told(day - timedelta(30))[place] is False
    assert told(day)[place] is False, "on its day it is not late yet"
    assert told(day + timedelta(1))[place] is True


def test_due_lines_come_in_the_order_of_their_days(services, whole):
    services.schedules.save(whole)
    found = services.year.due_items(LAST)
    assert [item.due for item in found] == sorted(item.due for item in found)
    assert len({item.place for item in found}) == len(found)


def test_a_closed_year_is_quiet(services, plan_id, whole):
    services.schedules.save(whole)
    for report in services.monitoring.rounds(plan_id, YEAR):
        words = {item.key: "ชี้แจง" for item in services.monitoring.round(report.id, LAST).items}
        services.monitoring.save_round(replace(report, findings="พบว่า", recommendations="ควร"), words)
        services.monitoring.close_round(report.id, LAST)
    assert [item for item in services.year.due_items(LAST) if not item.place.startswith("class")] == []


@pytest.mark.parametrize("status", [YearProjectStatus.DONE, YearProjectStatus.CANCELLED, YearProjectStatus.POSTPONED])
def test_what_is_over_needs_no_evaluation_by_a_day(services, whole, status):
    services.schedules.save(whole)
    before = {item.place: item.text for item in services.year.due_items(LAST)}[f"schedule:{whole.plan}:{YEAR}"]
    with services.database.begin() as session:
        for entry in whole.entries:
            add_project(session, YEAR, "โครงการ", entry.project, status=status, reason="งบไม่พอ")
    after = {item.place for item in services.year.due_items(LAST)}
    assert f" {len(whole.entries)} โครงการ" in before
    assert f"schedule:{whole.plan}:{YEAR}" not in after
