"""The sample's individual plans: drafted from the gaps of a round, agreed by two, followed, some closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.skill_terms import IdpItemStatus, IdpStatus
from hrdesk.lazy_dataclass import replace
from hrdesk.models.idp import Idp
from hrdesk.services.skills.development import drafted, sources_of
from hrdesk.services.skills.idp_rows import write_idp
from hrdesk.services.skills.overview import read_overview
from hrdesk.services.skills.sample_judging import draw, noon, one_of
from hrdesk.services.skills.superiors import superiors_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Person
    from hrdesk.domain.idp import IdpItem, IdpRecord
    from hrdesk.services.reference.file import Entry, ReferenceFile

LEVELS = 2  # that agree to a plan


class Planner:
    def __init__(self, session: Session, file: ReferenceFile) -> None:
        self._session, self._words = session, file.single("words")

    def make(self, entry: Entry) -> None:
        """The plans of one year; nobody of whom nothing lacks, and not the chief, above whom there is but one."""
        overview = read_overview(self._session)
        sources = sources_of(self._session, overview)
        year, each_of, place = entry.number("year"), entry.number("of"), 0
        shares = (IdpStatus.CLOSED, "closed"), (IdpStatus.AGREED, "agreed"), (IdpStatus.DRAFT, "draft")
        turns = [status for status, name in shares for _ in range(entry.number(name))]
        for profile in overview.profiles:
            if len(superiors_of(sources.ranks, profile.person)) < LEVELS or (profile.person.start_date or date.min) >= FiscalYear(year).start:
                continue
            plan = drafted(sources, profile, year)
            if not plan.items:
                continue
            turn = (place + year) % each_of
            place += 1
            if turn < len(turns):
                self._store(plan, profile.person, turns[turn])

    def _store(self, plan: IdpRecord, person: Person, status: IdpStatus) -> None:
        start, last = FiscalYear(plan.year).start, FiscalYear(plan.year).last_day
        plan = replace(plan, status=status, goal=one_of(self._words.texts("goal"), person.id, plan.year))
        if status is not IdpStatus.DRAFT:
            agreed_on = start + timedelta(days=4 + draw(person.id, plan.year) % 12)
            plan = replace(
                plan, superior_agreed_on=agreed_on, upper_agreed_on=agreed_on + timedelta(days=3),
                items=tuple(self._followed(item, number, person, status) for number, item in enumerate(plan.items)),
            )  # fmt: skip
        if status is IdpStatus.CLOSED:
            plan = replace(plan, result=one_of(self._words.texts("closed"), person.id, plan.year), closed_on=last)
        write_idp(self._session, Idp(), plan, noon(last if status is IdpStatus.CLOSED else start + timedelta(days=150)))

    def _followed(self, item: IdpItem, number: int, person: Person, status: IdpStatus) -> IdpItem:
        """Of a closed plan everything has its end; of one under way the first things have."""
        lot = draw(person.id, item.code, item.way)
        if status is IdpStatus.CLOSED and lot < 8:
            return replace(item, status=IdpItemStatus.DROPPED, result=self._words.text("dropped"))
        if status is IdpStatus.CLOSED or number % 3 == 0:
            proof, result = (one_of(self._words.texts(name), person.id, item.code, item.way) for name in ("proof", "done"))
            return replace(item, status=IdpItemStatus.DONE, evidence=proof, result=result)
        return replace(item, status=IdpItemStatus.DOING) if number % 3 == 1 else item
