"""The page of monitoring: a schedule made by keyboard, rounds filled in and closed, the annual report's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.domain.training_terms import Result
from hrdesk.models.staff import Staff
from hrdesk.services.monitoring.rounds import EvidenceItem
from hrdesk.ui.kit.chart_view import chart_svg
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.monitoring.page import ANNUAL, YEAR
from ui.test_audit import SMALL, cut, walk_small
from ui.test_window import nameless
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text
from year_rows import add_class, add_project

PLANNED = 2565


@pytest.fixture
def monitoring(window):
    """The page on a year with a schedule and one class held in January."""
    services = window.desk.services
    plan = services.planning.plans()[0].id
    proposal = services.schedules.propose(plan, PLANNED)
    services.schedules.save(replace(proposal, entries=tuple(replace(e, evaluations=(1,)) for e in proposal.entries)))
    with services.database.begin() as session:
        people = [row.id for row in session.query(Staff.id).order_by(Staff.id).limit(3)]
        project = add_project(session, PLANNED, "โครงการอบรม", proposal.entries[0].project, planned=100_000, used=90_000)
        session.flush()
        add_class(session, project, 1, date(2022, 1, 10), [(person, Result.PASSED) for person in people])
    window.open_page("monitoring", f"round:{plan}:{PLANNED}:1")
    settle(window)
    return window.pages["monitoring"]


def report(window, number):
    services = window.desk.services
    return services.monitoring.rounds(services.planning.plans()[0].id, PLANNED)[number - 1]


def test_without_a_schedule_the_page_says_so_and_the_wizard_makes_one_by_keyboard(window) -> None:
    shown = page(window, "monitoring")
    assert shown._either.currentIndex() == 1
    shown.make_schedule()
    settle(window)
    wizard = modal()
    year = wizard.schedule.year
    for step in range(3):
        assert wizard.current == step
        press(wizard, Qt.Key.Key_Return, CTRL)
        settle(window)
    assert "พร้อมบันทึก" in wizard.pages[3].verdict.text() or wizard.problems
    if wizard.problems:  # a project of the plan without a method of evaluation
        wizard.go(2)
        wizard.pages[2].methods.item(0).setCheckState(Qt.CheckState.Checked)
        click(wizard.pages[2].all_button)
        wizard.go(3)
    press(wizard, Qt.Key.Key_Return, CTRL)
    settle(window)
    services = window.desk.services
    assert services.schedules.load(services.planning.plans()[0].id, year) is not None
    assert shown._either.currentIndex() == 0
    assert texts(shown.rounds, 0) == ["1", "2", "3"]


def test_a_schedule_left_half_done_is_gone_on_with(window) -> None:
    shown = page(window, "monitoring")
    shown.make_schedule()
    settle(window)
    wizard = modal()
    wizard.pages[0].count.setValue(4)
    wizard.forward()
    retype(wizard.pages[1].dates[0].edit, "15/12/2568")
    press(wizard.pages[1].dates[0].edit, Qt.Key.Key_Tab)
    wizard.reject()
    settle(window)
    assert shown.strip.isVisible()
    shown.make_schedule(resume=True)
    settle(window)
    wizard = modal()
    assert wizard.page().key == "rounds"
    assert len(wizard.schedule.rounds) == 4
    assert wizard.schedule.rounds[0].as_at == date(2025, 12, 15)
    assert "ปีงบประมาณ" in wizard.page_problems.text()
    wizard.reject()
    settle(window)


def test_a_wizard_that_was_only_looked_at_leaves_no_draft(window) -> None:
    shown = page(window, "monitoring")
    shown.make_schedule()
    settle(window)
    modal().reject()
    settle(window)
    assert window.desk.services.schedules.load_draft() is None


def test_a_link_to_a_round_shows_the_rounds_whichever_tab_was_open(window, monitoring) -> None:
    plan = window.desk.services.planning.plans()[0].id
    monitoring.tabs.setCurrentIndex(2)
    window.open_page("monitoring", f"round:{plan}:{PLANNED}:2")
    settle(window)
    assert monitoring.tabs.currentIndex() == 0
    assert monitoring.panel.round.report.number == 2
    assert monitoring.panel.isVisible()


def test_problems_lead_to_their_fields(window) -> None:
    shown = page(window, "monitoring")
    shown.make_schedule()
    settle(window)
    wizard = modal()
    entries = (wizard.schedule.entries[0], replace(wizard.schedule.entries[1], evaluator=""), *wizard.schedule.entries[2:])
    wizard.put(replace(wizard.schedule, entries=entries))
    wizard.jump(next(p for p in wizard.problems if p.field.endswith(".evaluator")))
    assert wizard.page().key == "projects"
    assert wizard.pages[2].table.currentIndex().row() == 1
    type_text(wizard.pages[2].evaluator, "ปลัดเทศบาล")
    wizard.pages[2].commit()
    assert wizard.schedule.entries[1].evaluator == "ปลัดเทศบาล"
    wizard.reject()
    settle(window)


def test_every_step_fits_and_is_named(window) -> None:
    shown = page(window, "monitoring")
    shown.make_schedule()
    settle(window)
    walk_small(modal(), window)


@pytest.mark.parametrize("tab", [0, YEAR, ANNUAL])
def test_the_tabs_fit_the_smallest_window(window, monitoring, tab) -> None:
    window.resize(*SMALL)
    monitoring.tabs.setCurrentIndex(tab)
    settle(window)
    assert (window.width(), window.height()) == SMALL
    assert nameless(monitoring) == []
    assert cut(monitoring) == []


def test_what_was_found_is_saved_and_the_round_closed(window, monitoring, boxes) -> None:
    panel = monitoring.panel
    type_text(panel.findings, "ดำเนินการตามแผน")
    assert panel.dirty
    press(panel.findings, Qt.Key.Key_S, CTRL)
    settle(window)
    assert report(window, 1).findings == "ดำเนินการตามแผน"
    assert not panel.dirty
    boxes.answers = ["ปิดครั้งนี้"]
    click(panel.close_button)
    settle(window)
    assert report(window, 1).status is RoundStatus.CLOSED
    assert "ตัวเลขคงเดิม" in panel.state.full
    assert not panel.findings.isEnabled()
    boxes.answers = ["เปิดครั้งนี้ใหม่"]
    click(panel.reopen_button)
    settle(window)
    assert report(window, 1).status is RoundStatus.OPEN


def test_what_stands_against_closing_is_said_at_its_place(window, monitoring, boxes) -> None:
    boxes.answers = ["ปิดครั้งนี้"]
    click(monitoring.panel.close_button)
    settle(window)
    assert report(window, 1).status is RoundStatus.OPEN
    assert "ผลการติดตาม" in monitoring.panel.form._wrong["findings"].text()
    assert window.focusWidget() is monitoring.panel.findings


def test_open_items_are_explained(window, monitoring) -> None:
    panel = monitoring.panel
    key, field = next((k, f) for k, f in panel.explanations.items() if not f.text())
    retype(field, "รอเงินโอน")
    click(panel.save_button)
    settle(window)
    shown = window.desk.services.monitoring.round(report(window, 1).id, date(2022, 10, 1))
    assert {item.key: item.explanation for item in shown.items}[key] == "รอเงินโอน"


def test_unsaved_findings_are_asked_about(window, monitoring, boxes) -> None:
    type_text(monitoring.panel.findings, "ยังไม่บันทึก")
    boxes.answers = ["ยกเลิก", "ไปต่อโดยไม่บันทึก"]
    monitoring.rounds.choose_row(1)
    settle(window)
    assert monitoring.panel.findings.toPlainText() == "ยังไม่บันทึก"
    monitoring.rounds.choose_row(1)
    settle(window)
    assert monitoring.panel.round.report.number == 2


def test_the_year_is_drawn_in_the_colours_of_the_look(window, monitoring) -> None:
    monitoring.tabs.setCurrentIndex(YEAR)
    settle(window)
    charts = monitoring.year_panel.charts
    assert [chart.isVisibleTo(monitoring.year_panel) for chart in charts] == [True, True, False, True]
    assert "90" in charts[0].accessibleName()
    from hrdesk.reports.charts import Bar, BarChart

    chart = BarChart("", ("",), (Bar("ก", (1,), ("1",)),))
    light, dark = chart_svg(Theme(), chart), chart_svg(Theme(dark=True), chart)
    assert Theme()["accent"].encode() in light
    assert Theme(dark=True)["accent"].encode() in dark


def test_the_annual_texts_and_evidence(window, monitoring) -> None:
    monitoring.tabs.setCurrentIndex(ANNUAL)
    annual, services = monitoring.annual, window.desk.services
    type_text(annual.problems, "งบประมาณจำกัด")
    press(annual.problems, Qt.Key.Key_S, CTRL)
    settle(window)
    plan = services.planning.plans()[0].id
    assert services.monitoring.annual_texts(plan, PLANNED).problems == "งบประมาณจำกัด"
    click(annual.add_button)
    dialog = modal()
    assert nameless(dialog) == []
    type_text(dialog.title, "ใบลงชื่อ")
    retype(dialog.dated.edit, "5/1/2565")
    click(dialog.ok)
    settle(window)
    assert services.monitoring.evidence(plan, PLANNED) == (EvidenceItem("ใบลงชื่อ", dated=date(2022, 1, 5)),)
    click(annual.delete_button)
    settle(window)
    assert services.monitoring.evidence(plan, PLANNED) == ()
    assert "ยังไม่มีเอกสารหลักฐาน" in annual.table.accessibleDescription() == annual.table.nothing


def test_reports_are_printed_from_the_page(window, monitoring) -> None:
    click(monitoring.panel.print_button)
    settle(window)
    reports = window.pages["reports"]
    assert reports.form() == "monitoring-report"
    assert reports.paper is not None
    assert reports.paper.pdf.startswith(b"%PDF")


def test_the_first_page_tells_of_what_is_late_and_leads_there(window, monitoring) -> None:
    home = page(window, "home")
    home.refresh()  # the schedule was made behind the window's back
    settle(window)
    links = [one for one in home.findChildren(QPushButton) if "ครั้งที่ 1 ปีงบประมาณ พ.ศ. 2565" in one.accessibleName()]
    assert "เลยกำหนด" in links[0].accessibleName()
    click(links[0])
    settle(window)
    assert window._key == "monitoring"
    assert window.pages["monitoring"].panel.round.report.number == 1
