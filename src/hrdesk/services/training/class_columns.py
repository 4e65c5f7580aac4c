"""Lists of a class from elsewhere, column by column: found out, said otherwise by the officer, and remembered."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hrdesk.domain.terms import term
from hrdesk.domain.training import may_be_evaluated
from hrdesk.domain.training_terms import HalfDay, TestKind
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models.imports import ImportMapping
from hrdesk.services.area import Area
from hrdesk.services.sheets.reader import read_sheets
from hrdesk.services.training import class_sheets, form_export
from hrdesk.thai.dates import short_date
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database
    from hrdesk.services.sheets.sheet import Cell
    from hrdesk.services.sheets.sheet import Sheet as Table
    from hrdesk.services.training.attendance import AttendanceService
    from hrdesk.services.training.classes import ClassService
    from hrdesk.services.training.opinions import OpinionService

NAME, COMMENT = "name", "comment"
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class ClassColumns:
    """A table, and what each of its columns is taken for: a key of `targets`, or nothing where it is empty."""

    kind: str  # attendance, scores or answers
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]  # below the headings
    top: int  # rows of the sheet above them
    targets: Mapping[str, str]  # key → words
    taken: tuple[str, ...]

    @property
    def signature(self) -> str:
        """Of the headings, within their kind."""
        return sha256("\x1f".join((self.kind, *self.headings)).encode()).hexdigest()

    @property
    def needs_name(self) -> bool:
        return NAME in self.targets

    def sample(self, column: int) -> str:
        """What stands in the first filled cells."""
        found = (clean(str(row[column])) for row in self.rows)
        return ", ".join([text for text in found if text][:_SAMPLES])

    def problem(self) -> str:
        """Why nothing can be read so, or empty."""
        chosen = [key for key in self.taken if key]
        twice = next((key for key in chosen if chosen.count(key) > 1), None)
        if twice is not None:
            return f"“{self.targets[twice]}” เลือกไว้สองคอลัมน์ กรุณาเลือกเพียงคอลัมน์เดียว"
        if self.needs_name and NAME not in chosen:
            return f"กรุณาเลือกคอลัมน์ที่เป็น “{self.targets[NAME]}”"
        if not set(chosen) - {NAME, COMMENT}:
            return "กรุณาเลือกอย่างน้อยหนึ่งคอลัมน์ที่จะนำเข้า"
        return ""


class ClassColumnService:
    """What a file's columns hold for one class, and what is read of them; nothing is stored but how they were understood."""

    def __init__(
        self, database: Database, classes: ClassService, attendance: AttendanceService, opinions: OpinionService
    ) -> None:
        self._database, self._classes, self._attendance, self._opinions = database, classes, attendance, opinions

    def attendance(self, class_id: int, source: Path, password: str = "") -> ClassColumns:
        sheet = self._attendance.sheet(class_id)
        targets = {f"{one.day} {one.half.value}": f"{short_date(one.day)} {term(one.half)}" for one in sheet.sessions}
        return self._of_people("attendance", read_sheets(source, password), class_sheets.half_day_of(sheet), targets)

    def scores(self, class_id: int, source: Path, password: str = "") -> ClassColumns:
        held = self._classes.load(class_id)
        targets = {test.kind.value: f"คะแนน{term(test.kind)}" for test in held.tests}
        return self._of_people("scores", read_sheets(source, password), class_sheets.kind_of(held), targets)

    def answers(self, class_id: int, source: Path, password: str = "") -> ClassColumns:
        questions = self._opinions.questions(class_id)
        targets = {str(one.id): one.text for one in questions} | {COMMENT: "ความคิดเห็นหรือข้อเสนอแนะ"}
        try:
            found = form_export.read_answers(source, questions, password)
        except form_export.UnknownQuestionsError as error:
            return self._recalled(_blank("answers", error.table, targets))
        taken = [str(one) if one is not None else "" for one in found.questions]
        if found.comment is not None:
            taken[found.comment] = COMMENT
        return self._recalled(ClassColumns("answers", found.headings, found.rows, found.top, targets, tuple(taken)))

    def review_cells(self, class_id: int, columns: ClassColumns) -> class_sheets.Review:
        """Of attendance or scores. UserError when the columns say too little."""
        _demand(columns)
        people = self._classes.participants(class_id)
        read: Any = class_sheets.read_mark
        if columns.kind == "scores":
            marks = self._attendance.sheet(class_id)
            absent = {p.id for p in people if not may_be_evaluated(p.result, marks.presence(p.id))}
            read = class_sheets.score_reader(self._classes.load(class_id), absent)
        keys = {at: _cell_key(columns.kind, key) for at, key in enumerate(columns.taken) if key not in ("", NAME)}
        return class_sheets.review_lines(columns.rows, columns.top, columns.taken.index(NAME), keys, participants=people, read=read)

    def review_answers(self, columns: ClassColumns) -> form_export.AnswerReview:
        """UserError when the columns say too little."""
        _demand(columns)
        questions = tuple(int(key) if key not in ("", COMMENT) else None for key in columns.taken)
        comment = columns.taken.index(COMMENT) if COMMENT in columns.taken else None
        return form_export.review_answers(
            form_export.Answers(columns.headings, questions, comment, columns.rows, columns.top)
        )

    def remember(self, columns: ClassColumns) -> Area:
        """For the next file with the same headings."""
        with self._database.begin() as session:
            row = session.get(ImportMapping, columns.signature) or ImportMapping(signature=columns.signature)
            row.columns, row.updated_at = json.dumps(columns.taken), datetime.now(UTC)
            session.add(row)
        return Area(0)

    def _of_people(self, kind: str, sheets: Sequence[Table], column_of: Any, targets: dict[str, str]) -> ClassColumns:
        targets = {NAME: "ชื่อ-สกุล", **targets}
        try:
            sheet, top, name_at, columns = class_sheets.find_table(sheets, column_of)
        except UserError:
            filled = next((one for one in sheets if len(one.rows) > 1), None)
            if filled is None:
                raise
            return self._recalled(_blank(kind, filled, targets))
        words = {at: " ".join(part.isoformat() if isinstance(part, date) else part.value for part in key) for at, key in columns.items()}
        taken = tuple(NAME if at == name_at else words.get(at, "") for at in range(sheet.width))
        return self._recalled(ClassColumns(kind, _headings(sheet, top), sheet.rows[top + 1 :], top + 1, targets, taken))

    def _recalled(self, found: ClassColumns) -> ClassColumns:
        """As the officer said the last time of these headings; what the class no longer has is left out."""
        with self._database.read() as session:
            before = _before(session, found.signature)
        if len(before) != len(found.headings):
            return found
        return replace(found, taken=tuple(key if key in found.targets else "" for key in before))


