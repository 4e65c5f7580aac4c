"""The sheets of the year's projects, of classes and of their results."""

from __future__ import annotations

from hrdesk.services.office_workbook.sheet_layout import ID, LABEL, PART, PLACE, REACH, SheetLayout, sheet

_OF_PROJECT = (("year_project_id", "รหัสโครงการประจำปี"), ("year_project_id.label", "โครงการประจำปี"))
_OF_CLASS = (("class_id", "รหัสรุ่น"), ("class_id.label", "รุ่นที่"))
_OF_PARTICIPANT = (("participant_id", "รหัสผู้เข้าอบรม"), ("participant_id.label", "ตำแหน่งผู้เข้าอบรม"))
_HOURS = (("lecture", "ชั่วโมงบรรยาย"), ("other", "ชั่วโมงวิธีการอื่น"))
_DAYS = (("starts_on", "วันที่เริ่ม"), ("ends_on", "วันที่สิ้นสุด"))
_SESSION = (("day", "วันที่"), ("half", "ช่วง"))


def _choice(table: str, column: str, noun: str) -> SheetLayout:
    chosen = ((column, f"รหัส{noun}"), (f"{column}{LABEL}", noun))
    about = f"{noun}ของแต่ละโครงการประจำปี"
    return sheet(table, f"ประจำปี-{noun}", about, *_OF_PROJECT, PART, *chosen, order="year_project_id place")


_PROJECTS: tuple[SheetLayout, ...] = (
    sheet(
        "year_project", "โครงการประจำปี", "โครงการที่ดำเนินการในแต่ละปีงบประมาณ ทั้งตามแผนและนอกแผน",
        ID, ("year", "ปีงบประมาณ", "ปี พ.ศ."), PLACE, ("title", "ชื่อ"),
        ("plan_project_id", "รหัสโครงการในแผน", "ว่างเมื่อเป็นโครงการนอกแผน"), ("plan_project_id.label", "โครงการในแผน"),
        ("outside_reason", "เหตุผลที่ดำเนินการนอกแผน"),
        ("status", "สถานะ"), ("status_reason", "เหตุผลของสถานะ"), ("responsible", "ผู้รับผิดชอบ"), ("venue", "สถานที่"),
        *_DAYS, ("people", "เป้าหมาย (คน)"), *_HOURS,
        ("memo_number", "เลขที่บันทึกขออนุมัติ"), ("memo_date", "วันที่บันทึกขออนุมัติ"), ("approved_on", "วันที่อนุมัติ"),
        ("problems", "ปัญหาและอุปสรรค"), ("suggestions", "ข้อเสนอแนะ"),
        order="year place id",
    ),
    sheet(
        "year_project_text", "ประจำปี-ข้อความ", "ข้อความในแต่ละหัวข้อของโครงการ",
        *_OF_PROJECT, ("part", "หัวข้อ"), ("text", "ข้อความ"),
        order="year_project_id part",
    ),
    _choice("year_project_organizer", "organizer_id", "หน่วยดำเนินการ"),
    _choice("year_project_method", "method_id", "วิธีการพัฒนา"),
    _choice("year_project_target", "target_id", "กลุ่มเป้าหมาย"),
    sheet(
        "year_project_reach", "ประจำปี-ผู้รับการพัฒนา", "ผู้รับการพัฒนานอกจากกลุ่มเป้าหมายของแต่ละโครงการประจำปี",
        *_OF_PROJECT, PART, *REACH, order="year_project_id place",
    ),
    _choice("year_project_course", "course_id", "หลักสูตร"),
    sheet(
        "year_project_cost", "ประจำปี-ค่าใช้จ่าย", "รายการคำนวณค่าใช้จ่าย: ราคาต่อหน่วย × จำนวน × ครั้ง",
        *_OF_PROJECT, PART, ("item", "รายการ"), ("unit_price", "ราคาต่อหน่วย"), ("quantity", "จำนวน"),
        ("unit", "หน่วยนับ"), ("times", "ครั้ง"),
        order="year_project_id place",
    ),
    sheet(
        "year_project_fund", "ประจำปี-งบประมาณ", "งบประมาณที่ตั้งไว้และที่ใช้ไปของแต่ละแหล่ง",
        *_OF_PROJECT, PART, ("fund_id", "รหัสแหล่งงบประมาณ", "ว่างเมื่อไม่ระบุ"), ("fund_id.label", "แหล่งงบประมาณ"),
        ("planned", "ตั้งไว้"), ("used", "ใช้ไป"),
        order="year_project_id place",
    ),
    sheet(
        "year_project_indicator", "ประจำปี-ตัวชี้วัด", "ผลผลิตและตัวชี้วัดของโครงการ",
        *_OF_PROJECT, PART, ("kind", "ประเภท"), ("name", "ผลผลิตหรือตัวชี้วัด"), ("target", "เป้าหมาย"),
        ("unit", "หน่วยนับ"), ("result", "ผล"),
        order="year_project_id place",
    ),
)  # fmt: skip

