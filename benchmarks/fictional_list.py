"""A staffing list as an office keeps it, of people that never existed, in an .xlsx of 25 columns."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter
from fictional_people import LINES, UNITS, people

from hrdesk.domain.terms import term
from hrdesk.thai.numbers import thai_digits

HEADINGS = (
    *("ที่", "เลขที่ตำแหน่ง", "ตำแหน่ง", "ประเภทบุคลากร", "ระดับ", "ส่วนราชการ", "ชื่อ-สกุล", "เลขประจำตัวประชาชน"),
    *("วันเดือนปีเกิด", "วันบรรจุ", "วุฒิการศึกษา", "หมายเหตุ"),
    *(f"ข้อมูลอื่น {number}" for number in range(1, 14)),
)
VACANT_EVERY = 12


def staffing_list(path: Path, count: int) -> Path:
    """Every twelfth post vacant; IDs with dashes, every third position number in Thai digits."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("กรอบ")
        sheet.write_row(0, 0, ["บัญชีแสดงจัดคนลงสู่ตำแหน่ง"])
        sheet.write_row(1, 0, HEADINGS)
        for place, who in enumerate(people(count)):
            number = thai_digits(who.number) if place % 3 == 0 else who.number
            level = "" if LINES[who.line][3].value == "" else term(who.level)
            post = [str(place + 1), number, who.post, term(who.personnel_type), level, UNITS[who.unit]]
            digits = who.national_id
            dashed = f"{digits[0]}-{digits[1:5]}-{digits[5:10]}-{digits[10:12]}-{digits[12]}"
            born, began = f"{place % 28 + 1}/{place % 12 + 1}/{2515 + place % 25}", f"1/10/{2540 + place % 25}"
            name = f"{who.title}{who.first} {who.last}"
            person = ["(ว่าง)"] if place % VACANT_EVERY == 0 else [name, dashed, born, began, "ปริญญาตรี", ""]
            filled = [*post, *person, *[""] * (6 - len(person)), *(f"{place % 977}.{column}" for column in range(13))]
            sheet.write_row(place + 2, 0, filled)
    return path
