"""A project that comes back without a way to evaluate that was deleted meanwhile: the officer is told, and led there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from announcing import keep_the_promise
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.services.plan.life import Step
from hrdesk.ui.plan.tabs import LIFE_TAB
from ui.window_support import click, page, settle


def way_to_evaluate(services) -> int:
    first = services.register.office().catalogue.evaluations[0]
    number = services.curriculum.save_evaluation(replace(first, id=0, name="วิธีชั่วคราว", short_name="วิธีชั่วคราว"))[0]
    planned = services.schedules.propose(1, 2565)
    entry = replace(planned.entries[0], evaluations=(number,))
    services.schedules.save(replace(planned, entries=(entry, *planned.entries[1:])))
    services.plan_life.advance(1, Step(PlanStatus.REVISING, date(2021, 1, 5), note="ยกเลิกโครงการ"))
    draft = services.planning.load(1)
    services.planning.save(replace(draft, projects=tuple(one for one in draft.projects if one.id != entry.project)))
    return number


@pytest.mark.parametrize("deleted", [True, False])
def test_a_revision_given_up_tells_what_did_not_come_back(window, boxes, deleted: bool) -> None:
    services = window.desk.services
    keep_the_promise(services)
    for month, status in enumerate((PlanStatus.COMMITTEE, PlanStatus.MAYOR, PlanStatus.PROVINCE, PlanStatus.ANNOUNCED), start=5):
        services.plan_life.advance(1, Step(status, date(2020, month, 10), note="แก้ครั้งหน้า"))
    evaluation = way_to_evaluate(services)
    if deleted:
        services.curriculum.delete_evaluation(evaluation)
    plan = page(window, "plan")
    plan.refresh()
    settle(window)
    plan.tabs.setCurrentIndex(LIFE_TAB)
    boxes.answers = ["ยกเลิกการแก้ไข"]
    click(plan.tabs.life.give_up_button)
    settle(window)
    assert services.planning.load(1).status is PlanStatus.ANNOUNCED
    notices = [one for one in window.banners.notices.values() if one.key == "stayed-away"]
    assert [services.planning.load(1).projects[0].title in one.text for one in notices] == ([True] if deleted else [])
    if deleted:
        (go,) = [one for one in window.banners.findChildren(QPushButton) if one.text() == notices[0].verb]
        click(go)
        settle(window)
        assert window.pages["monitoring"].isVisible()


def test_what_is_undone_before_the_page_heard_of_it_is_told_too(window) -> None:
    services = window.desk.services
    plan = page(window, "plan")
    evaluation = services.curriculum.save_evaluation(
        replace(services.register.office().catalogue.evaluations[0], id=0, name="วิธีชั่วคราว", short_name="วิธีชั่วคราว")
    )[0]
    planned = services.schedules.propose(1, 2565)
    entry = replace(planned.entries[0], evaluations=(evaluation,))
    services.schedules.save(replace(planned, entries=(entry, *planned.entries[1:])))
    place = [one.id for one in plan.editor.draft.projects].index(entry.project)
    plan.tabs.projects.grid.table.choose_row(place)
    click(plan.tabs.projects.delete_button)
    plan.editor.save()
    settle(window)
    assert "stayed-away" not in window.banners.notices
    services.curriculum.delete_evaluation(evaluation)
    click(plan.undo_button)
    plan.editor.save()
    settle(window)
    assert entry.project in [one.id for one in services.planning.load(1).projects]
    assert plan.editor.draft.projects[place].title in window.banners.notices["stayed-away"].text
