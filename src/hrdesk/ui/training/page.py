"""โครงการและการอบรม: the year's projects, their classes, what was recorded of them, and what falls due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.ui.kit.sections import Section, SectionsPage

if TYPE_CHECKING:
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.page import Page


def _projects(desk: Desk) -> Page:
    from hrdesk.ui.training.year_projects import ProjectsSection  # noqa: PLC0415

    return ProjectsSection(desk)


def _class(desk: Desk) -> Page:
    from hrdesk.ui.training.class_section import ClassSection  # noqa: PLC0415

    return ClassSection(desk)


def _follow_ups(desk: Desk) -> Page:
    from hrdesk.ui.training.follow_up_section import FollowUpSection  # noqa: PLC0415

    return FollowUpSection(desk)


def _budget(desk: Desk) -> Page:
    from hrdesk.ui.training.budget_section import BudgetSection  # noqa: PLC0415

    return BudgetSection(desk)


class ClassesPage(SectionsPage):
    """Places: `projects:7` a project, `class:12` a class, `follow-ups`, `budget`."""

    SECTIONS = (
        Section("projects", "โครงการของปี", _projects),
        Section("class", "บันทึกการอบรม", _class),
        Section("follow-ups", "ติดตามผล", _follow_ups),
        Section("budget", "งบประมาณ", _budget),
    )
    TABS = "ส่วนของหน้าโครงการและการอบรม"
