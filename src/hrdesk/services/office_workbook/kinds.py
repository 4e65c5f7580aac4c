"""What the columns of the tables look like in cells, and back. A value comes back exactly as it was.

Where a spreadsheet's numbers or dates cannot hold a value, it stands there as text.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa

from hrdesk.domain.staff import is_national_id, normalise_national_id
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models.base import HundredthsType, MomentType, MoneyType
from hrdesk.reports.sheets.workbook import Style
from hrdesk.reports.sheets.workbook_cells import unescaped
from hrdesk.services.staffing.cells import Unreadable, date_of
from hrdesk.thai.dates import FIRST_BE_YEAR
from hrdesk.thai.numbers import SATANG, arabic_digits, format_baht, parse_baht

if TYPE_CHECKING:
    from enum import StrEnum

    from hrdesk.reports.sheets.workbook_cells import Cell
    from hrdesk.services.sheets.sheet import Cell as Given

YES, NO = "ใช่", "ไม่"
_DIGITS = 15  # that a number cell keeps
_MOST = 10**_DIGITS - 1
_WHOLE = range(-(2**63), 2**63)  # what the database keeps
_FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheets disagree
_COMMON_ERA = re.compile(r"ค\.ศ\. ?(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True)
class Kind:
    """`cell` never gets None; `value` gets no empty cell, unless `keeps_empty`, and raises Unreadable."""

    style: Style
    about: str  # in Thai, what may stand in the cells
    cell: Callable[[Any], Cell]
    value: Callable[[Given], Any]
    choices: tuple[str, ...] = ()
    keeps_empty: bool = False  # an empty cell is an empty text


def _text_cell(text: str) -> Cell:
    return text


def text_of(given: Given) -> str:
    """To the letter where the cell is text; a number typed there is its digits."""
    if isinstance(given, str):
        try:
            return unescaped(given)
        except ValueError as error:
            raise Unreadable("รหัสอักขระ \\u{…} ไม่ถูกต้อง") from error
    if isinstance(given, bool):
        raise Unreadable("ต้องเป็นข้อความ แต่เซลล์นี้เป็นค่าจริง/เท็จ")
    if isinstance(given, (date, timedelta)) or not isinstance(given, (int, float)):
        raise Unreadable("ต้องเป็นข้อความ แต่เซลล์นี้เป็นวันที่หรือเวลา กรุณาจัดรูปแบบเซลล์เป็นข้อความแล้วพิมพ์ใหม่")
    return format(given, f".{_DIGITS}g")


def _number_cell(number: int) -> Cell:
    return number if abs(number) <= _MOST else str(number)


def _number_of(given: Given) -> int:
    if isinstance(given, str):
        plain = arabic_digits(given).strip().replace(",", "")
        if not re.fullmatch(r"[+-]?[0-9]{1,19}", plain):
            raise Unreadable("ต้องเป็นจำนวนเต็ม")
        return _kept(Decimal(plain), "จำนวนเต็ม")
    return _kept(_decimal(given, "จำนวนเต็ม"), "จำนวนเต็ม")


def _decimal(given: Given, wanted: str) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, (int, float)):
        raise Unreadable(f"ต้องเป็น{wanted}")
    return Decimal(format(given, f".{_DIGITS}g"))  # 0.1 + 0.2 is 0.3, as spreadsheets show it


def _kept(number: Decimal, wanted: str) -> int:
    """The number, when it is a whole one that the database can keep."""
    if not number.is_finite() or abs(number) > _WHOLE.stop or number != int(number) or int(number) not in _WHOLE:
        raise Unreadable(f"ต้องเป็น{wanted}")
    return int(number)


def _baht_cell(satang: int) -> Cell:
    return satang / SATANG if abs(satang) <= _MOST else format_baht(satang)


def _satang_of(given: Given) -> int:
    if isinstance(given, str):
        try:
            return _kept(Decimal(parse_baht(given)), _BAHT.about)
        except ValueError as error:
            raise Unreadable(f"ต้องเป็น{_BAHT.about}") from error
    return _kept(_decimal(given, _BAHT.about) * SATANG, _BAHT.about)


def _flag_of(given: Given) -> bool:
    if isinstance(given, bool):
        return given
    answer = given.strip() if isinstance(given, str) else ""
    if answer not in (YES, NO):
        raise Unreadable(f"ต้องเป็น “{YES}” หรือ “{NO}”")
    return answer == YES


def _day_cell(day: date) -> Cell:
    return day if day >= _FIRST_DAY and day.year < FIRST_BE_YEAR else f"ค.ศ. {day.isoformat()}"


def _day_of(given: Given) -> date:
    if isinstance(given, bool):
        raise Unreadable("ต้องเป็นวันที่")
    if isinstance(given, str) and (match := _COMMON_ERA.fullmatch(given.strip())):
        try:
            return date.fromisoformat(match[1])
        except ValueError as error:
            raise Unreadable(f"ไม่มีวันที่ {given.strip()} ในปฏิทิน") from error
    day = date_of(given)
    if day is None:
        raise Unreadable("ต้องเป็นวันที่")
    return day


def _moment_cell(moment: datetime) -> Cell:
    return moment.astimezone(UTC).isoformat(" ").removesuffix("+00:00")


def _moment_of(given: Given) -> datetime:
    if isinstance(given, datetime):
        return given.replace(tzinfo=UTC)
    try:
        moment = datetime.fromisoformat(given.strip() if isinstance(given, str) else "")
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unreadable("ต้องเป็นวันเวลาสากล (UTC) ปี ค.ศ. เช่น 2024-06-01 12:30:00") from error


def _national_id_of(given: Given) -> str:
    digits = normalise_national_id(text_of(given))
    if not is_national_id(digits):
        raise Unreadable("เลขประจำตัวประชาชนต้องมี 13 หลักและเลขตรวจสอบหลักสุดท้ายต้องตรงกัน")
    return digits


def _choice(enum: type[StrEnum]) -> Kind:
    """A term alone where no other member has it; else with the key: ต้น [director-low]."""
    times = Counter(term(member) for member in enum)
    words = {
        member: term(member) if times[term(member)] == 1 else f"{term(member)} [{member.value}]" for member in enum
    }
    members = {word: member for member, word in words.items()} | {member.value: member for member in enum}
    about = "เลือกจาก: " + " / ".join(words.values())

    def value(given: Given) -> StrEnum:
        typed = given.strip() if isinstance(given, str) else str(given)
        if typed not in members:
            raise Unreadable(f"ไม่รู้จัก “{typed[:50]}” ใช้ได้เฉพาะ {' / '.join(words.values())}")
        return members[typed]

    return Kind(Style.LINE, about, words.__getitem__, value, tuple(words.values()))


def _bytes_of(given: Given) -> bytes:
    try:
        return b64decode(text_of(given), validate=True)
    except ValueError as error:
        raise Unreadable("ต้องเป็นข้อมูลภาพที่โปรแกรมส่งออก (base64)") from error


_LINE = Kind(Style.LINE, "ข้อความ", _text_cell, text_of, keeps_empty=True)
_PROSE = Kind(Style.PROSE, "ข้อความ มีหลายบรรทัดได้", _text_cell, text_of, keeps_empty=True)
_NUMBER = Kind(Style.NUMBER, "จำนวนเต็ม", _number_cell, _number_of)
_BAHT = Kind(Style.BAHT, "จำนวนเงินเป็นบาท ทศนิยมไม่เกิน 2 ตำแหน่ง", _baht_cell, _satang_of)
_DECIMAL = replace(_BAHT, about="จำนวน ทศนิยมไม่เกิน 2 ตำแหน่ง")
_FLAG = Kind(Style.LINE, f"{YES} / {NO}", lambda yes: YES if yes else NO, _flag_of, (YES, NO))
_DAY = Kind(Style.DAY, "วันที่ แสดงเป็นปี พ.ศ.", _day_cell, _day_of)
_MOMENT = Kind(Style.LINE, "วันเวลาสากล (UTC) ปี ค.ศ.", _moment_cell, _moment_of)
_BYTES = Kind(Style.PROSE, "ข้อมูลภาพ (base64) ไม่ควรแก้ไข", lambda content: b64encode(content).decode(), _bytes_of, keeps_empty=True)
NATIONAL_ID = Kind(Style.LINE, "ตัวเลข 13 หลัก จัดรูปแบบเป็นข้อความ", _text_cell, _national_id_of)
_KINDS: tuple[tuple[type[sa.types.TypeEngine[Any] | sa.TypeDecorator[Any]], Kind], ...] = (  # Text is a String
    (HundredthsType, _DECIMAL),  # a MoneyType
    (MoneyType, _BAHT),
    (MomentType, _MOMENT),
    (sa.LargeBinary, _BYTES),
    (sa.Date, _DAY),
    (sa.Boolean, _FLAG),
    (sa.Integer, _NUMBER),
    (sa.Text, _PROSE),
    (sa.String, _LINE),
)


def kind_of(column: sa.Column[Any]) -> Kind:
    if isinstance(column.type, sa.Enum):
        return _choice(cast("type[StrEnum]", column.type.enum_class))
    for stored, kind in _KINDS:
        if isinstance(column.type, stored):
            return kind
    raise TypeError(f"{column}: no cell for {column.type!r}")
