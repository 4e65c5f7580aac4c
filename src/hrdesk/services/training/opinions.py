"""The satisfaction form: its questions, and the sheets handed in."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, or_, select

from hrdesk.config import resource_path
from hrdesk.domain.evaluation import LEVEL_WORDS, Question, Sheet, answered, owed_sheets
from hrdesk.errors import Problem, UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.models.evaluation import EvaluationAnswer, EvaluationQuestion, EvaluationSheet
from hrdesk.models.training import TrainingClass
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.deleted import Deleted, bring_back, take_out
from hrdesk.services.records import cleaned, take
from hrdesk.services.training.class_rows import read_participants
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.evaluation import AnswerCell
    from hrdesk.models.database import Database


class OpinionService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def questions(self, class_id: int | None = None, *, retired: bool = False) -> tuple[Question, ...]:
        """The office's questions, with a class's own after them. Standard ones until the office has its own."""
        with self._database.read() as session:
            return read_questions(session, class_id, retired=retired)

    def save_question(self, question: Question) -> tuple[int, Area]:
        question = cleaned(question)
        if not question.text:
            raise InvalidRecord((Problem("question.text", "กรุณากรอกคำถาม", code="question-text", place="แบบประเมิน"),))
        with self._database.begin() as session:
            _ensure_standard(session)
            row = take(session, EvaluationQuestion, question.id) if question.id else EvaluationQuestion(place=_next(session))
            row.class_id, row.section, row.text = question.class_id, question.section, question.text
            row.retired = question.retired
            session.add(row)
            session.flush()
            return row.id, Area.TRAINING

    def drop_question(self, question_id: int) -> Area:
        """Delete it, or retire it when it has been answered."""
        with self._database.begin() as session:
            _ensure_standard(session)
            row = take(session, EvaluationQuestion, question_id)
            answered = select(EvaluationAnswer.sheet_id).where(EvaluationAnswer.question_id == question_id).limit(1)
            if session.scalar(answered) is None:
                session.delete(row)
            else:
                row.retired = True
        return Area.TRAINING

    def sheets(self, class_id: int) -> tuple[Sheet, ...]:
        with self._database.read() as session:
            return read_sheets(session, class_id)

    def save_sheets(self, class_id: int, sheets: Sequence[Sheet]) -> tuple[tuple[int, ...], Area]:
        """Insert (id 0, numbered on from the last) or replace; returns the ids in the given order.

        UserError when there would be more sheets than people who were there, or an answer is no level.
        """
        with self._database.begin() as session:
            take(session, TrainingClass, class_id)
            _ensure_standard(session)
            _demand_levels(sheets)
            _demand_room(session, class_id, sum(not sheet.id for sheet in sheets))
            last = select(func.max(EvaluationSheet.number)).where(EvaluationSheet.class_id == class_id)
            number = session.scalar(last) or 0
            ids = []
            for sheet in sheets:
                number += not sheet.id
                ids.append(_write_sheet(session, class_id, sheet if sheet.id else replace(sheet, number=number)))
            return tuple(ids), Area.TRAINING

    def answer(self, class_id: int, cells: Mapping[AnswerCell, int | str | None]) -> Area:
        """Write single answers: each is of its own, so that none overwrites what another just wrote.

        A sheet begins with its first answer and goes with its last. UserError as in `save_sheets`.
        """
        with self._database.begin() as session:
            take(session, TrainingClass, class_id)
            _ensure_standard(session)
            there = {one.number: one for one in read_sheets(session, class_id)}
            sheets = answered(there.values(), cells)
            kept = [one for one in sheets if one.levels or one.comment]
            _demand_levels(kept)
            _demand_room(session, class_id, sum(not one.id for one in kept))
            emptied = [one.id for one in sheets if one.id and one not in kept]
            session.execute(delete(EvaluationSheet).where(EvaluationSheet.id.in_(emptied)))
            for sheet in kept:
                if sheet != there.get(sheet.number):
                    _write_sheet(session, class_id, sheet)
        return Area.TRAINING

    def delete_sheets(self, sheet_ids: Sequence[int]) -> tuple[Deleted, Area]:
        with self._database.begin() as session:
            name = f"แบบประเมิน {len(sheet_ids)} ฉบับ"
            return take_out(session, EvaluationSheet, list(sheet_ids), name), Area.TRAINING

    def put_back(self, removed: Deleted) -> Area:
        with self._database.begin() as session:
            bring_back(session, removed)
        return Area.TRAINING


def standard_questions() -> tuple[Question, ...]:
    """The form that every office begins with; ids count from 1."""
    sections = tomllib.loads(resource_path("reference", "evaluation.toml").read_text(encoding="utf-8"))["section"]
    texts = [(section["name"], text) for section in sections for text in section["questions"]]
    return tuple(Question(number, name, text) for number, (name, text) in enumerate(texts, start=1))


def read_questions(session: Session, class_id: int | None = None, *, retired: bool = False) -> tuple[Question, ...]:
    table = EvaluationQuestion
    if session.scalar(select(table.id).where(table.class_id.is_(None)).limit(1)) is None:
        return standard_questions()
    chosen = select(table).order_by(table.class_id.is_not(None), table.place, table.id)
    chosen = chosen.where(or_(table.class_id.is_(None), table.class_id == class_id))
    if not retired:
        chosen = chosen.where(table.retired.is_(False))
    return tuple(
        Question(row.id, row.section, row.text, row.class_id, row.retired) for row in session.scalars(chosen)
    )


def read_sheets(session: Session, class_id: int) -> tuple[Sheet, ...]:
    answers: dict[int, dict[int, int]] = {}
    for sheet, question, level in session.execute(
        select(EvaluationAnswer.sheet_id, EvaluationAnswer.question_id, EvaluationAnswer.level)
        .join(EvaluationSheet, EvaluationAnswer.sheet_id == EvaluationSheet.id)
        .where(EvaluationSheet.class_id == class_id)
    ):
        answers.setdefault(sheet, {})[question] = level
    rows = session.scalars(
        select(EvaluationSheet)
        .where(EvaluationSheet.class_id == class_id)
        .order_by(EvaluationSheet.number, EvaluationSheet.id)
    )
    return tuple(Sheet(row.id, row.number, answers.get(row.id, {}), row.comment) for row in rows)


def _write_sheet(session: Session, class_id: int, sheet: Sheet) -> int:
    row = take(session, EvaluationSheet, sheet.id) if sheet.id else EvaluationSheet(class_id=class_id)
    row.number, row.comment = sheet.number, clean(sheet.comment)
    session.add(row)
    session.flush()
    session.execute(delete(EvaluationAnswer).where(EvaluationAnswer.sheet_id == row.id))
    answers = [{"sheet_id": row.id, "question_id": one, "level": level} for one, level in sheet.levels.items()]
    if answers:
        session.execute(insert(EvaluationAnswer), answers)
    return row.id


def _ensure_standard(session: Session) -> None:
    """Answers need stored questions: the standard ones become the office's own, under the ids they were shown by."""
    table = EvaluationQuestion
    if session.scalar(select(table.id).where(table.class_id.is_(None)).limit(1)) is not None:
        return
    session.add_all(
        table(id=one.id, class_id=None, section=one.section, text=one.text, place=one.id, retired=False)
        for one in standard_questions()
    )
    session.flush()


def _next(session: Session) -> int:
    return (session.scalar(select(func.max(EvaluationQuestion.place))) or 0) + 1


def _demand_levels(sheets: Sequence[Sheet]) -> None:
    if any(level not in LEVEL_WORDS for sheet in sheets for level in sheet.levels.values()):
        raise UserError("คำตอบต้องเป็นระดับ 1 ถึง 5 แบบประเมินเดิมไม่ถูกเปลี่ยนแปลง กรุณาแก้ไขแล้วบันทึกอีกครั้ง")


def _demand_room(session: Session, class_id: int, added: int) -> None:
    people = read_participants(session, class_id)
    most = owed_sheets(tuple(one.result for one in people))
    there = select(func.count()).select_from(EvaluationSheet).where(EvaluationSheet.class_id == class_id)
    total = (session.scalar(there) or 0) + added
    if added and total > most:
        raise UserError(
            f"แบบประเมินจะมี {total} ฉบับ แต่มีผู้เข้าอบรมจริง {most} คน ผู้ที่ไม่ได้เข้าอบรมประเมินไม่ได้"
            " แบบประเมินเดิมไม่ถูกเปลี่ยนแปลง กรุณาตรวจสอบรายชื่อและการเข้าอบรม"
        )
