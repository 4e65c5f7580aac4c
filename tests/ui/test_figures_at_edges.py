"""The same figures in every view of an office at the edges: what is moved, ended, shared, carried over or left undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.domain.register_terms import ProvinceSheet
from hrdesk.domain.training_terms import ClassStatus, Result
from hrdesk.models.history import TrainingRecord
from hrdesk.models.staff import Staff
from hrdesk.services import Services
from hrdesk.services.forms.province_rows import rows_of as to_be_sent
from hrdesk.services.monitoring.register_at import register_at
from ui.figure_edges import BAHT, EDGES, LAST, TOGETHER, YEAR
from ui.test_same_figures import counted, form, rows_of, table, to_the_province, words
from ui.window_support import page, settle, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrdesk.ui.window.main_window import MainWindow


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """One office for each edge, and one with all of them."""
    folder = tmp_path_factory.mktemp("edges")
    Services.create_sample(folder / "lived.db", year=True).close()
    paths = {}
    for name, edges in {**{edge.__name__: (edge,) for edge in EDGES}, "all": TOGETHER}.items():
        paths[name] = folder / f"{name}.db"
        paths[name].write_bytes((folder / "lived.db").read_bytes())
        with Services.open(paths[name]) as services:
            for edge in edges:
                edge(services)
    return paths


@pytest.mark.parametrize("name", [*(edge.__name__ for edge in EDGES), "all"])
def test_every_view_of_the_year_tells_the_same(open_window: Any, tmp_path: Any, name: str) -> None:
    window: MainWindow = open_window(name)
    services = window.desk.services
    plan = services.year_projects.plan_for(YEAR)
    assert plan is not None
    figures = services.monitoring.figures(plan, YEAR, LAST)
    came, passed, held = figures.people.attended, figures.people.passed, figures.classes_held
    planned, used = figures.budget_planned, figures.budget_used

    report = form(window, "annual-report", plan=plan, year=YEAR)
    text = words(report)
    assert f"เข้าร่วม {came} คน ผ่านเกณฑ์ {passed} คน" in text
    rows, classes = table(report, "ผลการดำเนินงาน"), table(report, "รุ่นที่จัด")
    assert counted(text, r"โครงการของปีทั้งหมด (\d+) โครงการ") == len(rows.rows) == len(figures.projects)
    assert rows.total.cells[-3:-1] == (planned, used)
    assert sum(row.cells[-3] for row in rows.rows) == planned, "multiplying and adding are separate checks"
    compared = next(row for row in table(report, "เปรียบเทียบรายปี").rows if row.cells[0] == str(YEAR)).cells
    assert compared[4:8] == (came, passed, planned, used)
    enrolled = classes.total.cells[3:8]
    assert sum(enrolled[1:]) == enrolled[0]

    sent = [row for row in rows_of(to_the_province(window, tmp_path / "province.xlsx"), "ผลการดำเนินการ") if row[1] == YEAR]
    assert len(sent) == len(rows.rows)
    sums = tuple(sum(row[n] or 0 for row in sent) for n in range(9, 14))
    assert sums == (held, came, passed, planned / BAHT, used / BAHT)
    outside = sum(project.outside for project in figures.projects)
    assert sum(row[3] == "นอกแผน" for row in sent) == outside, [row[3] for row in sent]

    whole = figures.whole
    assert f"บุคลากรทั้งหมด {whole.people} คน ผ่านการพัฒนาอย่างน้อยหนึ่งหลักสูตร {whole.developed} คน" in text
    skills, of_today = services.skills.figures_at(YEAR, LAST), services.skills.figures(YEAR)[1].total.developed
    assert counted(text, r"ได้รับการพัฒนา (\d+) คน \(ร้อยละ") == skills.total.developed
    assert sum(one.developed for one in figures.by_unit) == sum(one.developed for one in figures.by_type) == whole.developed
    assert sum(one.people for one in figures.by_unit) == sum(one.people for one in figures.by_type) == whole.people
    assert sum(one.developed for one in skills.by_unit) == skills.total.developed

    budgets = services.year_projects.budgets(YEAR).total
    bar = next(bar for bar in page(window, "home").bars.years if bar[0] == f"ปี {YEAR}")
    assert budgets.used == used
    assert bar[2] == used // BAHT
    missing = sum(project.budget(YEAR) for project in services.year_projects.missing_from_plan(YEAR))
    assert budgets.planned + missing == planned, "what nobody set up is told of as missing on the page of the year"
    the_annual_plan_tells_the_same(window, plan, len(figures.projects) - figures.carried, planned, (len(classes.rows), enrolled[0]))
    the_page_of_the_year_tells_the_same(window, len(classes.rows), enrolled[0])
    the_records_of_people_tell_the_same(services, whole.developed, of_today)
    who_counts_stands_in_a_class_of_the_year(services, held, passed)


def the_annual_plan_tells_the_same(window: MainWindow, plan: int, projects: int, planned: int, classes: tuple[int, int]) -> None:
    """In its aims, in its table of the year, and of its classes; `projects` are the year's own."""
    annual = form(window, "annual-plan", plan=plan, year=YEAR)
    text, program = words(annual), table(annual, "โครงการประจำปีและการเปลี่ยนแปลง")
    assert len(program.rows) == projects
    assert counted(text, r"ปีนี้มีโครงการทั้งหมด (\d+) โครงการ") == projects
    assert counted(text, r"งบประมาณตั้งไว้ ([\d,]+) บาท \(") == planned // BAHT
    listed = table(annual, "รุ่นที่กำหนดจัด")
    assert (len(listed.rows), sum(row.cells[4] for row in listed.rows)) == classes
    assert counted(text, r"ผู้เข้ารับการพัฒนา (\d+) คน") == classes[1]


