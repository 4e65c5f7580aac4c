"""The pages of the side bar; a page's module is imported when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.page import Page


class PageEntry(NamedTuple):
    key: str
    title: str
    icon: str
    make: Callable[[Desk], Page]


def _home(desk: Desk) -> Page:
    from hrdesk.ui.home.page import HomePage  # noqa: PLC0415

    return HomePage(desk)


def _office(desk: Desk) -> Page:
    from hrdesk.ui.office.page import OfficePage  # noqa: PLC0415

    return OfficePage(desk)


def load_next() -> None:
    """The modules of the page that is opened most, while the first one is looked at."""
    import hrdesk.ui.people.page  # noqa: F401, PLC0415


def _people(desk: Desk) -> Page:
    from hrdesk.ui.people.page import PeoplePage  # noqa: PLC0415

    return PeoplePage(desk)


def _courses(desk: Desk) -> Page:
    from hrdesk.ui.courses.page import CoursesPage  # noqa: PLC0415

    return CoursesPage(desk)


def _plan(desk: Desk) -> Page:
    from hrdesk.ui.plan.page import PlanPage  # noqa: PLC0415

    return PlanPage(desk)


def _classes(desk: Desk) -> Page:
    from hrdesk.ui.training.page import ClassesPage  # noqa: PLC0415

    return ClassesPage(desk)


def _monitoring(desk: Desk) -> Page:
    from hrdesk.ui.monitoring.page import MonitoringPage  # noqa: PLC0415

    return MonitoringPage(desk)


def _skills(desk: Desk) -> Page:
    from hrdesk.ui.skills.page import SkillsPage  # noqa: PLC0415

    return SkillsPage(desk)


def _reports(desk: Desk) -> Page:
    from hrdesk.ui.reports.page import ReportsPage  # noqa: PLC0415

    return ReportsPage(desk)


def _settings(desk: Desk) -> Page:
    from hrdesk.ui.settings.page import SettingsPage  # noqa: PLC0415

    return SettingsPage(desk)


PAGES = (
    PageEntry("home", "หน้าหลัก", "home", _home),
    PageEntry("office", "หน่วยงาน", "office", _office),
    PageEntry("people", "บุคลากร", "people", _people),
    PageEntry("courses", "หลักสูตร", "courses", _courses),
    PageEntry("plan", "แผนพัฒนา", "plan", _plan),
    PageEntry("classes", "โครงการและการอบรม", "sheet", _classes),
    PageEntry("monitoring", "ติดตามประเมินผล", "monitoring", _monitoring),
    PageEntry("skills", "ทักษะและ IDP", "skills", _skills),
    PageEntry("reports", "รายงาน", "forms", _reports),
    PageEntry("settings", "ตั้งค่า", "settings", _settings),
)


def entry_of(key: str) -> PageEntry:
    return next(entry for entry in PAGES if entry.key == key)
