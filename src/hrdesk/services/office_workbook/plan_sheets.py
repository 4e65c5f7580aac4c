"""The sheets of what a plan aims at, its life, its meetings, and surveyed needs."""

from __future__ import annotations

from hrdesk.services.office_workbook.sheet_layout import ID, PART, PLACE, REACH, YEAR, SheetLayout, sheet

_OF_PLAN = (("plan_id", "รหัสแผน"), ("plan_id.label", "ปีแรกของแผน"))
_OF_PROJECT = (("project_id", "รหัสโครงการ"), ("project_id.label", "โครงการ"))
_OF_MEETING = (("meeting_id", "รหัสการประชุม"), ("meeting_id.label", "การประชุม"))
_DOCUMENT = (("document_id", "รหัสเอกสาร", "ว่างเมื่อไม่มี"), ("document_id.label", "เลขที่เอกสาร"))
_INDICATOR = (("name", "ตัวชี้วัด"), ("quantity", "จำนวน"), ("unit", "หน่วยนับ"))

PLAN_SHEETS: tuple[SheetLayout, ...] = (
    sheet(
        "plan_indicator", "ตัวชี้วัดของแผน", "ตัวชี้วัดความสำเร็จของทั้งแผน",
        *_OF_PLAN, PART, *_INDICATOR, order="plan_id place",
    ),
    sheet(
        "plan_strategy", "ยุทธศาสตร์", "ยุทธศาสตร์ของหน่วยงานที่แผนเชื่อมโยง",
        *_OF_PLAN, PART, ("code", "รหัสยุทธศาสตร์"), ("name", "ยุทธศาสตร์"), order="plan_id place",
    ),
    sheet(
        "swot_entry", "SWOT", "การวิเคราะห์สภาพแวดล้อม",
        *_OF_PLAN, PART, ("kind", "ด้าน"), ("text", "ข้อความ"), order="plan_id place",
    ),
    sheet(
        "plan_option", "ส่วนเพิ่มของเล่ม", "ส่วนของเล่มแผนที่เลือกพิมพ์เพิ่ม",
        *_OF_PLAN, PART, ("part", "ส่วน"), order="plan_id place",
    ),
    sheet(
        "accepted_warning", "ข้อที่ยอมรับ", "ข้อควรตรวจที่ยอมรับพร้อมเหตุผล",
        *_OF_PLAN, PART, ("code", "รหัสข้อ"), ("field", "ตำแหน่งในแผน"), ("text", "ข้อความ"), ("reason", "เหตุผล"),
        ("accepted_on", "วันที่ยอมรับ"), order="plan_id place",
    ),
    sheet(
        "project_reach", "โครงการ-ผู้รับการพัฒนา", "ผู้รับการพัฒนานอกจากกลุ่มเป้าหมาย",
        *_OF_PROJECT, PART, *REACH, order="project_id place",
    ),
    sheet(
        "project_link", "โครงการ-ความสอดคล้อง", "แนวทางและยุทธศาสตร์ที่โครงการสนับสนุน",
        *_OF_PROJECT, PART, ("kind", "ชนิด"), ("code", "รหัส"), order="project_id place",
    ),
    sheet(
        "project_indicator", "โครงการ-ตัวชี้วัด", "ตัวชี้วัดของแต่ละโครงการ",
        *_OF_PROJECT, PART, *_INDICATOR, order="project_id place",
    ),
    sheet(
        "issued_document", "ทะเบียนเอกสาร", "คำสั่ง ประกาศ และหนังสือที่ออกแล้ว",
        ID, ("kind", "ชนิด"), ("year", "ปี", "ปีปฏิทิน พ.ศ."), ("number", "เลขที่"), ("dated", "ลงวันที่"),
        ("subject", "เรื่อง"), ("form", "แบบฟอร์ม"), *_OF_PLAN, order="year id",
    ),
    sheet(
        "meeting", "การประชุม", "การประชุมของคณะกรรมการ",
        ID, *_OF_PLAN, ("committee", "คณะ"), ("number", "ครั้งที่"), ("held_on", "วันที่ประชุม"), ("starts", "เริ่มเวลา"),
        ("ends", "เลิกเวลา"), ("place", "สถานที่"), ("subject", "เรื่อง"), ("recorder", "ผู้จดรายงาน"),
        ("reviewer", "ผู้ตรวจรายงาน"), order="plan_id id",
    ),
    sheet(
        "meeting_item", "การประชุม-วาระ", "ระเบียบวาระและมติ",
        *_OF_MEETING, PART, ("title", "วาระ"), ("detail", "รายละเอียด"), ("discussion", "การอภิปราย"),
        ("resolution", "มติ"), order="meeting_id place",
    ),
    sheet(
        "meeting_attendee", "การประชุม-ผู้เข้าประชุม", "ผู้เข้าประชุมตามวันประชุม",
        *_OF_MEETING, PART, ("name", "ชื่อ"), ("position", "ตำแหน่ง"), ("role", "ฐานะ", "ว่างเมื่อเป็นผู้เข้าร่วม"),
        ("presence", "การมาประชุม"), ("substitute", "ผู้มาประชุมแทน"), order="meeting_id place",
    ),
    sheet(
        "plan_event", "ประวัติแผน", "ขั้นตอนที่แผนผ่านมา",
        ID, *_OF_PLAN, ("status", "สถานะ"), ("happened_on", "วันที่"), ("resolution", "มติ"), ("note", "หมายเหตุ"),
        *_DOCUMENT, *_OF_MEETING, ("recorded_at", "บันทึกเมื่อ"), order="plan_id id",
    ),
    sheet(
        "plan_edition", "ฉบับของแผน", "แผนที่ประกาศใช้และฉบับแก้ไขแต่ละครั้ง",
        ID, *_OF_PLAN, ("number", "ฉบับแก้ไขครั้งที่", "0 คือฉบับประกาศใช้"), ("announced_on", "วันที่ประกาศ"),
        ("taken_at", "เก็บเมื่อ"), ("reason", "เหตุผล"), ("resolution", "มติ"), *_DOCUMENT,
        ("content", "เนื้อหา", "JSON ห้ามแก้ไข"), order="plan_id number id",
    ),
    sheet(
        "needs_survey", "การสำรวจความต้องการ", "การสำรวจความต้องการพัฒนาของแต่ละปีงบประมาณ",
        YEAR, ("opened_on", "วันเริ่ม"), ("closed_on", "วันสิ้นสุด"), ("sent", "แบบที่ส่ง"), ("returned", "แบบที่ได้คืน"),
        ("summary", "สรุป"), order="year",
    ),
    sheet(
        "survey_count", "การสำรวจ-จำนวนแบบ", "แบบสำรวจที่ส่งและได้คืน ตามส่วนราชการและประเภทบุคลากร",
        YEAR, PART, ("unit_id", "รหัสส่วนราชการ", "ว่างเมื่อไม่สังกัด"), ("unit_id.label", "ส่วนราชการ"),
        ("personnel_type", "ประเภทบุคลากร"), ("sent", "แบบที่ส่ง"), ("returned", "แบบที่ได้คืน"), order="year place",
    ),
    sheet(
        "training_need", "ความต้องการพัฒนา", "ความต้องการตามหัวข้อและส่วนราชการ",
        ID, YEAR, ("topic", "หัวข้อ"), ("people", "จำนวนคน"), ("course_id", "รหัสหลักสูตร"), ("course_id.label", "หลักสูตร"),
        ("unit_id", "รหัสส่วนราชการ", "ว่างเมื่อเป็นทั้งหน่วยงาน"), ("unit_id.label", "ส่วนราชการ"), ("source", "ที่มา"),
        ("note", "หมายเหตุ"), PLACE, order="year place id",
    ),
    sheet(
        "evidence_record", "หลักฐาน LPA", "หลักฐานที่มีสำหรับการประเมินประสิทธิภาพของแต่ละปี",
        YEAR, ("kind", "รายการ"), ("document", "เอกสาร"), ("dated", "ลงวันที่"), ("note", "หมายเหตุ"), order="year kind",
    ),
)  # fmt: skip
PLAN_LABELS = {"issued_document": ("number", "subject"), "meeting": ("number", "subject")}
