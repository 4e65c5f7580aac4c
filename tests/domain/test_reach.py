"""Whom a project reaches: by target group, level, line, unit and person, each post counted once, vacant ones too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_office as small
from hrdesk.domain.office import OrgUnit, Position
from hrdesk.domain.plan import PlanProject
from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.reach import (
    GONE,
    Reacher,
    below,
    meant_for,
    reach_choices,
    reach_name,
    uncovered_positions,
)
from hrdesk.domain.terms import LEVELS_OF, Level, PersonnelType, PositionType

K = ReachKind
UNITS = (OrgUnit(1, "สำนักปลัด"), OrgUnit(2, "ฝ่ายปกครอง", 1), OrgUnit(3, "งานทะเบียน", 2), OrgUnit(4, "กองคลัง"))


def post(number, unit, kind=PositionType.ACADEMIC, level=Level.PROFESSIONAL, *, line=1, staff=None) -> Position:
    holder = f"คนที่ {number}" if staff else ""
    return Position(
        number, str(number), f"ตำแหน่ง {number}", "สาย", PersonnelType.REGULAR, kind, level, "", holder, line, unit, staff
    )


POSTS = (
    post(1, 1, PositionType.EXECUTIVE, Level.EXECUTIVE_MIDDLE, staff=11),
    post(2, 2, staff=12),
    post(3, 3, PositionType.GENERAL, Level.SENIOR, line=2),
    post(4, 4, line=2, staff=14),
    post(5, None, PositionType.NONE, Level.NONE, line=3, staff=15),
)
OFFICE = replace(small.office(), units=UNITS, positions=POSTS)


def project(*reaches: Reach, targets: tuple[int, ...] = ()) -> PlanProject:
    return PlanProject(1, "โครงการ", reaches=reaches, targets=targets)


@pytest.mark.parametrize(
    ("reach", "posts"),
    [
        (Reach(K.LEVEL, level=Level.PROFESSIONAL), {2, 4}),
        (Reach(K.LEVEL, level=Level.SENIOR), {3}),
        (Reach(K.LEVEL, level=Level.EXECUTIVE_HIGH), set()),
        (Reach(K.LINE, 2), {3, 4}),
        (Reach(K.LINE, 9), set()),
        (Reach(K.UNIT, 1), {1, 2, 3}),
        (Reach(K.UNIT, 2), {2, 3}),
        (Reach(K.UNIT, 3), {3}),
        (Reach(K.UNIT, 4), {4}),
        (Reach(K.UNIT, 99), set()),
        (Reach(K.PERSON, 15), {5}),
        (Reach(K.PERSON, 99), set()),
        (Reach(K.PERSON, 0), set()),
    ],
)
def test_each_way_reaches_its_posts(reach, posts):
    assert Reacher(OFFICE).positions(project(reach)) == posts


def test_ways_add_up_and_no_post_is_counted_twice():
    both = project(Reach(K.UNIT, 1), Reach(K.LEVEL, level=Level.PROFESSIONAL), Reach(K.PERSON, 12), targets=(1,))
    assert Reacher(OFFICE).positions(both) == {1, 2, 3, 4}
    assert Reacher(OFFICE).positions(project()) == frozenset()


REACHES = st.lists(
    st.one_of(
        st.builds(Reach, st.just(K.LEVEL), st.just(0), st.sampled_from(Level)),
        st.builds(Reach, st.sampled_from([K.LINE, K.UNIT, K.PERSON]), st.integers(0, 16)),
    ),
    max_size=5,
)


@given(REACHES, st.lists(st.integers(1, 4), max_size=3, unique=True))
def test_a_project_reaches_what_each_of_its_ways_reaches(reaches, targets):
    reacher = Reacher(OFFICE)
    alone = [reacher.positions(project(one)) for one in reaches] + [reacher.positions(project(targets=(one,))) for one in targets]
    assert reacher.positions(project(*reaches, targets=tuple(targets))) == frozenset().union(*alone)


@given(REACHES)
def test_what_is_not_reached_is_left_over(reaches):
    made = replace(project(*reaches), no_budget=True)
    left = uncovered_positions(small.plan(projects=(made,)), OFFICE)
    assert {one.id for one in left} == {one.id for one in POSTS} - Reacher(OFFICE).positions(made)


@given(st.lists(REACHES, max_size=4))
def test_several_together_reach_what_each_of_them_does(projects):
    made = [project(*reaches) for reaches in projects]
    reacher = Reacher(OFFICE)
    assert reacher.of_any(*made) == frozenset().union(*(reacher.positions(one) for one in made))


def test_the_choices_are_what_the_office_has_by_the_names_on_paper():
    choices = reach_choices(OFFICE)
    assert choices == {one: reach_name(one, OFFICE) for one in choices}
    assert [one.ref for one in choices if one.kind is K.PERSON] == [11, 12, 14, 15], "of a vacant post there is nobody"
    assert [one.ref for one in choices if one.kind is K.UNIT] == [1, 2, 3, 4]
    assert {one.ref for one in choices if one.kind is K.LINE} <= {post.line_id for post in POSTS}
    assert {one.level for one in choices if one.kind is K.LEVEL} == {post.level for post in POSTS} - {Level.NONE}
    assert GONE not in choices.values()


def test_a_project_without_money_reaches_nobody_in_the_plan():
    planned = project(Reach(K.UNIT, 1))
    assert uncovered_positions(small.plan(projects=(planned,)), OFFICE) == POSTS
    assert len(uncovered_positions(small.plan(projects=(replace(planned, no_budget=True),)), OFFICE)) == 2


@pytest.mark.parametrize(
    ("units", "top", "found"),
    [
        (UNITS, 1, {1, 2, 3}),
        (UNITS, 4, {4}),
        ((), 7, {7}),
        ((OrgUnit(1, "ก", 2), OrgUnit(2, "ข", 1)), 1, {1, 2}),
        ((OrgUnit(1, "ก", 1),), 1, {1}),
    ],
)
def test_a_unit_with_all_below_it_even_in_a_circle(units, top, found):
    assert below(units, top) == found


@pytest.mark.parametrize(
    ("reach", "name"),
    [
        (Reach(K.LEVEL, level=Level.PROFESSIONAL), "ระดับชำนาญการ"),
        (Reach(K.LEVEL, level=Level.EXECUTIVE_MIDDLE), "บริหารท้องถิ่นระดับกลาง"),
        (Reach(K.LINE, 3), "สายงานนักทรัพยากรบุคคล"),
        (Reach(K.UNIT, 2), "ฝ่ายปกครอง"),
        (Reach(K.PERSON, 14), "คนที่ 4"),
        (Reach(K.LINE, 99), GONE),
        (Reach(K.UNIT, 99), GONE),
        (Reach(K.PERSON, 99), GONE),
    ],
)
def test_each_way_has_a_name_on_paper(reach, name):
    assert reach_name(reach, OFFICE) == name


def test_every_level_of_every_kind_has_a_name_of_its_own():
    names = [reach_name(Reach(K.LEVEL, level=level), OFFICE) for levels in LEVELS_OF.values() for level in levels]
    assert len(names) == len(set(names))
    assert not any("None" in name for name in names)


def test_whom_it_is_meant_for_is_said_once_in_the_catalogue_s_order():
    one = project(Reach(K.UNIT, 4), targets=(3, 1))
    two = project(Reach(K.UNIT, 4), Reach(K.PERSON, 11), targets=(1,))
    assert meant_for((one, two), OFFICE) == ("สายงานบริหารท้องถิ่น", "พนักงานจ้างทุกประเภท", "กองคลัง", "คนที่ 1")
    assert meant_for((), OFFICE) == ()
