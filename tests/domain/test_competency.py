"""What is asked of whom, and what counts as held."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.competency import (
    HELD,
    OWN,
    Levels,
    OwnCompetency,
    Person,
    Requirement,
    Share,
    State,
    required_of,
    required_own,
    share,
    standing,
)
from hrdesk.domain.framework import Criterion, Element, Framework, Named, Role, Unit
from hrdesk.domain.skill_terms import CompetencyKind, Rater, SkillKind
from hrdesk.domain.terms import Level, PersonnelType, PositionType

UNITS = tuple(Unit(code, f"หน่วย {code}", "A") for code in ("U1", "U2", "U3", "U4"))
FRAMEWORK = Framework(
    id="f",
    version="1",
    title="กรอบ",
    source="",
    stages=(Named("Early", "แรก"), Named("Mature", "สมบูรณ์")),
    groups=(Named("X", "กลุ่ม X"), Named("Y", "กลุ่ม Y")),
    units=UNITS,
    elements=(Element("U11", "ย่อย 1", "U1"), Element("U12", "ย่อย 2", "U1")),
    criteria=(Criterion("U11.1", "เกณฑ์", "U11"), Criterion("U12.1", "เกณฑ์", "U12")),
    roles=(
        Role("Early", "X", "x", units=("U1",)),
        Role("Early", "Y", "y", units=("U3",)),
        Role("Mature", "X", "x", units=("U1", "U2")),
        Role("Mature", "Y", "y", units=("U3", "U4", "U2")),
    ),
)


def test_a_person_of_two_groups_owes_both_sets_now_and_what_the_next_stage_adds():
    asked = required_of(FRAMEWORK, "Early", ("Y", "X"))
    assert [(each.code, each.future) for each in asked] == [("U1", False), ("U3", False), ("U2", True), ("U4", True)]
    assert all(each.kind is SkillKind.UNIT and each.expected == HELD for each in asked)


def test_nothing_comes_after_the_last_stage_and_unknown_groups_and_stages_ask_nothing():
    assert {each.future for each in required_of(FRAMEWORK, "Mature", ("X",))} == {False}
    assert required_of(FRAMEWORK, "Early", ("of another version",)) == ()
    assert required_of(FRAMEWORK, "of another version", ("X",)) == ()


def own(kind, line=None, expected=3):
    return OwnCompetency(1, kind, "C1", "ความร่วมมือ", line=line, expected={(PositionType.ACADEMIC, Level.EXPERT): expected})


def test_own_competencies_are_asked_by_type_level_and_line():
    person = Person(1, "ก", PersonnelType.REGULAR, position_type=PositionType.ACADEMIC, level=Level.EXPERT, line=7)
    (asked,) = required_own(person, [own(CompetencyKind.CORE)])
    assert (asked.framework, asked.code, asked.expected, asked.is_graded) == (OWN, "C1", 3, True)
    assert required_own(person, [own(CompetencyKind.LINE, line=7)])
    assert not required_own(person, [own(CompetencyKind.LINE, line=8)])
    assert not required_own(person, [own(CompetencyKind.CORE, expected=0)])
    other = Person(2, "ข", PersonnelType.REGULAR, position_type=PositionType.GENERAL, level=Level.SENIOR)
    assert not required_own(other, [own(CompetencyKind.CORE)])


@pytest.mark.parametrize(
    ("levels", "counts"),
    [(Levels(), None), (Levels(1), 1), (Levels(1, 0), 0), (Levels(0, 0, 1), 1), (Levels(None, None, 0), 0)],
)
def test_what_was_agreed_counts_before_the_superior_and_that_before_oneself(levels, counts):
    assert levels.counts == counts


def before(code, said):
    return standing(Requirement("f", code, code), FRAMEWORK.criteria_of(code), said)


def test_a_unit_is_held_only_when_all_its_criteria_are():
    assert before("U1", {"U1": Levels(agreed=1)}).state is State.UNKNOWN, "the unit itself is not what is judged"
    assert before("U1", {"U11.1": Levels(1)}).state is State.UNKNOWN
    half = before("U1", {"U11.1": Levels(1), "U12.1": Levels(0)})
    assert (half.state, half.met_criteria, half.criteria, half.gap) == (State.GAP, 1, 2, 1)
    whole = before("U1", {"U11.1": Levels(agreed=1), "U12.1": Levels(0, 1)})
    assert (whole.state, whole.gap) == (State.MET, 0), "each criterion by what counts for it"


def test_a_unit_without_criteria_is_judged_itself():
    assert before("U3", {}).state is State.UNKNOWN
    assert before("U3", {}).gap == 1
    assert before("U3", {"U3": Levels(0)}).state is State.GAP
    assert before("U3", {"U3": Levels(superior=1)}).state is State.MET


@given(st.lists(st.sampled_from([None, 0, 1]), min_size=6, max_size=6))
def test_no_mixture_of_raters_makes_a_unit_held_with_a_criterion_that_is_not(values):
    said = {"U11.1": Levels(*values[:3]), "U12.1": Levels(*values[3:])}
    held = all(levels.counts == 1 for levels in said.values())
    assert (before("U1", said).state is State.MET) == held
    for rater in Rater:
        each = [levels.of(rater) for levels in said.values()]
        assert (before("U1", said).levels.of(rater) == 1) == (each == [1, 1])


def test_a_level_short_of_what_is_expected_is_the_gap():
    requirement = Requirement(OWN, "C1", "ความร่วมมือ", 4)
    assert standing(requirement, (), {"C1": Levels(2, 3)}).gap == 1
    assert standing(requirement, (), {"C1": Levels(5)}).gap == 0


def test_learning_is_shared_between_the_stage_that_is_and_the_next():
    now = [before("U3", {"U3": Levels(0)})] * 7
    later = [standing(Requirement("f", "U4", "", future=True), (), {"U4": Levels(0)})] * 3
    assert share([*now, *later]) == Share(7, 3)
    assert share([*now, *later]).percent_future == 30
    assert Share(0, 0).percent_future == 0
