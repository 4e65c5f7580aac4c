from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from hrdesk.domain.life import IssuedDocument
from hrdesk.domain.next_plan import next_plan, shift_draft
from hrdesk.domain.plan_terms import DocumentKind, OptionalPart, PlanStatus
from hrdesk.domain.subject import Choice, FormGroup, Option, Subject
from hrdesk.domain.survey import NeedsSurvey, SurveyedNeed
from hrdesk.domain.terms import CommitteeKind, OrganizationKind
from hrdesk.domain.training_terms import YearProjectStatus
from hrdesk.domain.year_project import FundUse, YearProject
from hrdesk.errors import UserError
from hrdesk.reports.document import LetterHead, Table
from hrdesk.reports.snapshots.kinds import SNAPSHOTS
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
from hrdesk.services import Services
from hrdesk.services.forms import plan_sources
from hrdesk.services.forms.sources import SOURCES
from hrdesk.services.plan.life import Step

PLAN = Subject(plan=1)
OF_AN_EDITION = {"plan-changes"}  # tells of a plan that was announced
FORMS = ("plan-book", "budget-table", "monitoring-table", "committee", "register")


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    with Services.create_sample(tmp_path_factory.mktemp("forms") / "office.db") as services:
        yield services


def table_of(document):
    (table,) = (block for section in document.sections for block in section.blocks if isinstance(block, Table))
    return table


def test_the_forms_are_named_for_the_office(services):
    forms = {form.id: form for form in services.forms.available()}
    assert set(FORMS) <= set(forms)
    assert [form.group for form in forms.values()] == sorted((f.group for f in forms.values()), key=list(FormGroup).index)
    assert all("{" not in form.title and form.formats[0] == "pdf" for form in forms.values())
    assert forms["plan-book"].title == "แผนพัฒนาพนักงานเทศบาล 3 ปี"
    assert forms["plan-book"].needs_plan
    assert not forms["register"].needs_plan
    assert forms["budget-table"].formats == ("pdf", "docx", "xlsx")


def test_a_form_of_a_plan_needs_one(services):
    with pytest.raises(UserError, match="ต้องเลือกแผน"):
        services.forms.document("budget-table", Subject())
    with pytest.raises(UserError, match="ไม่พบแผน"):
        services.forms.document("budget-table", Subject(plan=99))
    assert len(table_of(services.forms.document("register", Subject())).rows) == 60


def test_what_there_is_to_choose_from(services):
    (plan,) = services.forms.options(Choice.PLAN, Subject())
    assert plan == Option(1, "พ.ศ. 2564 - 2566")
    assert [year.id for year in services.forms.options(Choice.YEAR, PLAN)] == [2564, 2565, 2566]
    assert services.forms.options(Choice.PROJECT, PLAN) == (), "without a year there are none"
    services.year_projects.add_from_plan(2565)
    planned = [p for p in services.planning.load(1).projects if 2565 in p.years]
    assert [o.label for o in services.forms.options(Choice.PROJECT, Subject(year=2565))] == [p.title for p in planned]
    assert services.forms.options(Choice.UNIT, Subject())[0].label
    assert set(SOURCES) == set(SNAPSHOTS), "each kind of snapshot has a source"
    assert all(issubclass(kind.type, OfficeSnapshot) for kind in SNAPSHOTS.values())


def test_a_draft_is_shown_before_it_is_saved(services):
    draft = services.planning.load(1)
    shorter = replace(draft, projects=draft.budgeted_projects[:2])
    assert len(table_of(services.forms.document_from("budget-table", shorter)).rows) == 2
    saved = services.forms.document("budget-table", PLAN, thai_digits=False)
    assert len(table_of(saved).rows) == 8
    assert not saved.thai_digits
    assert replace(saved, stamp="") == services.forms.document_from("budget-table", draft, thai_digits=False)


@pytest.mark.parametrize(("optional", "loads"), [((), 0), ((OptionalPart.DIGITAL_SKILLS,), 1)])
def test_a_preview_reads_the_large_framework_only_where_its_draft_names_it(services, monkeypatch, optional, loads):
    read = []
    monkeypatch.setattr(plan_sources, "_framework", lambda: read.append("framework"))
    services.forms.document_from("budget-table", replace(services.planning.load(1), optional=optional))
    assert len(read) == loads


def test_pdf_and_its_bytes_have_the_same_pages(services, tmp_path):
    target = tmp_path / "ตาราง.pdf"
    pages = services.forms.print_pdf("budget-table", PLAN, target)
    assert pages == len(PdfReader(target).pages)
    content = services.forms.pdf_bytes(services.forms.document("budget-table", PLAN))
    assert content.startswith(b"%PDF-")


def test_excel_has_the_rows(services, tmp_path):
    assert services.forms.print_xlsx("monitoring-table", PLAN, tmp_path / "t2.xlsx") == 6


def printed_text(document) -> str:
    return repr(document)


def test_a_paper_bears_the_number_it_was_issued_with(services):
    before = printed_text(services.forms.document("order-planning", PLAN))
    assert "412/2563" not in before
    paper = IssuedDocument(0, DocumentKind.ORDER, "412", date(2020, 6, 15), "แต่งตั้งคณะกรรมการ", "order-planning", 1)
    services.documents.issue(paper)
    after = printed_text(services.forms.document("order-planning", PLAN))
    assert "412/2563" in after
    assert "15 มิถุนายน พ.ศ. 2563" in after
    other = printed_text(services.forms.document("order-monitoring", PLAN))
    assert "412/2563" not in other, "another form's number"


