"""Cut a run of Thai letters into words: the cheapest reading over a word list with costs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.lexicon import encoded, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

# Ranges of a character class, to be put in brackets.
LETTERS = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"  # all that spells words; no ๆ ฯ ฿ digits
DEPENDENT = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"  # written after, above or below a consonant
CONSONANTS = "\u0e01-\u0e2e"
TONES = "\u0e48-\u0e4b"

_RUN = re.compile(f"[{LETTERS}]+")
_DEPENDENT_SIGN = re.compile(f"[{DEPENDENT}]")
_NO_CUT = re.compile(
    f"(?=[{DEPENDENT}])"
    f"|(?=[{CONSONANTS}][\u0e34\u0e38]?\u0e4c)"  # a silenced consonant closes the syllable: ศาสต|ร์, สิท|ธิ์
    "|(?<=[\u0e40-\u0e44])"  # a leading vowel waits for its consonant
    f"|(?<=[\u0e31\u0e37])|(?<=[\u0e31\u0e37][{TONES}])"  # ั and ื need a closing consonant
    f"|(?<=[{CONSONANTS}]\u0e47)(?<!ก็)"  # so does ็, except in ก็
)

_PER_WORD = 8  # added to each word's cost, so that fewer words win
_UNKNOWN = 150  # one unknown cluster costs more than the rarest word
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


class _Token(NamedTuple):
    start: int
    end: int
    known: bool
    reach: int  # where the longest known word ends that begins here


@lru_cache(maxsize=_MEMO)
def segment(run: str, longest: int | None = None) -> Segments:
    """Words of a run of Thai letters, none of them longer than `longest`."""
    tokens = _join_unknown(run, _cheapest(run, len(run) if longest is None else longest))
    return Segments(_compound_ends(run, tokens), tuple(token.end for token in tokens))


def clusters(run: str) -> tuple[int, ...]:
    """Offsets where no mark or vowel is torn from its consonant, words unknown."""
    allowed = _cut_allowed(run)
    return tuple(offset for offset in range(1, len(run)) if allowed[offset])


def _cut_allowed(run: str) -> bytearray:
    allowed = bytearray(b"\x01") * (len(run) + 1)
    for match in _NO_CUT.finditer(run):
        allowed[match.start()] = 0
    allowed[0] = allowed[len(run)] = 1
    return allowed


def _cheapest(run: str, longest: int) -> list[_Token]:
    """The reading with the least sum of costs; what no word covers becomes unknown clusters."""
    words, codes = lexicon(), encoded(run)
    size = len(run)
    allowed = _cut_allowed(run)
    never = (size + 1) * (_UNKNOWN + 1)
    best = [never] * (size + 1)
    came_from = [0] * (size + 1)
    by_word, reach = bytearray(size + 1), [0] * size
    best[0] = 0
    for start in range(size):
        cost = best[start]
        if cost == never:
            continue
        for end, word_cost in words.words_at(run, codes, start):
            reach[start] = end
            if end - start <= longest and allowed[end] and cost + word_cost + _PER_WORD < best[end]:
                best[end] = cost + word_cost + _PER_WORD
                came_from[end], by_word[end] = start, 1
        end = allowed.index(1, start + 1)
        if cost + _UNKNOWN < best[end]:
            best[end] = cost + _UNKNOWN
            came_from[end], by_word[end] = start, 0
    tokens: list[_Token] = []
    end = size
    while end:
        start = came_from[end]
        known = by_word[end] == 1 or (reach[start] >= end and run[start:end] in words)
        tokens.append(_Token(start, end, known, reach[start]))
        end = start
    return tokens[::-1]


def _join_unknown(run: str, tokens: list[_Token]) -> list[_Token]:
    """Neighbouring unknown clusters are one unknown word; a one-letter scrap belongs to what is before it."""
    joined: list[_Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and not token.known and (not last.known or _is_scrap(run[token.start : token.end])):
            joined[-1] = _Token(last.start, token.end, last.known, last.reach)
        else:
            joined.append(token)
    return joined


def _is_scrap(cluster: str) -> bool:
    return len(_DEPENDENT_SIGN.sub("", cluster)) < 2


def _compound_ends(run: str, tokens: list[_Token]) -> tuple[int, ...]:
    ends: list[int] = []
    at = 0
    while at < len(tokens):
        if _is_place_name(run, tokens, at):
            return (*ends, len(run))
        after = _compound_after(run, tokens, at)
        is_head = after == at + 1 and run[tokens[at].start : tokens[at].end] in _HEADS
        if is_head and after < len(tokens) and tokens[after].known:
            after = _compound_after(run, tokens, after)
        ends.append(tokens[after - 1].end)
        at = after
    return tuple(ends)


def _compound_after(run: str, tokens: list[_Token], at: int) -> int:
    """The token index after the longest word of the list that `tokens[at:]` spell together."""
    words, (start, _, _, reach) = lexicon(), tokens[at]
    for after in range(min(len(tokens), at + _COMPOUND_PARTS), at + 1, -1):
        if tokens[after - 1].end <= reach and run[start : tokens[after - 1].end] in words:
            return after
    return at + 1


def _is_place_name(run: str, tokens: list[_Token], at: int) -> bool:
    """Whether the rest of the run names the ตำบล or the like that stands right before it."""
    start = tokens[at].start
    if not at or len(run) - start > _LONGEST_PLACE:
        return False
    led = any(run[tokens[first].start : start] in _PLACE_HEADS for first in range(max(0, at - 2), at))
    return led and not any(run[token.start : token.end] in _NOT_OF_PLACES for token in tokens[at:])
