"""โครงการและการอบรม: the year's projects, their classes, what was recorded of them, and what falls due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.ui.sections import Section, SectionsPage

if TYPE_CHECKING:
    from hrdesk.ui.desk import Desk
    from hrdesk.ui.page import Page


def _projects(desk: Desk) -> Page:
    from hrdesk.ui.year_projects import ProjectsSection  # noqa: PLC0415

    return ProjectsSection(desk)


class ClassesPage(SectionsPage):
    """Places: `projects:7` a project, `class:12` a class, `follow-ups`, `budget`."""

    SECTIONS = (Section("projects", "โครงการของปี", _projects),)
    TABS = "ส่วนของหน้าโครงการและการอบรม"
