"""One cell's value: text, number, ID, date, level, and whether it says that the post is vacant.

Readers return the value or raise `Unreadable`, whose text is the reason the officer sees.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from hrdesk.domain.staff import NATIONAL_ID_DIGITS, is_national_id, normalise_national_id
from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.services.sheets.sheet import plain
from hrdesk.thai.dates import FIRST_BE_YEAR, from_be, parse_date
from hrdesk.thai.numbers import arabic_digits
from hrdesk.thai.text import clean, search_key

if TYPE_CHECKING:
    from hrdesk.services.sheets.sheet import Cell

MAX_LINE = 500  # what one line of the register holds
_SPACES = re.compile(r"\s+")
_NOTHING = re.compile(r"[\s\-‐-―_.,:*/\\()\[\]]*")
_CELL_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!)")
_CUT_NUMBER = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_MASKED = re.compile(r"[\dxX*]{13}")
_VACANT = re.compile(
    r"[\s\-‐-―_.*(\[]*(?:(?:ตำแหน่ง|อัตรา)?ว่าง|กำหนดเพิ่ม|vacan(?:t|cy))"
    r"(?=$|[\s\-‐-―_.*)\]\d]|เดิม|ใหม่|กำหนด|รอ|ตั้งแต่|เนื่อง|มาแล้ว|เพราะ|จาก|ยัง|อยู่|ไม่)",
    re.IGNORECASE,
)
_VACANT_AT_END = re.compile(r"\s*[(\[\-]\s*(?:(?:ตำแหน่ง|อัตรา)?ว่าง|กำหนดเพิ่ม)[^)\]]*[)\]\-]?\s*$")
_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(3_000, 80_000)  # 1908 to 2119
_BE_SERIALS = range(183_000, 293_000)  # the years 2401 to 2702, typed Buddhist into a date cell


# A list says few different things in thousands of rows. Typed, for 1, 1.0 and True are one key.
_for_each_text = lru_cache(maxsize=1 << 13, typed=True)


class Unreadable(ValueError):  # noqa: N818 - what the cell is
    """The reason, in Thai."""


def text_of(cell: Cell) -> str:
    """One line. A whole number has no decimals, whatever Excel keeps."""
    if isinstance(cell, str):
        return _one_line(cell) if cell else ""
    if isinstance(cell, bool):
        return "ใช่" if cell else "ไม่"
    return plain(cell)


def one_line(text: str) -> str:
    plain = clean(text)
    return _SPACES.sub(" ", plain).strip() if "\n" in plain else plain


_one_line = lru_cache(maxsize=1 << 14)(one_line)  # most cells are looked at several times on the way


@lru_cache(maxsize=1 << 14)
def title_key(text: str) -> str:
    """Under which titles are compared; a list has thousands of few titles."""
    return search_key(text)


def says_nothing(text: str) -> bool:
    """A dash, dots, empty brackets."""
    return not text[:1].isalnum() and _NOTHING.fullmatch(text) is not None


def line_of(cell: Cell) -> str:
    """Text that fits the register; a lone dash is nothing."""
    return line_of_text(text_of(cell))


def line_of_text(text: str) -> str:
    if text[:1].isalnum() and len(text) <= MAX_LINE:
        return text  # nearly all of them
    if text[:1] == "#" and _CELL_ERROR.fullmatch(text):
        raise Unreadable(f"เซลล์นี้เป็นค่าผิดพลาดของ Excel ({text})")
    if len(text) > MAX_LINE:
        raise Unreadable(f"ข้อความยาวเกิน {MAX_LINE} อักขระ")
    return "" if says_nothing(text) else text


def note_of(cell: Cell) -> str:
    """A note keeps its lines."""
    text = clean(cell) if isinstance(cell, str) else text_of(cell)
    return "" if says_nothing(text) else text


def position_number(cell: Cell) -> str:
    """Opaque; Thai digits are written as Arabic ones."""
    if isinstance(cell, (date, timedelta)):
        raise Unreadable("Excel เปลี่ยนเลขที่ตำแหน่งเป็นวันที่ กรุณาจัดรูปแบบเซลล์เป็นข้อความแล้วพิมพ์ใหม่")
    return arabic_digits(line_of(cell))


def national_id(cell: Cell) -> str:
    """13 digits, or empty where there is none or it is masked."""
    if isinstance(cell, (date, timedelta)):
        raise Unreadable("เลขประจำตัวประชาชนกลายเป็นวันที่ กรุณาจัดรูปแบบเซลล์เป็นข้อความแล้วพิมพ์ใหม่")
    if isinstance(cell, str) and is_national_id(plain := cell.replace("-", "").replace(" ", "")):
        return plain  # nearly all of them
    digits = normalise_national_id(line_of(cell)).lstrip("'")
    if not digits or (_MASKED.fullmatch(digits) and not digits.isdigit()):
        return ""
    if _CUT_NUMBER.fullmatch(digits):
        raise Unreadable("Excel ตัดเลขท้ายของเลขประจำตัวประชาชน กรุณาจัดรูปแบบเซลล์เป็นข้อความแล้วพิมพ์ใหม่")
    digits = digits.removesuffix(".0")
    if isinstance(cell, (int, float)) and len(digits) == NATIONAL_ID_DIGITS - 1 and is_national_id("0" + digits):
        return "0" + digits  # a number cell loses the zero in front
    if not digits.isdigit() or len(digits) != NATIONAL_ID_DIGITS:
        count = len(digits) if digits.isdigit() else 0
        said = f"มี {count} หลัก" if count else "มีอักขระที่ไม่ใช่ตัวเลข"
        raise Unreadable(f"เลขประจำตัวประชาชนต้องมี 13 หลัก แต่เซลล์นี้{said}")
    if not is_national_id(digits):
        raise Unreadable("เลขประจำตัวประชาชนไม่ถูกต้อง (เลขตรวจสอบหลักสุดท้ายไม่ตรง)")
    return digits


@_for_each_text
def date_of(cell: Cell) -> date | None:
    """Buddhist and Common years, text and Excel's own dates, with and without their format."""
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return _from_be(day) if day.year >= FIRST_BE_YEAR else day
    text = line_of(cell)
    if not text:
        return None
    digits = arabic_digits(text).removesuffix(".0")
    if digits.isdecimal():
        serial = int(digits) if len(digits) <= 6 else 0
        if serial in _BE_SERIALS:
            return _from_be(_EXCEL_EPOCH + timedelta(days=serial))
        if serial in _SERIALS:
            return _EXCEL_EPOCH + timedelta(days=serial)
    try:
        return parse_date(text).value
    except ValueError as error:
        raise Unreadable(str(error)) from error


