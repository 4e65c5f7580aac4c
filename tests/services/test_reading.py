"""What is read by plain SQL is what the mapped tables hold, field by field: neither may change without the other."""

from __future__ import annotations

import shutil
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, text

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.life import IssuedDocument
from hrdesk.domain.office import Course, CourseGroup, OrgUnit, TargetGroup
from hrdesk.domain.plan import (
    CommitteeMember,
    CostLine,
    MonitoringRound,
    PlanDraft,
    PlanProject,
    Responsible,
    YearBudget,
)
from hrdesk.domain.plan_parts import AcceptedWarning, Indicator, Link, OwnStrategy, Reach, SwotEntry
from hrdesk.domain.plan_terms import DocumentKind, LinkKind, OptionalPart, PlanStatus, ReachKind, SwotKind
from hrdesk.domain.register_terms import ImageKind
from hrdesk.domain.signing import Capacity, Signatory, SigningRole
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, Level
from hrdesk.errors import UserError
from hrdesk.models import curriculum, organization, plan
from hrdesk.models.faults import Unfit
from hrdesk.models.office_parts import Signatory as SignatoryRow
from hrdesk.services import Services
from hrdesk.services.plan.life import Step
from hrdesk.services.plan.reading import read_plan
from hrdesk.services.records import COLUMNS, TABLES, ordered
from hrdesk.services.register.reading import TABLE_NAMES, read_all, read_office


@pytest.fixture
def services(sample, tmp_path):
    shutil.copy(sample, tmp_path / "office.db")
    with Services.open(tmp_path / "office.db") as opened:
        yield opened


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_values_are_the_rows_of_the_mapped_table_in_its_order(services, kind):
    assert TABLE_NAMES[kind] == TABLES[kind].__tablename__
    with services.database.read() as session:
        rows = [
            {f.name: getattr(row, COLUMNS.get(f.name, f.name)) for f in fields(kind)} for row in session.scalars(ordered(TABLES[kind]))
        ]
        found = read_all(session, kind)
    assert [kind(**row) for row in rows] == list(found)
    for value, row in zip(found, rows, strict=True):
        assert {name: type(getattr(value, name)) for name in row} == {name: type(stored) for name, stored in row.items()}
    assert found


def test_the_office_is_what_its_mapped_rows_say(services):
    office = services.reading.office()
    with services.database.read() as session:
        (row,) = session.scalars(select(organization.Organization))
        assert {f.name: getattr(row, f.name) for f in fields(office.organization)} == {
            f.name: getattr(office.organization, f.name) for f in fields(office.organization)
        }
        assert [
            TargetGroup(
                one.id, one.name, frozenset(each.personnel_type for each in one.personnel_types),
                frozenset(each.position_type for each in one.position_types),
            )
            for one in session.scalars(select(curriculum.TargetGroup).order_by(curriculum.TargetGroup.place, curriculum.TargetGroup.id))
        ] == list(office.catalogue.targets)  # fmt: skip
        posts = {one.id: one for one in session.scalars(select(organization.Position))}
        assert len(posts) == len(office.positions)
        for post in office.positions:
            row = posts[post.id]
            assert (post.number, post.title, post.level, post.line, post.line_id) == (row.number, row.title, row.level, row.line.name, row.line_id)
            assert (post.personnel_type, post.position_type) == (row.line.personnel_type, row.line.position_type)
            assert (post.unit_id, post.unit) == (row.unit_id, row.unit.name if row.unit else "")
            assert (post.staff_id, bool(post.holder)) == ((row.holder.id, True) if row.holder else (None, False))
            assert not row.holder or post.holder.endswith(f"{row.holder.first_name} {row.holder.last_name}")
        keys = [(row.unit is None, row.unit.place if row.unit else 0, row.number_key) for row in (posts[p.id] for p in office.positions)]
    assert keys == sorted(keys)
    assert {type(post.level) for post in office.positions} == {Level}


def test_signatories_are_named_by_the_register_where_nothing_was_typed(services):
    holder = next(post for post in services.register.office().positions if post.staff_id)
    typed = Signatory(0, SigningRole.DEPUTY_CHIEF, "นายพิมพ์เอง จริงใจ", "รองปลัด", Capacity.ACTING)
    for one in (typed, replace(typed, name="", position="", staff=holder.staff_id, role=SigningRole.HR_HEAD, capacity=Capacity.OWN)):
        services.signing.save(one)
    found = services.reading.office().signatories
    with services.database.read() as session:
        rows = {row.id: row for row in session.scalars(select(SignatoryRow))}
        assert {one.id: (one.role, one.capacity, one.unit, one.staff, one.signs) for one in found} == {
            row.id: (row.role, row.capacity, row.unit_id, row.staff_id, row.signs) for row in rows.values()
        }
    names = {one.role: (one.name, one.position) for one in found}
    assert names[SigningRole.DEPUTY_CHIEF] == ("นายพิมพ์เอง จริงใจ", "รองปลัด")
    assert names[SigningRole.HR_HEAD] == (holder.holder, holder.title.partition(" (")[0])


