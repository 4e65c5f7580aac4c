"""The standing texts of letters, orders, announcements, minutes: clean, ours, and fit for every kind of office."""

from __future__ import annotations

import re

import pytest
from seed_texts import copied

from hrdesk.config import resource_path
from hrdesk.domain.terms import WORDINGS
from hrdesk.thai.text import clean

NO_BREAK_SPACE = "\u00a0"  # boxes to tick that stay with their words
BOOK = "plan-book"  # has a test of its own
PASSAGES = {
    f"{path.parent.name}/{path.stem}": path.read_text(encoding="utf-8")
    for path in sorted(resource_path("forms").glob("*/*.txt"))
    if path.parent.name != BOOK
}


@pytest.mark.parametrize("name", PASSAGES)
class TestPassage:
    def test_it_is_clean_thai_with_arabic_digits(self, name):
        text = PASSAGES[name]
        lines = [line for line in text.splitlines() if line.strip() and NO_BREAK_SPACE not in line]
        assert lines == [clean(line) for line in lines]
        assert not re.search("[๐-๙]", text)
        assert text.count("**") % 2 == 0

    def test_it_names_no_kind_of_office(self, name):
        """What changes with the kind is a field."""
        named = {word for w in WORDINGS.values() for word in (w.staff, w.head, w.chief_officer, w.provincial_committee)}
        assert [word for word in sorted(named) if word in PASSAGES[name]] == []

    def test_no_sentence_is_taken_from_the_seeds(self, name):
        assert copied(PASSAGES[name]) == []
