from __future__ import annotations

import pytest

from hrdesk.domain.kind_change import rewording
from hrdesk.domain.office import Organization
from hrdesk.domain.terms import OrganizationKind as K

MUNICIPALITY = Organization(K.SUBDISTRICT, "บ้านใหม่", province="ลำพูน")
SAO = Organization(K.SAO, "บ้านใหม่", province="ลำพูน")
PAO = Organization(K.PAO, "ลำพูน", province="ลำพูน")


@pytest.mark.parametrize(
    ("before", "after", "text", "said"),
    [
        (MUNICIPALITY, SAO, "รองปลัดเทศบาลตำบลบ้านใหม่", "รองปลัดองค์การบริหารส่วนตำบลบ้านใหม่"),
        (MUNICIPALITY, SAO, "เสนอ ก.ท.จ.ลำพูน และ ก.ท.", "เสนอ ก.อบต.จังหวัดลำพูน และ ก.อบต."),
        (MUNICIPALITY, SAO, "หัวหน้าสำนักปลัดเทศบาล", "หัวหน้าสำนักปลัดองค์การบริหารส่วนตำบล"),
        (MUNICIPALITY, SAO, "พระราชบัญญัติเทศบาล พ.ศ. 2496", "พระราชบัญญัติเทศบาล พ.ศ. 2496"),
        (MUNICIPALITY, SAO, "อบรมของพนักงานเทศบาลและพนักงานจ้าง", "อบรมของพนักงานส่วนตำบลและพนักงานจ้าง"),
        (SAO, MUNICIPALITY, "นายกองค์การบริหารส่วนตำบลบ้านใหม่", "นายกเทศมนตรีตำบลบ้านใหม่"),
        (SAO, MUNICIPALITY, "คณะกรรมการพนักงานส่วนตำบลจังหวัดลำพูน", "คณะกรรมการพนักงานเทศบาลจังหวัดลำพูน"),
        (SAO, PAO, "ข้อบัญญัติ", "ข้อบัญญัติ"),
        (PAO, SAO, "ปลัดองค์การบริหารส่วนจังหวัดลำพูน", "ปลัดองค์การบริหารส่วนตำบลบ้านใหม่"),
        (MUNICIPALITY, MUNICIPALITY, "นายกเทศมนตรี", "นายกเทศมนตรี"),
    ],
)
def test_the_phrases_of_this_office_follow_and_others_stay(before, after, text, said):
    assert rewording(before, after)(text) == said


@pytest.mark.parametrize("kind", K)
@pytest.mark.parametrize("other", K)
def test_there_and_back_is_the_same(kind, other):
    one, another = Organization(kind, "บ้านใหม่"), Organization(other, "บ้านใหม่")
    words = one.wording
    text = f"{one.head_of_office} {one.chief_of_office} {words.staff} {words.provincial_committee} {words.budget_law} {words.chief_office}"
    there = rewording(one, another)(text)
    assert rewording(another, one)(there) == text or words.budget_law != another.wording.budget_law
    assert another.head_of_office in there
    assert another.wording.staff in there
