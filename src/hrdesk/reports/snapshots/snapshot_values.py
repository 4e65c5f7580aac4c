"""What the forms read: frozen values built from the office and a plan, ready to print but for the layout.

Every `str` attribute is a `{field}` of the forms' texts, with Arabic digits. Every `tuple` of rows is a list that
a table can show; a row's own tuples run parallel to a tuple of `ColumnHead`, which repeats a column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from hrdesk.domain.plan import Satang
from hrdesk.lazy_dataclass import dataclass, values_of

VACANT = "ว่าง"
BLANK = "." * 24  # to be written in by hand
BLANK_DAY = f"{'.' * 8} เดือน {'.' * 22} พ.ศ. {'.' * 10}"


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """The head of a repeated column; a `group` of its own goes before the one the form gives."""

    heading: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A row of T1 (part 6): one project."""

    label: str  # (1) โครงการ…
    organizers: tuple[bool, ...]  # parallel to PlanSnapshot.budget_organizers
    amounts: tuple[Satang | None, ...]  # parallel to PlanSnapshot.budget_columns
    years: str  # ปี 2564 - 2566


@dataclass(frozen=True, slots=True)
class MonitoringEntry:
    """A row of T2 (part 7): one project, or several grouped for printing."""

    label: str
    targets: str  # a line each
    methods: tuple[bool, ...]  # parallel to PlanSnapshot.monitoring_methods
    organizers: tuple[bool, ...]  # parallel to PlanSnapshot.monitoring_organizers
    runs: tuple[bool, ...]  # parallel to PlanSnapshot.year_columns
    amounts: tuple[Satang | None, ...]  # parallel to PlanSnapshot.year_columns
    evaluations: str  # a line each


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """A row of T3."""

    number: str  # 1.
    position: str  # the name before it where a person is appointed by name
    role: str


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A row of T9: one post of the staffing frame."""

    order: int
    number: str  # เลขที่ตำแหน่ง
    title: str
    level: str
    holder: str  # ว่าง for a vacant post
    unit: str
    personnel_type: str


@dataclass(frozen=True, slots=True)
class CourseEntries:
    """A course group of part 4 with what is printed below it."""

    number: int  # 1 prints as 4.1
    name: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResponsibleEntry:
    text: str
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartMark:
    """Stands in a list of one where an optional part is printed."""

    part_title: str


@dataclass(frozen=True, slots=True)
class SwotRow:
    """A row of T4: strengths beside weaknesses, or opportunities beside threats."""

    helpful: str
    harmful: str


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """What a project serves: a line each in every cell."""

    label: str
    strategies: str  # of the guideline
    own: str  # of the office
    mindsets: str  # with the families of skills
    digital: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A line of T6."""

    source: str  # the plan as a whole, or the project
    name: str
    quantity: str
    unit: str


