"""A run of letters is read as the cheapest row of words; compounds of the list stay whole, save where they are too long."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrdesk.thai import words
from hrdesk.thai.lexicon import encoded, lexicon

PARTS = ("กา", "การ", "งาน", "ฝึก", "อบ", "รม", "อบรม", "พัฒนา", "บุคลากร", "ผู้", "ใหญ่", "บ้าน", "ทรัพยากร", "มนุษย์", "ฆฌ", "ฬิ", "ก็")
RUNS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join)


def cheapest(run: str, longest: int) -> int:
    """What the best reading costs, every cut tried in turn."""
    cuts = [0, *words.clusters(run), len(run)]
    best = {0: 0}
    known = lexicon()
    for end in cuts[1:]:
        steps = [best[before] + words._UNKNOWN for before, after in pairwise(cuts) if after == end and before in best]
        for start in cuts:
            found = dict(known.words_at(run, encoded(run), start)) if start < end and start in best else {}
            if end in found and end - start <= longest:
                steps.append(best[start] + found[end] + words._PER_WORD)
        best[end] = min(steps)
    return best[len(run)]


def cost_of(run: str, longest: int) -> int:
    total = 0
    for token in words._cheapest(run, longest):
        part = run[token.start : token.end]
        costs = dict(lexicon().words_at(part, encoded(part), 0))
        covered = len(part) in costs and len(part) <= longest
        total += costs[len(part)] + words._PER_WORD if covered else words._UNKNOWN
    return total


@given(RUNS, st.integers(1, 20))
def test_no_other_reading_costs_less(run, longest):
    assert cost_of(run, longest) == cheapest(run, longest)


@given(RUNS, st.integers(1, 20))
@example("ก็", 1)
def test_a_token_is_known_where_the_list_has_it(run, longest):
    for token in words._cheapest(run, longest):
        assert token.known == (run[token.start : token.end] in lexicon())


@given(RUNS)
@example("ทรัพยากรมนุษย์")
def test_the_ends_of_compounds_are_ends_of_words(run):
    found = words.segment(run)
    assert set(found.coarse) <= set(found.fine)
    assert found.coarse[-1] == found.fine[-1] == len(run)


@pytest.mark.parametrize(("own", "run"), [("หนองกาบ้าน", "ที่หนองกาบ้านพัฒนา"), ("กางาน", "การกางานฝึก")])
def test_a_word_of_the_office_is_a_compound_of_what_it_is_made_of(own, run):
    words.add_words([own])
    try:
        at = run.index(own)
        inside = {at + offset for offset in range(1, len(own))}
        assert not inside & set(words.segment(run).coarse)
    finally:
        lexicon()._own.clear()
        words.segment.cache_clear()
