"""The evaluation schedule of a year: proposed, checked, stored, and what it brings up on the first page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring import ScheduledRound, proposed_rounds
from hrdesk.domain.training_terms import Result
from hrdesk.errors import UserError
from hrdesk.models.evaluation import FollowUp
from hrdesk.models.monitoring import ScheduleDraft
from hrdesk.models.staff import Staff
from hrdesk.models.training import Participant
from hrdesk.services import Area, Services
from hrdesk.services.values import InvalidRecord
from year_rows import add_class, add_project

YEAR = 2565


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


@pytest.fixture
def plan_id(services):
    return services.planning.plans()[0].id


def whole(schedule):
    """The proposal with what it may lack."""
    entries = tuple(replace(e, evaluations=e.evaluations or (1,)) for e in schedule.entries)
    return replace(schedule, entries=entries)


def test_the_proposal_takes_the_plans_words_and_dates(services, plan_id):
    draft = services.planning.load(plan_id)
    schedule = services.schedules.propose(plan_id, YEAR)
    assert [e.project for e in schedule.entries] == [p.id for p in draft.projects if YEAR in p.years]
    assert [e.evaluations for e in schedule.entries] == [p.evaluations for p in draft.projects if YEAR in p.years]
    assert [r.as_at for r in schedule.rounds] == [r.due for r in draft.rounds if r.year == YEAR]
    assert {e.due for e in schedule.entries} == {FiscalYear(YEAR).last_day}


def test_a_plan_without_rounds_gets_the_usual_ones(services, plan_id):
    services.planning.save(replace(services.planning.load(plan_id), rounds=()))
    assert services.schedules.propose(plan_id, YEAR).rounds == proposed_rounds(FiscalYear(YEAR))


def test_a_schedule_is_read_back_as_it_was_saved(services, plan_id):
    assert services.schedules.load(plan_id, YEAR) is None
    schedule = whole(services.schedules.propose(plan_id, YEAR))
    first = replace(schedule.entries[0], evaluator="ปลัดเทศบาล", follow_months=6, note="ส่งแบบภายใน 7 วัน", evaluations=(2, 1))
    schedule = replace(schedule, entries=(first, *schedule.entries[1:]))
    assert services.schedules.save(schedule) is Area.MONITORING
    assert services.schedules.load(plan_id, YEAR) == schedule
    services.schedules.save(schedule)
    assert services.schedules.load(plan_id, YEAR) == schedule
    assert services.schedules.load(plan_id, YEAR + 1) is None


def test_what_is_missing_is_refused_and_nothing_stored(services, plan_id):
    schedule = whole(services.schedules.propose(plan_id, YEAR))
    broken = replace(schedule, entries=schedule.entries[1:], rounds=schedule.rounds[:2])
    with pytest.raises(InvalidRecord) as refused:
        services.schedules.save(broken)
    assert {p.code for p in refused.value.problems} >= {"rounds-few", "entry-evaluator"}
    assert services.schedules.load(plan_id, YEAR) is None


def test_a_later_project_is_added_to_the_stored_schedule(services, plan_id):
    services.schedules.save(whole(services.schedules.propose(plan_id, YEAR)))
    draft = services.planning.load(plan_id)
    added = replace(draft.projects[0], id=0, title="โครงการใหม่")
    services.planning.save(replace(draft, projects=(*draft.projects, added)))
    proposal = services.schedules.propose(plan_id, YEAR)
    assert len(proposal.entries) == len([p for p in draft.projects if YEAR in p.years]) + 1
    assert proposal.entries[-1].project == services.planning.load(plan_id).projects[-1].id


def test_a_round_with_findings_is_not_dropped(services, plan_id):
    schedule = whole(services.schedules.propose(plan_id, YEAR))
    four = replace(schedule, rounds=proposed_rounds(FiscalYear(YEAR), 4))
    services.schedules.save(four)
    last = services.monitoring.rounds(plan_id, YEAR)[-1]
    services.monitoring.save_round(replace(last, findings="พบ"), {})
    with pytest.raises(UserError, match="ครั้งที่ 4"):
        services.schedules.save(schedule)
    services.monitoring.save_round(replace(last, findings=""), {})
    services.schedules.save(schedule)
    assert len(services.monitoring.rounds(plan_id, YEAR)) == len(schedule.rounds)


def test_the_wizards_draft_waits_and_goes_with_the_saved_schedule(services, plan_id):
    assert services.schedules.load_draft() is None
    schedule = services.schedules.propose(plan_id, YEAR)
    services.schedules.save_draft(schedule, "rounds")
    services.schedules.save_draft(replace(schedule, rounds=(ScheduledRound(1),)), "projects")
    saved = services.schedules.load_draft()
    assert (saved.schedule.rounds, saved.page) == ((ScheduledRound(1),), "projects")
    services.schedules.save(whole(schedule))
    assert services.schedules.load_draft() is None


def test_each_year_has_a_draft_of_its_own(services, plan_id):
    first, second = (services.schedules.propose(plan_id, year) for year in (YEAR, YEAR - 1))
    services.schedules.save_draft(first, "rounds")
    services.schedules.save_draft(second, "projects")
    assert services.schedules.load_draft().schedule == second
    services.schedules.save(whole(second))
    left = services.schedules.load_draft()
    assert (left.schedule, left.page) == (first, "rounds"), "saving one year keeps what waits of another"
    services.schedules.save(whole(first))
    assert services.schedules.load_draft() is None


def test_a_draft_of_another_program_or_a_lost_plan_is_passed_over(services, plan_id):
    services.schedules.save_draft(services.schedules.propose(plan_id, YEAR), "rounds")
    services.planning.delete(plan_id)
    assert services.schedules.load_draft() is None
    with services.database.begin() as session:
        session.query(ScheduleDraft).one().payload = '{"planet": 1}'
    assert services.schedules.load_draft() is None
    services.schedules.clear_draft()


def test_what_falls_due(services, plan_id):
    schedule = whole(services.schedules.propose(plan_id, YEAR))
    entries = (replace(schedule.entries[0], due=date(2022, 2, 15)), *schedule.entries[1:])
    services.schedules.save(replace(schedule, entries=entries, rounds=proposed_rounds(FiscalYear(YEAR))))
    assert services.year.due_items(date(2021, 10, 2)) == ()
    first, second = services.year.due_items(date(2022, 2, 1))
    assert (first.due, first.place, first.late(date(2022, 2, 1))) == (
        date(2022, 1, 31), f"round:{plan_id}:{YEAR}:1", True,
    )  # fmt: skip
    assert (second.due, second.place) == (date(2022, 2, 15), f"schedule:{plan_id}:{YEAR}")
    assert second.text == f"ประเมินผล{services.planning.load(plan_id).projects[0].title} ปีงบประมาณ พ.ศ. {YEAR}"
    late = services.year.due_items(date(2022, 9, 30))
    assert f"ประเมินผล {len(entries) - 1} โครงการ ปีงบประมาณ พ.ศ. {YEAR}" in [item.text for item in late]


def test_a_project_that_is_over_is_no_longer_told_of(services, plan_id):
    schedule = whole(services.schedules.propose(plan_id, YEAR))
    services.schedules.save(replace(schedule, rounds=proposed_rounds(FiscalYear(YEAR))))
    with services.database.begin() as session:
        add_project(session, YEAR, "โครงการอบรม", schedule.entries[0].project)
    texts = [item.text for item in services.year.due_items(date(2022, 9, 30))]
    assert f"ประเมินผล {len(schedule.entries) - 1} โครงการ ปีงบประมาณ พ.ศ. {YEAR}" in texts


def test_people_to_follow_up_are_told_by_class(services, plan_id):
    with services.database.begin() as session:
        people = [row.id for row in session.query(Staff.id).order_by(Staff.id).limit(2)]
        project = add_project(session, YEAR, "โครงการอบรม", None)
        session.flush()
        held = add_class(session, project, 1, date(2022, 1, 10), [(person, Result.PASSED) for person in people])
        for one in session.query(Participant).filter_by(class_id=held.id):
            session.add(
                FollowUp(participant_id=one.id, due_on=date(2022, 4, 10), done_on=None, supervisor="",
                         supervisor_position="", level=None, findings="", suggestions="")
            )  # fmt: skip
    assert services.year.due_items(date(2022, 3, 1)) == ()
    (item,) = services.year.due_items(date(2022, 4, 1))
    assert item.text == "ติดตามผลหลังการอบรม โครงการอบรม รุ่นที่ 1 (2 คน)"
    assert (item.page, item.late(date(2022, 4, 11))) == ("classes", True)
