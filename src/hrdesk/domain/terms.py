"""Official words: the Thai term of every enum, and the wording profile of each kind of office."""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class OrganizationKind(StrEnum):
    """Kinds of local administrative organisation (อปท.)."""

    CITY = "city-municipality"
    TOWN = "town-municipality"
    SUBDISTRICT = "subdistrict-municipality"
    SAO = "subdistrict-organization"
    PAO = "provincial-organization"

    @property
    def is_municipality(self) -> bool:
        return self in (OrganizationKind.CITY, OrganizationKind.TOWN, OrganizationKind.SUBDISTRICT)


class PersonnelType(StrEnum):
    REGULAR = "regular"  # printed by the profile: พนักงานเทศบาล, พนักงานส่วนตำบล, ข้าราชการ อบจ.
    TEACHER = "teacher"
    PERMANENT = "permanent"
    MISSION_QUALIFIED = "mission-qualified"
    MISSION_SKILLED = "mission-skilled"
    GENERAL_CONTRACT = "general-contract"
    POLITICAL = "political"
    TRANSFERRED = "transferred"


class PositionType(StrEnum):
    """ประเภทตำแหน่ง of regular staff; NONE for everybody else."""

    EXECUTIVE = "executive"
    DIRECTOR = "director"
    ACADEMIC = "academic"
    GENERAL = "general"
    NONE = "none"


class Level(StrEnum):
    """ระดับตำแหน่ง, by position type."""

    EXECUTIVE_LOW = "executive-low"
    EXECUTIVE_MIDDLE = "executive-middle"
    EXECUTIVE_HIGH = "executive-high"
    DIRECTOR_LOW = "director-low"
    DIRECTOR_MIDDLE = "director-middle"
    DIRECTOR_HIGH = "director-high"
    PRACTITIONER = "practitioner"
    PROFESSIONAL = "professional"
    SENIOR_PROFESSIONAL = "senior-professional"
    EXPERT = "expert"
    OPERATIONAL = "operational"
    EXPERIENCED = "experienced"
    SENIOR = "senior"
    NONE = "none"


_LEVELS_OF = {
    PositionType.EXECUTIVE: (Level.EXECUTIVE_LOW, Level.EXECUTIVE_MIDDLE, Level.EXECUTIVE_HIGH),
    PositionType.DIRECTOR: (Level.DIRECTOR_LOW, Level.DIRECTOR_MIDDLE, Level.DIRECTOR_HIGH),
    PositionType.ACADEMIC: (Level.PRACTITIONER, Level.PROFESSIONAL, Level.SENIOR_PROFESSIONAL, Level.EXPERT),
    PositionType.GENERAL: (Level.OPERATIONAL, Level.EXPERIENCED, Level.SENIOR),
}


def position_type_of(level: Level) -> PositionType:
    """Each level belongs to one type; who has none is of no type."""
    return next((kind for kind, levels in _LEVELS_OF.items() if level in levels), PositionType.NONE)


class OrganizerKind(StrEnum):
    OWN = "own"
    DEPARTMENT = "department"  # กรมส่งเสริมการปกครองท้องถิ่น
    OTHER = "other"


class MethodKind(StrEnum):
    ORIENTATION = "orientation"
    TRAINING = "training"
    STUDY_VISIT = "study-visit"
    WORKSHOP = "workshop"
    COACHING = "coaching"


class CommitteeKind(StrEnum):
    PLANNING = "planning"
    MONITORING = "monitoring"


class CommitteeRole(StrEnum):
    CHAIR = "chair"
    MEMBER = "member"
    MEMBER_SECRETARY = "member-secretary"
    MEMBER_ASSISTANT = "member-assistant"


