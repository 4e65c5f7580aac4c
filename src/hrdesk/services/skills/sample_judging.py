"""The sample's rounds of assessment: each person, the superior, then what both agree upon."""

from __future__ import annotations

import zlib
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from hrdesk.domain.competency import HIGHEST, State
from hrdesk.domain.skill_terms import Rater
from hrdesk.services.skills import assessing
from hrdesk.services.skills.overview import read_overview
from hrdesk.services.skills.superiors import read_ranks, superiors_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Person, Standing
    from hrdesk.services.reference.file import Entry, ReferenceFile

PREFIXES = "DLit DLit100 DLit200 DG DT DS SPM DL DTr KB KN EB EN T M CC"  # of codes, each with a chance
_OPTIMISM = {Rater.SELF: 12, Rater.SUPERIOR: -6, Rater.AGREED: 0}  # chances in a hundred
_ASKED_LATER = 50  # per cent of the people who are judged by what the next stage asks, too


def draw(*what: object) -> int:
    """0 to 99, the same for the same."""
    return zlib.crc32("/".join(map(str, what)).encode()) % 100


def one_of(texts: Sequence[str], *what: object) -> str:
    return texts[zlib.crc32("/".join(map(str, what)).encode()) % len(texts)]


class Judge:
    def __init__(self, session: Session, file: ReferenceFile) -> None:
        self._session = session
        chances, evidence = file.single("chance"), file.single("evidence")
        self._chances = {prefix: chances.number(prefix) for prefix in sorted(PREFIXES.split(), key=len, reverse=True)}
        self._evidence: Callable[[str], tuple[str, ...]] = evidence.texts

    def hold(self, entry: Entry) -> None:
        """One round: the person, the superior, then what both agree upon."""
        overview, gain = read_overview(self._session), entry.number("gain")
        ranks = read_ranks(self._session)
        for rater in Rater:
            on = entry.day(rater.value)
            for profile in overview.profiles:
                person = profile.person
                if person.start_date and person.start_date >= on:
                    continue
                entries = [
                    assessing.Entry(person.id, *standing.requirement.key, level, self._proof(rater, standing, person))
                    for standing in profile.standings
                    if self._is_asked(standing, person)
                    for level in [self._level(rater, standing, person, gain)]
                ]
                who = person.name if rater is Rater.SELF else superiors_of(ranks, person)[0].name
                occasion = assessing.Occasion(rater, on, who)
                spread = assessing.spread(entries, overview.setting.framework)
                assessing.record(self._session, spread, occasion, noon(on))

    @staticmethod
    def _is_asked(standing: Standing, person: Person) -> bool:
        """What was held already is not asked again; of the next stage only some are asked."""
        later = standing.requirement.future and draw(person.id, "later") >= _ASKED_LATER
        return standing.state is not State.MET and not later

    def _level(self, rater: Rater, standing: Standing, person: Person, gain: int) -> int:
        code, expected = standing.requirement.code, standing.requirement.expected
        chance = next(each for prefix, each in self._chances.items() if code.startswith(prefix))
        steady = draw(person.id, "person") // 4 - 12  # some are quicker to learn than others
        ahead = chance + steady + gain + _OPTIMISM[rater] - draw(person.id, code)
        if not standing.requirement.is_graded:
            return int(ahead > 0)
        return max(0, min(HIGHEST, expected + (1 if ahead > 50 else 0 if ahead > 0 else -1)))

    def _proof(self, rater: Rater, standing: Standing, person: Person) -> str:
        if rater is Rater.SUPERIOR:
            return ""
        return one_of(self._evidence(standing.requirement.kind.value), person.id, standing.requirement.code)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(5), UTC)  # of Thailand
