"""What a cell takes of a text, and which texts must be kept from becoming formulas."""

from __future__ import annotations

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")  # a text beginning so becomes a formula when somebody edits its cell
LONGEST = 32_767  # characters in a cell, as Excel counts them


def fitting(text: str) -> str:
    """The text, or as much of it as a cell holds with a last word that says so: nothing is cut in silence."""
    if len(text) * 2 <= LONGEST or (length := len(text.encode("utf-16-le", "surrogatepass")) // 2) <= LONGEST:
        return text
    said = f" … (ตัดเหลือเท่าที่เซลล์ของ Excel เก็บได้ จากทั้งหมด {length:,} อักขระ)"
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * (LONGEST - len(said))]
    return kept.decode("utf-16-le", "ignore") + said