def _from_be(day: date) -> date:
    try:
        return day.replace(year=from_be(day.year))
    except ValueError:
        raise Unreadable(f"ไม่มีวันที่ {day.day}/{day.month}/{day.year} ในปฏิทิน เพราะปีนั้นไม่มีวันที่ 29 กุมภาพันธ์") from None


def is_vacancy(text: str) -> bool:
    """(ว่าง), -ว่าง-, ว่างเดิม, ตำแหน่งว่าง …; a name that only begins so is not."""
    return _VACANT.match(text) is not None


@_for_each_text
def without_vacancy(title: str) -> tuple[str, bool]:
    """A post's title without (ว่าง) at its end, and whether it stood there."""
    match = _VACANT_AT_END.search(title)
    return (title[: match.start()], True) if match and match.start() else (title, False)


_E, _D, _A, _G = (PositionType.EXECUTIVE, PositionType.DIRECTOR, PositionType.ACADEMIC, PositionType.GENERAL)
_LEVEL_WORDS: dict[str, tuple[Level, ...]] = {
    "ต้น": (Level.EXECUTIVE_LOW, Level.DIRECTOR_LOW),
    "กลาง": (Level.EXECUTIVE_MIDDLE, Level.DIRECTOR_MIDDLE),
    "สูง": (Level.EXECUTIVE_HIGH, Level.DIRECTOR_HIGH),
    "ปฏิบัติการ": (Level.PRACTITIONER,),
    "ชำนาญการ": (Level.PROFESSIONAL,),
    "ชำนาญการพิเศษ": (Level.SENIOR_PROFESSIONAL,),
    "เชี่ยวชาญ": (Level.EXPERT,),
    "ปฏิบัติงาน": (Level.OPERATIONAL,),
    "ชำนาญงาน": (Level.EXPERIENCED,),
    "อาวุโส": (Level.SENIOR,),
}
_SHORT_LEVELS = {
    "ปก": "ปฏิบัติการ", "ชก": "ชำนาญการ", "ชพ": "ชำนาญการพิเศษ", "ชช": "เชี่ยวชาญ",
    "ปง": "ปฏิบัติงาน", "ชง": "ชำนาญงาน", "อว": "อาวุโส", "อส": "อาวุโส",
}  # fmt: skip
_LEVEL_LEAD = re.compile(r"^(?:ระดับ)?(?:นัก)?(?:บริหารงาน|บริหาร|อำนวยการ)?(?:ท้องถิ่น)?(?:ระดับ)?")
_NO_LEVEL = re.compile(r"ครู.*|คศ\d?|ค\.?ศ\.?\d?|ผู้มีคุณวุฒิ|ผู้มีทักษะ|คุณวุฒิ|ทักษะ|ภารกิจ|ตามภารกิจ|ทั่วไป|พนักงานจ้าง.*|ลูกจ้าง.*|ไม่มี.*|.*ใบอนุญาต.*")
_LEVEL_AT_END = re.compile(
    r"^(?P<title>.*[ก-๎)])\s*(?:ระดับ\s*)?[(\s]*(?P<level>"
    + "|".join(sorted([*_LEVEL_WORDS, *(rf"{s[0]}\.?{s[1]}\." for s in _SHORT_LEVELS)], key=len, reverse=True))
    + r")\s*\)?$"
)


