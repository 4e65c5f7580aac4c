"""What the papers of a class are printed from, and the classes and participants there are to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.subject import Option
from hrdesk.domain.year_project import spoken_organizers, with_origin
from hrdesk.reports.snapshots.class_snapshot import ClassRecord, class_snapshot

if TYPE_CHECKING:
    from hrdesk.domain.subject import Subject
    from hrdesk.reports.snapshots.class_values import ClassSnapshot
    from hrdesk.services import Services


def class_source(services: Services, subject: Subject) -> ClassSnapshot:
    """Without a class a sheet to be filled in by hand; with a person the papers of that one participant."""
    office = services.register.office()
    months = services.classes.rules().follow_up_months
    class_id = subject.training_class
    if class_id is None:
        return class_snapshot(office, ClassRecord(services.opinions.questions(), follow_months=months))
    held = services.classes.load(class_id)
    project = services.year_projects.load(held.project)
    organizers, own = office.catalogue.organizers, office.organization.full_name
    people = services.classes.participants(class_id)
    if subject.person is not None:
        people = tuple(one for one in people if one.staff == subject.person)
    marks = services.attendance.sheet(class_id)
    sheets = services.opinions.sheets(class_id)
    record = ClassRecord(
        # retired questions that were answered here still count
        questions=services.opinions.questions(class_id, retired=bool(sheets)),
        held=held,
        project_title=project.title,
        year=project.year,
        organizer=spoken_organizers(organizers, project.organizers, own),
        outside_organizer=spoken_organizers(organizers, project.organizers, own, outside=True),
        follow_months=months,
        participants=people,
        presence={one.id: marks.presence(one.id) for one in people},
        scores=services.scores.sheet(class_id).scores,
        sheets=sheets,
        follow_ups={one.participant: one.due_on for one in services.follow_ups.due(class_id=class_id, done=True)},
    )
    return class_snapshot(office, record)


def class_options(services: Services, subject: Subject) -> tuple[Option, ...]:
    """The classes that the year lists; of one project where that is chosen too."""
    if subject.year is None:
        return ()
    year = subject.year
    return tuple(
        Option(row.id, with_origin(f"{row.title} รุ่นที่ {row.number}", row.carried_into(year)))
        for row in services.classes.in_year(year)
        if subject.project in (None, row.project)
    )


def participant_options(services: Services, subject: Subject) -> tuple[Option, ...]:
    """The people of the chosen class."""
    if subject.training_class is None:
        return ()
    return tuple(Option(one.staff, one.name) for one in services.classes.participants(subject.training_class))
