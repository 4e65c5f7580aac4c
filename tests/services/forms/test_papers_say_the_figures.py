"""The papers of an office that has lived its plan say what the services count, to the satang and the head."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.subject import Choice, Subject
from hrdesk.domain.training_terms import Result
from hrdesk.errors import UserError
from hrdesk.reports.document import Format
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.services import Services
from lived_office import lived_office
from reports.paper_sums import faults, tables, texts

YEARS = (2564, 2565, 2566)


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    with Services.open(lived_office(tmp_path_factory.mktemp("lived"))) as services:
        yield services


def subjects(services, info):
    """Up to three: the first, the middle and the last of what there is to choose from, at every choice."""
    found = [Subject()]
    for choice in info.needs:
        more = []
        for subject in found:
            options = services.forms.options(choice, subject)
            picked = {option.id: option for option in (*options[:1], *options[len(options) // 2 :][:1], *options[-1:])}
            more += [replace(subject, **{choice.value: number}) for number in picked]
        found = more
    return [found[0], found[len(found) // 2], found[-1]] if found else []


NOT_HERE = ("plan-book", "plan-changes")  # the longest, printed elsewhere; and of a revised plan, which the sample's is not


@pytest.mark.parametrize("form_id", [form for form in form_ids() if form not in NOT_HERE])
def test_every_paper_of_a_lived_office_agrees_with_itself(lived, form_id):
    info = lived.forms.info(form_id)
    made = 0
    for subject in dict.fromkeys(subjects(lived, info)):
        try:
            document = lived.forms.document(form_id, subject)
        except UserError:
            continue
        made += 1
        assert faults(document) == [], subject
    assert made, "the sample has something for every form"


def test_the_budget_table_is_the_plan(lived):
    plan = lived.planning.load(lived.planning.plans()[0].id)
    (table,) = tables(lived.forms.document("budget-table", Subject(plan=plan.id)))
    first = [row.cells[0] for row in table.rows]
    assert len(first) == len(plan.budgeted_projects)
    for title, project in zip(first, plan.budgeted_projects, strict=True):
        assert project.title in title
    money = [at for at, one in enumerate(table.columns) if one.format is Format.BAHT]
    yearly = {plan.year_total(year) for year in YEARS}
    assert {table.total.cells[at] for at in money} == yearly == {400_000_00}


def test_the_monitoring_table_has_the_same_money_by_year(lived):
    plan = lived.planning.load(lived.planning.plans()[0].id)
    (table,) = tables(lived.forms.document("monitoring-table", Subject(plan=plan.id)))
    money = [at for at, one in enumerate(table.columns) if one.format is Format.BAHT]
    assert [table.total.cells[at] for at in money] == [plan.year_total(year) for year in YEARS]
    assert sum(table.total.cells[at] for at in money) == plan.total


def test_the_register_has_every_post_and_says_who_holds_it(lived):
    office = lived.register.office()
    (table,) = tables(lived.forms.document("register", Subject()))
    assert len(table.rows) == len(office.positions)
    said = " ".join(texts(table))
    assert all(post.holder in said for post in office.positions if post.holder)
    assert sum("ว่าง" in str(cell) for row in table.rows for cell in row.cells) == sum(not post.holder for post in office.positions)


@pytest.mark.parametrize("year", YEARS)
def test_the_annual_report_counts_what_the_year_s_pages_count(lived, year):
    plan = lived.planning.plans()[0].id
    figures = lived.monitoring.figures(plan, year, FiscalYear(year).last_day)
    budgets = lived.year_projects.budgets(year).total
    assert (figures.budget_planned, figures.budget_used) == (budgets.planned, budgets.used)
    rows = lived.year_projects.projects(year)
    assert len(figures.projects) == len(rows)
    classes = lived.classes.in_year(year)
    assert len(figures.classes) == len(classes)
    people = [one for row in classes for one in lived.classes.participants(row.id)]
    held = {one.id for one in figures.classes if one.done}
    passed = [one for row in classes if row.id in held for one in lived.classes.participants(row.id) if one.result is Result.PASSED]
    assert figures.people.passed == len(passed) <= len(people)
    document = lived.forms.document("annual-report", Subject(plan=plan, year=year))
    said = " ".join(texts(document))
    assert f"{figures.people.attended:,}" in said
    totals = [cell for table in tables(document) if table.total for cell in table.total.cells if cell is not None]
    assert {budgets.planned, budgets.used} <= set(totals)


@pytest.mark.parametrize("year", YEARS)
def test_coverage_parts_the_whole_office(lived, year):
    figures = lived.monitoring.figures(lived.planning.plans()[0].id, year, FiscalYear(year).last_day)
    for parts in (figures.by_unit, figures.by_type):
        assert sum(part.people for part in parts) == figures.whole.people
        assert sum(part.developed for part in parts) == figures.whole.developed
    assert 0 <= figures.whole.developed <= figures.whole.people
    assert figures.whole.percent == round(Decimal(100 * figures.whole.developed) / figures.whole.people, 2)


def test_a_class_s_papers_name_its_people_and_nobody_else(lived):
    for year in YEARS:
        for row in lived.classes.in_year(year)[:2]:
            people = {one.name for one in lived.classes.participants(row.id)}
            everybody = {post.holder for post in lived.register.office().positions if post.holder}
            project = next(one.id for one in lived.year_projects.projects(year) if row.id in {c.id for c in lived.classes.classes(one.id)})
            document = lived.forms.document("attendance-sheet", Subject(year=year, project=project, training_class=row.id))
            said = " ".join(texts(document.sections))
            assert all(name in said for name in people)
            strangers = {name for name in everybody - people if name in said}
            assert len(strangers) <= 2, "at most who signs and who teaches"


def test_a_person_s_history_is_theirs(lived):
    for option in lived.forms.options(Choice.PERSON, Subject())[:3]:
        document = lived.forms.document("training-history", Subject(person=option.id))
        said = " ".join(texts(document))
        taught = lived.history.of(option.id).training
        assert all(record.course in said for record in taught)
        assert max((len(table.rows) for table in tables(document)), default=0) >= len(taught)
