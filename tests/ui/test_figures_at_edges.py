"""The same figures in every view of an office at the edges: what is moved, ended, shared, carried over or left undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hrdesk.domain.fiscal import FiscalYear, PlanPeriod
from hrdesk.domain.training_terms import Result
from hrdesk.domain.year_project import FundUse
from hrdesk.services import Services
from ui.test_same_figures import counted, form, rows_of, table, to_the_province, words
from ui.window_support import page, settle, texts
from year_rows import add_class, add_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrdesk.ui.window.main_window import MainWindow

YEAR, BAHT = 2566, 100
LAST = FiscalYear(YEAR).last_day


def two_plans(services: Services) -> None:
    """The next plan begins in the last year of the first, and a project of it is held there."""
    old = services.planning.load(1)
    again = replace(old.projects[0], id=0, title="โครงการของแผนใหม่")
    made, _ = services.planning.save(replace(old, id=0, period=PlanPeriod(YEAR, 3), projects=(again,), rounds=()))
    of_new = services.planning.load(made).projects[0]
    with services.database.begin() as session:
        project = add_project(session, YEAR, of_new.title, of_new.id, planned=7_000 * BAHT, used=6_500 * BAHT)
        session.flush()
        add_class(session, project, 1, date(2023, 2, 1), results(services, 3))


def not_set_up(services: Services) -> None:
    """A project of the plan that nobody made one of the year."""
    gone = next(row for row in services.year_projects.projects(YEAR) if not row.classes)
    services.year_projects.delete(gone.id)


def without_money(services: Services) -> None:
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการไม่ใช้งบประมาณ", None)
        session.flush()
        project.funds = []
        add_class(session, project, 1, date(2023, 2, 1), results(services, 4))


def transferred(services: Services) -> None:
    """Money moved from one project to another within the year, in two sources."""
    first, second = (services.year_projects.load(row.id) for row in services.year_projects.projects(YEAR)[:2])
    (fund, *_rest) = first.funds
    services.year_projects.save(replace(first, funds=(replace(fund, planned=fund.planned - 5_000 * BAHT),)))
    more = FundUse(services.register.office().catalogue.funds[1].id, 5_000 * BAHT, 4_321_50)
    services.year_projects.save(replace(second, funds=(*second.funds, more)))


def over_the_end(services: Services) -> None:
    """A class that ends in the next fiscal year is over in no report of this one."""
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการข้ามปี", None, planned=3_000 * BAHT)
        session.flush()
        add_class(session, project, 1, LAST, results(services, 3), days=2)


def people_change(services: Services) -> None:
    """After their classes one gets another name, one moves to another unit, one retires; a class without days follows."""
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการก่อนย้าย", None)
        session.flush()
        held = add_class(session, project, 1, date(2023, 1, 10), results(services, 5))
        held.starts_on = held.ends_on = None
    register = services.register
    one, two, three, *_ = (person for person, _ in results(services, 5))
    register.save_person(replace(register.person(one), last_name="ชื่อใหม่"))
    free = next(post for post in register.office().positions if not post.holder)
    register.save_person(replace(register.person(two), position_id=free.id))
    register.retire(three, date(2023, 5, 1), "เกษียณอายุ")


EDGES = (two_plans, not_set_up, without_money, transferred, over_the_end, people_change)


def results(services: Services, count: int) -> list[tuple[int, Result]]:
    posts = [post.staff_id for post in services.register.office().positions if post.staff_id]
    told = (Result.PASSED, Result.PASSED, Result.FAILED, Result.ABSENT, Result.PASSED)
    return list(zip(posts[20 : 20 + count], told, strict=False))


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """One office for each edge, and one with all of them."""
    folder = tmp_path_factory.mktemp("edges")
    Services.create_sample(folder / "lived.db", year=True).close()
    paths = {}
    for name, edges in {**{edge.__name__: (edge,) for edge in EDGES}, "all": EDGES}.items():
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

    text = words(form(window, "annual-report", plan=plan, year=YEAR))
    assert f"เข้าร่วม {came} คน ผ่านเกณฑ์ {passed} คน" in text
    report = form(window, "annual-report", plan=plan, year=YEAR)
    rows = table(report, "ผลการดำเนินงาน")
    assert rows.total.cells[-3:-1] == (planned, used)
    assert sum(row.cells[-3] for row in rows.rows) == planned, "multiplying and adding are separate checks"
    compared = next(row for row in table(report, "เปรียบเทียบรายปี").rows if row.cells[0] == str(YEAR)).cells
    assert compared[4:8] == (came, passed, planned, used)
    enrolled = table(report, "รุ่นที่จัด").total.cells[3:8]
    assert sum(enrolled[1:]) == enrolled[0]

    sent = [row for row in rows_of(to_the_province(window, tmp_path / "province.xlsx"), "ผลการดำเนินการ") if row[1] == YEAR]
    assert len(sent) == len(rows.rows) == len(figures.projects)
    sums = tuple(sum(row[n] or 0 for row in sent) for n in range(9, 14))
    assert sums == (held, came, passed, planned / BAHT, used / BAHT)

    whole = figures.whole
    assert f"บุคลากรทั้งหมด {whole.people} คน ผ่านการพัฒนาอย่างน้อยหนึ่งหลักสูตร {whole.developed} คน" in text
    skills = services.skills.figures(YEAR)[1]
    assert counted(text, r"ได้รับการพัฒนา (\d+) คน \(ร้อยละ") == skills.total.developed
    assert sum(one.developed for one in figures.by_unit) == whole.developed
    assert sum(one.people for one in figures.by_unit) == whole.people
    assert sum(one.developed for one in skills.by_unit) == skills.total.developed

    budgets = services.year_projects.budgets(YEAR).total
    bar = next(bar for bar in page(window, "home").bars.years if bar[0] == f"ปี {YEAR}")
    assert budgets.used == used
    assert bar[2] == used // BAHT
    missing = sum(project.budget(YEAR) for project in services.year_projects.missing_from_plan(YEAR))
    assert budgets.planned + missing == planned, "what nobody set up is told of as missing on the page of the year"


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
