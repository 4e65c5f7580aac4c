"""The monitoring forms from a stored office: what they ask for, and that they say what the data say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring import proposed_rounds
from hrdesk.domain.subject import Choice, Subject
from hrdesk.domain.training_terms import Result
from hrdesk.errors import UserError
from hrdesk.models.staff import Staff
from hrdesk.reports.document import Paragraph, Table
from hrdesk.services import Services
from year_rows import add_class, add_project

YEAR = 2565


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    with Services.create_sample(tmp_path_factory.mktemp("year") / "office.db") as services:
        plan = services.planning.plans()[0].id
        proposal = services.schedules.propose(plan, YEAR)
        entries = tuple(replace(e, evaluations=e.evaluations or (1,)) for e in proposal.entries)
        services.schedules.save(replace(proposal, entries=entries, rounds=proposed_rounds(FiscalYear(YEAR))))
        with services.database.begin() as session:
            people = [row.id for row in session.query(Staff.id).order_by(Staff.id).limit(3)]
            project = add_project(session, YEAR, "โครงการอบรม", entries[0].project, planned=2_000_000, used=1_234_500)
            session.flush()
            add_class(session, project, 1, date(2022, 1, 10), [(p, Result.PASSED) for p in people])
        yield services


@pytest.fixture(scope="module")
def subject(services):
    plan = services.planning.plans()[0].id
    return Subject(plan=plan, year=YEAR, round=services.monitoring.rounds(plan, YEAR)[0].id)


def blocks(document, kind):
    return [b for section in document.sections for b in section.blocks if isinstance(b, kind)]


def test_rounds_can_be_chosen(services, subject):
    options = services.forms.options(Choice.ROUND, subject)
    assert [option.label for option in options] == ["ครั้งที่ 1", "ครั้งที่ 2", "ครั้งที่ 3"]
    assert services.forms.options(Choice.ROUND, Subject(plan=subject.plan)) == ()


@pytest.mark.parametrize("form_id", ["evaluation-schedule", "monitoring-report", "annual-report"])
def test_each_prints(services, subject, tmp_path, form_id):
    assert services.forms.print_pdf(form_id, subject, tmp_path / "paper.pdf") >= 1


def test_the_report_says_what_the_data_say(services, subject):
    document = services.forms.document("monitoring-report", subject)
    progress = next(table for table in blocks(document, Table) if table.name == "ความก้าวหน้า")
    assert progress.rows[0].cells[1:9] == ("โครงการอบรม", "-", "ดำเนินการแล้ว", 40, 3, 3, 2_000_000, 1_234_500)
    assert progress.total.cells[7:9] == (sum(r.cells[7] for r in progress.rows), 1_234_500)
    text = " ".join(run.text for p in blocks(document, Paragraph) for run in p.runs)
    assert "31 มกราคม 2565" in text


def test_the_annual_report_goes_to_the_province_as_a_workbook(services, subject, tmp_path):
    target = tmp_path / "annual.xlsx"
    services.forms.print_xlsx("annual-report", subject, target)
    book = openpyxl.load_workbook(target)
    assert "ผลการดำเนินงาน" in book.sheetnames
    values = [cell.value for row in book["ผลการดำเนินงาน"].iter_rows() for cell in row]
    assert 20_000 in values
    assert 12_345 in values


def test_a_year_without_a_schedule_says_so(services, subject):
    with pytest.raises(UserError, match="ยังไม่ได้จัดทำตาราง"):
        services.forms.document("evaluation-schedule", replace(subject, year=2566))
