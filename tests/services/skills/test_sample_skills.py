"""The sample office that has lived: whole by the program's own rules, the same each time, and only where it is asked for."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import text

from hrdesk.domain.competency import State
from hrdesk.domain.idp import agreeing_problems, check_idp, closing_problems, stages
from hrdesk.domain.skill_terms import IdpStatus, Rater, SkillKind
from hrdesk.domain.subject import Subject
from hrdesk.errors import Severity
from hrdesk.services import Services
from lived_office import lived_office

YEARS = (2564, 2565, 2566)


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    with Services.open(lived_office(tmp_path_factory.mktemp("lived"))) as services:
        yield services


def rows(services, table):
    with services.database.read() as session:
        return session.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2, 3")).all()


def test_two_copies_of_the_sample_have_the_same_skills(lived, tmp_path):
    with Services.create_sample(tmp_path / "again.db", year=True) as again:
        for table in ("org_stage", "staff_skill_group", "own_competency", "course_unit", "assessment", "idp", "idp_item"):
            found = rows(lived, table)
            assert found, table
            assert found == rows(again, table), table


def test_the_plain_sample_has_none(tmp_path):
    with Services.create_sample(tmp_path / "plain.db") as plain:
        for table in ("org_stage", "staff_skill_group", "own_competency", "course_unit", "assessment", "idp"):
            assert rows(plain, table) == [], table


def test_a_stage_is_announced_and_everybody_is_in_a_group_that_a_superior_approved(lived):
    setting = lived.skills.setting()
    assert (setting.stage, setting.is_announced) == ("Early", True)
    people = [profile.person for profile in lived.skills.overview().profiles]
    assert all(person.groups for person in people)
    assert sum(len(person.groups) > 1 for person in people) == 2
    approvals = lived.skills.approvals()
    assert {approvals[person.id].approver for person in people} == {
        lived.register.organization().chief_name, lived.register.organization().head_name
    }  # fmt: skip
    assert all(approvals[person.id].approver != person.name for person in people), "a superior, never oneself"
    assert all(approvals[p.id].on >= (p.start_date or date.min) for p in people)


@pytest.mark.parametrize("kind", list(SkillKind))
def test_each_part_of_the_set_is_judged_by_all_three_and_some_lack_it(lived, kind):
    standings = [
        each for profile in lived.skills.overview().profiles for each in profile.standings if each.requirement.kind is kind
    ]
    states = Counter(each.state for each in standings)
    assert states[State.MET] > states[State.GAP] > 0
    assert any(None not in each.levels for each in standings)
    assert any(each.levels.of(Rater.SELF) != each.levels.of(Rater.AGREED) for each in standings)


def test_the_second_round_left_the_first_in_the_past(lived):
    person, code = next(
        (row.staff_id, row.code) for row in rows(lived, "assessment") if row.archived_at and not row.code.startswith("DS1")
    )
    past = lived.skills.history(person, "digital-2560", code) or lived.skills.history(person, "own", code)
    assert {each.assessed_on.year for each in past} == {2020, 2022}
    assert all(each.archived_at is None for each in past if each.assessed_on.year == 2022)
    assert all(each.assessor for each in past)
    assert any(each.evidence for each in past)


@pytest.mark.parametrize(("year", "states"), [
    (2564, {IdpStatus.CLOSED}),
    (2565, {IdpStatus.CLOSED, IdpStatus.AGREED}),
    (2566, {IdpStatus.CLOSED, IdpStatus.AGREED, IdpStatus.DRAFT}),
])  # fmt: skip
def test_plans_of_each_year_stand_by_the_rules_of_their_state(lived, year, states):
    plans = lived.development.load_many(year)
    assert {plan.status for plan in plans} == states
    for plan in plans:
        assert [p for p in check_idp(plan) if p.severity is Severity.ERROR] == []
        if plan.status is not IdpStatus.DRAFT:
            assert agreeing_problems(plan) == (), plan.name
        if plan.status is IdpStatus.CLOSED:
            assert [p.code for p in closing_problems(plan)] == ["idp-not-agreed"], "all but that it is closed already"
    assert any(stages(plan.items).future for plan in plans)
    assert len({plan.goal for plan in plans}) > 1


def test_every_paper_of_skills_says_something(lived, tmp_path):
    subject = Subject(plan=lived.planning.plans()[0].id)
    for form in ("skills-map", "skills-summary", "digital-skills", "roadmap"):
        assert lived.forms.print_pdf(form, subject, tmp_path / f"{form}.pdf") >= 1
    for form in ("idp", "idp-result"):
        plans = len(lived.development.load_many(2566))
        assert lived.forms.print_pdf(form, Subject(year=2566), tmp_path / f"{form}.pdf") >= plans
    needs = lived.skills.ranked_needs()
    assert any(need.courses for need in needs), "the catalogue has something for one"
    assert any(need.lacking and not need.courses for need in needs), "and lacks something for another"
    for year in YEARS:
        _overview, figures = lived.skills.figures(year)
        assert 0 < figures.total.with_idp < figures.total.people
        assert 0 < figures.total.whole <= figures.total.meeting < figures.total.people
