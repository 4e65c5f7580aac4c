"""The register gathers the papers issued here with the numbers typed elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from hrdesk.domain.life import IssuedDocument
from hrdesk.domain.plan_terms import DocumentKind, PlanStatus
from hrdesk.domain.subject import Choice, Subject, place_of
from hrdesk.domain.year_project import YearProject
from hrdesk.services import Services
from hrdesk.services.plan.life import Step

ORDER, MEMO = DocumentKind.ORDER, DocumentKind.MEMO


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def issue(services, number, day, kind=ORDER, subject="เรื่อง", **more):
    return services.documents.issue(IssuedDocument(0, kind, number, day, subject, **more))[0]


def with_order(services, number, day):
    """A class of a project of the year, whose only participant is sent by that order."""
    project, _ = services.year_projects.save(YearProject(0, 2567, "อบรมพัสดุ", outside_reason="จำเป็น"))
    blank = services.classes.blank(project)
    held, _ = services.classes.save(replace(blank, title=""))
    person = next(post.staff_id for post in services.register.office().positions if post.staff_id)
    services.classes.add(held, [person])
    services.classes.set_order(held, number, day)
    return project, held


def test_numbers_stand_by_calendar_year_with_what_they_are_about(services):
    paper = IssuedDocument(0, ORDER, "15", date(2020, 5, 10), "แต่งตั้งคณะกรรมการ")
    services.plan_life.advance(1, Step(PlanStatus.COMMITTEE, date(2020, 5, 10), document=paper))
    issue(services, "3", date(2020, 1, 4))
    issue(services, "1", date(2021, 1, 4))
    lines = services.documents.register(2563)
    assert [(one.label, one.about) for one in lines] == [("3/2563", ""), ("15/2563", "แผน พ.ศ. 2564 - 2566")]
    assert [one.label for one in services.documents.register(2564)] == ["1/2564"]
    assert services.documents.years() == (2564, 2563)
    assert services.documents.register(2500) == ()


def test_orders_of_classes_and_memoranda_of_projects_count_too(services):
    project, held = with_order(services, "20", date(2024, 3, 1))
    services.year_projects.save(
        replace(services.year_projects.load(project), memo_number="ชม 1/9", memo_date=date(2024, 2, 1))
    )
    order, memo = services.documents.register(2567)
    assert (order.kind, order.label, order.document) == (ORDER, "20/2567", None)
    assert "อบรมพัสดุ รุ่นที่ 1" in order.about
    assert (memo.kind, memo.label, memo.about) == (MEMO, "ชม 1/9", "อบรมพัสดุ")
    assert services.documents.suggested_number(ORDER, 2567) == "21"
    key = place_of("order-training", Subject(year=2567, training_class=held))
    issue(services, "20", date(2024, 3, 1), form=key, subject="คำสั่งให้เข้ารับการอบรม")
    lines = [one for one in services.documents.register(2567) if one.kind is ORDER]
    assert [(one.subject, one.about) for one in lines] == [("คำสั่งให้เข้ารับการอบรม", order.about)], "told once"


def test_the_register_is_a_form_and_a_workbook(services, tmp_path):
    issue(services, "4", date(2024, 3, 1), subject="คำสั่งแรก")
    issue(services, "6", date(2024, 3, 2), subject="คำสั่งหลัง")
    years = [option.id for option in services.forms.options(Choice.CALENDAR, Subject())]
    assert 2567 in years
    assert years == sorted(years, reverse=True)
    subject = Subject(calendar_year=2567)
    text = str(services.forms.document("paper-register", subject))
    assert "เลขถัดไป 7" in text
    assert "เลขที่ข้าม 5" in text
    assert services.forms.print_xlsx("paper-register", subject, tmp_path / "a.xlsx") == 2
    cells = [cell.value for row in load_workbook(tmp_path / "a.xlsx").active.iter_rows() for cell in row]
    assert {"4/2567", "คำสั่งแรก", "คำสั่งหลัง"} <= set(cells)
