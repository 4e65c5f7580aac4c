"""Skills of the sample office's fictional people, from their first assessment to the plans of three years.

What people hold is drawn by a checksum of person and code, so that each copy of the sample is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.competency import OwnCompetency
from hrdesk.domain.skill_terms import CompetencyKind
from hrdesk.domain.terms import LEVELS_OF, PositionType
from hrdesk.models.competency import OrgStage, StaffSkillGroup
from hrdesk.services.reference.file import ReferenceDataError, ReferenceFile
from hrdesk.services.register.reading import read_organization
from hrdesk.services.skills import own
from hrdesk.services.skills.frameworks import shipped
from hrdesk.services.skills.group_rules import rules_in_use
from hrdesk.services.skills.grouping import suggestions
from hrdesk.services.skills.overview import everything, read_overview
from hrdesk.services.skills.people import own_competencies, people
from hrdesk.services.skills.sample_judging import PREFIXES, Judge
from hrdesk.services.skills.sample_plans import Planner

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_TABLES = {
    "announcement": "on stage document",
    "groups": "approved_on",
    "also": "position group",
    "competency": "code name description",
    "expected": " ".join(kind.value for kind in PositionType),
    "course": "title serves",
    "chance": PREFIXES,
    "round": "self superior agreed gain",
    "evidence": "unit knowledge experience trait competency own",
    "plans": "year after_round of closed agreed draft",
    "words": "goal done proof dropped closed",
}


def fill_skills(session: Session) -> None:
    """Into an office that has its people and its catalogue, within the caller's transaction."""
    file = ReferenceFile("sample_skills.toml", _TABLES)
    for entry in file.entries("announcement"):
        stage, document = entry.text("stage"), entry.text("document")
        session.add(OrgStage(announced_on=entry.day("on"), framework=shipped().id, stage=stage, document=document))
    _groups(session, file)
    _competencies(session, file)
    _links(session, file)
    session.flush()
    judge = Judge(session, file)
    for number, entry in file.numbered("round"):
        judge.hold(entry)
        for plans in file.entries("plans"):
            if plans.number("after_round") == number:
                Planner(session, file).make(plans)


def _groups(session: Session, file: ReferenceFile) -> None:
    framework, approved_on = shipped(), file.single("groups").day("approved_on")
    also = {entry.text("position"): entry.text("group") for entry in file.entries("also")}
    office = read_organization(session)
    for each in suggestions(rules_in_use(session, framework), people(session, framework.id)):
        person = each.person
        for code in dict.fromkeys((each.group, *([also[person.position]] if person.position in also else []))):
            approver = office.head_name if person.name == office.chief_name else office.chief_name
            joined = max(approved_on, person.start_date or approved_on)
            session.add(
                StaffSkillGroup(
                    staff_id=person.id, framework=framework.id, group_code=code, approver=approver, approved_on=joined
                )
            )


def _competencies(session: Session, file: ReferenceFile) -> None:
    by_rank = file.single("expected")
    expected = {
        (kind, level): wanted
        for kind in PositionType
        for level, wanted in zip(LEVELS_OF[kind], by_rank.numbers(kind.value), strict=True)
    }
    for entry in file.entries("competency"):
        code, name, about = (entry.text(key) for key in ("code", "name", "description"))
        own.save_own(session, OwnCompetency(0, CompetencyKind.CORE, code, name, about, expected=expected))


def _links(session: Session, file: ReferenceFile) -> None:
    framework = shipped()
    keys = {key[1]: key for key, _part in everything(framework, own_competencies(session))}
    courses = read_overview(session).courses
    for entry in file.entries("course"):
        found = [number for number, title in courses.items() if title.startswith(entry.text("title"))]
        if not found:
            raise ReferenceDataError(entry.where, f"ไม่มีหลักสูตร “{entry.text('title')}”")
        own.save_course_units(session, found[0], framework.id, [keys[code] for code in entry.texts("serves")])


