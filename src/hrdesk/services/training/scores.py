"""Marks of the tests before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from hrdesk.domain.training import may_be_evaluated
from hrdesk.domain.training_terms import TestKind
from hrdesk.errors import UserError
from hrdesk.models.evaluation import ClassTest, TestScore
from hrdesk.models.tables import METADATA
from hrdesk.services.area import Area
from hrdesk.services.training.class_rows import (
    open_class,
    presence_of_class,
    read_participants,
    scores_of_class,
)
from hrdesk.services.training.outcome import following_results
from hrdesk.services.training.values import ScoreSheet
from hrdesk.thai.numbers import format_decimal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from hrdesk.domain.year_project import Hundredths
    from hrdesk.models.database import Database

Scores = dict[tuple[int, TestKind], "Hundredths"]


class ScoreService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def sheet(self, class_id: int) -> ScoreSheet:
        with self._database.read() as session:
            return ScoreSheet(class_id, read_participants(session, class_id), scores_of_class(session, class_id))

    def write(self, class_id: int, scores: Mapping[tuple[int, TestKind], Hundredths | None]) -> Area:
        """Marks by participant and test, None to clear.

        UserError for a mark beyond the test's full one, and for someone who was not there.
        """
        with self._database.begin() as session:
            row = open_class(session, class_id)
            _demand_marks(session, class_id, scores)
            with following_results(session, row):
                _write(session, scores)
        return Area.TRAINING


def _write(session: Session, scores: Mapping[tuple[int, TestKind], Hundredths | None]) -> None:
    table = METADATA.tables[TestScore.__tablename__]
    old = delete(table).where(table.c.participant_id == bindparam("person"), table.c.kind == bindparam("test"))
    if scores:
        session.execute(old, [{"person": person, "test": kind} for person, kind in scores])
    new = [
        {"participant_id": person, "kind": kind, "score": score}
        for (person, kind), score in scores.items()
        if score is not None
    ]
    if new:
        session.execute(insert(table), new)


def _demand_marks(
    session: Session, class_id: int, scores: Mapping[tuple[int, TestKind], Hundredths | None]
) -> None:
    tests = session.execute(select(ClassTest.kind, ClassTest.full).where(ClassTest.class_id == class_id))
    full = {kind: mark for kind, mark in tests}  # noqa: C416 - dict() takes a result for a mapping
    people = {one.id: one for one in read_participants(session, class_id)}
    presence = presence_of_class(session, class_id)
    for (person, kind), score in scores.items():
        if score is None:
            continue
        if kind not in full:
            raise UserError("ยังไม่ได้กำหนดคะแนนเต็มของแบบทดสอบนี้ คะแนนจึงยังไม่ถูกบันทึก กรุณากำหนดคะแนนเต็มในข้อมูลของรุ่นก่อน")
        if not 0 <= score <= full[kind]:
            raise UserError(f"คะแนน {format_decimal(score)} เกินคะแนนเต็ม {format_decimal(full[kind])} คะแนนเดิมไม่ถูกเปลี่ยนแปลง กรุณาแก้ไขแล้วบันทึกใหม่")
        if person not in people or not may_be_evaluated(people[person].result, presence[person]):
            name = people[person].name if person in people else ""
            raise UserError(f"{name} ไม่ได้เข้าอบรม จึงบันทึกคะแนนไม่ได้ คะแนนเดิมไม่ถูกเปลี่ยนแปลง กรุณาตรวจสอบการเข้าอบรมก่อน")
