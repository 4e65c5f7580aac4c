from __future__ import annotations

from dataclasses import replace

import pytest

import small_office as small
from hrdesk.domain.plan import CommitteeMember, YearBudget
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, OrganizationKind
from hrdesk.reports.snapshots.snapshot import plan_snapshot, register_snapshot, text_fields

BAHT = 100
SUBDISTRICT, SAO, PAO = small.NAMES
WORDS = {
    SUBDISTRICT: {
        "organization": "เทศบาลตำบลหนองป่าครั่ง",
        "address": "อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่",
        "head_of_office": "นายกเทศมนตรีตำบลหนองป่าครั่ง",
        "chief_of_office": "ปลัดเทศบาลตำบลหนองป่าครั่ง",
        "provincial_committee": "ก.ท.จ.เชียงใหม่",
        "provincial_committee_full": "คณะกรรมการพนักงานเทศบาลจังหวัดเชียงใหม่",
        "budget_law": "เทศบัญญัติ",
        "plan_title": "แผนพัฒนาพนักงานเทศบาล 3 ปี",
        "foot": "งานการเจ้าหน้าที่ สำนักปลัดเทศบาล เทศบาลตำบลหนองป่าครั่ง อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่",
    },
    SAO: {
        "organization": "องค์การบริหารส่วนตำบลดอนแก้ว",
        "head_of_office": "นายกองค์การบริหารส่วนตำบลดอนแก้ว",
        "chief_of_office": "ปลัดองค์การบริหารส่วนตำบลดอนแก้ว",
        "provincial_committee": "ก.อบต.จังหวัดเชียงใหม่",
        "provincial_committee_full": "คณะกรรมการพนักงานส่วนตำบลจังหวัดเชียงใหม่",
        "budget_law": "ข้อบัญญัติ",
        "plan_title": "แผนพัฒนาพนักงานส่วนตำบล 3 ปี",
    },
    PAO: {
        "organization": "องค์การบริหารส่วนจังหวัดลำพูน",
        "head_of_office": "นายกองค์การบริหารส่วนจังหวัดลำพูน",
        "chief_of_office": "ปลัดองค์การบริหารส่วนจังหวัดลำพูน",
        "provincial_committee": "ก.จ.จ.ลำพูน",
        "provincial_committee_full": "คณะกรรมการข้าราชการองค์การบริหารส่วนจังหวัดลำพูน",
        "budget_law": "ข้อบัญญัติ",
        "plan_title": "แผนพัฒนาข้าราชการองค์การบริหารส่วนจังหวัด 3 ปี",
    },
}


@pytest.mark.parametrize("kind", WORDS)
def test_words_are_formed_as_the_kind_of_office_demands(kind: OrganizationKind) -> None:
    fields = text_fields(plan_snapshot(small.office(kind), small.plan(kind)))
    assert {name: fields[name] for name in WORDS[kind]} == WORDS[kind]


@pytest.mark.parametrize(
    ("kind", "head"),
    [(OrganizationKind.CITY, "นายกเทศมนตรีนครเชียงใหม่"), (OrganizationKind.TOWN, "นายกเทศมนตรีเมืองเชียงใหม่")],
)
def test_mayor_of_a_greater_municipality(kind: OrganizationKind, head: str) -> None:
    office = small.office()
    organization = replace(office.organization, kind=kind, name="เชียงใหม่")
    assert plan_snapshot(replace(office, organization=organization), small.plan()).head_of_office == head


def test_words_of_the_plan() -> None:
    fields = text_fields(plan_snapshot(small.office(), small.plan()))
    assert fields["period"] == "2564 - 2566"
    assert (fields["first_year"], fields["last_year"], fields["years_count"]) == ("2564", "2566", "3")
    assert fields["announcement_date"] == "29 พฤศจิกายน 2545"
    assert (fields["project_count"], fields["positions_count"], fields["rounds_per_year"]) == ("8", "3", "3")


def test_what_is_not_known_is_left_to_be_written_in() -> None:
    blank = small.plan(committee_announcement_date=None, committee_announcement_clauses="")
    fields = text_fields(plan_snapshot(small.office(), blank))
    assert set(fields["announcement_date"]) == set(fields["head_name"]) == {"."}


def test_budget_table_of_seed_000() -> None:
    snapshot = plan_snapshot(small.office(), small.plan())
    assert [head.heading for head in snapshot.budget_organizers] == ["ทต.", "กรมส่งเสริม", "หน่วยงานอื่น"]
    assert [head.heading for head in snapshot.budget_columns] == ["งบประมาณต่อปี"]
    assert len(snapshot.budget_rows) == 8
    assert sum(row.amounts[0] or 0 for row in snapshot.budget_rows) == 400_000 * BAHT
    assert {row.years for row in snapshot.budget_rows} == {"ปี 2564 - 2566"}
    assert snapshot.budget_rows[2].organizers == (True, False, True)
    assert snapshot.budget_rows[0].label.startswith("(1) โครงการอบรมเพิ่มประสิทธิภาพ")


def test_money_words_of_seed_000() -> None:
    snapshot = plan_snapshot(small.office(), small.plan())
    assert (snapshot.year_total, snapshot.year_total_words) == ("400,000", "สี่แสนบาทถ้วน")
    assert (snapshot.grand_total, snapshot.grand_total_words) == ("1,200,000", "หนึ่งล้านสองแสนบาทถ้วน")
    assert snapshot.total_sentence == (
        "(สี่แสนบาทถ้วนต่อปี) รวม 3 ปี เป็นเงินทั้งสิ้น 1,200,000 บาท (หนึ่งล้านสองแสนบาทถ้วน)"
    )