_CLASSES: tuple[SheetLayout, ...] = (
    sheet(
        "training_rules", "เกณฑ์การอบรม", "เกณฑ์ของหน่วยงาน มีได้หนึ่งรายการ ไม่มีเมื่อใช้เกณฑ์มาตรฐาน",
        ("id", "รหัส", "เป็น 1 เสมอ"), ("attendance_percent", "เวลาเข้าอบรมขั้นต่ำ (ร้อยละ)"),
        ("pass_percent", "คะแนนผ่าน (ร้อยละ)"), ("follow_up_months", "ติดตามผลหลังอบรม (เดือน)"),
    ),
    sheet(
        "training_class", "รุ่น", "รุ่นของโครงการประจำปี",
        ID, *_OF_PROJECT, ("number", "รุ่นที่"), ("title", "ชื่อรุ่น", "ว่างเมื่อใช้ชื่อโครงการ"),
        ("course_id", "รหัสหลักสูตร"), ("course_id.label", "หลักสูตร"),
        ("status", "สถานะ"), ("status_reason", "เหตุผลของสถานะ"), *_DAYS, ("venue", "สถานที่"), *_HOURS,
        ("letter_number", "เลขที่หนังสือเชิญ"), ("letter_date", "วันที่หนังสือเชิญ"),
        ("attendance_percent", "เวลาเข้าอบรมขั้นต่ำ (ร้อยละ)"), ("note", "หมายเหตุ"),
        order="year_project_id number id",
    ),
    sheet(
        "class_session", "รุ่น-กำหนดการ", "ครึ่งวันที่แต่ละรุ่นอบรม",
        *_OF_CLASS, *_SESSION,
        order="class_id day half",
    ),
    sheet(
        "class_trainer", "รุ่น-วิทยากร", "วิทยากรของแต่ละรุ่น",
        *_OF_CLASS, PART, ("name", "ชื่อ"), ("position", "ตำแหน่งหรือสังกัด"), ("topic", "หัวข้อ"),
        order="class_id place",
    ),
    sheet(
        "participant", "ผู้เข้าอบรม", "ผู้เข้ารับการพัฒนาแต่ละรุ่น ตำแหน่งและสังกัดเป็นของวันที่เข้าอบรม",
        ID, *_OF_CLASS, ("staff_id", "รหัสบุคลากร"), ("staff_id.label", "บุคลากร"), ("position", "ตำแหน่ง"),
        ("level", "ระดับ"), ("personnel_type", "ประเภทบุคลากร"), ("position_type", "ประเภทตำแหน่ง"),
        ("unit", "สังกัด"), ("bureau", "สำนัก/กอง"), ("result", "ผลการอบรม"),
        ("order_number", "เลขที่คำสั่ง"), ("order_date", "วันที่คำสั่ง"),
        ("certificate_number", "เลขที่วุฒิบัตร"), ("note", "หมายเหตุ"),
        order="class_id id",
    ),
    sheet(
        "attendance", "การเข้าอบรม", "การเข้าอบรมแต่ละครึ่งวัน ไม่มีแถวเมื่อยังไม่ได้บันทึก",
        *_OF_PARTICIPANT, *_SESSION, ("present", "เข้าอบรม"),
        order="participant_id day half",
    ),
)  # fmt: skip

