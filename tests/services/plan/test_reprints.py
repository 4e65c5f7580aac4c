"""Two prints of one announced edition are the same file, whatever happened to the office in between."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from pypdf import PdfReader

from announcing import keep_the_promise
from hrdesk.domain.life import FrozenPlan, IssuedDocument
from hrdesk.domain.plan_terms import DocumentKind, PlanStatus
from hrdesk.domain.register_terms import ImageKind
from hrdesk.domain.subject import Subject
from hrdesk.models.plan_life import PlanEdition
from hrdesk.reports.charts import Bar, BarChart, bar_chart
from hrdesk.reports.raster import drawing_png
from hrdesk.reports.svg import text_measure
from hrdesk.services import Services
from hrdesk.services.plan.life import Step
from hrdesk.services.value_json import from_json, to_json

S = PlanStatus
WAY = (S.COMMITTEE, S.REVISED, S.MAYOR, S.PROVINCE)


def png(word):
    return drawing_png(bar_chart(BarChart(word, ("ก",), (Bar("ก", (1,), ("1",)),)), text_measure()), thai_digits=True)


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        services.office_images.put(ImageKind.KRUT, png("ครุฑเดิม"))
        services.office_images.put(ImageKind.LOGO, png("ตราเดิม"))
        keep_the_promise(services)
        for month, status in enumerate(WAY, start=5):
            services.plan_life.advance(1, Step(status, date(2020, month, 10)))
        announce(services, "1", date(2020, 9, 10), "ก.ท.จ. ครั้งที่ 1")
        yield services


def announce(services, number, day, resolution):
    paper = IssuedDocument(0, DocumentKind.ANNOUNCEMENT, number, day, "ประกาศใช้แผน")
    services.plan_life.advance(1, Step(S.ANNOUNCED, day, resolution, document=paper, note="ทั้งที่ยังมีข้อแก้"))


def files(services, tmp_path, form, subject):
    """The paper as PDF and as Word."""
    services.forms.print_pdf(form, subject, tmp_path / "a.pdf")
    services.forms.print_docx(form, subject, tmp_path / "a.docx")
    return (tmp_path / "a.pdf").read_bytes(), (tmp_path / "a.docx").read_bytes()


def change_everything(services):
    office = services.register.organization()
    services.register.save_organization(replace(office, name="ที่เปลี่ยนชื่อ", head_name="นายใหม่ มาแทน", district="อื่น"))
    method = services.curriculum.catalogue().methods[0]
    services.curriculum.save_method(replace(method, name="ชื่อใหม่", short_name="ใหม่"))
    services.office_images.put(ImageKind.KRUT, png("ครุฑใหม่"))
    services.office_images.put(ImageKind.LOGO, png("ตราใหม่"))
    services.plan_life.advance(1, Step(S.REVISING, date(2021, 1, 5), note="เพิ่มโครงการ"))
    draft = services.planning.load(1)
    services.planning.save(replace(draft, projects=draft.projects[1:]))
    announce(services, "7", date(2021, 2, 1), "ก.ท.จ. ครั้งที่ 2")
    services.plan_life.advance(1, Step(S.CLOSED, date(2023, 9, 30)))


@pytest.mark.parametrize("form", ["plan-book", "monitoring-table", "announcement-plan", "letter-province"])
def test_a_reprint_of_the_edition_is_the_same_file_byte_for_byte(services, tmp_path, form):
    (first,) = services.plan_life.editions(1)
    edition = Subject(plan=1, revision=first.id)
    pdf, word = files(services, tmp_path, form, edition)
    change_everything(services)
    again_pdf, again_word = files(services, tmp_path, form, edition)
    assert again_pdf == pdf
    assert again_word == word
    newest = files(services, tmp_path, form, Subject(plan=1))
    assert newest[0] != pdf, "the revision is another paper"
    assert newest[1] != word


@pytest.mark.parametrize(("form", "year"), [("plan-book", None), ("annual-plan", 2564), ("annual-report", 2564)])
def test_the_office_s_own_emblem_is_on_the_covers_and_nowhere_when_there_is_none(services, form, year):
    services.plan_life.advance(1, Step(S.REVISING, date(2021, 1, 5), note="เปลี่ยนตรา"))  # today's pictures again
    subject, forms = Subject(plan=1, year=year), services.forms

    def pictures():
        document = forms.document(form, subject)
        first = PdfReader(BytesIO(forms.pdf_bytes(document))).pages[0]
        return document.logo, len(first.images)

    assert pictures() == (png("ตราเดิม"), 1)
    services.office_images.put(ImageKind.LOGO, b"")
    assert pictures() == (b"", 0)


def test_an_edition_that_kept_no_emblem_prints_none_of_today(services):
    frozen = services.reading.printed(1, None)
    assert frozen.logo == png("ตราเดิม")
    with services.database.begin() as session:
        row = session.get(PlanEdition, frozen.edition.id)
        row.content = to_json(replace(from_json(FrozenPlan, row.content), logo=""))
    assert services.forms.document("plan-book", Subject(plan=1)).logo == b""


def test_the_files_bear_the_moment_of_the_edition(services, tmp_path):
    (edition,) = services.plan_life.editions(1)
    pdf, word = files(services, tmp_path, "budget-table", Subject(plan=1))
    made = PdfReader(BytesIO(pdf)).metadata
    assert made.creation_date == made.modification_date == edition.taken_at.replace(microsecond=0)
    core = docx.Document(BytesIO(word)).core_properties
    assert core.created.timetuple()[:6] == core.modified.timetuple()[:6] == edition.taken_at.timetuple()[:6]
    with ZipFile(BytesIO(word)) as package:
        assert {part.date_time[:5] for part in package.infolist()} == {edition.taken_at.timetuple()[:5]}


def test_each_edition_has_its_own_identity(services):
    forms = services.forms
    change_everything(services)
    new, old = services.plan_life.editions(1)
    ids = [
        PdfReader(BytesIO(forms.pdf_bytes(forms.document("committee", Subject(plan=1, revision=one.id))))).trailer["/ID"][0]
        for one in (new, old, new)
    ]
    assert ids[0] == ids[2] != ids[1]


def test_the_announcement_of_an_old_edition_keeps_its_number(services):
    change_everything(services)
    new, old = services.plan_life.editions(1)
    paper = services.forms.paper
    assert paper("announcement-plan", Subject(plan=1, revision=old.id)).label == "1/2563"
    assert paper("announcement-plan", Subject(plan=1, revision=new.id)).label == "7/2564"
    assert paper("announcement-plan", Subject(plan=1)).label == "7/2564"
