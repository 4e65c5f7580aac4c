"""The sheets of skills, assessments and individual development plans."""

from __future__ import annotations

from hrdesk.services.office_workbook.sheet_layout import ID, PART, PLACE, SheetLayout, sheet

_OF_PERSON = (("staff_id", "รหัสบุคลากร"), ("staff_id.label", "บุคลากร"))
_FRAMEWORK = ("framework", "กรอบทักษะ", "รหัสของกรอบทักษะ หรือ own เมื่อเป็นสมรรถนะของหน่วยงาน")
_CODE = ("code", "รหัสสมรรถนะ", "หน่วยความสามารถ เกณฑ์ ความรู้ ประสบการณ์ คุณลักษณะ หรือสมรรถนะ")

SKILL_SHEETS: tuple[SheetLayout, ...] = (
    sheet(
        "framework_version", "กรอบทักษะ", "กรอบทักษะที่หน่วยงานนำเข้าเพิ่ม",
        ID, ("key", "รหัสกรอบ", "ห้ามซ้ำ"), ("title", "ชื่อ"), ("version", "ฉบับ"), ("source", "ที่มา"),
        ("imported_at", "นำเข้าเมื่อ"), ("content", "เนื้อหา", "JSON ห้ามแก้ไข"),
    ),
    sheet(
        "org_stage", "ระยะการพัฒนา", "ระยะการพัฒนาของหน่วยงานที่ประกาศ รายการล่าสุดใช้บังคับ",
        ID, ("announced_on", "วันที่ประกาศ"), ("framework", "กรอบทักษะ"), ("stage", "ระยะ"), ("document", "ประกาศ"),
        order="announced_on id",
    ),
    sheet(
        "staff_skill_group", "กลุ่มทักษะของบุคลากร", "กลุ่มเป้าหมายตามกรอบทักษะของแต่ละคน มีได้มากกว่าหนึ่งกลุ่ม",
        *_OF_PERSON, ("framework", "กรอบทักษะ"), ("group_code", "กลุ่ม"), ("approver", "ผู้บังคับบัญชาที่เห็นชอบ"),
        ("approved_on", "วันที่เห็นชอบ"),
        order="staff_id framework group_code",
    ),
    sheet(
        "skill_group_rule", "เกณฑ์จัดกลุ่มทักษะ", "เกณฑ์ของหน่วยงานที่ใช้เสนอกลุ่มจากตำแหน่ง ก่อนเกณฑ์ของโปรแกรม",
        ID, ("framework", "กรอบทักษะ"), ("group_code", "กลุ่ม"), ("personnel_type", "ประเภทบุคลากร", "ว่างหมายถึงทุกประเภท"),
        ("position_type", "ประเภทตำแหน่ง", "ว่างหมายถึงทุกประเภท"), ("title_words", "คำในชื่อตำแหน่ง", "คั่นด้วยจุลภาค"), PLACE,
        order="framework place id",
    ),
    sheet(
        "taxonomy_mapping", "การเทียบกลุ่มเป้าหมาย", "การเทียบกลุ่มของกรอบทักษะ แนวทาง และทะเบียนที่หน่วยงานแก้",
        ID, ("framework", "กรอบทักษะ", "ห้ามซ้ำ"), ("guideline", "แนวทาง"), ("content", "เนื้อหา", "JSON ห้ามแก้ไข"),
    ),
    sheet(
        "own_competency", "สมรรถนะของหน่วยงาน", "สมรรถนะที่หน่วยงานกำหนดเอง",
        ID, ("kind", "ประเภท"), ("code", "รหัสสมรรถนะ", "ห้ามซ้ำ"), ("name", "ชื่อ"), ("description", "คำอธิบาย"),
        ("line_id", "รหัสสายงาน", "เฉพาะสมรรถนะประจำสายงาน"), ("line_id.label", "สายงาน"), PLACE,
        order="place id",
    ),
    sheet(
        "competency_expectation", "ระดับที่คาดหวัง", "ระดับสมรรถนะที่คาดหวังตามประเภทและระดับตำแหน่ง",
        ("competency_id", "รหัสสมรรถนะ"), ("competency_id.label", "สมรรถนะ"), ("position_type", "ประเภทตำแหน่ง"),
        ("level", "ระดับตำแหน่ง"), ("expected", "ระดับที่คาดหวัง"),
        order="competency_id position_type level",
    ),
    sheet(
        "course_unit", "หลักสูตร-สมรรถนะ", "สมรรถนะที่แต่ละหลักสูตรพัฒนา",
        ("course_id", "รหัสหลักสูตร"), ("course_id.label", "หลักสูตร"), _FRAMEWORK, _CODE,
        order="course_id framework code",
    ),
    sheet(
        "assessment", "การประเมินสมรรถนะ", "ผลการประเมินทุกครั้ง รวมที่มีการประเมินใหม่แล้ว",
        ID, *_OF_PERSON, _FRAMEWORK, _CODE, ("rater", "ผู้ประเมิน"),
        ("level", "ระดับ", "รายการของกรอบทักษะ: 1 ผ่าน 0 ไม่ผ่าน สมรรถนะของหน่วยงาน: 0 ถึง 5"), ("evidence", "หลักฐาน"),
        ("assessed_on", "วันที่ประเมิน"), ("assessor", "ชื่อผู้ประเมิน"), ("recorded_at", "บันทึกเมื่อ"),
        ("archived_at", "ประเมินใหม่เมื่อ", "ว่างเมื่อเป็นผลปัจจุบัน"),
    ),
    sheet(
        "guide_entry", "แนวทางการพัฒนา", "วิธีพัฒนาที่หน่วยงานกำหนดแทนของโปรแกรม",
        ID, _FRAMEWORK, _CODE, ("way", "รูปแบบ"), ("activity", "วิธีการพัฒนา"), ("indicator", "ตัวชี้วัด"),
        ("months", "ระยะเวลา", "จำนวนเดือน"), PLACE,
        order="framework code place id",
    ),
    sheet(
        "idp", "แผนพัฒนารายบุคคล", "แผนพัฒนารายบุคคลของแต่ละปีงบประมาณ คนละหนึ่งแผนต่อปี",
        ID, *_OF_PERSON, ("year", "ปีงบประมาณ", "ปี พ.ศ."), ("framework", "กรอบทักษะ"), ("stage", "ระยะ"),
        ("status", "สถานะ"), ("position", "ตำแหน่ง"), ("level", "ระดับ"), ("unit", "สังกัด"), ("goal", "เป้าหมาย"),
        ("superior_name", "ผู้บังคับบัญชาชั้นต้น"), ("superior_position", "ตำแหน่งผู้บังคับบัญชาชั้นต้น"),
        ("superior_agreed_on", "ผู้บังคับบัญชาชั้นต้นเห็นชอบเมื่อ"),
        ("upper_name", "ผู้บังคับบัญชาเหนือขึ้นไป"), ("upper_position", "ตำแหน่งผู้บังคับบัญชาเหนือขึ้นไป"),
        ("upper_agreed_on", "ผู้บังคับบัญชาเหนือขึ้นไปเห็นชอบเมื่อ"),
        ("result", "สรุปผล"), ("closed_on", "วันที่ปิดแผน"), ("updated_at", "แก้ไขล่าสุด"),
        order="year id",
    ),
    sheet(
        "idp_item", "แผนพัฒนารายบุคคล-รายการ", "สิ่งที่พัฒนาและวิธีการในแต่ละแผน",
        ("idp_id", "รหัสแผนรายบุคคล"), ("idp_id.label", "แผนรายบุคคล"), PART,
        ("goal", "เป้าหมาย"), _FRAMEWORK, _CODE, ("name", "ประเด็นหรือสมรรถนะ"), ("expected", "คาดหวัง"),
        ("self_level", "ตนเอง"), ("superior_level", "หัวหน้า"), ("agreed_level", "ตกลงร่วมกัน"),
        ("future", "ระยะถัดไป", "เป็นทักษะที่ระยะถัดไปของหน่วยงานต้องการ"),
        ("way", "รูปแบบ"), ("activity", "วิธีการพัฒนา"), ("course_id", "รหัสหลักสูตร"), ("course_id.label", "หลักสูตร"),
        ("starts_on", "เริ่ม"), ("ends_on", "สิ้นสุด"), ("indicator", "ตัวชี้วัด"), ("status", "สถานะ"),
        ("evidence", "หลักฐาน"), ("result", "ผลการพัฒนา"),
        order="idp_id place",
    ),
)  # fmt: skip

SKILL_LABELS = {
    "staff": ("first_name", "last_name"),
    "own_competency": ("name",),
    "idp": ("year", "position"),
}
