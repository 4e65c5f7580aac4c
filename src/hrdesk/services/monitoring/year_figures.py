"""The figures of a fiscal year as at a day, counted by the database and worked out by `domain`.

Money spent bears no dates: it is what is recorded when the figures are taken. A closed round keeps them. After the year's last
day nothing is added to it: what is over later is the next year's.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, func, or_, select
from sqlalchemy.orm import selectinload

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.statistics import SCALE, Score, gain_result, scale_result
from hrdesk.domain.training_terms import ClassStatus, Result, TestKind, YearProjectStatus
from hrdesk.domain.year_figures import (
    ClassOutcome,
    IndicatorOutcome,
    PeopleCount,
    ProjectOutcome,
    YearFigures,
    carried_over,
    people_as_at,
)
from hrdesk.lazy_dataclass import replace
from hrdesk.models.evaluation import ClassTest, EvaluationAnswer, EvaluationSheet, FollowUp, TestScore
from hrdesk.models.plan import Plan
from hrdesk.models.project import Project, ProjectBudget, ProjectYear
from hrdesk.models.training import Participant, TrainingClass
from hrdesk.models.year_project import YearProject
from hrdesk.services.monitoring.year_coverage import read_coverage
from hrdesk.services.training.class_rows import marks_by_participant
from hrdesk.services.training.project_rows import organizer_names, planned_organizers
from hrdesk.services.training.year_classes import listed_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from hrdesk.domain.statistics import GainResult, ScaleResult

HUNDREDTHS = 100


def read_figures(session: Session, plan_id: int, year: int, as_at: date) -> YearFigures:
    coverage = read_coverage(session, year, as_at)
    return YearFigures(year, as_at, read_projects(session, plan_id, year, as_at), *coverage)


def read_projects(session: Session, plan_id: int, year: int, as_at: date) -> tuple[ProjectOutcome, ...]:
    """Projects of the plan that run in the year, set up or not, every other project of the year, and those carried over.

    A project of another plan, where two overlap, stands with those outside this one: the year's money and people are the same
    whichever plan's report tells of them.
    """
    by = min(as_at, FiscalYear(year).last_day)
    classes = _classes(session, year, by)
    stored = _year_projects(session, year, classes)
    of_plan = set(session.scalars(select(Project.id).where(Project.plan_id == plan_id)))
    planned = session.execute(_planned(plan_id, year)).all()
    organizers, planned_by = organizer_names(session), planned_organizers(session, plan_id)

    def outcome(row: YearProject) -> ProjectOutcome:
        found = _outcome(row, organizers.get(row.id, ""), classes.get(row.id, ()), by)
        if row.year < year:
            return carried_over(replace(found, outside=row.plan_project_id is None), row.year)
        return replace(found, outside=row.plan_project_id not in of_plan)

    own = [row for row in stored if row.year == year]
    projects = [outcome(row) for row in own if row.plan_project_id in of_plan]
    known = {row.plan_project_id for row in own}
    projects += [
        ProjectOutcome(
            f"plan:{project.id}", project.title, None, organizer=planned_by.get(project.id, ""), budget_planned=amount or 0
        )
        for project, amount in planned
        if project.id not in known
    ]
    projects += [outcome(row) for row in own if row.plan_project_id not in of_plan]
    projects += [outcome(row) for row in stored if row.year < year]
    return tuple(projects)


def _year_projects(session: Session, year: int, with_classes: Collection[int]) -> Sequence[YearProject]:
    """Those of the year, and those of earlier years with classes in it."""
    return session.scalars(
        select(YearProject)
        .where(or_(YearProject.year == year, YearProject.id.in_(with_classes)))
        .options(selectinload(YearProject.funds), selectinload(YearProject.indicators))
        .order_by(YearProject.year, YearProject.place, YearProject.id)
    ).all()


def _planned(plan_id: int, year: int) -> Select[Any]:
    """The plan's projects of the year with their budget: see `PlanProject.active_years`."""
    amount = (
        select(func.sum(ProjectBudget.amount))
        .where(ProjectBudget.project_id == Project.id, ProjectBudget.year == year)
        .scalar_subquery()
    )
    runs = select(ProjectYear.project_id).where(ProjectYear.year == year)
    paid = select(ProjectBudget.project_id).where(ProjectBudget.year == year, ProjectBudget.amount != 0)
    return (
        select(Project, amount)
        .join(Plan, Project.plan_id == Plan.id)
        .where(Plan.id == plan_id, or_(Project.id.in_(runs), Project.id.in_(paid)))
        .order_by(Project.place)
    )


def _outcome(row: YearProject, organizer: str, classes: Sequence[ClassOutcome], by: date) -> ProjectOutcome:
    return ProjectOutcome(
        key=f"year:{row.id}",
        title=row.title,
        status=_status_at(row, classes, by),
        reason=row.status_reason,
        organizer=organizer,
        people_planned=row.people,
        budget_planned=sum(fund.planned for fund in row.funds),
        budget_used=sum(fund.used for fund in row.funds),
        ends=row.ends_on,
        classes=tuple(classes),
        indicators=tuple(IndicatorOutcome(i.name, i.target, i.unit, i.result) for i in row.indicators),
        problems=row.problems,
        suggestions=row.suggestions,
    )


def _status_at(row: YearProject, classes: Sequence[ClassOutcome], by: date) -> YearProjectStatus:
    """What is done today was not yet done on a day before its end, nor before its last class was over."""
    after = [day for day in (row.ends_on, *(each.last_day for each in classes if not each.cancelled)) if day and day > by]
    if row.status is YearProjectStatus.DONE and after:
        begun = [day for day in (row.starts_on, *(each.starts for each in classes)) if day and day <= by]
        return YearProjectStatus.RUNNING if begun else YearProjectStatus.APPROVED
    return row.status


