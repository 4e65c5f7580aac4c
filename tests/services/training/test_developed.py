"""One rule says who was developed in a fiscal year; coverage, skills and the province's workbook follow it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.person_history import TrainingRecord
from hrdesk.domain.register_terms import ProvinceSheet
from hrdesk.domain.training_terms import ClassStatus, Result
from hrdesk.models.training import TrainingClass
from hrdesk.services import Services
from hrdesk.services.forms.province_rows import rows_of
from hrdesk.services.training.developed import developed
from year_rows import add_class, add_project

YEAR = 2566
MIDST, LAST, NEXT = date(2023, 6, 6), date(2023, 9, 30), date(2023, 10, 1)


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def someone(services):
    return next(post.staff_id for post in services.register.office().positions if post.holder)


def hold(services, person, start, *, days=1, result=Result.PASSED, status=ClassStatus.COMPLETED, no_days=False, no_end=False):
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการอบรม", None)
        session.flush()
        held = add_class(session, project, 1, start, [(person, result)], days=days, status=status)
        if no_days:
            held.starts_on = held.ends_on = None
        if no_end:
            held.ends_on = None


def counted(services, year, as_at=None):
    """By the rule, by the coverage of the annual report, and by the skills; the classes listed beside them hold the same."""
    as_at = as_at or FiscalYear(year).last_day
    with services.database.read() as session:
        rule = len(developed(session, year, as_at))
    figures = services.monitoring.figures(services.planning.plans()[0].id, year, as_at)
    elsewhere = sum(row["result"] == "ผ่าน" and not row["project"] for row in rows_of(services, ProvinceSheet.TRAINING, year))
    assert figures.people.passed + elsewhere >= rule, "who counts as developed stands in a list"
    return rule, figures.whole.developed, services.skills.figures(year)[1].total.developed


CLASSES = [
    (MIDST, {}, {YEAR: 1}),
    (LAST, {}, {YEAR: 1}),
    (MIDST, {"no_days": True}, {YEAR: 1}),
    (MIDST, {"no_end": True}, {YEAR: 1}),
    (LAST, {"days": 2}, {YEAR + 1: 1}),  # over the end of the year: it counts when it is over
    (NEXT, {}, {YEAR + 1: 1}),  # put off to the next year
    (date(2022, 9, 1), {}, {YEAR: 1}),  # before its project's year: in none before it
    (NEXT, {"no_days": True}, {YEAR: 1}),
    (MIDST, {"status": ClassStatus.RUNNING}, {}),
    (MIDST, {"result": Result.FAILED}, {}),
    (MIDST, {"result": Result.ABSENT}, {}),
]


@pytest.mark.parametrize(("start", "how", "years"), CLASSES)
def test_a_class_counts_once_in_the_year_of_its_last_day(services, start, how, years):
    hold(services, someone(services), start, **how)
    for year in (YEAR - 1, YEAR, YEAR + 1):
        assert counted(services, year) == (years.get(year, 0),) * 3, year


@pytest.mark.parametrize(
    ("starts", "ends", "result", "years"),
    [
        (None, MIDST, Result.PASSED, {YEAR: 1}),
        (MIDST, None, Result.PASSED, {YEAR: 1}),
        (LAST, NEXT, Result.PASSED, {YEAR + 1: 1}),
        (MIDST, MIDST, Result.FAILED, {}),
        (None, None, Result.PASSED, {}),  # of no known year
    ],
)
def test_training_elsewhere_counts_by_its_own_days(services, starts, ends, result, years):
    person = someone(services)
    services.history.save(TrainingRecord(0, person, "หลักสูตรนักทรัพยากรบุคคล", starts_on=starts, ends_on=ends, result=result))
    for year in (YEAR - 1, YEAR, YEAR + 1):
        assert counted(services, year) == (years.get(year, 0),) * 3, year


def test_a_person_of_two_classes_and_a_training_elsewhere_counts_once(services):
    person = someone(services)
    hold(services, person, MIDST)
    hold(services, person, MIDST, no_days=True)
    services.history.save(TrainingRecord(0, person, "หลักสูตรอื่น", starts_on=MIDST, ends_on=MIDST))
    assert counted(services, YEAR) == (1, 1, 1)


def test_by_a_day_within_the_year_only_what_was_over_counts(services):
    hold(services, someone(services), MIDST, days=3)
    for day, people in ((date(2023, 6, 7), 0), (date(2023, 6, 8), 1)):
        assert counted(services, YEAR, day)[:2] == (people, people)


def test_who_left_since_is_developed_but_counted_nowhere_afterwards(services):
    person = someone(services)
    hold(services, person, MIDST)
    services.register.retire(person, date(2023, 7, 1), "ลาออก")
    rule, coverage, skills = counted(services, YEAR)
    assert (rule, coverage, skills) == (1, 0, 0)


@pytest.mark.parametrize(("days", "held"), [(1, 1), (2, 0)])
def test_the_province_is_told_of_a_class_what_the_annual_report_tells(services, days, held):
    hold(services, someone(services), LAST, days=days)
    figures = services.monitoring.figures(services.planning.plans()[0].id, YEAR, LAST)
    sent = [row for row in rows_of(services, ProvinceSheet.RESULTS, YEAR) if row["project"] == "โครงการอบรม"]
    assert [(row["classes"], row["attended"], row["passed"]) for row in sent] == [(held,) * 3]
    assert (figures.classes_held, figures.people.attended, figures.people.passed) == (held,) * 3


def test_units_of_one_name_are_two_in_the_figures_of_skills(services):
    register = services.register
    tops = [unit for unit in register.units() if unit.parent is None][:2]
    posts = [post for post in register.office().positions if post.holder][:2]
    for top, post in zip(tops, posts, strict=True):
        made, _ = register.save_unit(replace(top, id=0, name="งานสารบรรณ", parent=top.id))
        register.save_position(replace(register.position(post.id), unit_id=made))
    hold(services, posts[0].staff_id, MIDST)
    figures = services.skills.figures(YEAR)[1]
    lines = {one.name: (one.people, one.developed) for one in figures.by_unit if one.name.startswith("งานสารบรรณ")}
    assert lines == {f"งานสารบรรณ ({tops[0].name})": (1, 1), f"งานสารบรรณ ({tops[1].name})": (1, 0)}
    assert sum(one.people for one in figures.by_unit) == figures.total.people


def test_every_class_of_the_file_is_in_one_year_at_most(services):
    person = someone(services)
    for start in (date(2022, 9, 30), MIDST, LAST, NEXT, date(2024, 9, 30)):
        hold(services, person, start)
    with services.database.read() as session:
        classes = session.query(TrainingClass).count()
        years = sum(person in developed(session, year, FiscalYear(year).last_day) for year in range(2564, 2570))
    assert (classes, years) == (5, 2), "one began before the year of its project and counts there"
