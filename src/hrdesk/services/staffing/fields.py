"""What a column of a staffing list can hold, and the headings that offices give it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from hrdesk.thai.numbers import arabic_digits
from hrdesk.thai.text import clean


class Field(StrEnum):
    """The value is the key in a mapping file."""

    ORDER = "order"  # the running number; tells rows of the table from notes, nothing else
    NUMBER = "number"
    TITLE = "title"
    LINE = "line"
    POSITION_TYPE = "position_type"
    LEVEL = "level"
    UNIT = "unit"
    DIVISION = "division"
    SECTION = "section"
    PREFIX = "prefix"
    FIRST = "first_name"
    LAST = "last_name"
    NAME = "name"  # title, first and last name in one
    NATIONAL_ID = "national_id"
    BIRTH = "birth_date"
    START = "start_date"
    EDUCATION = "education"
    PERSONNEL_TYPE = "personnel_type"
    NOTE = "note"
    OTHER = "other"  # known, and not imported


LABELS: dict[Field, str] = {
    Field.ORDER: "ลำดับที่",
    Field.NUMBER: "เลขที่ตำแหน่ง",
    Field.TITLE: "ตำแหน่ง",
    Field.LINE: "ตำแหน่งในสายงาน",
    Field.POSITION_TYPE: "ประเภทตำแหน่ง",
    Field.LEVEL: "ระดับ",
    Field.UNIT: "ส่วนราชการ",
    Field.DIVISION: "ฝ่าย",
    Field.SECTION: "งาน",
    Field.PREFIX: "คำนำหน้า",
    Field.FIRST: "ชื่อ",
    Field.LAST: "นามสกุล",
    Field.NAME: "ชื่อ-สกุล",
    Field.NATIONAL_ID: "เลขประจำตัวประชาชน",
    Field.BIRTH: "วันเดือนปีเกิด",
    Field.START: "วันบรรจุ",
    Field.EDUCATION: "วุฒิการศึกษา",
    Field.PERSONNEL_TYPE: "ประเภทบุคลากร",
    Field.NOTE: "หมายเหตุ",
    Field.OTHER: "(ไม่นำเข้า)",
}

_ALIASES: dict[Field, str] = {  # apart by |; spaces and signs do not matter
    Field.ORDER: "ที่|ลำดับ|ลำดับที่|ล ำดับ|No|Item|Seq|#",
    Field.NUMBER: """เลขที่ตำแหน่ง|เลขตำแหน่ง|เลขประจำตำแหน่ง|ตำแหน่งเลขที่|รหัสตำแหน่ง|เลขที่อัตรา|เลขที่
        |เลขที่ตำแหน่งใหม่|Position number|Position no|Position ID|Position code|Post number|Post no""",
    Field.TITLE: """ตำแหน่ง|ชื่อตำแหน่ง|ตำแหน่งชื่อ|ตำแหน่งปัจจุบัน|ตำแหน่งในการบริหารงาน|ตำแหน่งทางการบริหาร|ตำแหน่งทางบริหาร
        |ชื่อตำแหน่งในการบริหารงาน|ตำแหน่งบริหาร|ตำแหน่งชื่อตำแหน่ง|ตำแหน่งและระดับ|ตำแหน่งระดับ|ตำแหน่งหน้าที่|ชื่อตำแหน่งทางการบริหาร
        |ตำแหน่งตามแผนอัตรากำลัง|Position|Position title|Title of position|Job title|Post""",
    Field.LINE: """ตำแหน่งในสายงาน|ชื่อตำแหน่งในสายงาน|สายงาน|ชื่อสายงาน|ตำแหน่งสายงาน|ตำแหน่งในสายงานชื่อ|ตำแหน่งตามสายงาน
        |Position line|Line of work|Line|Job family""",
    Field.POSITION_TYPE: "ประเภทตำแหน่ง|ตำแหน่งประเภท|ประเภท|แท่ง|Position type|Type of position",
    Field.LEVEL: "ระดับ|ระดับตำแหน่ง|ตำแหน่งระดับใหม่|ระดับปัจจุบัน|ชั้น|ระดับชั้น|Level|Grade|Position level",
    Field.UNIT: """สังกัด|ส่วนราชการ|หน่วยงาน|กอง|สำนัก|สำนักกอง|กองสำนัก|สังกัดส่วนราชการ|ส่วนราชการสังกัด|หน่วยงานที่สังกัด|สังกัดกอง
        |สังกัดหน่วยงาน|ส่วนราชการที่สังกัด|กองฝ่าย|สำนักกองฝ่าย|สำนักกองส่วน|ส่วน|สถานที่ปฏิบัติงาน|Unit|Department|Division|Office|Bureau""",
    Field.DIVISION: "ฝ่าย|กลุ่ม|ฝ่ายกลุ่ม|กลุ่มฝ่าย|ฝ่ายกลุ่มงาน",
    Field.SECTION: "งาน|กลุ่มงาน|ชื่องาน|Section",
    Field.PREFIX: "คำนำหน้า|คำนำหน้าชื่อ|คำนำหน้านาม|คำนำ|ยศคำนำหน้า|คำนำหน้ายศ|Prefix|Title|Name title|Salutation",
    Field.FIRST: "ชื่อ|ชื่อตัว|ชื่อจริง|First name|Firstname|Given name|Forename",
    Field.LAST: "นามสกุล|สกุล|ชื่อสกุลนามสกุล|Last name|Lastname|Surname|Family name",
    Field.NAME: """ชื่อสกุล|ชื่อนามสกุล|ชื่อและสกุล|ชื่อและนามสกุล|ชื่อตัวชื่อสกุล|ชื่อชื่อสกุล|ชื่อตัวและชื่อสกุล|รายชื่อ|คำนำหน้าชื่อสกุล
        |คำนำหน้าชื่อนามสกุล|คำนำหน้าชื่อชื่อสกุล|ยศชื่อสกุล|ยศชื่อนามสกุล|ชื่อผู้ครองตำแหน่ง|ผู้ครองตำแหน่ง|ชื่อผู้ดำรงตำแหน่ง|ผู้ดำรงตำแหน่ง|ชื่อพนักงาน
        |ชื่อสกุลว่าง|ชื่อสกุลผู้ครองตำแหน่ง|ชื่อสกุลผู้ดำรงตำแหน่ง|ชื่อบุคลากร|ชื่อนามสกุลผู้ครองตำแหน่ง|ชื่อนามสกุลผู้ดำรงตำแหน่ง
        |Name|Full name|Name surname|Employee name|Holder|Staff name""",
    Field.NATIONAL_ID: """เลขประจำตัวประชาชน|เลขบัตรประชาชน|เลขที่บัตรประชาชน|เลขบัตรประจำตัวประชาชน|เลขที่บัตรประจำตัวประชาชน|หมายเลขบัตรประชาชน
        |หมายเลขประจำตัวประชาชน|เลขประจำตัวบัตรประชาชน|เลขประชาชน|บัตรประชาชน|รหัสประชาชน|เลข13หลัก|เลขประจำตัว13หลัก|เลขประจำตัวประชาชน13หลัก
        |เลขบัตรประชาชน13หลัก|หมายเลขบัตรประจำตัวประชาชน|เลขปชช|บัตรประจำตัวประชาชน|เลขประจำตัว
        |National ID|Citizen ID|ID card|ID number|National ID number|Personal ID|PID|CID|ID card number|ID no""",
    Field.BIRTH: """วันเดือนปีเกิด|วันเกิด|วดปเกิด|วันเดือนปีที่เกิด|เกิดวันที่|วันที่เกิด|เกิดเมื่อ|เกิด|วันเดือนปีพศเกิด
        |Date of birth|Birth date|Birthday|Birthdate|DOB|Born""",
    Field.START: """วันบรรจุ|วันที่บรรจุ|วันเดือนปีบรรจุ|วันเดือนปีที่บรรจุ|บรรจุเมื่อ|บรรจุวันที่|วันบรรจุแต่งตั้ง|วันที่บรรจุแต่งตั้ง|วันเดือนปีบรรจุแต่งตั้ง
        |วันบรรจุเข้ารับราชการ|วันที่บรรจุเข้ารับราชการ|วันเข้ารับราชการ|วันที่เข้ารับราชการ|วันเริ่มรับราชการ|วันเริ่มปฏิบัติงาน|วันที่เริ่มปฏิบัติงาน|วันเริ่มงาน|วันที่เริ่มงาน
        |วันเข้าทำงาน|วันเริ่มจ้าง|วันที่เริ่มจ้าง|วันเริ่มสัญญาจ้าง|วดปบรรจุ|วดปที่บรรจุ|วันเดือนปีที่เข้ารับราชการ|วันเดือนปีที่เริ่มปฏิบัติงาน
        |วันเดือนปีเริ่มปฏิบัติงาน|วันบรรจุเริ่มจ้าง|Start date|Date of appointment|Hire date|Appointment date|Date started|Employment date""",
    Field.EDUCATION: """วุฒิการศึกษา|คุณวุฒิการศึกษา|คุณวุฒิ|วุฒิ|การศึกษา|ระดับการศึกษา|วุฒิการศึกษาสูงสุด|วุฒิสาขา|คุณวุฒิสาขา
        |วุฒิการศึกษาสาขา|คุณวุฒิการศึกษาสาขา|Education|Qualification|Degree|Highest education""",
    Field.PERSONNEL_TYPE: """ประเภทบุคลากร|ประเภทพนักงาน|ประเภทการจ้าง|ประเภทข้าราชการ|ประเภทพนักงานจ้าง|กลุ่มบุคลากร|สถานภาพการจ้าง
        |ประเภทบุคคล|ประเภทเจ้าหน้าที่|ประเภทบุคลากรท้องถิ่น|Personnel type|Staff type|Employment type|Employee type""",
    Field.NOTE: "หมายเหตุ|หมายเหตุอื่น|ข้อสังเกต|บันทึก|Note|Notes|Remark|Remarks",
    Field.OTHER: """เงินเดือน|อัตราเงินเดือน|ขั้นเงินเดือน|ค่าตอบแทน|เงินประจำตำแหน่ง|เงินเพิ่ม|อายุ|อายุราชการ|วันเกษียณ|วันเกษียณอายุ|เกษียณ|ปีเกษียณ
        |ปีที่เกษียณ|โทรศัพท์|เบอร์โทร|เบอร์โทรศัพท์|เพศ|ลายมือชื่อ|ชื่อเล่น|อีเมล|จำนวน|จำนวนอัตรา|วันดำรงตำแหน่ง|วันดำรงตำแหน่งปัจจุบัน
        |วันที่ดำรงตำแหน่ง|วันเดือนปีที่ดำรงตำแหน่ง|ที่อยู่|Salary|Age|Sex|Gender|Phone|Email""",
}
_SIGNS = re.compile(r"[\s\-‐-―_.,:;/\\*'\"“”()\[\]{}+&]+")


@lru_cache(maxsize=1 << 12)
def heading_key(text: str) -> str:
    """What of a heading decides: เลขที่ ตำแหน่ง, เลขที่-ตำแหน่ง and เลขที่<new line>ตำแหน่ง are one."""
    return _SIGNS.sub("", arabic_digits(clean(text))).lower()


FIELD_OF: dict[str, Field] = {
    heading_key(alias): field for field, aliases in _ALIASES.items() for alias in aliases.split("|")
}
