"""Everybody before everything asked of them, read at one moment: what pages, sheets, figures and forms start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.competency import OWN, Key, OwnCompetency
from hrdesk.domain.framework_parts import Judgeable, judgeables
from hrdesk.domain.needs import Need, Profile, ranked_needs
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.register.reading import read_catalogue
from hrdesk.services.skills import evidence, own, people
from hrdesk.services.skills.frameworks import Setting, current_setting
from hrdesk.services.skills.staff_at import people_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Person
    from hrdesk.domain.framework import Framework


@dataclass(frozen=True, slots=True)
class Overview:
    """`offers` name the courses, by id, that serve a key."""

    setting: Setting
    own: tuple[OwnCompetency, ...]
    profiles: tuple[Profile, ...]
    offers: dict[Key, tuple[int, ...]]
    courses: dict[int, str]  # titles of the catalogue
    trained: dict[int, frozenset[Key]]  # by person, what passed training serves

    def needs(self, *, everything: bool = False) -> tuple[Need, ...]:
        return ranked_needs(self.profiles, self.offers, everything=everything)

    def asked(self) -> tuple[tuple[Key, Judgeable], ...]:
        """What is asked of anybody, in the framework's order, the office's own last."""
        keys = {standing.requirement.key for profile in self.profiles for standing in profile.standings}
        return tuple(each for each in everything(self.setting.framework, self.own) if each[0] in keys)


def everything(framework: Framework, competencies: Iterable[OwnCompetency]) -> tuple[tuple[Key, Judgeable], ...]:
    """All that anybody may be judged by, criteria apart."""
    return (
        *(((framework.id, part.code), part) for part in judgeables(framework)),
        *(((OWN, each.code), Judgeable(SkillKind.OWN, each.code, each.name, OWN)) for each in competencies),
    )


def read_overview(session: Session, unit: int | None = None, staff: Sequence[int] | None = None) -> Overview:
    """Of the whole office, a unit with those below it, or a few people."""
    setting = current_setting(session)
    who = people.people(session, setting.framework.id, unit, staff)
    return _overview(session, setting, who, people.said_of(session, (setting.framework.id, OWN), staff), staff)


def overview_at(session: Session, day: date) -> Overview:
    """Of the office as it was: its people and what was said of them by then, before the framework and groups of today."""
    setting = current_setting(session)
    who = people_at(session, setting.framework.id, day)
    return _overview(session, setting, who, people.said_of(session, (setting.framework.id, OWN), day=day))


def _overview(
    session: Session, setting: Setting, who: Iterable[Person], said: people.Said, staff: Sequence[int] | None = None
) -> Overview:
    competencies = people.own_competencies(session)
    courses = {course.id: course.title for course in read_catalogue(session).courses}
    return Overview(
        setting=setting,
        own=competencies,
        profiles=people.profiles(who, setting, competencies, said),
        offers=own.offers(own.course_units(session)),
        courses=courses,
        trained=evidence.trained(session, staff),
    )
