"""Typed Thai: cleaning, search, dictionary order, and personal names with their titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from hrdesk.thai.numbers import arabic_digits

_ABOVE_BELOW = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # marks that share a consonant's column
_TONES = "\u0e48-\u0e4b"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_SPACES = re.compile(r"[^\S\n]+")
_SPACE_AT_LINE_EDGE = re.compile(" *\n *")
_SPLIT_SARA_AM = re.compile(f"\u0e4d([{_TONES}]?)\u0e32")
_TONE_THEN_NIKHAHIT_AA = re.compile(f"([{_TONES}])\u0e4d\u0e32")
_DOUBLED_MARK = re.compile(f"([{_ABOVE_BELOW}])\\1+")
# Typed in the wrong order: a tone before the vowel it stands above, or a tone after sara am.
_TONE_BEFORE_VOWEL = re.compile(f"([{_TONES}\u0e4c])([\u0e31\u0e34-\u0e3a])")
_TONE_AFTER_SARA_AM = re.compile(f"\u0e33([{_TONES}])")


def clean(text: str) -> str:
    """One spelling for what looks the same; line breaks stay. Idempotent. Never NFKC, which takes ำ apart."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
    while (mended := _mend_marks(text)) != text:
        text = mended
    text = _SPACES.sub(" ", text)
    return _SPACE_AT_LINE_EDGE.sub("\n", text).strip()


def _mend_marks(text: str) -> str:
    text = text.replace("เเ", "แ")
    text = _DOUBLED_MARK.sub(r"\1", text)
    text = _TONE_BEFORE_VOWEL.sub(r"\2\1", text)
    text = _SPLIT_SARA_AM.sub("\\1\u0e33", text)
    text = _TONE_THEN_NIKHAHIT_AA.sub("\\1\u0e33", text)
    text = _TONE_AFTER_SARA_AM.sub("\\1\u0e33", text)
    return unicodedata.normalize("NFC", text)


_NOT_SEARCHED = re.compile(r"[\s\-\u2010-\u2015]+")


def search_key(text: str) -> str:
    return _NOT_SEARCHED.sub("", arabic_digits(clean(text)).lower())


_LEADING_VOWEL = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
_LESSER_MARKS = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
_DROP_LESSER_MARKS = str.maketrans("", "", _LESSER_MARKS)
_IGNORED_IN_ORDER = re.compile(r"[\s\-\u2010-\u2015.,;:!?()\[\]/\"'“”‘’ฯๆ]+")
_SECOND_LEVEL = "\x01"  # below every letter, so that a shorter name stands before a longer one


def sort_key(text: str) -> str:
    """A key whose plain comparison is the order of a Thai dictionary; to be stored and indexed.

    Consonants and vowels decide first, with a leading vowel counted after its consonant; tones and the like decide
    between names otherwise equal.
    """
    letters = _LEADING_VOWEL.sub(r"\2\1", _IGNORED_IN_ORDER.sub("", arabic_digits(clean(text))).lower())
    primary = letters.translate(_DROP_LESSER_MARKS)
    if len(primary) == len(letters):
        return primary
    marks = "".join(sign if sign in _LESSER_MARKS else " " for sign in letters).rstrip()
    return f"{primary}{_SECOND_LEVEL}{marks}"


@dataclass(frozen=True, slots=True)
class PersonName:
    title: str
    first: str
    last: str

    def __str__(self) -> str:
        return full_name(self.title, self.first, self.last)


