"""Training needs of a fiscal year as the survey found them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hrdesk.domain.plan_terms import NeedSource


@dataclass(frozen=True, slots=True)
class NeedsSurvey:
    """One survey of a fiscal year: when it was held, how many forms went out and came back, what was found."""

    year: int  # Buddhist-era fiscal year
    opened_on: date | None = None
    closed_on: date | None = None
    sent: int = 0
    returned: int = 0
    summary: str = ""

    @property
    def percent_returned(self) -> float:
        return round(100 * self.returned / self.sent, 1) if self.sent else 0.0


@dataclass(frozen=True, slots=True)
class SurveyedNeed:
    """How many people of a unit (None: of the whole office) ask for a topic, or for a course of the catalogue."""

    id: int
    year: int
    topic: str
    people: int
    course: int | None = None  # Course.id
    unit: int | None = None  # OrgUnit.id
    source: NeedSource = NeedSource.SURVEY
    note: str = ""


@dataclass(frozen=True, slots=True)
class RankedTopic:
    topic: str
    course: int | None
    people: int
    units: int  # that ask for it
    sources: tuple[NeedSource, ...]


def ranked_topics(needs: Iterable[SurveyedNeed]) -> tuple[RankedTopic, ...]:
    """One line for each topic, most people first; equals in the order in which they were entered."""
    groups: dict[tuple[int | None, str], list[SurveyedNeed]] = {}
    for need in needs:
        groups.setdefault(_key(need), []).append(need)
    topics = (
        RankedTopic(
            members[0].topic,
            members[0].course,
            sum(m.people for m in members),
            len({m.unit for m in members}),
            tuple(dict.fromkeys(m.source for m in members)),
        )
        for members in groups.values()
    )
    return tuple(sorted(topics, key=lambda t: -t.people))


def needs_of(topic: RankedTopic, needs: Iterable[SurveyedNeed]) -> tuple[SurveyedNeed, ...]:
    """Those that the line of `ranked_topics` counts."""
    return tuple(need for need in needs if _key(need) == _key(topic))


def _key(asked: SurveyedNeed | RankedTopic) -> tuple[int | None, str]:
    return asked.course, "" if asked.course else " ".join(asked.topic.split())
