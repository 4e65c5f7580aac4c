"""What services take and give: plain values, cheap to import before any database is open."""

from __future__ import annotations

from datetime import date, datetime

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan import Satang
from hrdesk.domain.plan_terms import DocumentKind, PlanStatus
from hrdesk.domain.subject import Choice, FormGroup
from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.area import Area, InvalidRecord

__all__ = ["Area", "FormInfo", "InvalidRecord", "PlanSummary", "StaffPage", "StaffQuery", "StaffRow"]


@dataclass(frozen=True, slots=True)
class StaffQuery:
    """A page of the register. None in a filter means all; `unit` includes the units below it."""

    text: str = ""  # found in name, post or number; 13 digits find the national ID
    unit: int | None = None
    personnel_type: PersonnelType | None = None
    position_type: PositionType | None = None
    level: Level | None = None
    line: int | None = None
    vacant: bool | None = None
    sort: str = "name"  # name, number, title or unit
    descending: bool = False
    offset: int = 0
    limit: int = 200
    left: bool = False  # instead of the register: those who left
    details: bool = False  # rows with what only some columns show


@dataclass(frozen=True, slots=True)
class StaffDetails:
    """Of the holder; empty while vacant."""

    birth_date: date | None
    start_date: date | None
    education: str
    note: str


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A post with or without a holder, or a person without a post."""

    position_id: int | None
    staff_id: int | None
    number: str
    position_title: str
    line: str
    personnel_type: PersonnelType  # the holder's, or that of the line while vacant
    level: Level
    unit: str
    name: str  # empty while vacant
    details: StaffDetails | None = None  # where they were asked for

    @property
    def is_vacant(self) -> bool:
        return self.staff_id is None


@dataclass(frozen=True, slots=True)
class StaffPage:
    rows: tuple[StaffRow, ...]
    total: int  # rows of all pages


@dataclass(frozen=True, slots=True)
class PlanSummary:
    id: int
    period: PlanPeriod
    status: PlanStatus
    total: Satang
    project_count: int
    updated_at: datetime  # with zone


@dataclass(frozen=True, slots=True)
class FormInfo:
    id: str
    title: str  # as the officer looks for it in a list
    group: FormGroup
    needs: tuple[Choice, ...]  # what must be chosen before it can be printed
    offers: tuple[Choice, ...]  # what may be chosen besides
    formats: tuple[str, ...]  # file endings without the dot
    issued: DocumentKind | None = None  # bears a number and a date of its own

    @property
    def names_people(self) -> bool:
        """One by one, with what is kept of them: a file of it is locked when it leaves the PC."""
        return self.group in {FormGroup.CLASS, FormGroup.PERSON, FormGroup.REGISTER} or Choice.MEETING in self.needs

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All of them, in the order of choosing."""
        return tuple(choice for choice in Choice if choice in self.needs or choice in self.offers)

    @property
    def needs_plan(self) -> bool:
        return Choice.PLAN in self.needs
