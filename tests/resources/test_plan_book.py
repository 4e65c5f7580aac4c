"""The plan book's standing passages: complete, in our own words, and fit for every kind of office."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from seed_texts import copied

from hrdesk.config import resource_path
from hrdesk.domain.book import CHAPTERS
from hrdesk.domain.terms import WORDINGS, OrganizationKind, OrganizerKind
from hrdesk.reports.document import Heading, ListItem
from hrdesk.reports.forms.markup import field_names, fill, insert_names, parse
from hrdesk.reports.snapshots.snapshot import PlanSnapshot
from hrdesk.services.register.seeding import load_catalogue, load_sample
from hrdesk.thai.text import clean

FIELDS = {f.name for f in fields(PlanSnapshot) if f.type == "str"}
INSERTS = {
    *{("courses", str(number)) for number in range(1, 6)},
    *{("projects", kind.value) for kind in OrganizerKind},
    *{(name, "") for name in ("methods", "fiscal-years", "responsible", "evaluations")},
    ("committee", "monitoring"),
    ("table", "budget-table"),
    ("space", "8"),
}


def passage(key: str) -> str:
    return resource_path("forms", "plan-book", f"{key}.txt").read_text(encoding="utf-8")


def words_of(kind: OrganizationKind) -> dict[str, str]:
    """Every field, in the words of one kind of office."""
    wording = WORDINGS[kind]
    values = {name: f"[{name}]" for name in FIELDS}
    for name in (
        "kind_name",
        "body",
        "short_name",
        "staff",
        "head",
        "chief_officer",
        "chief_office",
        "budget_law",
    ):
        values[name] = getattr(wording, name)
    return {**values, "provincial_committee_full": wording.provincial_committee_full}


def test_there_is_one_passage_for_each_chapter():
    found = {path.stem for path in resource_path("forms", "plan-book").glob("*.txt")}
    assert found == set(CHAPTERS)


@pytest.mark.parametrize("key", CHAPTERS)
class TestPassage:
    def test_its_fields_and_inserts_are_known(self, key):
        assert field_names(passage(key)) <= FIELDS
        assert insert_names(passage(key)) <= INSERTS
        at_lines = [line for line in passage(key).splitlines() if line.startswith("@")]
        assert len(at_lines) == len(insert_names(passage(key)))  # each is well formed, and stands once

    def test_it_opens_with_the_heading_of_its_part(self, key):
        heading = parse(passage(key), words_of(OrganizationKind.SAO), lambda *_: ())[0]
        assert isinstance(heading, Heading)
        assert heading.level == 0
        number = re.match(r"ส่วนที่ \d", CHAPTERS[key])
        assert heading.lines[0] == (number[0] if number else CHAPTERS[key])

    def test_it_is_clean_thai_with_arabic_digits(self, key):
        text = passage(key)
        assert text.splitlines() == [line if not line else clean(line) for line in text.splitlines()]
        assert not re.search("[๐-๙]", text)
        assert text.count("**") % 2 == 0

    @pytest.mark.parametrize("kind", OrganizationKind)
    def test_it_holds_no_word_of_another_kind(self, key, kind):
        text = fill(passage(key), words_of(kind))
        foreign = {w.budget_law for w in WORDINGS.values()} - {WORDINGS[kind].budget_law}
        if not kind.is_municipality:
            foreign |= {"เทศบาล", "เทศมนตรี"}
        if kind is not OrganizationKind.SAO:
            foreign |= {"ส่วนตำบล"}
        assert not [word for word in foreign if word in text]

    def test_no_sentence_is_taken_from_the_seeds(self, key):
        assert copied(passage(key)) == []


def test_list_items_are_numbered_without_a_gap():
    for key in CHAPTERS:
        expected = 1
        for block in parse(passage(key), words_of(OrganizationKind.PAO), lambda *_: ()):
            number = re.search(r"\d+", block.marker) if isinstance(block, ListItem) else None
            if number:
                assert int(number[0]) == expected, (key, block)
            expected = expected + 1 if number else 1


def test_nor_is_a_sentence_of_the_reference_data():
    sample = load_sample()
    evaluations = [e.name for e in load_catalogue(OrganizationKind.SUBDISTRICT).catalogue.evaluations]
    duties = [text for r in sample.plan.responsible for text in (r.note, *r.duties)]
    assert copied("\n".join([*evaluations, *duties])) == []