def _class_status_at(row: TrainingClass, by: date) -> ClassStatus:
    last = row.ends_on or row.starts_on
    if row.status is ClassStatus.COMPLETED and last is not None and last > by:
        begun = row.starts_on is not None and row.starts_on <= by
        return ClassStatus.RUNNING if begun else ClassStatus.PLANNED
    return row.status


def _classes(session: Session, year: int, by: date) -> dict[int, list[ClassOutcome]]:
    """By project of the year."""
    rows = session.scalars(
        select(TrainingClass)
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .where(listed_in(year))
        .order_by(TrainingClass.number, TrainingClass.id)
    ).all()
    people, marks = read_people(session, year), read_marks(session, year)
    gains, opinions = read_gains(session, year), read_opinions(session, year)
    follow_ups = _follow_ups(session, year, by)
    found: dict[int, list[ClassOutcome]] = defaultdict(list)
    for row in rows:
        status = _class_status_at(row, by)
        recorded, present = marks.get(row.id, (0, 0))
        due, done = follow_ups.get(row.id, (0, 0))
        over = status is ClassStatus.COMPLETED
        found[row.year_project_id].append(
            ClassOutcome(
                row.id, row.number, row.title, status, row.starts_on, row.ends_on,
                people_as_at(people.get(row.id, PeopleCount()), status), recorded, present,
                gains.get(row.id) if over else None, opinions.get(row.id) if over else None, due, done,
            )
        )  # fmt: skip
    return found


def _of_year(year: int) -> Select[Any]:
    """The ids of the classes that the year's papers list."""
    return (
        select(TrainingClass.id)
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .where(listed_in(year))
    )


def read_people(session: Session, year: int) -> dict[int, PeopleCount]:
    """Participants by result, by class."""
    rows = session.execute(
        select(Participant.class_id, Participant.result, func.count())
        .where(Participant.class_id.in_(_of_year(year)))
        .group_by(Participant.class_id, Participant.result)
    )
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for class_id, result, count in rows:
        counts[class_id][Result(result).value] = count
    return {class_id: PeopleCount(**found) for class_id, found in counts.items()}


def read_marks(session: Session, year: int) -> dict[int, tuple[int, int]]:
    """Half-days recorded and attended, by class: first one sum for each participant, in the order of the table's key."""
    mine = marks_by_participant()
    rows = session.execute(
        select(Participant.class_id, func.sum(mine.c.marked), func.sum(mine.c.attended))
        .join(mine, mine.c.participant_id == Participant.id)
        .where(Participant.class_id.in_(_of_year(year)))
        .group_by(Participant.class_id)
    )
    return {class_id: (marks, present) for class_id, marks, present in rows}


def read_gains(session: Session, year: int) -> dict[int, GainResult]:
    """Of the classes with a test; points are fractions of hundredths."""
    rows = session.execute(
        select(Participant.class_id, TestScore.participant_id, TestScore.kind, TestScore.score)
        .join(Participant, TestScore.participant_id == Participant.id)
        .where(Participant.class_id.in_(_of_year(year)))
    )
    points: dict[int, dict[int, dict[TestKind, Fraction]]] = defaultdict(lambda: defaultdict(dict))
    for class_id, person, kind, score in rows:
        points[class_id][person][TestKind(kind)] = Fraction(score, HUNDREDTHS)
    tests = session.execute(
        select(ClassTest.class_id, ClassTest.passing)
        .where(ClassTest.kind == TestKind.POST)
        .where(ClassTest.class_id.in_(_of_year(year)))
    )
    marks: dict[int, int] = {class_id: passing for class_id, passing in tests}  # noqa: C416 - rows are no pairs
    return {class_id: _gain(people, marks.get(class_id)) for class_id, people in points.items()}


def _gain(people: Mapping[int, Mapping[TestKind, Fraction]], passing: int | None) -> GainResult:
    scores = [Score(taken.get(TestKind.PRE), taken.get(TestKind.POST)) for taken in people.values()]
    return gain_result(scores, None if passing is None else Fraction(passing, HUNDREDTHS))


def read_opinions(session: Session, year: int) -> dict[int, ScaleResult]:
    """All answers of each class's satisfaction forms taken together."""
    rows = session.execute(
        select(EvaluationSheet.class_id, EvaluationAnswer.level, func.count())
        .join(EvaluationAnswer, EvaluationAnswer.sheet_id == EvaluationSheet.id)
        .where(EvaluationSheet.class_id.in_(_of_year(year)))
        .group_by(EvaluationSheet.class_id, EvaluationAnswer.level)
    )
    counts: dict[int, dict[int, int]] = defaultdict(dict)
    for class_id, level, count in rows:
        counts[class_id][level] = count
    return {key: scale_result([levels.get(level, 0) for level in SCALE]) for key, levels in counts.items()}


def _follow_ups(session: Session, year: int, by: date) -> dict[int, tuple[int, int]]:
    """Due by the day, and of these done by it; by class."""
    done = func.sum(func.cast(func.coalesce(FollowUp.done_on <= by, 0), Integer))
    rows = session.execute(
        select(Participant.class_id, func.count(), done)
        .join(Participant, FollowUp.participant_id == Participant.id)
        .where(FollowUp.due_on <= by, Participant.class_id.in_(_of_year(year)))
        .group_by(Participant.class_id)
    )
    return {class_id: (due, finished) for class_id, due, finished in rows}
