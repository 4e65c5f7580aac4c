"""What the training services take and give; cheap to import before any database is open."""

from __future__ import annotations

from datetime import date

from hrdesk.domain.terms import Level
from hrdesk.domain.training import Participant, Post, Presence, Session
from hrdesk.domain.training_terms import ClassStatus, HalfDay, TestKind, YearProjectStatus
from hrdesk.domain.year_project import Budget, Hundredths
from hrdesk.lazy_dataclass import dataclass

Cell = tuple[int, date, HalfDay]  # participant and half-day


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project in the list of its year."""

    id: int
    title: str
    outside_plan: bool  # not of the plan that rules the year
    organizer: str
    status: YearProjectStatus
    budget: Budget
    classes: int  # without those called off
    completed: int  # of the classes
    people: int  # participants of these classes


@dataclass(frozen=True, slots=True)
class ProjectBudget:
    """Two projects may bear one title."""

    id: int
    title: str
    organizer: str  # all of them, or empty
    budget: Budget


@dataclass(frozen=True, slots=True)
class YearBudgets:
    """Planned and used of one year. Names are today's; the empty name stands for what names none."""

    year: int
    total: Budget
    by_project: tuple[ProjectBudget, ...]  # those with money, in the order of the list
    by_organizer: dict[str, Budget]
    by_fund: dict[str, Budget]


@dataclass(frozen=True, slots=True)
class ClassRow:
    id: int
    project: int
    year: int  # fiscal, of the project
    number: int
    title: str
    status: ClassStatus
    starts_on: date | None
    ends_on: date | None
    venue: str
    people: int
    pending: int

    def carried_into(self, year: int) -> int | None:
        """The fiscal year that the class comes from, where it is listed in a later one."""
        return self.year if self.year < year else None


@dataclass(frozen=True, slots=True)
class CandidateQuery:
    """Who might take part. None in a filter means all; `unit` includes the units below it."""

    targets: tuple[int, ...] = ()  # any of these groups
    project: int | None = None  # whom this project of the year is meant for
    line: int | None = None
    level: Level | None = None
    unit: int | None = None
    text: str = ""  # found in the name


@dataclass(frozen=True, slots=True)
class Candidate:
    staff: int
    name: str
    post: Post


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """The grid of a class. A half-day without a mark is not in `marks`."""

    class_id: int
    sessions: tuple[Session, ...]
    participants: tuple[Participant, ...]
    marks: dict[Cell, bool]

    def presence(self, participant: int) -> Presence:
        marks = [self.marks.get((participant, one.day, one.half)) for one in self.sessions]
        return Presence(len(self.sessions), sum(m is not None for m in marks), sum(m is True for m in marks))


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    class_id: int
    participants: tuple[Participant, ...]
    scores: dict[tuple[int, TestKind], Hundredths]


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """A follow-up with what its list shows of the person and the class."""

    id: int
    participant: int
    staff: int
    name: str
    position: str
    unit: str
    year: int  # fiscal, of the project
    project: str
    class_number: int
    class_id: int
    due_on: date
    done_on: date | None
