"""Plans read by plain SQL: at every start, print and check, and inside the transactions that change them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan import (
    CommitteeMember,
    CostLine,
    MonitoringRound,
    PlanDraft,
    PlanProject,
    Responsible,
    YearBudget,
)
from hrdesk.domain.plan_parts import AcceptedWarning, Indicator, Link, OwnStrategy, SwotEntry
from hrdesk.domain.plan_terms import LinkKind, OptionalPart, PlanStatus, ReachKind, SwotKind
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, Level
from hrdesk.errors import UserError
from hrdesk.models.plain import Rows, day, member, moment, rows_of
from hrdesk.services.plan.reach_rows import reach_from
from hrdesk.services.values import PlanSummary

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hrdesk.models.plain import Source, Values


def plan_gone() -> UserError:
    return UserError("ไม่พบแผนนี้ อาจถูกลบไปแล้ว ข้อมูลอื่นไม่ถูกเปลี่ยนแปลง กรุณาเลือกแผนใหม่")


def read_plan(source: Source, plan_id: int) -> PlanDraft:
    """The plan with all its parts. UserError when it is gone."""
    rows = rows_of(source)
    found = rows(
        "SELECT first_year, year_count, status, budget_law, covers_all_positions, committee_announcement_date,"
        " committee_announcement_clauses FROM plan WHERE id = ?", plan_id,
    )  # fmt: skip
    if not found:
        raise plan_gone()
    ((first, count, status, law, covers, announced, clauses),) = found

    def parts(table: str, columns: str) -> list[Values]:
        return rows(f"SELECT {columns} FROM {table} WHERE plan_id = ? ORDER BY place", plan_id)  # noqa: S608

    return PlanDraft(
        period=PlanPeriod(first, count),
        id=plan_id,
        status=member(PlanStatus, status),
        budget_law=law,
        covers_all_positions=bool(covers),
        committee_announcement_date=None if announced is None else day(announced),
        committee_announcement_clauses=clauses,
        projects=_projects(rows, plan_id),
        committee=tuple(
            CommitteeMember(position, member(CommitteeRole, role), member(CommitteeKind, kind), name, staff)
            for position, role, kind, name, staff in parts("committee_member", "position, role, committee, name, staff_id")
        ),
        responsible=_responsible(rows, plan_id),
        rounds=tuple(
            MonitoringRound(year, number, None if due is None else day(due))
            for year, number, due in parts("monitoring_round", "year, number, due")
        ),
        chapters=dict(parts("plan_chapter", "key, text")),
        indicators=tuple(Indicator(*one) for one in parts("plan_indicator", "name, quantity, unit")),
        strategies=tuple(OwnStrategy(*one) for one in parts("plan_strategy", "code, name")),
        swot=tuple(SwotEntry(member(SwotKind, kind), text) for kind, text in parts("swot_entry", "kind, text")),
        optional=tuple(member(OptionalPart, part) for (part,) in parts("plan_option", "part")),
        accepted=tuple(
            AcceptedWarning(code, field, text, reason, day(on))
            for code, field, text, reason, on in parts("accepted_warning", "code, field, text, reason, accepted_on")
        ),
    )


def read_summaries(source: Source) -> tuple[PlanSummary, ...]:
    """Newest period first. SQLite's own sum fails beyond 63 bits."""
    rows = rows_of(source)
    totals: defaultdict[int, int] = defaultdict(int)
    for plan, amount in rows("SELECT p.plan_id, b.amount FROM project_budget b JOIN project p ON b.project_id = p.id"):
        totals[plan] += amount
    counts: dict[int, int] = dict(rows("SELECT plan_id, count(*) FROM project GROUP BY plan_id"))
    found = rows("SELECT id, first_year, year_count, status, updated_at FROM plan ORDER BY first_year DESC, id DESC")
    return tuple(
        PlanSummary(id_, PlanPeriod(first, count), member(PlanStatus, status), totals[id_], counts.get(id_, 0), moment(updated))
        for id_, first, count, status, updated in found
    )


