"""The sheets of the office workbook and their columns: docs/office-workbook.md in code.

What a column holds and refers to is read from its table. A new table or column gets its line here; a test finds
those without one. What has changed for a reader of the file changes FORMAT.
"""

from __future__ import annotations

from collections.abc import Mapping

from hrdesk.services.office_workbook.monitoring_sheets import MONITORING_LABELS, MONITORING_SHEETS
from hrdesk.services.office_workbook.plan_sheets import PLAN_LABELS, PLAN_SHEETS
from hrdesk.services.office_workbook.register_sheets import COURSE_SHEETS, REGISTER_SHEETS
from hrdesk.services.office_workbook.sheet_layout import ID, LABEL, PART, PLACE, YEAR, SheetLayout, sheet
from hrdesk.services.office_workbook.skill_sheets import SKILL_LABELS, SKILL_SHEETS
from hrdesk.services.office_workbook.training_sheets import TRAINING_LABELS, TRAINING_SHEETS

FORMAT = 1
COVER = "คำอธิบาย"
MARK = "hrdesk-office"
_OF_PLAN = (("plan_id", "รหัสแผน"), ("plan_id.label", "ปีแรกของแผน"))
_OF_PROJECT = (("project_id", "รหัสโครงการ"), ("project_id.label", "โครงการ"))
_OF_TARGET = (("target_id", "รหัสกลุ่มเป้าหมาย"), ("target_id.label", "กลุ่มเป้าหมาย"))


def _choice(table: str, name: str, column: str, noun: str) -> SheetLayout:
    """What a project has chosen from the catalogue."""
    chosen = ((column, f"รหัส{noun}"), (f"{column}{LABEL}", noun))
    return sheet(table, name, f"{noun}ของแต่ละโครงการ", *_OF_PROJECT, PART, *chosen, order="project_id place")


