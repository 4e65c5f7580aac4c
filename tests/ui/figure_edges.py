"""What makes the figures of a year hard: edges laid into an office that has lived its years. One function an edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from announcing import keep_the_promise
from hrdesk.domain.fiscal import FiscalYear, PlanPeriod
from hrdesk.domain.office import OrgUnit
from hrdesk.domain.person_history import TrainingRecord
from hrdesk.domain.plan import YearBudget
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.signing import Capacity, Signatory, SigningRole
from hrdesk.domain.terms import PersonnelType
from hrdesk.domain.training_terms import ClassStatus, Result
from hrdesk.domain.year_project import FundUse
from hrdesk.services.plan.life import Step
from hrdesk.services.training.history_rows import write_records
from year_rows import add_class, add_project

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.services import Services

YEAR, BAHT = 2566, 100
LAST = FiscalYear(YEAR).last_day


def two_plans(services: Services) -> None:
    """The next plan begins in the last year of the first, and a project of it is held there; it has nothing in its third year."""
    old = services.planning.load(1)
    money = tuple(YearBudget(year, 7_000 * BAHT) for year in (YEAR, YEAR + 1))
    again = replace(old.projects[0], id=0, title="โครงการของแผนใหม่", years=(YEAR, YEAR + 1), budgets=money, costs=())
    made, _ = services.planning.save(replace(old, id=0, period=PlanPeriod(YEAR, 3), projects=(again,), rounds=()))
    of_new = services.planning.load(made).projects[0]
    with services.database.begin() as session:
        project = add_project(session, YEAR, of_new.title, of_new.id, planned=7_000 * BAHT, used=6_500 * BAHT)
        session.flush()
        hold(session, project, 1, date(2023, 2, 1), results(services, 3))


def not_set_up(services: Services) -> None:
    """A project of the plan that nobody made one of the year."""
    gone = next(row for row in services.year_projects.projects(YEAR) if not row.classes)
    services.year_projects.delete(gone.id)


def without_money(services: Services) -> None:
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการไม่ใช้งบประมาณ", None)
        session.flush()
        project.funds = []
        hold(session, project, 1, date(2023, 2, 1), results(services, 4))


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
        hold(session, project, 1, LAST, results(services, 3), days=2)


def people_change(services: Services) -> None:
    """After their classes one gets another name, one moves to another unit, one retires; a class without days follows."""
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการก่อนย้าย", None)
        session.flush()
        held = add_class(session, project, 1, date(2023, 1, 10), results(services, 5))
        held.starts_on = held.ends_on = None
        write_records(session, held)
    register = services.register
    one, two, three, *_ = (person for person, _ in results(services, 5))
    register.save_person(replace(register.person(one), last_name="ชื่อใหม่"))
    free = next(post for post in register.office().positions if not post.holder)
    register.save_person(replace(register.person(two), position_id=free.id))
    register.retire(three, date(2023, 5, 1), "เกษียณอายุ")


def carried_in(services: Services) -> None:
    """Classes of last year's project: over before its end, over in this year, still going on, called off."""
    people = results(services, 5)
    with services.database.begin() as session:
        project = add_project(session, YEAR - 1, "โครงการของปีก่อน", None, planned=9_000 * BAHT, used=8_000 * BAHT)
        session.flush()
        hold(session, project, 1, date(2022, 9, 1), people)
        hold(session, project, 2, date(2022, 9, 30), people, days=3)
        hold(session, project, 3, date(2022, 11, 1), people[:2], status=ClassStatus.RUNNING)
        hold(session, project, 4, date(2022, 12, 1), people[:2], status=ClassStatus.CANCELLED)


def announced(services: Services) -> None:
    keep_the_promise(services)
    way = (PlanStatus.COMMITTEE, PlanStatus.REVISED, PlanStatus.MAYOR, PlanStatus.PROVINCE, PlanStatus.ANNOUNCED)
    for month, status in enumerate(way, start=5):
        services.plan_life.advance(1, Step(status, date(2020, month, 10), note="แก้ครั้งหน้า"))


