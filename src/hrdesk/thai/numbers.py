"""Digits of both scripts, and money in satang."""

from __future__ import annotations

import re

from hrdesk.thai.patterns import DEPENDENT, DEPENDENT_SIGNS, pattern

_DIGITS = tuple(zip("0123456789", "๐๑๒๓๔๕๖๗๘๙", strict=True))
_THAI_DIGIT = "[๐-๙]"
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# What nobody sees and a copied text carries, halves of an emoji and what is no character with it: no file takes these.
# Inside the brackets of a pattern.
INVISIBLE = "\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ud800-\udfff\ufeff\ufffe\uffff"


def thai_digits(text: str) -> str:
    for arabic, thai in _DIGITS:  # prose has few: ten searches take a fifth of a table asked for each letter
        text = text.replace(arabic, thai)
    return text


def arabic_digits(text: str) -> str:
    return text.translate(_TO_ARABIC) if pattern(_THAI_DIGIT).search(text) else text


# Words that stand after the number of what they count; รุ่นที่, ฉบับที่ begin the next thing.
_MEASURES = (
    *("ปี", "บาท", "สตางค์", "คน", "ราย", "วัน", "เดือน", "สัปดาห์", "ชั่วโมง", "นาที", "ครั้ง", "รุ่น", "หน้า", "แห่ง", "ฉบับ", "ข้อ", "กลุ่ม"),
    *("ด้าน", "ประการ", "ประเด็น", "โครงการ", "หลักสูตร", "ทักษะ", "สมรรถนะ", "ตำแหน่ง", "อัตรา", "หน่วย", "ระดับ", "คะแนน"),
    *("เปอร์เซ็นต์", "แผ่น", "ชุด", "กม", "น"),
)
_MEASURE = f"(?:{'|'.join(_MEASURES)})(?!ที่|[{DEPENDENT}])"

def measure_follows(text: str, at: int) -> bool:
    """Whether what stands there is counted: a whole word for it."""
    if not text.startswith(_MEASURES, at):
        return False
    ends = (at + len(word) for word in _MEASURES if text.startswith(word, at))
    return any(text[end : end + 1] not in DEPENDENT_SIGNS and not text.startswith("ที่", end) for end in ends)


_ADDRESS = r"(?:https?://|www\.)\S+"
_LETTERS = "[A-Za-z0-9@._:/?&=+#~%-]*"
# DLit100, COVID-19, A4, a@b.go.th; a number that a comma ties to its digits is of one script with it
_CODE = rf"(?:[0-9][0-9.:]*+,(?=[0-9]))*+{_LETTERS}[A-Za-z]{_LETTERS}(?:(?<=[0-9]),[0-9]{_LETTERS})*"
# Office 365, Windows 11; but a year, a time, or a number that counts (IDP 5 คน, VAT 7%), is Thai prose again.
_EDITION = "[0-9]+:(?:19|20)[0-9]{2}(?![0-9])"  # ISO 9001:2015
_VERSION = rf"(?: (?:{_EDITION}|(?!2[456]\d\d(?!\d))[0-9]++(?:\.[0-9]+)*+(?![0-9,./:%-]| ?{_MEASURE})))?"
_BEGIN = "(?=[A-Za-z0-9@._:/?&=+#~%-])"  # asked first: most signs of Thai prose begin none of them
_KEPT_OR_NUMBER = rf"{_BEGIN}(?:({_ADDRESS}|{_CODE}{_VERSION})|[0-9]+)"


def thai_digits_in_prose(text: str) -> str:
    """Thai digits for numbers, but not in addresses, codes with Latin letters or names such as Office 365."""
    if text.lower() == text.upper():  # no letters but Thai: nothing is kept
        return thai_digits(text)
    return pattern(_KEPT_OR_NUMBER).sub(lambda match: match[1] or thai_digits(match[0]), text)


SATANG = 100  # in one baht
_MILLION = 10**6
_DIGIT_NAMES = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACE_NAMES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")


def baht_text(satang: int) -> str:
    """An amount in words: 40000000 -> สี่แสนบาทถ้วน."""
    if satang < 0:
        return "ลบ" + baht_text(-satang)
    baht, rest = divmod(satang, SATANG)
    whole = f"{_number_text(baht)}บาท" if baht or not rest else ""
    return whole + (f"{_number_text(rest)}สตางค์" if rest else "ถ้วน")


def _number_text(number: int) -> str:
    if number == 0:
        return "ศูนย์"
    millions, below = divmod(number, _MILLION)
    head = f"{_number_text(millions)}ล้าน" if millions else ""
    return head + _below_million(below, led=bool(millions))


def _below_million(number: int, *, led: bool) -> str:
    """`led` says that millions stand before, so that a last 1 is เอ็ด."""
    words: list[str] = []
    for place in reversed(range(len(_PLACE_NAMES))):
        digit = number // 10**place % 10
        if digit == 0:
            continue
        name = _DIGIT_NAMES[digit]
        if place == 1:
            name = {1: "", 2: "ยี่"}.get(digit, name)
        elif place == 0 and digit == 1 and (led or words):
            name = "เอ็ด"
        words.append(name + _PLACE_NAMES[place])
    return "".join(words)


def format_baht(satang: int) -> str:
    """400,000 or 1,234.50: satang are shown only when there are any."""
    baht, rest = divmod(abs(satang), SATANG)
    sign = "-" if satang < 0 else ""
    return f"{sign}{baht:,}.{rest:02}" if rest else f"{sign}{baht:,}"


def format_decimal(hundredths: int) -> str:
    """1,234, 6.5 or 6.25: hours, days and marks, without needless decimals."""
    text = format_baht(hundredths)
    return text.rstrip("0") if "." in text else text


_AMOUNT = (
    r"(?P<sign>[-\u2212\u2013]?)฿?"
    r"(?:(?P<baht>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?"
    r"(?:\.(?P<decimals>[0-9]{1,2}))?"
    r"(?:[.,]?/?[-\u2013])?"  # 400,000.- and 400,000,- and 400,000/- close a whole amount
    r"(?:บาท|บ\.)?(?:ถ้วน|(?<=[ท.])(?P<satang>[0-9]{1,2})(?:สตางค์|สต\.))?"
    r"|(?P<alone>[0-9]{1,2})(?:สตางค์|สต\.))"
)
_NIL = frozenset("-\u2013\u2014")


def parse_baht(text: str) -> int:
    """Satang from what people type; a lone dash is nil. ValueError when it is no amount of whole satang."""
    compact = re.sub(rf"[\s{INVISIBLE}]+", "", arabic_digits(text))
    if compact in _NIL:
        return 0
    match = pattern(_AMOUNT).fullmatch(compact)
    if match is None or not (match["baht"] or match["decimals"] or match["alone"]) or (match["decimals"] and match["satang"]):
        raise ValueError(f"“{text}” ไม่ใช่จำนวนเงิน")
    baht = int((match["baht"] or "0").replace(",", ""))
    part = int((match["decimals"] or "").ljust(2, "0")) if match["decimals"] else int(match["satang"] or match["alone"] or 0)
    amount = baht * SATANG + part
    return -amount if match["sign"] else amount
