"""What a role asks beside its units: lists with inheritance, basics and topics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.competency import OWN, Levels, Requirement, Standings, State, required_of, standing
from hrdesk.domain.framework import Criterion, Framework, Item, Named, Role, Unit, resolved
from hrdesk.domain.framework_parts import judgeables, required_parts
from hrdesk.domain.guide import above_of
from hrdesk.domain.needs import Profile, ranked_needs
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.services.reference.framework import load_framework

FRAMEWORK = resolved(
    Framework(
        id="f",
        version="1",
        title="กรอบ",
        source="",
        stages=(Named("Early", "แรก"), Named("Mature", "สมบูรณ์")),
        groups=(Named("X", "กลุ่ม X"), Named("Y", "กลุ่ม Y")),
        units=(Unit("U1", "หน่วย", "A"), Unit("U2", "หน่วย", "B")),
        knowledge=(Item("K1", "ทุกคน", basic=True), Item("K2", "ตามบทบาท", topics=("ก", "ข")), Item("K3", "เพิ่ม")),
        experience=(Item("E1", "ทุกคน", basic=True), Item("E2", "เพิ่ม")),
        traits=(Item("T1", "ทุกคน", basic=True),),
        competencies=(Item("M1", "วิสัยทัศน์"),),
        roles=(
            Role("Early", "X", "x", units=("U1",), topics=("K2.2",)),
            Role("Early", "Y", "y", units=("U2",), knowledge=("K2",), competencies=("M1",)),
            Role("Mature", "X", "x", inherits="Early", units=("U1",), knowledge=("K3",), experience=("E2",)),
            Role("Mature", "Y", "y", inherits="Early", units=("U2",), knowledge=("K3",), competencies=("M1",)),
        ),
    )
)


@pytest.mark.parametrize(
    ("stage", "groups", "codes"),
    [
        ("Early", ("X",), "K1 K2.2 E1 T1"),
        ("Early", ("Y",), "K1 K2 E1 T1 M1"),
        ("Early", ("X", "Y"), "K1 K2 E1 T1 M1"),  # the topic is part of what the other group asks whole
        ("Mature", ("X",), "K1 K2.2 K3 E1 E2 T1"),
        ("Mature", ("Y", "X"), "K1 K2 K3 E1 E2 T1 M1"),
        ("Early", (), ""),
    ],
)
def test_lists_are_asked_by_role_with_what_earlier_stages_asked(stage, groups, codes):
    assert " ".join(part.code for part in required_parts(FRAMEWORK, stage, groups)) == codes


def test_a_person_owes_the_whole_set_and_later_what_the_next_stage_adds():
    asked = required_of(FRAMEWORK, "Early", ("X",))
    assert [(each.code, each.kind.value) for each in asked if not each.future] == [
        ("U1", "unit"), ("K1", "knowledge"), ("K2.2", "knowledge"), ("E1", "experience"), ("T1", "trait"),
    ]  # fmt: skip
    assert [each.code for each in asked if each.future] == ["K3", "E2"]
    assert not any(each.is_graded for each in asked)


def test_topics_come_after_their_entry_and_areas_tell_the_list():
    found = judgeables(FRAMEWORK)
    assert [part.code for part in found] == ["U1", "U2", "K1", "K2", "K2.1", "K2.2", "K3", "E1", "E2", "T1", "M1"]
    assert [part.area for part in found[:4]] == ["A", "B", "knowledge", "knowledge"]
    above = {code: above_of(FRAMEWORK, (FRAMEWORK.id, code)) for code in ("U2", "K2.1", "K2", "T1", "?")}
    assert above == {"U2": ("B",), "K2.1": ("K2", "knowledge"), "K2": ("knowledge",), "T1": ("trait",), "?": ()}
    assert above_of(FRAMEWORK, (OWN, "U2")) == ("own",), "the office's own codes are a space of their own"


def test_the_shipped_framework_asks_its_23_18_5_and_4_of_somebody():
    shipped = load_framework()
    everyone = [group.code for group in shipped.groups]
    whole = [part for part in required_parts(shipped, "Mature", everyone) if "." not in part.code]
    counts = {kind: sum(part.kind is kind for part in whole) for kind in SkillKind if kind is not SkillKind.UNIT}
    assert counts == {
        SkillKind.KNOWLEDGE: 23, SkillKind.EXPERIENCE: 18, SkillKind.TRAIT: 5, SkillKind.COMPETENCY: 4, SkillKind.OWN: 0
    }  # fmt: skip
    others = [part.code for part in required_parts(shipped, "Early", ["Others"])]
    assert {"KB1", "KB5", "EB1", "T1", "T5", "M4", "KN09"} <= set(others)
    assert not {"KN01", "M1", "EN01"} & set(others)


CRITERIA = (Criterion("U11.1", "เกณฑ์", "U11"), Criterion("U12.1", "เกณฑ์", "U12"))
LEVELS = st.tuples(*[st.sampled_from([None, 0, 1])] * 3).map(lambda said: Levels(*said))


@given(st.lists(st.tuples(LEVELS, LEVELS, LEVELS), max_size=30))
def test_standings_made_once_are_those_made_each_time(people):
    asked = Requirement("f", "U1", "หน่วย")
    shared = {criteria: Standings(asked, criteria) for criteria in ((), CRITERIA)}
    for one, two, three in people:
        said = {"U1": one, "U11.1": two, "U12.1": three}
        for criteria, table in shared.items():
            assert table.of(said) == standing(asked, criteria, said)
            assert table.of(said) is table.of(dict(said))


def test_the_units_and_the_whole_set_are_told_apart():
    asked = required_of(FRAMEWORK, "Mature", ("X",))

    def profile(**levels):
        return Profile(None, tuple(standing(each, (), {c: Levels(agreed=v) for c, v in levels.items()}) for each in asked))

    whole = {each.code: 1 for each in asked}
    units = profile(U1=1)
    assert (units.meets, units.meets_all) == (True, False)
    assert (profile(**{**whole, "U1": 0}).meets, profile(**{**whole, "U1": 0}).meets_all) == (False, False)
    assert (profile(**whole).meets, profile(**whole).meets_all) == (True, True)
    assert (profile(**{**whole, "E2": 0}).meets, profile(**{**whole, "E2": 0}).meets_all) == (True, False)
    assert profile(E2=0).at(("f", "E2")).state is State.GAP
    nothing = Profile(None, ())
    assert (nothing.meets, nothing.meets_all) == (False, False)


def test_needs_tell_of_which_part_they_are():
    class One:
        id = 7

    asked = required_of(FRAMEWORK, "Early", ("Y",))
    said = {"K2": Levels(agreed=0), "M1": Levels(superior=0), "U2": Levels(1)}
    needs = ranked_needs([Profile(One, tuple(standing(each, (), said) for each in asked))], {})
    assert [(need.code, need.kind, need.lacking) for need in needs[:2]] == [
        ("K2", SkillKind.KNOWLEDGE, 1), ("M1", SkillKind.COMPETENCY, 1),
    ]  # fmt: skip
