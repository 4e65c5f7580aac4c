"""The office as values: who it is, its staffing frame, and the catalogue a plan chooses from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from hrdesk.domain.signing import Signatory
from hrdesk.domain.terms import (
    WORDINGS,
    Level,
    MethodKind,
    OrganizationKind,
    OrganizerKind,
    PersonnelType,
    PositionType,
    Wording,
)
from hrdesk.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Organization:
    """The one office a database belongs to. `name` is the proper name alone (หนองป่าครั่ง)."""

    kind: OrganizationKind
    name: str
    district: str = ""
    province: str = ""
    subdistrict: str = ""
    hr_unit: str = "งานการเจ้าหน้าที่"
    head_name: str = ""  # who signs as head
    chief_name: str = ""  # who signs as chief officer
    street: str = ""  # เลขที่ หมู่ที่ ถนน
    postcode: str = ""
    phone: str = ""
    email: str = ""

    @property
    def wording(self) -> Wording:
        return WORDINGS[self.kind]

    @property
    def full_name(self) -> str:
        """เทศบาลตำบลหนองป่าครั่ง"""
        return self.wording.kind_name + self.name

    @property
    def head_of_office(self) -> str:
        """นายกเทศมนตรีตำบลหนองป่าครั่ง"""
        return self.wording.head + self.full_name.removeprefix(self.wording.body)

    @property
    def chief_of_office(self) -> str:
        """ปลัดเทศบาลตำบลหนองป่าครั่ง"""
        return self.wording.chief_officer + self.full_name.removeprefix(self.wording.body)

    @property
    def address(self) -> str:
        """อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่; parts that are not known are left out."""
        parts = (("อำเภอ", self.district), ("จังหวัด", self.province))
        return " ".join(prefix + value for prefix, value in parts if value)


@dataclass(frozen=True, slots=True)
class OrgUnit:
    """สำนัก/กอง → ฝ่าย → งาน; `parent` is None at the top."""

    id: int
    name: str
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class PositionLine:
    """สายงาน: an entry of course group 4.3, in the order of the announcement."""

    id: int
    name: str
    personnel_type: PersonnelType
    position_type: PositionType = PositionType.NONE


@dataclass(frozen=True, slots=True)
class Position:
    """A post of the staffing frame. `number` is opaque text, possibly empty; `holder` empty means vacant."""

    id: int
    number: str
    title: str
    line: str
    personnel_type: PersonnelType
    position_type: PositionType
    level: Level
    unit: str
    holder: str = ""
    line_id: int = 0
    unit_id: int | None = None
    staff_id: int | None = None  # the holder


@dataclass(frozen=True, slots=True)
class Law:
    """A law that courses cite. `replaced_by` is the law that took its place; None while in force."""

    id: int
    title: str
    replaced_by: int | None = None  # Law.id


def in_force(laws: Iterable[Law], law_id: int | None) -> Law | None:
    """The law itself, or the last of those that took its place one after another; None when it is not there."""
    known = {law.id: law for law in laws}
    seen: set[int] = set()
    law = known.get(law_id or 0)
    while law is not None and law.replaced_by in known and law.id not in seen:
        seen.add(law.id)
        law = known[law.replaced_by]
    return law


@dataclass(frozen=True, slots=True)
class CourseGroup:
    """One of the five statutory groups; `number` 1 to 5 prints as 4.1 to 4.5."""

    id: int
    number: int
    name: str
    from_lines: bool = False  # entries come from the register's position lines


@dataclass(frozen=True, slots=True)
class Course:
    id: int
    group: int  # CourseGroup.id
    title: str
    law: int | None = None  # Law.id


@dataclass(frozen=True, slots=True)
class Method:
    """วิธีการพัฒนา; `in_monitoring_table` gives it a column in T2."""

    id: int
    kind: MethodKind
    name: str
    short_name: str
    in_monitoring_table: bool = True


@dataclass(frozen=True, slots=True)
class Organizer:
    """หน่วยดำเนินการ; without a column of its own it is ticked under the kind OTHER."""

    id: int
    kind: OrganizerKind
    name: str
    budget_heading: str  # column head in T1
    monitoring_heading: str  # column head in T2
    in_budget_table: bool = True
    in_monitoring_table: bool = True


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """กลุ่มเป้าหมาย: covers a position when its personnel type or its position type is named."""

    id: int
    name: str
    personnel_types: frozenset[PersonnelType] = frozenset()
    position_types: frozenset[PositionType] = frozenset()

    def covers(self, position: Position) -> bool:
        return (
            position.personnel_type in self.personnel_types or position.position_type in self.position_types
        )


@dataclass(frozen=True, slots=True)
class EvaluationMethod:
    id: int
    name: str  # the sentence of part 7
    short_name: str  # the entry of T2


@dataclass(frozen=True, slots=True)
class FundSource:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What plans choose from; every tuple is in printing order."""

    course_groups: tuple[CourseGroup, ...] = ()
    courses: tuple[Course, ...] = ()
    laws: tuple[Law, ...] = ()
    methods: tuple[Method, ...] = ()
    organizers: tuple[Organizer, ...] = ()
    targets: tuple[TargetGroup, ...] = ()
    evaluations: tuple[EvaluationMethod, ...] = ()
    funds: tuple[FundSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """Everything about the office that a plan is checked and printed against."""

    organization: Organization
    catalogue: Catalogue = field(default_factory=Catalogue)
    units: tuple[OrgUnit, ...] = ()
    lines: tuple[PositionLine, ...] = ()
    positions: tuple[Position, ...] = ()
    signatories: tuple[Signatory, ...] = ()

    def lines_in_use(self) -> tuple[str, ...]:
        """The entries of course group 4.3: lines that the frame has, in the announcement's order."""
        used = {position.line for position in self.positions}
        known = tuple(line.name for line in self.lines if line.name in used)
        return known + tuple(sorted(used.difference(known)))


