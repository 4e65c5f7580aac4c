"""The rows of each sheet of the province's workbook, every column that a layout can choose."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import select

from hrdesk.domain.audit import AuditAction
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.reach import meant_for
from hrdesk.domain.register_terms import ProvinceSheet
from hrdesk.domain.staff import retirement_date
from hrdesk.domain.terms import Level, MethodKind, PersonnelType, PositionType, term
from hrdesk.domain.training_terms import Result
from hrdesk.domain.year_project import with_origin
from hrdesk.models.audit import AuditEntry
from hrdesk.models.history import TrainingRecord
from hrdesk.models.plan import Plan
from hrdesk.models.staff import Staff
from hrdesk.models.training import Participant
from hrdesk.models.year_project import YearProject
from hrdesk.services.monitoring.year_figures import read_projects
from hrdesk.services.plan.ruling import ruling_plan
from hrdesk.services.staffing.store import load_register
from hrdesk.services.training.developed import trained_in
from hrdesk.services.training.year_classes import years_carried_into
from hrdesk.thai.dates import numeric_date
from hrdesk.thai.numbers import SATANG
from hrdesk.thai.text import full_name
from hrdesk.thai.titles import full_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session

    from hrdesk.domain.office import Office
    from hrdesk.domain.staff import PersonRecord
    from hrdesk.domain.year_figures import ProjectOutcome
    from hrdesk.services import Services

Row: TypeAlias = "dict[str, Any]"
# DPIS knows three kinds by number.
_DPIS_KINDS = {MethodKind.STUDY_VISIT: 2, MethodKind.WORKSHOP: 3}
_TRAINING = 1


def rows_of(services: Services, sheet: ProvinceSheet, year: int | None) -> list[Row]:
    """`year` limits results and training to a fiscal year, and the plan to the one it lies in."""
    office = services.register.office()
    with services.database.read() as session:
        if sheet is ProvinceSheet.REGISTER:
            return list(_register(session, office))
        if sheet is ProvinceSheet.RESULTS:
            return list(_results(session, year))
        if sheet is ProvinceSheet.TRAINING:
            return list(_training(session, year))
    plans = [services.planning.load(plan.id) for plan in services.planning.plans()]
    return list(_plans(office, [plan for plan in plans if year is None or year in (y.be for y in plan.period.years)], year))


def _register(session: Session, office: Office) -> Iterator[Row]:
    register, words = load_register(session), office.organization.wording
    people = {person.id: person for person in register.people if person.left_on is None}
    posted = set()
    for order, post in enumerate(office.positions, 1):
        holder = people.get(post.staff_id or 0)
        posted.add(post.staff_id)
        kind = holder.personnel_type if holder else post.personnel_type
        yield {
            "order": order, "number": post.number, "title": post.title, "line": post.line, "unit": post.unit,
            "position_type": "" if post.position_type is PositionType.NONE else term(post.position_type),
            "level": "" if post.level is Level.NONE else term(post.level), "state": "มีผู้ครอง" if holder else "ว่าง",
            "personnel_type": words.staff if kind is PersonnelType.REGULAR else term(kind), **_person(holder),
        }  # fmt: skip
    homeless = [one for one in people.values() if one.id not in posted]
    for order, person in enumerate(homeless, len(office.positions) + 1):
        kind = person.personnel_type
        yield {
            "order": order, "state": "ไม่มีตำแหน่ง",
            "personnel_type": words.staff if kind is PersonnelType.REGULAR else term(kind), **_person(person),
        }  # fmt: skip


def _person(person: PersonRecord | None) -> Row:
    if person is None:
        return {}
    return {
        "prefix": full_title(person.title), "first_name": person.first_name, "last_name": person.last_name, "name": person.name,
        "national_id": person.national_id, "birth_date": _day(person.birth_date), "start_date": _day(person.start_date),
        "retires": _day(retirement_date(person.birth_date) if person.birth_date else None),
        "education": person.education, "note": person.note,
    }  # fmt: skip


def _plans(office: Office, plans: list[PlanDraft], year: int | None) -> Iterator[Row]:
    catalogue = office.catalogue
    names = {
        "courses": {one.id: one.title for one in catalogue.courses},
        "methods": {one.id: one.name for one in catalogue.methods},
        "organizers": {one.id: one.name for one in catalogue.organizers},
        "evaluations": {one.id: one.short_name for one in catalogue.evaluations},
    }
    funds = {one.id: one.name for one in catalogue.funds}
    order = 0
    for plan in plans:
        for project in plan.projects:
            chosen = {key: _joined(known, getattr(project, key, ())) for key, known in names.items()}
            chosen["targets"] = ", ".join(meant_for([project], office))
            for when in project.active_years:
                if year is not None and when != year:
                    continue
                order += 1
                budgets = [one for one in project.budgets if one.year == when]
                amount = sum(one.amount for one in budgets)
                yield {
                    "order": order, "period": plan.period.label, "project": project.title, "year": when,
                    "budget": amount / SATANG, "fund": _joined(funds, [one.fund for one in budgets if one.fund]), **chosen,
                }  # fmt: skip


def _results(session: Session, year: int | None) -> Iterator[Row]:
    """Of each year what its annual report tells, projects of the plan that nobody set up included."""
    order = 0
    for one in _years(session) if year is None else [year]:
        found = read_projects(session, ruling_plan(session, one) or 0, one, FiscalYear(one).last_day)
        wanted = YearProject.id.in_(int(each.key.removeprefix("year:")) for each in found if each.status)
        stored = {f"year:{row.id}": row for row in session.scalars(select(YearProject).where(wanted))}
        for each in found:
            order += 1
            yield {"order": order, "year": one, **_result(each, stored.get(each.key))}


def _years(session: Session) -> list[int]:
    """Years with projects, those their classes went on into, and those of plans that have begun."""
    now = FiscalYear.of(date.today()).be  # noqa: DTZ011 - the officer's day
    found = set(session.scalars(select(YearProject.year)))
    planned = session.execute(select(Plan.first_year, Plan.year_count)).all()
    found.update(year for first, count in planned for year in range(first, first + count) if year <= now)
    return sorted(found | set(years_carried_into(session)))


def _result(found: ProjectOutcome, row: YearProject | None) -> Row:
    own: Row = {}
    if row is not None:
        own = {"starts_on": _day(row.starts_on), "ends_on": _day(row.ends_on), "venue": row.venue, "responsible": row.responsible}
    return {
        "project": with_origin(found.title, found.carried_from), "status": found.status_word,
        "in_plan": "นอกแผน" if found.outside else "ในแผน",
        "organizer": found.organizer, "people": found.people_planned, "classes": len(found.held),
        "attended": found.people.attended, "passed": found.people.passed,
        "planned": found.budget_planned / SATANG, "used": found.budget_used / SATANG,
        "problems": found.problems, "suggestions": found.suggestions, **own,
    }  # fmt: skip


def _training(session: Session, year: int | None) -> Iterator[Row]:
    """Of a year what counts in it: classes by the year of the class, training elsewhere by its last day."""
    wanted = select(TrainingRecord, Staff).join(Staff, TrainingRecord.staff_id == Staff.id)
    if year is not None:
        wanted = wanted.where(trained_in(year, FiscalYear(year).last_day))
    changes, classes = _last_changes(session), dict(session.execute(select(Participant.id, Participant.class_id)).all())
    for record, person in session.execute(wanted.order_by(Staff.sort_key, TrainingRecord.starts_on, TrainingRecord.id)):
        own, of_class = ("training_record", record.id), ("training_class", classes.get(record.participant_id or 0, 0))
        user, at = changes.get(own) or changes.get(of_class) or ("", None)
        decided = record.result in (Result.PASSED, Result.FAILED)
        yield {
            **{key: getattr(record, key) for key in _PLAIN}, "id": record.id, "person_id": person.id,
            "kind": _DPIS_KINDS.get(record.kind, _TRAINING), "national_id": person.national_id or "",
            "starts_on": _day(record.starts_on), "ends_on": _day(record.ends_on),
            "letter_date": _day(record.letter_date), "order_date": _day(record.order_date),
            "days": _number(record.days), "hours": _number(record.hours), "score": _number(record.score),
            "passed": int(record.result is Result.PASSED) if decided else "", "result": term(record.result),
            "name": full_name(person.title, person.first_name, person.last_name), "changed_by": user, "changed_at": _moment(at),
        }  # fmt: skip


def _last_changes(session: Session) -> dict[tuple[str, int], tuple[str, datetime]]:
    """Who changed which entry of the training history or which class last, and when, as the record of use tells."""
    table = AuditEntry
    told = select(table.subject, table.row_ids, table.user, table.at).where(
        table.subject.in_(("training_record", "training_class")), table.action.in_((AuditAction.CREATE, AuditAction.UPDATE))
    )
    found: dict[tuple[str, int], tuple[str, datetime]] = {}
    for subject, row_ids, user, at in session.execute(told.order_by(table.id)):
        for one in row_ids.removesuffix(" …").split(", "):
            if one.isdigit():
                found[subject, int(one)] = user, at
    return found


_PLAIN = (
    "course", "class_number", "organizer", "venue", "country", "fund", "note", "letter_number", "project", "degree", "objective",
    "order_number", "position", "unit", "certificate_number",
)  # fmt: skip


def _joined(names: Mapping[int, str], ids: Any) -> str:
    return ", ".join(names[one] for one in ids if one in names)


def _day(day: date | None) -> str:
    return numeric_date(day) if day else ""


def _moment(at: datetime | None) -> str:
    """5/1/2567 14:30, by the clock of this PC."""
    local = at.astimezone() if at else None
    return f"{numeric_date(local.date())} {local:%H:%M}" if local else ""


def _number(hundredths: int | None) -> float | str:
    return "" if hundredths is None else hundredths / 100
