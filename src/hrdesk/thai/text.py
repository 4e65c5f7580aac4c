"""Typed Thai: cleaning, search, dictionary order, and personal names with their titles."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.numbers import INVISIBLE, arabic_digits
from hrdesk.thai.patterns import DEPENDENT_SIGNS, pattern
from hrdesk.thai.titles import full_title

if TYPE_CHECKING:
    from collections.abc import Iterable

_ABOVE_BELOW = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # marks that share a consonant's column
_TONES = "\u0e48-\u0e4b"
_INVISIBLE = f"[{INVISIBLE}]"
_SPACES = r"[^\S\n]+"
_SPACE_AT_LINE_EDGE = " *\n *"
_SPLIT_SARA_AM = f"\u0e4d([{_TONES}]?)\u0e32"
_TONE_THEN_NIKHAHIT_AA = f"([{_TONES}])\u0e4d\u0e32"
_DOUBLED_MARK = f"([{_ABOVE_BELOW}])\\1+"
# Typed in the wrong order: a tone before the vowel it stands above, or a tone after sara am.
_TONE_BEFORE_VOWEL = f"([{_TONES}\u0e4c])([\u0e31\u0e34-\u0e3a])"
_TONE_AFTER_SARA_AM = f"\u0e33([{_TONES}])"
# Finds all that cleaning would change, and little else: most texts are clean, and asking once is seven times quicker.
_MAY_BE_UNCLEAN = (
    "[^\u0020-\u007e\u0e01-\u0e4c\u0e4e-\u0e5b]|^ | $|  |เเ"
    f"|([{_ABOVE_BELOW}])\\1|[{_TONES}\u0e4c][\u0e31\u0e34-\u0e3a]|\u0e33[{_TONES}]|[\u0e38\u0e39]\u0e3a"
)


def clean(text: str) -> str:
    """One spelling for what looks the same; line breaks stay. Idempotent. Never NFKC, which takes ำ apart."""
    if text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # numbers and codes, four times as quick
    return text if pattern(_MAY_BE_UNCLEAN).search(text) is None else _cleaned(text)


def _cleaned(text: str) -> str:
    text = pattern(_INVISIBLE).sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
    while (mended := _mend_marks(text)) != text:
        text = mended
    text = pattern(_SPACES).sub(" ", text)
    return pattern(_SPACE_AT_LINE_EDGE).sub("\n", text).strip()


def _mend_marks(text: str) -> str:
    text = text.replace("เเ", "แ")
    text = pattern(_DOUBLED_MARK).sub(r"\1", text)
    text = pattern(_TONE_BEFORE_VOWEL).sub(r"\2\1", text)
    text = pattern(_SPLIT_SARA_AM).sub("\\1\u0e33", text)
    text = pattern(_TONE_THEN_NIKHAHIT_AA).sub("\\1\u0e33", text)
    text = pattern(_TONE_AFTER_SARA_AM).sub("\\1\u0e33", text)
    return unicodedata.normalize("NFC", text)


_NO_WIDTH = f"[{_ABOVE_BELOW}]"


def letter_columns(text: str) -> int:
    """The letters of a text that take a width of their own: marks above and below do not."""
    return len(text) if text.isascii() else len(pattern(_NO_WIDTH).sub("", text))


_GAPS = r"[\s\-\u2010-\u2015]+"  # between words: spaces, hyphens and dashes


def search_key(text: str) -> str:
    return pattern(_GAPS).sub("", arabic_digits(clean(text)).lower())


_LEADING_VOWEL = "([\u0e40-\u0e44])([\u0e01-\u0e2e])"
_IGNORED_IN_ORDER = r"[.,;:!?()\[\]/\"'“”‘’ฯๆ]+"
_LESSER_MARKS = "\u0e4e\u0e4c\u0e47\u0e48\u0e49\u0e4a\u0e4b"  # in their order: ์ ็ ่ ้ ๊ ๋
_SECOND_LEVEL = "\x01"  # below every letter, so that a shorter name stands before a longer one
_DROP_LESSER_MARKS = str.maketrans("", "", _LESSER_MARKS)
_MARK_RANKS = str.maketrans(_LESSER_MARKS, "1234567")
# Latin after Thai; nikhahit before the vowels, which its code point does not say
_PRIMARY_ORDER = str.maketrans(
    {chr(code): chr(0x1000 + code) for code in range(ord("a"), ord("z") + 1)} | {"\u0e4d": "\u0e2f", "ๅ": "า"}
)


def sort_key(text: str) -> str:
    """A key whose plain comparison is the order of a Thai dictionary; to be stored and indexed.

    Consonants and vowels decide first, with a leading vowel counted after its consonant; tones and the like
    decide between names otherwise equal.
    """
    folded = pattern(_IGNORED_IN_ORDER).sub("", arabic_digits(clean(text))).lower()
    letters = pattern(_LEADING_VOWEL).sub(r"\2\1", pattern(_GAPS).sub(" ", folded).strip())
    primary = letters.translate(_DROP_LESSER_MARKS).translate(_PRIMARY_ORDER)
    if not any(mark in letters for mark in _LESSER_MARKS):
        return primary
    marks = "".join(sign if sign in _LESSER_MARKS else " " for sign in letters)
    return f"{primary}{_SECOND_LEVEL}{marks.rstrip().translate(_MARK_RANKS)}"


@dataclass(frozen=True, slots=True)
class PersonName:
    title: str
    first: str
    last: str

    def __str__(self) -> str:
        return full_name(self.title, self.first, self.last)


_GRADED = (
    *("ร้อย", "พัน", "พล", "สิบ", "จ่าสิบ", "เรือ", "นาวา", "จ่า", "พันจ่า"),
    *("เรืออากาศ", "นาวาอากาศ", "จ่าอากาศ", "พันจ่าอากาศ", "ร้อยตำรวจ", "พันตำรวจ", "พลตำรวจ", "สิบตำรวจ"),
    *("นายกอง", "นายหมวด", "นายหมู่"),  # volunteer defence corps
)
_RANKS = (*(f"{rank}{grade}" for rank in _GRADED for grade in ("ตรี", "โท", "เอก")), "จ่าสิบตำรวจ", "ดาบตำรวจ")
_SHORT_GRADED = (
    *("ร.", "พ.", "พล.", "ส.", "จ.ส.", "น.", "จ.", "พ.จ.", "พ.อ.", "ร.ต.", "พ.ต.", "พล.ต.", "ส.ต."),
    *("ก.", "มว."),
)
_SHORT_RANKS = (*(f"{rank}ต|ท|อ." for rank in _SHORT_GRADED), "ด.ต.")
_TITLES = (
    *("นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง", "หม่อมเจ้า", "หม่อมราชวงศ์", "หม่อมหลวง"),
    *("ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "ดอกเตอร์"),
)
_CIVIL = ("เด็กหญิง", "เด็กชาย", "นางสาว", "นาย", "นาง")  # the longest first; the others also begin names of posts
_ACTING = "ว่าที่"
_MEDICAL_TITLES = (
    *("นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง"),
    *("เภสัชกร", "เภสัชกรหญิง", "สัตวแพทย์", "สัตวแพทย์หญิง"),
)
_SHORT_TITLES = (
    *("น.ส.", "ด.ช.", "ด.ญ.", "ม.จ.", "ม.ร.ว.", "ม.ล.", "ดร.", "ศ.", "รศ.", "ผศ.", "อ."),
    *("นพ.", "พญ.", "ทพ.", "ทพญ.", "ภก.", "ภญ.", "สพ.", "สพญ.", "น.สพ.", "สพ.ญ."),
)


def _any_of(titles: Iterable[str]) -> str:
    """The longest that stands there; one written out ends where its last syllable does."""
    whole: list[str] = []
    short: list[str] = []
    for title in sorted(titles, key=len, reverse=True):
        (short if title.endswith(".") else whole).append(title)
    ended = [f"(?:{'|'.join(whole)})(?![{_ABOVE_BELOW}\u0e30\u0e32\u0e33])"] if whole else []
    return "|".join([*ended, *map(_typed_pattern, short)])


def _typed_pattern(title: str) -> str:
    """An abbreviation, whose dots may be followed by a space, and either the last dot or the inner ones may be missing.

    Grades are told by their letters with what follows: a class of three letters takes as long to compile as thirty words.
    """
    *inner, last = title.removesuffix(".").split(".")
    closed, opened = ("|".join(f"{grade}{end}" for grade in last.split("|")) for end in (r"\.", " "))
    typed = "".join(rf"{part}\.? ?" for part in inner) + f"(?:{closed})"
    return typed + "|" + "".join(rf"{part}\. ?" for part in inner) + f"(?:{opened})" if inner else typed


@cache
def _any_short() -> str:
    return _any_of([*_SHORT_TITLES, *_SHORT_RANKS])


# Compiled when first used: together they take as long as the rest of the program's patterns.
@cache
def _title() -> re.Pattern[str]:
    return re.compile(
        f"(?:ว่าที่ ?)?(?:(?:{_any_of([*_RANKS, *_SHORT_RANKS])}) ?(?:หญิง)?"
        f"|{_any_of([*_TITLES, *_MEDICAL_TITLES, *_SHORT_TITLES])}|ดร )"
        f"(?: ?(?:{_any_short()}|{_any_of(_MEDICAL_TITLES)}))*"
    )


@cache
def _short_letters() -> tuple[str, ...]:
    """The letters of all of them, told without a pattern: most abbreviations before a name are none."""
    parts = (title.replace(".", "").split("|") for title in (*_SHORT_TITLES, *_SHORT_RANKS))
    return tuple(first[:-1] + grade for first, *more in parts for grade in (first[-1], *more))


@cache
def _short_title_at_end() -> re.Pattern[str]:
    return re.compile(f"(?<![\u0e01-\u0e4e.])(?:{_any_short()})+$")


def split_name(text: str) -> PersonName:
    """Title, first name and the rest; what is missing is empty. A title stays as it was abbreviated."""
    name = clean(text).replace("\n", " ")
    match = _title().match(name)
    title = match[0] if match and name[match.end() :].strip() else ""
    first, _, last = name[len(title) :].strip().partition(" ")
    return PersonName(title.strip(), first, last.strip())


def full_name(title: str, first: str, last: str) -> str:
    """As official papers write it, the title written out and joined to the first name."""
    return f"{full_title(title)}{first} {last}".strip()


def written_out(name: str) -> str:
    """A typed name with its title written out: น.ส.กานดา ใจดี as นางสาวกานดา ใจดี; anything else as it is."""
    said = split_name(name) if "." in name else None
    return name if said is None or full_title(said.title) == said.title else str(said)


def name_in_text(first: str, last: str, longer: Iterable[str] = ()) -> re.Pattern[str]:
    """Where running text names a person: `โดยน.ส.กานดา ใจดีเสนอ`; the title that leads the name belongs to the match.

    A name that only ends like the first one is another's, and so is one that goes on as a `longer` last name.
    """
    more = "".join(f"(?!{re.escape(one.removeprefix(last))})" for one in longer if one != last and one.startswith(last))
    return re.compile(
        f"(?:(?:{_title().pattern})\\s*|(?<![\u0e01-\u0e4e])){re.escape(first)}\\s+{re.escape(last)}"
        f"(?![{_ABOVE_BELOW}\u0e30\u0e32\u0e33]){more}"
    )


def civil_title_length(text: str) -> int:
    """Letters of the title or rank, written out, that `text` begins with; 0 if there is none."""
    start = len(_ACTING) if text.startswith(_ACTING) else 0
    rank = _leading(_RANKS, text, start)
    if rank:
        end = start + len(rank)
        return end + len("หญิง") if text.startswith("หญิง", end) else end
    return len(_leading(_CIVIL, text, 0))


def _leading(titles: tuple[str, ...], text: str, at: int) -> str:
    """The first of the titles that stands there with all of its last syllable; empty for none."""
    if not text.startswith(titles, at):
        return ""
    return next((title for title in titles if text.startswith(title, at) and text[at + len(title) :][:1] not in DEPENDENT_SIGNS), "")


def ends_with_short_title(text: str) -> bool:
    """Whether `text` ends in an abbreviated title (น.ส. ดร.), which leads a name."""
    letters = text.replace(".", "").replace(" ", "")
    return letters.endswith(_short_letters()) and _short_title_at_end().search(text) is not None