@_for_each_text
def levels_of(cell: Cell) -> tuple[Level, ...]:
    """The levels a word may mean (ต้น is of two types; ปก./ชก. is a range); empty where there is none."""
    words = re.split(r"[/,]|หรือ|\s-\s|ถึง", line_of(cell))
    found: list[Level] = []
    for word in words:
        key = re.sub(r"[\s.()]+", "", arabic_digits(word))
        if not key or _NO_LEVEL.fullmatch(key):
            continue
        plain = _LEVEL_LEAD.sub("", key)
        plain = _SHORT_LEVELS.get(plain, plain)
        if plain not in _LEVEL_WORDS:
            raise Unreadable(f"ไม่รู้จักระดับ “{text_of(cell)}”")
        found += _LEVEL_WORDS[plain]
    return tuple(found)


@_for_each_text
def split_level(title: str) -> tuple[str, tuple[Level, ...]]:
    """นักทรัพยากรบุคคลชำนาญการ, … ชก. and … (ชำนาญการ) as the title and its level."""
    match = _LEVEL_AT_END.match(title)
    # ครูชำนาญการ is a rank of teachers; ปฏิบัติการ, กลาง and so on end titles of their own.
    if match is None or title.startswith("ครู") or not re.match("นัก|เจ้าพนักงาน|นายช่าง|วิศวกร|.*แพทย์|พยาบาล|เภสัชกร|สถาปนิก|นิติกร|บรรณารักษ์|.*\\)$", match["title"]):
        return title, ()
    return match["title"].strip(), levels_of(match["level"])


_POSITION_TYPES = {
    "บริหารท้องถิ่น": _E, "บริหาร": _E, "อำนวยการท้องถิ่น": _D, "อำนวยการ": _D, "วิชาการ": _A, "ทั่วไป": _G,
    "บถ": _E, "อถ": _D, "วช": _A, "ทป": _G, "บริหารงานท้องถิ่น": _E,
}  # fmt: skip


@_for_each_text
def position_type_of(text: str) -> PositionType | None:
    """None for what is no type of position; a type of personnel may stand there instead."""
    return _POSITION_TYPES.get(re.sub(r"^(?:ตำแหน่ง)?(?:ประเภท)?|[\s.()]+", "", text))


_P = PersonnelType
_PERSONNEL: tuple[tuple[str, tuple[PersonnelType, ...]], ...] = (
    (r"ถ่ายโอน", (_P.TRANSFERRED,)),
    (r"ครู|บุคลากรทางการศึกษา|สายงานการสอน", (_P.TEACHER,)),
    (r"ลูกจ้างประจำ", (_P.PERMANENT,)),
    (r"ภารกิจ.*คุณวุฒิ|^(?:ประเภท)?(?:ผู้มี)?คุณวุฒิ$", (_P.MISSION_QUALIFIED,)),
    (r"ภารกิจ.*ทักษะ|^(?:ประเภท)?(?:ผู้มี)?ทักษะ$", (_P.MISSION_SKILLED,)),
    (r"ภารกิจ", (_P.MISSION_QUALIFIED, _P.MISSION_SKILLED)),
    (r"พนักงานจ้าง.*ทั่วไป|จ้างทั่วไป|ลูกจ้างชั่วคราว|จ้างเหมา", (_P.GENERAL_CONTRACT,)),
    (r"^พนักงานจ้าง$", (_P.GENERAL_CONTRACT, _P.MISSION_SKILLED, _P.MISSION_QUALIFIED)),
    (r"การเมือง|คณะผู้บริหาร|สมาชิกสภา|สภาเทศบาล|สภาองค์การ", (_P.POLITICAL,)),
    (r"^พนักงานเทศบาล|^พนักงานส่วนตำบล|^พนักงานส่วนท้องถิ่น|^ข้าราชการ|^พนักงานท้องถิ่น|^พนักงานส่วนจังหวัด", (_P.REGULAR,)),
)


@_for_each_text
def personnel_types_of(text: str) -> tuple[PersonnelType, ...]:
    """The types a word may mean; empty where it names none."""
    key = re.sub(r"[\s()]+", "", text)
    return next((types for pattern, types in _PERSONNEL if re.search(pattern, key)), ())