def _blank(kind: str, table: Table, targets: Mapping[str, str]) -> ClassColumns:
    """Of a table in which nothing is known: its first filled row are the headings, and a column of names is told by its head."""
    top = next((at for at, row in enumerate(table.rows) if sum(bool(clean(str(cell))) for cell in row) > 1), 0)
    headings = _headings(table, top)
    named = next((at for at, text in enumerate(headings) if text in class_sheets.NAME_HEADINGS), None)
    taken = tuple(NAME if at == named and NAME in targets else "" for at in range(len(headings)))
    return ClassColumns(kind, headings, table.rows[top + 1 :], top + 1, targets, taken)


def _headings(table: Table, top: int) -> tuple[str, ...]:
    return tuple(clean(str(cell)) for cell in table.rows[top])


def _cell_key(kind: str, key: str) -> tuple[Any, ...]:
    if kind == "scores":
        return (TestKind(key),)
    day, half = key.split()
    return date.fromisoformat(day), HalfDay(half)


def _demand(columns: ClassColumns) -> None:
    if problem := columns.problem():
        raise UserError(f"{problem} ยังไม่ได้นำเข้าข้อมูลใด")


def _before(session: Session, signature: str) -> list[str]:
    text = session.scalar(select(ImportMapping.columns).where(ImportMapping.signature == signature))
    return list(json.loads(text)) if text else []
