from __future__ import annotations

from dataclasses import replace

import pytest

import small_office as small
from hrdesk.domain.plan import PlanDraft, YearBudget
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.reports.document import (
    Borderless,
    Contents,
    Document,
    Heading,
    ListItem,
    Orientation,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Space,
    Table,
)
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import load_form
from hrdesk.reports.snapshots.snapshot import plan_snapshot, register_snapshot

BAHT = 100


def composed(
    form: str, draft: PlanDraft | None = None, kind: OrganizationKind = OrganizationKind.SUBDISTRICT
) -> Document:
    return compose(load_form(form), plan_snapshot(small.office(kind), draft or small.plan(kind)))


def table(document: Document) -> Table:
    (found,) = (
        block for section in document.sections for block in section.blocks if isinstance(block, Table)
    )
    return found


def text_of(section: Section) -> str:
    parts: list[str] = []
    for block in section.blocks:
        if isinstance(block, Heading):
            parts.append(block.text)
        elif isinstance(block, Paragraph | ListItem):
            parts.append("".join(run.text for run in block.runs))
        elif isinstance(block, Borderless):
            parts += (" ".join(row) for row in block.rows)
    return "\n".join(parts)


def test_budget_table() -> None:
    document = composed("budget-table")
    found = table(document)
    assert [(c.group, c.heading) for c in found.columns] == [
        ("", "โครงการ"),
        ("การพัฒนา", "ทต."),
        ("การพัฒนา", "กรมส่งเสริม"),
        ("การพัฒนา", "หน่วยงานอื่น"),
        ("", "งบประมาณต่อปี"),
        ("", "ปีที่ดำเนินการ"),
    ]
    assert found.columns[-1].merged
    assert len(found.rows) == 8
    assert found.rows[7].cells[1:] == (False, True, True, 150_000 * BAHT, "ปี 2564 - 2566")
    assert found.total is not None
    assert found.total.cells == (None, None, None, None, 400_000 * BAHT, None)
    assert "สี่แสนบาทถ้วน" in found.total.words
    assert document.sections[0].orientation is Orientation.PORTRAIT


def test_budget_table_with_a_column_a_year() -> None:
    draft = small.changed(1, budgets=tuple(YearBudget(year, year * BAHT) for year in small.YEARS))
    found = table(composed("budget-table", draft))
    assert [(c.group, c.heading) for c in found.columns[4:7]] == [
        ("งบประมาณ", "ปี 2564"),
        ("งบประมาณ", "ปี 2565"),
        ("งบประมาณ", "ปี 2566"),
    ]
    assert found.total is not None
    assert found.total.cells[4:7] == tuple((380_000 + year) * BAHT for year in small.YEARS)


def fourteen_columns() -> Document:
    shown = {small.ORIENTATION, small.TRAINING, small.WORKSHOP}
    office = small.office(
        methods=tuple(replace(m, in_monitoring_table=m.id in shown) for m in small.METHODS),
        organizers=tuple(replace(o, in_monitoring_table=o.id != small.DEPARTMENT) for o in small.ORGANIZERS),
    )
    return compose(load_form("monitoring-table"), plan_snapshot(office, small.plan()))


def test_monitoring_table_has_fourteen_leaf_columns_under_two_rows_of_heads() -> None:
    document = fourteen_columns()
    found = table(document)
    assert [(c.group, c.heading) for c in found.columns] == [
        ("", "หลักสูตร"),
        ("", "เป้าหมาย"),
        ("วิธีการพัฒนา", "ปฐมนิเทศ"),
        ("วิธีการพัฒนา", "การฝึกอบรม"),
        ("วิธีการพัฒนา", "ประชุมเชิงปฏิบัติการ"),
        ("การดำเนินการ", "เทศบาล"),
        ("การดำเนินการ", "หน่วยงานอื่น ๆ"),
        *(("ระยะเวลาดำเนินการ", f"ปี {year}") for year in small.YEARS),
        *(("งบประมาณ", f"ปี {year}") for year in small.YEARS),
        ("", "การติดตามประเมินผล"),
    ]
    assert [c.key for c in found.columns if c.merged] == ["targets", "evaluations"]
    assert len(found.rows) == 6
    assert found.total is not None
    assert found.total.cells[10:13] == (400_000 * BAHT,) * 3
    assert found.total.words.count("บาทถ้วน") == 2
    assert document.sections[0].orientation is Orientation.LANDSCAPE


