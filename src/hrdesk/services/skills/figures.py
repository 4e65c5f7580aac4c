"""The guideline's figures of a year: who was developed, who has an IDP, who meets the set; by unit and by group."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.needs import Attainment, attainment
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.idp import Idp
from hrdesk.services.skills.evidence import developed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy.orm import Session

    from hrdesk.domain.needs import Profile
    from hrdesk.services.skills.overview import Overview

NO_UNIT, NO_GROUP, EVERYBODY = "ไม่ระบุสังกัด", "ยังไม่มีกลุ่ม", "รวมทั้งหมด"


@dataclass(frozen=True, slots=True)
class SkillFigures:
    """Of today's staff. A person of two groups counts in both."""

    year: int
    total: Attainment
    by_unit: tuple[Attainment, ...]
    by_group: tuple[Attainment, ...]


def skill_figures(session: Session, overview: Overview, year: int) -> SkillFigures:
    fiscal = FiscalYear(year)
    planned = frozenset(session.scalars(select(Idp.staff_id).where(Idp.year == year)))
    trained = developed(session, fiscal.start, fiscal.last_day)
    names = {group.code: group.name for group in overview.setting.framework.groups}

    def units(profile: Profile) -> tuple[str, ...]:
        return (profile.person.unit or NO_UNIT,)

    def groups(profile: Profile) -> tuple[str, ...]:
        return tuple(names[code] for code in profile.person.groups) or (NO_GROUP,)

    def shares(parts_of: Callable[[Profile], Iterable[str]]) -> tuple[Attainment, ...]:
        parts: dict[str, list[Profile]] = defaultdict(list)
        for profile in overview.profiles:
            for part in parts_of(profile):
                parts[part].append(profile)
        return tuple(attainment(name, members, planned, trained) for name, members in parts.items())

    total = attainment(EVERYBODY, overview.profiles, planned, trained)
    return SkillFigures(year, total, shares(units), shares(groups))
