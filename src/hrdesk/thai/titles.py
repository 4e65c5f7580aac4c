"""Personal titles as forms want them: an abbreviation written out where it can mean only one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from hrdesk.thai.patterns import pattern

_GRADES = {"ต": "ตรี", "ท": "โท", "อ": "เอก"}
# Ranks whose abbreviation no other service shares. ร.ต. (ร้อยตรี, เรือตรี, เรืออากาศตรี), น.ต., จ.ต. and จ.ส.ต.
# (จ่าสิบตรี, จ่าสิบตำรวจ) mean several and stay as they were typed, with ว่าที่ before them or not.
_GRADED = {
    "พ": "พัน", "ส": "สิบ", "พจ": "พันจ่า", "พอ": "พันจ่าอากาศ",
    "รต": "ร้อยตำรวจ", "พต": "พันตำรวจ", "พลต": "พลตำรวจ", "สต": "สิบตำรวจ",
}  # fmt: skip
_FULL = {
    "นส": "นางสาว", "ดช": "เด็กชาย", "ดญ": "เด็กหญิง", "มจ": "หม่อมเจ้า", "มรว": "หม่อมราชวงศ์", "มล": "หม่อมหลวง",
    "นพ": "นายแพทย์", "พญ": "แพทย์หญิง", "ทพ": "ทันตแพทย์", "ทพญ": "ทันตแพทย์หญิง", "ภก": "เภสัชกร", "ภญ": "เภสัชกรหญิง",
    "ดต": "ดาบตำรวจ", "จสท": "จ่าสิบโท", "จสอ": "จ่าสิบเอก",
    **{short + grade: rank + word for short, rank in _GRADED.items() for grade, word in _GRADES.items()},
}  # fmt: skip
_PARTS = r"(?P<acting>ว่าที่)?\s*(?P<short>[ก-ฮ]+\.(?:\s*[ก-ฮ]+\.?)*?)\s*(?P<woman>หญิง)?"


@lru_cache(maxsize=512)
def full_title(title: str) -> str:
    """น.ส. as นางสาว, ด.ต. as ดาบตำรวจ, ว่าที่ พ.ต. as ว่าที่พันตรี; anything else as it is."""
    if "." not in title:
        return title
    match = pattern(_PARTS).fullmatch(title.strip())
    full = _FULL.get(re.sub(r"[.\s]", "", match["short"])) if match else None
    if match is None or full is None:
        return title
    return f"{match['acting'] or ''}{full}{match['woman'] or ''}"
