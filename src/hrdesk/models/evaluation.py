"""What came of a class: tests, opinions, interviews, words from outside, and what became of it at work."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.training_terms import TestKind
from hrdesk.models import training  # noqa: F401 - referred to by name
from hrdesk.models.base import Base, Hundredths, Id, Line, Place, Prose

_PARTS = "all, delete-orphan"


class ClassTest(Base):
    """A test that a class sits: its full mark and the mark that passes."""

    __tablename__ = "class_test"

    class_id: Mapped[int] = mapped_column(ForeignKey("training_class.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[TestKind] = mapped_column(primary_key=True)
    full: Mapped[Hundredths]
    passing: Mapped[Hundredths]


class TestScore(Base):
    __test__ = False  # not one of pytest's
    __tablename__ = "test_score"

    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[TestKind] = mapped_column(primary_key=True)
    score: Mapped[Hundredths]


class EvaluationQuestion(Base):
    """A question of the office's satisfaction form, answered in five levels. One without a class is on every form."""

    __tablename__ = "evaluation_question"

    id: Mapped[Id]
    class_id: Mapped[int | None] = mapped_column(ForeignKey("training_class.id", ondelete="CASCADE"), index=True)
    section: Mapped[Line]
    text: Mapped[Prose]
    place: Mapped[Place]
    retired: Mapped[bool]  # answered in the past, no longer asked


class EvaluationSheet(Base):
    """One form handed in, without a name."""

    __tablename__ = "evaluation_sheet"

    id: Mapped[Id]
    class_id: Mapped[int] = mapped_column(ForeignKey("training_class.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    comment: Mapped[Prose]

    answers: Mapped[list[EvaluationAnswer]] = relationship(cascade=_PARTS, passive_deletes=True)


class EvaluationAnswer(Base):
    __tablename__ = "evaluation_answer"

    sheet_id: Mapped[int] = mapped_column(ForeignKey("evaluation_sheet.id", ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[int] = mapped_column(
        ForeignKey("evaluation_question.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    level: Mapped[int]  # 5 most to 1 least


class Interview(Base):
    __tablename__ = "interview"

    id: Mapped[Id]
    class_id: Mapped[int] = mapped_column(ForeignKey("training_class.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    day: Mapped[date | None]
    interviewer: Mapped[Line]
    findings: Mapped[Prose]


class OutsideResult(Base):
    """Results asked of the organisation that held the class, and its answer."""

    __tablename__ = "outside_result"

    id: Mapped[Id]
    class_id: Mapped[int] = mapped_column(ForeignKey("training_class.id", ondelete="CASCADE"), index=True)
    organization: Mapped[Line]
    letter_number: Mapped[Line]
    requested_on: Mapped[date | None]
    received_on: Mapped[date | None]
    result: Mapped[Prose]


class FollowUp(Base):
    """What the supervisor says of a participant's use of it, some months after."""

    __tablename__ = "follow_up"

    id: Mapped[Id]
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    due_on: Mapped[date] = mapped_column(index=True)
    done_on: Mapped[date | None]
    supervisor: Mapped[Line]
    supervisor_position: Mapped[Line]
    level: Mapped[int | None]  # how far it is used at work, 5 most to 1 least
    findings: Mapped[Prose]
    suggestions: Mapped[Prose]
