"""Committees from the register, their meetings, and what a plan and its projects aim at."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.meeting import AGENDA
from hrdesk.domain.plan_parts import Indicator, Link, OwnStrategy, Reach, SwotEntry
from hrdesk.domain.plan_terms import LinkKind, OptionalPart, PlanStatus, Presence, ReachKind, SwotKind
from hrdesk.domain.terms import CommitteeKind
from hrdesk.services.plan.life import Step
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.plan.tabs import AIMS, MEETINGS, PEOPLE
from ui.test_audit import SMALL
from ui.test_window import nameless
from ui.window_support import click, modal, page, press, retype, settle, texts, type_text


@pytest.fixture
def plan(window):
    return page(window, "plan")


def stored(window, plan):
    plan.editor.save()
    settle(window)
    return window.desk.services.planning.load(1)


def test_a_member_is_chosen_from_the_register(window, plan) -> None:
    post = next(p for p in plan.editor.office.positions if p.staff_id)
    plan.tabs.setCurrentIndex(PEOPLE)
    click(plan.tabs.planning.add_button)
    dialog = modal()
    choose(dialog.person, post.staff_id)
    dialog.person.activated.emit(dialog.person.currentIndex())
    assert (dialog.position.text(), dialog.name.text()) == (post.title, post.holder)
    click(dialog.ok)
    member = next(m for m in stored(window, plan).committee if m.staff)
    assert (member.name, member.staff, member.committee) == (post.holder, post.staff_id, CommitteeKind.PLANNING)


def test_a_meeting_is_held_and_its_minutes_told(window, plan) -> None:
    plan.tabs.setCurrentIndex(MEETINGS)
    click(plan.tabs.meetings.add_buttons[CommitteeKind.MONITORING])
    settle(window)
    dialog = modal()
    assert texts(dialog.agenda.table, 0) == list(AGENDA)
    retype(dialog.day.edit, "15/1/2564")
    type_text(dialog.place, "ห้องประชุมสภา")
    dialog.tabs.setCurrentIndex(1)
    dialog.agenda.table.choose_row(3)
    dialog.agenda.edit()
    item = modal()
    type_text(item.resolution, "เห็นชอบ")
    click(item.ok)
    dialog.tabs.setCurrentIndex(2)
    dialog.attendees.table.choose_row(0)
    dialog.attendees.edit()
    one = modal()
    assert one.focusWidget() is one.presence, "whoever is known only comes or not"
    choose(one.presence, Presence.SUBSTITUTE)
    click(one.ok)
    assert "มาประชุมแทน" in one.wrong.text()
    type_text(one.substitute, "นายแทน ดี")
    click(one.ok)
    dialog.attendees.add()
    assert modal().focusWidget() is modal().name
    modal().reject()
    click(dialog.save_button)
    settle(window)
    (meeting,) = window.desk.services.meetings.held(1)
    assert (meeting.held_on, meeting.place, meeting.agenda[3].resolution) == (date(2021, 1, 15), "ห้องประชุมสภา", "เห็นชอบ")
    assert meeting.attendees[0].substitute == "นายแทน ดี"
    assert texts(plan.tabs.meetings.table, 5) == ["มีมติแล้ว"]


def test_a_meeting_is_deleted_and_brought_back(window, plan) -> None:
    """At once, by one key; pressed twice it takes no second one."""
    meetings = window.desk.services.meetings
    for _ in range(3):
        meetings.save(meetings.blank(1, CommitteeKind.PLANNING))
    plan.refresh()
    settle(window)
    before = meetings.held(1)
    plan.tabs.setCurrentIndex(MEETINGS)
    section = plan.tabs.meetings
    section.table.choose_row(1)
    for _ in range(2):
        press(section.table, Qt.Key.Key_Delete)
    settle(window)
    assert meetings.held(1) == (before[0], before[2])
    assert section.table.current_record() == before[2]
    assert section.delete_button.isEnabled()
    click(section.undo.undo_button)
    settle(window)
    assert meetings.held(1) == before
    assert section.table.current_record() == before[1]


def test_a_meeting_that_a_stage_rests_on_is_not_deleted_and_can_be_chosen_on(window, plan, boxes) -> None:
    services = window.desk.services
    meeting, _ = services.meetings.save(services.meetings.blank(1, CommitteeKind.PLANNING))
    services.plan_life.advance(1, Step(PlanStatus.COMMITTEE, date(2020, 5, 10), meeting=meeting))
    plan.refresh()
    settle(window)
    boxes.answers = ["ตกลง"]
    plan.tabs.setCurrentIndex(MEETINGS)
    click(plan.tabs.meetings.delete_button)
    settle(window)
    assert "อ้างถึง" in boxes.seen[0]
    assert len(services.meetings.held(1)) == 1
    assert plan.tabs.meetings.delete_button.isEnabled()


def test_the_aims_of_the_plan_are_entered(window, plan) -> None:
    plan.tabs.setCurrentIndex(AIMS)
    aims = plan.tabs.aims
    click(aims.indicators.add_button)
    dialog = modal()
    type_text(dialog.name, "ร้อยละของผู้ผ่านการพัฒนา")
    type_text(dialog.quantity, "๘๐")
    type_text(dialog.unit, "ร้อยละ")
    click(dialog.ok)
    click(aims.strategies.add_button)
    dialog = modal()
    type_text(dialog.name, "องค์กรแห่งการเรียนรู้")
    click(dialog.ok)
    click(aims.swot.add_button)
    dialog = modal()
    type_text(dialog.text, "บุคลากรมีความมุ่งมั่น")
    click(dialog.ok)
    click(aims.parts[OptionalPart.SWOT])
    draft = stored(window, plan)
    assert draft.indicators == (Indicator("ร้อยละของผู้ผ่านการพัฒนา", "80", "ร้อยละ"),)
    assert draft.strategies == (OwnStrategy("1", "องค์กรแห่งการเรียนรู้"),)
    assert draft.swot == (SwotEntry(SwotKind.STRENGTH, "บุคลากรมีความมุ่งมั่น"),)
    assert draft.optional == (OptionalPart.SWOT,)


def test_a_project_names_whom_it_reaches_and_what_it_serves(window, plan) -> None:
    office = plan.editor.office
    plan.tabs.projects.grid.table.choose_row(0)
    plan.tabs.projects.edit()
    dialog = modal()
    dialog.tabs.setCurrentIndex(1)
    click(dialog.reaches.add_button)
    reach = modal()
    choose(reach.choice, Reach(ReachKind.UNIT, office.units[0].id))
    click(reach.ok)
    dialog.links.item(0).setCheckState(dialog.links.item(0).checkState().Checked)
    click(dialog.ok)
    project = stored(window, plan).projects[0]
    assert project.reaches == (Reach(ReachKind.UNIT, office.units[0].id),)
    assert project.links == (Link(LinkKind.STRATEGY, "1.1"),)


def test_the_dialogs_of_the_plan_are_named_and_fit(window, plan) -> None:
    window.resize(*SMALL)
    plan.tabs.setCurrentIndex(MEETINGS)
    for act in (
        plan._advance,
        lambda: plan.tabs.meetings.add(CommitteeKind.PLANNING),
        plan.tabs.aims.indicators.add,
        plan.tabs.aims.strategies.add,
        plan.tabs.aims.swot.add,
        lambda: plan.tabs.problems.quick.accept(plan.editor.problems[-1]),
        plan.tabs.problems.quick.show_accepted,
    ):
        act()
        settle(window)
        dialog = modal()
        assert nameless(dialog) == [], dialog.windowTitle()
        least = dialog.minimumSizeHint()
        assert (least.width() <= SMALL[0], least.height() <= SMALL[1]) == (True, True), dialog.windowTitle()
        dialog.reject()
        settle(window)
