from __future__ import annotations

from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from hrdesk.domain.subject import Choice, FormGroup, Option, Subject
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.reports.document import Table
from hrdesk.reports.snapshots import SNAPSHOTS
from hrdesk.services import Services
from hrdesk.services.form_sources import SOURCES

PLAN = Subject(plan=1)
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
    assert len(services.forms.options(Choice.PROJECT, PLAN)) == len(services.planning.load(1).projects)
    assert services.forms.options(Choice.PROJECT, Subject()) == (), "without a plan there are none"
    assert services.forms.options(Choice.UNIT, Subject())[0].label
    assert set(SOURCES) == set(SNAPSHOTS), "each kind of snapshot has a source"


def test_a_draft_is_shown_before_it_is_saved(services):
    draft = services.planning.load(1)
    shorter = replace(draft, projects=draft.budgeted_projects[:2])
    assert len(table_of(services.forms.document_from("budget-table", shorter)).rows) == 2
    saved = services.forms.document("budget-table", PLAN, thai_digits=False)
    assert len(table_of(saved).rows) == 8
    assert not saved.thai_digits
    assert saved == services.forms.document_from("budget-table", draft, thai_digits=False)


def test_pdf_and_its_bytes_have_the_same_pages(services, tmp_path):
    target = tmp_path / "ตาราง.pdf"
    pages = services.forms.print_pdf("budget-table", PLAN, target)
    assert pages == len(PdfReader(target).pages)
    content = services.forms.pdf_bytes(services.forms.document("budget-table", PLAN))
    assert content.startswith(b"%PDF-")


def test_excel_has_the_rows(services, tmp_path):
    assert services.forms.print_xlsx("monitoring-table", PLAN, tmp_path / "t2.xlsx") == 6


def test_the_province_gets_three_sheets(services, tmp_path):
    target = tmp_path / "จังหวัด.xlsx"
    assert services.exchange.province_workbook(1, target) == 8 + 6 + 60
    book = load_workbook(target)
    assert len(book.sheetnames) == 3
    amounts = {cell.value for row in book.worksheets[0].iter_rows() for cell in row if isinstance(cell.value, int)}
    assert {20_000, 10_000, 50_000, 150_000} <= amounts, "baht, as numbers"


@pytest.mark.parametrize("kind", list(OrganizationKind))
def test_a_new_office_of_each_kind_can_print_every_form(tmp_path, kind):
    with Services.create(tmp_path / "new.db", kind, "บ้านใหม่") as services:
        plan_id, _ = services.planning.save(services.planning.blank(2570))
        for form in services.forms.available():
            if set(form.needs) <= {Choice.PLAN}:
                assert services.forms.document(form.id, Subject(plan=plan_id)).title
