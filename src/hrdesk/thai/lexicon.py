"""Thai words with costs (0 common … 99 rare), looked up in a graph that is ready as soon as its bytes are read.

`words_th.graph` is made by `resources/reference/pack_words.py`: for each cell a letter of TIS-620, then for each a
number in little-endian 32 bits. From the state with base `b` (the first has 0) the letter `x` leads to the state whose
base is the number of cell `b + x`, if that cell holds `x`. A word ends where cell `b + WORD_ENDS` holds `WORD_ENDS`; its
number is the cost. As a dict the same words take 15 MB and a twentieth of a second.
"""

from __future__ import annotations

import sys
from array import array
from functools import cache

from hrdesk.config import resource_path

WORD_ENDS = 0xA0  # the byte below every Thai letter
_OWN_WORD = 20
_START = 2  # letters by which own words are found


class Lexicon:
    """The words of the graph and those added; what is added takes the place of the same word of the graph."""

    def __init__(self, packed: bytes) -> None:
        size = len(packed) // 5
        self._letters = packed[:size]
        self._targets = array("I", packed[size:])
        if sys.byteorder == "big":
            self._targets.byteswap()
        self._own: dict[str, set[str]] = {}

    def add(self, word: str) -> None:
        """Of two letters at least: a single one is no word but where it ends a run."""
        self._own.setdefault(word[:_START], set()).add(word)

    def __contains__(self, word: str) -> bool:
        if word in self._own.get(word[:_START], ()):
            return True
        letters, targets, base = self._letters, self._targets, 0
        for letter in encoded(word):
            cell = base + letter
            if letters[cell] != letter:
                return False
            base = targets[cell]
        return letters[base + WORD_ENDS] == WORD_ENDS

    def words_at(self, run: str, codes: bytes, start: int) -> list[tuple[int, int]]:
        """(end, cost) of every word that begins at `start` of the run, whose bytes are `codes`; short ones first."""
        letters, targets, base, end = self._letters, self._targets, 0, start
        found = []
        for letter in codes[start:]:
            cell = base + letter
            if letters[cell] != letter:
                break
            base = targets[cell]
            end += 1
            if letters[base + WORD_ENDS] == WORD_ENDS:
                found.append((end, targets[base + WORD_ENDS]))
        own = self._own.get(run[start : start + _START]) if self._own else None
        if own:
            mine = {start + len(word): _OWN_WORD for word in own if run.startswith(word, start)}
            found = sorted({**dict(found), **mine}.items())
        return found


def encoded(run: str) -> bytes:
    """A byte for each letter; what is no Thai letter begins no word."""
    return run.encode("tis-620", errors="replace")


@cache
def lexicon() -> Lexicon:
    return Lexicon(resource_path("reference", "words_th.graph").read_bytes())
