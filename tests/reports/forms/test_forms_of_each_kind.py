"""Every form in the words of an อบต. and an อบจ. (test_approved and test_printed_forms have the เทศบาล).

After looking at what changed: HRDESK_APPROVE=1 pytest tests/reports/forms/test_forms_of_each_kind.py
"""

from __future__ import annotations

import os
from io import BytesIO

import pypdfium2
import pytest
from documents import to_json
from form_samples import composed
from pdf_support import APPROVED, difference, rendered
from PIL import Image

from hrdesk.domain.terms import OrganizationKind
from hrdesk.reports.forms.formspec import form_ids, load_form

KINDS = {OrganizationKind.SAO: "sao", OrganizationKind.PAO: "pao"}
BOOKS = {"plan-book": 3, "annual-plan": 1}  # form -> the page to look at where it is not the first
TOLERANCE = 25
FOREIGN = {  # words of other kinds of office that must not be printed
    OrganizationKind.SAO: ("นายกเทศมนตรี", "ปลัดเทศบาล", "ก.ท.จ.", "เทศบัญญัติ", "พนักงานเทศบาล"),
    OrganizationKind.PAO: ("นายกเทศมนตรี", "ปลัดเทศบาล", "ก.ท.จ.", "เทศบัญญัติ", "พนักงานเทศบาล", "พนักงานส่วนตำบล"),
}
# The small office's projects are those of a municipality, by name.
GIVEN = ("โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของพนักงานเทศบาล", "โครงการคุณธรรมจริยธรรมของพนักงานเทศบาล", "ฝ่ายปกครอง สำนักปลัดเทศบาล")
# Their samples have the units, projects and words of a municipality.
NAMED = ("annual-report", "monitoring-report", "plan-changes", "project-proposal")
OF_ONE_OFFICE = ("idp", "idp-result", "training-history")  # their sample has the staff of the real office
APPROVING = bool(os.environ.get("HRDESK_APPROVE"))
FORMS = [
    form_id
    for form_id in form_ids()
    if form_id not in OF_ONE_OFFICE and (APPROVING or (APPROVED / "sao" / f"{form_id}.json").exists())
]
OFFICE_FORMS = [(kind, form_id) for kind in KINDS for form_id in FORMS]


def test_the_papers_of_a_plan_are_approved_for_every_kind():
    of_a_plan = {form_id for form_id in form_ids() if load_form(form_id).snapshot in ("plan", "plan-digital", "plan-year", "meeting", "needs")}
    assert of_a_plan <= set(FORMS)


def picture(kind: OrganizationKind, form_id: str) -> Image.Image:
    with pypdfium2.PdfDocument(BytesIO(rendered(composed(form_id, kind)).data)) as pdf:
        return pdf[BOOKS.get(form_id, 0)].render(scale=40 / 72, grayscale=True).to_pil()


@pytest.mark.parametrize(("kind", "form_id"), OFFICE_FORMS)
def test_document_of_another_kind_is_the_approved_one(kind, form_id):
    path, text = APPROVED / KINDS[kind] / f"{form_id}.json", to_json(composed(form_id, kind))
    if APPROVING:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("kind", "form_id"), [each for each in OFFICE_FORMS if each[1] not in NAMED])
def test_its_words_are_those_of_its_kind(kind, form_id):
    text = to_json(composed(form_id, kind))
    for given in GIVEN:
        text = text.replace(given, "")
    assert [word for word in FOREIGN[kind] if word in text] == []


@pytest.mark.parametrize(("kind", "form_id"), OFFICE_FORMS)
def test_its_page_looks_as_approved(kind, form_id):
    shown, path = picture(kind, form_id), APPROVED / KINDS[kind] / f"{form_id}.png"
    if APPROVING:
        path.parent.mkdir(exist_ok=True)
        shown.quantize(32).save(path, optimize=True)
    with Image.open(path) as approved:
        assert difference(shown, approved) < TOLERANCE, f"{path.name} differs"
