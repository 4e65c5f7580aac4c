"""Monitoring rounds: figures as at a day, closed ones kept as they were, and the annual texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring import proposed_rounds
from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.domain.training_terms import ClassStatus, Result, YearProjectStatus
from hrdesk.domain.year_figures import NOT_SET_UP, PeopleCount
from hrdesk.errors import UserError
from hrdesk.models.staff import Staff
from hrdesk.models.training import TrainingClass
from hrdesk.models.year_project import YearProject
from hrdesk.services import Area, Services
from hrdesk.services.monitoring.rounds import AnnualTexts, EvidenceItem
from hrdesk.services.values import InvalidRecord
from year_rows import add_class, add_project

YEAR = 2565
TODAY = date(2022, 10, 3)


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


@pytest.fixture
def plan_id(services):
    """A scheduled year with one project of the plan held in January and one outside it."""
    plan = services.planning.plans()[0].id
    proposal = services.schedules.propose(plan, YEAR)
    entries = tuple(replace(e, evaluations=e.evaluations or (1,)) for e in proposal.entries)
    services.schedules.save(replace(proposal, entries=entries, rounds=proposed_rounds(FiscalYear(YEAR))))
    with services.database.begin() as session:
        people = session.query(Staff.id).order_by(Staff.id).limit(4).all()
        held = add_project(session, YEAR, "โครงการในแผน", entries[0].project, planned=2_000_000, used=1_550_000)
        outside = add_project(session, YEAR, "โครงการนอกแผน", None, status=YearProjectStatus.CANCELLED, reason="วิทยากรติดภารกิจ")
        session.flush()
        results = (Result.PASSED, Result.PASSED, Result.FAILED, Result.ABSENT)
        add_class(session, held, 1, date(2022, 1, 10), [(p.id, r) for p, r in zip(people, results, strict=True)])
        add_class(session, outside, 1, date(2022, 6, 10), [], status=ClassStatus.CANCELLED)
    return plan


def figures_at(services, plan_id, day):
    return services.monitoring.figures(plan_id, YEAR, day)


def test_figures_are_those_of_the_day(services, plan_id):
    before, after = (figures_at(services, plan_id, day) for day in (date(2022, 1, 9), date(2022, 1, 31)))
    assert before.projects[0].status is YearProjectStatus.APPROVED
    assert (before.people, before.whole.developed) == (PeopleCount(), 0)
    assert after.projects[0].status is YearProjectStatus.DONE
    assert after.people == PeopleCount(passed=2, failed=1, absent=1)
    assert (after.people.attended, after.whole.developed) == (3, 2)
    assert (after.budget_used, after.projects[0].budget_planned) == (1_550_000, 2_000_000)
    assert str(after.attendance) == "75.00"  # 3 of 4 people, both half-days each


def test_the_plans_projects_that_nobody_set_up_are_there(services, plan_id):
    figures = figures_at(services, plan_id, date(2022, 1, 31))
    planned = [p for p in services.planning.load(plan_id).projects if YEAR in p.years]
    assert len(figures.projects) == len(planned) + 1
    assert {p.status_word for p in figures.projects if p.key.startswith("plan:")} == {NOT_SET_UP}
    assert figures.projects[-1].outside
    assert sum(row.people for row in figures.by_unit) == figures.whole.people
    assert sum(row.developed for row in figures.by_type) == figures.whole.developed


def test_who_was_to_carry_out_what_nobody_set_up_is_as_the_plan_says(services, plan_id):
    plan = services.planning.load(plan_id)
    names = {one.id: one.name for one in services.curriculum.catalogue().organizers}
    planned = {project.title: [names[one] for one in project.organizers] for project in plan.projects}
    waiting = [p for p in figures_at(services, plan_id, TODAY).projects if p.status is None]
    assert len(waiting) > 5
    for project in waiting:
        assert all(name in project.organizer for name in planned[project.title])
        assert project.organizer.startswith(planned[project.title][0])


def test_a_round_shows_its_open_items_with_what_was_said(services, plan_id):
    first = services.monitoring.rounds(plan_id, YEAR)[0]
    shown = services.monitoring.round(first.id, TODAY)
    keys = {item.key: item.explanation for item in shown.items}
    assert shown.figures.as_at == date(2022, 1, 31)
    assert "วิทยากรติดภารกิจ" in keys.values()  # a cancelled project gives its own reason
    unset = next(key for key in keys if key.startswith("plan:"))
    services.monitoring.save_round(replace(first, findings="ก้าวหน้า"), {unset: "รอเงินโอน", "nothing": " "})
    shown = services.monitoring.round(first.id, TODAY)
    assert {i.key: i.explanation for i in shown.items}[unset] == "รอเงินโอน"
    assert shown.report.findings == "ก้าวหน้า"


def close(services, report, **changed):
    shown = services.monitoring.round(report.id, TODAY)
    said = {item.key: "ชี้แจง" for item in shown.items}
    services.monitoring.save_round(replace(report, findings="ผล", recommendations="ข้อเสนอ"), said | changed)
    return services.monitoring.close_round(report.id, TODAY)


def test_a_closed_round_keeps_its_figures(services, plan_id):
    first, second, _ = services.monitoring.rounds(plan_id, YEAR)
    assert close(services, first) is Area.MONITORING
    kept = services.monitoring.round(first.id, TODAY)
    with services.database.begin() as session:
        session.query(YearProject).filter_by(title="โครงการในแผน").one().title = "เปลี่ยนชื่อภายหลัง"
        session.query(TrainingClass).filter_by(number=1).first().status = ClassStatus.CANCELLED
    assert services.monitoring.round(first.id, TODAY) == kept
    assert services.monitoring.round(second.id, TODAY).figures.projects[0].title == "เปลี่ยนชื่อภายหลัง"
    assert (kept.report.status, kept.report.closed_on, kept.closed) == (RoundStatus.CLOSED, TODAY, True)
    with pytest.raises(UserError, match="ปิดแล้ว"):
        services.monitoring.save_round(first, {})


def test_rounds_close_in_order_and_the_third_only_with_every_item_explained(services, plan_id):
    first, second, third = services.monitoring.rounds(plan_id, YEAR)
    with pytest.raises(InvalidRecord, match="ตามลำดับ"):
        close(services, second)
    close(services, first)
    close(services, second)
    items = services.monitoring.round(third.id, TODAY).items
    silent = next(item.key for item in items if not item.explanation)
    with pytest.raises(InvalidRecord, match="ยังไม่ได้ชี้แจง"):
        close(services, third, **{silent: ""})
    close(services, third)
    with pytest.raises(UserError, match="ครั้งหลัง"):
        services.monitoring.reopen_round(first.id)
    services.monitoring.reopen_round(third.id)
    assert services.monitoring.rounds(plan_id, YEAR)[2].status is RoundStatus.OPEN


def test_a_round_is_not_closed_before_its_day(services, plan_id):
    first = services.monitoring.rounds(plan_id, YEAR)[0]
    services.monitoring.save_round(replace(first, findings="ผล"), {})
    with pytest.raises(InvalidRecord, match="ยังไม่ถึงวันที่"):
        services.monitoring.close_round(first.id, date(2022, 1, 30))


def test_a_round_that_is_gone_is_said_so(services):
    with pytest.raises(UserError, match="ไม่พบ"):
        services.monitoring.round(99, TODAY)


def test_annual_texts_and_evidence(services, plan_id):
    monitoring = services.monitoring
    assert monitoring.annual_texts(plan_id, YEAR) == AnnualTexts()
    texts = AnnualTexts("ดำเนินการครบ", "งบประมาณจำกัด", "ควรจัดร่วมกัน")
    monitoring.save_annual_texts(plan_id, YEAR, texts)
    monitoring.save_annual_texts(plan_id, YEAR, texts)
    assert monitoring.annual_texts(plan_id, YEAR) == texts
    items = (EvidenceItem("คำสั่งแต่งตั้ง", "12/2565", date(2022, 1, 5), "แฟ้ม 3"), EvidenceItem(" "), EvidenceItem("ใบลงชื่อ"))
    monitoring.save_evidence(plan_id, YEAR, items)
    assert monitoring.evidence(plan_id, YEAR) == (items[0], items[2])
    assert monitoring.evidence(plan_id, YEAR + 1) == ()


def test_the_years_of_a_plan_side_by_side(services, plan_id):
    years = services.monitoring.comparison(plan_id, TODAY)
    assert [(figures.year, figures.as_at) for figures in years] == [
        (2564, date(2021, 9, 30)), (2565, date(2022, 9, 30)), (2566, TODAY),
    ]  # fmt: skip
    assert [figures.people.all for figures in years] == [0, 4, 0]
