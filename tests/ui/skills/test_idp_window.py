"""Needs and individual plans in the window: drafted for all, edited, agreed, followed, closed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.needs import ranked_needs
from hrdesk.domain.plan_terms import NeedSource
from hrdesk.domain.skill_terms import IdpItemStatus, IdpStatus
from hrdesk.services import Services
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.kit.words import NOTHING
from skill_office import first, grouped_office, judge
from ui.test_window import nameless
from ui.window_support import click, modal, page, retype, settle, texts

YEAR = FiscalYear.of(date.today()).be


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    path = grouped_office(tmp_path_factory.mktemp("judged"))
    with Services.open(path) as services:
        for group in ("Others", "Academic"):
            judge(services, first(services, group).person.id, DLit100=0, DLit200=0)
    return path


@pytest.fixture
def templates(judged):
    return {"judged": judged}


@pytest.fixture
def window(open_window):
    return open_window("judged")


def section(window, key):
    shown = page(window, "skills")
    shown.go_to(key)
    settle(window)
    return shown.section(key)


def look(window, box, value):
    choose(box, value)
    box.activated.emit(box.currentIndex())
    settle(window)


def test_needs_stand_by_people_and_take_courses(window):
    needs = section(window, "needs")
    assert texts(needs.table, 0)[:2] == ["DLit100", "DLit200"]
    assert texts(needs.table, 2)[:2] == ["2", "2"]
    assert texts(needs.table, 6)[0] == "ยังไม่มีหลักสูตร"
    assert "ผู้ที่ขาด DLit100" in needs.people.text()
    look(window, needs.group, "Academic")
    assert texts(needs.table, 2)[:2] == ["1", "1"]
    look(window, needs.group, None)
    click(needs.link_button)
    dialog = modal()
    total = dialog.list.count()
    dialog.search.setText("ภาษี")
    shown = [item for item in [dialog.list.item(n) for n in range(dialog.list.count())] if not item.isHidden()]
    assert 0 < len(shown) < total
    shown[0].setCheckState(Qt.CheckState.Checked)
    title = shown[0].text()
    dialog.save()
    settle(window)
    assert texts(needs.table, 6)[0] == title
    click(needs.link_button)
    modal().list.item(0).setCheckState(Qt.CheckState.Unchecked)
    modal().save()
    settle(window)
    assert texts(needs.table, 6)[0] == "ยังไม่มีหลักสูตร"
    assert window.desk.services.skills.course_units() == {}


def test_gaps_become_needs_of_the_plan(window):
    needs = section(window, "needs")
    click(needs.send_button)
    dialog = modal()
    assert dialog.year.value() == YEAR + 1
    for _ in range(2):  # sent again they take the place of those sent before
        dialog.save()
        settle(window)
        click(needs.send_button)
        dialog = modal()
    dialog.reject()
    found = window.desk.services.needs.needs(YEAR + 1)
    assert [(need.people, need.source) for need in found] == [(2, NeedSource.GAP)] * 2
    assert "DLit100" in found[0].topic


def test_of_looks_chosen_in_a_hurry_only_the_last_is_shown(window):
    """Also while another unit is read, whose answer must not come under the heading of the first."""
    needs = section(window, "needs")
    shown = []
    needs.table.rows.modelReset.connect(lambda: shown.append(texts(needs.table, 2)))
    unit = next(n for n in range(needs.unit.count()) if needs.unit.itemData(n) is not None)
    needs.unit.setCurrentIndex(unit)
    needs.unit.activated.emit(unit)
    for group in ("Academic", "Others", "Academic"):
        choose(needs.group, group)
        needs.group.activated.emit(needs.group.currentIndex())
    settle(window)
    overview = window.desk.services.skills.overview(needs.unit.currentData())
    members = [one for one in overview.profiles if "Academic" in one.person.groups]
    expected = [f"{need.lacking}" if need.lacking else NOTHING for need in ranked_needs(members, overview.offers)]
    assert shown == [expected]
    for view in ("unit", "group", "needs"):
        choose(needs.view, view)
        needs.view.activated.emit(needs.view.currentIndex())
    settle(window)
    assert needs.share.rows.rowCount() == 0, "the shares chosen on the way were not shown"
    assert shown == [expected]
    assert needs.table.isVisible()


def test_shares_stand_by_unit_and_group(window):
    needs = section(window, "needs")
    look(window, needs.view, "group")
    assert texts(needs.share, 0)[0] == "รวมทั้งหมด"
    assert texts(needs.share, 1)[0] == "51"
    assert sum(map(int, texts(needs.share, 1)[1:])) == 51
    assert sum(map(int, texts(needs.share, 2)[1:])) == 2


def test_plans_are_drafted_for_all_with_gaps_and_taken_back(window, boxes):
    idp = section(window, "idp")
    assert "0 จาก 51" in idp.count.text()
    boxes.answers = ["สร้างแผนร่าง"]
    click(idp.batch_button)
    settle(window)
    assert "จะสร้างแผนร่าง" in boxes.seen[0]
    assert "2 จาก 51" in idp.count.text()
    choose(idp.status, IdpStatus.DRAFT)
    idp._filter()
    assert texts(idp.table, 5) == ["0/6", "0/6"]
    assert texts(idp.table, 7) == ["70:20:10"] * 2
    click(idp.delete_button)
    settle(window)
    assert idp.table.rows.rowCount() == 1
    click(idp.undo.undo_button)
    settle(window)
    assert idp.table.rows.rowCount() == 2


def test_a_plan_is_edited_agreed_followed_and_closed(window, boxes):
    idp, services = section(window, "idp"), window.desk.services
    person = first(services, "Others").person
    idp.table.choose_where(lambda line: line.staff_id == person.id)
    assert idp.open_button.text() == "สร้างแผน…"
    click(idp.open_button)
    settle(window)
    dialog = modal()
    assert dialog.unsaved
    assert len(dialog.items) == 6
    dialog.table.choose_row(5)
    dialog._delete()
    dialog._move(-1)
    assert [item.code for item in dialog.items] == ["DLit100", "DLit100", "DLit100", "DLit200", "DLit200"]
    dialog.edit()
    fields = modal()
    fields.activity.setPlainText("")
    fields.accept()
    assert fields.isVisible(), "what is missing keeps it open"
    fields.activity.setPlainText("ฝึกกับพี่เลี้ยง")
    fields.accept()
    click(dialog.agree_button)
    settle(window)
    assert dialog.tabs.currentIndex() == 1, "the superiors are missing, their fields are shown"
    for key, name in (("superior", "นายหนึ่ง"), ("upper", "นายสอง")):
        dialog.agreement.names[key].setText(name)
        dialog.agreement.days[key].set_day(date(2024, 10, 1))
    click(dialog.agree_button)
    settle(window)
    assert dialog.idp.status is IdpStatus.AGREED
    boxes.answers = ["ปิดแผน"]
    click(dialog.close_button)
    settle(window)
    assert "ยังไม่ได้บันทึกว่าสำเร็จหรือยกเลิก" in dialog.wrong.text()
    for place in range(len(dialog.items)):
        dialog.table.choose_row(place)
        dialog.edit()
        fields = modal()
        choose(fields.status, IdpItemStatus.DONE)
        fields.accept()
    dialog.summary.setPlainText("ทำได้ตามแผน")
    boxes.answers = ["ปิดแผน"]
    click(dialog.close_button)
    settle(window)
    assert dialog.idp.status is IdpStatus.CLOSED
    assert not dialog.save_button.isEnabled()
    assert not dialog.unsaved
    dialog.reject()
    settle(window)
    line = next(line for line in idp.info.rows if line.staff_id == person.id)
    assert (line.status, line.done, line.items) == (IdpStatus.CLOSED, 5, 5)


def test_a_plan_is_stored_and_shown_on_the_page_of_papers(window):
    idp = section(window, "idp")
    click(idp.open_button)
    settle(window)
    dialog = modal()
    click(dialog.print_button)
    settle(window)
    assert window._key == "reports"
    reports = window.pages["reports"]
    assert reports.form() == "idp"
    assert window.desk.services.development.count(YEAR) == 1
    assert reports.paper is not None


def test_unsaved_changes_are_not_lost_by_closing(window, boxes):
    idp = section(window, "idp")
    click(idp.open_button)
    settle(window)
    dialog = modal()
    dialog.goal.setText("เป้าหมาย")
    boxes.answers = ["ยกเลิก"]
    dialog.reject()
    assert dialog.isVisible()
    dialog.save()
    settle(window)
    dialog.reject()
    assert len(boxes.seen) == 1
    assert window.desk.services.development.count(YEAR) == 1


def test_every_dialog_of_needs_and_plans_is_named_and_fits(window, boxes):
    needs, idp = section(window, "needs"), section(window, "idp")
    for act in (needs.link, needs.send, idp.open_current):
        act()
        settle(window)
        assert_whole(modal())
        modal().reject()
        settle(window)
    idp.table.choose_where(lambda line: line.gaps)
    idp.open_current()
    settle(window)
    plan = modal()
    plan.edit()
    assert_whole(modal())
    modal().reject()
    boxes.answers = ["ปิดโดยไม่บันทึก"]
    plan.reject()


def assert_whole(dialog):
    assert nameless(dialog) == [], dialog.windowTitle()
    least = dialog.minimumSizeHint()
    assert (least.width() <= 911, least.height() <= 512) == (True, True), dialog.windowTitle()


def test_superiors_are_proposed_chosen_by_a_word_and_typed_at_will(window):
    shown = section(window, "idp")
    shown.open_current()
    settle(window)
    dialog = modal()
    dialog.tabs.setCurrentIndex(1)
    agreement = dialog.agreement
    proposed = {key: field.text() for key, field in agreement.names.items()}
    assert proposed == {key: getattr(dialog.idp, f"{key}_name") for key in proposed}
    assert proposed["superior"]
    retype(agreement.names["superior"], "นายพิมพ์ เอง")
    retype(agreement.posts["superior"], "ที่ปรึกษา")
    other = next(one for one in agreement.known.values() if one.name not in proposed.values())
    retype(agreement.names["upper"], other.name)
    assert agreement.posts["upper"].text() == other.position, "the post follows a name of the register"
    assert agreement.posts["superior"].text() == "ที่ปรึกษา"
    click(dialog.save_button)
    settle(window)
    kept = window.desk.services.development.load(dialog.idp.id)
    assert (kept.superior_name, kept.superior_position, kept.upper_name) == ("นายพิมพ์ เอง", "ที่ปรึกษา", other.name)
    click(agreement.propose_button)
    assert {key: field.text() for key, field in agreement.names.items()} == proposed
    assert dialog.unsaved


@pytest.mark.parametrize(("width", "hidden"), [(880, True), (1366, False)])
def test_the_list_keeps_room_for_the_post_on_a_narrow_screen(window, width, hidden):
    window.resize(width, 600)
    shown = section(window, "idp")
    assert [shown.table.isColumnHidden(number) for number in (3, 8)] == [hidden, hidden]
    assert shown.table.columnWidth(1) > 120
    assert shown.table.horizontalScrollBar().maximum() == 0
    assert ("70:30 =" in shown.count.text()) is hidden, "what is hidden is told of the chosen person"
