"""What came of the sample office's plan: its years as they were carried out, fictional as its people are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.services.training.project_rows import write_project
from hrdesk.services.training.year_projects import missing_projects, of_plan

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

YEARS = (2564, 2565, 2566)


def fill_years(session: Session) -> None:
    """Into an office that has its people and its plan, within the caller's transaction."""
    for year in YEARS:
        for project in missing_projects(session, year):
            write_project(session, of_plan(project, year))