TERMS: tuple[tuple[StrEnum, str], ...] = (
    (OrganizationKind.CITY, "เทศบาลนคร"),
    (OrganizationKind.TOWN, "เทศบาลเมือง"),
    (OrganizationKind.SUBDISTRICT, "เทศบาลตำบล"),
    (OrganizationKind.SAO, "องค์การบริหารส่วนตำบล"),
    (OrganizationKind.PAO, "องค์การบริหารส่วนจังหวัด"),
    (PersonnelType.REGULAR, "พนักงานส่วนท้องถิ่น"),
    (PersonnelType.TEACHER, "ครูและบุคลากรทางการศึกษา"),
    (PersonnelType.PERMANENT, "ลูกจ้างประจำ"),
    (PersonnelType.MISSION_QUALIFIED, "พนักงานจ้างตามภารกิจ (ผู้มีคุณวุฒิ)"),
    (PersonnelType.MISSION_SKILLED, "พนักงานจ้างตามภารกิจ (ผู้มีทักษะ)"),
    (PersonnelType.GENERAL_CONTRACT, "พนักงานจ้างทั่วไป"),
    (PersonnelType.POLITICAL, "ฝ่ายการเมือง"),
    (PersonnelType.TRANSFERRED, "ถ่ายโอน"),
    (PositionType.EXECUTIVE, "บริหารท้องถิ่น"),
    (PositionType.DIRECTOR, "อำนวยการท้องถิ่น"),
    (PositionType.ACADEMIC, "วิชาการ"),
    (PositionType.GENERAL, "ทั่วไป"),
    (PositionType.NONE, "ไม่จัดประเภท"),
    (Level.EXECUTIVE_LOW, "ต้น"),
    (Level.EXECUTIVE_MIDDLE, "กลาง"),
    (Level.EXECUTIVE_HIGH, "สูง"),
    (Level.DIRECTOR_LOW, "ต้น"),
    (Level.DIRECTOR_MIDDLE, "กลาง"),
    (Level.DIRECTOR_HIGH, "สูง"),
    (Level.PRACTITIONER, "ปฏิบัติการ"),
    (Level.PROFESSIONAL, "ชำนาญการ"),
    (Level.SENIOR_PROFESSIONAL, "ชำนาญการพิเศษ"),
    (Level.EXPERT, "เชี่ยวชาญ"),
    (Level.OPERATIONAL, "ปฏิบัติงาน"),
    (Level.EXPERIENCED, "ชำนาญงาน"),
    (Level.SENIOR, "อาวุโส"),
    (Level.NONE, "-"),
    (OrganizerKind.OWN, "หน่วยงานดำเนินการเอง"),
    (OrganizerKind.DEPARTMENT, "กรมส่งเสริมการปกครองท้องถิ่น"),
    (OrganizerKind.OTHER, "หน่วยงานอื่น"),
    (MethodKind.ORIENTATION, "การปฐมนิเทศ"),
    (MethodKind.TRAINING, "การฝึกอบรม"),
    (MethodKind.STUDY_VISIT, "การศึกษาหรือดูงาน"),
    (MethodKind.WORKSHOP, "การประชุมเชิงปฏิบัติการหรือการสัมมนา"),
    (MethodKind.COACHING, "การสอนงาน การให้คำปรึกษา หรือวิธีการอื่น"),
    (CommitteeKind.PLANNING, "คณะกรรมการจัดทำแผน"),
    (CommitteeKind.MONITORING, "คณะกรรมการติดตามและประเมินผล"),
    (CommitteeRole.CHAIR, "ประธานกรรมการ"),
    (CommitteeRole.MEMBER, "กรรมการ"),
    (CommitteeRole.MEMBER_SECRETARY, "กรรมการ/เลขานุการ"),
    (CommitteeRole.MEMBER_ASSISTANT, "กรรมการ/ผู้ช่วยเลขานุการ"),
)

LEVELS_OF: dict[PositionType, tuple[Level, ...]] = {
    PositionType.EXECUTIVE: (Level.EXECUTIVE_LOW, Level.EXECUTIVE_MIDDLE, Level.EXECUTIVE_HIGH),
    PositionType.DIRECTOR: (Level.DIRECTOR_LOW, Level.DIRECTOR_MIDDLE, Level.DIRECTOR_HIGH),
    PositionType.ACADEMIC: (Level.PRACTITIONER, Level.PROFESSIONAL, Level.SENIOR_PROFESSIONAL, Level.EXPERT),
    PositionType.GENERAL: (Level.OPERATIONAL, Level.EXPERIENCED, Level.SENIOR),
    PositionType.NONE: (Level.NONE,),
}


