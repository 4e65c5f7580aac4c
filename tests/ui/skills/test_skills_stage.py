from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.competency import required_of
from hrdesk.ui.kit.widgets import choose
from ui.window_support import click, modal, page, press, retype, settle, texts


@pytest.fixture
def stage(window):
    return page(window, "skills").section("stage")


def test_posts_suggest_groups_that_are_stored_after_a_look_and_can_be_taken_back(window, stage):
    assert set(texts(stage.table, 2)) == {"ยังไม่มีกลุ่ม"}
    click(stage.suggest_button)
    dialog = modal()
    assert dialog.table.rows.rowCount() == 51
    dialog.save()
    settle(window)
    assert "ยังไม่มีกลุ่ม" not in texts(stage.table, 2)
    assert not stage.suggest_button.isVisible()
    click(stage.undo.undo_button)
    settle(window)
    assert set(texts(stage.table, 2)) == {"ยังไม่มีกลุ่ม"}


def test_several_people_get_two_groups_at_once(window, stage):
    stage.table.selectAll()
    click(stage.groups_button)
    dialog = modal()
    for code in ("Others", "Service"):
        dialog.boxes[code].setChecked(True)
    dialog.save()
    settle(window)
    assert set(texts(stage.table, 2)) == {"ผู้ปฏิบัติงานอื่น และ ผู้ทำงานด้านบริการ"}
    assert "เห็นชอบโดย" in stage.approved.text()
    choose(stage.group, "Executive")
    stage.group.activated.emit(1)
    assert stage.table.rows.rowCount() == 0


def test_people_of_the_same_groups_are_reckoned_once(window, stage, monkeypatch) -> None:
    """Each of 20,000 was asked for by itself, for eleven seconds in the window's thread."""
    asked: list[tuple[str, ...]] = []

    def counted(framework, code, groups):
        asked.append(groups)
        return required_of(framework, code, groups)

    monkeypatch.setattr("hrdesk.ui.skills.stage.required_of", counted)
    click(stage.suggest_button)
    modal().save()
    settle(window)
    known = {record.person.groups for record in stage.table.rows.rows}
    assert 1 < len(known) < 20
    asked.clear()
    stage.unit.activated.emit(0)
    assert sorted(asked) == sorted(known)
    assert all(int(now) > 0 for now in texts(stage.table, 4))


def settled(window):
    """Groups and approvals as they are stored, by person."""
    skills = window.desk.services.skills
    groups = {profile.person.id: profile.person.groups for profile in skills.overview().profiles}
    return groups, skills.approvals()


def test_groups_that_only_some_have_stay_with_those_who_have_them(window, stage):
    skills = window.desk.services.skills
    one, other, *_ = (record.person.id for record in stage.table.rows.rows)
    skills.assign_groups({one: ("Others",), other: ("Service",)}, "ปลัดเทศบาล", date(2024, 6, 1))
    stage.refresh()
    settle(window)
    stage.table.choose_where(lambda r: r.person.id == one)
    stage.table.selectAll()
    click(stage.groups_button)
    dialog = modal()
    assert {code for code, box in dialog.boxes.items() if box.checkState() is Qt.CheckState.PartiallyChecked} == {"Others", "Service"}
    dialog.boxes["Executive"].setChecked(True)
    dialog.save()
    settle(window)
    groups, _ = settled(window)
    assert (set(groups[one]), set(groups[other])) == ({"Others", "Executive"}, {"Service", "Executive"})
    assert {codes for person, codes in groups.items() if person not in (one, other)} == {("Executive",)}


def test_undo_brings_back_who_approved_the_groups_and_when(window, stage):
    skills = window.desk.services.skills
    person = stage.table.rows.rows[0].person.id
    skills.assign_groups({person: ("Others",)}, "ปลัดเทศบาล", date(2024, 6, 1))
    stage.refresh()
    settle(window)
    before = settled(window)
    stage.table.selectAll()
    click(stage.groups_button)
    dialog = modal()
    dialog.boxes["Service"].setChecked(True)
    dialog.save()
    settle(window)
    assert settled(window) != before
    click(stage.undo.undo_button)
    settle(window)
    assert settled(window) == before


def test_a_stage_is_announced_and_asks_more(window, stage):
    assert "ยังไม่ได้ประกาศ" in stage.source.full
    click(stage.stage_button)
    dialog = modal()
    choose(dialog.stage, "Mature")
    dialog.day.set_day(date(2025, 1, 1))
    dialog.document.setText("ประกาศ ที่ 1/2568")
    dialog.save()
    settle(window)
    assert stage.stage.full == "ระยะสมบูรณ์ ตั้งแต่ 1 มกราคม 2568"
    assert "1/2568" in stage.source.full
    click(stage.undo.undo_button)
    settle(window)
    assert "ยังไม่ได้ประกาศ" in stage.source.full


def test_an_announcement_needs_its_day(window, stage):
    click(stage.stage_button)
    dialog = modal()
    dialog.day.set_day(None)
    dialog.save()
    settle(window)
    assert dialog.isVisible()
    assert dialog.day.wrong
    dialog.reject()


def test_the_superior_who_approves_is_proposed_for_one_person_and_found_by_a_word(window, stage):
    nearest, everybody = window.desk.services.skills.superiors()
    chief = window.desk.services.register.organization().chief_name
    clerk = next(person for person in stage.info.people if nearest[person.id] != chief)
    assert stage.table.choose_where(lambda one: one.person.id == clerk.id)
    click(stage.groups_button)
    dialog = modal()
    assert dialog.approver.text() == nearest[clerk.id]
    press(dialog.approver, Qt.Key.Key_Down)
    offered = dialog.approver.completer().model()
    assert {offered.index(n, 0).data() for n in range(offered.rowCount())} == set(everybody)
    dialog.approver.completer().popup().hide()
    dialog.boxes["Others"].setChecked(True)
    retype(dialog.approver, "นายพิมพ์ เอง")
    click(dialog.save_button)
    settle(window)
    assert window.desk.services.skills.approvals()[clerk.id].approver == "นายพิมพ์ เอง"
    stage.table.selectAll()
    click(stage.groups_button)
    assert modal().approver.text() == chief, "for people of several superiors the chief officer"
    modal().reject()


@pytest.mark.parametrize(("width", "hidden"), [(880, True), (1366, False)])
def test_the_role_can_be_read_on_a_narrow_screen_and_the_post_is_told_below(window, stage, width, hidden):
    window.resize(width, 600)
    settle(window)
    stage.table.choose_row(3)
    assert stage.table.isColumnHidden(1) is hidden
    assert stage.table.columnWidth(3) > 120
    assert stage.table.current_record().person.position in stage.approved.text()
