"""The guideline's figures of a year: who was developed, who has an IDP, who meets the set; by unit and by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.needs import EVERYBODY, Attainment, attainment, by_group, by_unit
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.idp import Idp
from hrdesk.services.training.developed import developed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy.orm import Session

    from hrdesk.domain.needs import Profile
    from hrdesk.services.skills.overview import Overview


@dataclass(frozen=True, slots=True)
class SkillFigures:
    """Of the staff of a day. A person of two groups counts in both."""

    year: int
    total: Attainment
    by_unit: tuple[Attainment, ...]
    by_group: tuple[Attainment, ...]


def skill_figures(session: Session, overview: Overview, year: int, by: date | None = None) -> SkillFigures:
    """Who was developed up to the day `by`, or in all the year."""
    planned = frozenset(session.scalars(select(Idp.staff_id).where(Idp.year == year)))
    trained = frozenset(developed(session, year, by or FiscalYear(year).last_day))
    names = {group.code: group.name for group in overview.setting.framework.groups}

    def shares(parts: Iterable[tuple[str, list[Profile]]]) -> tuple[Attainment, ...]:
        return tuple(attainment(name, members, planned, trained) for name, members in parts)

    total = attainment(EVERYBODY, overview.profiles, planned, trained)
    return SkillFigures(year, total, shares(by_unit(overview.profiles)), shares(by_group(overview.profiles, names)))
