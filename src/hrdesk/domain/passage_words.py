"""What stands for data in the book's passages and in the guide's ways, in the officer's words.

They are kept with `{fields}` and `@lines` that forms understand; the officer reads and types them in Thai.
"""

from __future__ import annotations

import re

FIELDS = {
    "organization": "ชื่อหน่วยงาน",
    "body": "ประเภทหน่วยงาน",
    "staff": "คำเรียกพนักงาน",
    "hr_unit": "งานการเจ้าหน้าที่",
    "head_of_office": "ผู้บริหาร",
    "chief_officer": "ปลัด",
    "chief_office": "สำนักปลัด",
    "provincial_committee_full": "คณะกรรมการจังหวัด",
    "announcement_date": "วันที่ประกาศ",
    "announcement_clauses": "ข้อของประกาศ",
    "budget_law": "กฎหมายงบประมาณ",
    "period": "ช่วงปี",
    "first_year": "ปีแรก",
    "last_year": "ปีสุดท้าย",
    "years_count": "จำนวนปี",
    "rounds_per_year": "จำนวนครั้งที่ติดตามต่อปี",
    "positions_count": "จำนวนตำแหน่ง",
    "project_count": "จำนวนโครงการ",
    "grand_total": "งบประมาณรวม",
    "grand_total_words": "งบประมาณรวมเป็นตัวอักษร",
    **{f"course_group_{number}": f"ชื่อหมวดหลักสูตร {number}" for number in range(1, 6)},
}
NAME_MARK, COURSE_MARK = "{name}", "{course}"  # in a way of the guide
WAY_FIELDS = {NAME_MARK.strip("{}"): "ชื่อสมรรถนะ", COURSE_MARK.strip("{}"): "ชื่อหลักสูตร"}
LINES = {
    "@table budget-table": "@ตารางงบประมาณ",
    "@table monitoring-table": "@ตารางติดตามประเมินผล",
    "@table committee": "@ตารางคณะกรรมการ",
    "@committee planning": "@รายชื่อคณะกรรมการจัดทำแผน",
    "@committee monitoring": "@รายชื่อคณะกรรมการติดตาม",
    "@projects own": "@โครงการของหน่วยงาน",
    "@projects department": "@โครงการของกรมส่งเสริม",
    "@projects other": "@โครงการของหน่วยอื่น",
    **{f"@courses {number}": f"@หลักสูตรหมวด {number}" for number in range(1, 6)},
    "@methods": "@วิธีการพัฒนา",
    "@fiscal-years": "@ปีงบประมาณ",
    "@responsible": "@ผู้รับผิดชอบ",
    "@evaluations": "@วิธีประเมินผล",
    "@page": "@ขึ้นหน้าใหม่",
    **{f"@space {height}": f"@เว้นที่ {height}" for height in (2, 4, 6, 8, 10, 12, 16, 20)},
}
_FIELD = re.compile(r"\{([^{}\n]*)\}")
_CODES = {words: code for code, words in FIELDS.items()}
_WAY_CODES = {words: code for code, words in WAY_FIELDS.items()}
_MARKS = {words: mark for mark, words in LINES.items()}


def lines_of(name: str) -> tuple[str, ...]:
    """What can be typed for `@name` and its argument."""
    return tuple(words for mark, words in LINES.items() if mark.split()[0] == f"@{name}")


def is_line(name: str, argument: str) -> bool:
    return f"@{name} {argument}".rstrip() in LINES


def in_words(text: str) -> str:
    """As the officer reads it. What has no words stays as it is."""
    return _turned(text, FIELDS, LINES)


def in_marks(text: str) -> str:
    """As it is kept: what `in_words` gave comes back the same."""
    return _turned(text, _CODES, _MARKS)


def way_in_words(text: str) -> str:
    """A text of a `GuideWay` as the officer reads it."""
    return _turned(text, WAY_FIELDS, {})


def way_in_marks(text: str) -> str:
    return _turned(text, _WAY_CODES, {})


def _turned(text: str, fields: dict[str, str], lines: dict[str, str]) -> str:
    def field(found: re.Match[str]) -> str:
        known = fields.get(found[1].strip())
        return found[0] if known is None else f"{{{known}}}"

    return "\n".join(lines.get(line.strip(), line) for line in _FIELD.sub(field, text).split("\n"))
