"""The packed word list says what the list says, neither more nor less, with and without words of an office."""

from __future__ import annotations

import gzip
import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.config import resource_path
from hrdesk.thai.lexicon import Lexicon, lexicon

THAI = "".join(map(chr, (*range(0x0E01, 0x0E2F), *range(0x0E30, 0x0E3B), *range(0x0E40, 0x0E46), *range(0x0E47, 0x0E4F))))


def packer():
    spec = importlib.util.spec_from_file_location("pack_words", resource_path("reference", "pack_words.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def listed() -> dict[str, int]:
    cells = gzip.decompress(resource_path("reference", "words_th.tsv.gz").read_bytes()).decode("utf-8").split()
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))


def test_every_listed_word_is_there_with_its_cost(listed):
    words = Lexicon(resource_path("reference", "words_th.graph").read_bytes())
    assert len(listed) > 50_000
    assert [word for word in listed if word not in words] == []
    assert [word for word, cost in listed.items() if words.price(word) != cost + 1] == []


def test_the_shipped_graph_is_made_from_the_shipped_list(listed):
    """Fails when the list was made anew and `pack_words.py` was not run after it."""
    assert packer().pack(listed) == resource_path("reference", "words_th.graph").read_bytes()


def test_the_beginning_of_a_word_is_a_word_only_where_it_is_listed(listed):
    parts = {word[:at] for word in list(listed)[::7] for at in range(2, len(word))}
    assert len(parts) > 10_000
    assert {part for part in parts if part in lexicon()} == parts & set(listed)


@given(st.text(THAI, max_size=12))
def test_what_is_not_listed_is_no_word(listed, run):
    assert (run in lexicon()) == (run in listed)


@given(st.dictionaries(st.text("กขคา", min_size=1, max_size=5), st.integers(0, 99), max_size=40), st.text("กขคา", max_size=8))
def test_any_list_can_be_packed(costs, run):
    words = Lexicon(packer().pack(costs))
    assert {word: words.price(word) - 1 for word in costs} == costs
    assert words.price(run) == costs.get(run, -1) + 1


@given(
    st.dictionaries(st.text("กข", min_size=1, max_size=4), st.integers(0, 99), max_size=12),
    st.sets(st.text("กข", min_size=2, max_size=4), max_size=6),
    st.text("กข", max_size=8),
)
def test_added_words_are_read_as_listed_ones_and_make_none_dearer(costs, added, run):
    words = Lexicon(packer().pack(costs))
    for word in added:
        words.add(word)
    assert all((word in words) == (word in costs or word in added) for word in (*costs, *added, "กขกข", "ข", ""))
    both = {**costs, **{word: min(20, costs.get(word, 20)) for word in added}}
    assert {word: words.price(word) - 1 for word in both} == both
    cuts = range(len(run) + 1)
    assert words.cheapest(run, cuts, 4) == Lexicon(packer().pack(both)).cheapest(run, cuts, 4)


@pytest.mark.parametrize("run", ["", "abc", "1", "๑๒", "กa", "ฯ", "\u200b", "中"])
def test_other_letters_are_no_words_and_no_error(run):
    assert run not in lexicon()
    ends, unknown, reach = lexicon().cheapest(run, range(len(run) + 1), len(run))
    assert ends == list(range(1, len(run) + 1)) == sorted(unknown)
    assert not any(reach)
