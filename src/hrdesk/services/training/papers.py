"""What the papers of projects are printed from, and the projects there are to choose."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrdesk.domain.subject import Option
from hrdesk.reports.snapshots.order_snapshot import order_snapshot
from hrdesk.reports.snapshots.project_snapshot import project_snapshot
from hrdesk.services.forms.class_sources import class_source

if TYPE_CHECKING:
    from hrdesk.domain.subject import Subject
    from hrdesk.reports.snapshots.order_snapshot import OrderSnapshot
    from hrdesk.reports.snapshots.project_values import ProjectSnapshot
    from hrdesk.services import Services


def project_source(services: Services, subject: Subject) -> ProjectSnapshot:
    """The project was asked for before."""
    project = services.year_projects.load(subject.project or 0)
    percent = services.classes.rules().attendance_percent
    period = services.year_projects.plan_period(project.id)
    return project_snapshot(services.register.office(), project, period, percent)


def order_source(services: Services, subject: Subject) -> OrderSnapshot:
    """The order of the class: the number that most of its people have, so that one sent later changes nothing."""
    held = services.classes.load(subject.training_class or 0)
    given = Counter((one.order_number, one.order_date) for one in services.classes.participants(held.id))
    (number, day), _times = given.most_common(1)[0] if given else (("", None), 0)
    return order_snapshot(class_source(services, subject), number, day, held.attendance_percent)


def project_options(services: Services, subject: Subject) -> tuple[Option, ...]:
    """The projects of the year chosen."""
    if subject.year is None:
        return ()
    return tuple(Option(row.id, row.title) for row in services.year_projects.projects(subject.year))
