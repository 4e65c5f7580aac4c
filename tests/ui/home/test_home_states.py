"""The home page in each of its states, with figures that are the services' own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel, QPushButton

from hrdesk.domain.staff import PersonRecord
from hrdesk.domain.year_project import Budget, FundUse, YearProject
from hrdesk.services.values import StaffQuery
from ui.window_support import click, page, settle


def said(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def facts(home) -> dict[str, str]:
    grid = home.facts
    texts = [[grid.itemAtPosition(line, place).widget().text() for place in (0, 1)] for line in range(5)]
    return dict(texts)


def test_the_figures_are_those_of_the_services(window) -> None:
    home = page(window, "home")
    office = window.desk.services.register.office()
    holders = sum(bool(position.holder) for position in office.positions)
    assert facts(home)["ตำแหน่ง"] == f"{len(office.positions)}"
    assert facts(home)["ผู้ครองตำแหน่ง"] == f"{holders}"
    assert facts(home)["ว่าง"] == f"{len(office.positions) - holders}"
    assert facts(home)["หลักสูตร"] == f"{len(office.catalogue.courses)}"
    assert (home.cover.maximum(), home.cover.value()) == (len(office.positions), int(home.covered.text().replace(",", "")))


def test_a_leaver_changes_the_figures_without_being_asked(window) -> None:
    home = page(window, "home")
    before = int(facts(home)["ว่าง"])
    register = window.desk.services.register
    someone = register.staff_page(StaffQuery(vacant=False)).rows[0]
    window.desk.change(window, lambda: register.retire(someone.staff_id, date(2025, 10, 1), "ลาออก"))
    settle(window)
    assert int(facts(home)["ว่าง"]) == before + 1


def test_problems_are_shown_with_their_number_and_lead_to_the_plan(window) -> None:
    home = page(window, "home")
    services = window.desk.services
    problems = services.planning.problems(services.planning.plans()[0].id)
    more = next(b for b in home.findChildren(QPushButton) if b.text() == f"ดูทั้งหมด {len(problems)} รายการ")
    assert (problems[0].place or problems[0].text)[:20] in said(home).replace("\u200b", ""), "as much of it as fits"
    click(more)
    settle(window)
    assert window.title.text() == "แผนพัฒนา"


def test_the_last_backup_is_told_and_leads_to_all_of_them(window) -> None:
    home = page(window, "home")
    assert "ยังไม่มีชุดสำรองข้อมูล" in said(home)
    window.desk.services.backup.make()
    page(window, "people")
    page(window, "home")
    assert "สำรองล่าสุด วันนี้" in said(home)
    assert "ตรวจแล้วสมบูรณ์" in home.backup.said.text()
    click(home.backup.go)
    settle(window)
    assert window.title.text() == "ตั้งค่า"


def test_what_was_used_stands_beside_what_was_planned(window) -> None:
    home = page(window, "home")
    services = window.desk.services
    draft = services.planning.load(services.planning.plans()[0].id)
    year = draft.period.first
    before = services.year.budgets_by_year().get(year, Budget()).used
    project = YearProject(0, year, "โครงการนอกแผน", funds=(FundUse(None, 500_000, 123_400),))
    window.desk.change(window, lambda: services.year_projects.save(project))
    settle(window)
    assert home.bars.years[0] == (f"ปี {year}", draft.year_total(year) // 100, (before + 123_400) // 100)
    assert f"ใช้ไป {(before + 123_400) // 100:,} บาท" in home.bars.accessibleName()


def test_an_office_without_a_plan_is_led_to_its_first(empty_window) -> None:
    home = page(empty_window, "home")
    assert home.empty.isVisible()
    assert not home.life_panel.isVisible()
    steps = home.start_box
    verbs = [steps.itemAtPosition(line, 2).itemAt(1).widget() for line in range(steps.rowCount()) if steps.itemAtPosition(line, 2)]
    assert verbs, "what to do before is listed"
    assert all(verb.accessibleName() for verb in verbs)
    click(verbs[0])
    settle(empty_window)
    assert empty_window.title.text() != "หน้าหลัก"


def test_a_plan_left_half_made_is_offered_again_until_it_is_thrown_away(empty_window) -> None:
    home = page(empty_window, "home")
    assert not home.strip.isVisible()
    planning = empty_window.desk.services.planning
    draft = planning.blank(2567)
    planning.save_wizard(draft, "period")
    home.refresh()
    settle(empty_window)
    assert home.strip.isVisible()
    assert "2567" in home.strip_text.text()
    planning.clear_wizard()
    home.refresh()
    settle(empty_window)
    assert not home.strip.isVisible()


def test_a_register_with_people_but_no_posts_counts_them_apart(empty_window) -> None:
    register = empty_window.desk.services.register
    person = PersonRecord(0, "นาย", "สมชาย", "ใจดี")
    empty_window.desk.change(empty_window, lambda: register.save_person(replace(person)))
    settle(empty_window)
    home = page(empty_window, "home")
    assert home.empty.isVisible()
    assert register.staff_page(StaffQuery()).total == 1
