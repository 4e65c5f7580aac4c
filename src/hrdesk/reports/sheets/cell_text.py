"""What a cell or the name of a sheet takes of a text, and which texts must be kept from becoming formulas."""

from __future__ import annotations

import re

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")  # a text beginning so becomes a formula when somebody edits its cell
FONT = "TH SarabunPSK"  # on every office PC
FIRST_YEAR = 1900  # Excel counts its days from there
LONGEST = 32_767  # characters in a cell, as Excel counts them
_LONGEST_NAME = 31  # of a sheet, counted likewise
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_TAKEN_BY_EXCEL = "history"


def fitting(text: str) -> str:
    """The text, or as much of it as a cell holds with a last word that says so: nothing is cut in silence."""
    if len(text) * 2 <= LONGEST or (length := len(text.encode("utf-16-le", "surrogatepass")) // 2) <= LONGEST:
        return text
    said = f" … (ตัดเหลือเท่าที่เซลล์ของ Excel เก็บได้ จากทั้งหมด {length:,} อักขระ)"
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * (LONGEST - len(said))]
    return kept.decode("utf-16-le", "ignore") + said


def sheet_name(name: str, used: set[str]) -> str:
    """A name Excel takes: short, without what it forbids, unique whatever the case. Adds it to `used`."""
    plain = _NOT_IN_NAMES.sub("", name).strip() or "ตาราง"
    found, number = _cut(plain, _LONGEST_NAME), 1
    while found.lower() in used or found.lower() == _TAKEN_BY_EXCEL:
        number += 1
        ending = f" ({number})"
        found = _cut(plain, _LONGEST_NAME - len(ending)) + ending
    used.add(found.lower())
    return found


def _cut(text: str, length: int) -> str:
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore").rstrip()
