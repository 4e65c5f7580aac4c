"""Every form there is prints from the sample office, or says in one sentence what it still needs."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hrdesk.domain.subject import Subject
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.services import Services


@pytest.fixture(scope="module", params=["sample", "empty"])
def services(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("forms") / "office.db"
    kind = OrganizationKind.SUBDISTRICT
    made = Services.create_sample(path) if request.param == "sample" else Services.create(path, kind, "ตัวอย่าง")
    with made as services:
        yield services


def first_of_everything(services, info) -> Subject:
    """What must be chosen, each the first there is to choose, in the order it is asked for."""
    subject = Subject()
    for choice in info.needs:
        options = services.forms.options(choice, subject)
        if options:
            subject = replace(subject, **{choice.value: options[0].id})
    return subject


def composed(services, form, subject):
    """The document, or None and why there is none."""
    try:
        return services.forms.document(form, subject), ""
    except UserError as error:
        return None, str(error)


@pytest.mark.parametrize("form", [form for form in form_ids() if form != "plan-book"])
def test_a_form_prints_at_least_a_page_or_says_what_it_needs(services, form):
    info = next(info for info in services.forms.available() if info.id == form)
    document, said = composed(services, form, first_of_everything(services, info))
    if document is None:
        assert "ต้องเลือก" in said or "ยังไม่" in said
        return
    pages = PdfReader(io.BytesIO(services.forms.pdf_bytes(document))).pages
    assert len(pages) >= 1
    assert pages[0].extract_text().strip()
