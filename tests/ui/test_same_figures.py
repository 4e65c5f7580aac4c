"""One data set, every table a view of it: the same figure on every page, form and workbook of the lived sample."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel

from hrdesk.domain.province import STANDARD
from hrdesk.domain.subject import Subject
from hrdesk.models.staff import Staff
from hrdesk.reports.document import Document, ListItem, Paragraph, Table
from hrdesk.services import Services
from hrdesk.thai.numbers import arabic_digits
from ui.window_support import page, settle, texts

if TYPE_CHECKING:
    from hrdesk.ui.window.main_window import MainWindow

YEARS = (2564, 2565, 2566)
BAHT = 100


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    path = tmp_path_factory.mktemp("lived") / "lived.db"
    Services.create_sample(path, year=True).close()
    return {"lived": path}


@pytest.fixture
def window(open_window):
    return open_window("lived")


def section(window: MainWindow, key: str, name: str) -> Any:
    shown = page(window, key)
    shown.go_to(name)
    settle(window)
    return shown.section(name)


def said(part: Any) -> str:
    """All that the labels of a page say."""
    return " | ".join(one.text() for one in part.findChildren(QLabel))


def numbers(text: str) -> list[int]:
    return [int(found.replace(",", "")) for found in re.findall(r"\d[\d,]*", arabic_digits(text))]


def blocks(document: Document) -> list[Any]:
    return [block for each in document.sections for block in each.blocks]


def words(document: Document) -> str:
    """The running text, and headings."""
    found = [*(line for each in document.sections for line in getattr(each, "heading", ()) or ())]
    for block in blocks(document):
        if isinstance(block, Paragraph | ListItem):
            found.append("".join(run.text for run in block.runs))
        elif hasattr(block, "lines"):
            found += block.lines
    return arabic_digits(" ".join(found))


def table(document: Document, name: str) -> Table:
    return next(block for block in blocks(document) if isinstance(block, Table) and block.name == name)


def only_table(document: Document) -> Table:
    (found,) = (block for block in blocks(document) if isinstance(block, Table))
    return found


def form(window: MainWindow, name: str, **chosen: Any) -> Document:
    return window.desk.services.forms.document(name, Subject(**chosen), thai_digits=False)


def counted(text: str, pattern: str) -> int:
    found = re.search(pattern, arabic_digits(text))
    assert found, f"{pattern} is not in {text[:400]}"
    return int(found[1].replace(",", ""))


def rows_of(path: Any, sheet: str, heads: int = 1) -> list[tuple[Any, ...]]:
    """Below the headings."""
    return list(load_workbook(path, read_only=True)[sheet].iter_rows(min_row=heads + 1, values_only=True))


def to_the_province(window: MainWindow, path: Any) -> Any:
    window.desk.services.province.write(STANDARD, path)
    return path


def test_posts_people_and_vacancies(window, tmp_path) -> None:
    office = window.desk.services.register.office()
    posts, held = len(office.positions), sum(post.staff_id is not None for post in office.positions)
    assert (posts, held) == (60, 51)

    facts = said(page(window, "home"))
    assert counted(facts, r"\| ตำแหน่ง \| ([\d,]+)") == posts
    assert counted(facts, r"ผู้ครองตำแหน่ง \| ([\d,]+)") == held
    assert counted(facts, r"\| ว่าง \| ([\d,]+)") == posts - held
    people = page(window, "people")
    assert f"ทั้งหมด {posts} ตำแหน่ง" in said(people)
    names = texts(people.table, people.shown.index("name"))
    assert (len(names), names.count("ว่าง")) == (posts, posts - held)

    assert f"{held} คน" in said(section(window, "skills", "stage"))
    assert f"{held} คน" in said(section(window, "skills", "grid"))
    assert f"จาก {held} คน" in said(section(window, "skills", "idp"))

    register = form(window, "register")
    assert f"ทั้งหมด {posts} อัตรา ว่าง {posts - held} อัตรา" in words(register)
    assert len(only_table(register).rows) == posts
    assert f"{held} คน" in words(form(window, "annual-report", plan=1, year=2566))
    whole = tmp_path / "office.xlsx"
    window.desk.services.office_workbook.export(whole)
    assert (len(rows_of(whole, "ตำแหน่ง", 2)), len(rows_of(whole, "บุคลากร", 2))) == (posts, held)
    sent = rows_of(to_the_province(window, tmp_path / "province.xlsx"), "ทะเบียนบุคลากร")
    assert (len(sent), sum(bool(row[7]) and row[7] != "ว่าง" for row in sent)) == (posts, held)


def test_what_the_plan_reaches(window) -> None:
    home = page(window, "home")
    covered, total = numbers(home.covered.text())[0], numbers(home.covered_of.text())[0]
    plan = page(window, "plan")
    plan.tabs.setCurrentIndex(5)
    settle(window)
    assert f"มีโครงการรองรับ {covered} จาก {total} ตำแหน่ง" in plan.tabs.coverage.verdict.text()
    printed = words(form(window, "coverage", plan=1))
    assert f"มีโครงการรองรับ {covered} จาก {total} ตำแหน่ง" in printed
    claim = next(each for each in plan.editor.problems if "ไม่มีโครงการใดครอบคลุม" in each.text)
    assert total - covered in numbers(claim.text)


def test_projects_of_the_plan(window) -> None:
    plan = page(window, "plan")
    whole = len(plan.editor.draft.projects)
    tabled = len(plan.editor.draft.budgeted_projects)
    assert (whole, tabled) == (11, 8)
    assert counted(said(page(window, "home")), r"โครงการในแผน \| (\d+)") == whole
    assert texts(plan.tabs.projects.grid.total, 1) == [f"รวม {whole} โครงการ"]

    assert len(only_table(form(window, "budget-table", plan=1)).rows) == tabled
    assert counted(words(form(window, "letter-province", plan=1)), r"โครงการรวม (\d+) โครงการ") == tabled
    for year in YEARS:
        annual = form(window, "annual-plan", plan=1, year=year)
        assert counted(words(annual), r"พัฒนาบุคลากรจำนวน (\d+) โครงการ") == tabled
        hints = " ".join(item.hint for item in window.desk.services.year.pack(year))
        assert counted(hints, r"มีโครงการในปีนี้ (\d+) โครงการ") == tabled


def test_money_planned(window) -> None:
    plan, draft = page(window, "plan"), page(window, "plan").editor.draft
    grid = plan.tabs.projects.grid
    budget, monitoring = form(window, "budget-table", plan=1), form(window, "monitoring-table", plan=1)
    per_year, columns = only_table(budget).total, only_table(monitoring).total
    bars = {name: planned for name, planned, _ in page(window, "home").bars.years}
    printed = [cell for cell in columns.cells if isinstance(cell, int)]
    for place, year in enumerate(YEARS):
        satang = draft.year_total(year)
        assert satang == 400_000 * BAHT
        assert satang in per_year.cells
        assert printed[place] == satang
        assert bars[f"ปี {year}"] == satang // BAHT
        assert f"{satang // BAHT:,}" in [texts(grid.total, n)[0] for n in range(grid.total.rows.columnCount())]
        annual = words(form(window, "annual-plan", plan=1, year=year))
        assert counted(annual, r"วงเงิน ([\d,]+) บาท") == satang // BAHT
    assert draft.total == 1_200_000 * BAHT
    assert f"{draft.total // BAHT:,} บาท" in said(plan)
    assert f"{draft.total // BAHT:,} บาท" in words(form(window, "letter-province", plan=1))


@pytest.mark.parametrize("year", YEARS)
def test_money_people_and_opinions_of_a_year(window, tmp_path, year: int) -> None:
    services = window.desk.services
    monitoring = page(window, "monitoring")
    monitoring.show_place(f"round:1:{year}:3")
    settle(window)
    panel = said(monitoring.panel.figures)
    planned, used = (counted(panel, rf"งบประมาณ{word} \(บาท\) \| ([\d,]+)") for word in ("ตั้งไว้", "ใช้ไป"))
    came, passed = (counted(panel, rf"{word} \(คน\) \| ([\d,]+)") for word in ("เข้าร่วม", r"\| ผ่าน"))
    mean = re.search(r"ความพึงพอใจ \| (\d\.\d\d) (\S+)", panel)

    budgets = services.year_projects.budgets(year).total
    assert (budgets.planned // BAHT, budgets.used // BAHT) == (planned, used)
    (_, _, on_home) = next(bar for bar in page(window, "home").bars.years if bar[0] == f"ปี {year}")
    assert on_home == used
    projects = section(window, "classes", "projects")
    projects.year = year
    projects.refresh()
    settle(window)
    sums = [texts(projects.total, n)[0] for n in range(projects.sums.columnCount())]
    assert sums[4:6] == [f"{planned:,}", f"{used:,}"]

    report = form(window, "annual-report", plan=1, year=year)
    text = words(report)
    assert f"งบประมาณตั้งไว้ {planned:,} บาท ใช้ไป {used:,} บาท" in text
    assert f"เข้าร่วม {came} คน ผ่านเกณฑ์ {passed} คน" in text
    assert mean is not None
    assert f"ความพึงพอใจเฉลี่ย {mean[1]} ({mean[2]})" in text
    results, classes = table(report, "ผลการดำเนินงาน"), table(report, "รุ่นที่จัด")
    assert results.total.cells[-3:-1] == (planned * BAHT, used * BAHT)
    assert len(results.rows) == counted(text, r"ทั้งหมด (\d+) โครงการ") == len(projects.info.projects) == counted(panel, r"โครงการทั้งหมด \| (\d+)")
    enrolled = classes.total.cells[3]
    assert sum(classes.total.cells[4:8]) == enrolled, "passed, failed, absent and pending make up all"
    assert classes.total.cells[4] == passed
    assert sums[-1] == f"{enrolled:,}"
    annual = words(form(window, "annual-plan", plan=1, year=year))
    assert f"ผู้เข้ารับการพัฒนา {enrolled} คน" in annual
    compared = next(row for row in table(report, "เปรียบเทียบรายปี").rows if row.cells[0] == str(year)).cells
    assert compared[4:8] == (came, passed, planned * BAHT, used * BAHT)
    sent = [row for row in rows_of(to_the_province(window, tmp_path / "province.xlsx"), "ผลการดำเนินการ") if row[1] == year]
    assert len(sent) == len(results.rows)
    held = counted(panel, r"รุ่นที่จัดแล้ว \| (\d+)")
    assert tuple(sum(row[n] for row in sent) for n in range(9, 14)) == (held, came, passed, planned, used)
    for one in services.classes.in_year(year):
        shown = services.opinions.sheets(one.id)
        if not shown:
            continue
        summary = words(form(window, "satisfaction-summary", year=year, training_class=one.id))
        row = next(row.cells for row in classes.rows if str(row.cells[1]).startswith(one.title or one.project))
        assert f"ความพึงพอใจเฉลี่ย {row[-2]} ({row[-1]})" in summary


def test_skills_and_individual_plans(window) -> None:
    report = words(form(window, "annual-report", plan=1, year=2566))
    grid = said(section(window, "skills", "grid"))
    assessed, units, whole = (counted(grid, rf"{word} (\d+)") for word in ("· ประเมิน", "ครบหน่วย", "ครบทั้งชุด"))
    assert counted(report, r"ประเมินทักษะแล้ว (\d+) คน") == assessed
    assert counted(report, r"ครบตามชุดของกลุ่ม (\d+) คน") == units
    assert counted(report, r"และสมรรถนะ (\d+) คน") == whole
    idp = section(window, "skills", "idp").count.text()
    told = re.search(r"มีแผน (\d+) จาก \d+ คน \(ร้อยละ ([\d.]+)\)", idp)
    assert told, idp
    assert f"มีแผนพัฒนารายบุคคล {told[1]} คน (ร้อยละ {told[2]})" in report


def test_a_plan_of_somebody_who_left_is_shown_and_counted_nowhere(window) -> None:
    services = window.desk.services
    before = services.skills.figures(2566)[1].total
    person = services.development.load_many(2566)[0].staff_id
    with services.database.begin() as session:
        row = session.get_one(Staff, person)
        row.left_on, row.position_id = date(2023, 9, 1), None
    idp = section(window, "skills", "idp")
    idp.refresh()
    settle(window)
    assert person in [line.staff_id for line in idp.info.rows]
    told = re.search(r"มีแผน (\d+) จาก (\d+) คน \(ร้อยละ ([\d.]+)\)", idp.count.text())
    assert told is not None
    assert (int(told[1]), int(told[2])) == (before.with_idp - 1, before.people - 1)
    report = words(form(window, "annual-report", plan=1, year=2566))
    assert f"มีแผนพัฒนารายบุคคล {told[1]} คน (ร้อยละ {told[3]})" in report


def test_follow_ups_that_are_due(window) -> None:
    section(window, "classes", "follow-ups")
    listed = window.pages["classes"].section("follow-ups").count.text()
    home = said(page(window, "home"))
    waiting = [int(found) for found in re.findall(r"ติดตามผลหลังการอบรม [^|]*?\((\d+) คน\)", home)]
    assert sum(waiting) == counted(listed, r"ถึงกำหนดแล้ว (\d+)")