LAYOUT: tuple[SheetLayout, ...] = (
    sheet(
        "organization", "หน่วยงาน", "หน่วยงานเจ้าของข้อมูล มีหนึ่งรายการ",
        ("id", "รหัส", "เป็น 1 เสมอ"),
        ("kind", "ประเภทหน่วยงาน", "กำหนดคำที่ใช้ในเอกสารทั้งหมด"),
        ("name", "ชื่อ", "ชื่อเฉพาะ ไม่รวมประเภท เช่น หนองป่าครั่ง"),
        ("district", "อำเภอ"), ("province", "จังหวัด"), ("subdistrict", "ตำบล"),
        ("hr_unit", "งานที่รับผิดชอบการเจ้าหน้าที่"),
        ("head_name", "ชื่อผู้บริหารสูงสุด", "ผู้ลงนามในเอกสาร"),
        ("chief_name", "ชื่อปลัด", "ผู้ลงนามในเอกสาร"),
        ("street", "ที่ตั้ง", "เลขที่ หมู่ที่ ถนน"), ("postcode", "รหัสไปรษณีย์"), ("phone", "โทรศัพท์"),
        ("email", "ไปรษณีย์อิเล็กทรอนิกส์"),
    ),
    sheet(
        "org_unit", "ส่วนราชการ", "สำนัก กอง ฝ่าย และงาน",
        ID, ("name", "ชื่อ"), ("parent_id", "รหัสหน่วยเหนือ", "ว่างเมื่อเป็นหน่วยสูงสุด"),
        ("parent_id.label", "หน่วยเหนือ"), PLACE,
        order="place id",
    ),
    sheet(
        "position_line", "สายงาน", "สายงานตามมาตรฐานกำหนดตำแหน่ง",
        ID, ("name", "ชื่อ", "ห้ามซ้ำ"), ("personnel_type", "ประเภทบุคลากร"), ("position_type", "ประเภทตำแหน่ง"), PLACE,
        order="place id",
    ),
    sheet(
        "position", "ตำแหน่ง", "กรอบอัตรากำลัง รวมตำแหน่งว่าง",
        ID, ("number", "เลขที่ตำแหน่ง", "ว่างได้"), ("title", "ชื่อตำแหน่ง"),
        ("line_id", "รหัสสายงาน"), ("line_id.label", "สายงาน"), ("level", "ระดับ"),
        ("unit_id", "รหัสส่วนราชการ"), ("unit_id.label", "ส่วนราชการ"),
        order="number_key id",
    ),
    sheet(
        "staff", "บุคลากร", "ผู้ปฏิบัติงานและผู้ที่พ้นจากตำแหน่งแล้ว",
        ID, ("title", "คำนำหน้า"), ("first_name", "ชื่อ"), ("last_name", "นามสกุล"),
        ("national_id", "เลขประจำตัวประชาชน", "ว่างได้ ห้ามซ้ำ"), ("birth_date", "วันเกิด"),
        ("personnel_type", "ประเภทบุคลากร"),
        ("position_id", "รหัสตำแหน่ง", "ว่างเมื่อไม่ได้ครองตำแหน่ง ตำแหน่งหนึ่งมีผู้ครองได้คนเดียว"),
        ("position_id.label", "ตำแหน่ง"), ("start_date", "วันเริ่มปฏิบัติงาน"),
        ("education", "วุฒิการศึกษา"), ("note", "หมายเหตุ"),
        ("left_on", "วันที่พ้นจากตำแหน่ง", "วันแรกที่ไม่ได้ปฏิบัติงานแล้ว ผู้ที่พ้นแล้วต้องไม่มีรหัสตำแหน่ง"),
        ("left_reason", "สาเหตุที่พ้น"),
        order="sort_key id",
    ),
    sheet(
        "law", "กฎหมายและระเบียบ", "กฎหมายที่หลักสูตรอ้างถึง",
        ID, ("title", "ชื่อ"), ("replaced_by_id", "รหัสกฎหมายที่ใช้แทน", "ว่างเมื่อยังใช้บังคับ"),
        ("replaced_by_id.label", "กฎหมายที่ใช้แทน"), PLACE,
        order="place id",
    ),
    sheet(
        "course_group", "กลุ่มหลักสูตร", "กลุ่มหลักสูตรในส่วนที่ 4 ของแผน",
        ID, ("number", "ข้อ", "พิมพ์เป็น 4.1 ถึง 4.5 ห้ามซ้ำ"), ("name", "ชื่อ"),
        ("from_lines", "มาจากสายงาน", "ใช่ เมื่อรายการมาจากสายงานในกรอบอัตรากำลัง"),
        order="number id",
    ),
    sheet(
        "course", "หลักสูตร", "หลักสูตรในแต่ละกลุ่ม",
        ID, ("group_id", "รหัสกลุ่มหลักสูตร"), ("group_id.label", "กลุ่มหลักสูตร"), ("title", "ชื่อ"),
        ("law_id", "รหัสกฎหมาย", "ว่างเมื่อไม่อ้างกฎหมาย"), ("law_id.label", "กฎหมาย"), PLACE,
        order="place id",
    ),
    sheet(
        "method", "วิธีการพัฒนา", "วิธีการพัฒนาในส่วนที่ 5 ของแผน",
        ID, ("kind", "ประเภท"), ("name", "ชื่อ"), ("short_name", "ชื่อย่อ", "หัวคอลัมน์ในตารางติดตามประเมินผล"),
        ("in_monitoring_table", "มีคอลัมน์ในตารางติดตาม"), PLACE,
        order="place id",
    ),
    sheet(
        "organizer", "หน่วยดำเนินการ", "ผู้จัดการฝึกอบรม",
        ID, ("kind", "ประเภท"), ("name", "ชื่อ"), ("budget_heading", "หัวคอลัมน์ในตารางงบประมาณ"),
        ("monitoring_heading", "หัวคอลัมน์ในตารางติดตาม"), ("in_budget_table", "มีคอลัมน์ในตารางงบประมาณ"),
        ("in_monitoring_table", "มีคอลัมน์ในตารางติดตาม"), PLACE,
        order="place id",
    ),
    sheet("fund_source", "แหล่งงบประมาณ", "ที่มาของงบประมาณ", ID, ("name", "ชื่อ"), PLACE, order="place id"),
    sheet(
        "target_group", "กลุ่มเป้าหมาย", "กลุ่มเป้าหมายที่โครงการเลือกได้", ID, ("name", "ชื่อ"), PLACE, order="place id"
    ),
    sheet(
        "target_personnel_type", "กลุ่มเป้าหมาย-ประเภทบุคลากร", "ประเภทบุคลากรที่แต่ละกลุ่มเป้าหมายครอบคลุม",
        *_OF_TARGET, ("personnel_type", "ประเภทบุคลากร"),
        order="target_id personnel_type",
    ),
    sheet(
        "target_position_type", "กลุ่มเป้าหมาย-ประเภทตำแหน่ง", "ประเภทตำแหน่งที่แต่ละกลุ่มเป้าหมายครอบคลุม",
        *_OF_TARGET, ("position_type", "ประเภทตำแหน่ง"),
        order="target_id position_type",
    ),
    sheet(
        "evaluation_method", "วิธีติดตามประเมินผล", "วิธีติดตามและประเมินผลในส่วนที่ 7 ของแผน",
        ID, ("name", "ข้อความในส่วนที่ 7"), ("short_name", "ข้อความในตารางติดตาม"), PLACE,
        order="place id",
    ),
    sheet(
        "plan", "แผนพัฒนา", "แผนพัฒนาบุคลากรแต่ละรอบ",
        ID, ("first_year", "ปีแรก", "ปีงบประมาณ พ.ศ."), ("year_count", "จำนวนปี"), ("status", "สถานะ"),
        ("budget_law", "กฎหมายงบประมาณ", "เทศบัญญัติ หรือ ข้อบัญญัติ"),
        ("covers_all_positions", "พัฒนาทุกตำแหน่ง", "ใช่ เมื่อแผนกำหนดเป้าหมายให้ทุกตำแหน่งได้รับการพัฒนา"),
        ("committee_announcement_date", "วันที่ของประกาศ", "ประกาศคณะกรรมการระดับจังหวัดที่แผนอ้างถึง"),
        ("committee_announcement_clauses", "ข้อของประกาศ"),
        ("updated_at", "แก้ไขล่าสุด"),
        order="first_year id",
    ),
    sheet(
        "plan_chapter", "บทของแผน", "เฉพาะบทที่แก้ไขต่างจากข้อความมาตรฐาน",
        *_OF_PLAN, PART,
        ("key", "บท", "preface principles objectives scope courses methods budget monitoring appendix"),
        ("text", "ข้อความ"),
        order="plan_id place",
    ),
    sheet(
        "committee_member", "คณะกรรมการ", "กรรมการของแต่ละแผน",
        *_OF_PLAN, PART, ("committee", "คณะ"), ("position", "ตำแหน่ง"), ("role", "ฐานะ"), ("name", "ชื่อ"),
        ("staff_id", "รหัสบุคลากร", "ว่างเมื่อแต่งตั้งโดยตำแหน่งหรือเป็นบุคคลภายนอก"), ("staff_id.label", "บุคลากร"),
        order="plan_id place",
    ),
    sheet(
        "responsible", "ผู้รับผิดชอบ", "ผู้รับผิดชอบในส่วนที่ 5.3 ของแผน",
        ID, *_OF_PLAN, PLACE, ("title", "ผู้รับผิดชอบ"), ("note", "หมายเหตุ"),
        order="plan_id place id",
    ),
    sheet(
        "responsible_duty", "หน้าที่ผู้รับผิดชอบ", "หน้าที่ของผู้รับผิดชอบแต่ละราย",
        ("responsible_id", "รหัสผู้รับผิดชอบ"), ("responsible_id.label", "ผู้รับผิดชอบ"), PART, ("text", "หน้าที่"),
        order="responsible_id place",
    ),
    sheet(
        "monitoring_round", "การติดตาม", "กำหนดการติดตามประเมินผลแต่ละครั้ง",
        *_OF_PLAN, PART, YEAR, ("number", "ครั้งที่"), ("due", "กำหนดวันที่"),
        order="plan_id place",
    ),
    sheet(
        "project", "โครงการ", "โครงการในแผน",
        ID, *_OF_PLAN, PLACE, ("title", "ชื่อ"),
        ("listed", "แสดงในส่วนที่ 5.1"), ("no_budget", "ไม่ใช้งบประมาณ"),
        ("monitoring_title", "ชื่อในตารางติดตาม", "โครงการที่อยู่ติดกันและมีชื่อนี้ตรงกันพิมพ์เป็นแถวเดียว ว่างเมื่อใช้ชื่อโครงการ"),
        ("stated_total", "ยอดรวมตามเอกสารต้นฉบับ", "ว่างเมื่อไม่มี"),
        order="plan_id place id",
    ),
    _choice("project_course", "โครงการ-หลักสูตร", "course_id", "หลักสูตร"),
    _choice("project_method", "โครงการ-วิธีการพัฒนา", "method_id", "วิธีการพัฒนา"),
    _choice("project_organizer", "โครงการ-หน่วยดำเนินการ", "organizer_id", "หน่วยดำเนินการ"),
    _choice("project_target", "โครงการ-กลุ่มเป้าหมาย", "target_id", "กลุ่มเป้าหมาย"),
    _choice("project_evaluation", "โครงการ-วิธีติดตาม", "evaluation_id", "วิธีติดตามประเมินผล"),
    sheet(
        "project_year", "โครงการ-ปีที่ดำเนินการ", "ปีงบประมาณที่แต่ละโครงการดำเนินการ",
        *_OF_PROJECT, PART, YEAR,
        order="project_id place",
    ),
    sheet(
        "project_budget", "โครงการ-งบประมาณ", "งบประมาณของโครงการแต่ละปี",
        *_OF_PROJECT, PART, YEAR, ("amount", "จำนวนเงิน"),
        ("fund_id", "รหัสแหล่งงบประมาณ", "ว่างเมื่อไม่ระบุ"), ("fund_id.label", "แหล่งงบประมาณ"),
        order="project_id place",
    ),
    sheet(
        "project_cost", "โครงการ-ค่าใช้จ่าย", "รายการคำนวณค่าใช้จ่าย: ราคาต่อหน่วย × จำนวน × ครั้ง",
        *_OF_PROJECT, PART, ("item", "รายการ"), ("unit_price", "ราคาต่อหน่วย"), ("quantity", "จำนวน"),
        ("times", "ครั้ง"), ("stated", "ผลคูณตามเอกสารต้นฉบับ", "ว่างเมื่อไม่มี"),
        order="project_id place",
    ),
    *SKILL_SHEETS,
    *MONITORING_SHEETS,
    *TRAINING_SHEETS,
    *PLAN_SHEETS,
    *REGISTER_SHEETS,
    *COURSE_SHEETS,
)  # fmt: skip

