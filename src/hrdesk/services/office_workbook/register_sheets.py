"""The sheets of people's histories, of who signs, of pictures, of courses' hours and of the province's layouts."""

from __future__ import annotations

from hrdesk.services.office_workbook.sheet_layout import ID, PART, PLACE, SheetLayout, sheet

_OF_STAFF = (("staff_id", "รหัสบุคลากร"), ("staff_id.label", "บุคลากร"))
_OF_COURSE = (("course_id", "รหัสหลักสูตร"), ("course_id.label", "หลักสูตร"))

REGISTER_SHEETS: tuple[SheetLayout, ...] = (
    sheet(
        "held_position", "ประวัติการดำรงตำแหน่ง", "ตำแหน่งที่แต่ละคนเคยดำรง ตามที่เป็นในเวลานั้น",
        ID, *_OF_STAFF, ("number", "เลขที่ตำแหน่ง"), ("title", "ตำแหน่ง"), ("level", "ระดับ"),
        ("personnel_type", "ประเภทบุคลากร"), ("unit", "สังกัด"),
        ("bureau", "ส่วนราชการระดับสูงสุด", "สำนักหรือกองเหนือสังกัดในขณะนั้น"), ("starts_on", "ตั้งแต่วันที่"),
        ("ends_on", "ถึงก่อนวันที่", "วันแรกที่ไม่ได้ดำรงตำแหน่งแล้ว"), ("order_number", "เลขที่คำสั่ง"), ("note", "หมายเหตุ"),
    ),
    sheet(
        "education_record", "ประวัติการศึกษา", "วุฒิการศึกษาของแต่ละคน",
        ID, *_OF_STAFF, ("degree", "วุฒิ"), ("field", "สาขา"), ("institution", "สถาบัน"), ("year", "ปีที่สำเร็จ", "ปี พ.ศ."),
    ),
    sheet(
        "training_record", "ประวัติการอบรม", "การฝึกอบรม ดูงาน และสัมมนาของแต่ละคน ทั้งที่หน่วยงานจัดและที่อื่น",
        ID, *_OF_STAFF, ("participant_id", "รหัสผู้เข้าอบรม", "ว่างเมื่อไม่ได้มาจากรุ่นของหน่วยงาน ห้ามซ้ำ"),
        ("participant_id.label", "ตำแหน่งผู้เข้าอบรม"), ("kind", "ประเภท"), ("course", "หลักสูตร"), ("project", "โครงการ"),
        ("class_number", "รุ่น"), ("starts_on", "วันที่เริ่ม"), ("ends_on", "วันที่สิ้นสุด"), ("organizer", "หน่วยงานที่จัด"),
        ("venue", "สถานที่"), ("country", "ประเทศ"), ("fund", "แหล่งทุน"), ("days", "จำนวนวัน"), ("hours", "จำนวนชั่วโมง"),
        ("result", "ผล"), ("score", "คะแนน"), ("degree", "วุฒิที่ได้รับ"), ("objective", "วัตถุประสงค์"),
        ("letter_number", "เลขที่หนังสือนำส่ง"), ("letter_date", "วันที่หนังสือนำส่ง"), ("order_number", "เลขที่คำสั่ง"),
        ("order_date", "วันที่คำสั่ง"), ("certificate_number", "เลขที่วุฒิบัตร"), ("position", "ตำแหน่งในขณะนั้น"),
        ("unit", "สังกัดในขณะนั้น"), ("note", "หมายเหตุ"),
    ),
    sheet(
        "signatory", "ผู้ลงนาม", "ผู้ลงนามและหัวหน้าส่วนราชการ",
        ID, ("role", "บทบาท"), ("unit_id", "รหัสส่วนราชการ", "ของหัวหน้าส่วนราชการเท่านั้น"), ("unit_id.label", "ส่วนราชการ"),
        ("staff_id", "รหัสบุคลากร", "ว่างเมื่อพิมพ์ชื่อเอง"), ("staff_id.label", "บุคลากร"),
        ("name", "ชื่อ", "ว่างเมื่อใช้ชื่อในทะเบียน"), ("position", "ตำแหน่งใต้ชื่อ", "ว่างเมื่อใช้ตำแหน่งในทะเบียน"),
        ("capacity", "ฐานะที่ลงนาม"), ("signs", "ลงนามอยู่ขณะนี้"), PLACE,
        order="place id",
    ),
    sheet("office_image", "ภาพ", "ตราครุฑและตราสัญลักษณ์", PLACE, ("kind", "ภาพ"), ("content", "ข้อมูลภาพ"), order="kind"),
    sheet(
        "province_layout", "รูปแบบจังหวัด", "รูปแบบแฟ้มข้อมูลที่จังหวัดกำหนด", ID, ("name", "ชื่อ", "ห้ามซ้ำ"), PLACE,
        order="place id",
    ),
    sheet(
        "province_column", "รูปแบบจังหวัด-คอลัมน์", "คอลัมน์ของแต่ละรูปแบบ",
        ("layout_id", "รหัสรูปแบบ"), ("layout_id.label", "รูปแบบ"), PART, ("sheet", "แผ่นงาน"), ("key", "ข้อมูล"),
        ("heading", "หัวคอลัมน์"), ("value", "ค่าเมื่อไม่มีข้อมูล", "พิมพ์ในแถวที่ไม่มีข้อมูลของตนเอง"),
        order="layout_id place",
    ),
)  # fmt: skip

COURSE_SHEETS: tuple[SheetLayout, ...] = (
    sheet(
        "course_detail", "หลักสูตร-ชั่วโมง", "ชั่วโมงบรรยายและชั่วโมงวิธีการอื่นของแต่ละหลักสูตร",
        *_OF_COURSE, ("lecture", "ชั่วโมงบรรยาย"), ("other", "ชั่วโมงวิธีการอื่น"), ("objective", "วัตถุประสงค์"),
        order="course_id",
    ),
    sheet(
        "course_target", "หลักสูตร-กลุ่มเป้าหมาย", "กลุ่มเป้าหมายของแต่ละหลักสูตร",
        *_OF_COURSE, ("target_id", "รหัสกลุ่มเป้าหมาย"), ("target_id.label", "กลุ่มเป้าหมาย"),
        order="course_id target_id",
    ),
)  # fmt: skip