def the_page_of_the_year_tells_the_same(window: MainWindow, classes: int, enrolled: int) -> None:
    """Its sums are of the year's own projects; the classes to choose are all that the year's papers list."""
    section = page(window, "classes")
    section.go_to("projects")
    settle(window)
    projects = section.section("projects")
    projects.year = YEAR
    projects.refresh()
    settle(window)
    listed = window.desk.services.classes.in_year(YEAR)
    carried = sum(one.people for one in listed if one.carried_into(YEAR))
    assert len(listed) == classes
    assert texts(projects.total, 8) == [f"{enrolled - carried:,}"]


def the_records_of_people_tell_the_same(services: Services, developed: int, of_today: int) -> None:
    """Who passed by their history, of those who belong to the office on the year's last day, and of those of today."""
    with services.database.read() as session:
        there, today = set(register_at(session, LAST)), set(session.scalars(select(Staff.id).where(Staff.left_on.is_(None))))
    sent = [row for row in to_be_sent(services, ProvinceSheet.TRAINING, YEAR) if row["result"] == "ผ่าน"]
    passed = {row["person_id"] for row in sent}
    assert (len(passed & there), len(passed & today)) == (developed, of_today)
    for row in sent:
        assert row["id"] in {record.id for record in services.history.of(row["person_id"]).training}


def who_counts_stands_in_a_class_of_the_year(services: Services, held: int, passed: int) -> None:
    """The people of the province's sheet of training are those of the classes that the year's lists hold as over."""
    classes = services.classes
    over = [one for one in classes.in_year(YEAR) if one.status is ClassStatus.COMPLETED and (one.ends_on or LAST) <= LAST]
    people = [one.id for row in over for one in classes.participants(row.id) if one.result is Result.PASSED]
    assert (len(over), len(people)) == (held, passed)
    with services.database.read() as session:
        records = session.execute(select(TrainingRecord.id, TrainingRecord.participant_id))
        of_class = {record: participant for record, participant in records if participant}
    sent = to_be_sent(services, ProvinceSheet.TRAINING, YEAR)
    assert sorted(of_class[row["id"]] for row in sent if row["result"] == "ผ่าน" and row["id"] in of_class) == sorted(people)


@pytest.mark.parametrize("name", ["carried_in", "over_the_end", "revised", "all"])
def test_the_round_at_the_years_end_tells_what_the_annual_report_tells(open_window: Any, name: str) -> None:
    window: MainWindow = open_window(name)
    services = window.desk.services
    last = next(each for each in services.monitoring.rounds(1, YEAR) if each.as_at == LAST)
    if last.status is RoundStatus.CLOSED:
        services.monitoring.reopen_round(last.id)
    told = form(window, "monitoring-report", plan=1, year=YEAR, round=last.id)
    report = form(window, "annual-report", plan=1, year=YEAR)
    progress, results = table(told, "ความก้าวหน้า"), table(report, "ผลการดำเนินงาน")
    assert len(progress.rows) == len(results.rows)
    assert table(told, "รุ่นที่จัด").total == table(report, "รุ่นที่จัด").total
    for one in (r"เข้าร่วม\S* (\d+) คน", r"ผ่านการพัฒนาอย่างน้อยหนึ่งหลักสูตร (\d+) คน", r"โครงการของปีทั้งหมด (\d+) โครงการ", r"ใช้ไป ([\d,]+)"):
        assert counted(words(told), one) == counted(words(report), one)


