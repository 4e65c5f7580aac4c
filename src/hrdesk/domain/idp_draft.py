"""A first IDP from gaps and guide, for the person and the superior to change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hrdesk.domain.competency import FUTURE_PERCENT, Key, Standing, State
from hrdesk.domain.framework import Framework
from hrdesk.domain.guide import YEAR_MONTHS, Guide, GuideWay, above_of
from hrdesk.domain.idp import IdpItem, months_from
from hrdesk.domain.passage_words import COURSE_MARK, NAME_MARK
from hrdesk.domain.skill_terms import LearningWay
from hrdesk.lazy_dataclass import replace

TOPICS = 3  # gaps of one year
# Learnt first, then practised: a course leads, its use at work ends the year.
_ORDER = (LearningWay.COURSE, LearningWay.OTHERS, LearningWay.OWN_WORK)


def chosen_gaps(standings: Iterable[Standing], topics: int = TOPICS) -> tuple[Standing, ...]:
    """The widest gaps, those of the present and the next stage as 70:30; one sort fills up for the other."""
    open_ones = sorted(
        (each for each in standings if each.state is State.GAP), key=lambda each: -each.gap
    )  # stable: equals as they are asked
    now = [each for each in open_ones if not each.requirement.future]
    later = [each for each in open_ones if each.requirement.future]
    for_later = min(len(later), max(topics - len(now), round(topics * FUTURE_PERCENT / 100)))
    return (*now[: topics - for_later], *later[:for_later])


def suggested_items(
    gaps: Iterable[Standing],
    framework: Framework,
    guide: Guide,
    courses: Mapping[Key, Sequence[tuple[int, str]]],
    year: int,
) -> tuple[IdpItem, ...]:
    """`courses` are those that serve a unit, id and title, the best first. Periods lie within the fiscal year."""
    found: list[IdpItem] = []
    for gap in gaps:
        asked = gap.requirement
        ways = guide.ways(asked.framework, asked.code, above_of(framework, asked.key))
        after = 0
        for way in sorted(ways, key=lambda each: _ORDER.index(each.way)):
            start = min(after, YEAR_MONTHS - 1)
            found.append(_item(gap, way, courses.get(asked.key, ()), months_from(year, start, way.months)))
            after += way.months
    return tuple(found)


def _item(gap: Standing, way: GuideWay, courses: Sequence[tuple[int, str]], period: tuple[date, date]) -> IdpItem:
    asked = gap.requirement
    course = courses[0] if courses and way.way is LearningWay.COURSE else None
    words = {NAME_MARK: asked.name, COURSE_MARK: course[1] if course else asked.name}
    start, end = period
    return replace(
        item_of(gap),
        way=way.way,
        activity=_filled(way.activity, words),
        course_id=course[0] if course else None,
        starts_on=start,
        ends_on=end,
        indicator=_filled(way.indicator, words),
    )


def item_of(gap: Standing) -> IdpItem:
    """What is developed, with the levels of today; how is open."""
    asked, said = gap.requirement, gap.levels
    return IdpItem(
        framework=asked.framework,
        code=asked.code,
        name=asked.name,
        goal=_goal(gap),
        expected=asked.expected,
        self_level=said.by_self,
        superior_level=said.superior,
        agreed_level=said.agreed if not gap.criteria else gap.level,
        future=asked.future,
    )


def attending(activity: str, title: str, before: Iterable[str]) -> str:
    """The words of an item whose course was chosen by hand: `title` in place of one of `before`, or put after them.

    `before` are the titles that may stand in the words for it: the former course's, the unit's own name.
    """
    quoted = f"“{title}”"
    if quoted in activity:
        return activity
    for former in before:
        if former and f"“{former}”" in activity:
            return activity.replace(f"“{former}”", quoted)
    return f"{activity} หลักสูตร {quoted}" if activity.strip() else f"เข้ารับการฝึกอบรม {quoted}"


def _goal(gap: Standing) -> str:
    asked = gap.requirement
    if not asked.is_graded:
        return "เตรียมพร้อมสำหรับระยะถัดไป" if asked.future else "มีทักษะครบตามชุดทักษะของตน"
    return f"ถึงระดับที่คาดหวัง (ระดับ {asked.expected})"


def _filled(text: str, words: Mapping[str, str]) -> str:
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text
