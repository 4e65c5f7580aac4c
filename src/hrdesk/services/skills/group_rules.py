"""Which posts suggest which group: the office's own rules, then those of the shipped mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from hrdesk.domain.taxonomy import Rule
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.competency import SkillGroupRule
from hrdesk.services.area import InvalidRecord
from hrdesk.services.skills.grouping import shipped_mapping
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.framework import Framework
    from hrdesk.domain.terms import PersonnelType, PositionType

OWN_REASON = "เกณฑ์ของหน่วยงาน"


@dataclass(frozen=True, slots=True)
class GroupRule:
    """One rule of the office; a type of None and no words fit everybody. The first that fits suggests."""

    group: str
    personnel_type: PersonnelType | None = None
    position_type: PositionType | None = None
    title_words: tuple[str, ...] = ()

    @property
    def as_rule(self) -> Rule:
        return Rule(
            self.group,
            OWN_REASON,
            frozenset((self.personnel_type,) if self.personnel_type else ()),
            frozenset((self.position_type,) if self.position_type else ()),
            self.title_words,
        )


def own_rules(session: Session, framework: str) -> tuple[GroupRule, ...]:
    query = select(SkillGroupRule).where(SkillGroupRule.framework == framework)
    return tuple(
        GroupRule(row.group_code, row.personnel_type, row.position_type, words_of(row.title_words))
        for row in session.scalars(query.order_by(SkillGroupRule.place, SkillGroupRule.id))
    )


def words_of(text: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(word for part in text.split(",") if (word := clean(part)))


def rules_in_use(session: Session, framework: Framework) -> tuple[Rule, ...]:
    """The office's before the shipped ones, of which those count whose groups a later version still has."""
    known = {group.code for group in framework.groups}
    shipped = [rule for rule in shipped_mapping().group_rules if rule.suggests in known]
    return (*(rule.as_rule for rule in own_rules(session, framework.id)), *shipped)


def save_rules(session: Session, framework: Framework, rules: Sequence[GroupRule]) -> None:
    """In place of those there were. InvalidRecord for a group that the framework does not have."""
    known = {group.code for group in framework.groups}
    if wrong := [rule.group for rule in rules if rule.group not in known]:
        text = f"กรอบทักษะนี้ไม่มีกลุ่ม “{wrong[0]}” กรุณาเลือกกลุ่มอื่น"
        raise InvalidRecord((Problem("rule.group", text, code="rule-group", place="เกณฑ์จัดกลุ่ม"),))
    session.execute(delete(SkillGroupRule).where(SkillGroupRule.framework == framework.id))
    session.add_all(
        SkillGroupRule(
            framework=framework.id,
            group_code=rule.group,
            personnel_type=rule.personnel_type,
            position_type=rule.position_type,
            title_words=", ".join(rule.title_words),
            place=place,
        )
        for place, rule in enumerate(rules, 1)
    )
    session.flush()
