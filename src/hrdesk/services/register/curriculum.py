"""What plans choose from: courses with their laws, methods, organisers, targets, evaluations, funds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from hrdesk.domain.course_detail import CourseDetail, check_detail
from hrdesk.domain.office import (
    Catalogue,
    Course,
    CourseGroup,
    EvaluationMethod,
    FundSource,
    Law,
    Method,
    Organizer,
    TargetGroup,
    in_force,
)
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import replace
from hrdesk.models import curriculum
from hrdesk.services.deleted import bring_back, take_out
from hrdesk.services.records import (
    TABLES,
    cleaned,
    demand,
    insert_all,
    new_row,
    refuse_when_used,
    save,
    take,
)
from hrdesk.services.register.reading import read_all, read_catalogue
from hrdesk.services.values import Area, InvalidRecord
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database
    from hrdesk.services.deleted import Deleted
    from hrdesk.services.records import R, Record


class CurriculumService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def catalogue(self) -> Catalogue:
        with self._database.rows() as rows:
            return read_catalogue(rows)

    def course_details(self) -> dict[int, CourseDetail]:
        """By course; one without an entry has no hours yet."""
        with self._database.read() as session:
            return read_details(session)

    def save_course(self, course: Course, detail: CourseDetail | None = None) -> tuple[int, Area]:
        """Raises InvalidRecord for an empty title, an unknown group or hours that cannot be. None keeps the detail."""
        errors = tuple(p for p in check_detail(detail or CourseDetail()) if p.severity is Severity.ERROR)
        if errors:
            raise InvalidRecord(errors)
        with self._database.begin() as session:
            if session.get(curriculum.CourseGroup, course.group) is None:
                text = "กรุณาเลือกกลุ่มหลักสูตร"
                raise InvalidRecord((Problem("course.group", text, code="course-group", place="หลักสูตร"),))
            course_id, area = _save(session, course, "course", "หลักสูตร")
            if detail is not None:
                write_detail(session, course_id, cleaned(detail))
            return course_id, area

    def save_group(self, group: CourseGroup) -> tuple[int, Area]:
        """Its name; which groups there are, and in what order, the law has laid down."""
        with self._database.begin() as session:
            row = take(session, curriculum.CourseGroup, group.id)
            return _save(session, CourseGroup(row.id, row.number, group.name, row.from_lines), "group", "หมวดหลักสูตร")

    def save_law(self, law: Law, successor: str = "") -> tuple[int, Area]:
        """Raises InvalidRecord, also for a law that would replace itself, however far on.

        `successor` is the title of a law that replaces it and is not in the list yet: it becomes one.
        """
        with self._database.begin() as session:
            if successor := clean(successor):
                law = replace(law, replaced_by=_save(session, Law(0, successor), "law", "กฎหมายและระเบียบ")[0])
            if law.replaced_by is not None:
                take(session, curriculum.Law, law.replaced_by)
                _refuse_circle(session, law)
            return _save(session, law, "law", "กฎหมายและระเบียบ")

    def cite_in_force(self, course_ids: Collection[int]) -> tuple[tuple[Course, ...], Area]:
        """Let courses cite the laws in force; returns those that changed, as they were before.

        A title that is the replaced law's own becomes that of the new law, also inside a longer title.
        """
        with self._database.begin() as session:
            laws = read_all(session, Law)
            before: list[Course] = []
            for course in read_all(session, Course):
                cited = next((law for law in laws if law.id == course.law), None)
                now = in_force(laws, course.law)
                if course.id in course_ids and cited and now and now.id != cited.id:
                    before.append(course)
                    save(session, replace(course, law=now.id, title=course.title.replace(cited.title, now.title)))
        return tuple(before), Area.CURRICULUM

    def put_back(self, courses: Iterable[Course]) -> Area:
        """Courses as they were."""
        with self._database.begin() as session:
            for course in courses:
                save(session, course)
        return Area.CURRICULUM

    def save_method(self, method: Method) -> tuple[int, Area]:
        with self._database.begin() as session:
            return _save(session, method, "method", "วิธีการพัฒนา")

    def save_organizer(self, organizer: Organizer) -> tuple[int, Area]:
        with self._database.begin() as session:
            return _save(session, organizer, "organizer", "หน่วยดำเนินการ")

    def save_evaluation(self, evaluation: EvaluationMethod) -> tuple[int, Area]:
        with self._database.begin() as session:
            return _save(session, evaluation, "evaluation", "วิธีติดตามประเมินผล")

    def save_fund(self, fund: FundSource) -> tuple[int, Area]:
        with self._database.begin() as session:
            return _save(session, fund, "fund", "แหล่งงบประมาณ")

    def save_target(self, target: TargetGroup) -> tuple[int, Area]:
        target = cleaned(target)
        demand(target, "target", "กลุ่มเป้าหมาย")
        with self._database.begin() as session:
            table = curriculum.TargetGroup
            row = take(session, table, target.id) if target.id else table(**new_row(session, table))
            write_target(row, target)
            session.add(row)
            session.flush()
            return row.id, Area.CURRICULUM

    def arrange(self, entries: Sequence[Record]) -> Area:
        """Entries of one list, in the order they are to stand in; those of the list not among them keep their places."""
        if not entries:
            return Area(0)
        kind = type(entries[0])
        table = curriculum.TargetGroup if kind is TargetGroup else TABLES[kind]
        with self._database.begin() as session:
            rows = [take(session, table, entry.id) for entry in entries]
            places = sorted(row.place for row in rows)
            if len(set(places)) < len(places):  # from before there was an order
                places = list(range(places[0], places[0] + len(places)))
            for row, place in zip(rows, places, strict=True):
                row.place = place
        return Area.CURRICULUM | Area.STAFF

    def delete_course(self, course_id: int) -> tuple[Deleted, Area]:
        return self._delete(curriculum.Course, course_id, "title")

    def delete_law(self, law_id: int) -> tuple[Deleted, Area]:
        return self._delete(curriculum.Law, law_id, "title")

    def delete_method(self, method_id: int) -> tuple[Deleted, Area]:
        return self._delete(curriculum.Method, method_id, "name")

    def delete_organizer(self, organizer_id: int) -> tuple[Deleted, Area]:
        return self._delete(curriculum.Organizer, organizer_id, "name")

    def delete_target(self, target_id: int) -> tuple[Deleted, Area]:
        return self._delete(curriculum.TargetGroup, target_id, "name")

    def delete_evaluation(self, evaluation_id: int) -> tuple[Deleted, Area]:
        return self._delete(curriculum.EvaluationMethod, evaluation_id, "short_name")

    def delete_fund(self, fund_id: int) -> tuple[Deleted, Area]:
        return self._delete(curriculum.FundSource, fund_id, "name")

    def bring_back(self, deleted: Deleted) -> Area:
        """What one of the above deleted, its hours, targets, competencies and place in the list included."""
        with self._database.begin() as session:
            bring_back(session, deleted)
        return Area.CURRICULUM | Area.SKILLS | Area.STAFF

    def _delete(self, table: type[Any], row_id: int, named_by: str) -> tuple[Deleted, Area]:
        from hrdesk.services.register.uses import USES  # noqa: PLC0415 - see there

        with self._database.begin() as session:
            row = take(session, table, row_id)
            name = getattr(row, named_by)
            refuse_when_used(session, name, row_id, USES[table])
            deleted = take_out(session, table, [row_id], name)
        return deleted, Area.CURRICULUM


def read_details(session: Session) -> dict[int, CourseDetail]:
    table, chosen = curriculum.CourseDetail, curriculum.CourseTarget
    targets: dict[int, list[int]] = {}
    for course, target in session.execute(select(chosen.course_id, chosen.target_id).order_by(chosen.course_id, chosen.target_id)):
        targets.setdefault(course, []).append(target)
    rows = {row.course_id: row for row in session.scalars(select(table))}
    return {
        course: CourseDetail(row.lecture, row.other, row.objective, tuple(targets.get(course, ())))
        if (row := rows.get(course))
        else CourseDetail(targets=tuple(targets[course]))
        for course in rows.keys() | targets.keys()
    }


def write_detail(session: Session, course_id: int, detail: CourseDetail) -> None:
    table, chosen = curriculum.CourseDetail, curriculum.CourseTarget
    row = session.get(table, course_id) or table(course_id=course_id)
    row.lecture, row.other, row.objective = detail.lecture, detail.other, detail.objective
    session.add(row)
    session.execute(delete(chosen).where(chosen.course_id == course_id))
    session.add_all([chosen(course_id=course_id, target_id=target) for target in dict.fromkeys(detail.targets)])
    session.flush()


def _refuse_circle(session: Session, law: Law) -> None:
    after = {row.id: row.replaced_by_id for row in session.scalars(select(curriculum.Law))}
    one, seen = law.replaced_by, {law.id}
    while one is not None and one not in seen:
        seen.add(one)
        one = after.get(one)
    if one is not None and law.id:
        text = "กฎหมายฉบับนี้ถูกแทนที่ด้วยตัวเองไม่ได้ กรุณาเลือกกฎหมายฉบับอื่น"
        raise InvalidRecord((Problem("law.replaced_by", text, code="law-circle", place="กฎหมายและระเบียบ"),))


def _save(session: Session, value: R, kind: str, place: str) -> tuple[int, Area]:
    value = cleaned(value)
    demand(value, kind, place)
    return save(session, value), Area.CURRICULUM


def insert_catalogue(session: Session, catalogue: Catalogue) -> None:
    """Store a catalogue under the ids it bears, into empty tables."""
    for values in (
        catalogue.course_groups, [replace(law, replaced_by=None) for law in catalogue.laws], catalogue.courses,
        catalogue.methods, catalogue.organizers, catalogue.evaluations, catalogue.funds,
    ):  # fmt: skip
        insert_all(session, values)
    for law in catalogue.laws:  # which may stand after it
        if law.replaced_by is not None:
            session.execute(update(curriculum.Law).where(curriculum.Law.id == law.id).values(replaced_by_id=law.replaced_by))
    for place, target in enumerate(catalogue.targets):
        row = curriculum.TargetGroup(id=target.id, place=place)
        write_target(row, target)
        session.add(row)
    session.flush()


def write_target(row: curriculum.TargetGroup, target: TargetGroup) -> None:
    row.name = target.name
    personnel = {entry.personnel_type: entry for entry in row.personnel_types}
    row.personnel_types = [
        personnel.get(kind) or curriculum.TargetPersonnelType(personnel_type=kind)
        for kind in sorted(target.personnel_types)
    ]
    position = {entry.position_type: entry for entry in row.position_types}
    row.position_types = [
        position.get(kind) or curriculum.TargetPositionType(position_type=kind)
        for kind in sorted(target.position_types)
    ]
