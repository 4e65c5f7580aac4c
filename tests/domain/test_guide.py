from __future__ import annotations

from dataclasses import replace

import pytest

from hrdesk.domain.competency import OWN
from hrdesk.domain.guide import ANY, Guide, GuideWay, check_ways
from hrdesk.domain.skill_terms import LearningWay

WAY = GuideWay(0, "f", "U1", LearningWay.COURSE, "อบรม {course}")
SHIPPED = (WAY, replace(WAY, code="A", activity="ของด้าน"), replace(WAY, framework=OWN, code=ANY, activity="ทั่วไป"))


def activities(guide, framework, code, *above):
    return [way.activity for way in guide.ways(framework, code, above)]


def test_the_nearest_ways_are_taken_unit_then_area_then_everything():
    guide = Guide(SHIPPED)
    assert activities(guide, "f", "U1", "A") == ["อบรม {course}"]
    assert activities(guide, "f", "U2", "A") == ["ของด้าน"]
    assert activities(guide, "f", "U2", "B") == ["ทั่วไป"]
    assert activities(guide, OWN, "C1") == ["ทั่วไป"]
    assert activities(Guide(()), "f", "U1") == []


def test_the_offices_own_ways_stand_in_for_the_shipped_ones_of_their_code_alone():
    guide = Guide(SHIPPED, (replace(WAY, activity="ของเรา"),))
    assert activities(guide, "f", "U1", "A") == ["ของเรา"]
    assert activities(guide, "f", "U2", "A") == ["ของด้าน"]
    assert (guide.is_own("f", "U1"), guide.is_own("f", "A")) == (True, False)


@pytest.mark.parametrize(
    ("written", "asked", "found"),
    [
        # what has ways of the office              what is asked for           whose ways are taken
        (("f", "K2.1"), ("f", "K2.1", "K2", "knowledge"), ("f", "K2.1")),
        (("f", "K2"), ("f", "K2.1", "K2", "knowledge"), ("f", "K2")),
        (("f", "knowledge"), ("f", "K2.1", "K2", "knowledge"), ("f", "knowledge")),
        (("f", "K3"), ("f", "K2.1", "K2", "knowledge"), (OWN, ANY)),
        (("f", "A"), ("g", "U7", "A"), ("f", "A")),
        (("g", "A"), ("g", "U1", "A"), ("g", "A")),
        (("f", "own"), (OWN, "C1", "own"), (OWN, ANY)),
        ((OWN, "own"), (OWN, "C1", "own"), (OWN, "own")),
        ((OWN, "C1"), (OWN, "C1", "own"), (OWN, "C1")),
        ((OWN, "own"), ("f", "T1", "trait"), (OWN, ANY)),
    ],
)
def test_whose_ways_hold_is_the_nearest_that_has_some(written, asked, found):
    general = replace(WAY, framework=OWN, code=ANY)
    guide = Guide((general,), (replace(WAY, framework=written[0], code=written[1]),), base="f")
    assert guide.place(*asked[:2], asked[2:]) == found
    assert [(way.framework, way.code) for way in guide.ways(*asked[:2], asked[2:])] == [found]


def test_a_way_needs_an_activity_and_a_year_at_most():
    assert check_ways(SHIPPED) == ()
    problems = check_ways([WAY, replace(WAY, activity=" ", months=13)])
    assert [problem.field for problem in problems] == ["guide.2.activity", "guide.2.months"]
