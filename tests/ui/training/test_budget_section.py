"""Money of the year: by project, organiser, source and year, each with its sum, and from the row to the project."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.year_project import FundUse, YearProject
from hrdesk.thai.numbers import format_baht
from training_office import YEAR
from ui.window_support import page, press, settle, texts

BAHT = 100
OWN = "เทศบาลดำเนินการเอง"
TOGETHER = f"{OWN} ร่วมกับ หน่วยงานอื่นที่เกี่ยวข้อง"


@pytest.fixture
def window(open_window):
    return open_window("training")


@pytest.fixture
def section(window):
    shown = page(window, "classes")
    shown.go_to("budget")
    settle(window)
    return shown.section("budget")


def spend(services, place, used):
    row = services.year_projects.projects(YEAR)[place]
    project = services.year_projects.load(row.id)
    fund = project.funds[0]
    services.year_projects.save(replace(project, funds=(replace(fund, used=used * BAHT), *project.funds[1:])))
    return row


def test_each_way_of_adding_up_comes_to_the_same(window, section):
    with_money = [row for row in section.services.year_projects.projects(YEAR) if row.budget.planned]
    assert texts(section.tables["project"], 0) == [row.title for row in with_money]
    assert texts(section.tables["project"], 2) == [format_baht(row.budget.planned) for row in with_money]
    for key, column in (("project", 2), ("organizer", 1), ("fund", 1), ("year", 1)):
        shown = texts(section.tables[key], column)
        assert sum(int(text.replace(",", "")) for text in shown) == 400_000, key
        assert texts(section.totals[key], column) == ["400,000"], key
    assert TOGETHER in texts(section.tables["organizer"], 0)
    assert TOGETHER in texts(section.tables["project"], 1)


def test_what_is_spent_is_seen_at_once_and_too_much_in_red(window, section):
    row = spend(section.services, 0, 25_000)
    section.refresh()
    settle(window)
    table = section.tables["project"]
    at = texts(table, 0).index(row.title)
    assert [texts(table, column)[at] for column in (3, 4, 5)] == ["25,000", "-5,000", "125.00"]
    assert table.rows.columns[4].tone(table.rows.rows[at]) == "error"
    assert "ใช้ไป 25,000 · คงเหลือ 375,000 บาท" in section.total.text()
    assert texts(section.totals["project"], 5) == ["6.25"]


def test_money_that_names_nobody_stands_by_itself(window, section):
    section.services.year_projects.save(
        YearProject(0, YEAR, "โครงการพิเศษ", outside_reason="หนังสือสั่งการ", funds=(FundUse(None, 7_000 * BAHT, 0),))
    )
    section.refresh()
    settle(window)
    for key in ("organizer", "fund"):
        names, planned = texts(section.tables[key], 0), texts(section.tables[key], 1)
        assert planned[names.index("ไม่ระบุ")] == "7,000"
    assert texts(section.tables["project"], 1)[-1] == ""


def test_enter_on_a_row_leads_to_its_project_by_keyboard_alone(window, section):
    services = section.services
    other, _ = services.year_projects.save(
        YearProject(0, YEAR - 1, "โครงการปีก่อน", outside_reason="หนังสือสั่งการ", funds=(FundUse(1, 9_000 * BAHT, 0),))
    )
    section.year = YEAR - 1
    section.refresh()
    settle(window)
    table = section.tables["project"]
    assert texts(table, 0) == ["โครงการปีก่อน"]
    press(table, Qt.Key.Key_Return)
    settle(window)
    projects = page(window, "classes").section("projects")
    assert projects.isVisible()
    assert (projects.year, projects.table.current_record().id) == (YEAR - 1, other)


def test_enter_on_a_year_leads_to_its_projects(window, section):
    section.tabs.setCurrentIndex(3)
    press(section.tables["year"], Qt.Key.Key_Return)
    settle(window)
    assert page(window, "classes").section("projects").year == YEAR


def test_all_tabs_are_reached_by_keyboard(window, section):
    for shown in (1, 2, 3):
        press(section.tabs.tabBar(), Qt.Key.Key_Right)
        assert section.tabs.currentIndex() == shown
        assert list(section.tables.values())[shown].isVisible()


def test_a_year_without_money_says_where_to_begin(empty_window):
    shown = page(empty_window, "classes")
    shown.go_to("budget")
    settle(empty_window)
    section = shown.section("budget")
    assert section.go_button.isVisible()
    assert not section.tabs.isVisible()


@pytest.mark.parametrize("key", ["project", "organizer", "fund"])
def test_the_line_one_stands_on_stays_when_money_was_spent_meanwhile(window, section, key):
    table = section.tables[key]
    last = table.rows.rowCount() - 1
    table.choose_row(last)
    name = texts(table, 0)[last]
    spend(section.services, 0, 1_000)
    section.refresh()
    settle(window)
    assert (table.current_record().name, table.currentIndex().row()) == (name, last)
