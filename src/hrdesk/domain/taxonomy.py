"""Three taxonomies of the same people, kept apart: only a `Mapping` joins them, and only to suggest.

The framework's groups go by work, the guideline's staff groups by career, the register's types by law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from hrdesk.domain.framework import Framework
from hrdesk.domain.framework_check import repeated
from hrdesk.domain.guideline import Guideline
from hrdesk.domain.terms import PersonnelType, PositionType
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass, replace


@dataclass(frozen=True, slots=True)
class Subject:
    """What the register knows of a person; `years` of service is None where the start is not recorded."""

    personnel_type: PersonnelType
    position_type: PositionType
    title: str = ""
    years: int | None = None


def full_years(since: date | None, today: date) -> int | None:
    """Of service, for `Subject.years`."""
    if since is None:
        return None
    return max(0, today.year - since.year - ((today.month, today.day) < (since.month, since.day)))


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a mapping; what is empty fits everybody. `reason` is Thai, shown beside the suggestion."""

    suggests: str
    reason: str
    personnel_types: frozenset[PersonnelType] = frozenset()
    position_types: frozenset[PositionType] = frozenset()
    title_words: tuple[str, ...] = ()
    years_below: int | None = None

    def fits(self, subject: Subject) -> bool:
        return (
            (not self.personnel_types or subject.personnel_type in self.personnel_types)
            and (not self.position_types or subject.position_type in self.position_types)
            and (not self.title_words or any(word in subject.title for word in self.title_words))
            and (self.years_below is None or (subject.years is not None and subject.years < self.years_below))
        )


def suggestion(rules: Iterable[Rule], subject: Subject) -> Rule | None:
    """The first rule that fits; None where the taxonomy does not speak of such people."""
    return next((rule for rule in rules if rule.fits(subject)), None)


@dataclass(frozen=True, slots=True)
class GroupLink:
    """A framework group as the guideline sees it: its workforce, and the staff groups of its people."""

    group: str
    workforce: str
    staff_groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SkillLink:
    """A digital skill of the guideline and the units of capability that build it."""

    digital_skill: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Joins one framework version with one guideline version and the register's types."""

    id: str
    framework: str
    guideline: str
    groups: tuple[GroupLink, ...]
    digital_skills: tuple[SkillLink, ...]
    group_rules: tuple[Rule, ...]
    staff_group_rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Career:
    """Where the guideline has a person: workforces of the groups and the step of the career, by code; "" where unknown."""

    workforces: tuple[str, ...]
    step: str
    reason: str


def career(mapping: Mapping, groups: Iterable[str], subject: Subject) -> Career:
    mine = set(groups)
    rule = suggestion(mapping.staff_group_rules, subject)
    workforces = dict.fromkeys(link.workforce for link in mapping.groups if link.group in mine)
    return Career(tuple(workforces), rule.suggests if rule else "", rule.reason if rule else "")


def check_mapping(mapping: Mapping, framework: Framework, guideline: Guideline) -> tuple[Problem, ...]:
    """Each group and digital skill linked once, each unit to one skill, every suggestion a known group."""
    groups = [group.code for group in framework.groups]
    staff_groups = {group.code for group in guideline.staff_groups}
    workforces = {workforce.code for workforce in guideline.workforces}
    skills = [skill.code for skill in guideline.digital_skills]
    linked = [code for link in mapping.digital_skills for code in link.units]
    return (
        *_same("mapping.framework", [mapping.framework], [framework.id]),
        *_same("mapping.guideline", [mapping.guideline], [guideline.id]),
        *_same("group", [link.group for link in mapping.groups], groups),
        *_same("digital_skill", [link.digital_skill for link in mapping.digital_skills], skills),
        *_same("digital_skill.units", linked, [unit.code for unit in framework.units]),
        *_known("group.workforce", (link.workforce for link in mapping.groups), workforces),
        *_known(
            "group.staff_groups",
            (code for link in mapping.groups for code in link.staff_groups),
            staff_groups,
        ),
        *_known("group_rule", (rule.suggests for rule in mapping.group_rules), set(groups)),
        *_known("staff_group_rule", (rule.suggests for rule in mapping.staff_group_rules), staff_groups),
    )


def fitted(mapping: Mapping, framework: Framework) -> Mapping:
    """What of a mapping holds for another version: links of groups and units that it still has, in its order."""
    groups = {group.code for group in framework.groups}
    units = [unit.code for unit in framework.units]
    return replace(
        mapping,
        framework=framework.id,
        groups=tuple(link for link in mapping.groups if link.group in groups),
        digital_skills=tuple(
            replace(link, units=tuple(code for code in units if code in link.units)) for link in mapping.digital_skills
        ),
        group_rules=tuple(rule for rule in mapping.group_rules if rule.suggests in groups),
    )


def office_problems(mapping: Mapping, framework: Framework, guideline: Guideline) -> tuple[Problem, ...]:
    """What an office must put right in its own links; it may leave out what it does not want to link."""
    found: list[Problem] = []

    def need(given: Iterable[str], known: Iterable[str], where: str, place: str, what: str, *, once: bool = False) -> None:
        codes, some = list(given), set(known)
        for code in dict.fromkeys(codes):
            if code not in some:
                text = f"ไม่มี{what} “{code}” ในรายการ" if code else f"มีแถวที่ยังไม่ได้เลือก{what}"
                found.append(Problem(where, text, code="mapping.unknown", place=place))
            elif once and codes.count(code) > 1:
                found.append(Problem(where, f"{what} “{code}” มีมากกว่าหนึ่งแถว", code="mapping.twice", place=place))

    groups, skills = "กลุ่มกับแนวทาง", "ทักษะดิจิทัล"
    staff = [group.code for group in guideline.staff_groups]
    need((x.group for x in mapping.groups), (g.code for g in framework.groups), "mapping.groups", groups, "กลุ่ม", once=True)
    need((x.workforce for x in mapping.groups), (w.code for w in guideline.workforces), "mapping.groups", groups, " IT หรือ Non-IT")
    need((code for x in mapping.groups for code in x.staff_groups), staff, "mapping.groups", groups, "กลุ่มตามสายอาชีพ")
    need((x.digital_skill for x in mapping.digital_skills), (s.code for s in guideline.digital_skills), "mapping.skills", skills,
         "ทักษะดิจิทัล")  # fmt: skip
    need((code for x in mapping.digital_skills for code in x.units), (u.code for u in framework.units), "mapping.skills", skills,
         "หน่วยความสามารถ", once=True)  # fmt: skip
    need((rule.suggests for rule in mapping.staff_group_rules), staff, "mapping.steps", "สายอาชีพกับทะเบียน", "กลุ่มตามสายอาชีพ")
    return tuple(found)


def _same(where: str, given: list[str], wanted: list[str]) -> Iterator[Problem]:
    """Every wanted code given, once."""
    yield from _known(where, given, set(wanted))
    for code in repeated(given):
        yield _problem(where, f"“{code}” ซ้ำกัน")
    for code in wanted:
        if code not in given:
            yield _problem(where, f"ขาด “{code}”")


def _known(where: str, given: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for code in given:
        if code not in known:
            yield _problem(where, f"ไม่รู้จักรหัส “{code}”")


def _problem(where: str, text: str) -> Problem:
    return Problem(field=where, text=text, code="mapping.codes", place=where)
