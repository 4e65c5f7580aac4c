"""Frameworks of any origin: what is refused, and what resolving gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.framework import Criterion, Element, Framework, Item, Named, Role, Unit, resolved
from hrdesk.domain.framework_check import check_framework, repeated

SMALL = Framework(
    id="office-2570",
    version="1",
    title="สมรรถนะของสำนักงาน",
    source="ประกาศเทศบาล",
    stages=(Named("S1", "ระยะแรก"), Named("S2", "ระยะสอง"), Named("S3", "ระยะสาม")),
    groups=(Named("A", "กลุ่ม ก"), Named("B", "กลุ่ม ข")),
    areas=(Named("X", "ด้าน ก"),),
    units=(Unit("X1", "หน่วยหนึ่ง", "X"), Unit("X2", "หน่วยสอง", "X"), Unit("X3", "หน่วยสาม", "X")),
    elements=(Element("X11", "ย่อยหนึ่ง", "X1"), Element("X12", "ย่อยสอง", "X1")),
    criteria=tuple(
        Criterion(f"{element}.{n}", f"เกณฑ์ {n}", element) for element in ("X11", "X12") for n in (1, 2)
    ),
    knowledge=(
        Item("K0", "พื้นฐาน", basic=True),
        Item("K1", "รู้หนึ่ง", topics=("หัวข้อหนึ่ง", "หัวข้อสอง")),
        Item("K2", "รู้สอง"),
        Item("K3", "รู้สาม"),
    ),
    experience=(Item("E0", "พื้นฐาน", basic=True), Item("E1", "เคยหนึ่ง")),
    traits=(Item("T1", "ใฝ่รู้", basic=True),),
    competencies=(Item("M1", "วิสัยทัศน์"),),
    roles=(
        Role("S1", "A", "ก1", units=("X1",), knowledge=("K2",), topics=("K1.2",)),
        Role("S2", "A", "ก2", inherits="S1", units=("X3", "X2"), knowledge=("K1",), experience=("E1",)),
        Role("S3", "A", "ก3", inherits="S2", units=("X2",), competencies=("M1",)),
        Role("S1", "B", "ข1", units=("X3",)),
        Role("S2", "B", "ข2", units=("X1",)),
        Role("S3", "B", "ข3", inherits="S1", units=("X1",)),
    ),
)


def with_role(place: int, **changes: object) -> Framework:
    roles = list(SMALL.roles)
    roles[place] = replace(roles[place], **changes)
    return replace(SMALL, roles=tuple(roles))


def found(framework: Framework) -> set[tuple[str, str]]:
    return {(problem.code, problem.field) for problem in check_framework(framework)}


def test_a_sound_framework_has_no_problems() -> None:
    assert check_framework(SMALL) == ()


@pytest.mark.parametrize(
    ("framework", "code", "field"),
    [
        (replace(SMALL, units=(*SMALL.units, Unit("X1", "ซ้ำ", "X"))), "framework.duplicate", "unit:X1"),
        (replace(SMALL, units=(*SMALL.units, Unit("X11", "ซ้ำย่อย", "X"))), "framework.duplicate", "unit:X11"),
        (replace(SMALL, units=(*SMALL.units, Unit("Y1", "หลง", "Y"))), "framework.unknown", "unit:Y1.area"),
        (replace(SMALL, areas=(*SMALL.areas, Named("Z", "ว่าง"))), "framework.empty-area", "area:Z"),
        (replace(SMALL, groups=(*SMALL.groups, Named("C", "ไม่มีบทบาท"))), "framework.roles", "role:S2/C"),
        (replace(SMALL, elements=SMALL.elements[:1]), "framework.few-elements", "unit:X1"),
        (replace(SMALL, criteria=SMALL.criteria[1:]), "framework.few-criteria", "element:X11"),
        (
            replace(SMALL, knowledge=(*SMALL.knowledge, Item("", "ไร้รหัส"))),
            "framework.no-code",
            "knowledge:ไร้รหัส",
        ),
        (replace(SMALL, traits=(Item("T1", " "),)), "framework.no-name", "trait:T1"),
        (replace(SMALL, traits=(Item("X11.1", "ซ้ำเกณฑ์", basic=True),)), "framework.duplicate", "trait:X11.1"),
        (replace(SMALL, competencies=(Item("K2", "ซ้ำความรู้"),)), "framework.duplicate", "competency:K2"),
        (with_role(0, units=("X1", "X9")), "framework.unknown", "role:S1/A.units"),
        (with_role(0, units=("X1", "X1")), "framework.duplicate", "role:S1/A.units"),
        (with_role(0, units=()), "framework.empty-role", "role:S1/A"),
        (with_role(0, knowledge=("K0",)), "framework.unknown", "role:S1/A.knowledge"),
        (with_role(2, knowledge=("K2",)), "framework.duplicate", "role:S3/A.knowledge"),
        (with_role(1, inherits="S2"), "framework.inherits", "role:S2/A.inherits"),
        (with_role(1, inherits="S3"), "framework.inherits", "role:S2/A.inherits"),
        (with_role(1, topics=("K1.3",)), "framework.unknown", "role:S2/A.topics"),
        (with_role(1, group="Q"), "framework.unknown", "role:S2/Q.group"),
        (with_role(1, stage="S1"), "framework.roles", "role:S1/A"),
    ],
)
def test_what_does_not_hold_together_is_named(framework: Framework, code: str, field: str) -> None:
    assert (code, field) in found(framework)


def test_resolving_writes_out_basics_and_what_earlier_stages_asked() -> None:
    framework = resolved(SMALL)
    first, second, third = (framework.role(stage, "A") for stage in ("S1", "S2", "S3"))
    assert (first.knowledge, first.topics) == (("K0", "K2"), ("K1.2",))
    assert (second.knowledge, second.topics) == (("K0", "K2", "K1"), ())  # the topic lies within K1
    assert third.knowledge == second.knowledge
    assert (first.experience, third.experience) == (("E0",), ("E0", "E1"))
    assert {role.traits for role in framework.roles} == {("T1",)}
    assert third.competencies == ("M1",)
    assert framework.role("S2", "B").knowledge == ("K0",)  # this one inherits nothing


def test_a_person_of_two_groups_needs_the_union_in_the_frameworks_order() -> None:
    assert SMALL.required_units("S2", ["A"]) == ("X2", "X3")
    assert SMALL.required_units("S2", ["B", "A"]) == ("X1", "X2", "X3")
    assert SMALL.required_units("S2", []) == ()
    with pytest.raises(KeyError):
        SMALL.required_units("S2", ["Q"])


def test_stages_follow_one_another() -> None:
    assert [SMALL.next_stage(stage) for stage in ("S1", "S2", "S3")] == ["S2", "S3", None]
    with pytest.raises(ValueError):
        SMALL.next_stage("Early")


def test_criteria_of_a_unit() -> None:
    assert [each.code for each in SMALL.criteria_of("X1")] == ["X11.1", "X11.2", "X12.1", "X12.2"]
    assert SMALL.criteria_of("X2") == ()


codes = st.sampled_from(["S1", "S2", "X1", "X2", "K0", "K1", "K1.1", "E1", "A", "B", ""])
several = st.lists(codes, max_size=3).map(tuple)
roles = st.builds(
    Role,
    codes,
    codes,
    codes,
    inherits=codes,
    units=several,
    knowledge=several,
    topics=several,
    experience=several,
)


@given(st.lists(roles, max_size=5))
def test_whatever_a_sheet_brings_is_judged_not_crashed_on(brought: list[Role]) -> None:
    framework = replace(SMALL, stages=SMALL.stages[:2], roles=tuple(brought))
    if check_framework(framework):
        return
    for role in resolved(framework).roles:
        assert not repeated(role.knowledge)
        assert not repeated(role.experience)
        assert "K0" in role.knowledge


@given(st.permutations(SMALL.roles), st.lists(st.sampled_from(["K2", "K3"]), max_size=2))
def test_the_order_of_roles_does_not_matter_to_resolving(order: list[Role], added: list[str]) -> None:
    framework = replace(
        SMALL,
        roles=tuple(
            replace(role, knowledge=(*role.knowledge, *added)) if role.name == "ก2" else role
            for role in order
        ),
    )
    if check_framework(framework):
        assert "K2" in added or repeated(added)  # K2 is inherited already
        return
    assert resolved(framework).role("S3", "A").knowledge == ("K0", "K2", "K1", *added)