def revising(services: Services) -> None:
    """Announced, then more money and a new project in a revision that is not announced yet."""
    announced(services)
    services.plan_life.advance(1, Step(PlanStatus.REVISING, date(2023, 1, 5), note="เพิ่มโครงการ"))
    draft = services.planning.load(1)
    first, *others = draft.projects
    richer = replace(first, budgets=tuple(replace(one, amount=one.amount + 2_500 * BAHT) for one in first.budgets))
    new = replace(first, id=0, title="โครงการที่เพิ่มในการแก้ไขแผน", years=(YEAR,), budgets=(YearBudget(YEAR, 12_300 * BAHT),), costs=())
    services.planning.save(replace(draft, projects=(richer, *others, new)))


def revised(services: Services) -> None:
    revising(services)
    services.plan_life.advance(1, Step(PlanStatus.ANNOUNCED, date(2023, 2, 1), "เห็นชอบให้แก้ไขแผน", note="แก้ครั้งหน้า"))


def dissolved(services: Services) -> None:
    """A unit under a bureau, whose name another bureau's unit bears too; trained there, moved, and the unit is no more."""
    register, (one, two, *_) = services.register, (person for person, _ in results(services, 5))
    bureaus = [unit.id for unit in register.units() if unit.parent is None][:2]
    units = [register.save_unit(OrgUnit(0, "งานที่ยุบ", bureau))[0] for bureau in bureaus]
    posts = [next(post for post in register.office().positions if post.staff_id == person) for person in (one, two)]
    before = [register.position(post.id) for post in posts]
    for record, unit in zip(before, units, strict=True):
        register.save_position(replace(record, unit_id=unit))
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการก่อนยุบ", None)
        session.flush()
        hold(session, project, 1, date(2023, 1, 10), [(one, Result.PASSED)])
    for record in before:
        register.save_position(record)
    register.delete_unit(units[0])


def acting(services: Services) -> None:
    """Somebody acts for the chief officer and heads a unit besides."""
    one, *_ = (person for person, _ in results(services, 1))
    unit = services.register.units()[0].id
    services.signing.save(Signatory(0, SigningRole.CHIEF, capacity=Capacity.ACTING, staff=one))
    services.signing.save(Signatory(0, SigningRole.UNIT_HEAD, capacity=Capacity.ACTING, unit=unit, staff=one))


def trained_twice(services: Services) -> None:
    """In two units within the year, before the move and after it."""
    one, *_ = (person for person, _ in results(services, 1))
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการสองหน่วย", None)
        session.flush()
        hold(session, project, 1, date(2022, 12, 1), [(one, Result.PASSED)])
    free = next(post for post in services.register.office().positions if not post.holder)
    services.register.save_person(replace(services.register.person(one), position_id=free.id))
    with services.database.begin() as session:
        hold(session, session.merge(project), 2, date(2023, 6, 1), [(one, Result.PASSED)])


def retired(services: Services) -> None:
    """Trained, then gone: before the year was over, on its last day, after it; one came back."""
    people = [person for person, _ in results(services, 5)]
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการก่อนเกษียณ", None)
        session.flush()
        hold(session, project, 1, date(2022, 12, 1), [(one, Result.PASSED) for one in people])
    for one, day in zip(people, (date(2023, 3, 1), LAST, date(2023, 10, 1), date(2023, 2, 1)), strict=False):
        services.register.retire(one, day, "เกษียณอายุ")
    services.register.take_back(people[3])


