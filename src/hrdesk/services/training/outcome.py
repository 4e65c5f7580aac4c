"""Results by the rules: worked out from marks and tests, and kept where the officer decided otherwise."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from hrdesk.domain.training import result_of
from hrdesk.domain.training_terms import Result, TestKind
from hrdesk.models.tables import METADATA
from hrdesk.models.training import Participant, TrainingClass
from hrdesk.services.training.class_rows import presence_of_class, read_class, scores_of_class

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy.orm import Session


def ruled_results(session: Session, row: TrainingClass) -> dict[int, Result]:
    """What the rules say of every participant, whatever is stored."""
    value = read_class(session, row)
    test = value.test(TestKind.POST)
    scores = scores_of_class(session, row.id)
    return {
        one: result_of(presence, value.attendance_percent, test, scores.get((one, TestKind.POST)))
        for one, presence in presence_of_class(session, row.id).items()
    }


@contextmanager
def following_results(session: Session, row: TrainingClass) -> Iterator[None]:
    """Within it marks, scores or rules of the class change, and its results with them.

    A result that differed from the rules before was decided by hand, and stays.
    """
    before = ruled_results(session, row)
    yield
    session.flush()
    session.expire(row)
    after = ruled_results(session, row)
    people = session.execute(select(Participant.id, Participant.result).where(Participant.class_id == row.id))
    stored = {one: result for one, result in people}  # noqa: C416 - dict() takes a result for a mapping
    by_rule = {one: result for one, result in after.items() if before.get(one) is stored[one]}
    set_results(session, {one: result for one, result in by_rule.items() if stored[one] is not result})


def set_results(session: Session, results: Mapping[int, Result]) -> None:
    if not results:
        return
    table = METADATA.tables[Participant.__tablename__]
    change = update(table).where(table.c.id == bindparam("row")).values(result=bindparam("result"))
    session.execute(change, [{"row": one, "result": result} for one, result in results.items()])
