"""What the record of use says was done, and to what; never a value of what was changed."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from hrdesk.lazy_dataclass import dataclass


class AuditAction(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    VIEW_ID = "view-id"  # a whole national ID was shown
    PRINT = "print"
    EXPORT = "export"
    IMPORT = "import"
    BACKUP = "backup"  # a copy that leaves this PC
    RESTORE = "restore"
    ANONYMISE = "anonymise"
    SECURITY = "security"  # lock, encryption, recovery code


ACTION_TERMS = {
    AuditAction.CREATE: "เพิ่ม",
    AuditAction.UPDATE: "แก้ไข",
    AuditAction.DELETE: "ลบ",
    AuditAction.VIEW_ID: "ดูเลขประจำตัวเต็ม",
    AuditAction.PRINT: "พิมพ์",
    AuditAction.EXPORT: "ส่งออกเป็นแฟ้ม",
    AuditAction.IMPORT: "นำเข้า",
    AuditAction.BACKUP: "สำรองออกนอกเครื่อง",
    AuditAction.RESTORE: "กู้คืนจากชุดสำรอง",
    AuditAction.ANONYMISE: "ลบข้อมูลระบุตัวบุคคล",
    AuditAction.SECURITY: "ความปลอดภัย",
}
TERMS = tuple(ACTION_TERMS.items())
SUBJECT_TERMS = {  # by the table that owns what was touched
    "organization": "ข้อมูลหน่วยงาน", "org_unit": "ส่วนราชการ", "org_stage": "ระดับดิจิทัลของหน่วยงาน",
    "position": "ตำแหน่ง", "position_line": "สายงาน", "staff": "บุคลากร", "staff_skill_group": "กลุ่มทักษะของบุคลากร",
    "skill_group_rule": "เกณฑ์จัดกลุ่มทักษะ", "taxonomy_mapping": "การเทียบกลุ่มเป้าหมาย",
    "course": "หลักสูตร", "course_group": "กลุ่มหลักสูตร", "law": "กฎหมาย", "method": "วิธีการพัฒนา",
    "organizer": "หน่วยดำเนินการ", "target_group": "กลุ่มเป้าหมาย", "fund_source": "แหล่งงบประมาณ",
    "evaluation_method": "วิธีประเมินผล", "plan": "แผนพัฒนา", "year_project": "โครงการประจำปี",
    "training_class": "การอบรม", "training_rules": "เกณฑ์การอบรม", "training_record": "ประวัติการอบรม",
    "assessment": "ผลประเมินทักษะ", "own_competency": "สมรรถนะของหน่วยงาน", "idp": "แผนพัฒนารายบุคคล",
    "framework_version": "กรอบทักษะ", "guide_entry": "แนวทางพัฒนา", "import_batch": "ประวัตินำเข้า",
    "signatory": "ผู้ลงนาม", "office_image": "ตราของหน่วยงาน", "province_layout": "รูปแบบจังหวัด",
    "import_mapping": "การจับคู่คอลัมน์", "database": "ฐานข้อมูล", "audit": "ประวัติการใช้งาน",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """A page of the record, newest first. None means all; days are by the clock of this PC, both ends within."""

    action: AuditAction | None = None
    subject: str = ""
    since: date | None = None
    until: date | None = None
    offset: int = 0
    limit: int = 500


@dataclass(frozen=True, slots=True)
class AuditLine:
    id: int
    at: datetime  # with zone
    user: str  # who was signed in to the PC
    action: AuditAction
    subject: str
    row_ids: str
    count: int
    detail: str
    names: str = ""  # of the people touched, as they are called now

    @property
    def action_term(self) -> str:
        return ACTION_TERMS[self.action]

    @property
    def subject_term(self) -> str:
        made = self.action in {AuditAction.PRINT, AuditAction.EXPORT}
        return SUBJECT_TERMS.get(self.subject, "แบบฟอร์มหรือแฟ้ม" if made else "ข้อมูลอื่น")


@dataclass(frozen=True, slots=True)
class AuditPage:
    lines: tuple[AuditLine, ...]
    total: int  # lines of all pages