def three_kinds(services: Services) -> None:
    """Regular staff, an employee on contract and a teacher in one class; the contract becomes a regular post afterwards."""
    people = [person for person, _ in results(services, 3)]
    register = services.register
    kinds = (PersonnelType.REGULAR, PersonnelType.MISSION_QUALIFIED, PersonnelType.TEACHER)
    for one, kind in zip(people, kinds, strict=True):
        register.save_person(replace(register.person(one), personnel_type=kind))
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการสามประเภท", None)
        session.flush()
        hold(session, project, 1, date(2022, 12, 1), [(one, Result.PASSED) for one in people])
    register.save_person(replace(register.person(people[1]), personnel_type=PersonnelType.REGULAR))


def deleted_and_restored(services: Services) -> None:
    """A class taken out and put back, one opened, taken out, put back and closed again, and one that stays away."""
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการลบแล้วคืน", None)
        session.flush()
        waiting, over, away = (
            hold(session, project, number, date(2023, number, 1), results(services, 4), status=status).id
            for number, status in enumerate((ClassStatus.RUNNING, ClassStatus.COMPLETED, ClassStatus.RUNNING), start=1)
        )
    classes = services.classes
    classes.put_back(classes.delete(waiting)[0])
    classes.reopen(over)
    classes.put_back(classes.delete(over)[0])
    classes.complete(over)
    classes.delete(away)


def called_off(services: Services) -> None:
    """People were put down for it, and some of them were marked as there before it was called off."""
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการที่ยกเลิกรุ่น", None, planned=4_000 * BAHT)
        session.flush()
        hold(session, project, 1, date(2023, 2, 1), results(services, 4))
        hold(session, project, 2, date(2023, 3, 1), results(services, 5), status=ClassStatus.CANCELLED)


def trained_elsewhere(services: Services) -> None:
    """Passed, failed, over in the next year, and of nobody's days."""
    told = (
        ({"starts_on": date(2023, 5, 1), "ends_on": date(2023, 5, 2)}, Result.PASSED), ({"starts_on": date(2023, 5, 1)}, Result.FAILED),
        ({"starts_on": LAST, "ends_on": date(2023, 10, 1)}, Result.PASSED), ({}, Result.PASSED),
        ({"starts_on": date(2022, 9, 30), "ends_on": date(2022, 10, 2)}, Result.PASSED),
    )  # fmt: skip
    for (person, _), (days, result) in zip(results(services, 5), told, strict=True):
        services.history.save(TrainingRecord(0, person, "หลักสูตรของจังหวัด", result=result, **days))


def money_in_an_idle_year(services: Services) -> None:
    """The plan's money stands in a year for which nobody ticked the project, and the year's list has it not."""
    gone = next(row for row in services.year_projects.projects(YEAR) if not row.classes and row.budget.planned)
    of_plan = services.year_projects.load(gone.id).plan_project
    services.year_projects.delete(gone.id)
    draft = services.planning.load(1)
    idle = tuple(replace(p, years=tuple(y for y in p.years if y != YEAR)) if p.id == of_plan else p for p in draft.projects)
    services.planning.save(replace(draft, projects=idle))


EDGES = (
    two_plans, not_set_up, without_money, transferred, over_the_end, people_change, money_in_an_idle_year, carried_in, announced,
    revising, revised, dissolved, acting, trained_twice, retired, three_kinds, deleted_and_restored, called_off, trained_elsewhere,
)  # fmt: skip
TOGETHER = tuple(edge for edge in EDGES if edge not in (announced, revising))  # a plan is announced once


def hold(session: Session, project: Any, number: int, start: date, people: Any, **how: Any) -> Any:
    """A class, told to its people's histories when it is over."""
    held = add_class(session, project, number, start, people, **how)
    session.flush()
    if held.status is ClassStatus.COMPLETED:
        write_records(session, held)
    return held


def results(services: Services, count: int) -> list[tuple[int, Result]]:
    posts = [post.staff_id for post in services.register.office().positions if post.staff_id]
    told = (Result.PASSED, Result.PASSED, Result.FAILED, Result.ABSENT, Result.PASSED)
    return list(zip(posts[20 : 20 + count], told, strict=False))