_TITLES = (
    "นางสาว นาง นาย เด็กชาย เด็กหญิง หม่อมเจ้า หม่อมราชวงศ์ หม่อมหลวง"
    " ศาสตราจารย์ รองศาสตราจารย์ ผู้ช่วยศาสตราจารย์ ดอกเตอร์"
).split()
_MEDICAL_TITLES = (
    "นายแพทย์ แพทย์หญิง ทันตแพทย์ ทันตแพทย์หญิง เภสัชกร เภสัชกรหญิง สัตวแพทย์ สัตวแพทย์หญิง"
).split()
_SHORT_TITLES = (
    "น.ส. ด.ช. ด.ญ. ม.จ. ม.ร.ว. ม.ล. ดร. ศ. รศ. ผศ. นพ. พญ. ทพ. ทพญ. ภก. ภญ. สพ. สพญ. น.สพ. สพ.ญ. อ."
).split()
_RANKS = (
    "ร้อยตรี ร้อยโท ร้อยเอก พันตรี พันโท พันเอก จ่าสิบตรี จ่าสิบโท จ่าสิบเอก สิบตรี สิบโท สิบเอก"
    " เรือตรี เรือโท เรือเอก นาวาตรี นาวาโท นาวาเอก พันจ่าตรี พันจ่าโท พันจ่าเอก จ่าตรี จ่าโท จ่าเอก"
    " เรืออากาศตรี เรืออากาศโท เรืออากาศเอก นาวาอากาศตรี นาวาอากาศโท นาวาอากาศเอก"
    " พันจ่าอากาศตรี พันจ่าอากาศโท พันจ่าอากาศเอก จ่าอากาศตรี จ่าอากาศโท จ่าอากาศเอก"
    " ร้อยตำรวจตรี ร้อยตำรวจโท ร้อยตำรวจเอก พันตำรวจตรี พันตำรวจโท พันตำรวจเอก"
    " สิบตำรวจตรี สิบตำรวจโท สิบตำรวจเอก จ่าสิบตำรวจ ดาบตำรวจ พลทหาร นายกองตรี นายกองโท นายกองเอก"
    " นายหมู่ตรี นายหมู่โท นายหมู่เอก นายหมวดตรี นายหมวดโท นายหมวดเอก"
).split()
_SHORT_RANKS = (
    "ร.ต. ร.ท. ร.อ. พ.ต. พ.ท. พ.อ. จ.ส.ต. จ.ส.ท. จ.ส.อ. ส.ต. ส.ท. ส.อ. น.ต. น.ท. น.อ."
    " พ.จ.ต. พ.จ.ท. พ.จ.อ. จ.ต. จ.ท. จ.อ. พ.อ.ต. พ.อ.ท. พ.อ.อ. ร.ต.ต. ร.ต.ท. ร.ต.อ. พ.ต.ต. พ.ต.ท. พ.ต.อ."
    " ส.ต.ต. ส.ต.ท. ส.ต.อ. จ.ส.ต. ด.ต. พล.ต. พล.ท. พล.อ. พล.ต.ต. พล.ต.ท. พล.ต.อ."
    " มว.ต. มว.ท. มว.อ."
).split()


def _any_of(titles: Iterable[str]) -> str:
    return "|".join(_typed_pattern(title) for title in sorted(titles, key=len, reverse=True))


def _typed_pattern(title: str) -> str:
    """Dots may be followed by a space, and either the last dot or the inner ones may be missing."""
    parts = title.removesuffix(".").split(".")
    if not title.endswith("."):
        return f"{title}(?![{_ABOVE_BELOW}\u0e30\u0e32\u0e33])"
    closed = r"\.? ?".join(parts) + r"\."
    return f"{closed}|" + r"\. ?".join(parts) + " " if len(parts) > 1 else closed


_ANY_SHORT = _any_of([*_SHORT_TITLES, *_SHORT_RANKS])
_TITLE = re.compile(
    f"(?:ว่าที่ ?)?(?:(?:{_any_of([*_RANKS, *_SHORT_RANKS])}) ?(?:หญิง)?|{_any_of([*_TITLES, *_MEDICAL_TITLES, *_SHORT_TITLES])}|ดร )"
    f"(?: ?(?:{_ANY_SHORT}|{_any_of(_MEDICAL_TITLES)}))*"
)
_ENDS_WITH_SHORT_TITLE = re.compile(f"(?<![\u0e01-\u0e4e.])(?:{_ANY_SHORT})+$")


def split_name(text: str) -> PersonName:
    """Title, first name and the rest; what is missing is empty. A title stays as it was abbreviated."""
    name = clean(text).replace("\n", " ")
    match = _TITLE.match(name)
    title = match[0] if match and name[match.end() :].strip() else ""
    first, _, last = name[len(title) :].strip().partition(" ")
    return PersonName(title.strip(), first, last.strip())


def full_name(title: str, first: str, last: str) -> str:
    """As official papers write it, the title joined to the first name."""
    return f"{title}{first} {last}".strip()


def ends_with_short_title(text: str) -> bool:
    """Whether `text` ends in an abbreviated title (น.ส. ดร.), which leads a name."""
    return _ENDS_WITH_SHORT_TITLE.search(text) is not None
