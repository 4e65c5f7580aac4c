"""An office of another kind: every form there is speaks its words, also in what was written for the former kind."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from announcing import keep_the_promise
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.subject import Choice, Subject
from hrdesk.domain.terms import WORDINGS, CommitteeKind
from hrdesk.domain.terms import OrganizationKind as K
from hrdesk.domain.training import half_days
from hrdesk.domain.training_terms import TestKind
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.services import Area, Services
from hrdesk.services.plan.life import Step
from hrdesk.services.training.values import CandidateQuery
from hrdesk.services.values import StaffQuery
from skill_office import judge
from training_office import FIRST, LAST, TESTS, YEAR, mark_all, training_office

# Words of the kinds that are none of this one, and stand in no law's title.
MUNICIPAL = ("เทศบาล", "เทศมนตรี", "ก.ท.", "เทศบัญญัติ", "ทต.")
FOREIGN = {
    K.SAO: MUNICIPAL,
    K.PAO: (*MUNICIPAL, "ส่วนตำบล", "อบต."),
    K.TOWN: ("เทศบาลตำบล", "เทศมนตรีตำบล", "ทต.", "ข้อบัญญัติ", "องค์การบริหาร"),
}
OWN = {K.SAO: "องค์การบริหารส่วนตำบลหนองป่าครั่ง", K.PAO: "องค์การบริหารส่วนจังหวัดหนองป่าครั่ง", K.TOWN: "เทศบาลเมืองหนองป่าครั่ง"}
STAGES = (PlanStatus.COMMITTEE, PlanStatus.MAYOR, PlanStatus.PROVINCE, PlanStatus.ANNOUNCED, PlanStatus.REVISING)


def plan_the_year(services):
    """Written by a municipality: its plan, meetings, a schedule with rounds, projects of the year, a draft of an IDP."""
    plan = services.planning.plans()[0].id
    services.planning.save(replace(services.planning.load(plan), budget_law="เทศบัญญัติ"))
    for committee in CommitteeKind:
        services.meetings.save(services.meetings.blank(plan, committee))
    schedule = services.schedules.propose(plan, YEAR)
    entries = tuple(replace(e, evaluations=e.evaluations or (1,)) for e in schedule.entries)
    services.schedules.save(replace(schedule, entries=entries))
    services.year_projects.add_from_plan(YEAR)
    services.skills.assign_groups({each.person.id: (each.group,) for each in services.skills.suggested_groups()}, "", FIRST)
    chief = next(p for p in services.skills.overview().profiles if p.person.position.startswith("ปลัด"))
    judge(services, chief.person.id, **{chief.standings[0].requirement.key[1]: 0})
    services.development.draft_all(YEAR, staff=[chief.person.id])


def hold_a_class(services):
    """Of everybody, marked and closed: people and posts are those of the day."""
    project = services.year_projects.projects(YEAR)[0].id
    blank = replace(services.classes.blank(project), starts_on=FIRST, ends_on=LAST, sessions=half_days(FIRST, LAST), tests=TESTS)
    held, _ = services.classes.save(blank)
    services.classes.add(held, [one.staff for one in services.classes.candidates(CandidateQuery())])
    sheet = mark_all(services, held)
    services.scores.write(held, {(one.id, kind): 1500 for one in sheet.participants for kind in TestKind})
    services.classes.apply_rules(held)
    services.classes.complete(held)


def announce(services):
    keep_the_promise(services)
    for month, status in enumerate(STAGES, 1):
        services.plan_life.advance(1, Step(status, date(2024, month, 1), note="ตามมติ", resolution="มติ"))


@pytest.fixture(scope="module", params=FOREIGN)
def office(request, tmp_path_factory):
    with Services.create_sample(tmp_path_factory.mktemp("kind") / "office.db") as services:
        plan_the_year(services)
        before = services.register.organization()
        area = services.register.save_organization(replace(before, kind=request.param))
        assert Area.PLAN | Area.CURRICULUM | Area.STAFF in area
        hold_a_class(services)
        announce(services)
        yield services, request.param


def subject_of(services, info):
    """What must be chosen: the year in which something happened, else the last there is."""
    subject = Subject()
    for choice in info.needs:
        options = services.forms.options(choice, subject)
        wanted = [one.id for one in options if choice is Choice.YEAR and one.id == YEAR]
        if choice is Choice.PROJECT:
            wanted = [row.id for row in services.year_projects.projects(YEAR) if row.classes]
        subject = replace(subject, **{choice.value: (wanted or [options[-1].id])[0]})
    return subject


def told(services, form):
    info = services.forms.info(form)
    return repr(services.forms.document(form, subject_of(services, info)))


@pytest.mark.parametrize("form", form_ids())
def test_no_word_of_another_kind_is_printed(office, form):
    services, kind = office
    text = told(services, form)
    found = [text[max(0, hit.start() - 30) : hit.end() + 30] for word in FOREIGN[kind] for hit in re.finditer(re.escape(word), text)]
    assert found == []


@pytest.mark.parametrize("form", ["plan-book", "letter-province", "order-planning", "project-proposal", "monitoring-report"])
def test_its_own_words_are(office, form):
    services, kind = office
    text, words = told(services, form), WORDINGS[kind]
    assert OWN[kind] in text
    assert words.head in text or form == "monitoring-report"
    assert words.staff in text


def test_the_tables_and_the_budget_law_follow(office):
    services, kind = office
    words = WORDINGS[kind]
    assert words.short_name in told(services, "budget-table")
    assert services.planning.load(1).budget_law == words.budget_law
    catalogue = services.curriculum.catalogue()
    assert catalogue.funds[0].name.startswith(words.budget_law)
    assert catalogue.organizers[0].budget_heading == words.short_name
    units = [unit.name for unit in services.register.units()]
    assert words.chief_office in units
    assert [problem.code for problem in services.planning.problems(1) if "budget-law" in problem.code] == []


def test_posts_are_found_by_their_new_titles(office):
    services, kind = office
    chief = WORDINGS[kind].chief_officer
    assert chief in [row.position_title.partition(" (")[0] for row in services.register.staff_page(StaffQuery(text=chief)).rows]


def test_what_the_officer_wrote_otherwise_stays_and_the_way_back_is_the_same(tmp_path):
    with Services.open(training_office(tmp_path)) as services:
        register, curriculum = services.register, services.curriculum
        own = replace(curriculum.catalogue().organizers[0], name="ศูนย์ฝึกอบรมของเรา", budget_heading="ศูนย์")
        curriculum.save_organizer(own)
        services.planning.save(replace(services.planning.load(1), budget_law="เทศบัญญัติ"))
        before = register.office(), services.planning.load(1)
        municipal = register.organization()
        register.save_organization(replace(municipal, kind=K.SAO))
        assert curriculum.catalogue().organizers[0].name == own.name
        law = {law.id: law.title for law in curriculum.catalogue().laws}
        cited = [law[c.law] for c in curriculum.catalogue().courses if c.law]
        assert any("สภาตำบลและองค์การบริหารส่วนตำบล" in title for title in cited)
        register.save_organization(municipal)
        after = register.office(), services.planning.load(1)
        assert after[0] == before[0]
        assert after[1] == before[1]


def test_an_announced_plan_keeps_its_words(tmp_path):
    with Services.open(training_office(tmp_path)) as services:
        keep_the_promise(services)
        for month, status in enumerate(STAGES[:4], 1):
            services.plan_life.advance(1, Step(status, date(2024, month, 1), note="ตามมติ", resolution="มติ"))
        before = services.planning.load(1)
        book = repr(services.forms.document("plan-book", Subject(plan=1)))
        services.register.save_organization(replace(services.register.organization(), kind=K.SAO))
        assert services.planning.load(1) == before
        assert repr(services.forms.document("plan-book", Subject(plan=1))) == book


def test_a_new_name_follows_where_the_office_is_named(tmp_path):
    with Services.open(training_office(tmp_path)) as services:
        services.register.save_organization(replace(services.register.organization(), name="ใหม่"))
        positions = " ".join(member.position for member in services.planning.load(1).committee)
        assert "หนองป่าครั่ง" not in positions
        assert "นายกเทศมนตรีตำบลใหม่" in positions
        assert services.register.save_organization(replace(services.register.organization(), phone="1")) is Area.ORGANIZATION
