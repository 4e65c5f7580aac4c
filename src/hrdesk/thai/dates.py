"""Dates as officers write them. A `date` is always of the Common Era; Buddhist years exist only in text."""

from __future__ import annotations

import re
from datetime import date

from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.numbers import INVISIBLE, arabic_digits
from hrdesk.thai.patterns import pattern

BE_OFFSET = 543
FIRST_BE_YEAR = 2400  # a smaller year cannot be meant as Buddhist, a greater one not as Common
_FIRST_YEAR = FIRST_BE_YEAR - BE_OFFSET  # an earlier one was mistyped

THAI_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
THAI_MONTHS_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip


THAI_DAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


def to_be(year_ce: int) -> int:
    """ValueError for a year that already is Buddhist, so that 543 is never added twice."""
    if year_ce >= FIRST_BE_YEAR:
        raise ValueError(f"ปี {year_ce} เป็นปี พ.ศ. อยู่แล้ว")
    return year_ce + BE_OFFSET


def from_be(year_be: int) -> int:
    if year_be < FIRST_BE_YEAR:
        raise ValueError(f"ปี {year_be} ไม่ใช่ปี พ.ศ.")
    return year_be - BE_OFFSET


def long_date(d: date) -> str:
    """29 พฤศจิกายน 2545"""
    return f"{d.day} {THAI_MONTHS[d.month - 1]} {to_be(d.year)}"


def day_of_week(d: date) -> str:
    """จันทร์"""
    return THAI_DAYS[d.weekday()]


def official_day(d: date) -> str:
    """29 พฤศจิกายน พ.ศ. 2545, as orders and announcements close."""
    return f"{d.day} {THAI_MONTHS[d.month - 1]} พ.ศ. {to_be(d.year)}"


def short_date(d: date) -> str:
    """29 พ.ย. 2545"""
    return f"{d.day} {THAI_MONTHS_SHORT[d.month - 1]} {to_be(d.year)}"


def month_span(first: date | None, last: date | None) -> str:
    """ต.ค. - พ.ย. 2567: the months of a period, what is missing left out; empty for neither."""
    days = [day for day in (first, last) if day is not None]
    parts = [f"{THAI_MONTHS_SHORT[day.month - 1]} {to_be(day.year)}" for day in days]
    if len(days) == 2 and days[0].year == days[1].year:
        parts = parts[1:] if days[0].month == days[1].month else [parts[0].split(" ")[0], parts[1]]
    return " - ".join(parts)


def day_span(first: date | None, last: date | None, *, full: bool = False) -> str:
    """6 - 8 มิ.ย. 2566, 30 มิ.ย. - 2 ก.ค. 2566: what both days share is said once, one day alone where the other is missing.

    `full` writes the months out. Empty for neither.
    """
    write, months = (long_date, THAI_MONTHS) if full else (short_date, THAI_MONTHS_SHORT)
    days = list(dict.fromkeys(day for day in (first, last) if day is not None))
    if len(days) < 2:
        return write(days[0]) if days else ""
    start, end = days
    begun = write(start)
    if start.year == end.year:
        begun = str(start.day) if start.month == end.month else f"{start.day} {months[start.month - 1]}"
    return f"{begun} - {write(end)}"


def open_span(first: date | None, last: date | None) -> str:
    """As `day_span` where both are known, else that one is not: … - 7 ก.พ. 2567, 5 ม.ค. 2567 - ไม่ทราบ. Empty for neither."""
    if (first is None) == (last is None):
        return day_span(first, last)
    return f"{short_date(first) if first else '…'} - {short_date(last) if last else 'ไม่ทราบ'}"


def numeric_date(d: date) -> str:
    """29/11/2545"""
    return f"{d.day}/{d.month}/{to_be(d.year)}"


@dataclass(frozen=True, slots=True)
class ParsedDate:
    value: date
    assumed_ce: bool = False  # a year such as 2024 was typed where a Buddhist one is usual: ask


_MIDNIGHT = "(?:[T ]0?0:00(?::00)?)?"  # as spreadsheets and databases write a bare date
_YEAR_FIRST = rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_MIDNIGHT}"
_DAY_FIRST = (
    rf"(?:(?:ณ ?)?วัน(?:\D*?ที่|{'|'.join(THAI_DAYS)}|พฤหัส) ?)?"
    r"(?P<day>\d{1,2}) ?(?:เดือน ?)?"
    r"(?:[-/. ] ?(?P<month>\d{1,2}) ?[-/. ]|[-/. ]?(?P<name>[ก-ฮเ-ไ][ก-๎. ]*?)[-/. ]?) ?"
    r"(?P<era>[พค] ?\.? ?ศ ?\.?)? ?(?P<year>\d{4}|\d{2})"
)
_NAME_LETTERS = 3  # how much of a full month name must be typed: มกรา, กุมภา


def parse_date(text: str) -> ParsedDate:
    """Read what people type, in digits of either script. ValueError, in Thai, for what is no date.

    Two-digit years are Buddhist (67 is 2567). Leap days go by the year of the Common Era.
    """
    typed = re.sub(r"\s+", " ", re.sub(f"[{INVISIBLE}]", "", arabic_digits(text))).strip()
    if match := pattern(_YEAR_FIRST).fullmatch(typed):
        year = int(match["year"])
        common = from_be(year) if year >= FIRST_BE_YEAR else year
        return ParsedDate(_real_date(common, int(match["month"]), int(match["day"]), typed))
    match = pattern(_DAY_FIRST).fullmatch(typed)
    month = _month(match) if match else None
    if match is None or month is None:
        raise ValueError(f"“{text}” ไม่ใช่วันที่ที่อ่านได้ ตัวอย่างเช่น 5/1/2567 หรือ 5 ม.ค. 2567")
    common, assumed = _common_year(match["year"], match["era"] or "")
    return ParsedDate(_real_date(common, month, int(match["day"]), typed), assumed)


def _month(match: re.Match[str]) -> int | None:
    if match["month"]:
        return int(match["month"])
    letters = re.sub(r"[. ]", "", match["name"])
    for number, (full, short) in enumerate(zip(THAI_MONTHS, THAI_MONTHS_SHORT, strict=True), start=1):
        if letters == short.replace(".", "") or (len(letters) >= _NAME_LETTERS and full.startswith(letters)):
            return number
    return None


def _common_year(digits: str, era: str) -> tuple[int, bool]:
    """The year of the Common Era, and whether that reading was a guess."""
    year = int(digits)
    if era.startswith("ค"):
        if len(digits) < 4 or year >= FIRST_BE_YEAR:
            raise ValueError(f"ปี ค.ศ. {digits} ไม่ถูกต้อง")
        return year, False
    if len(digits) == 2:
        return from_be(2500 + year), False
    if era or year >= FIRST_BE_YEAR:
        return from_be(year), False
    return year, True


def _real_date(year: int, month: int, day: int, typed: str) -> date:
    if year < _FIRST_YEAR:
        raise ValueError(f"ปีใน “{typed}” ไม่ถูกต้อง กรุณาพิมพ์ปี พ.ศ. สี่หลัก เช่น 2567")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"ไม่มีวันที่ {typed} ในปฏิทิน") from None