_RESULTS: tuple[SheetLayout, ...] = (
    sheet(
        "class_test", "รุ่น-แบบทดสอบ", "คะแนนเต็มและคะแนนผ่านของแบบทดสอบ",
        *_OF_CLASS, ("kind", "แบบทดสอบ"), ("full", "คะแนนเต็ม"), ("passing", "คะแนนผ่าน"),
        order="class_id kind",
    ),
    sheet(
        "test_score", "คะแนนทดสอบ", "คะแนนของผู้เข้าอบรมแต่ละคน",
        *_OF_PARTICIPANT, ("kind", "แบบทดสอบ"), ("score", "คะแนน"),
        order="participant_id kind",
    ),
    sheet(
        "evaluation_question", "แบบประเมิน-คำถาม", "คำถามของแบบประเมินความพึงพอใจ 5 ระดับ",
        ID, ("class_id", "รหัสรุ่น", "ว่างเมื่อใช้กับทุกรุ่น"), ("class_id.label", "รุ่นที่"),
        ("section", "ด้าน"), ("text", "คำถาม"), PLACE, ("retired", "เลิกใช้แล้ว"),
        order="place id",
    ),
    sheet(
        "evaluation_sheet", "แบบประเมินที่ได้รับ", "แบบประเมินแต่ละฉบับ ไม่ระบุชื่อผู้ตอบ",
        ID, *_OF_CLASS, ("number", "ฉบับที่"), ("comment", "ความคิดเห็น"),
        order="class_id number id",
    ),
    sheet(
        "evaluation_answer", "แบบประเมิน-คำตอบ", "คำตอบแต่ละข้อ 5 มากที่สุด ถึง 1 น้อยที่สุด",
        ("sheet_id", "รหัสแบบประเมิน"), ("sheet_id.label", "ฉบับที่"),
        ("question_id", "รหัสคำถาม"), ("question_id.label", "คำถาม"), ("level", "ระดับ"),
        order="sheet_id question_id",
    ),
    sheet(
        "interview", "การสัมภาษณ์", "ผลการสัมภาษณ์ผู้เข้าอบรมหรือผู้ที่เกี่ยวข้อง",
        ID, *_OF_CLASS, *_OF_PARTICIPANT, ("day", "วันที่"), ("interviewer", "ผู้สัมภาษณ์"), ("findings", "ผลการสัมภาษณ์"),
    ),
    sheet(
        "outside_result", "ผลจากหน่วยงานภายนอก", "การขอผลการอบรมจากหน่วยงานที่จัด และผลที่ได้รับ",
        ID, *_OF_CLASS, ("organization", "หน่วยงาน"), ("letter_number", "เลขที่หนังสือ"), ("requested_on", "วันที่ขอ"),
        ("received_on", "วันที่ได้รับ"), ("result", "ผล"),
    ),
    sheet(
        "follow_up", "การติดตามผล", "การติดตามผลหลังอบรมโดยผู้บังคับบัญชา",
        ID, *_OF_PARTICIPANT, ("due_on", "กำหนดติดตาม"), ("done_on", "ติดตามเมื่อ", "ว่างเมื่อยังไม่ได้ติดตาม"),
        ("supervisor", "ผู้บังคับบัญชา"), ("supervisor_position", "ตำแหน่งผู้บังคับบัญชา"),
        ("level", "ระดับการนำไปใช้", "5 มากที่สุด ถึง 1 น้อยที่สุด"),
        ("findings", "ผลการติดตาม"), ("suggestions", "ข้อเสนอแนะ"),
    ),
)  # fmt: skip

TRAINING_SHEETS = (*_PROJECTS, *_CLASSES, *_RESULTS)

TRAINING_LABELS = {
    "year_project": ("title",),
    "training_class": ("number",),
    "participant": ("position",),
    "evaluation_question": ("text",),
    "evaluation_sheet": ("number",),
}
