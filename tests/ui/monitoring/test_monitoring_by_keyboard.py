"""The monitoring page without a mouse: every control is reached by Tab, in the order it is seen, and every deed has its key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import test_monitoring_page
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView, QWidget
from test_monitoring_page import PLANNED, report

from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.services.monitoring.rounds import EvidenceItem
from hrdesk.ui.monitoring.page import ANNUAL, ROUNDS, YEAR
from ui.walking import focus, named, reachable, walk_to, walked
from ui.window_support import CTRL, modal, page, press, settle, texts, type_text

monitoring = test_monitoring_page.monitoring  # the fixture
ENTER, SPACE, DOWN, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Right


@pytest.mark.parametrize("tab", [ROUNDS, YEAR, ANNUAL])
def test_every_control_of_a_tab_is_reached_by_tab_alone(window, monitoring, tab) -> None:
    monitoring.tabs.setCurrentIndex(tab)
    settle(window)
    monitoring.plan.setFocus()
    order = walked(monitoring)
    missed = {one.accessibleName() for one in reachable(monitoring) - set(order)}
    assert missed == set()
    assert len(order) > 5


@pytest.mark.parametrize("tab", [ROUNDS, ANNUAL])
def test_tab_goes_down_the_page_as_it_is_seen(window, monitoring, tab) -> None:
    """The fields that are typed into stand below each other and are walked so."""
    monitoring.tabs.setCurrentIndex(tab)
    settle(window)
    part = monitoring.panel if tab == ROUNDS else monitoring.annual
    fields = list(part.form.findChildren(QWidget))
    monitoring.plan.setFocus()
    order = [one for one in walked(monitoring) if one in fields]
    heights = [one.mapTo(part.form, QPoint(0, 0)).y() for one in order]
    assert heights == sorted(heights)
    assert len(order) >= 3


def test_the_page_is_opened_and_a_round_chosen_written_and_closed(window, monitoring, boxes) -> None:
    window.open_page("home")
    settle(window)
    window.open_page("monitoring")
    settle(window)
    monitoring.plan.setFocus()
    walk_to(lambda w: w is monitoring.rounds)
    press(focus(), DOWN)
    settle(window)
    assert monitoring.panel.round.report.number == 2
    press(monitoring.rounds, Qt.Key.Key_Up)
    settle(window)
    assert monitoring.panel.round.report.number == 1
    walk_to(named("ผลการติดตาม"))
    type_text(focus(), "เป็นไปตามแผน")
    press(focus(), Qt.Key.Key_S, CTRL)
    settle(window)
    assert report(window, 1).findings == "เป็นไปตามแผน"
    boxes.answers = ["ปิดครั้งนี้"]
    walk_to(lambda w: w is monitoring.panel.close_button)
    press(focus(), SPACE)
    settle(window)
    assert report(window, 1).status is RoundStatus.CLOSED


def close_first_two(services, plan) -> None:
    for one in services.monitoring.rounds(plan, PLANNED)[:2]:
        services.monitoring.save_round(replace(one, findings="ตามแผน"), {})
        services.monitoring.close_round(one.id, date(2022, 10, 3))


def test_the_third_round_is_refused_until_the_last_item_is_explained(window, monitoring, boxes) -> None:
    """What is not explained is named above, the keys stand in its field, and Tab goes on to the next."""
    services, panel = window.desk.services, monitoring.panel
    plan = services.planning.plans()[0].id
    close_first_two(services, plan)
    monitoring.show_place(f"round:{plan}:{PLANNED}:3")
    settle(window)
    open_items = [key for key, field in panel.explanations.items() if not field.text()]
    assert len(open_items) > 3
    assert "ต้องชี้แจงทุกเรื่อง" in panel.items_note.text()
    panel.findings.setFocus()
    type_text(panel.findings, "ดำเนินการแล้วบางส่วน")
    boxes.answers = ["ปิดครั้งนี้"]
    walk_to(lambda w: w is panel.close_button)
    press(focus(), SPACE)
    settle(window)
    assert report(window, 3).status is RoundStatus.OPEN
    assert report(window, 3).findings == "ดำเนินการแล้วบางส่วน", "what was typed is kept"
    assert not panel.dirty, "and is not called unsaved, though closing was refused"
    assert panel.wrong.text().count("ยังไม่ได้ชี้แจง") == len(open_items)
    assert focus() is panel.explanations[open_items[0]]
    for key in open_items[:-1]:
        assert focus() is panel.explanations[key]
        type_text(focus(), "เลื่อนไปไตรมาสหน้า")
        walk_to(lambda w, key=key: w is not panel.explanations[key] and w in panel.explanations.values())
    type_text(focus(), "-")
    boxes.answers = ["ปิดครั้งนี้"]
    walk_to(lambda w: w is panel.close_button)
    press(focus(), ENTER) if panel.close_button.isDefault() else press(focus(), SPACE)
    settle(window)
    assert report(window, 3).status is RoundStatus.OPEN, "a dash explains nothing"
    assert panel.wrong.text().count("ยังไม่ได้ชี้แจง") == 1
    assert focus() is panel.explanations[open_items[-1]]
    focus().selectAll()
    type_text(focus(), "รอผลจากหน่วยงานผู้จัด")
    boxes.answers = ["ปิดครั้งนี้"]
    walk_to(lambda w: w is panel.close_button)
    press(focus(), SPACE)
    settle(window)
    assert report(window, 3).status is RoundStatus.CLOSED
    kept = services.monitoring.round(report(window, 3).id, date(2022, 10, 3)).items
    assert {item.key: item.explanation for item in kept}[open_items[-1]] == "รอผลจากหน่วยงานผู้จัด"


def test_tabs_are_turned_by_arrows(window, monitoring) -> None:
    bar = monitoring.tabs.tabBar()
    monitoring.plan.setFocus()
    walk_to(lambda w: w is bar)
    for shown in (YEAR, ANNUAL):
        press(bar, RIGHT)
        assert monitoring.tabs.currentIndex() == shown


def test_evidence_is_added_mended_deleted_and_brought_back(window, monitoring) -> None:
    services, annual = window.desk.services, monitoring.annual
    plan = services.planning.plans()[0].id
    monitoring.tabs.setCurrentIndex(ANNUAL)
    annual.summary.setFocus()
    for title in ("คำสั่งแต่งตั้งคณะกรรมการ", "ใบลงชื่อ"):
        press(focus(), Qt.Key.Key_N, CTRL)
        dialog = modal()
        assert focus() is dialog.title
        type_text(focus(), title)
        press(focus(), Qt.Key.Key_S, CTRL)
        settle(window)
    assert texts(annual.table, 0) == ["คำสั่งแต่งตั้งคณะกรรมการ", "ใบลงชื่อ"]
    walk_to(lambda w: w is annual.table)
    press(annual.table, DOWN)
    press(annual.table, Qt.Key.Key_F2)
    press(modal().title, Qt.Key.Key_End)
    type_text(modal().title, "ทุกรุ่น")
    press(modal().title, Qt.Key.Key_S, CTRL)
    settle(window)
    assert texts(annual.table, 0)[1] == "ใบลงชื่อทุกรุ่น"
    press(annual.table, Qt.Key.Key_Delete)
    settle(window)
    assert texts(annual.table, 0) == ["คำสั่งแต่งตั้งคณะกรรมการ"]
    walk_to(lambda w: w is annual.undo.undo_button)
    press(focus(), SPACE)
    settle(window)
    assert [item.title for item in services.monitoring.evidence(plan, PLANNED)] == ["คำสั่งแต่งตั้งคณะกรรมการ", "ใบลงชื่อทุกรุ่น"]


def test_a_deletion_is_not_brought_back_into_another_year(window, monitoring) -> None:
    services, annual = window.desk.services, monitoring.annual
    plan = services.planning.plans()[0].id
    services.monitoring.save_evidence(plan, PLANNED, (EvidenceItem("ใบลงชื่อ"),))
    other = services.schedules.propose(plan, PLANNED + 1)
    services.schedules.save(replace(other, entries=tuple(replace(e, evaluations=(1,)) for e in other.entries)))
    monitoring.refresh()
    settle(window)
    monitoring.tabs.setCurrentIndex(ANNUAL)
    press(annual.table, Qt.Key.Key_Delete)
    settle(window)
    assert annual.undo.isVisible()
    monitoring.show_place(f"schedule:{plan}:{PLANNED + 1}")
    settle(window)
    assert not annual.undo.isVisible(), "both years have no evidence now, but it was of the other one"
    assert services.monitoring.evidence(plan, PLANNED + 1) == ()


def test_the_schedule_is_made_from_the_first_field_to_the_last_by_tab_alone(window) -> None:
    """Each step's next button is reached by Tab; the last one stores the schedule and shows its rounds."""
    shown = page(window, "monitoring")
    walk = next(one for one in shown.findChildren(QWidget) if one.isVisible() and one.accessibleName() == "จัดทำตารางติดตาม")
    walk.setFocus()
    press(focus(), SPACE)
    settle(window)
    wizard = modal()
    for step in range(4):
        assert wizard.current == step
        if step == 2:
            for line in range(wizard.pages[2].table.rows.rowCount()):
                wizard.pages[2].table.setFocus()
                wizard.pages[2].table.choose_row(line)
                walk_to(lambda w: w is wizard.pages[2].methods)
                if not wizard.pages[2].methods.chosen():
                    press(focus(), SPACE)
        walk_to(lambda w: w is wizard.next_button)
        press(focus(), SPACE)
        settle(window)
    services = window.desk.services
    plan = services.planning.plans()[0].id
    assert len(services.monitoring.rounds(plan, shown.data.year)) == 3
    assert isinstance(shown.rounds, QTableView)
    assert len(texts(shown.rounds, 0)) == 3