def full_plan(services) -> PlanDraft:
    """Every part of a plan at least twice, in an order that neither ids nor texts have."""
    office = services.register.office()
    line, unit, staff = office.lines[0].id, office.units[0].id, next(p.staff_id for p in office.positions if p.staff_id)
    catalogue = office.catalogue
    project = PlanProject(
        0, "โครงการ ข", listed=False, no_budget=True, monitoring_title="รวม",
        methods=(catalogue.methods[1].id, catalogue.methods[0].id), organizers=(catalogue.organizers[0].id,),
        targets=tuple(target.id for target in catalogue.targets[:3][::-1]), evaluations=(catalogue.evaluations[-1].id,),
        courses=tuple(course.id for course in catalogue.courses[:4][::-1]), years=(2572, 2570), stated_total=12_345,
        budgets=(YearBudget(2571, 5, catalogue.funds[0].id), YearBudget(2570, 2**40)),
        costs=(CostLine("ข", 100, 2, 3, 600), CostLine("ก", 1, 1)),
        reaches=(Reach(ReachKind.LEVEL, 0, Level.NONE), Reach(ReachKind.LINE, line), Reach(ReachKind.UNIT, unit), Reach(ReachKind.PERSON, staff)),
        links=(Link(list(LinkKind)[-1], "2"), Link(next(iter(LinkKind)), "1")),
        indicators=(Indicator("ข", "80", "ร้อยละ"), Indicator("ก", "3.51", "คะแนน")),
    )  # fmt: skip
    return replace(
        services.planning.blank(2570), projects=(project, PlanProject(0, "โครงการ ก")), covers_all_positions=False,
        committee_announcement_date=date(2026, 2, 28), committee_announcement_clauses="หมวด ๑ ข้อ ๒",
        committee=(
            CommitteeMember("ปลัด", CommitteeRole.CHAIR, CommitteeKind.MONITORING, "นาย ก", staff),
            CommitteeMember("กรรมการ", CommitteeRole.MEMBER, CommitteeKind.MONITORING),
        ),
        responsible=(Responsible("ข", "หมายเหตุ", ("สอง", "หนึ่ง")), Responsible("ก")),
        rounds=(MonitoringRound(2571, 2, date(2028, 4, 30)), MonitoringRound(2570, 1)), chapters={"ข": "สอง", "ก": "หนึ่ง"},
        indicators=(Indicator("ทั้งแผน", "90", "คน"),), strategies=(OwnStrategy("2", "ข"), OwnStrategy("1", "ก")),
        swot=(SwotEntry(list(SwotKind)[-1], "ข"), SwotEntry(next(iter(SwotKind)), "ก")), optional=tuple(OptionalPart)[::-1],
        accepted=(AcceptedWarning("code", "plan.title", "ข้อความ", "เหตุผล", date(2026, 3, 1)),), copied={},
    )  # fmt: skip


def test_a_plan_is_read_as_it_was_saved_by_whoever_reads_it(services):
    draft = full_plan(services)
    plan_id, _ = services.planning.save(draft)
    read = services.reading.plan(plan_id)
    assert replace(read, id=0, projects=tuple(replace(one, id=0) for one in read.projects)) == draft
    assert services.planning.load(plan_id) == read
    with services.database.read() as session:
        assert read_plan(session, plan_id) == read
        assert [one.id for one in read.projects] == [
            row.id for row in session.scalars(select(plan.Project).where(plan.Project.plan_id == plan_id).order_by(plan.Project.place))
        ]


def test_a_transaction_reads_the_plan_as_it_has_changed_it(services):
    plan_id = services.reading.plans()[0].id
    with services.database.begin() as session:
        session.get(plan.Plan, plan_id).budget_law = "ข้อบัญญัติใหม่"
        assert read_plan(session, plan_id).budget_law == "ข้อบัญญัติใหม่"
        assert services.reading.plan(plan_id).budget_law != "ข้อบัญญัติใหม่"
    assert services.reading.plan(plan_id).budget_law == "ข้อบัญญัติใหม่"