# What a record is called where another refers to it, by table.
LABELS: Mapping[str, tuple[str, ...]] = {
    "org_unit": ("name",),
    "position_line": ("name",),
    "position": ("number", "title"),
    "law": ("title",),
    "course_group": ("name",),
    "course": ("title",),
    "method": ("name",),
    "organizer": ("name",),
    "fund_source": ("name",),
    "target_group": ("name",),
    "evaluation_method": ("short_name",),
    "plan": ("first_year",),
    "responsible": ("title",),
    "province_layout": ("name",),
    "project": ("title",),
    **SKILL_LABELS,
    **MONITORING_LABELS,
    **TRAINING_LABELS,
    **PLAN_LABELS,
}

# What every new office has: the tables that an import may find filled, and replaces.
REFERENCE = frozenset({
    "organization", "position_line", "law", "course_group", "course", "method", "organizer", "fund_source",
    "target_group", "target_personnel_type", "target_position_type", "evaluation_method",
})  # fmt: skip

# What does not stand in the workbook, with the reason.
OMITTED_TABLES: Mapping[str, str] = {
    "wizard_draft": "an unfinished plan: to be finished first",
    "schedule_draft": "an unfinished evaluation schedule: to be finished first",
    "form_draft": "a form being filled in: to be saved first",
    "audit_entry": "what was done with this very file",
    "import_batch": "how to take back what was imported into this very file",
    "import_mapping": "how the columns of this office's lists were understood, a setting",
}
DERIVED: Mapping[str, frozenset[str]] = {  # columns that the program makes of others
    "position": frozenset({"number_key", "title_key", "search_key"}),
    "staff": frozenset({"sort_key", "search_key"}),
}