def term(value: StrEnum) -> str:
    """The official Thai word. Raises KeyError for an enum without one (a meta-test keeps that from happening)."""
    return _terms_of(type(value))[value]


@cache
def _terms_of(kind: type[StrEnum]) -> Mapping[StrEnum, str]:
    """From `TERMS` of the module that declares the enum: who prints a plan loads no words of classes.

    By type: as plain text PositionType.NONE equals Level.NONE, and one would take the other's word.
    """
    known: Iterable[tuple[StrEnum, str]] = getattr(sys.modules[kind.__module__], "TERMS", ())
    return {value: text for value, text in known if type(value) is kind}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that change with the kind of office; every template, header and catchword reads them.

    Where a word carries the office's or province's name, `{name}` or `{province}` stands in it.
    """

    kind_name: str  # เทศบาลตำบล
    short_name: str  # ทต.
    staff: str  # พนักงานเทศบาล
    body: str  # เทศบาล, used for "the office" in running text
    provincial_committee: str  # ก.ท.จ.
    provincial_committee_full: str
    central_committee: str  # ก.ท.
    budget_law: str  # เทศบัญญัติ
    head: str  # นายกเทศมนตรี
    chief_officer: str  # ปลัดเทศบาล
    chief_office: str  # สำนักปลัดเทศบาล


def _municipality(kind_name: str, short: str) -> Wording:
    return Wording(
        kind_name=kind_name,
        short_name=short,
        staff="พนักงานเทศบาล",
        body="เทศบาล",
        provincial_committee="ก.ท.จ.",
        provincial_committee_full="คณะกรรมการพนักงานเทศบาลจังหวัด",
        central_committee="ก.ท.",
        budget_law="เทศบัญญัติ",
        head="นายกเทศมนตรี",
        chief_officer="ปลัดเทศบาล",
        chief_office="สำนักปลัดเทศบาล",
    )


WORDINGS: dict[OrganizationKind, Wording] = {
    OrganizationKind.CITY: _municipality("เทศบาลนคร", "ทน."),
    OrganizationKind.TOWN: _municipality("เทศบาลเมือง", "ทม."),
    OrganizationKind.SUBDISTRICT: _municipality("เทศบาลตำบล", "ทต."),
    OrganizationKind.SAO: Wording(
        kind_name="องค์การบริหารส่วนตำบล",
        short_name="อบต.",
        staff="พนักงานส่วนตำบล",
        body="องค์การบริหารส่วนตำบล",
        provincial_committee="ก.อบต.จังหวัด",
        provincial_committee_full="คณะกรรมการพนักงานส่วนตำบลจังหวัด",
        central_committee="ก.อบต.",
        budget_law="ข้อบัญญัติ",
        head="นายกองค์การบริหารส่วนตำบล",
        chief_officer="ปลัดองค์การบริหารส่วนตำบล",
        chief_office="สำนักปลัดองค์การบริหารส่วนตำบล",
    ),
    OrganizationKind.PAO: Wording(
        kind_name="องค์การบริหารส่วนจังหวัด",
        short_name="อบจ.",
        staff="ข้าราชการองค์การบริหารส่วนจังหวัด",
        body="องค์การบริหารส่วนจังหวัด",
        provincial_committee="ก.จ.จ.",
        provincial_committee_full="คณะกรรมการข้าราชการองค์การบริหารส่วนจังหวัด",
        central_committee="ก.จ.",
        budget_law="ข้อบัญญัติ",
        head="นายกองค์การบริหารส่วนจังหวัด",
        chief_officer="ปลัดองค์การบริหารส่วนจังหวัด",
        chief_office="สำนักปลัดองค์การบริหารส่วนจังหวัด",
    ),
}
