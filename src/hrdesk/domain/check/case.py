"""What a rule looks at, and how it names the place of what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TypeAlias

from hrdesk.domain.book import CHAPTERS
from hrdesk.domain.office import Catalogue, Office
from hrdesk.domain.plan import PlanDraft, PlanProject, project_key
from hrdesk.domain.terms import Wording
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.numbers import format_baht


@dataclass(frozen=True, slots=True)
class PlanCase:
    """A plan, the office it is for, and the standard passages it prints where the officer changed nothing."""

    draft: PlanDraft
    office: Office
    standard_texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def catalogue(self) -> Catalogue:
        return self.office.catalogue

    @property
    def wording(self) -> Wording:
        return self.office.organization.wording

    @property
    def texts(self) -> dict[str, str]:
        """Chapter key to the text that will be printed."""
        return {**self.standard_texts, **self.draft.chapters}

    def projects(self) -> Iterator[ProjectPlace]:
        for number, project in enumerate(self.draft.projects, start=1):
            yield ProjectPlace(number, project)


Rule: TypeAlias = Callable[[PlanCase], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class ProjectPlace:
    """A project with its place in the plan, counted from 1."""

    number: int
    project: PlanProject

    @property
    def key(self) -> str:
        return project_key(self.project, self.number)

    @property
    def place(self) -> str:
        title = self.project.title.strip()
        return f"โครงการที่ {self.number}" + (f" “{title}”" if title else "")

    def error(self, code: str, attribute: str, text: str) -> Problem:
        return Problem(f"{self.key}.{attribute}", text, Severity.ERROR, f"project.{code}", self.place)

    def warning(self, code: str, attribute: str, text: str) -> Problem:
        return Problem(f"{self.key}.{attribute}", text, Severity.WARNING, f"project.{code}", self.place)


def project_index(draft: PlanDraft, path: str) -> int | None:
    """Which of `draft.projects` a problem's dotted `field` speaks of, counted from 0."""
    for index, project in enumerate(draft.projects):
        key = ProjectPlace(index + 1, project).key
        if path == key or path.startswith(key + "."):
            return index
    return None


def chapter_place(key: str) -> str:
    return CHAPTERS.get(key, key)


def baht(satang: int) -> str:
    return f"{format_baht(satang)} บาท"
