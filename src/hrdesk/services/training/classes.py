"""Classes of a project and the people in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, select, tuple_, update

from hrdesk.domain.terms import term
from hrdesk.domain.training import Rules, check_class, completion_problems, next_number
from hrdesk.domain.training_terms import ClassStatus, Result, TestKind
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import replace
from hrdesk.models.evaluation import TestScore
from hrdesk.models.training import Attendance, ClassSession, Participant, TrainingClass
from hrdesk.models.year_project import YearProject
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.deleted import Deleted, bring_back, take_out
from hrdesk.services.records import cleaned, take
from hrdesk.services.training.candidates import candidates, posts_of
from hrdesk.services.training.class_rows import (
    add_people,
    open_class,
    read_class,
    read_participants,
    read_rules,
    write_class,
    write_rules,
)
from hrdesk.services.training.completion import complete, reopen
from hrdesk.services.training.history_rows import write_records
from hrdesk.services.training.outcome import following_results, ruled_results, set_results
from hrdesk.services.training.values import Candidate, CandidateQuery, ClassRow
from hrdesk.services.training.year_classes import listed_in
from hrdesk.thai.numbers import format_decimal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from hrdesk.domain import training
    from hrdesk.models.database import Database


class ClassService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def rules(self) -> Rules:
        with self._database.read() as session:
            return read_rules(session)

    def save_rules(self, rules: Rules) -> Area:
        """For classes made from now on; those there keep the rule they were held under."""
        with self._database.begin() as session:
            write_rules(session, rules)
        return Area.TRAINING

    def classes(self, project_id: int) -> tuple[ClassRow, ...]:
        with self._database.read() as session:
            return class_rows(session, TrainingClass.year_project_id == project_id)

    def in_year(self, year: int) -> tuple[ClassRow, ...]:
        """Of all projects of a fiscal year, in the order of their list; then those carried over from earlier years."""
        with self._database.read() as session:
            return class_rows(session, listed_in(year))

    def year_of(self, class_id: int) -> int:
        """The fiscal year of the class's project."""
        with self._database.read() as session:
            return take(session, YearProject, take(session, TrainingClass, class_id).year_project_id).year

    def load(self, class_id: int) -> training.TrainingClass:
        with self._database.read() as session:
            return read_class(session, take(session, TrainingClass, class_id))

    def blank(self, project_id: int) -> training.TrainingClass:
        """The next class of a project, under today's rules and with the project's place and hours."""
        from hrdesk.domain.training import TrainingClass as Value  # noqa: PLC0415 - the table bears the name here

        with self._database.read() as session:
            project = take(session, YearProject, project_id)
            numbers = session.scalars(select(TrainingClass.number).where(TrainingClass.year_project_id == project_id))
            return Value(
                id=0,
                project=project_id,
                number=next_number(numbers),
                course=project.courses[0].ref if len(project.courses) == 1 else None,
                venue=project.venue,
                lecture=project.lecture,
                other=project.other,
                attendance_percent=read_rules(session).attendance_percent,
            )

    def save(self, value: training.TrainingClass) -> tuple[int, Area]:
        """Insert (id 0) or update. Raises InvalidRecord, also when a half-day that is marked would be lost."""
        value = cleaned(value)
        errors = tuple(p for p in check_class(value) if p.severity is Severity.ERROR)
        if errors:
            raise InvalidRecord(errors)
        with self._database.begin() as session:
            _demand_single(session, value)
            if not value.id:
                return write_class(session, value), Area.TRAINING
            row = open_class(session, value.id)
            _demand_unmarked(session, value)
            _demand_marks_fit(session, value)
            with following_results(session, row):
                write_class(session, replace(value, status=_kept(row.status, value.status)))
        return value.id, Area.TRAINING

    def delete(self, class_id: int) -> tuple[Deleted, Area]:
        """With its people and all that is recorded of them. UserError when it is completed."""
        with self._database.begin() as session:
            row = open_class(session, class_id)
            return take_out(session, TrainingClass, [class_id], f"รุ่นที่ {row.number}"), Area.TRAINING

    def put_back(self, removed: Deleted) -> Area:
        """A class or people of one. UserError when what stands by now is against it, or their class was completed since."""
        with self._database.begin() as session:
            if not removed.of(TrainingClass):
                for class_id in sorted({row["class_id"] for row in removed.of(Participant)}):
                    open_class(session, class_id)
            bring_back(session, removed)
        return Area.TRAINING

    def participants(self, class_id: int) -> tuple[training.Participant, ...]:
        with self._database.read() as session:
            return read_participants(session, class_id)

    def candidates(self, query: CandidateQuery) -> tuple[Candidate, ...]:
        with self._database.read() as session:
            return candidates(session, query)

    def add(self, class_id: int, staff_ids: Sequence[int]) -> tuple[tuple[int, ...], Area]:
        """Put people into the class with the post of today; those already in it stay as they are."""
        with self._database.begin() as session:
            open_class(session, class_id)
            posts = posts_of(session, staff_ids)
            added = add_people(session, class_id, [(one, posts[one]) for one in staff_ids if one in posts])
            return tuple(added), Area.TRAINING

    def remove(self, class_id: int, participant_ids: Sequence[int]) -> tuple[Deleted, Area]:
        with self._database.begin() as session:
            open_class(session, class_id)
            own = set(session.scalars(select(Participant.id).where(Participant.class_id == class_id)))
            ids = [one for one in participant_ids if one in own]
            name = f"ผู้เข้าอบรม {len(ids)} คน"
            return take_out(session, Participant, ids, name), Area.TRAINING

    def set_results(self, class_id: int, results: Mapping[int, Result]) -> Area:
        """By hand, whatever the rules say."""
        with self._database.begin() as session:
            open_class(session, class_id)
            set_results(session, results)
        return Area.TRAINING

    def apply_rules(self, class_id: int) -> Area:
        """Give every participant the result that the rules say, those decided by hand too."""
        with self._database.begin() as session:
            set_results(session, ruled_results(session, open_class(session, class_id)))
        return Area.TRAINING

    def save_participant(self, value: training.Participant) -> Area:
        """The order, the certificate and the note; the post stays as it was frozen."""
        value = cleaned(value)
        with self._database.begin() as session:
            row = take(session, Participant, value.id)
            row.order_number, row.order_date = value.order_number, value.order_date
            row.certificate_number, row.note = value.certificate_number, value.note
            return _retold(session, row.class_id)

    def set_order(self, class_id: int, number: str, day: date | None) -> Area:
        """One order (F11) for all of the class."""
        with self._database.begin() as session:
            take(session, TrainingClass, class_id)
            change = update(Participant).where(Participant.class_id == class_id)
            session.execute(change.values(order_number=number.strip(), order_date=day))
            return _retold(session, class_id)

    def problems(self, class_id: int) -> tuple[Problem, ...]:
        """Why the class cannot be completed yet."""
        with self._database.read() as session:
            return completion_problems([one.result for one in read_participants(session, class_id)])

    def complete(self, class_id: int) -> Area:
        """Raises InvalidRecord while a result is pending."""
        with self._database.begin() as session:
            complete(session, open_class(session, class_id))
        return Area.TRAINING | Area.STAFF

    def reopen(self, class_id: int) -> Area:
        with self._database.begin() as session:
            reopen(session, take(session, TrainingClass, class_id))
        return Area.TRAINING | Area.STAFF


