"""The guideline for developing public personnel, and the mapping of the taxonomies, read and checked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hrdesk.domain.framework import Framework, Named
from hrdesk.domain.guideline import Guideline, Issue, Kpi, check_guideline
from hrdesk.domain.taxonomy import GroupLink, Mapping, Rule, SkillLink, check_mapping
from hrdesk.domain.terms import PersonnelType, PositionType
from hrdesk.services.reference.file import Entry, ReferenceDataError, ReferenceFile
from hrdesk.services.reference.framework import NAMED_KEYS, broken, coded, named, require_count

CURRENT_GUIDELINE = "guideline-2566"
CURRENT_MAPPING = "mapping"
GUIDELINE_TABLES = {
    "guideline": "id version title source approved_on first_year last_year report_as_at report_due",
    "counts": "issue strategy staff_group workforce mindset skill_family digital_skill kpi",
    "issue": "code name goal",
    "strategy": "code issue name description",
    "staff_group": NAMED_KEYS,
    "workforce": NAMED_KEYS,
    "mindset": NAMED_KEYS,
    "skill_family": NAMED_KEYS,
    "digital_skill": NAMED_KEYS,
    "kpi": "code name unit",
}
RULE_KEYS = "suggests personnel_types position_types title_words years_below reason"
MAPPING_TABLES = {
    "mapping": "id framework guideline",
    "group": "code workforce staff_groups",
    "digital_skill": "code units",
    "group_rule": RULE_KEYS,
    "staff_group_rule": RULE_KEYS,
}


def load_guideline(guideline_id: str = CURRENT_GUIDELINE, folder: Path | None = None) -> Guideline:
    file = ReferenceFile(f"skills/{guideline_id}.toml", GUIDELINE_TABLES, folder)
    head = file.single("guideline")
    guideline = Guideline(
        id=head.text("id"),
        version=head.text("version"),
        title=head.text("title"),
        source=head.text("source"),
        approved_on=head.day("approved_on"),
        first_year=head.number("first_year"),
        last_year=head.number("last_year"),
        report_as_at=head.text("report_as_at"),
        report_due=head.text("report_due"),
        issues=_issues(file),
        staff_groups=named(file, "staff_group"),
        workforces=named(file, "workforce"),
        mindsets=named(file, "mindset"),
        skill_families=named(file, "skill_family"),
        digital_skills=named(file, "digital_skill"),
        kpis=tuple(
            Kpi(entry.text("code"), entry.text("name"), entry.text("unit")) for entry in coded(file, "kpi")
        ),
    )
    _count(file, guideline)
    for problem in check_guideline(guideline):
        raise broken(file.name, problem)
    return guideline


def _issues(file: ReferenceFile) -> tuple[Issue, ...]:
    strategies: dict[str, list[Named]] = {}
    for entry in coded(file, "strategy"):
        strategy = Named(entry.text("code"), entry.text("name"), description=entry.text("description"))
        strategies.setdefault(entry.text("issue"), []).append(strategy)
    issues = tuple(
        Issue(
            entry.text("code"),
            entry.text("name"),
            entry.text("goal"),
            tuple(strategies.pop(entry.text("code"), ())),
        )
        for entry in coded(file, "issue")
    )
    for issue, lost in strategies.items():
        raise ReferenceDataError(f"{file.name} strategy:{lost[0].code}", f"issue อ้างถึง “{issue}” ซึ่งไม่มีอยู่")
    return issues


def _count(file: ReferenceFile, guideline: Guideline) -> None:
    held: dict[str, Sequence[object]] = {
        "issue": guideline.issues,
        "strategy": [strategy for issue in guideline.issues for strategy in issue.strategies],
        "staff_group": guideline.staff_groups,
        "workforce": guideline.workforces,
        "mindset": guideline.mindsets,
        "skill_family": guideline.skill_families,
        "digital_skill": guideline.digital_skills,
        "kpi": guideline.kpis,
    }
    counts = file.single("counts")
    for kind, entries in held.items():
        require_count(counts.where, kind, entries, counts.number(kind))


def load_mapping(framework: Framework, guideline: Guideline, folder: Path | None = None) -> Mapping:
    """How the two and the register's types meet; every code of it is one of theirs."""
    file = ReferenceFile(f"skills/{CURRENT_MAPPING}.toml", MAPPING_TABLES, folder)
    head = file.single("mapping")
    mapping = Mapping(
        id=head.text("id"),
        framework=head.text("framework"),
        guideline=head.text("guideline"),
        groups=tuple(
            GroupLink(entry.text("code"), entry.text("workforce"), entry.texts("staff_groups"))
            for entry in coded(file, "group")
        ),
        digital_skills=tuple(
            SkillLink(entry.text("code"), entry.texts("units")) for entry in coded(file, "digital_skill")
        ),
        group_rules=tuple(_rule(entry) for entry in file.entries("group_rule")),
        staff_group_rules=tuple(_rule(entry) for entry in file.entries("staff_group_rule")),
    )
    for problem in check_mapping(mapping, framework, guideline):
        raise broken(file.name, problem)
    return mapping


def _rule(entry: Entry) -> Rule:
    return Rule(
        suggests=entry.text("suggests"),
        reason=entry.text("reason"),
        personnel_types=entry.all_chosen("personnel_types", PersonnelType),
        position_types=entry.all_chosen("position_types", PositionType),
        title_words=entry.texts("title_words"),
        years_below=entry.number("years_below") if "years_below" in entry else None,
    )
