"""The packed word list says what the list says, neither more nor less, with and without words of an office."""

from __future__ import annotations

import gzip
import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.config import resource_path
from hrdesk.thai.lexicon import Lexicon, encoded, lexicon

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


def found(words: Lexicon, run: str, start: int = 0) -> list[tuple[str, int]]:
    return [(run[start:end], cost) for end, cost in words.words_at(run, encoded(run), start)]


def begun(costs: dict[str, int], run: str, start: int = 0) -> list[tuple[str, int]]:
    """The same, the slow and plain way."""
    parts = (run[start:end] for end in range(start + 1, len(run) + 1))
    return [(part, costs[part]) for part in parts if part in costs]


def test_every_listed_word_is_there_with_its_cost(listed):
    words = Lexicon(resource_path("reference", "words_th.graph").read_bytes())
    assert len(listed) > 50_000
    assert [word for word in listed if word not in words] == []
    assert [word for word, cost in listed.items() if (word, cost) not in found(words, word)] == []


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


@given(st.lists(st.sampled_from(("กา", "การ", "การงาน", "งาน", "บ้าน", "ผู้", "ใหญ่", "บ้านๆ")), max_size=5).map("".join), st.data())
def test_words_are_found_wherever_they_begin(listed, run, data):
    start = data.draw(st.integers(0, max(0, len(run) - 1)))
    assert found(lexicon(), run, start) == begun(listed, run, start)


@given(st.dictionaries(st.text("กขคา", min_size=1, max_size=5), st.integers(0, 99), max_size=40), st.text("กขคา", max_size=8))
def test_any_list_can_be_packed(costs, run):
    words = Lexicon(packer().pack(costs))
    assert [word for word in costs if word not in words] == []
    assert (run in words) == (run in costs)
    for start in range(len(run)):
        assert found(words, run, start) == begun(costs, run, start)


@given(
    st.dictionaries(st.text("กข", min_size=1, max_size=4), st.integers(0, 99), max_size=12),
    st.sets(st.text("กข", min_size=2, max_size=4), max_size=6),
)
def test_an_added_word_takes_the_place_of_a_listed_one(costs, added):
    words = Lexicon(packer().pack(costs))
    for word in added:
        words.add(word)
    own = {**costs, **dict.fromkeys(added, 20)}
    for run in ("กขกข", "ขขกกข", "ก", *added):
        assert (run in words) == (run in own)
        assert found(words, run) == begun(own, run)


@pytest.mark.parametrize("run", ["", "abc", "1", "๑๒", "กa", "ฯ", "\u200b", "中"])
def test_other_letters_are_no_words_and_no_error(run):
    assert run not in lexicon()
    assert found(lexicon(), run) == []
