"""Where each kind of snapshot comes from, and what there is to choose from; imported with the first form.

A new kind of form is one line in `SOURCES` (and one in `reports.snapshots`); a new kind of choice one in `OPTIONS`.
Each is imported when it is asked: a plan needs no tables of classes, and a table takes its time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from hrdesk.domain.subject import CHOICE_WORDS, Choice, Option, Subject
from hrdesk.domain.terms import term
from hrdesk.errors import UserError
from hrdesk.reports.snapshots.snapshot import office_snapshot, register_snapshot
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot

if TYPE_CHECKING:
    from hrdesk.services import Services

Source: TypeAlias = "Callable[[Services, Subject], OfficeSnapshot]"
Options: TypeAlias = "Callable[[Services, Subject], tuple[Option, ...]]"


def chosen(subject: Subject, choice: Choice) -> int:
    """UserError where it was not chosen; a form's `needs` are asked for before its source is called."""
    found = subject.get(choice)
    if found is None:
        raise UserError(f"แบบฟอร์มนี้ต้องเลือก{CHOICE_WORDS[choice]} ยังไม่มีการพิมพ์หรือเปลี่ยนแปลงข้อมูลใด กรุณาเลือก{CHOICE_WORDS[choice]}ก่อน")
    return found


def _of(place: str) -> Callable[[Services, Subject], Any]:
    """The function of a module of `services`, `forms.plan_sources.plan_source`, imported when it is called."""
    module, _, name = place.rpartition(".")

    def ask(services: Services, subject: Subject) -> Any:
        return getattr(import_module(f"hrdesk.services.{module}"), name)(services, subject)

    return ask


def _office(services: Services, _subject: Subject) -> OfficeSnapshot:
    return office_snapshot(services.reading.office())


def _register(services: Services, _subject: Subject) -> OfficeSnapshot:
    return register_snapshot(services.reading.office())


def _plans(services: Services, _subject: Subject) -> tuple[Option, ...]:
    return tuple(Option(plan.id, f"พ.ศ. {plan.period.label}") for plan in services.reading.plans())


def _years(services: Services, subject: Subject) -> tuple[Option, ...]:
    """Those of the plan; without one, of every plan, needs survey and individual plan, newest first."""
    periods = [plan.period for plan in services.reading.plans() if subject.plan in (None, plan.id)]
    years = {year.be for period in periods for year in period.years}
    if subject.plan is None:
        years.update(services.needs.years(), services.development.years())
    return tuple(Option(year, f"พ.ศ. {year}") for year in sorted(years, reverse=subject.plan is None))


def _editions(services: Services, subject: Subject) -> tuple[Option, ...]:
    if subject.plan is None:
        return ()
    return tuple(Option(edition.id, edition.title) for edition in services.reading.editions(subject.plan))


def _meetings(services: Services, subject: Subject) -> tuple[Option, ...]:
    if subject.plan is None:
        return ()
    return tuple(
        Option(one.id, f"{term(one.committee)} ครั้งที่ {one.number}") for one in services.meetings.held(subject.plan)
    )


def _units(services: Services, _subject: Subject) -> tuple[Option, ...]:
    return tuple(Option(unit.id, unit.name) for unit in services.reading.office().units)


def _people(services: Services, subject: Subject) -> tuple[Option, ...]:
    """Of a class those in it; else anybody."""
    place = "person_sources.person_options" if subject.training_class is None else "class_sources.participant_options"
    found: tuple[Option, ...] = _of(f"forms.{place}")(services, subject)
    return found


SOURCES: Mapping[str, Source] = {
    "office": _office,
    "register": _register,
    "plan": _of("forms.plan_sources.plan_source"),
    "plan-digital": _of("forms.plan_sources.digital_source"),
    "plan-year": _of("forms.plan_sources.plan_year_source"),
    "meeting": _of("forms.plan_sources.meeting_source"),
    "needs": _of("forms.plan_sources.needs_source"),
    "evaluation-schedule": _of("forms.monitoring_sources.schedule_source"),
    "monitoring-round": _of("forms.monitoring_sources.round_source"),
    "annual": _of("forms.monitoring_sources.annual_source"),
    "class": _of("forms.class_sources.class_source"),
    "class-sheet": _of("forms.class_sources.class_source"),
    "person": _of("forms.person_sources.person_source"),
    "order": _of("training.papers.order_source"),
    "project": _of("training.papers.project_source"),
    "idp": _of("skills.papers.idp_source"),
    "skills": _of("skills.papers.skills_source"),
    "roadmap": _of("skills.papers.roadmap_source"),
    "framework-corrections": _of("skills.papers.corrections_source"),
    "plan-changes": _of("forms.plan_record_sources.changes_source"),
    "coverage": _of("forms.plan_record_sources.coverage_source"),
    "evidence-pack": _of("forms.plan_record_sources.evidence_source"),
    "paper-register": _of("forms.plan_record_sources.paper_register_source"),
}

OPTIONS: Mapping[Choice, Options] = {
    Choice.PLAN: _plans,
    Choice.REVISION: _editions,
    Choice.CALENDAR: _of("forms.plan_record_sources.calendar_year_options"),
    Choice.MEETING: _meetings,
    Choice.YEAR: _years,
    Choice.PROJECT: _of("training.papers.project_options"),
    Choice.UNIT: _units,
    Choice.ROUND: _of("forms.monitoring_sources.round_options"),
    Choice.CLASS: _of("forms.class_sources.class_options"),
    Choice.PERSON: _people,
    Choice.IDP: _of("skills.papers.idp_options"),
}
