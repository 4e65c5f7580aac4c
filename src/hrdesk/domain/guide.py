"""The development guide: for each gap the ways to close it, by 70:20:10."""

from __future__ import annotations

from collections.abc import Iterable

from hrdesk.domain.competency import OWN, Key
from hrdesk.domain.framework import Framework
from hrdesk.domain.framework_parts import judgeables, lists_of
from hrdesk.domain.skill_terms import LearningWay, SkillKind
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass

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
    """The office's own ways beside those shipped: where it has some for a code, they stand in for the shipped ones.

    `base` is the framework of the shipped ways: what was written for it serves the same codes of a later version, as
    long as that has nothing of its own.
    """

    shipped: tuple[GuideWay, ...]
    own: tuple[GuideWay, ...] = ()
    base: str = ""

    def at(self, framework: str, code: str) -> tuple[GuideWay, ...]:
        """The ways for exactly this code."""
        return _of(self.own, framework, code) or _of(self.shipped, framework, code)

    def is_own(self, framework: str, code: str) -> bool:
        return bool(_of(self.own, framework, code))

    def place(self, framework: str, code: str, above: Iterable[str] = ()) -> tuple[str, str]:
        """Framework and code whose ways hold for this code: its own, else the nearest `above`, else everybody's."""
        frameworks = (framework,) if framework == OWN else (framework, self.base)
        places = [(each, one) for each in frameworks for one in (code, *above)]
        return next((place for place in (*places, (framework, ANY)) if self.at(*place)), (OWN, ANY))

    def ways(self, framework: str, code: str, above: Iterable[str] = ()) -> tuple[GuideWay, ...]:
        return self.at(*self.place(framework, code, above))


def _of(ways: Iterable[GuideWay], framework: str, code: str) -> tuple[GuideWay, ...]:
    return tuple(way for way in ways if (way.framework, way.code) == (framework, code))


def above_of(framework: Framework, key: Key) -> tuple[str, ...]:
    """Whose ways something takes over, nearest first: of a unit its area, of a topic its entry, else its kind's word."""
    owner, code = key
    if owner == OWN:
        return (SkillKind.OWN.value,)
    part = next((part for part in judgeables(framework) if part.code == code), None)
    if part is None:
        return ()
    whole = {item.code for _kind, items in lists_of(framework) for item in items}
    entry = code.rpartition(".")[0]
    return (entry, part.area) if part.kind is not SkillKind.UNIT and entry in whole else (part.area,)


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
