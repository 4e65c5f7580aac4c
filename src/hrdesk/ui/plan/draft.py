"""The plan being edited: one frozen draft, its problems, and every edit on an undo stack."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from hrdesk.domain.check import project_index
from hrdesk.domain.life import FROZEN
from hrdesk.domain.plan import YearBudget, with_projects
from hrdesk.lazy_dataclass import replace
from hrdesk.services.plan.problems import problems_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft, PlanProject, Satang
    from hrdesk.errors import Problem


class _Edit(QUndoCommand):
    def __init__(self, holder: DraftHolder, text: str, after: PlanDraft) -> None:
        super().__init__(text)
        self._holder, self._before, self._after = holder, holder.draft, after

    def redo(self) -> None:
        self._holder.put(self._after)

    def undo(self) -> None:
        self._holder.put(self._before)


class DraftHolder(QObject):
    """What the sections of the plan page and of the wizard edit."""

    changed = Signal()

    def __init__(
        self, draft: PlanDraft, office: Office, standard_texts: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.draft = draft
        self.office = office
        self.standard_texts = dict(standard_texts)
        self.problems: tuple[Problem, ...] = ()
        self.stack = QUndoStack(self)
        self._check()

    @property
    def frozen(self) -> bool:
        """Announced plans are changed by numbered revisions only."""
        return self.draft.status in FROZEN

    def apply(self, text: str, draft: PlanDraft) -> None:
        """One edit, named for the undo menu."""
        draft = self.named(draft)
        if draft != self.draft and not self.frozen:
            self.stack.push(_Edit(self, text, draft))

    def put(self, draft: PlanDraft) -> None:
        self.draft = self.named(draft)
        self._check()
        self.changed.emit()

    def named(self, draft: PlanDraft) -> PlanDraft:
        """Its projects under the ids they have by now: edits may be older than these."""
        return draft

    def _check(self) -> None:
        self.problems = problems_of(self.draft, self.office, self.standard_texts)

    def problems_by_project(self) -> dict[int, list[Problem]]:
        """Place of the project in the draft, from 0, to its problems."""
        found: dict[int, list[Problem]] = defaultdict(list)
        for problem in self.problems:
            index = project_index(self.draft, problem.field) if problem.field.startswith("project:") else None
            if index is not None:
                found[index].append(problem)
        return dict(found)

    # edits that several sections share

    def set_project(self, index: int, project: PlanProject, text: str) -> None:
        projects = list(self.draft.projects)
        projects[index] = project
        self.apply(text, replace(self.draft, projects=tuple(projects)))

    def set_projects(self, projects: Sequence[PlanProject], text: str) -> None:
        """The plan's own in another order, some of them left out, others added."""
        self.apply(text, with_projects(self.draft, projects))

    def set_budgets(self, cells: Mapping[tuple[int, int], Satang]) -> None:
        """(place of the project, year) → satang, as one edit."""
        projects = list(self.draft.projects)
        for (index, year), amount in cells.items():
            projects[index] = with_budget(projects[index], year, amount)
        self.apply("แก้ไขงบประมาณ", replace(self.draft, projects=tuple(projects)))


def shared(project: PlanProject, year: int, amount: Satang) -> tuple[YearBudget, ...]:
    """The sum among the sources that the year has, in their shares, to the satang; those of the first year where it has none."""
    first = project.budgets[0].year if project.budgets else year
    before = [b for b in project.budgets if b.year == year] or [b for b in project.budgets if b.year == first]
    if before and all(b.fund is None for b in before):  # nobody said: the project's first source that somebody named
        before = [replace(before[0], fund=next((b.fund for b in project.budgets if b.fund is not None), None))]
    whole = sum(b.amount for b in before)
    if len(before) < 2 or not whole:
        return (YearBudget(year, amount, before[0].fund if before else None),)
    parts = [amount * b.amount // whole for b in before]
    parts[0] += amount - sum(parts)
    return tuple(YearBudget(year, part, b.fund) for part, b in zip(parts, before, strict=True) if part)


def with_budget(project: PlanProject, year: int, amount: Satang) -> PlanProject:
    """The year's money from the sources it had; money in a year makes the project run in it, none lets it be."""
    rest = [b for b in project.budgets if b.year != year]
    budgets = [*rest, *shared(project, year, amount)] if amount else rest
    years = set(project.years) | {year} if amount else set(project.years) - {year}
    if not amount and project.no_budget:
        years = set(project.years)
    return replace(
        project, budgets=tuple(sorted(budgets, key=lambda b: b.year)), years=tuple(sorted(years))
    )
