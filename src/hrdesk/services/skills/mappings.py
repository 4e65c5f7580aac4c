"""How groups, digital skills and posts meet in this office: its own links, or those shipped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from hrdesk.domain.taxonomy import fitted, office_problems
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.competency import TaxonomyMapping
from hrdesk.services.area import InvalidRecord
from hrdesk.services.reference.guideline import load_guideline
from hrdesk.services.reference.mapping_json import mapping_of, mapping_values
from hrdesk.services.skills.group_rules import own_rules
from hrdesk.services.skills.grouping import shipped_mapping

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.framework import Framework
    from hrdesk.domain.guideline import Guideline
    from hrdesk.domain.taxonomy import Mapping
    from hrdesk.services.skills.group_rules import GroupRule


@dataclass(frozen=True, slots=True)
class Taxonomies:
    """Three ways to sort the same people, and what joins them. `shipped` is what `mapping` was before any change."""

    framework: Framework
    guideline: Guideline
    mapping: Mapping
    shipped: Mapping
    own: tuple[GroupRule, ...]

    @property
    def is_own(self) -> bool:
        return self.mapping != self.shipped


def taxonomies(session: Session, framework: Framework) -> Taxonomies:
    shipped = fitted(shipped_mapping(), framework)
    mapping = mapping_in_use(session, framework)
    return Taxonomies(framework, load_guideline(), mapping, shipped, own_rules(session, framework.id))


def mapping_in_use(session: Session, framework: Framework) -> Mapping:
    row = session.scalar(select(TaxonomyMapping).where(TaxonomyMapping.framework == framework.id))
    if row is None:
        return fitted(shipped_mapping(), framework)
    try:
        values = json.loads(row.content)
    except ValueError:
        values = {}
    return mapping_of(values, framework.id, row.guideline)


def save_mapping(session: Session, framework: Framework, mapping: Mapping) -> None:
    """In place of the office's former one; the shipped one itself is not kept, so that it follows the program.

    InvalidRecord for what is not of the framework or the guideline, or linked twice.
    """
    if problems := office_problems(mapping, framework, load_guideline()):
        raise InvalidRecord(problems)
    session.execute(delete(TaxonomyMapping).where(TaxonomyMapping.framework == framework.id))
    if mapping != fitted(shipped_mapping(), framework):
        content = json.dumps(mapping_values(mapping), ensure_ascii=False)
        session.add(TaxonomyMapping(framework=framework.id, guideline=mapping.guideline, content=content))
    session.flush()
