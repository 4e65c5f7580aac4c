"""One mistake in a clean plan is told once, at its place, in the officer's words, and nothing else is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import small_office as small
from drafts import drafts
from hrdesk.domain.check import RULES, PlanCase, check_plan, not_accepted, project_index
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.office import Course, FundSource, Office
from hrdesk.domain.plan import CommitteeMember, CostLine, MonitoringRound, PlanDraft, YearBudget
from hrdesk.domain.plan_parts import AcceptedWarning, Indicator, Link, OwnStrategy, Reach
from hrdesk.domain.plan_terms import LinkKind, OptionalPart, ReachKind
from hrdesk.domain.terms import CommitteeKind, CommitteeRole
from hrdesk.errors import Severity

BAHT = 100
CATALOGUE = replace(small.CATALOGUE, funds=(FundSource(1, "งบประมาณรายจ่ายประจำปี"),))
ERROR, WARNING = Severity.ERROR, Severity.WARNING
Y1, Y2, Y3 = small.YEARS
CHANGED = small.changed
ROUNDS = small.plan().rounds
SECRETARY = CommitteeMember("นักทรัพยากรบุคคล", CommitteeRole.MEMBER_SECRETARY)


def budgets(*amounts: int) -> tuple[YearBudget, ...]:
    return tuple(YearBudget(year, baht * BAHT) for year, baht in zip(small.YEARS, amounts, strict=True))


# what was done to the clean plan → (code, field, severity, words of the text) of each problem
MISTAKES: dict[str, tuple[PlanDraft, list[tuple[str, str, Severity, str]]]] = {
    "two years": (
        small.plan(period=PlanPeriod(Y1, 2)),
        [
            ("plan.period-length", "plan.period", ERROR, "แผนมี 2 ปีงบประมาณ ต้องเป็นแผน 3 ปี"),
            *(("project.year-outside", f"project:{n}.years", ERROR, "พ.ศ. 2566 อยู่นอกช่วงของแผน (พ.ศ. 2564 - 2565)") for n in range(1, 9)),
            *(("rounds.outside-year", f"rounds.2566.{n}", ERROR, "อยู่นอกช่วงของแผน") for n in (1, 2, 3)),
        ],
    ),
    "no date of the announcement": (
        small.plan(committee_announcement_date=None),
        [("plan.no-announcement-date", "plan.committee_announcement_date", WARNING, "คณะกรรมการพนักงานเทศบาลจังหวัด")],
    ),
    "no clause": (
        small.plan(committee_announcement_clauses=" "),
        [("plan.no-announcement-clauses", "plan.committee_announcement_clauses", WARNING, "หมวดหรือข้อ")],
    ),
    "the budget law of another kind of office": (
        small.plan(budget_law="ข้อบัญญัติ"), [("plan.budget-law", "plan.budget_law", ERROR, "เทศบาลเรียกว่า “เทศบัญญัติ”")]
    ),
    "nobody is responsible": (small.plan(responsible=()), [("plan.no-responsible", "plan.responsible", WARNING, "ผู้รับผิดชอบ")]),
    "an emptied chapter": (small.plan(chapters={"scope": " \n"}), [("chapter.empty", "chapter:scope", ERROR, "ไม่มีข้อความ")]),
    "no title": (CHANGED(1, title="\t"), [("project.no-title", "project:1.title", ERROR, "ยังไม่ได้ระบุชื่อโครงการ")]),
    "the title of another": (
        CHANGED(7, title=small.PROJECTS[5].title), [("project.duplicate-title", "project:7.title", ERROR, "ชื่อซ้ำกับโครงการที่ 6")]
    ),
    "an own project without money": (
        CHANGED(1, budgets=()),
        [
            ("project.listed-without-budget", "project:1.budgets", ERROR, "แต่ไม่มีงบประมาณในส่วนที่ 6"),
            ("plan.own-counts", "plan.projects", ERROR, "ดำเนินการเอง 3 โครงการ แต่ส่วนที่ 6 มี 2 โครงการ"),
        ],
    ),
    "another's project without money": (
        CHANGED(8, budgets=()), [("project.listed-without-budget", "project:8.budgets", ERROR, "ระบุว่าไม่ใช้งบประมาณ")]
    ),
    "money, but not named in part 5.1": (
        CHANGED(8, listed=False), [("project.budgeted-not-listed", "project:8.listed", ERROR, "กรุณาเพิ่มชื่อโครงการในข้อ 5.1")]
    ),
    "neither named nor with money": (
        CHANGED(8, listed=False, budgets=()), [("project.without-budget", "project:8.budgets", ERROR, "จึงไม่ปรากฏในแผนเลย")]
    ),
    "no method": (CHANGED(2, methods=()), [("project.no-method", "project:2.methods", ERROR, "ยังไม่ได้เลือกวิธีการพัฒนา")]),
    "no target": (CHANGED(2, targets=()), [("project.no-target", "project:2.targets", ERROR, "ยังไม่ได้เลือกกลุ่มเป้าหมาย")]),
    "no evaluation": (CHANGED(2, evaluations=()), [("project.no-evaluation", "project:2.evaluations", ERROR, "วิธีการติดตาม")]),
    "a course that left the catalogue": (
        CHANGED(4, courses=(1, 99)), [("project.unknown-choice", "project:4.courses", ERROR, "หลักสูตรที่เลือกไว้บางรายการไม่มี")]
    ),
    "a line that left the register": (
        CHANGED(4, reaches=(Reach(ReachKind.LINE, 99), Reach(ReachKind.LINE, 1))),
        [("project.unknown-reach", "project:4.reaches", ERROR, "(สายงาน) ไม่มีในทะเบียนแล้ว")],
    ),
    "a strategy that left the plan": (
        CHANGED(4, links=(Link(LinkKind.OWN, "7"), Link(LinkKind.MINDSET, "7"))),
        [("project.unknown-link", "project:4.links", ERROR, "ไม่มีในแผนแล้ว (7)")],
    ),
    "two strategies of one code": (
        small.plan(strategies=(OwnStrategy("1", "ก"), OwnStrategy(" 1", "ข"), OwnStrategy("2", "ค"))),
        [("plan.strategy-code", "plan.strategies.0", ERROR, "รหัสยุทธศาสตร์ “1” ซ้ำกัน")],
    ),
    "a strategy without a code": (
        small.plan(strategies=(OwnStrategy(" ", "ก"),)), [("plan.strategy-code", "plan.strategies.0", ERROR, "ยังไม่มีรหัส")]
    ),
    "an indicator of words": (
        small.plan(indicators=(Indicator("ผู้ผ่าน", "แปดสิบ", "ร้อยละ"),)),
        [("plan.indicator", "plan.indicators.0", ERROR, "มีจำนวนเป็น “แปดสิบ” ซึ่งไม่ใช่ตัวเลข")],
    ),
    "an indicator without a unit": (
        CHANGED(5, indicators=(Indicator("ผู้ผ่าน", "80", "ร้อยละ"), Indicator("ผู้ผ่าน", "80", " "))),
        [("project.indicator", "project:5.indicators.1", ERROR, "ตัวชี้วัดที่ 2 ยังไม่มีชื่อหรือหน่วยนับ")],
    ),
    "a part to print with nothing in it": (
        small.plan(optional=(OptionalPart.SWOT, OptionalPart.COVERAGE)), [("plan.empty-part", "plan.swot", WARNING, "แต่ยังไม่มีข้อมูล")]
    ),
    "money in a year without the project": (
        CHANGED(3, years=(Y1, Y3)),
        [("project.money-in-idle-year", "project:3.budget.2565", ERROR, "ตั้งงบประมาณ 10,000 บาท ไว้ในปีงบประมาณ พ.ศ. 2565")],
    ),
    "a year of the project without money": (
        CHANGED(3, budgets=budgets(10_000, 0, 10_000)),
        [("project.year-without-money", "project:3.budget.2565", ERROR, "พ.ศ. 2565 แต่ไม่มีงบประมาณของปีนั้น")],
    ),
    "money although none is needed": (
        CHANGED(3, no_budget=True), [("project.money-although-none-needed", "project:3.no_budget", ERROR, "ตั้งงบประมาณไว้ 30,000 บาท")]
    ),
    "less than nothing": (
        CHANGED(3, budgets=budgets(10_000, -5, 10_000)),
        [("project.negative-money", "project:3.budget.2565", ERROR, "ติดลบ (-5 บาท)")],
    ),
    "a product that is none": (
        CHANGED(1, costs=(CostLine("อาหาร", 100 * BAHT, 50, 4, stated=19_999 * BAHT), CostLine("อื่น ๆ", BAHT, 1)), stated_total=20_000 * BAHT),
        [("cost.product", "project:1.costs.0.stated", ERROR, "100 บาท × 50 × 4 ครั้ง เท่ากับ 20,000 บาท แต่ระบุไว้ 19,999 บาท")],
    ),
    "a sum that is none": (
        CHANGED(1, costs=(CostLine("อาหาร", 100 * BAHT, 50, 2), CostLine("อื่น ๆ", 9_999 * BAHT, 1)), stated_total=20_000 * BAHT),
        [("cost.sum", "project:1.stated_total", ERROR, "รวมกันได้ 19,999 บาท แต่ยอดรวมระบุไว้ 20,000 บาท")],
    ),
    "costs that are not the budget": (
        CHANGED(1, costs=(CostLine("อาหาร", 100 * BAHT, 50, 3),)),
        [("project.costs-differ-from-budget", "project:1.costs", ERROR, "15,000 บาท ไม่ตรงกับงบประมาณของโครงการ (ปีละ 20,000 บาท")],
    ),
    "two rounds in a year": (
        small.plan(rounds=tuple(r for r in ROUNDS if (r.year, r.number) != (Y2, 3))),
        [("rounds.too-few", "rounds.2565", ERROR, "กำหนดการติดตามไว้ 2 ครั้ง ต้องติดตามอย่างน้อยปีละ 3 ครั้ง")],
    ),
    "a round on the first day after its year": (
        small.plan(rounds=(*ROUNDS, MonitoringRound(Y2, 4, date(2022, 10, 1)))),
        [("rounds.outside-year", "rounds.2565.4", ERROR, "1 ตุลาคมของปีก่อน ถึง 30 กันยายน")],
    ),
    "a second chair": (
        small.plan(committee=(*small.COMMITTEE, CommitteeMember("รองปลัดเทศบาล", CommitteeRole.CHAIR))),
        [("committee.many-chairs", "committee:monitoring", ERROR, "มีประธานกรรมการ 2 คน")],
    ),
    "a member who has gone": (
        small.plan(committee=(*small.COMMITTEE, CommitteeMember("ครู", CommitteeRole.MEMBER, name="นางสาวใจ ดี", staff=77))),
        [("committee.gone", "committee:monitoring", WARNING, "“นางสาวใจ ดี” ไม่ได้ดำรงตำแหน่งในหน่วยงานแล้ว")],
    ),
    "a planning committee of one": (
        small.plan(committee=(*small.COMMITTEE, replace(SECRETARY, committee=CommitteeKind.PLANNING))),
        [
            ("committee.no-chair", "committee:planning", ERROR, "ยังไม่มีประธานกรรมการ"),
            ("committee.too-small", "committee:planning", ERROR, "มีกรรมการ 1 คน"),
        ],
    ),
    "a promise in a chapter that the plan does not keep": (
        small.plan(
            covers_all_positions=False,
            chapters={"goals": "พัฒนาทุกตำแหน่ง"},
            projects=tuple(replace(p, targets=(1, 2)) for p in small.PROJECTS),
        ),
        [("chapter.false-promise", "chapter:goals", ERROR, "ยังมี 1 ตำแหน่งที่ไม่มีโครงการใดครอบคลุม")],
    ),
    "contract staff forgotten": (
        small.plan(projects=tuple(replace(p, targets=(1, 2)) for p in small.PROJECTS)),
        [("plan.uncovered", "plan.covers_all_positions", ERROR, "ไม่มีโครงการใดครอบคลุมพนักงานจ้างทั่วไป 1 ตำแหน่ง ได้แก่ คนงาน")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_is_told_once_and_nothing_else_is(mistake: str) -> None:
    draft, expected = MISTAKES[mistake]
    found = check_plan(draft, small.office())
    assert [(p.code, p.field, p.severity) for p in found] == [(code, field, severity) for code, field, severity, _ in expected]
    for problem, (*_, words) in zip(found, expected, strict=True):
        assert words in problem.text
        assert problem.place


OFFICES: dict[str, tuple[Office, list[tuple[str, str, Severity]]]] = {
    "a department without a column in T2": (
        small.office(organizers=tuple(replace(o, in_monitoring_table=o.id != small.DEPARTMENT) for o in small.ORGANIZERS)),
        [("organizer.no-monitoring-column", "organizer:2", WARNING)],
    ),
    "an unused method without a column": (
        small.office(methods=tuple(replace(m, in_monitoring_table=m.id != small.VISIT) for m in small.METHODS)),
        [("method.no-monitoring-column", "method:3", WARNING)],
    ),
    "a used method without a column": (
        small.office(methods=tuple(replace(m, in_monitoring_table=m.id != small.WORKSHOP) for m in small.METHODS)),
        [("method.no-monitoring-column", "method:4", ERROR)],
    ),
    "a course that cites a repealed law": (
        small.office(courses=(Course(9, 2, "ภาษีบำรุงท้องที่", law=2),)), [("course.replaced-law", "course:9.law", WARNING)]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OFFICES)
def test_a_fault_of_the_office_is_told_where_it_is_mended(name: str) -> None:
    office, expected = OFFICES[name]
    assert [(p.code, p.field, p.severity) for p in check_plan(small.plan(), office)] == expected


def test_the_mistakes_reach_every_rule() -> None:
    """But for those of an empty plan and of the wizard, which have tests of their own."""
    drafts = [(draft, small.office()) for draft, _ in MISTAKES.values()] + [(small.plan(), office) for office, _ in OFFICES.values()]
    told = {problem.code for draft, office in drafts for problem in check_plan(draft, office)}
    silent = [rule.__name__ for rule in RULES if not any(list(rule(PlanCase(*pair))) for pair in drafts)]
    assert len(told) > 40
    assert silent == [
        "period_era", "no_projects", "idle_years", "rule", "rule", "budget_law_in_chapters", "organizer_without_budget_column",
        "unconfirmed_copies",
    ]  # fmt: skip


def test_two_mistakes_are_both_told_in_the_order_of_the_book() -> None:
    draft = CHANGED(2, methods=(), evaluations=())
    draft = replace(draft, budget_law="ข้อบัญญัติ", rounds=())
    assert [p.code for p in check_plan(draft, small.office())] == [
        "project.no-method", "project.no-evaluation", "plan.budget-law", "rounds.too-few", "rounds.too-few", "rounds.too-few",
    ]  # fmt: skip


def test_an_accepted_warning_is_told_again_when_its_words_change() -> None:
    (warning,) = check_plan(small.plan(responsible=()), small.office())
    accepted = AcceptedWarning(warning.code, warning.field, warning.text, "เหตุผล", date(2024, 1, 1))
    assert not_accepted((warning,), small.plan(accepted=(accepted,))) == ()
    for other in (replace(accepted, text="อื่น"), replace(accepted, field="plan"), replace(accepted, code="x")):
        assert not_accepted((warning,), small.plan(accepted=(other,))) == (warning,)


def test_an_error_is_never_accepted() -> None:
    (error,) = check_plan(small.plan(budget_law="ข้อบัญญัติ"), small.office())
    accepted = AcceptedWarning(error.code, error.field, error.text, "เหตุผล", date(2024, 1, 1))
    assert not_accepted((error,), small.plan(accepted=(accepted,))) == (error,)


@settings(max_examples=60, deadline=None)
@given(drafts(CATALOGUE))
def test_every_problem_of_any_plan_leads_somewhere(draft: PlanDraft) -> None:
    for problem in check_plan(draft, small.office()):
        kind, _, rest = problem.field.partition(":")
        if kind == "project":
            index = project_index(draft, problem.field)
            assert index is not None
            attribute = rest.split(".")[1]
            assert hasattr(draft.projects[index], attribute) or attribute == "budget"
        else:
            assert kind.split(".")[0] in {"plan", "rounds", "committee", "chapter", "organizer", "method", "course"}
        assert problem.text.strip() == problem.text
        assert problem.code.partition(".")[2]


@settings(max_examples=60, deadline=None)
@given(drafts(CATALOGUE), st.randoms(use_true_random=False))
def test_the_order_of_projects_does_not_hide_a_problem(draft: PlanDraft, random: Random) -> None:
    order = list(draft.projects)
    random.shuffle(order)

    def told(plan: PlanDraft) -> list[str]:
        found = check_plan(plan, small.office())
        return sorted(p.text for p in found if p.code != "project.duplicate-title")  # names the one that comes first

    assert told(replace(draft, projects=tuple(order))) == told(draft)
