"""The sheets of evaluation schedules, monitoring rounds and annual reports."""

from __future__ import annotations

from hrdesk.services.office_workbook.sheet_layout import ID, PART, PLACE, YEAR, SheetLayout, sheet

_OF_PLAN = (("plan_id", "รหัสแผน"), ("plan_id.label", "ปีแรกของแผน"))

MONITORING_SHEETS: tuple[SheetLayout, ...] = (
    sheet(
        "evaluation_schedule", "กำหนดการประเมิน", "วิธี ผู้ประเมิน และกำหนดเวลาประเมินแต่ละโครงการในแต่ละปี",
        ID, ("project_id", "รหัสโครงการ"), ("project_id.label", "โครงการ"), YEAR, ("evaluator", "ผู้ประเมิน"),
        ("due", "กำหนดแล้วเสร็จ"), ("follow_months", "ติดตามผลหลังอบรม (เดือน)", "0 เมื่อไม่ติดตาม"), ("note", "หมายเหตุ"),
        order="year project_id id",
    ),
    sheet(
        "evaluation_schedule_method", "กำหนดการประเมิน-วิธี", "วิธีติดตามประเมินผลของแต่ละกำหนดการ",
        ("schedule_id", "รหัสกำหนดการ"), ("schedule_id.label", "ปีงบประมาณ"), PART,
        ("evaluation_id", "รหัสวิธีติดตาม"), ("evaluation_id.label", "วิธีติดตามประเมินผล"),
        order="schedule_id place",
    ),
    sheet(
        "monitoring_report", "รายงานการติดตาม", "รายงานการติดตามแต่ละครั้ง",
        ID, *_OF_PLAN, YEAR, ("number", "ครั้งที่"), ("as_at", "ข้อมูล ณ วันที่"), ("status", "สถานะ"),
        ("closed_on", "วันที่ปิด"), ("findings", "ผลการติดตาม"), ("recommendations", "ข้อเสนอแนะ"),
        ("frozen", "ตัวเลข ณ วันที่ปิด", "JSON ห้ามแก้ไข"),
        order="plan_id year number id",
    ),
    sheet(
        "monitoring_explanation", "รายงานการติดตาม-คำชี้แจง", "คำชี้แจงเรื่องที่ยังไม่แล้วเสร็จ",
        ("report_id", "รหัสรายงาน"), ("report_id.label", "ปีงบประมาณ ครั้งที่"), ("key", "เรื่อง"), ("text", "คำชี้แจง"),
        order="report_id key",
    ),
    sheet(
        "annual_report", "รายงานผลประจำปี", "ข้อความของรายงานผลประจำปี",
        ID, *_OF_PLAN, YEAR, ("summary", "สรุปผล"), ("problems", "ปัญหาและอุปสรรค"), ("suggestions", "ข้อเสนอแนะ"),
        order="plan_id year id",
    ),
    sheet(
        "evidence", "หลักฐาน", "เอกสารหลักฐานของแต่ละปี",
        ID, *_OF_PLAN, YEAR, PLACE, ("title", "ชื่อเอกสาร"), ("reference", "เลขที่"), ("dated", "ลงวันที่"),
        ("kept_at", "ที่เก็บ"),
        order="plan_id year place id",
    ),
)  # fmt: skip
MONITORING_LABELS = {"evaluation_schedule": ("year",), "monitoring_report": ("year", "number")}