def read_wizard(rows: Rows) -> tuple[PlanDraft, str, datetime] | None:
    """The unfinished draft, the page it was left on, and when; None when there is none."""
    found = rows("SELECT payload, page, updated_at FROM wizard_draft LIMIT 1")
    if not found:
        return None
    from hrdesk.services.plan.plan_json import plan_from_json  # noqa: PLC0415 - seldom is there one

    ((payload, page, updated),) = found
    try:
        return plan_from_json(payload), page, moment(updated)
    except ValueError as error:
        raise UserError(
            "เปิดแผนที่ทำค้างไว้ไม่ได้ เพราะบันทึกจากโปรแกรมรุ่นอื่น ข้อมูลส่วนอื่นยังอยู่ครบ"
            " กรุณาเปิดด้วยโปรแกรมรุ่นเดิม หรือเริ่มทำแผนใหม่"
        ) from error


def _responsible(rows: Rows, plan_id: int) -> tuple[Responsible, ...]:
    duties = _grouped(rows(
        "SELECT responsible_id, text FROM responsible_duty WHERE responsible_id IN (SELECT id FROM responsible WHERE plan_id = ?)"
        " ORDER BY place", plan_id,
    ))  # fmt: skip
    found = rows("SELECT id, title, note FROM responsible WHERE plan_id = ? ORDER BY place", plan_id)
    return tuple(Responsible(title, note, tuple(text for (text,) in duties(id_))) for id_, title, note in found)


def _projects(rows: Rows, plan_id: int) -> tuple[PlanProject, ...]:
    def parts(table: str, columns: str) -> Callable[[int], tuple[Values, ...]]:
        of_plan = "project_id IN (SELECT id FROM project WHERE plan_id = ?)"
        return _grouped(rows(f"SELECT project_id, {columns} FROM {table} WHERE {of_plan} ORDER BY place", plan_id))  # noqa: S608

    def chosen(name: str) -> Callable[[int], tuple[int, ...]]:
        of = parts(f"project_{name}", f"{name}_id")
        return lambda project: tuple(ref for (ref,) in of(project))

    methods, organizers, targets = chosen("method"), chosen("organizer"), chosen("target")
    evaluations, courses = chosen("evaluation"), chosen("course")
    years, budgets = parts("project_year", "year"), parts("project_budget", "year, amount, fund_id")
    costs = parts("project_cost", "item, unit_price, quantity, times, stated")
    reaches = parts("project_reach", "kind, level, line_id, unit_id, staff_id")
    links, indicators = parts("project_link", "kind, code"), parts("project_indicator", "name, quantity, unit")
    found = rows(
        "SELECT id, title, listed, no_budget, monitoring_title, stated_total FROM project WHERE plan_id = ? ORDER BY place", plan_id
    )
    return tuple(
        PlanProject(
            id=id_,
            title=title,
            listed=bool(listed),
            no_budget=bool(no_budget),
            monitoring_title=monitoring_title,
            methods=methods(id_),
            organizers=organizers(id_),
            targets=targets(id_),
            evaluations=evaluations(id_),
            courses=courses(id_),
            years=tuple(year for (year,) in years(id_)),
            budgets=tuple(YearBudget(*budget) for budget in budgets(id_)),
            costs=tuple(CostLine(*cost) for cost in costs(id_)),
            stated_total=stated,
            reaches=tuple(
                reach_from(member(ReachKind, kind), member(Level, level), *whom) for kind, level, *whom in reaches(id_)
            ),
            links=tuple(Link(member(LinkKind, kind), code) for kind, code in links(id_)),
            indicators=tuple(Indicator(*one) for one in indicators(id_)),
        )
        for id_, title, listed, no_budget, monitoring_title, stated in found
    )


def _grouped(rows: list[Values]) -> Callable[[int], tuple[Values, ...]]:
    """The rest of each row, by its first column: read for all at once."""
    found: defaultdict[int, list[Values]] = defaultdict(list)
    for owner, *values in rows:
        found[owner].append(tuple(values))
    return lambda owner: tuple(found.get(owner, ()))