def test_both_tables_agree_on_every_year() -> None:
    budget, monitoring = table(composed("budget-table")).total, table(composed("monitoring-table")).total
    assert budget is not None
    assert monitoring is not None
    assert {c for c in budget.cells if c} == {c for c in monitoring.cells if c} == {400_000 * BAHT}


def test_a_plan_without_projects_prints_an_empty_table_and_no_total() -> None:
    found = table(composed("monitoring-table", small.plan(projects=())))
    assert (found.rows, found.total) == ((), None)
    assert found.empty == "ยังไม่มีโครงการที่ตั้งงบประมาณ"


def test_committee_is_signed_by_the_head() -> None:
    document = composed("committee")
    assert [row.cells[0] for row in table(document).rows] == ["1.", "2.", "3."]
    signature = document.sections[0].blocks[-1]
    assert isinstance(signature, Signature)
    assert signature.position == ("นายกเทศมนตรีตำบลหนองป่าครั่ง",)


def test_register() -> None:
    document = compose(load_form("register"), register_snapshot(small.office()))
    assert table(document).rows[1].cells == (
        2, "05-2-01-0002-001", "นักทรัพยากรบุคคล", "ชำนาญการ", "ว่าง", "สำนักปลัด",
    )  # fmt: skip


def test_the_book_in_order() -> None:
    document = composed("plan-book")
    heads = [
        b.lines[0] for s in document.sections for b in s.blocks if isinstance(b, Heading) and b.level == 0
    ]
    assert heads == [
        "คำนำ", "สารบัญ", "ส่วนที่ 1", "ส่วนที่ 2", "ส่วนที่ 3", "ส่วนที่ 4", "ส่วนที่ 5", "ส่วนที่ 6", "ส่วนที่ 7",
        "ตารางการติดตามประเมินผลแผนพัฒนาพนักงานเทศบาล 3 ปี", "ภาคผนวก",
    ]  # fmt: skip
    assert [s.orientation for s in document.sections].count(Orientation.LANDSCAPE) == 1
    assert [s.numbered for s in document.sections[:4]] == [False, False, False, True]
    assert document.catchwords
    assert document.author == "เทศบาลตำบลหนองป่าครั่ง"
    assert document.foot.startswith("งานการเจ้าหน้าที่ สำนักปลัดเทศบาล เทศบาลตำบลหนองป่าครั่ง")


def test_contents_list_the_parts_and_neither_preface_nor_themselves() -> None:
    document = composed("plan-book")
    listed = [b.lines[0] for s in document.sections for b in s.blocks if isinstance(b, Heading) and b.listed]
    assert "คำนำ" not in listed
    assert "สารบัญ" not in listed
    assert listed[0] == "ส่วนที่ 1"
    assert any(isinstance(b, Contents) for b in document.sections[2].blocks)


@pytest.mark.parametrize("kind", small.NAMES)
def test_the_book_speaks_as_its_kind_of_office_does(kind: OrganizationKind) -> None:
    text = "\n".join(text_of(section) for section in composed("plan-book", kind=kind).sections)
    for other, (name, _, _) in small.NAMES.items():
        assert (name in text) == (other is kind), name
    assert ("เทศบัญญัติ" in text) == kind.is_municipality
    assert ("ข้อบัญญัติ" in text) != kind.is_municipality
    staff = small.office(kind).organization.wording.staff
    assert f"แผนพัฒนา{staff} 3 ปี" in text
    assert "{" not in text
    assert not set("๐๑๒๓๔๕๖๗๘๙") & set(text)


