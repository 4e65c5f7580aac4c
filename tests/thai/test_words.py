"""A run of letters is read as the cheapest row of words; compounds of the list stay whole, save where they are too long."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrdesk.thai import words
from hrdesk.thai.lexicon import _PER_WORD, UNKNOWN, Reading, lexicon

PARTS = ("กา", "การ", "งาน", "ฝึก", "อบ", "รม", "อบรม", "พัฒนา", "บุคลากร", "ผู้", "ใหญ่", "บ้าน", "ทรัพยากร", "มนุษย์", "ฆฌ", "ฬิ", "ก็")
RUNS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join)


def read(run: str, longest: int) -> Reading:
    return lexicon().cheapest(run, [0, *words.clusters(run), len(run)], longest)


def parts_of(run: str, longest: int) -> list[tuple[str, bool]]:
    """The words of the reading, and whether the list has them."""
    ends, unknown, _ = read(run, longest)
    return [(run[start:end], end not in unknown) for start, end in pairwise([0, *ends])]


def cost_of_word(part: str) -> int:
    return lexicon().price(part) + _PER_WORD


def cheapest(run: str, longest: int) -> int:
    """What the best reading costs, every cut tried in turn."""
    cuts = [0, *words.clusters(run), len(run)]
    best = {0: 0}
    for before, end in pairwise(cuts):
        listed = (start for start in cuts if start < end <= start + longest and run[start:end] in lexicon())
        best[end] = min([best[before] + UNKNOWN, *(best[start] + cost_of_word(run[start:end]) for start in listed)])
    return best[len(run)]


@given(RUNS, st.integers(1, 20))
def test_no_other_reading_costs_less(run, longest):
    parts = parts_of(run, longest)
    assert sum(cost_of_word(part) if known else UNKNOWN for part, known in parts) == cheapest(run, longest)


@given(RUNS, st.integers(1, 20))
@example("ก็", 1)
def test_a_word_is_known_where_the_list_has_it_and_it_is_not_too_long(run, longest):
    for part, known in parts_of(run, longest):
        assert known == (part in lexicon() and len(part) <= longest)


@given(RUNS)
def test_the_longest_word_from_each_cut_is_told(run):
    _, _, reach = read(run, len(run))
    for start in [0, *words.clusters(run)]:
        ends = [end for end in range(start + 1, len(run) + 1) if run[start:end] in lexicon()]
        assert reach[start] == max(ends, default=0)


@pytest.mark.parametrize(
    ("run", "fine"),
    [("ฆฌฬิ", (4,)), ("งานฆฌฬิ", (7,)), ("ฆฌฬิงาน", (4, 7)), ("งานฆ", (4,)), ("งานฆพัฒนา", (4, 9)), ("", ())],
)
def test_unknown_clusters_are_one_word_and_a_scrap_belongs_to_what_is_before_it(run, fine):
    assert words.segment(run).fine == fine


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
