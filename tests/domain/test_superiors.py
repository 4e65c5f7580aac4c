"""Who is above whom, by units, signatories and the office's head: nearest first, nobody twice, never oneself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdesk.domain.signing import Capacity, Signatory, SigningRole
from hrdesk.domain.superiors import Ranks, Superior
from hrdesk.domain.terms import PositionType

UNITS = {1: ("สำนักปลัดเทศบาล", None), 2: ("ฝ่ายอำนวยการ", 1), 3: ("งานการเจ้าหน้าที่", 2), 4: ("กองคลัง", None)}
CHIEF, HEAD = Superior("ปลัด ก", "ปลัดเทศบาลตำบลหนึ่ง"), Superior("นายก ข", "นายกเทศมนตรีตำบลหนึ่ง")
BUREAU, DIVISION, MONEY = Superior("หัวหน้า ค", "หัวหน้าสำนักปลัด", 11), Superior("หัวหน้า ง", "หัวหน้าฝ่าย", 12), Superior("ผอ. จ", "ผอ.กองคลัง", 13)
RANKS = Ranks(UNITS, (), CHIEF, HEAD, {1: BUREAU, 2: DIVISION, 4: MONEY})
ACADEMIC, DIRECTOR, EXECUTIVE = PositionType.ACADEMIC, PositionType.DIRECTOR, PositionType.EXECUTIVE


@pytest.mark.parametrize(
    ("person", "above"),
    [
        ((99, "ใคร", 3, ACADEMIC), (DIVISION, BUREAU, CHIEF, HEAD)),
        ((99, "ใคร", 1, ACADEMIC), (BUREAU, CHIEF, HEAD)),
        ((99, "ใคร", None, ACADEMIC), (CHIEF, HEAD)),
        ((12, "หัวหน้า ง", 2, DIRECTOR), (BUREAU, CHIEF, HEAD)),
        ((13, "ผอ. จ", 4, DIRECTOR), (CHIEF, HEAD)),
        ((99, "รองปลัด", 1, EXECUTIVE), (CHIEF, HEAD)),
        ((50, "ปลัด ก", 1, EXECUTIVE), (HEAD,)),
        ((11, "หัวหน้า ค", 3, DIRECTOR), (CHIEF, HEAD)),  # sits below the unit that he heads
    ],
)
def test_the_nearest_is_first_and_nobody_is_above_himself(person, above):
    assert RANKS.of(*person) == above


def entered(role, capacity=Capacity.OWN, unit=None, signs=True):
    return Signatory(7, role, "รอง ฉ", "รองปลัดเทศบาล", capacity, unit, 20, signs)


@pytest.mark.parametrize(
    ("signatory", "found"),
    [
        (entered(SigningRole.UNIT_HEAD, Capacity.PERFORMING, 4), "รองปลัดเทศบาล ปฏิบัติหน้าที่ผู้อำนวยการกองคลัง"),
        (entered(SigningRole.UNIT_HEAD, Capacity.OWN, 4), "รองปลัดเทศบาล"),
        (entered(SigningRole.UNIT_HEAD, Capacity.OWN, 4, signs=False), None),
        (entered(SigningRole.UNIT_HEAD, Capacity.OWN, 1), None),
        (entered(SigningRole.CHIEF, Capacity.ACTING), None),
    ],
)
def test_who_is_entered_as_head_of_a_unit_goes_before_the_frame(signatory, found):
    nearest = replace(RANKS, signatories=(signatory,)).of(99, "ใคร", 4, ACADEMIC)[0]
    assert nearest == (Superior("รอง ฉ", found, 20) if found else MONEY)


def test_who_acts_stands_in_the_place_of_the_chief_officer_or_the_head():
    ranks = replace(RANKS, signatories=(entered(SigningRole.CHIEF, Capacity.ACTING),))
    assert ranks.of(99, "ใคร", 4, ACADEMIC) == (MONEY, Superior("รอง ฉ", "รองปลัดเทศบาล รักษาราชการแทนปลัดเทศบาลตำบลหนึ่ง", 20), HEAD)
    assert ranks.of(20, "รอง ฉ", 1, EXECUTIVE) == (HEAD,), "who acts is not above himself"
    both = replace(ranks, signatories=(*ranks.signatories, entered(SigningRole.HEAD, Capacity.ACTING)))
    assert [one.name for one in both.of(99, "ใคร", 4, ACADEMIC)] == ["ผอ. จ", "รอง ฉ"], "nobody agrees twice"


def test_an_office_without_names_proposes_nobody():
    empty = Ranks(UNITS, (), Superior("", "ปลัด"), Superior("", "นายก"))
    assert empty.of(99, "ใคร", 3, ACADEMIC) == ()
    assert empty.everybody() == ()


def test_deputies_and_all_heads_may_be_chosen():
    deputy = entered(SigningRole.DEPUTY_CHIEF)
    found = replace(RANKS, signatories=(deputy,)).everybody()
    assert found == (HEAD, CHIEF, Superior("รอง ฉ", "รองปลัดเทศบาล", 20), BUREAU, DIVISION, MONEY)
