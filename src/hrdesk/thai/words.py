"""Cut a run of Thai letters into words: the cheapest reading over a word list with costs."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.lexicon import lexicon
from hrdesk.thai.patterns import DEPENDENT, DEPENDENT_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Ranges of a character class, to be put in brackets.
LETTERS = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"  # all that spells words; no ๆ ฯ ฿ digits
CONSONANTS = "\u0e01-\u0e2e"
TONES = "\u0e48-\u0e4b"

_RUN = re.compile(f"[{LETTERS}]+")
# A letter, and all that may not be cut from it.
_CLUSTER = re.compile(
    f".(?:[{DEPENDENT}]++"
    "|(?<=[\u0e40-\u0e44\u0e31\u0e37])."  # a leading vowel waits for its consonant; ั and ื need a closing one,
    f"|(?<=[\u0e31\u0e37][{TONES}])."  # with a tone too
    "|(?<=[\u0e02-\u0e2e]\u0e47)."  # so does ็, except in ก็
    f"|[{CONSONANTS}][\u0e34\u0e38]?\u0e4c)*+"  # a silenced consonant closes the syllable: ศาสต|ร์, สิท|ธิ์
)

_MEMO = 1 << 14
_COMPOUND_PARTS = 4
# These lead the word that follows.
_HEADS = frozenset({
    *("การ", "ความ", "ผู้", "นัก", "คณะ", "ณ"),
    *("ยี่", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"),
})
# A short rest of a run after one of these is the name of a place, unless a word below says otherwise.
_PLACE_HEADS = frozenset({"ตำบล", "ส่วนตำบล", "อำเภอ", "จังหวัด", "แขวง", "เทศบาลเมือง", "เทศบาลนคร"})
_NOT_OF_PLACES = frozenset({
    *("ที่", "ใน", "มี", "ให้", "ของ", "และ", "กับ", "หรือ", "ได้", "เป็น", "เพื่อ", "โดย", "ตาม", "จะ", "ไม่", "ทุก"),
    *("นี้", "นั้น", "ละ", "อื่น", "ต่าง", "ซึ่ง", "ต้อง", "ถึง", "จึง", "ไป", "มา", "แล้ว", "ดังกล่าว"),
})
_LONGEST_PLACE = 14


def add_words(words: Iterable[str]) -> None:
    """Keep these words whole from now on (place names of an office); spaces and other marks part them."""
    known = lexicon()
    for word in words:
        for run in _RUN.findall(word):
            known.add(run)
    segment.cache_clear()


@dataclass(frozen=True, slots=True)
class Segments:
    """Offsets where words end, the end of the run included."""

    coarse: tuple[int, ...]  # compounds whole
    fine: tuple[int, ...]  # compounds taken apart, for narrow columns


@lru_cache(maxsize=_MEMO)
def segment(run: str, longest: int | None = None) -> Segments:
    """Words of a run of Thai letters, none of them longer than `longest`."""
    ends, unknown, reach = lexicon().cheapest(run, _cuts(run), len(run) if longest is None else longest)
    if unknown:
        ends = _join_unknown(run, ends, unknown)
    return Segments(_compound_ends(run, [0, *ends], unknown, reach), tuple(ends))


def clusters(run: str) -> tuple[int, ...]:
    """Offsets where no mark or vowel is torn from its consonant, words unknown."""
    return tuple(_cuts(run)[1:-1])


def _cuts(run: str) -> list[int]:
    """The same with both ends of the run."""
    return [0, *accumulate(map(len, _CLUSTER.findall(run)))]


def _join_unknown(run: str, ends: Sequence[int], unknown: set[int]) -> list[int]:
    """Neighbouring unknown clusters are one unknown word; a one-letter scrap belongs to what is before it."""
    joined: list[int] = []
    for end in ends:
        last = joined[-1] if joined else 0
        if last and end in unknown and (last in unknown or _is_scrap(run[last:end])):
            joined[-1] = end
            if last not in unknown:
                unknown.discard(end)
        else:
            joined.append(end)
    return joined


def _is_scrap(cluster: str) -> bool:
    return sum(sign not in DEPENDENT_SIGNS for sign in cluster) < 2


def _compound_ends(run: str, edges: Sequence[int], unknown: set[int], reach: Sequence[int]) -> tuple[int, ...]:
    """`edges` are 0 and the ends of the words; `unknown` and `reach` as in `Reading`."""
    ends: list[int] = []
    at, last = 0, len(edges) - 1
    while at < last:
        if at and len(run) - edges[at] <= _LONGEST_PLACE and _is_place_name(run, edges, at):
            return (*ends, len(run))
        after = _compound_after(run, edges, at, reach)
        is_head = after == at + 1 and run[edges[at] : edges[after]] in _HEADS
        if is_head and after < last and edges[after + 1] not in unknown:
            after = _compound_after(run, edges, after, reach)
        ends.append(edges[after])
        at = after
    return tuple(ends)


def _compound_after(run: str, edges: Sequence[int], at: int, reach: Sequence[int]) -> int:
    """The index after the longest word of the list that the words from `at` spell together."""
    start = edges[at]
    if reach[start] > edges[at + 1]:
        known = lexicon()
        for after in range(min(len(edges) - 1, at + _COMPOUND_PARTS), at + 1, -1):
            if edges[after] <= reach[start] and run[start : edges[after]] in known:
                return after
    return at + 1


def _is_place_name(run: str, edges: Sequence[int], at: int) -> bool:
    """Whether the rest of the run names the ตำบล or the like that stands right before it."""
    start = edges[at]
    led = any(run[edges[first] : start] in _PLACE_HEADS for first in range(max(0, at - 2), at))
    return led and not any(run[first:end] in _NOT_OF_PLACES for first, end in pairwise(edges[at:]))