def test_data_stands_in_the_chapters() -> None:
    sections = {
        s.blocks[0].lines[0]: text_of(s)
        for s in composed("plan-book").sections
        if isinstance(s.blocks[0], Heading)
    }
    assert "พระราชบัญญัติภาษีป้าย พ.ศ. 2510" in sections["ส่วนที่ 4"]
    assert "นักบริหารท้องถิ่น" in sections["ส่วนที่ 4"]
    assert all(project.title in sections["ส่วนที่ 5"] for project in small.PROJECTS)
    assert "30 กันยายน 2566" in sections["ส่วนที่ 5"]
    assert "1,200,000" in sections["ส่วนที่ 6"]
    assert "นักทรัพยากรบุคคล กรรมการ/เลขานุการ" in sections["ส่วนที่ 7"]
    assert "29 พฤศจิกายน 2545" in sections["ส่วนที่ 1"]


def test_chapter_the_officer_changed_replaces_the_standard_one() -> None:
    draft = small.plan(chapters={"scope": "# ส่วนที่ 3 | ขอบเขต\nใช้ใน{organization} ข้อ ๓"})
    scope = composed("plan-book", draft).sections[5]
    assert scope.blocks[0] == Heading(("ส่วนที่ 3", "ขอบเขต"))
    assert text_of(scope).endswith("ใช้ในเทศบาลตำบลหนองป่าครั่ง ข้อ 3")
    assert len(scope.blocks) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{organisation}", "{organisation}"),
        ("@table nothing", "“@table nothing”"),
        ("@table nothing", "@ตารางงบประมาณ หรือ"),
        ("@projects mine", "“@projects mine”"),
        ("@projects mine", "กรุณาแก้เป็น @โครงการของหน่วยงาน หรือ @โครงการของกรมส่งเสริม หรือ @โครงการของหน่วยอื่น"),
        ("@courses 6", "“@courses 6”"),
        ("@courses", "@หลักสูตรหมวด 1 หรือ"),
        ("@committee other", "@รายชื่อคณะกรรมการจัดทำแผน หรือ @รายชื่อคณะกรรมการติดตาม"),
        ("@nothing", "@nothing"),
        ("@หลักสูตรหมวด 9", "@หลักสูตรหมวด"),
    ],
)
def test_slip_in_a_changed_chapter_names_chapter_and_slip(text: str, told: str) -> None:
    with pytest.raises(UserError) as caught:
        composed("plan-book", small.plan(chapters={"scope": text}))
    assert str(caught.value).startswith("ส่วนที่ 3 ขอบเขตของการพัฒนา: ")
    assert told in str(caught.value)


def test_empty_lists_say_so() -> None:
    bare = small.plan(
        projects=(), committee=(), responsible=(), chapters={"scope": "@committee planning\n@projects own"}
    )
    scope = composed("plan-book", bare).sections[5]
    assert [item.runs[0].text for item in scope.blocks if isinstance(item, ListItem)] == ["ไม่มี"]


def test_a_committee_without_members_is_written_in_by_hand() -> None:
    bare = small.plan(committee=(), chapters={"scope": "@committee planning"})
    found = next(block for block in composed("plan-book", bare).sections[5].blocks if isinstance(block, Borderless))
    assert [role for _, role in found.rows] == ["ประธานกรรมการ", "กรรมการ", "กรรมการ", "กรรมการ/เลขานุการ"]
    assert all(set(name[3:]) == {"."} for name, _ in found.rows)


def test_layout_lines() -> None:
    text = "@contents\n@contents 0\n@page\n@space\n@space 12"
    scope = composed("plan-book", small.plan(chapters={"scope": text})).sections[5]
    assert scope.blocks == (Contents(), Contents(0), PageBreak(), Space(5.0), Space(12.0))


def test_plan_data_are_not_for_the_register() -> None:
    form = replace(load_form("register"), before="@methods")
    with pytest.raises(UserError, match="@methods"):
        compose(form, register_snapshot(small.office()))


def test_thai_digits_are_the_writers_choice() -> None:
    form, snapshot = load_form("committee"), plan_snapshot(small.office(), small.plan())
    arabic = compose(form, snapshot, thai_digits=False)
    assert replace(arabic, thai_digits=True) == compose(form, snapshot)