def test_a_class_over_the_end_stands_in_the_report_of_either_year_with_what_it_brought_by_then(open_window: Any) -> None:
    window: MainWindow = open_window("carried_in")
    old, new = (form(window, "annual-report", plan=1, year=year) for year in (YEAR - 1, YEAR))

    def of_project(report: Any) -> tuple[Any, ...]:
        (cells,) = (row.cells for row in table(report, "ผลการดำเนินงาน").rows if str(row.cells[1]).startswith("โครงการของปีก่อน"))
        return cells

    before, after = of_project(old), of_project(new)
    assert before[-3:-1] == (9_000 * BAHT, 8_000 * BAHT)
    assert after[-3:-1] == (0, 0), "its money is told once"
    assert "กำลังดำเนินการ" in before[1]
    assert "รุ่นที่ 2 สิ้นสุดหลังสิ้นปีงบประมาณ ผลแสดงในปีงบประมาณ พ.ศ. 2566" in before[-1]
    assert "รุ่นที่ 4" not in before[-1], "what was called off brings nothing"
    assert "ดำเนินการต่อเนื่องจากปีงบประมาณ พ.ศ. 2565" in after[-1]
    assert "5 คน" not in str(after[4]), "it is meant for the people of its own year"
    assert [cells for cells in (before[5], after[5]) if "4 คน ผ่าน 3" in str(cells)] == [before[5], after[5]]
    rounds = {str(row.cells[1]): row.cells[3:8] for row in table(new, "รุ่นที่จัด").rows if "โครงการของปีก่อน" in str(row.cells[1])}
    assert rounds == {"โครงการของปีก่อน รุ่นที่ 2": (5, 3, 1, 1, 0), "โครงการของปีก่อน รุ่นที่ 3": (2, 0, 0, 0, 2)}
    assert "(รวมโครงการที่ดำเนินการต่อเนื่องจากปีก่อน 1 โครงการ)" in words(new)
    assert "ต่อเนื่องจากปีก่อน" not in words(old)


@pytest.mark.parametrize(("year", "projects"), [(YEAR + 1, 1), (YEAR + 2, 0)])
def test_a_year_with_nothing_set_up_tells_nothing_everywhere(open_window: Any, year: int, projects: int) -> None:
    """The next plan's second year, of which nobody has made anything yet, and its third, for which nothing is planned."""
    window: MainWindow = open_window("two_plans")
    services = window.desk.services
    plan = services.year_projects.plan_for(year)
    planned = services.planning.load(plan).year_total(year)
    report = form(window, "annual-report", plan=plan, year=year)
    results = table(report, "ผลการดำเนินงาน")
    assert [row.cells[-3:-1] for row in results.rows] == [(planned, 0)] * projects
    assert all("ยังไม่ได้จัดทำโครงการของปี" in row.cells[1] for row in results.rows)
    assert f"โครงการของปีทั้งหมด {projects} โครงการ ดำเนินการแล้วเสร็จ 0 โครงการ จัดอบรม 0 รุ่น" in words(report)
    assert not table(report, "รุ่นที่จัด").rows
    annual = words(form(window, "annual-plan", plan=plan, year=year))
    assert counted(annual, r"จำนวน (\d+) โครงการ") == projects
    assert counted(annual, r"วงเงิน ([\d,]+) บาท") == planned // BAHT
    assert "ปีนี้มีโครงการทั้งหมด" not in annual
    assert services.year.plan_of_year(year) == plan
    for chosen in (year, None):  # the year alone, and among all years
        sent = [row for row in to_be_sent(services, ProvinceSheet.RESULTS, chosen) if row["year"] == year]
        assert len(sent) == projects
        assert not any(row["classes"] or row["passed"] for row in sent)
        assert sum(row["planned"] for row in sent) == planned / BAHT
    assert services.skills.figures(year)[1].total.developed == 0


def test_whichever_plan_reports_the_year_its_money_and_people_are_the_same(open_window: Any) -> None:
    services = open_window("two_plans").desk.services
    first, second = sorted(plan.id for plan in services.planning.plans())
    one, other = (services.monitoring.figures(plan, YEAR, LAST) for plan in (first, second))
    assert (one.people, one.budget_used, one.classes_held, one.whole) == (other.people, other.budget_used, other.classes_held, other.whole)
    outside = {project.title for project in one.projects if project.outside}
    assert "โครงการของแผนใหม่" in outside
    assert "โครงการของแผนใหม่" not in {project.title for project in other.projects if project.outside}


def test_a_name_changed_after_training_stands_on_its_papers(open_window: Any) -> None:
    window = open_window("people_change")
    services = window.desk.services
    changed = next(post.staff_id for post in services.register.office().positions if post.holder and "ชื่อใหม่" in post.holder)
    history = form(window, "training-history", person=changed)
    assert "ชื่อใหม่" in str(history)
    people = page(window, "people")
    settle(window)
    assert any("ชื่อใหม่" in name for name in texts(people.table, people.shown.index("name")))