def _retold(session: Session, class_id: int) -> Area:
    """What was changed of a completed class, told to its people's training history as well."""
    row = take(session, TrainingClass, class_id)
    if row.status is not ClassStatus.COMPLETED:
        return Area.TRAINING
    session.flush()
    write_records(session, row)
    return Area.TRAINING | Area.STAFF


def class_rows(session: Session, which: ColumnElement[bool]) -> tuple[ClassRow, ...]:
    pending = func.sum(case((Participant.result == Result.PENDING, 1), else_=0))
    people = (
        select(Participant.class_id, func.count().label("people"), pending.label("pending"))
        .group_by(Participant.class_id)
        .subquery()
    )
    rows = session.execute(
        select(TrainingClass, YearProject.title, YearProject.year, func.coalesce(people.c.people, 0), func.coalesce(people.c.pending, 0))
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .outerjoin(people, people.c.class_id == TrainingClass.id)
        .where(which)
        .order_by(YearProject.year.desc(), YearProject.place, YearProject.id, TrainingClass.number, TrainingClass.id)
    )
    return tuple(
        ClassRow(
            row.id, row.year_project_id, year, row.number, row.title or title, row.status, row.starts_on, row.ends_on,
            row.venue, count, waiting,
        )
        for row, title, year, count, waiting in rows
    )  # fmt: skip


def _kept(stored: ClassStatus, given: ClassStatus) -> ClassStatus:
    """A class is completed by `complete`, which looks at its people, never by being saved so."""
    return stored if given is ClassStatus.COMPLETED else given


def _demand_single(session: Session, value: training.TrainingClass) -> None:
    same = select(TrainingClass.id).where(
        TrainingClass.year_project_id == value.project,
        TrainingClass.number == value.number,
        TrainingClass.id != value.id,
    )
    if session.scalar(same) is not None:
        text = f"โครงการนี้มีรุ่นที่ {value.number} แล้ว กรุณาใช้เลขรุ่นอื่น"
        raise InvalidRecord((Problem("class.number", text, code="class-number", place="รุ่น"),))


def _demand_unmarked(session: Session, value: training.TrainingClass) -> None:
    kept = {(one.day, one.half) for one in value.sessions}
    sessions = session.execute(select(ClassSession.day, ClassSession.half).where(ClassSession.class_id == value.id))
    lost = [(day, half) for day, half in sessions if (day, half) not in kept]
    if not lost:
        return
    marked = session.scalar(
        select(func.count())
        .select_from(Attendance)
        .join(Participant, Attendance.participant_id == Participant.id)
        .where(Participant.class_id == value.id, tuple_(Attendance.day, Attendance.half).in_(lost))
    )
    if marked:
        text = f"ครึ่งวันที่นำออกมีการบันทึกการเข้าอบรมไว้แล้ว {marked} ช่อง กรุณาล้างช่องเหล่านั้นในตารางการเข้าอบรมก่อน"
        raise InvalidRecord((Problem("class.sessions", text, code="class-sessions", place="รุ่น"),))


def _demand_marks_fit(session: Session, value: training.TrainingClass) -> None:
    """No mark of a test that is taken away, none above the full mark."""
    best = session.execute(
        select(TestScore.kind, func.max(TestScore.score))
        .join(Participant, TestScore.participant_id == Participant.id)
        .where(Participant.class_id == value.id)
        .group_by(TestScore.kind)
    )
    for kind, most in best:
        test = value.test(TestKind(kind))
        if test is None or most > test.full:
            why = "จึงนำแบบทดสอบนี้ออกไม่ได้" if test is None else f"สูงสุด {format_decimal(most)} ซึ่งเกินคะแนนเต็มที่กรอก"
            text = f"มีคะแนน{term(TestKind(kind))}บันทึกไว้แล้ว {why} ข้อมูลเดิมไม่ถูกเปลี่ยนแปลง กรุณาแก้คะแนนที่แท็บ “คะแนนทดสอบ” ก่อน"
            raise InvalidRecord((Problem("class.tests", text, code="class-tests", place="รุ่น"),))
