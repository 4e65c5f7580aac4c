"""Who and which post is reached by which project in which year, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import NamedTuple

from hrdesk.domain.office import Course, Office, Position
from hrdesk.domain.plan import PlanDraft, PlanProject
from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.reach import Reacher
from hrdesk.lazy_dataclass import dataclass


class Aim(NamedTuple):
    """Whom a project is for, and nothing else of it."""

    targets: tuple[int, ...]
    reaches: tuple[Reach, ...]


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post with the places, in `Coverage.projects`, of those that reach it."""

    position: Position
    projects: frozenset[int]
    years: frozenset[int]  # Buddhist-era fiscal years in which some project reaches it


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A holder with the years in which each course reaches them, by course id."""

    position: Position
    courses: Mapping[int, tuple[int, ...]]  # of all whom the same projects reach


@dataclass(frozen=True, slots=True)
class YearCover:
    year: int
    covered: int
    total: int

    @property
    def missing(self) -> int:
        return self.total - self.covered


@dataclass(frozen=True)
class Coverage:
    """The matrices of one plan before one staffing frame. `year` narrows them to one fiscal year.

    Only projects that have a budget, or need none, count: the others are in no table of the book.
    """

    office: Office
    draft: PlanDraft
    year: int | None = None

    @cached_property
    def projects(self) -> tuple[PlanProject, ...]:
        found = self.draft.budgeted_projects
        return found if self.year is None else tuple(p for p in found if self.year in p.years)

    @cached_property
    def _reached(self) -> tuple[frozenset[int], ...]:
        reach = cache(Reacher(self.office).positions)
        return tuple(reach(Aim(project.targets, project.reaches)) for project in self.projects)

    @cached_property
    def posts(self) -> tuple[PostRow, ...]:
        """In the order of the frame."""
        found: dict[int, list[int]] = {position.id: [] for position in self.office.positions}
        for place, ids in enumerate(self._reached):
            for number in ids:
                found[number].append(place)
        kinds = cache(self._kind)
        return tuple(PostRow(position, *kinds(tuple(found[position.id]))) for position in self.office.positions)

    def _kind(self, places: tuple[int, ...]) -> tuple[frozenset[int], frozenset[int]]:
        """`projects` and `years` of the posts that these projects reach: thousands of posts, a few such sets."""
        years = {year for place in places for year in self.projects[place].years}
        return frozenset(places), frozenset(years if self.year is None else years & {self.year})

    @cached_property
    def missing(self) -> tuple[Position, ...]:
        return tuple(row.position for row in self.posts if not row.projects)

    @cached_property
    def idle(self) -> tuple[PlanProject, ...]:
        """Projects that reach no post of the frame."""
        return tuple(p for p, ids in zip(self.projects, self._reached, strict=True) if not ids)

    @property
    def complete(self) -> bool:
        return not self.missing

    @cached_property
    def by_year(self) -> tuple[YearCover, ...]:
        total = len(self.office.positions)
        return tuple(
            YearCover(year.be, sum(year.be in row.years for row in self.posts), total)
            for year in self.draft.period.years
        )

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """Those that some project of the plan uses, in the catalogue's order."""
        used = {course for project in self.projects for course in project.courses}
        return tuple(course for course in self.office.catalogue.courses if course.id in used)

    @cached_property
    def people(self) -> tuple[PersonRow, ...]:
        """Every holder, those without any course too."""
        courses = cache(self._courses)
        return tuple(PersonRow(row.position, courses(row.projects)) for row in self.posts if row.position.holder)

    def _courses(self, places: frozenset[int]) -> dict[int, tuple[int, ...]]:
        found: dict[int, set[int]] = {}
        for place in places:
            project = self.projects[place]
            for course in project.courses:
                found.setdefault(course, set()).update(
                    year for year in project.years if self.year is None or year == self.year
                )
        return {course: tuple(sorted(years)) for course, years in found.items()}

    @cached_property
    def people_without_course(self) -> tuple[Position, ...]:
        return tuple(row.position for row in self.people if not row.courses)
