"""Where each kind of snapshot comes from, and what there is to choose from; imported with the first form.

A new kind of form is one line in `SOURCES` (and one in `reports.snapshots`); a new kind of choice one in `OPTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from hrdesk.domain.subject import CHOICE_WORDS, Choice, Option, Subject
from hrdesk.domain.terms import term
from hrdesk.errors import UserError
from hrdesk.reports.snapshots.snapshot import office_snapshot, register_snapshot
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
from hrdesk.services.forms.class_sources import class_options, class_source, participant_options
from hrdesk.services.forms.monitoring_sources import (
    annual_source,
    round_options,
    round_source,
    schedule_source,
)
from hrdesk.services.forms.person_sources import person_options, person_source
from hrdesk.services.forms.plan_record_sources import (
    calendar_year_options,
    changes_source,
    coverage_source,
    evidence_source,
    paper_register_source,
)
from hrdesk.services.forms.plan_sources import meeting_source, needs_source, plan_source, plan_year_source
from hrdesk.services.skills.papers import (
    corrections_source,
    idp_options,
    idp_source,
    roadmap_source,
    skills_source,
)
from hrdesk.services.training.papers import order_source, project_options, project_source

if TYPE_CHECKING:
    from hrdesk.services import Services

Source: TypeAlias = "Callable[[Services, Subject], OfficeSnapshot]"
Options: TypeAlias = "Callable[[Services, Subject], tuple[Option, ...]]"


def chosen(subject: Subject, choice: Choice) -> int:
    """UserError where it was not chosen; a form's `needs` are asked for before its source is called."""
    found = subject.get(choice)
    if found is None:
        raise UserError(f"แบบฟอร์มนี้ต้องเลือก{CHOICE_WORDS[choice]}ก่อน ยังไม่มีการพิมพ์หรือเปลี่ยนแปลงข้อมูลใด")
    return found


def _office(services: Services, _subject: Subject) -> OfficeSnapshot:
    return office_snapshot(services.register.office())


def _register(services: Services, _subject: Subject) -> OfficeSnapshot:
    return register_snapshot(services.register.office())


def _plans(services: Services, _subject: Subject) -> tuple[Option, ...]:
    return tuple(Option(plan.id, f"พ.ศ. {plan.period.label}") for plan in services.planning.plans())


def _years(services: Services, subject: Subject) -> tuple[Option, ...]:
    """Those of the plan; without one, of every plan, needs survey and individual plan, newest first."""
    periods = [plan.period for plan in services.planning.plans() if subject.plan in (None, plan.id)]
    years = {year.be for period in periods for year in period.years}
    if subject.plan is None:
        years.update(services.needs.years(), services.development.years())
    return tuple(Option(year, f"พ.ศ. {year}") for year in sorted(years, reverse=subject.plan is None))


def _editions(services: Services, subject: Subject) -> tuple[Option, ...]:
    if subject.plan is None:
        return ()
    return tuple(Option(edition.id, edition.title) for edition in services.plan_life.editions(subject.plan))


def _meetings(services: Services, subject: Subject) -> tuple[Option, ...]:
    if subject.plan is None:
        return ()
    return tuple(
        Option(one.id, f"{term(one.committee)} ครั้งที่ {one.number}") for one in services.meetings.held(subject.plan)
    )


def _units(services: Services, _subject: Subject) -> tuple[Option, ...]:
    return tuple(Option(unit.id, unit.name) for unit in services.register.office().units)


def _people(services: Services, subject: Subject) -> tuple[Option, ...]:
    """Of a class those in it; else anybody."""
    return (person_options if subject.training_class is None else participant_options)(services, subject)


SOURCES: Mapping[str, Source] = {
    "office": _office,
    "register": _register,
    "plan": plan_source,
    "plan-year": plan_year_source,
    "meeting": meeting_source,
    "needs": needs_source,
    "evaluation-schedule": schedule_source,
    "monitoring-round": round_source,
    "annual": annual_source,
    "class": class_source,
    "class-sheet": class_source,
    "person": person_source,
    "order": order_source,
    "project": project_source,
    "idp": idp_source,
    "skills": skills_source,
    "roadmap": roadmap_source,
    "framework-corrections": corrections_source,
    "plan-changes": changes_source,
    "coverage": coverage_source,
    "evidence-pack": evidence_source,
    "paper-register": paper_register_source,
}

OPTIONS: Mapping[Choice, Options] = {
    Choice.PLAN: _plans,
    Choice.REVISION: _editions,
    Choice.CALENDAR: calendar_year_options,
    Choice.MEETING: _meetings,
    Choice.YEAR: _years,
    Choice.PROJECT: project_options,
    Choice.UNIT: _units,
    Choice.ROUND: round_options,
    Choice.CLASS: class_options,
    Choice.PERSON: _people,
    Choice.IDP: idp_options,
}