def test_a_new_paper_knows_what_it_is_about(services):
    paper = services.forms.new_paper("needs-announcement", Subject(plan=1, year=2566))
    assert (paper.kind, paper.form, paper.plan) == (DocumentKind.ANNOUNCEMENT, "needs-announcement year=2566", None)
    assert "2566" in paper.subject
    services.documents.issue(replace(paper, number="9", dated=date(2022, 9, 1)))
    assert services.forms.paper("needs-announcement", Subject(year=2566)).label == "9/2565"
    assert services.forms.paper("needs-announcement", Subject(year=2565)) is None, "another year's"
    with pytest.raises(UserError, match="ไม่มีเลขที่เอกสาร"):
        services.forms.new_paper("budget-table", PLAN)


def test_the_step_of_a_plan_numbers_its_letter(services):
    document = IssuedDocument(0, DocumentKind.LETTER, "ชม 52001/77", date(2020, 9, 10), "เสนอแผน", plan=1)
    for status, paper in ((PlanStatus.COMMITTEE, None), (PlanStatus.MAYOR, None), (PlanStatus.PROVINCE, document)):
        services.plan_life.advance(1, Step(status, date(2020, 9, 10), document=paper))
    letter = services.forms.document("letter-province", PLAN)
    (head,) = (block for block in letter.sections[0].blocks if isinstance(block, LetterHead))
    assert (head.number, head.date) == ("ชม 52001/77", "10 กันยายน 2563")


def test_the_papers_of_a_meeting(services):
    meeting = services.meetings.blank(1, CommitteeKind.MONITORING)
    meeting = replace(meeting, held_on=date(2021, 3, 8), place="ห้องประชุมสภา")
    meeting_id, _ = services.meetings.save(meeting)
    (option,) = services.forms.options(Choice.MEETING, PLAN)
    subject = Subject(plan=1, meeting=option.id)
    assert option.id == meeting_id
    text = printed_text(services.forms.document("meeting-invitation", subject))
    assert "วันจันทร์ที่ 8 มีนาคม 2564" in text
    assert "ห้องประชุมสภา" in text
    assert "ระเบียบวาระที่ 1" in text
    rows = table_of(services.forms.document("meeting-attendance", subject)).rows
    assert len(rows) == 12
    assert [row.cells[0] for row in rows] == list(range(1, 13)), "free rows are numbered too"
    assert "มติที่ประชุม" in printed_text(services.forms.document("meeting-minutes", subject))


def test_the_papers_of_a_needs_survey(services):
    services.needs.save_survey(NeedsSurvey(2570, date(2026, 7, 1), date(2026, 7, 31), 60, 45))
    services.needs.add_all([SurveyedNeed(0, 2570, "กฎหมายใหม่", 7), SurveyedNeed(0, 2570, "ภาษาอังกฤษ", 9)])
    assert 2570 in {year.id for year in services.forms.options(Choice.YEAR, Subject())}
    subject = Subject(year=2570)
    summary = services.forms.document("needs-summary", subject)
    first = next(block for block in summary.sections[0].blocks if isinstance(block, Table))
    assert [row.cells[1] for row in first.rows] == ["ภาษาอังกฤษ", "กฎหมายใหม่"]
    assert "ร้อยละ 75.0" in printed_text(summary)
    announced = printed_text(services.forms.document("needs-announcement", subject))
    assert announced.index("ภาษาอังกฤษ จำนวน 9 คน") < announced.index("กฎหมายใหม่ จำนวน 7 คน")


def test_the_annual_plan_has_the_money_of_its_year(services):
    document = services.forms.document("annual-plan", Subject(plan=1, year=2565))
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    funds, projects, *_, rounds = tables
    assert projects.total.cells[4] == 400_000 * 100 == funds.total.cells[2]
    assert len(projects.rows) == 8
    assert len(rounds.rows) == 3


@pytest.mark.parametrize("kind", list(OrganizationKind))
def test_a_new_office_of_each_kind_can_print_every_form(tmp_path, kind):
    with Services.create(tmp_path / "new.db", kind, "บ้านใหม่") as services:
        plan_id, _ = services.planning.save(services.planning.blank(2570))
        for form in services.forms.available():
            if set(form.needs) <= {Choice.PLAN} and form.id not in OF_AN_EDITION:
                assert services.forms.document(form.id, Subject(plan=plan_id)).title


def test_the_annual_plan_tells_what_became_of_the_year(services):
    far = next_plan(shift_draft(services.planning.load(1), 2590), "เทศบัญญัติ")
    subject = Subject(plan=services.planning.save(far)[0], year=2594)
    before = services.forms.document("annual-plan", subject)
    assert "การเปลี่ยนแปลงจากแผน" not in str(before), "the year has no list of its own yet"
    (first, *_), _ = services.year_projects.add_from_plan(2594)
    services.year_projects.save(YearProject(0, 2594, "อบรมกะทันหัน", outside_reason="หนังสือสั่งการ", funds=(FundUse(None, 12_300_00),)))
    put_off = services.year_projects.load(first)
    services.year_projects.save(replace(put_off, status=YearProjectStatus.POSTPONED, status_reason="น้ำท่วม"))
    blank = services.classes.blank(first)
    services.classes.save(replace(blank, venue="หอประชุมอำเภอ"))
    text = str(services.forms.document("annual-plan", subject))
    for told in ("นอกแผน 1 โครงการ", "อบรมกะทันหัน", "หนังสือสั่งการ", "เลื่อน: น้ำท่วม", "หอประชุมอำเภอ", "1230000"):
        assert told in text
