"""The sample office with something of everything: a class held, skills judged, a schedule, a meeting, a list entry."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from hrdesk.domain.check import check_plan
from hrdesk.domain.person_history import TrainingRecord
from hrdesk.domain.plan_parts import AcceptedWarning, Indicator, OwnStrategy, SwotEntry
from hrdesk.domain.plan_terms import SwotKind
from hrdesk.domain.terms import CommitteeKind
from hrdesk.domain.training_terms import Result
from hrdesk.errors import Severity
from hrdesk.services import Services
from skill_office import first, judge
from training_office import mark_all, the_class, training_office

YEAR = 2566


@cache
def _template() -> Path:
    path = training_office(Path(mkdtemp()))
    with Services.open(path) as services:
        _hold_the_class(services)
        _judge_skills(services)
        _plan_and_schedule(services)
    return path


def _hold_the_class(services: Services) -> None:
    class_id = the_class(services).id
    sheet = mark_all(services, class_id)
    services.classes.set_results(class_id, {one.id: Result.PASSED for one in sheet.participants})
    services.classes.complete(class_id)
    course = TrainingRecord(0, sheet.participants[0].staff, "หลักสูตรนักทรัพยากรบุคคล", organizer="สถาบันพัฒนาบุคลากรท้องถิ่น")
    services.history.save(replace(course, starts_on=date(2024, 3, 4), ends_on=date(2024, 3, 8)))


def _judge_skills(services: Services) -> None:
    """All but the last few are in the group that their post suggests."""
    suggested = {each.person.id: (each.group,) for each in services.skills.suggested_groups()[:-6]}
    services.skills.assign_groups(suggested, "ปลัดเทศบาล", date(2024, 6, 1))
    for group in ("Others", "Academic"):
        judge(services, first(services, group).person.id, DLit100=0, DLit200=0)


def _plan_and_schedule(services: Services) -> None:
    plan = services.planning.load(services.planning.plans()[0].id)
    warning = next(one for one in check_plan(plan, services.register.office()) if one.severity is Severity.WARNING)
    services.planning.save(
        replace(
            plan,
            strategies=(OwnStrategy("1", "ยกระดับบุคลากรให้ทันต่อการเปลี่ยนแปลง"),),
            indicators=(Indicator("บุคลากรที่ได้รับการพัฒนา", "80", "ร้อยละ"),),
            accepted=(AcceptedWarning(warning.code, warning.field, warning.text, "หน่วยงานใช้กฎหมายใหม่แล้ว", date(2023, 9, 1)),),
            swot=(SwotEntry(SwotKind.STRENGTH, "ผู้บริหารสนับสนุนการพัฒนาบุคลากร"),),
        )
    )
    services.meetings.save(services.meetings.blank(plan.id, CommitteeKind.PLANNING))
    proposal = services.schedules.propose(plan.id, YEAR)
    entries = tuple(replace(entry, evaluations=(1,)) for entry in proposal.entries)
    services.schedules.save(replace(proposal, entries=entries))


def furnished_office(target: Path) -> Path:
    return Path(shutil.copy(_template(), target))
