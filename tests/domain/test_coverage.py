"""Which posts and people a plan reaches."""

from __future__ import annotations

from dataclasses import replace

import pytest

import small_office as small
from hrdesk.domain.check import check_plan
from hrdesk.domain.coverage import Coverage
from hrdesk.domain.office import OrgUnit
from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.reach import GONE, Reacher, meant_for, reach_name, uncovered_positions
from hrdesk.domain.terms import Level
from hrdesk.reports.snapshots.plan_year_snapshot import plan_year_snapshot
from hrdesk.reports.snapshots.snapshot import plan_snapshot

UNITS = (OrgUnit(1, "สำนักปลัด"), OrgUnit(2, "ฝ่ายปกครอง", 1), OrgUnit(3, "งานธุรการ", 2), OrgUnit(4, "กองคลัง"))


def office():
    base = small.office()
    posts = tuple(
        replace(post, line_id=10 + place, unit_id=UNITS[place % 4].id, staff_id=100 + place, holder=post.holder or f"คน {place}")
        for place, post in enumerate(base.positions)
    )
    return replace(base, units=UNITS, positions=posts)


def project(*reaches, **values):
    return replace(small.plan().projects[0], targets=(), reaches=reaches, **values)


def reached(*reaches):
    return Reacher(office()).positions(project(*reaches))


def test_levels_lines_units_and_people_reach_their_posts():
    posts = office().positions
    assert reached(Reach(ReachKind.LEVEL, level=posts[0].level)) == {p.id for p in posts if p.level is posts[0].level}
    assert reached(Reach(ReachKind.LINE, 11)) == {posts[1].id}
    assert reached(Reach(ReachKind.PERSON, 100)) == {posts[0].id}
    assert reached(Reach(ReachKind.UNIT, 1)) == {p.id for p in posts if p.unit_id in (1, 2, 3)}
    assert reached(Reach(ReachKind.PERSON, 999)) == frozenset()


def test_a_post_without_a_money_bearing_project_is_uncovered():
    plan = small.plan(projects=(project(Reach(ReachKind.LINE, 10)),))
    assert [p.line_id for p in uncovered_positions(plan, office())] == [p.line_id for p in office().positions[1:]]
    unfunded = small.plan(projects=(project(Reach(ReachKind.LINE, 10), budgets=()),))
    assert uncovered_positions(unfunded, office()) == office().positions


def test_the_matrices_tell_years_courses_and_what_is_missing():
    first, last = small.YEARS[0], small.YEARS[-1]
    one = project(Reach(ReachKind.LINE, 10), courses=(2,), years=(first, last))
    idle = project(Reach(ReachKind.LINE, 99), title="ไม่ถึงใคร")
    cover = Coverage(office(), small.plan(projects=(one, idle)))
    row, *others = cover.posts
    assert (row.projects, row.years) == ({0}, {first, last})
    assert cover.missing == tuple(r.position for r in others)
    assert not cover.complete
    assert [p.title for p in cover.idle] == ["ไม่ถึงใคร"]
    assert [(y.year, y.covered, y.missing) for y in cover.by_year] == [
        (year, int(year != small.YEARS[1]), len(cover.posts) - int(year != small.YEARS[1])) for year in small.YEARS
    ]
    assert cover.people[0].courses == {2: (first, last)}
    assert [c.id for c in cover.courses] == [2]
    assert len(cover.people_without_course) == len(cover.people) - 1
    assert Coverage(office(), cover.draft, last).people[0].courses == {2: (last,)}


def test_every_reach_has_its_name():
    names = [
        reach_name(reach, office())
        for reach in (
            Reach(ReachKind.LEVEL, level=Level.PROFESSIONAL), Reach(ReachKind.LEVEL, level=Level.EXECUTIVE_HIGH),
            Reach(ReachKind.UNIT, 4), Reach(ReachKind.PERSON, 101), Reach(ReachKind.LINE, 999),
        )
    ]  # fmt: skip
    assert names[:3] == ["ระดับชำนาญการ", "บริหารท้องถิ่นระดับสูง", "กองคลัง"]
    assert names[3] == office().positions[1].holder
    assert names[4] == GONE


FIVE = (  # each way to say whom a project is meant for, and how papers word it
    ({"targets": (1,)}, "สายงานบริหารท้องถิ่น"),
    ({"reaches": (Reach(ReachKind.LEVEL, level=Level.PROFESSIONAL),)}, "ระดับชำนาญการ"),
    ({"reaches": (Reach(ReachKind.LINE, 1),)}, None),
    ({"reaches": (Reach(ReachKind.UNIT, 4),)}, "กองคลัง"),
    ({"reaches": (Reach(ReachKind.PERSON, 101),)}, None),
)


@pytest.mark.parametrize(("whom", "words"), FIVE)
def test_each_of_the_five_ways_is_enough_counted_and_worded_in_both_tables(whom, words):
    here = office()
    if words is None:
        (reach,) = whom["reaches"]
        words = reach_name(reach, here)
    one = replace(small.plan().projects[0], **({"targets": (), "reaches": ()} | whom))
    draft = replace(small.plan(), projects=(one,))
    assert meant_for((one,), here) == (words,)
    assert not any(p.code == "project.no-target" for p in check_plan(draft, here)), "no group is asked for besides"
    in_t2 = plan_snapshot(here, draft).monitoring_rows[0].targets
    in_f9 = plan_year_snapshot(here, draft, small.YEARS[0]).year_projects[0].targets
    assert in_t2 == f"1. {words}"
    assert in_f9 == f"- {words}"
    covered = Coverage(here, draft)
    assert len(covered.posts) - len(covered.missing) == len(Reacher(here).positions(one))


def test_projects_printed_as_one_name_everybody_once():
    here = office()
    first, second = small.plan().projects[:2]
    unit = Reach(ReachKind.UNIT, 4)
    both = (replace(first, targets=(2, 1), reaches=(unit,)), replace(second, targets=(1,), reaches=(unit,)))
    assert meant_for(both, here) == ("สายงานบริหารท้องถิ่น", "สายงานวิชาการ", "กองคลัง")


def test_a_project_meant_for_nobody_is_told():
    nobody = replace(small.plan().projects[0], targets=(), reaches=())
    draft = replace(small.plan(), projects=(nobody,))
    assert [p.field for p in check_plan(draft, office()) if p.code == "project.no-target"] == ["project:1.targets"]
