"""The development guide: the shipped ways from a file, the office's own from the database."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from hrdesk.domain.competency import OWN
from hrdesk.domain.guide import ANY, Guide, GuideWay, check_ways
from hrdesk.domain.skill_terms import LearningWay
from hrdesk.models.idp import GuideEntry
from hrdesk.services.area import InvalidRecord
from hrdesk.services.records import cleaned
from hrdesk.services.reference.file import ReferenceFile
from hrdesk.services.reference.framework import CURRENT_FRAMEWORK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

GUIDE_TABLES = {"guide": "framework", "way": "code way activity indicator months"}


@cache
def shipped_ways(folder: Path | None = None) -> tuple[GuideWay, ...]:
    """Those without a code hold for the office's own competencies, and for units whose area has none."""
    file = ReferenceFile("skills/guide.toml", GUIDE_TABLES, folder)
    framework = file.single("guide").text("framework")
    found = []
    for entry in file.entries("way"):
        code = entry.text("code", ANY)
        found.append(
            GuideWay(
                id=0,
                framework=framework if code else OWN,
                code=code,
                way=entry.chosen("way", LearningWay),
                activity=entry.text("activity"),
                indicator=entry.text("indicator"),
                months=entry.number("months"),
            )
        )
    return tuple(found)


def read_guide(session: Session) -> Guide:
    rows = session.scalars(select(GuideEntry).order_by(GuideEntry.place, GuideEntry.id))
    own = tuple(GuideWay(r.id, r.framework, r.code, r.way, r.activity, r.indicator, r.months) for r in rows)
    return Guide(shipped_ways(), own, CURRENT_FRAMEWORK)


def save_ways(session: Session, framework: str, code: str, ways: Sequence[GuideWay]) -> None:
    """Replace the office's ways for this code; none brings the shipped ones back."""
    if problems := check_ways(ways):
        raise InvalidRecord(problems)
    session.execute(delete(GuideEntry).where(GuideEntry.framework == framework, GuideEntry.code == code))
    for place, way in enumerate(map(cleaned, ways), 1):
        session.add(
            GuideEntry(
                framework=framework,
                code=code,
                way=way.way,
                activity=way.activity,
                indicator=way.indicator,
                months=way.months,
                place=place,
            )
        )
    session.flush()
