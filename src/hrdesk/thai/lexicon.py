"""Thai words with prices (1 common … 100 rare), walked in a graph that is ready as soon as its bytes are read.

`words_th.graph` is made by `resources/reference/pack_words.py`: for each cell a letter of TIS-620, then for each a
price, a byte, and then for each a base in little-endian 32 bits. From the state with base `b` (the first has 0) the letter
`x` leads on if cell `b + x` holds it; what stands there is the price of the word that ends with this letter, 0 if none
does, and the next state's base: two numbers, since one for both had to be taken apart at every letter. As a dict the same
words take 15 MB and a twentieth of a second.
"""

from __future__ import annotations

import sys
from array import array
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from hrdesk.config import resource_path

if TYPE_CHECKING:
    from collections.abc import Sequence

_PER_WORD = 7  # added to each word's price, so that fewer words win
UNKNOWN = 150  # one unknown cluster costs more than the rarest word
_NEVER = 1 << 30
_OWN_WORD = 21


# How a run of letters is best cut, by offsets: the ends of its words, one after the other; those ends before which stands
# what no word covers; and for each offset at which a word may begin where the longest ends that does, 0 if none.
Reading = tuple[list[int], set[int], list[int]]


class Lexicon:
    """The words of the graph and those added."""

    def __init__(self, packed: bytes) -> None:
        size = len(packed) // 6
        self._letters, self._prices = packed[:size], packed[size : 2 * size]
        self._bases = array("I", packed[2 * size :])
        if sys.byteorder == "big":
            self._bases.byteswap()
        self._own: set[str] = set()

    def add(self, word: str) -> None:
        """Of two letters at least: a single one is no word but where it ends a run."""
        self._own.add(word)

    def __contains__(self, word: str) -> bool:
        return self.price(word) > 0

    def price(self, word: str) -> int:
        """0 if it is none."""
        base = price = 0
        for letter in encoded(word):
            cell = base + letter
            if self._letters[cell] != letter:
                price = 0
                break
            base, price = self._bases[cell], self._prices[cell]
        return min(price or _OWN_WORD, _OWN_WORD) if word in self._own else price

    def cheapest(self, run: str, cuts: Sequence[int], longest: int) -> Reading:
        """The reading with the least sum of costs, of words not longer than `longest`.

        Words and unknown clusters end only at `cuts`: ascending offsets, 0 and the end of the run among them.
        """
        letters, prices, bases = self._letters, self._prices, self._bases
        codes, own = encoded(run), self._own_in(run, longest)
        best = [-1] * (len(run) + 1)  # where no word may end none is cheaper
        for cut in cuts:
            best[cut] = _NEVER
        best[0] = 0
        came_from, reach = [0] * len(best), [0] * len(best)
        for start, after in pairwise(cuts):
            cost = best[start]
            if cost + UNKNOWN < best[after]:
                best[after], came_from[after] = cost + UNKNOWN, ~start
            cost += _PER_WORD
            base, end = 0, start
            for letter in codes[start : start + longest]:
                cell = base + letter
                if letters[cell] != letter:
                    break
                base, price, end = bases[cell], prices[cell], end + 1
                if price:
                    reach[start] = end
                    if cost + price < best[end]:
                        best[end], came_from[end] = cost + price, start
            for end in own.get(start, ()) if own else ():
                reach[start] = max(reach[start], end)
                if cost + _OWN_WORD < best[end]:
                    best[end], came_from[end] = cost + _OWN_WORD, start
        return _traced(came_from, reach)

    def _own_in(self, run: str, longest: int) -> dict[int, list[int]]:
        """Where words that were added begin and end."""
        found: dict[int, list[int]] = {}
        for word in self._own:
            start = run.find(word) if len(word) <= longest else -1
            while start >= 0:
                found.setdefault(start, []).append(start + len(word))
                start = run.find(word, start + 1)
        return found


def _traced(came_from: Sequence[int], reach: list[int]) -> Reading:
    """Back from the end; what came from `~start` is unknown."""
    ends, unknown, end = list[int](), set[int](), len(came_from) - 1
    while end:
        ends.append(end)
        start = came_from[end]
        if start < 0:
            unknown.add(end)
            start = ~start
        end = start
    ends.reverse()
    return ends, unknown, reach


def encoded(run: str) -> bytes:
    """A byte for each letter; what is no Thai letter begins no word."""
    return run.encode("tis-620", errors="replace")


@cache
def lexicon() -> Lexicon:
    return Lexicon(resource_path("reference", "words_th.graph").read_bytes())
