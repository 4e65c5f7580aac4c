"""What can go wrong, in the officer's words. Importable by every floor, imports nothing of ours."""

from __future__ import annotations

import errno
from enum import StrEnum

from hrdesk.lazy_dataclass import dataclass


class UserError(Exception):
    """An expected failure. `str(error)` is Thai: what happened, is the data safe, what to do now."""


_REFUSALS = {
    "EACCES": "ไม่มีสิทธิ์ หรือโปรแกรมอื่นเปิดแฟ้มนี้อยู่",
    "EPERM": "ระบบไม่อนุญาต",
    "EROFS": "ไดรฟ์เป็นแบบอ่านอย่างเดียว",
    "ENOENT": "ไม่พบแฟ้มหรือโฟลเดอร์",
    "EEXIST": "มีชื่อนี้อยู่แล้ว",
    "ENOTDIR": "ส่วนหนึ่งของที่เก็บไม่ใช่โฟลเดอร์",
    "EISDIR": "ชื่อนี้เป็นโฟลเดอร์",
    "ENOTEMPTY": "โฟลเดอร์ไม่ว่าง",
    "ENOSPC": "พื้นที่ว่างในไดรฟ์ไม่พอ",
    "EDQUOT": "พื้นที่ที่กำหนดให้ใช้เต็มแล้ว",
    "EFBIG": "แฟ้มใหญ่เกินกว่าที่ไดรฟ์รับได้",
    "EIO": "อ่านหรือเขียนไดรฟ์ไม่ได้",
    "ENAMETOOLONG": "ชื่อยาวเกินไป",
    "EINVAL": "ไดรฟ์ไม่รับชื่อหรือคำสั่งนี้",
    "EBUSY": "โปรแกรมอื่นใช้แฟ้มนี้อยู่",
    "ETXTBSY": "โปรแกรมอื่นใช้แฟ้มนี้อยู่",
    "EMFILE": "เปิดแฟ้มไว้มากเกินไป",
    "ENFILE": "เปิดแฟ้มไว้มากเกินไป",
    "EXDEV": "อยู่คนละไดรฟ์",
    "ENODEV": "ไม่พบไดรฟ์",
    "ENXIO": "ไม่พบไดรฟ์",
    "ESTALE": "ไดรฟ์เครือข่ายหลุดไป",
    "ENOTCONN": "ติดต่อไดรฟ์ไม่ได้",
    "ECONNRESET": "ติดต่อเครือข่ายไม่ได้",
    "ENETUNREACH": "ติดต่อเครือข่ายไม่ได้",
    "EHOSTDOWN": "ติดต่อเครือข่ายไม่ได้",
    "EHOSTUNREACH": "ติดต่อเครือข่ายไม่ได้",
    "ETIMEDOUT": "รอเครือข่ายนานเกินไป",
    "ENOMEM": "หน่วยความจำไม่พอ",
}
_BY_NUMBER = {number: words for name, words in _REFUSALS.items() if (number := getattr(errno, name, None))}


def why_refused(error: OSError) -> str:
    """What the system said, in Thai; what has no words here by its number, for whoever is asked."""
    if words := _BY_NUMBER.get(error.errno or 0):
        return words
    number = getattr(error, "winerror", None) or error.errno
    return f"ระบบแจ้งรหัส {number}" if number else "ระบบไม่แจ้งสาเหตุ"


class Severity(StrEnum):
    ERROR = "error"  # printed as official, the paper would be wrong
    WARNING = "warning"  # an officer may have a reason


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, the single currency of validation.

    `field` is the place as a dotted path of record kind, record id and attribute
    (`project:12.budget.2565`, `plan.budget_law`, `course:7.law`), so that a screen can jump to it.
    `code` names the rule; `place` is the same place in Thai for reading.
    """

    field: str
    text: str
    severity: Severity = Severity.ERROR
    code: str = ""
    place: str = ""
