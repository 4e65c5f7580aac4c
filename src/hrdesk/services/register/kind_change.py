"""When the office's kind or name changes, what was written in the former one's words follows.

Forms take their words from the profile; this is about what lies in the database as text: the catalogue that came with
the program, units, posts of the frame, and plans, projects and IDPs still open. Announced and agreed ones stay as they
were, and so does what an officer wrote as prose: chapters, needs, minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hrdesk.domain.kind_change import rewording
from hrdesk.domain.life import FROZEN
from hrdesk.domain.skill_terms import IdpStatus
from hrdesk.domain.staff import PositionRecord
from hrdesk.domain.training_terms import YearProjectStatus
from hrdesk.models import curriculum
from hrdesk.models.idp import Idp
from hrdesk.models.organization import OrgUnit, Position
from hrdesk.models.plan import Plan
from hrdesk.models.year_project import YearProject
from hrdesk.services.area import Area
from hrdesk.services.records import OWN_IDS
from hrdesk.services.register.office_rows import write_position
from hrdesk.services.register.seeding import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from hrdesk.domain.office import Catalogue, Organization

_TEXTS: dict[type[Any], tuple[str, ...]] = {
    OrgUnit: ("name",),
    curriculum.Organizer: ("name", "budget_heading", "monitoring_heading"),
    curriculum.FundSource: ("name",),
    curriculum.EvaluationMethod: ("name", "short_name"),
    curriculum.TargetGroup: ("name",),
}
_CLOSED = (YearProjectStatus.DONE, YearProjectStatus.CANCELLED)


def follow(session: Session, before: Organization, after: Organization) -> Area:
    """Returns what was changed besides the office itself."""
    if (before.kind, before.name) == (after.kind, after.name):
        return Area(0)
    reword = rewording(before, after)
    if before.kind is not after.kind:
        _follow_catalogue(session, before, after)
    for post in session.scalars(select(Position)):
        if (title := reword(post.title)) != post.title:
            write_position(post, PositionRecord(post.id, post.number, title, post.line_id, post.level, post.unit_id))
    for row, names in _written(session):
        for name in names:
            if (text := reword(getattr(row, name))) != getattr(row, name):
                setattr(row, name, text)
    return Area.CURRICULUM | Area.PLAN | Area.STAFF | Area.TRAINING | Area.SKILLS


def _written(session: Session) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Rows with their columns of text."""
    for table, names in _TEXTS.items():
        for row in session.scalars(select(table)):
            yield row, names
    for plan in session.scalars(select(Plan).where(Plan.status.not_in(FROZEN))):
        yield from _parts(plan)
    for project in session.scalars(select(YearProject).where(YearProject.status.not_in(_CLOSED))):
        yield project, ("title",)
    for idp in session.scalars(select(Idp).where(Idp.status == IdpStatus.DRAFT)):
        yield idp, ("position", "unit", "superior_position", "upper_position")


def _parts(plan: Plan) -> Iterator[tuple[Any, tuple[str, ...]]]:
    yield plan, ("budget_law",)
    for member in plan.committee:
        yield member, ("position",)
    for entry in plan.responsible:
        yield entry, ("title", "note")
        for duty in entry.duties:
            yield duty, ("text",)
    for project in plan.projects:
        yield project, ("title", "monitoring_title")


def _follow_catalogue(session: Session, before: Organization, after: Organization) -> None:
    """Entries that came with the program and are still as it wrote them for the former kind."""
    for in_force in (False, True):
        old, new = (load_catalogue(one.kind, laws_in_force=in_force).catalogue for one in (before, after))
        for table, was, now in _pairs(old, new):
            row = session.get(table, was["id"])
            if row is not None and row.id < OWN_IDS and all(getattr(row, name) == text for name, text in was.items()):
                for name, text in now.items():
                    setattr(row, name, text)


def _pairs(old: Catalogue, new: Catalogue) -> Iterator[tuple[type[Any], dict[str, Any], dict[str, Any]]]:
    """A table with its texts of then and now, for every entry that differs."""
    laws = {course.id: course for course in new.courses}
    for course in old.courses:
        if (other := laws.get(course.id)) and other != course:
            was = {"id": course.id, "title": course.title, "law_id": course.law}
            yield curriculum.Course, was, {"title": other.title, "law_id": other.law}
    kinds: tuple[tuple[type[Any], tuple[Any, ...], tuple[Any, ...]], ...] = (
        (curriculum.Organizer, old.organizers, new.organizers),
        (curriculum.FundSource, old.funds, new.funds),
        (curriculum.EvaluationMethod, old.evaluations, new.evaluations),
    )
    for table, olds, news in kinds:
        for one, another in zip(olds, news, strict=True):
            if one != another:
                names = _TEXTS[table]
                yield table, {"id": one.id, **_values(one, names)}, _values(another, names)


def _values(entry: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in names}
