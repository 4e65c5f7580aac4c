"""What leaves a plan and comes back is what it was: its number, and what the monitoring planned for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from announcing import keep_the_promise
from hrdesk.domain.plan import with_project_ids, with_projects
from hrdesk.domain.plan_parts import AcceptedWarning
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.plan.life import Step

S = PlanStatus


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def accepted_of(key: str) -> AcceptedWarning:
    return AcceptedWarning("project.x", f"{key}.title", "ข้อความ", "ทราบแล้ว", date(2021, 1, 5))


def leave(services, ids=()):
    """Without the projects of these ids; the plan as it was."""
    draft = services.planning.load(1)
    services.planning.save(replace(draft, projects=tuple(p for p in draft.projects if p.id not in ids)))
    return draft


def test_a_project_comes_back_under_its_number_with_its_schedule(services):
    services.schedules.save(services.schedules.propose(1, 2565))
    planned = services.schedules.load(1, 2565)
    gone = [entry.project for entry in planned.entries[:2]]
    before = leave(services, gone)
    assert not set(gone) & {entry.project for entry in services.schedules.load(1, 2565).entries}
    services.planning.save(before)
    assert services.planning.load(1) == before
    assert services.schedules.load(1, 2565) == planned


def test_a_number_that_was_left_is_not_given_to_another(services):
    draft = services.planning.load(1)
    last = max(project.id for project in draft.projects)
    leave(services, [last])
    fresh = replace(draft.projects[0], id=0, title="ใหม่")
    services.planning.save(replace(services.planning.load(1), projects=(*draft.projects[:2], fresh)))
    assert services.planning.load(1).projects[-1].id > last
    services.planning.save(replace(draft, projects=(fresh, *draft.projects)))
    stored = services.planning.load(1)
    assert stored.projects[1:] == draft.projects, "the new one takes no place of one that comes back"
    assert stored.projects[0].id > last


def test_a_project_of_another_plan_is_copied_not_taken(services):
    draft = services.planning.load(1)
    other, _ = services.planning.save(services.planning.blank(2570))
    services.planning.save(replace(services.planning.load(other), projects=draft.projects[:1]))
    (copy,) = services.planning.load(other).projects
    assert services.planning.load(1) == draft
    assert (copy.id != draft.projects[0].id, replace(copy, id=0)) == (True, replace(draft.projects[0], id=0))


def test_a_deleted_plan_comes_back_after_another_got_a_project(services):
    draft = services.planning.load(1)
    copied = tuple(replace(project, id=0) for project in draft.projects)
    other, _ = services.planning.save(replace(draft, id=0, projects=copied))
    before = services.planning.load(other)
    deleted, _ = services.planning.delete(other)
    services.planning.save(replace(draft, projects=(*draft.projects, replace(draft.projects[0], id=0, title="ใหม่"))))
    assert services.planning.put_back(deleted)[0] == other
    assert services.planning.load(other) == before
    assert services.planning.load(1).projects[-1].id not in {project.id for project in before.projects}


def way_to_evaluate(services) -> int:
    first = services.register.office().catalogue.evaluations[0]
    return services.curriculum.save_evaluation(replace(first, id=0, name="วิธีชั่วคราว", short_name="วิธีชั่วคราว"))[0]


def schedule_with(services, evaluation: int):
    """The schedule of a year whose first two projects are evaluated by this way: alone, and as the first of two."""
    planned = services.schedules.propose(1, 2565)
    other = services.register.office().catalogue.evaluations[0].id
    first, second, *more = planned.entries
    ways = replace(first, evaluations=(evaluation,)), replace(second, evaluations=(evaluation, other))
    services.schedules.save(replace(planned, entries=(*ways, *more)))
    return services.schedules.load(1, 2565)


def without(planned, evaluation: int):
    entries = (replace(one, evaluations=tuple(e for e in one.evaluations if e != evaluation)) for one in planned.entries)
    return replace(planned, entries=tuple(entries))


def test_all_but_the_way_to_evaluate_that_was_deleted_comes_back_and_it_is_told(services):
    evaluation = way_to_evaluate(services)
    planned = schedule_with(services, evaluation)
    gone = [entry.project for entry in planned.entries[:3]]
    titles = {project.id: project.title for project in services.planning.load(1).projects}
    before = leave(services, gone)
    services.curriculum.delete_evaluation(evaluation)
    services.planning.save(before)
    assert services.planning.load(1) == before
    assert services.schedules.load(1, 2565) == without(planned, evaluation)
    told = services.planning.told()
    assert [titles[number] in told for number in gone] == [True, True, False], "the third one lost nothing"
    assert "1 รายการ" in told
    assert services.planning.told() == "", "once"
    services.planning.save(before)
    assert services.planning.told() == ""


def test_nothing_is_told_when_all_came_back(services):
    planned = schedule_with(services, way_to_evaluate(services))
    services.planning.save(leave(services, [planned.entries[0].project]))
    assert services.planning.told() == ""
    assert services.schedules.load(1, 2565) == planned


def announce(services):
    keep_the_promise(services)
    for month, status in enumerate((S.COMMITTEE, S.MAYOR, S.PROVINCE, S.ANNOUNCED), start=5):
        services.plan_life.advance(1, Step(status, date(2020, month, 10), note="แก้ครั้งหน้า"))


def test_a_revision_given_up_brings_back_what_it_took_out(services):
    announce(services)
    services.schedules.save(services.schedules.propose(1, 2565))
    announced, planned = services.planning.load(1), services.schedules.load(1, 2565)
    services.plan_life.advance(1, Step(S.REVISING, date(2021, 1, 5), note="ยกเลิกโครงการ"))
    leave(services, [announced.projects[0].id, planned.entries[-1].project])
    services.plan_life.give_up_revision(1)
    assert services.planning.load(1) == announced
    assert services.schedules.load(1, 2565) == planned


def test_a_revision_given_up_tells_what_its_projects_lost(services):
    announce(services)
    evaluation = way_to_evaluate(services)
    planned = schedule_with(services, evaluation)
    announced = services.planning.load(1)
    services.plan_life.advance(1, Step(S.REVISING, date(2021, 1, 5), note="ยกเลิกโครงการ"))
    leave(services, [planned.entries[1].project, planned.entries[0].project])
    services.curriculum.delete_evaluation(evaluation)
    services.plan_life.give_up_revision(1)
    assert services.planning.load(1) == announced
    assert services.schedules.load(1, 2565) == without(planned, evaluation)
    assert "1 รายการ" in services.planning.told()


def test_a_revision_is_not_given_up_for_a_plan_that_names_what_is_gone(services):
    evaluation = way_to_evaluate(services)
    draft = services.planning.load(1)
    chosen = replace(draft.projects[0], evaluations=(evaluation,))
    services.planning.save(replace(draft, projects=(chosen, *draft.projects[1:])))
    announce(services)
    services.plan_life.advance(1, Step(S.REVISING, date(2021, 1, 5), note="ยกเลิกโครงการ"))
    leave(services, [chosen.id])
    services.curriculum.delete_evaluation(evaluation)
    revised = services.planning.load(1)
    with pytest.raises(UserError, match="ถูกลบไปแล้ว"):
        services.plan_life.give_up_revision(1)
    assert services.planning.load(1) == revised
    assert services.plan_life.history(1)[-1].status is S.REVISING


@pytest.mark.parametrize("again", [False, True], ids=["at once", "program started again"])
def test_what_a_revision_adds_is_not_compared_with_what_it_took_out(services, tmp_path, again):
    announce(services)
    services.plan_life.advance(1, Step(S.REVISING, date(2021, 1, 5), note="แทนโครงการ"))
    draft = services.planning.load(1)
    last = max(draft.projects, key=lambda project: project.id)
    leave(services, [last.id])
    if again:
        services.close()
        services = Services.open(tmp_path / "office.db")
    stored = services.planning.load(1)
    fresh = replace(last, id=0, title="โครงการที่แทน")
    services.planning.save(replace(stored, projects=(*stored.projects, fresh)))
    changes = services.plan_life.changes(1)
    services.close()
    assert ([p.title for p in changes.added], [p.title for p in changes.removed]) == (["โครงการที่แทน"], [last.title])
    assert changes.changed == ()


def test_projects_are_renamed_with_what_was_accepted_of_them(services):
    draft = services.planning.load(1)
    draft = replace(draft, accepted=(accepted_of("project:1"), accepted_of("project:11"), accepted_of("plan")))
    renamed = with_project_ids(draft, {1: 77, 999: 5})
    assert renamed.projects[0] == replace(draft.projects[0], id=77)
    assert renamed.projects[1:] == draft.projects[1:]
    assert [one.field for one in renamed.accepted] == ["project:77.title", "project:11.title", "plan.title"]
    assert with_project_ids(draft, {999: 5}) is draft


def test_what_was_accepted_of_a_project_leaves_with_it(services):
    draft = services.planning.load(1)
    draft = replace(draft, accepted=(accepted_of("project:1"), accepted_of("project:11"), accepted_of("plan")))
    left = with_projects(draft, draft.projects[1:])
    assert [one.field for one in left.accepted] == ["project:11.title", "plan.title"]
    assert with_projects(draft, draft.projects[::-1]).accepted == draft.accepted


def test_what_was_accepted_of_a_project_not_stored_yet_moves_with_it(services):
    """As in the wizard, where projects are named by their places."""
    first, second, third = (replace(p, id=0) for p in services.planning.load(1).projects[:3])
    accepted = tuple(accepted_of(f"project:#{number}") for number in (1, 2, 3))
    draft = replace(services.planning.load(1), projects=(first, second, third), accepted=(*accepted, accepted_of("plan")))
    fields = [one.field for one in with_projects(draft, (third, first)).accepted]
    assert fields == ["project:#2.title", "project:#1.title", "plan.title"]
    grown = with_projects(draft, (*draft.projects, replace(first, title="ใหม่")))
    assert grown.accepted == draft.accepted
