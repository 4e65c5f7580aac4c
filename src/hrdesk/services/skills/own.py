"""An office's own competencies, and which courses serve which unit or competency."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from hrdesk.domain.competency import HIGHEST, OWN, Key, OwnCompetency
from hrdesk.domain.skill_terms import CompetencyKind
from hrdesk.errors import Problem, UserError
from hrdesk.models.competency import Assessment, CompetencyExpectation, CourseUnit
from hrdesk.models.competency import OwnCompetency as OwnRow
from hrdesk.models.curriculum import Course
from hrdesk.models.idp import GuideEntry, IdpItem
from hrdesk.services.area import InvalidRecord
from hrdesk.services.records import cleaned, take

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

_PLACE = "สมรรถนะของหน่วยงาน"


def save_own(session: Session, competency: OwnCompetency) -> int:
    """InvalidRecord for what is missing, a code taken, or a code changed after somebody was judged by it."""
    value = cleaned(competency)
    row = take(session, OwnRow, value.id) if value.id else None
    problems = list(_problems(session, value))
    if row is not None and row.code != value.code and _uses(session, row.code):
        problems.append(_problem("code", "เปลี่ยนรหัสไม่ได้ เพราะมีผลการประเมินหรือแผนรายบุคคลที่ใช้รหัสเดิม"))
    if problems:
        raise InvalidRecord(tuple(problems))
    if row is not None and row.code != value.code:
        _rename(session, row.code, value.code)
    if row is None:
        row = OwnRow(place=(session.scalar(select(func.max(OwnRow.place))) or 0) + 1)
    for name in ("kind", "code", "name", "description"):
        setattr(row, name, getattr(value, name))
    row.line_id = value.line if value.kind is CompetencyKind.LINE else None
    session.add(row)
    session.flush()
    session.execute(delete(CompetencyExpectation).where(CompetencyExpectation.competency_id == row.id))
    rows = [
        {"competency_id": row.id, "position_type": kind, "level": level, "expected": expected}
        for (kind, level), expected in (value.expected or {}).items()
        if expected > 0
    ]
    if rows:
        session.execute(insert(CompetencyExpectation), rows)
    return row.id


def _rename(session: Session, old: str, new: str) -> None:
    """What is tied to the code by its text alone: the courses that serve it, and the office's ways to it."""
    for table in (CourseUnit, GuideEntry):
        session.execute(delete(table).where(table.framework == OWN, table.code == new))  # left by nothing that is there
        session.execute(update(table).where(table.framework == OWN, table.code == old).values(code=new))


def _problems(session: Session, value: OwnCompetency) -> Iterable[Problem]:
    for name, label in (("code", "รหัส"), ("name", "ชื่อสมรรถนะ")):
        if not getattr(value, name):
            yield _problem(name, f"กรุณากรอก{label}")
    if session.scalar(select(OwnRow.id).where(OwnRow.code == value.code, OwnRow.id != value.id)):
        yield _problem("code", f"มีสมรรถนะรหัส “{value.code}” อยู่แล้ว กรุณาใช้รหัสอื่น")
    if value.kind is CompetencyKind.LINE and value.line is None:
        yield _problem("line", "กรุณาเลือกสายงานของสมรรถนะประจำสายงาน")
    if any(not 0 <= level <= HIGHEST for level in (value.expected or {}).values()):
        yield _problem("expected", f"ระดับที่คาดหวังต้องเป็น 0 ถึง {HIGHEST}")


def _problem(field: str, text: str) -> Problem:
    return Problem(f"competency.{field}", text, code=f"competency-{field}", place=_PLACE)


def _uses(session: Session, code: str) -> int:
    counts = (
        session.scalar(select(func.count()).where(table.framework == OWN, table.code == code)) or 0
        for table in (Assessment, IdpItem)
    )
    return sum(counts)


def delete_own(session: Session, competency_id: int) -> None:
    """UserError where somebody was judged by it: what was judged is kept."""
    row = take(session, OwnRow, competency_id)
    if count := _uses(session, row.code):
        raise UserError(
            f"ลบ “{row.name}” ไม่ได้ เพราะมีผลการประเมินหรือแผนรายบุคคลที่ใช้อยู่ {count} รายการ ข้อมูลไม่ถูกเปลี่ยนแปลง"
            " หากไม่ใช้แล้ว กรุณาตั้งระดับที่คาดหวังเป็น 0 ทุกระดับ"
        )
    for table in (CourseUnit, GuideEntry):
        session.execute(delete(table).where(table.framework == OWN, table.code == row.code))
    session.delete(row)


def course_units(session: Session) -> dict[int, tuple[Key, ...]]:
    """By course, what it serves."""
    found: dict[int, list[Key]] = defaultdict(list)
    rows = session.execute(
        select(CourseUnit.course_id, CourseUnit.framework, CourseUnit.code).order_by(
            CourseUnit.course_id, CourseUnit.framework, CourseUnit.code
        )
    )
    for course, framework, code in rows:
        found[course].append((framework, code))
    return {course: tuple(keys) for course, keys in found.items()}


def save_course_units(session: Session, course_id: int, framework: str, keys: Iterable[Key]) -> None:
    """Replace what the course serves in this framework and among own competencies; other versions' links stay."""
    take(session, Course, course_id)
    session.execute(
        delete(CourseUnit).where(CourseUnit.course_id == course_id, CourseUnit.framework.in_((framework, OWN)))
    )
    rows = [{"course_id": course_id, "framework": key[0], "code": key[1]} for key in dict.fromkeys(keys)]
    if rows:
        session.execute(insert(CourseUnit), rows)


def offers(links: Mapping[int, tuple[Key, ...]]) -> dict[Key, tuple[int, ...]]:
    """By unit or competency, the courses that serve it: those that serve little else first."""
    found: dict[Key, list[int]] = defaultdict(list)
    for course in sorted(links, key=lambda each: (len(links[each]), each)):
        for key in links[course]:
            found[key].append(course)
    return {key: tuple(courses) for key, courses in found.items()}
