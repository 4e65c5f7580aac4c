"""Answers of an online form (Google Forms and its kin) as sheets of the satisfaction form."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from hrdesk.domain.evaluation import Question, Sheet, level_of
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.sheets.reader import read_sheets
from hrdesk.services.sheets.sheet import cell_name, plain
from hrdesk.services.training.class_sheets import HEAD_SEARCH
from hrdesk.thai.text import clean, search_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hrdesk.services.sheets.sheet import Cell
    from hrdesk.services.sheets.sheet import Sheet as Table

LIKE = 0.85  # how alike heading and question must be to be proposed as the same
_COMMENT = ("ข้อเสนอแนะ", "ความคิดเห็น", "ข้อคิดเห็น", "เสนอแนะ", "comment")
_SHORTEST = 6  # letters of a question that may be found within a heading


@dataclass(frozen=True, slots=True)
class Answers:
    """A table of answers: its headings, how they are understood, and its rows."""

    headings: tuple[str, ...]
    questions: tuple[int | None, ...]  # by column: the question's id
    comment: int | None  # the column with comments
    rows: tuple[tuple[Cell, ...], ...]
    top: int  # rows above the first answer


@dataclass(frozen=True, slots=True)
class AnswerReview:
    """Nothing is stored yet; `wrong` are places with reasons."""

    sheets: tuple[Sheet, ...]
    wrong: tuple[tuple[str, str], ...]


class UnknownQuestionsError(UserError):
    """No column is one of the questions; `table` is the first that holds anything."""

    def __init__(self, table: Table) -> None:
        super().__init__(
            "ไม่พบคอลัมน์ที่ตรงกับคำถามของแบบประเมินในแฟ้มนี้ ยังไม่ได้นำเข้าข้อมูลใด"
            " กรุณาตรวจว่าแถวแรกเป็นคำถาม และคำถามตรงกับแบบประเมินของรุ่นนี้"
        )
        self.table = table


def read_answers(source: Path, questions: Sequence[Question], password: str = "") -> Answers:
    """The first sheet in which a row of headings is found, at its top or below a title, and understood best.

    UnknownQuestionsError when no column is a question, UserError for an empty file.
    """
    tables = [table for table in read_sheets(source, password) if len(table.rows) > 1]
    for table in tables:
        found = [_understood(table, questions, top) for top in range(min(HEAD_SEARCH, len(table.rows) - 1))]
        best = max(found, key=lambda one: sum(question is not None for question in one.questions))  # the first of equals
        if any(best.questions):
            return best
    if tables:
        raise UnknownQuestionsError(tables[0])
    raise UserError("แฟ้มนี้ไม่มีแถวคำตอบใต้หัวคอลัมน์ ยังไม่ได้นำเข้าข้อมูลใด กรุณาเลือกแฟ้มอื่น")


def _understood(table: Table, questions: Sequence[Question], top: int) -> Answers:
    headings = tuple(clean(str(cell)) for cell in table.rows[top])
    free = {question.id: search_key(question.text) for question in questions}
    ids: list[int | None] = []
    for heading in headings:
        best = max(free, key=lambda one: _fit(heading, free[one]), default=None)
        if best is not None and _fit(heading, free[best])[0] >= LIKE:
            del free[best]
            ids.append(best)
        else:
            ids.append(None)
    comment = next(
        (at for at, text in enumerate(headings) if ids[at] is None and any(w in text.lower() for w in _COMMENT)), None
    )
    return Answers(headings, tuple(ids), comment, table.rows[top + 1 :], top + 1)


def _fit(heading: str, question: str) -> tuple[float, int]:
    """1 where the heading holds the question whole, as [grid questions] and numbered ones do; the longest one is meant."""
    key = search_key(heading)
    if key == question or (len(question) >= _SHORTEST and question in key):
        return 1.0, len(question)
    return SequenceMatcher(None, key, question, autojunk=False).ratio(), 0


def review_answers(answers: Answers) -> AnswerReview:
    """One sheet of each row with an answer; a cell that is no level is told, and its row stands without it."""
    sheets: list[Sheet] = []
    wrong: list[tuple[str, str]] = []
    for number, row in enumerate(answers.rows, answers.top):
        levels: dict[int, int] = {}
        for place, question in enumerate(answers.questions):
            text = clean(plain(row[place]))
            if question is None or not text:
                continue
            level = level_of(text)
            if level is None:
                wrong.append((cell_name(number, place), f"“{text[:40]}” ไม่ใช่ระดับ 1 ถึง 5"))
            else:
                levels[question] = level
        comment = clean(plain(row[answers.comment])) if answers.comment is not None else ""
        if levels or comment.strip("-–. "):
            sheets.append(Sheet(0, 0, levels, comment if comment.strip("-–. ") else ""))
    return AnswerReview(tuple(sheets), tuple(wrong))