@dataclass(frozen=True, slots=True)
class DigitalUnitRow:
    area: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class DigitalRoleRow:
    group: str
    stage: str
    role: str
    count: int
    codes: str


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A post, and which projects reach it."""

    title: str
    holder: str
    unit: str
    reached: tuple[bool, ...]  # parallel to CoverPart.project_heads


@dataclass(frozen=True, slots=True)
class CoverPart:
    """Whom a plan, or a year of it, reaches."""

    years: str  # 2567, or the period
    verdict: str
    by_year: str
    project_heads: tuple[ColumnHead, ...]  # (1), (2) …
    project_titles: tuple[str, ...]
    cover_rows: tuple[CoverRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSnapshot:
    """The words of the office, formed as its kind demands."""

    organization: str  # เทศบาลตำบลหนองป่าครั่ง
    seat: str  # สำนักงานเทศบาลตำบลหนองป่าครั่ง, as letters name the sender
    address: str  # อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่
    kind_name: str  # เทศบาลตำบล
    body: str  # เทศบาล
    short_name: str  # ทต.
    staff: str  # พนักงานเทศบาล
    head: str  # นายกเทศมนตรี
    head_of_office: str  # นายกเทศมนตรีตำบลหนองป่าครั่ง
    head_name: str
    chief_officer: str  # ปลัดเทศบาล
    chief_of_office: str  # ปลัดเทศบาลตำบลหนองป่าครั่ง
    chief_name: str
    chief_office: str  # สำนักปลัดเทศบาล
    hr_unit: str  # งานการเจ้าหน้าที่
    province: str
    district: str
    subdistrict: str
    provincial_committee: str  # ก.ท.จ.เชียงใหม่
    provincial_committee_full: str  # คณะกรรมการพนักงานเทศบาลจังหวัดเชียงใหม่
    central_committee: str  # ก.ท.
    foot: str  # the running foot
    positions_count: str
    vacant_count: str
    street: str = ""  # 99 หมู่ที่ 1 ตำบลหนองป่าครั่ง; empty while it is not known
    letter_district: str = ""  # อำเภอเมืองเชียงใหม่, and below it in the head of a letter:
    letter_province: str = ""  # จังหวัดเชียงใหม่ 50000
    phone: str = BLANK
    email_line: str = ""  # ไปรษณีย์อิเล็กทรอนิกส์ saraban@…
    head_acting: str = ""  # รองนายกเทศมนตรี รักษาราชการแทน: who signs instead of the head, above `head_of_office`
    chief_acting: str = ""
    hr_head_name: str = ""
    hr_head_acting: str = ""
    hr_head_post: str = ""  # หัวหน้างานการเจ้าหน้าที่
    document_number: str = BLANK  # 12/2567, of the paper itself once it was issued
    document_date: str = BLANK  # 1 มกราคม 2567
    document_day: str = BLANK_DAY  # 1 มกราคม พ.ศ. 2567, as orders and announcements close with
    emblem: bytes | None = None  # the image file of the krut; None for that of today
    logo: bytes | None = None  # that of the office's own emblem, likewise
    own_names: tuple[str, ...] = ()  # of places: no line ends inside
    kept_since: datetime | None = None  # when what is printed was frozen


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSnapshot(OfficeSnapshot):
    """The staffing frame with its holders."""

    register_rows: tuple[RegisterRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSnapshot(OfficeSnapshot):
    """A plan as its book and tables print it."""

    plan_title: str  # แผนพัฒนาพนักงานเทศบาล 3 ปี
    budget_law: str  # เทศบัญญัติ
    period: str  # 2564 - 2566
    first_year: str
    last_year: str
    first_year_starts: str  # the calendar year in which it begins: 2563
    province_resolution: str  # ในการประชุมครั้งที่ 3/2563 เมื่อวันที่ 25 กันยายน 2563
    years_count: str
    project_count: str  # budgeted ones, the rows of T1
    rounds_per_year: str
    announcement_date: str  # 29 พฤศจิกายน 2545
    announcement_clauses: str
    year_total: str  # 400,000; where the years differ, all of them
    year_total_words: str  # สี่แสนบาทถ้วน
    grand_total: str  # 1,200,000
    grand_total_words: str
    total_sentence: str  # the words below both tables
    course_group_1: str  # names of the five statutory groups, as the office words them
    course_group_2: str
    course_group_3: str
    course_group_4: str
    course_group_5: str

    year_columns: tuple[ColumnHead, ...]
    budget_columns: tuple[ColumnHead, ...]  # one a year, or one for all where no project's years differ
    budget_organizers: tuple[ColumnHead, ...]
    monitoring_methods: tuple[ColumnHead, ...]
    monitoring_organizers: tuple[ColumnHead, ...]

    budget_rows: tuple[BudgetRow, ...]
    monitoring_rows: tuple[MonitoringEntry, ...]
    monitoring_committee: tuple[CommitteeRow, ...]
    planning_committee: tuple[CommitteeRow, ...]
    course_groups: tuple[CourseEntries, ...]
    methods: tuple[str, ...]
    evaluations: tuple[str, ...]
    fiscal_years: tuple[str, ...]
    own_projects: tuple[str, ...]
    department_projects: tuple[str, ...]
    other_projects: tuple[str, ...]
    responsible: tuple[ResponsibleEntry, ...]

    # The optional parts: their marks are empty where the plan does not print them.
    swot_part: tuple[PartMark, ...] = ()
    alignment_part: tuple[PartMark, ...] = ()
    indicators_part: tuple[PartMark, ...] = ()
    digital_part: tuple[PartMark, ...] = ()
    coverage_part: tuple[CoverPart, ...] = ()
    swot_inside: tuple[SwotRow, ...] = ()
    swot_outside: tuple[SwotRow, ...] = ()
    alignment_rows: tuple[AlignmentRow, ...] = ()
    indicator_rows: tuple[IndicatorRow, ...] = ()
    digital_units: tuple[DigitalUnitRow, ...] = ()
    digital_roles: tuple[DigitalRoleRow, ...] = ()
    chapters: Mapping[str, str] = field(default_factory=dict)  # those the officer changed


def text_fields(snapshot: object) -> dict[str, str]:
    """Every `{field}` with its value."""
    return {name: value for name, value in values_of(snapshot).items() if isinstance(value, str)}
