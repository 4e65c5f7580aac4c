"""Where a line of official Thai may end. The same on every platform: no system library is asked."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from hrdesk.thai import words
from hrdesk.thai.dates import THAI_MONTHS, THAI_MONTHS_SHORT
from hrdesk.thai.lexicon import lexicon
from hrdesk.thai.numbers import measure_follows
from hrdesk.thai.patterns import DEPENDENT_SIGNS, pattern
from hrdesk.thai.text import civil_title_length, ends_with_short_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
_NAME_GAPS = frozenset({" ", NO_BREAK_SPACE})
_LONGEST_NAME = 24  # letters of a first name with its title, or of a surname
_LONGEST_TITLE = 16  # characters looked at for an abbreviated title

_DIGIT = "[0-9๐-๙]"
_THAI_RUN = re.compile(f"[{words.LETTERS}]+")
_LAST_RUN = re.compile(f"[{words.LETTERS}]+$")
_MARK = re.compile("[ๆฯ/–—-]")  # a line may end after it
_LATIN_JOINT = re.compile("(?<=[A-Za-z0-9][/._?&=-])(?=[A-Za-z0-9])")
# In a title a line begins with what links its parts, and ends with none of them.
_LINKS = frozenset({
    *("ของ", "ใน", "และ", "หรือ", "ตาม", "เพื่อ", "โดย", "กับ", "แก่", "จาก", "สำหรับ", "ระหว่าง", "เกี่ยวกับ", "ด้าน", "ต่อ"),
    *("ที่", "ให้", "ซึ่ง", "ณ", "ประจำ"),
})
# Such a word waits for the next, which says of what kind or which one: พนักงานเทศบาล, องค์การบริหารส่วนตำบล.
_WAITS = (
    *("พนักงาน", "ข้าราชการ", "ลูกจ้าง", "เทศบาล", "ตำบล", "อำเภอ", "จังหวัด", "องค์การ", "บริหาร", "องค์กร", "ปกครอง"),
    *("โครงการ", "หลักสูตร", "นักบริหารงาน"),
)
_SHORT_WORD = 6  # letters: what looks like two words in it seldom is (ระดับ, ประชุม)
_ABBREVIATED = 4  # a run of letters as short as this before a dot is an abbreviation: พรบ. เม.ย.
_SHORT_PLACE = re.compile("(?<![ก-๎.])[ตอจมถซ]\\.$")  # ต.แม่สาย จ.เชียงราย
_NOT_BEFORE = frozenset(")]}”’\"'.,;:!?%/ๆฯ๚๛…–—-") | DEPENDENT_SIGNS
_NOT_AFTER = frozenset("([{“‘\"'฿.เแโใไ")
_JOINERS = frozenset("/–—-")
# What never begins a line: ครั้งที่ ๒, ปีละ, ลงวันที่, ระดับต้น.
_KEPT_BEFORE = re.compile(
    f"ที่[ {NO_BREAK_SPACE}]?{_DIGIT}"
    f"|ละ(?![{words.LETTERS}])"
    f"|(?<=ลง)วันที่"
    f"|(?<=ระดับ)(?:ต้น|กลาง|สูง)(?![{words.LETTERS}])"
)

_MONTHS = (*THAI_MONTHS, *THAI_MONTHS_SHORT)
# A number keeps what it counts on its line; what is numbered keeps its number.
_NUMBERED = (
    *("ที่", "ข้อ", "มาตรา", "หมวด", "ปี", "ร้อยละ", "หมู่", "หน้า", "รุ่น", "ระดับ", "แบบ", "ตาราง", "ภาพ", "บท", "ผนวก", "จำนวน", "เวลา"),
    *_MONTHS,
)  # fmt: skip
_BLANK = r"\.{5,24}(?!\.)"  # dots where a number or a day is written in by hand
_LONG_BLANK = rf"(?<=[{words.LETTERS}])\.{{25,}}"  # a name or a title: a word of its own
_BEFORE_NUMBER = re.compile(f" +(?={_DIGIT}|{_BLANK})")
_AFTER_NUMBER = re.compile(rf" (?:(?<={_DIGIT} )|(?<=\.{{5}} )) *")  # a space first: it is looked for quickest
_GLUED = (
    re.compile(" +(?=[ๆฯ])"),
    re.compile(rf"(?<={_DIGIT}) *[-–] *(?=(?:พ\.ศ\.[ {NO_BREAK_SPACE}]?)?{_DIGIT})"),
    re.compile(rf"(?<![{words.LETTERS}])(?:นาย|นาง|นางสาว|น\.ส\.|ดร\.) +(?=[{words.LETTERS}])"),
)


@lru_cache(maxsize=1 << 14)
def break_offsets(text: str, *, fine: bool = False) -> tuple[int, ...]:
    """Offsets where a line may end with nothing drawn; the ends at spaces are the caller's.

    `fine` adds the joints of compounds and of Latin addresses, for columns too narrow without them.
    """
    cuts = set(_word_ends(text, fine=fine))
    cuts.update([match.end() for match in _MARK.finditer(text)])
    allowed = {offset for offset in cuts if 0 < offset < len(text) and _may_end(text, offset)}
    if "....." in text:
        allowed.update(match.start() for match in pattern(_LONG_BLANK).finditer(text))
    if fine:
        allowed.update(match.start() for match in _LATIN_JOINT.finditer(text))
    return tuple(sorted(allowed))


def _word_ends(text: str, *, fine: bool) -> Iterator[int]:
    name_goes_on = -1  # where a surname would begin
    for match in _THAI_RUN.finditer(text):
        start, end = match.span()
        yield start
        yield end
        if text[end : end + 1] == "." and end - start <= _ABBREVIATED:
            continue
        segments = words.segment(match[0])
        is_surname = start == name_goes_on
        is_name = is_surname or _is_titled(match[0], segments, _before(text, start))
        if is_name and end - start <= _LONGEST_NAME:
            name_goes_on = end + 1 if text[end : end + 1] in _NAME_GAPS and not is_surname else -1
        else:
            yield from (start + offset for offset in (segments.fine if fine else segments.coarse))


def _is_titled(run: str, segments: words.Segments, before: str) -> bool:
    """Whether the run is a name led by its title: นายสมชาย, but neither นายก nor นายอำเภอ."""
    length = civil_title_length(run)
    return (length in segments.fine[:-1]) if length else _leads_name(before)


@lru_cache(maxsize=1 << 12)
def surname_follows(before: str) -> bool:
    """Whether a space after this ends a first name led by its title: นายสมชาย."""
    run = _LAST_RUN.search(before, max(0, len(before) - _LONGEST_NAME - 1))
    if run is None or len(run[0]) > _LONGEST_NAME or not civil_title_length(run[0]):
        return False
    return _is_titled(run[0], words.segment(run[0]), "")


def _may_end(text: str, offset: int) -> bool:
    """Whether the characters on both sides let a line end between them."""
    before, after = text[offset - 1], text[offset]
    if before.isspace() or after.isspace() or ZERO_WIDTH_SPACE in (before, after):
        return False
    if after in _NOT_BEFORE or after.isdecimal() or _KEPT_BEFORE.match(text, offset):
        return False
    if before.isdecimal():
        return not _is_counted(text, offset)
    if before in _JOINERS:
        return _joins_words(text, offset)
    if before == ".":
        return _abbreviation_is_over(text, offset)
    return before not in _NOT_AFTER and not (before == "ฯ" and text.startswith("ลฯ", offset))


def _joins_words(text: str, offset: int) -> bool:
    """Whether the mark before `offset` stands between two words, at least one of them Thai."""
    if offset < 2 or text[offset - 2].isspace():
        return False
    return any(_THAI_RUN.match(text[at]) for at in (offset - 2, offset))


def _abbreviation_is_over(text: str, offset: int) -> bool:
    letters = _THAI_RUN.match(text, offset)
    if letters is None or text[letters.end() : letters.end() + 1] == ".":
        return False
    return not _leads_name(_before(text, offset))


def _leads_name(before: str) -> bool:
    """Whether a name must follow: น.ส., ดร., ต., จ."""
    return before.endswith(".") and (ends_with_short_title(before) or _SHORT_PLACE.search(before) is not None)


def _before(text: str, offset: int) -> str:
    return text[max(0, offset - _LONGEST_TITLE) : offset]


def title_break(before: str, after: str, *, spaced: bool) -> float:
    """What a line of a title that ends between these words costs, from 0 to 1; `spaced` at a space."""
    if before in _LINKS or (not spaced and before.endswith(_WAITS)):
        return 1.0
    if spaced:
        return 0.6 if after[0].isdecimal() else 0.0  # แผนพัฒนา ๓ ปี
    return 0.1 if after in _LINKS else 0.4


def inside_word(word: str) -> tuple[int, ...]:
    """Where to part a word wider than its column: where the words meet that it is made of (หน่วย|งาน, but not ระ|ดับ)."""
    joints = set(break_offsets(word, fine=True))
    for match in _THAI_RUN.finditer(word):
        if match.end() - match.start() > _SHORT_WORD:
            ends = (0, *words.segment(match[0], len(match[0]) - 1).fine)
            if all(match[0][start:end] in lexicon() for start, end in pairwise(ends)):
                joints.update(match.start() + end for end in ends[1:-1])
    return tuple(sorted(joints))


def between_letters(word: str) -> tuple[int, ...]:
    """Where to part what is no compound: no mark or vowel is torn from its consonant."""
    return tuple(match.start() + end for match in _THAI_RUN.finditer(word) for end in words.clusters(match[0]))


def parts_of(chunk: str) -> list[str]:
    """The words of text without spaces, compounds taken apart: หน่วย งาน อื่น."""
    return [word[start:end] for word in words_of(chunk) for start, end in pairwise((0, *inside_word(word), len(word)))]


def words_of(chunk: str) -> list[str]:
    """The words of text without spaces, compounds whole."""
    ends = (0, *break_offsets(chunk, fine=True), len(chunk))
    return [chunk[start:end] for start, end in pairwise(ends)]


def glue(text: str) -> str:
    """No-break spaces where official prose stays together (ต่าง ๆ, ข้อ ๒, ๒๙ พฤศจิกายน ๒๕๔๕); same length."""
    if " " not in text:
        return text
    for spaces in _GLUED:
        text = spaces.sub(_glued, text)
    text = _BEFORE_NUMBER.sub(lambda match: _glued(match) if _is_numbered(match) else match[0], text)
    return _AFTER_NUMBER.sub(lambda match: _glued(match) if _is_counted(match.string, match.end()) else match[0], text)


def glue_runs(texts: Sequence[str]) -> list[str]:
    """The stretches of one paragraph, glued across where they meet too: a bold ข้อ and the plain ๒ after it."""
    glued, ends = glue("".join(texts)), [0, *accumulate(map(len, texts))]
    return [glued[start:end] for start, end in pairwise(ends)]


def _glued(match: re.Match[str]) -> str:
    return match[0].replace(" ", NO_BREAK_SPACE)


def _is_counted(text: str, at: int) -> bool:
    return text.startswith(_MONTHS, at) or measure_follows(text, at)


def _is_numbered(spaces: re.Match[str]) -> bool:
    """Whether what stands before has the number, or the blank for one, that stands after; an abbreviation has no blank."""
    text, start, end = spaces.string, spaces.start(), spaces.end()
    if text.endswith(_NUMBERED, 0, start):
        return True
    return text.endswith(".", 0, start) and not text.endswith("...", 0, start) and not text.startswith(".", end)


def soften(text: str) -> str:
    """Zero-width spaces where a line may end, for widgets whose own breaker knows no Thai. Idempotent."""
    plain = text.replace(ZERO_WIDTH_SPACE, "")
    ends = (0, *break_offsets(plain), len(plain))
    return ZERO_WIDTH_SPACE.join(plain[start:end] for start, end in pairwise(ends))


def add_words(names: Iterable[str]) -> None:
    """Keep these words whole from now on: place names of an office."""
    words.add_words(names)
    break_offsets.cache_clear()