def test_years_that_differ_get_a_column_each() -> None:
    budgets = tuple(YearBudget(year, amount * BAHT) for year, amount in ((2564, 20_000), (2566, 30_000)))
    draft = small.changed(1, years=(2564, 2566), budgets=budgets)
    snapshot = plan_snapshot(small.office(), draft)
    assert [(head.heading, head.group) for head in snapshot.budget_columns] == [
        ("ปี 2564", "งบประมาณ"),
        ("ปี 2565", "งบประมาณ"),
        ("ปี 2566", "งบประมาณ"),
    ]
    assert snapshot.budget_rows[0].amounts == (20_000 * BAHT, None, 30_000 * BAHT)
    assert snapshot.budget_rows[0].years == "ปี 2564, 2566"
    assert snapshot.year_total == "400,000 380,000 และ 410,000"
    assert snapshot.total_sentence.startswith("(สี่แสนบาทถ้วน สามแสนแปดหมื่นบาทถ้วน และ สี่แสนหนึ่งหมื่นบาทถ้วน ตามลำดับ)")
    assert "รวม 3 ปี เป็นเงินทั้งสิ้น 1,190,000 บาท" in snapshot.total_sentence


def test_project_that_needs_no_money_shows_nil_where_it_runs() -> None:
    draft = small.changed(1, budgets=(), no_budget=True, years=(2565,))
    row = plan_snapshot(small.office(), draft).monitoring_rows[0]
    assert row.runs == (False, True, False)
    assert row.amounts == (None, 0, None)


def test_monitoring_table_of_seed_000() -> None:
    columns = {small.ORIENTATION, small.TRAINING, small.WORKSHOP}
    office = small.office(
        methods=tuple(replace(m, in_monitoring_table=m.id in columns) for m in small.METHODS),
        organizers=tuple(replace(o, in_monitoring_table=o.id != small.DEPARTMENT) for o in small.ORGANIZERS),
    )
    snapshot = plan_snapshot(office, small.plan())
    heads = [snapshot.monitoring_methods, snapshot.monitoring_organizers, snapshot.year_columns]
    assert [len(columns) for columns in heads] == [3, 2, 3]
    assert len(snapshot.monitoring_rows) == 6
    yearly = [sum(row.amounts[i] or 0 for row in snapshot.monitoring_rows) for i in range(3)]
    assert yearly == [400_000 * BAHT] * 3
    executives = snapshot.monitoring_rows[3]
    assert executives.label == f"(4) {small.EXECUTIVES}"
    assert executives.methods == (False, True, True)
    assert executives.organizers == (False, True), "the department is ticked under the others"
    assert executives.targets.splitlines()[0] == "1. สายงานบริหารท้องถิ่น"
    assert executives.evaluations == "- ทดสอบตามแบบที่กำหนด\n- ติดตามจากหัวหน้าส่วนราชการ"


def test_projects_stand_under_their_organiser_when_listed() -> None:
    draft = small.changed(2, listed=False)
    snapshot = plan_snapshot(small.office(), draft)
    assert snapshot.own_projects == (small.PROJECTS[0].title, small.PROJECTS[2].title)
    assert len(snapshot.department_projects) == 4
    assert snapshot.other_projects == (small.PROJECTS[7].title,)


def test_course_group_4_3_comes_from_the_register() -> None:
    groups = plan_snapshot(small.office(), small.plan()).course_groups
    assert groups[2].entries == small.office().lines_in_use()
    assert groups[0].entries == ("พระราชบัญญัติระเบียบบริหารงานบุคคลส่วนท้องถิ่น พ.ศ. 2542",)


def test_fiscal_years_with_their_dates() -> None:
    assert plan_snapshot(small.office(), small.plan()).fiscal_years[0] == (
        "ปีงบประมาณ พ.ศ. 2564 ตั้งแต่วันที่ 1 ตุลาคม 2563 ถึงวันที่ 30 กันยายน 2564"
    )


def test_responsible_and_committees() -> None:
    named = CommitteeMember("ปลัดเทศบาล", CommitteeRole.CHAIR, CommitteeKind.PLANNING, "นายก้อง ใจดี")
    snapshot = plan_snapshot(small.office(), small.plan(committee=(*small.COMMITTEE, named)))
    assert [entry.text for entry in snapshot.responsible] == [
        "ฝ่ายปกครอง สำนักปลัดเทศบาล เป็นผู้รับผิดชอบ",
        "นักทรัพยากรบุคคล มีหน้าที่ดังนี้",
    ]
    assert [row.number for row in snapshot.monitoring_committee] == ["1.", "2.", "3."]
    assert snapshot.planning_committee[0].position == "นายก้อง ใจดี ปลัดเทศบาล"


def test_register_says_which_posts_are_vacant() -> None:
    snapshot = register_snapshot(small.office())
    assert [row.holder for row in snapshot.register_rows] == ["ผู้ดำรงตำแหน่งที่ 1", "ว่าง", "ผู้ดำรงตำแหน่งที่ 3"]
    assert [row.level for row in snapshot.register_rows] == ["กลาง", "ชำนาญการ", "-"]
    assert [row.personnel_type for row in snapshot.register_rows][:2] == ["พนักงานเทศบาล"] * 2
    assert (snapshot.positions_count, snapshot.vacant_count) == ("3", "1")
