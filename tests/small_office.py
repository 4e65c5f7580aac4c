"""A small office of each kind with a plan free of problems, for the tests of rules and forms.

The projects are those of seed 000, part 6: eight of them, 400,000 baht a year, six rows in the monitoring table.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.office import (
    Catalogue,
    Course,
    CourseGroup,
    EvaluationMethod,
    Law,
    Method,
    Office,
    Organization,
    Organizer,
    Position,
    PositionLine,
    TargetGroup,
)
from hrdesk.domain.plan import (
    CommitteeMember,
    MonitoringRound,
    PlanDraft,
    PlanProject,
    Responsible,
    YearBudget,
)
from hrdesk.domain.terms import (
    CommitteeRole,
    Level,
    MethodKind,
    OrganizationKind,
    OrganizerKind,
    PersonnelType,
    PositionType,
)

YEARS = (2564, 2565, 2566)
OWN, DEPARTMENT, OTHER = 1, 2, 3
ORIENTATION, TRAINING, VISIT, WORKSHOP, COACHING = 1, 2, 3, 4, 5

METHODS = (
    Method(ORIENTATION, MethodKind.ORIENTATION, "การปฐมนิเทศ", "ปฐมนิเทศ"),
    Method(TRAINING, MethodKind.TRAINING, "การฝึกอบรม", "การฝึกอบรม"),
    Method(VISIT, MethodKind.STUDY_VISIT, "การศึกษาหรือดูงาน", "ดูงาน"),
    Method(WORKSHOP, MethodKind.WORKSHOP, "การประชุมเชิงปฏิบัติการ หรือการสัมมนา", "ประชุมเชิงปฏิบัติการ"),
    Method(COACHING, MethodKind.COACHING, "การสอนงาน การให้คำปรึกษา หรือวิธีการอื่นที่เหมาะสม", "สอนงาน"),
)
ORGANIZERS = (
    Organizer(OWN, OrganizerKind.OWN, "เทศบาลตำบลหนองป่าครั่ง", "ทต.", "เทศบาล"),
    Organizer(DEPARTMENT, OrganizerKind.DEPARTMENT, "กรมส่งเสริมการปกครองท้องถิ่น", "กรมส่งเสริม", "กรมส่งเสริม"),
    Organizer(OTHER, OrganizerKind.OTHER, "หน่วยงานอื่นที่เกี่ยวข้อง", "หน่วยงานอื่น", "หน่วยงานอื่น ๆ"),
)
TARGETS = (
    TargetGroup(1, "สายงานบริหารท้องถิ่น", position_types=frozenset({PositionType.EXECUTIVE})),
    TargetGroup(2, "สายงานวิชาการ", position_types=frozenset({PositionType.ACADEMIC})),
    TargetGroup(
        3,
        "พนักงานจ้างทุกประเภท",
        personnel_types=frozenset({PersonnelType.MISSION_SKILLED, PersonnelType.GENERAL_CONTRACT}),
    ),
)
COURSE_GROUPS = (
    CourseGroup(1, 1, "หลักสูตรความรู้พื้นฐานในการปฏิบัติราชการ"),
    CourseGroup(2, 2, "หลักสูตรการพัฒนาเกี่ยวกับงานในหน้าที่ความรับผิดชอบ"),
    CourseGroup(3, 3, "หลักสูตรความรู้และทักษะเฉพาะของงานในแต่ละตำแหน่ง", from_lines=True),
    CourseGroup(4, 4, "หลักสูตรด้านการบริหาร"),
    CourseGroup(5, 5, "หลักสูตรด้านคุณธรรมและจริยธรรม"),
)
CATALOGUE = Catalogue(
    course_groups=COURSE_GROUPS,
    courses=(
        Course(1, 1, "พระราชบัญญัติระเบียบบริหารงานบุคคลส่วนท้องถิ่น พ.ศ. 2542"),
        Course(2, 2, "พระราชบัญญัติภาษีป้าย พ.ศ. 2510", law=1),
    ),
    laws=(
        Law(1, "พระราชบัญญัติภาษีป้าย พ.ศ. 2510"),
        Law(2, "พระราชบัญญัติภาษีบำรุงท้องที่ พ.ศ. 2508", 3),
        Law(3, "พระราชบัญญัติภาษีที่ดินและสิ่งปลูกสร้าง พ.ศ. 2562"),
    ),
    methods=METHODS,
    organizers=ORGANIZERS,
    targets=TARGETS,
    evaluations=(
        EvaluationMethod(1, "การใช้แบบทดสอบก่อนและหลังการพัฒนา", "ทดสอบตามแบบที่กำหนด"),
        EvaluationMethod(2, "การสัมภาษณ์ผู้ที่เกี่ยวข้อง", "ติดตามจากหัวหน้าส่วนราชการ"),
    ),
)


def _post(number: int, title: str, personnel: PersonnelType, kind: PositionType, level: Level) -> Position:
    holder = "" if number == 2 else f"ผู้ดำรงตำแหน่งที่ {number}"
    return Position(
        number, f"05-2-01-{number:04}-001", title, title, personnel, kind, level, "สำนักปลัด", holder
    )


POSITIONS = (
    _post(1, "นักบริหารท้องถิ่น", PersonnelType.REGULAR, PositionType.EXECUTIVE, Level.EXECUTIVE_MIDDLE),
    _post(2, "นักทรัพยากรบุคคล", PersonnelType.REGULAR, PositionType.ACADEMIC, Level.PROFESSIONAL),
    _post(3, "คนงาน", PersonnelType.GENERAL_CONTRACT, PositionType.NONE, Level.NONE),
)
LINES = (
    PositionLine(1, "นักบริหารท้องถิ่น", PersonnelType.REGULAR, PositionType.EXECUTIVE),
    PositionLine(2, "นายแพทย์", PersonnelType.REGULAR, PositionType.ACADEMIC),
    PositionLine(3, "นักทรัพยากรบุคคล", PersonnelType.REGULAR, PositionType.ACADEMIC),
)
NAMES = {
    OrganizationKind.SUBDISTRICT: ("หนองป่าครั่ง", "เมืองเชียงใหม่", "เชียงใหม่"),
    OrganizationKind.SAO: ("ดอนแก้ว", "แม่ริม", "เชียงใหม่"),
    OrganizationKind.PAO: ("ลำพูน", "เมืองลำพูน", "ลำพูน"),
}


def office(kind: OrganizationKind = OrganizationKind.SUBDISTRICT, **catalogue: Any) -> Office:
    """`catalogue` replaces parts of the catalogue, by name."""
    name, district, province = NAMES[kind]
    organization = Organization(kind, name, district, province)
    return Office(organization, replace(CATALOGUE, **catalogue), lines=LINES, positions=POSITIONS)


def project(number: int, title: str, baht: int, organizers: tuple[int, ...], **changes: Any) -> PlanProject:
    """A complete project of all three years with `baht` in each."""
    plain = PlanProject(
        id=number,
        title=title,
        methods=(TRAINING,),
        organizers=organizers,
        targets=(1, 2, 3),
        evaluations=(1, 2),
        years=YEARS,
        budgets=tuple(YearBudget(year, baht * 100) for year in YEARS),
    )
    return replace(plain, **changes)


EXECUTIVES = "โครงการอบรมสำหรับสายงานผู้บริหาร"
OPERATORS = "โครงการอบรมสำหรับสายงานผู้ปฏิบัติ"
BOTH = (TRAINING, WORKSHOP)
PROJECTS = (
    project(1, "โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของพนักงานเทศบาล", 20_000, (OWN,)),
    project(2, "โครงการคุณธรรมจริยธรรมของพนักงานเทศบาล", 20_000, (OWN,)),
    project(3, "โครงการอบรมทักษะด้านดิจิทัล", 10_000, (OWN, OTHER)),
    project(4, "โครงการอบรมหลักสูตรนักบริหารท้องถิ่น", 50_000, (DEPARTMENT,), monitoring_title=EXECUTIVES, methods=BOTH),
    project(5, "โครงการอบรมหลักสูตรอำนวยการท้องถิ่น", 50_000, (DEPARTMENT,), monitoring_title=EXECUTIVES, methods=BOTH),
    project(6, "โครงการอบรมหลักสูตรสายงานวิชาการ", 50_000, (DEPARTMENT,), monitoring_title=OPERATORS, methods=BOTH),
    project(7, "โครงการอบรมหลักสูตรสายงานทั่วไป", 50_000, (DEPARTMENT,), monitoring_title=OPERATORS, methods=BOTH),
    project(8, "อบรม/ประชุมสัมมนาตามที่ได้รับมอบหมาย", 150_000, (DEPARTMENT, OTHER), methods=(ORIENTATION, *BOTH)),
)  # fmt: skip


def committee(kind: OrganizationKind) -> tuple[CommitteeMember, ...]:
    words = office(kind).organization.wording
    return (
        CommitteeMember(words.head, CommitteeRole.CHAIR),
        CommitteeMember(words.chief_officer, CommitteeRole.MEMBER),
        CommitteeMember("นักทรัพยากรบุคคล", CommitteeRole.MEMBER_SECRETARY),
    )


COMMITTEE = committee(OrganizationKind.SUBDISTRICT)


def plan(kind: OrganizationKind = OrganizationKind.SUBDISTRICT, **changes: Any) -> PlanDraft:
    """A plan without problems; `changes` replace its fields."""
    clean = PlanDraft(
        period=PlanPeriod(2564),
        id=1,
        budget_law="เทศบัญญัติ" if kind.is_municipality else "ข้อบัญญัติ",
        committee_announcement_date=date(2002, 11, 29),
        committee_announcement_clauses="หมวด 14 ส่วนที่ 4 ข้อ 288 และข้อ 299",
        projects=PROJECTS,
        committee=committee(kind),
        responsible=(
            Responsible("ฝ่ายปกครอง สำนักปลัดเทศบาล", "เป็นผู้รับผิดชอบ"),
            Responsible("นักทรัพยากรบุคคล", duties=("สำรวจความต้องการในการพัฒนา", "จัดทำแผนพัฒนา")),
        ),
        rounds=tuple(MonitoringRound(year, number) for year in YEARS for number in (1, 2, 3)),
    )
    return replace(clean, **changes)


def changed(number: int, **changes: Any) -> PlanDraft:
    """The clean plan with the fields of one project changed; `number` counts from 1."""
    projects = list(PROJECTS)
    projects[number - 1] = replace(projects[number - 1], **changes)
    return plan(projects=tuple(projects))
