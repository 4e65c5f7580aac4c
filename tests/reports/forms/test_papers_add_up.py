"""Every form of every kind of office: cells fit their columns, columns add up, amounts are said as they are printed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from form_samples import composed
from paper_sums import faults, tables, texts

from hrdesk.domain.terms import OrganizationKind
from hrdesk.reports.document import Column, Format, Heading, Paragraph, Row, Run, Section, Table, Total
from hrdesk.reports.forms.formspec import form_ids

KINDS = (OrganizationKind.SUBDISTRICT, OrganizationKind.SAO, OrganizationKind.PAO)


OF_ONE_OFFICE = ("idp", "idp-result", "training-history")  # their sample has the staff of the real office
PAPERS = [(form, kind) for form in form_ids() for kind in KINDS if kind is KINDS[0] or form not in OF_ONE_OFFICE]


@pytest.mark.parametrize(("form_id", "kind"), PAPERS)
def test_a_paper_agrees_with_itself(form_id, kind):
    assert faults(composed(form_id, kind)) == []


@pytest.mark.parametrize("form_id", form_ids())
def test_neighbours_under_one_heading_stand_together(form_id):
    for table in tables(composed(form_id)):
        groups = [column.group for column in table.columns]
        runs = [group for at, group in enumerate(groups) if group and (at == 0 or groups[at - 1] != group)]
        assert len(runs) == len(set(runs)), f"{table.name}: {runs}"
        assert len({column.key for column in table.columns}) == len(table.columns)
        assert all(column.heading and column.width > 0 for column in table.columns)


@pytest.mark.parametrize("form_id", form_ids())
def test_a_document_is_written_in_arabic_digits(form_id):
    """Which digits are printed the writers decide, so that numbers stay numbers in Excel."""
    assert [text for text in texts(composed(form_id)) if set(text) & set("๐๑๒๓๔๕๖๗๘๙")] == []


def broken(**changes):
    """A sound paper of one table with one thing changed."""
    columns = (Column("name", "ชื่อ", 60), Column("money", "เงิน", 30, Format.BAHT), Column("people", "คน", 20, Format.INTEGER))
    rows = (Row(("ก", 100_00, 2)), Row(("ข", 50_00, None)), Row(("รวมย่อย", 150_00, 2), bold=True))
    table = Table("ตาราง", columns, rows, Total("รวม", (None, 150_00, 2)))
    text = changes.pop("text", "ใช้งบประมาณ 150 บาท (หนึ่งร้อยห้าสิบบาทถ้วน)")
    section = Section((Heading(("ส่วนที่ 1",)), Paragraph((Run(text),)), replace(table, **changes)))
    return replace(composed("swot"), sections=(section,))


def test_the_sound_paper_is_sound():
    assert faults(broken()) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"total": Total("รวม", (None, 151_00, 2))}, "15000 is printed as 15100"),
        ({"total": Total("รวม", (None, 150_00))}, "a total of 2 cells under 3 columns"),
        ({"rows": (Row(("ก", 100_00)),), "total": None}, "row 1 has 2 cells under 3 columns"),
        ({"rows": (Row(("ก", "100", 2)),), "total": None}, "'100' is no baht"),
        ({"rows": (Row(("ก", 100_00, True)),), "total": None}, "True is no integer"),
        ({"text": "เรียน {head}"}, "a field is not filled in"),
        ({"text": "วันที่ None"}, "a value of the program"),
        ({"text": "150 บาท (หนึ่งร้อยบาทถ้วน)"}, "150 is not หนึ่งร้อยบาทถ้วน"),
        ({"text": "1500 บาท (หนึ่งพันห้าร้อยบาทถ้วน)"}, "1500 is not"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_fault_would_be_seen(changes, said):
    (fault,) = faults(broken(**changes))
    assert said in fault
