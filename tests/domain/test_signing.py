from __future__ import annotations

import pytest

from hrdesk.domain.signing import Capacity, Signatory, SigningRole, head_title
from hrdesk.domain.terms import term


@pytest.mark.parametrize(
    ("unit", "title"),
    [
        ("กองคลัง", "ผู้อำนวยการกองคลัง"),
        ("สำนักช่าง", "ผู้อำนวยการสำนักช่าง"),
        ("สำนักปลัดเทศบาล", "หัวหน้าสำนักปลัดเทศบาล"),
        ("ฝ่ายอำนวยการ", "หัวหน้าฝ่ายอำนวยการ"),
        ("งานการเจ้าหน้าที่", "หัวหน้างานการเจ้าหน้าที่"),
        ("หน่วยตรวจสอบภายใน", "หัวหน้าหน่วยตรวจสอบภายใน"),
        ("", ""),
    ],
)
def test_a_unit_has_a_head_or_a_director(unit, title):
    assert head_title(unit) == title


@pytest.mark.parametrize(
    ("capacity", "line"),
    [
        (Capacity.OWN, "รองปลัดเทศบาล"),
        (Capacity.ACTING, "รองปลัดเทศบาล รักษาราชการแทน"),
        (Capacity.DELEGATED, "รองปลัดเทศบาล ปฏิบัติราชการแทน"),
        (Capacity.PERFORMING, "รองปลัดเทศบาล ปฏิบัติหน้าที่"),
    ],
)
def test_the_line_under_the_name_says_in_whose_place(capacity, line):
    assert Signatory(1, SigningRole.CHIEF, "นายหนึ่ง ก", "รองปลัดเทศบาล", capacity).own_line == line


def test_only_a_head_of_unit_belongs_to_a_unit():
    assert Signatory(1, SigningRole.UNIT_HEAD, unit=4).place == (SigningRole.UNIT_HEAD, 4)
    assert Signatory(1, SigningRole.HR_HEAD, unit=4).place == (SigningRole.HR_HEAD, None)
    assert len({term(role) for role in SigningRole}) == len(SigningRole)