def test_summaries_count_and_add_up_what_is_beyond_a_sum_of_sqlite(services):
    draft = full_plan(services)
    most = 2**62
    rich = replace(draft.projects[0], budgets=(YearBudget(2570, most), YearBudget(2571, most)))
    plan_id, _ = services.planning.save(replace(draft, projects=(rich, rich)))
    newest, before = services.planning.plans()
    assert (newest.id, newest.period.first, newest.status, newest.total, newest.project_count) == (plan_id, 2570, PlanStatus.DRAFT, 4 * most, 2)
    assert newest.updated_at <= datetime.now(UTC)
    assert before.total == services.planning.load(before.id).total
    assert before.project_count == len(services.planning.load(before.id).projects)


@pytest.mark.parametrize("ask", ["plan", "printed"])
def test_a_plan_that_is_gone_is_told_so(services, ask):
    with pytest.raises(UserError, match="ไม่พบแผนนี้"):
        getattr(services.reading, ask)(99)


def test_the_office_is_kept_until_something_is_written(services):
    kept = services.reading.office()
    assert services.reading.office() is kept
    services.register.save_unit(OrgUnit(0, "กองใหม่"))
    assert [unit.name for unit in services.reading.office().units][-1] == "กองใหม่"
    services.curriculum.save_course(Course(0, kept.catalogue.course_groups[0].id, "หลักสูตรใหม่"))
    assert services.reading.office().catalogue.courses != kept.catalogue.courses
    with services.database.read() as session:
        assert read_office(session) == services.reading.office()


def test_a_plan_is_kept_until_something_is_written_or_another_is_asked_for(services):
    reading, planning = services.reading, services.planning
    first = reading.plans()[0].id
    draft = reading.plan(first)
    second, _ = planning.save(replace(draft, id=0, period=PlanPeriod(2567), projects=()))
    assert reading.plan(first) == draft, "read anew after a write, it is the same"
    kept = reading.plan(first)
    assert reading.plan(first) is kept is reading.printed(first).draft
    assert reading.plan(second).period == PlanPeriod(2567), "the other one, though nothing was written"
    planning.save(replace(draft, budget_law="เทศบัญญัติ"))
    assert reading.plan(first).budget_law == "เทศบัญญัติ"
    planning.delete(second)
    with pytest.raises(UserError):
        reading.plan(second)


def test_papers_and_steps_are_read_with_each_other(services):
    plan_id = services.reading.plans()[0].id
    order = IssuedDocument(0, DocumentKind.ORDER, "12", date(2026, 11, 3), "แต่งตั้ง", "order-planning", plan_id)
    services.plan_life.advance(plan_id, Step(PlanStatus.COMMITTEE, date(2026, 11, 3), "มติ", "หมายเหตุ", order))
    services.documents.issue(replace(order, number="13", dated=date(2026, 11, 4), form="", plan=None))
    (event,) = services.plan_life.history(plan_id)
    assert (event.status, event.happened_on, event.resolution, event.note) == (PlanStatus.COMMITTEE, date(2026, 11, 3), "มติ", "หมายเหตุ")
    assert replace(event.document, id=0) == order
    assert [one.number for one in services.documents.issued()] == ["13", "12"]
    assert services.reading.issued(plan_id) == (event.document,)
    assert services.reading.editions(plan_id) == ()
    assert services.reading.printed(plan_id).edition is None


def test_an_office_without_its_row_and_a_picture_that_is_not_there(services):
    assert services.reading.image(ImageKind.KRUT) == b""
    with services.database.begin() as session:
        session.execute(text("DELETE FROM organization"))
    with pytest.raises(UserError, match="ยังไม่มีข้อมูลหน่วยงาน"):
        services.reading.organization()


@pytest.mark.parametrize(
    "damage",
    ["UPDATE plan SET status = 'drafg'", "UPDATE position SET level = 'x'", "UPDATE target_personnel_type SET personnel_type = personnel_type || '?'",
     "UPDATE monitoring_round SET due = '2026-99-01'", "UPDATE organization SET kind = ''", "UPDATE method SET kind = 'y'"],
)  # fmt: skip
def test_a_value_that_no_program_wrote_is_damage_of_the_file(services, damage):
    plan_id = services.reading.plans()[0].id
    with services.database.begin() as session:
        session.execute(text(damage))
    with pytest.raises(Unfit, match="เสียหาย"):
        services.reading.printed(plan_id)


def test_groups_are_in_the_order_of_their_numbers(services):
    with services.database.begin() as session:
        session.execute(text("UPDATE course_group SET number = 10 - number"))
    with services.database.rows() as rows:
        assert [group.number for group in read_all(rows, CourseGroup)] == [5, 6, 7, 8, 9]
