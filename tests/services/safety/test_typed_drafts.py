"""What was typed and not yet saved: kept by form, newest first, never in the way of a file that cannot be written."""

from __future__ import annotations

import pytest

from hrdesk.domain.terms import OrganizationKind
from hrdesk.models.audit import FormDraft
from hrdesk.models.database import Database
from hrdesk.services import Services


@pytest.fixture
def services(tmp_path):
    with Services.create(tmp_path / "office.db", OrganizationKind.SUBDISTRICT, "ตัวอย่าง") as services:
        yield services


def kept(services):
    return [(draft.key, draft.title, draft.place, dict(draft.values)) for draft in services.drafts.listed()]


def test_a_draft_is_kept_as_typed(services):
    values = {"ชื่อ": "นาย\u200bก", "หมายเหตุ": "บรรทัด 1\n บรรทัด 2 ", "ว่าง": "", "จำนวน": "12a"}
    services.drafts.keep("person:7", "แก้ไขบุคลากร", "people", values)
    assert kept(services) == [("person:7", "แก้ไขบุคลากร", "people", values)], "nothing is cleaned: it is not saved yet"
    assert services.drafts.listed()[0].updated_at.tzinfo is not None


def test_half_an_emoji_costs_nothing_but_itself(services):
    services.drafts.keep("person:7", "แก้ไขบุคลากร", "people", {"ชื่อ": "สมหญิง\ud83d", "หมายเหตุ": "🙂"})
    assert kept(services)[0][3] == {"ชื่อ": "สมหญิง?", "หมายเหตุ": "🙂"}


def test_typing_on_replaces_what_was_kept_of_the_same_form(services):
    for text in ("ก", "กา", "การ"):
        services.drafts.keep("course:new", "เพิ่มหลักสูตร", "courses", {"title": text})
    services.drafts.keep("course:7", "แก้ไขหลักสูตร", "courses", {"title": "อื่น"})
    assert [(key, values["title"]) for key, _, _, values in kept(services)] == [("course:7", "อื่น"), ("course:new", "การ")]


def test_the_form_typed_into_last_comes_first(services):
    for key in ("a", "b", "c", "a"):
        services.drafts.keep(key, "ก", "p", {})
    assert [key for key, *_ in kept(services)] == ["a", "c", "b"]


def test_a_draft_given_up_or_saved_is_gone(services):
    services.drafts.keep("a", "ก", "p", {"x": "1"})
    services.drafts.keep("b", "ข", "p", {"x": "2"})
    services.drafts.drop("a")
    services.drafts.drop("never kept")
    assert [key for key, *_ in kept(services)] == ["b"]


def test_drafts_outlive_the_program(services, tmp_path):
    services.drafts.keep("a", "ก", "p", {"x": "1"})
    services.close()
    with Services.open(tmp_path / "office.db") as again:
        assert kept(again) == [("a", "ก", "p", {"x": "1"})]


@pytest.mark.parametrize("payload", ["", "{", "[]", "null", "7", '"x"', "\\"])
def test_one_that_cannot_be_read_hides_no_other(services, payload):
    services.drafts.keep("a", "ก", "p", {"x": "1"})
    services.drafts.keep("b", "ข", "p", {"x": "2"})
    with services.database.begin() as session:
        session.get(FormDraft, "a").payload = payload
    assert [key for key, *_ in kept(services)] == ["b"]


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(services):
    services.drafts.keep("a", "ก", "p", {"x": "1"})
    path = services.database.path
    services.close()
    with Services(Database(path, None, read_only=True)) as reader:
        reader.drafts.keep("b", "ข", "p", {"x": "2"})
        reader.drafts.drop("a")
        assert [key for key, *_ in kept(reader)] == ["a"]


def test_a_draft_is_no_record_of_the_office(services):
    before = {name: count for name, count in services.database.counts().items() if name != "form_draft"}
    services.drafts.keep("a", "ก", "p", {"x": "1"})
    assert {name: count for name, count in services.database.counts().items() if name != "form_draft"} == before
