"""Whatever was deleted comes back to the letter, whatever was made, deleted and brought back meanwhile, in any order."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from hrdesk.domain.office import Course, OrgUnit
from hrdesk.domain.survey import SurveyedNeed
from hrdesk.domain.terms import CommitteeKind
from hrdesk.domain.training import TrainingClass
from hrdesk.domain.year_project import YearProject
from hrdesk.errors import UserError
from hrdesk.models import organization, plan, plan_life, training
from hrdesk.models import year_project as years
from hrdesk.models.curriculum import Course as CourseRow
from hrdesk.models.needs import TrainingNeed
from hrdesk.models.tables import METADATA
from hrdesk.services import Services
from hrdesk.services.deleted import Deleted
from hrdesk.services.plan.planning import DeletedPlan
from hrdesk.services.training.values import CandidateQuery

if TYPE_CHECKING:
    from collections.abc import Callable

ACTIONS, YEAR = 60, 2565
MOVED = {"org_unit": {"place"}}  # what comes back moves others along


@dataclass
class Kind:
    table: type[Any]
    make: Callable[[], object]
    delete: Callable[[int], tuple[Any, object]]
    back: Callable[[Any], object]


class Officer:
    def __init__(self, services: Services, seed: int) -> None:
        self.services, self.luck, self.count = services, random.Random(seed), 0
        self.said: list[str] = []
        self.sent: set[tuple[int, int]] = set()  # to a class, whoever it was
        self.away: list[tuple[Kind, Any]] = []  # deleted, and not yet brought back
        s = services
        self.kinds = (
            Kind(plan.Plan, self.plan, s.planning.delete, s.planning.put_back),
            Kind(plan_life.Meeting, self.meeting, s.meetings.delete, s.meetings.put_back),
            Kind(years.YearProject, self.project, s.year_projects.delete, s.year_projects.put_back),
            Kind(training.TrainingClass, self.held, s.classes.delete, s.classes.put_back),
            Kind(training.Participant, self.people, self.send_home, s.classes.put_back),
            Kind(TrainingNeed, self.need, lambda number: s.needs.delete([number], "หัวข้อ"), s.needs.put_back),
            Kind(CourseRow, self.course, s.curriculum.delete_course, s.curriculum.bring_back),
            Kind(organization.OrgUnit, self.unit, s.register.delete_unit, s.register.put_unit_back),
        )

    def name(self, noun: str) -> str:
        self.count += 1
        return f"{noun} {self.count}"

    def some(self, table: type[Any]) -> int | None:
        with self.services.database.read() as session:
            ids = list(session.scalars(select(table.id).order_by(table.id)))
        return self.luck.choice(ids) if ids else None

    def plan(self) -> None:
        """With parts of its own, whose numbers nobody else may take either."""
        draft = self.services.planning.blank(2570 + self.count)
        projects = self.services.planning.standard_projects(2570)[:2]
        self.services.planning.save(replace(draft, projects=projects))

    def meeting(self) -> None:
        blank = self.services.meetings.blank(self.some(plan.Plan), CommitteeKind.PLANNING)
        self.services.meetings.save(replace(blank, number=int(self.name("").strip())))

    def project(self) -> None:
        self.services.year_projects.save(YearProject(0, YEAR, self.name("โครงการ")))

    def held(self) -> None:
        project = self.some(years.YearProject)
        if project is not None:
            self.services.classes.save(TrainingClass(0, project, int(self.name("").strip())))

    def people(self) -> None:
        held = self.some(training.TrainingClass)
        if held is not None:
            staff = {one.staff for one in self.services.classes.candidates(CandidateQuery())}
            fresh = sorted(staff - {one for where, one in self.sent if where == held})[:2]  # who is back twice is refused, rightly
            self.services.classes.add(held, fresh)
            self.sent.update((held, one) for one in fresh)

    def send_home(self, participant: int) -> tuple[Any, object]:
        with self.services.database.read() as session:
            held = session.get(training.Participant, participant).class_id
        return self.services.classes.remove(held, [participant])

    def need(self) -> None:
        self.services.needs.save(SurveyedNeed(0, YEAR, self.name("หัวข้อ"), 5))

    def course(self) -> None:
        self.services.curriculum.save_course(Course(0, 1, self.name("วิชา")))

    def unit(self) -> None:
        self.services.register.save_unit(OrgUnit(0, self.name("กอง")))

    def act(self) -> None:
        kind, deed = self.luck.choice(self.kinds), self.luck.choice((self._make, self._make, self._delete, self._delete, self._back))
        self.said.append(f"{deed.__name__} {kind.table.__tablename__}")
        deed(kind)

    def _make(self, kind: Kind) -> None:
        kind.make()

    def _delete(self, kind: Kind) -> None:
        number = self.some(kind.table)
        if number is not None:
            try:
                self.away.append((kind, kind.delete(number)[0]))
            except UserError as refused:  # it is used
                self.said.append(f"refused: {refused}")

    def _back(self, _kind: Kind | None = None) -> bool:
        """One of those that are away, by chance; not one whose course or project is away itself."""
        self.luck.shuffle(self.away)
        for place, (kind, deleted) in enumerate(self.away):
            try:
                kind.back(deleted)
            except UserError:
                continue
            del self.away[place]
            for part in (deleted.plan, deleted.history) if isinstance(deleted, DeletedPlan) else (deleted,):
                self._demand_there(part)
            return True
        return not self.away

    def _demand_there(self, part: Deleted) -> None:
        with self.services.database.read() as session:
            for table, rows in part.rows:
                there = [dict(row) for row in session.execute(select(METADATA.tables[table])).mappings()]
                left_out = MOVED.get(table, set())
                found = [{name: value for name, value in row.items() if name not in left_out} for row in there]
                for row in rows:
                    assert {name: value for name, value in row.items() if name not in left_out} in found, (table, self.said)

    def bring_all_back(self) -> None:
        while self.away:
            assert self._back(), ([deleted for _, deleted in self.away], self.said)


@pytest.mark.parametrize("seed", range(6))
def test_all_comes_back_in_any_order(tmp_path, seed: int) -> None:
    with Services.create_sample(tmp_path / "office.db") as services:
        officer = Officer(services, seed)
        for _ in range(3):
            for _ in range(ACTIONS // 3):
                officer.act()
            officer.bring_all_back()
        assert sum(said.startswith("_delete") for said in officer.said) > 10
