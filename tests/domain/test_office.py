from __future__ import annotations

from dataclasses import replace

import pytest

import small_office as small
from hrdesk.domain.office import Organization
from hrdesk.domain.terms import OrganizationKind, PersonnelType, PositionType


@pytest.mark.parametrize(
    ("kind", "full"),
    [
        (OrganizationKind.SUBDISTRICT, "เทศบาลตำบลหนองป่าครั่ง"),
        (OrganizationKind.SAO, "องค์การบริหารส่วนตำบลดอนแก้ว"),
        (OrganizationKind.PAO, "องค์การบริหารส่วนจังหวัดลำพูน"),
    ],
)
def test_full_name(kind: OrganizationKind, full: str) -> None:
    assert small.office(kind).organization.full_name == full


def test_address_leaves_out_what_is_not_known() -> None:
    known = Organization(OrganizationKind.SAO, "ดอนแก้ว", "แม่ริม", "เชียงใหม่")
    assert known.address == "อำเภอแม่ริม จังหวัดเชียงใหม่"
    assert replace(known, district="").address == "จังหวัดเชียงใหม่"
    assert Organization(OrganizationKind.SAO, "ดอนแก้ว").address == ""


def test_target_group_reaches_a_type_of_staff_or_of_position() -> None:
    executive, academic, labourer = small.POSITIONS
    by_position, _, by_personnel = small.TARGETS
    assert by_position.covers(executive)
    assert not by_position.covers(academic)
    assert by_personnel.covers(labourer)
    assert not by_personnel.covers(executive)
    nobody = replace(by_position, position_types=frozenset())
    assert not any(nobody.covers(position) for position in small.POSITIONS)


def test_lines_in_use_follow_the_announcement_then_the_alphabet() -> None:
    assert small.office().lines_in_use() == ("นักบริหารท้องถิ่น", "นักทรัพยากรบุคคล", "คนงาน")
    unknown = tuple(replace(small.POSITIONS[0], line=line) for line in ("ข", "ก", "นักทรัพยากรบุคคล"))
    assert replace(small.office(), positions=unknown).lines_in_use() == ("นักทรัพยากรบุคคล", "ก", "ข")


def test_no_position_type_is_shared_by_chance() -> None:
    assert PositionType.NONE not in small.TARGETS[2].position_types
    assert PersonnelType.GENERAL_CONTRACT in small.TARGETS[2].personnel_types
