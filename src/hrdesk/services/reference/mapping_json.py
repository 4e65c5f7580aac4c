"""A mapping of the taxonomies as plain JSON values and back: for other programs, and to keep an office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrdesk.domain.taxonomy import GroupLink, Mapping, Rule, SkillLink
from hrdesk.domain.terms import PersonnelType, PositionType
from hrdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence


def mapping_values(mapping: Mapping) -> dict[str, object]:
    return {
        "id": mapping.id,
        "groups": [
            {"group": each.group, "workforce": each.workforce, "staff_groups": each.staff_groups}
            for each in mapping.groups
        ],
        "digital_skills": [
            {"digital_skill": each.digital_skill, "units": each.units} for each in mapping.digital_skills
        ],
        "group_rules": [_rule(rule) for rule in mapping.group_rules],
        "staff_group_rules": [_rule(rule) for rule in mapping.staff_group_rules],
    }


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "suggests": rule.suggests,
        "reason": rule.reason,
        "personnel_types": sorted(rule.personnel_types),
        "position_types": sorted(rule.position_types),
        "title_words": rule.title_words,
        "years_below": rule.years_below,
    }


def mapping_of(values: dict[str, Any], framework: str, guideline: str) -> Mapping:
    """What `mapping_values` gave. UserError when somebody changed it by hand."""
    try:
        return Mapping(
            id=values["id"],
            framework=framework,
            guideline=guideline,
            groups=tuple(GroupLink(x["group"], x["workforce"], tuple(x["staff_groups"])) for x in values["groups"]),
            digital_skills=tuple(SkillLink(x["digital_skill"], tuple(x["units"])) for x in values["digital_skills"]),
            group_rules=_rules(values["group_rules"]),
            staff_group_rules=_rules(values["staff_group_rules"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(
            f"การเทียบกลุ่มที่บันทึกไว้อ่านไม่ได้ ({error}) ข้อมูลอื่นยังครบ กรุณานำชุดสำรองมาใช้ หรือแก้การเทียบกลุ่มใหม่"
        ) from error


def _rules(values: Sequence[dict[str, Any]]) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            suggests=each["suggests"],
            reason=each["reason"],
            personnel_types=frozenset(PersonnelType(one) for one in each["personnel_types"]),
            position_types=frozenset(PositionType(one) for one in each["position_types"]),
            title_words=tuple(each["title_words"]),
            years_below=each["years_below"],
        )
        for each in values
    )
