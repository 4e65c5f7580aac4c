"""The sample office with the projects of 2566, and one class of three days with everybody of the register in it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from hrdesk.domain.training import ClassTest, half_days
from hrdesk.domain.training_terms import TestKind
from hrdesk.services import Services
from hrdesk.services.training.values import CandidateQuery

YEAR = 2566
FIRST, LAST = date(2023, 6, 6), date(2023, 6, 8)  # Tuesday to Thursday: six half-days
TESTS = (ClassTest(TestKind.PRE, 2000, 1200), ClassTest(TestKind.POST, 2000, 1200))


@cache
def _template() -> Path:
    path = Path(mkdtemp()) / "office.db"
    with Services.create_sample(path) as services:
        (project, *_), _ = services.year_projects.add_from_plan(YEAR)
        blank = services.classes.blank(project)
        made = replace(blank, starts_on=FIRST, ends_on=LAST, sessions=half_days(FIRST, LAST), tests=TESTS)
        class_id, _ = services.classes.save(made)
        people = services.classes.candidates(CandidateQuery())
        services.classes.add(class_id, [one.staff for one in people])
    return path


def training_office(folder: Path) -> Path:
    return Path(shutil.copy(_template(), folder / "office.db"))


def the_class(services):
    """The class of the template, whole."""
    (project,) = [row for row in services.year_projects.projects(YEAR) if row.classes]
    return services.classes.load(services.classes.classes(project.id)[0].id)


def mark_all(services, class_id, present=True):
    """Every half-day of everybody."""
    sheet = services.attendance.sheet(class_id)
    cells = {(one.id, half.day, half.half): present for one in sheet.participants for half in sheet.sessions}
    services.attendance.mark(class_id, cells)
    return sheet
