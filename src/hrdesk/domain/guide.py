"""The development guide: for each gap the ways to close it, by 70:20:10."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hrdesk.domain.competency import OWN
from hrdesk.domain.framework import Framework
from hrdesk.domain.framework_parts import judgeables
from hrdesk.domain.skill_terms import LearningWay
from hrdesk.errors import Problem

ANY = ""  # the code of what holds for everything
YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class GuideWay:
    """One way; `{name}` in its texts is the unit or competency. `months` is how long it is planned to take."""

    id: int
    framework: str
    code: str  # of a unit, an area or an own competency, or ANY
    way: LearningWay
    activity: str
    indicator: str = ""
    months: int = 1


@dataclass(frozen=True, slots=True)
class Guide:
    """The office's own ways beside those shipped: where it has some for a code, they stand in for the shipped ones."""

    shipped: tuple[GuideWay, ...]
    own: tuple[GuideWay, ...] = ()

    def at(self, framework: str, code: str) -> tuple[GuideWay, ...]:
        """The ways for exactly this code."""
        return _of(self.own, framework, code) or _of(self.shipped, framework, code)

    def is_own(self, framework: str, code: str) -> bool:
        return bool(_of(self.own, framework, code))

    def ways(self, framework: str, code: str, area: str = ANY) -> tuple[GuideWay, ...]:
        """The ways for the code; else for its area; else those that hold for everything."""
        places = [(framework, code), (framework, area), (framework, ANY), (OWN, ANY)]
        return next((found for place in places if (found := self.at(*place))), ())


def _of(ways: Iterable[GuideWay], framework: str, code: str) -> tuple[GuideWay, ...]:
    return tuple(way for way in ways if (way.framework, way.code) == (framework, code))


def area_of(framework: Framework, code: str) -> str:
    """Of a unit its area, of an entry of the other lists their kind's word, under which they have ways."""
    return next((part.area for part in judgeables(framework) if part.code == code), ANY)


def check_ways(ways: Iterable[GuideWay]) -> tuple[Problem, ...]:
    found = []
    for number, way in enumerate(ways, 1):
        place = f"วิธีที่ {number}"
        if not way.activity.strip():
            found.append(Problem(f"guide.{number}.activity", "กรุณากรอกวิธีการพัฒนา", code="guide-activity", place=place))
        if not 1 <= way.months <= YEAR_MONTHS:
            text = f"ระยะเวลาต้องเป็น 1 ถึง {YEAR_MONTHS} เดือน"
            found.append(Problem(f"guide.{number}.months", text, code="guide-months", place=place))
    return tuple(found)
