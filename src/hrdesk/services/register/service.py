"""The office itself, its units, the staffing frame and the people in it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from hrdesk.domain.office import Organization, OrgUnit, PositionLine
from hrdesk.domain.staff import (
    PersonRecord,
    PositionRecord,
    check_person,
    check_position,
    normalise_national_id,
    stands_elsewhere,
)
from hrdesk.errors import Problem, Severity, UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.models import organization as frame
from hrdesk.models.staff import Staff
from hrdesk.services.records import cleaned, demand, refuse_when_used, save, take
from hrdesk.services.register.changes import RegisterChanges
from hrdesk.services.register.name_index import read_names
from hrdesk.services.register.office_rows import (
    renumber_units,
    write_organization,
    write_person,
    write_position,
)
from hrdesk.services.register.reading import read_all, read_organization
from hrdesk.services.register.staff_list import staff_page
from hrdesk.services.values import Area, InvalidRecord, StaffPage, StaffQuery, StaffRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.office import Office
    from hrdesk.models.database import Database
    from hrdesk.services.deleted import Deleted
    from hrdesk.services.reading import ReadingService
    from hrdesk.services.register.name_index import NameIndex

__all__ = [
    "InvalidRecord",
    "PersonRecord",
    "PositionRecord",
    "RegisterService",
    "StaffPage",
    "StaffQuery",
    "StaffRow",
]


class RegisterService:
    def __init__(self, database: Database, reading: ReadingService) -> None:
        self._database = database
        self._reading = reading
        self._names: tuple[int, NameIndex | None] = -1, None  # as of that many writes
        self.changes = RegisterChanges(database)

    def organization(self) -> Organization:
        with self._database.rows() as rows:
            return read_organization(rows)

    def save_organization(self, org: Organization) -> Area:
        """What was written in the words of another kind or name follows: see `kind_change`."""
        from hrdesk.services.register.kind_change import follow  # noqa: PLC0415 - few starts change their kind

        org = cleaned(org)
        demand(org, "organization", "หน่วยงาน")
        with self._database.begin() as session:
            followed = follow(session, read_organization(session), org)
            write_organization(session, org)
        return Area.ORGANIZATION | followed

    def units(self) -> tuple[OrgUnit, ...]:
        """Each unit followed by those below it."""
        with self._database.rows() as rows:
            return read_all(rows, OrgUnit)

    def save_unit(self, unit: OrgUnit) -> tuple[int, Area]:
        """Raises InvalidRecord for an empty name or a unit placed under itself."""
        unit = cleaned(unit)
        demand(unit, "unit", "ส่วนราชการ")
        with self._database.begin() as session:
            if unit.parent is not None:
                take(session, frame.OrgUnit, unit.parent)
            unit_id = save(session, unit)
            if not renumber_units(session):
                raise InvalidRecord((_under_itself(),))
        return unit_id, Area.ORGANIZATION | Area.STAFF

    def delete_unit(self, unit_id: int) -> tuple[Deleted, Area]:
        """With who headed it; `put_unit_back` takes what was deleted."""
        from hrdesk.services.deleted import take_out  # noqa: PLC0415 - the first page deletes nothing
        from hrdesk.services.register.uses import USES  # noqa: PLC0415 - as above

        with self._database.begin() as session:
            row = take(session, frame.OrgUnit, unit_id)
            refuse_when_used(session, row.name, unit_id, USES[frame.OrgUnit])
            deleted = take_out(session, frame.OrgUnit, [unit_id], row.name)
        return deleted, Area.ORGANIZATION | Area.STAFF

    def put_unit_back(self, deleted: Deleted) -> tuple[int, Area]:
        """To its place, with who headed it, or nothing. Returns its id. UserError when what it needs is gone by now."""
        from hrdesk.services.deleted import bring_back  # noqa: PLC0415 - as above

        (unit,) = deleted.of(frame.OrgUnit)
        with self._database.begin() as session:
            later = update(frame.OrgUnit).where(frame.OrgUnit.place >= unit["place"])
            session.execute(later.values(place=frame.OrgUnit.place + 1))
            bring_back(session, deleted)
            renumber_units(session)
        return unit["id"], Area.ORGANIZATION | Area.STAFF

    def arrange_units(self, units: Sequence[OrgUnit]) -> Area:
        """Their order and what each stands under, as given; names stay. UserError when units came or went meanwhile."""
        with self._database.begin() as session:
            rows = {row.id: row for row in session.scalars(select(frame.OrgUnit))}
            if sorted(rows) != sorted(unit.id for unit in units):
                raise UserError("ส่วนราชการเปลี่ยนไปแล้วระหว่างที่จัดลำดับ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาจัดลำดับอีกครั้ง")
            for place, unit in enumerate(units):
                rows[unit.id].parent_id, rows[unit.id].place = unit.parent, place
            session.flush()
            if not renumber_units(session):
                raise InvalidRecord((_under_itself(),))
        return Area.ORGANIZATION | Area.STAFF

    def lines(self) -> tuple[PositionLine, ...]:
        with self._database.rows() as rows:
            return read_all(rows, PositionLine)

    def save_line(self, line: PositionLine) -> tuple[int, Area]:
        line = cleaned(line)
        demand(line, "line", "สายงาน")
        with self._database.begin() as session:
            same = select(frame.PositionLine.id).where(frame.PositionLine.name == line.name)
            if session.scalar(same.where(frame.PositionLine.id != line.id)) is not None:
                raise InvalidRecord((Problem("line.name", "มีสายงานชื่อนี้แล้ว กรุณาใช้ชื่ออื่น", code="line-name", place="สายงาน"),))
            return save(session, line), Area.STAFF

    def delete_line(self, line_id: int) -> tuple[Deleted, Area]:
        """What was deleted can be brought back by the catalogue's `bring_back`."""
        from hrdesk.services.deleted import take_out  # noqa: PLC0415 - the first page deletes nothing
        from hrdesk.services.register.uses import USES  # noqa: PLC0415 - as above

        with self._database.begin() as session:
            row = take(session, frame.PositionLine, line_id)
            refuse_when_used(session, row.name, line_id, USES[frame.PositionLine])
            deleted = take_out(session, frame.PositionLine, [line_id], row.name)
        return deleted, Area.STAFF

    def office(self) -> Office:
        """Everything that plans are checked and printed against, at one moment."""
        return self._reading.office()

    def staff_page(self, query: StaffQuery) -> StaffPage:
        """What it searches is kept in memory until the next write to the file."""
        written = self._database.writes
        with self._database.read() as session:
            connection = session.connection()
            if query.text and self._names[0] != written:
                self._names = written, read_names(connection)
            return staff_page(connection, query, self._names[1])

    def person(self, staff_id: int) -> PersonRecord:
        with self._database.read() as session:
            return _record(take(session, Staff, staff_id))

    def save_person(self, record: PersonRecord) -> tuple[int, Area]:
        """Raises InvalidRecord, also for a national ID or a post that somebody else has."""
        record = replace(cleaned(record), national_id=normalise_national_id(record.national_id))
        with self.changes.watch() as change, self._database.begin() as session:
            _check(session, record)
            change.begin(session, people=(record.id,))
            row = take(session, Staff, record.id) if record.id else Staff()
            if record.id and stands_elsewhere(_record(row), record):
                _archive_posts(session, (record.id,), record.left_on or _today())
            write_person(row, record)
            session.add(row)
            session.flush()
            change.end(session, f"{'แก้ไข' if record.id else 'เพิ่ม'}{record.name}", people=(row.id,))
            return row.id, Area.STAFF

    def retire(self, staff_id: int, on: date, reason: str) -> Area:
        """The person has left from that day; the post becomes vacant."""
        with self.changes.watch() as change, self._database.begin() as session:
            row = take(session, Staff, staff_id)
            change.begin(session, people=(staff_id,))
            leaving = replace(_record(row), left_on=on, left_reason=reason, position_id=None)
            _check(session, leaving)
            _archive_posts(session, (staff_id,), on)
            write_person(row, cleaned(leaving))
            change.end(session, f"บันทึกการพ้นจากตำแหน่งของ{leaving.name}")
        return Area.STAFF

    def take_back(self, staff_id: int) -> Area:
        """Somebody who left is here again, for now without a post."""
        with self.changes.watch() as change, self._database.begin() as session:
            row = take(session, Staff, staff_id)
            change.begin(session, people=(staff_id,))
            back = replace(_record(row), left_on=None, left_reason="")
            _check(session, back)
            write_person(row, back)
            change.end(session, f"รับ{back.name}กลับเข้าทะเบียน")
        return Area.STAFF

    def position(self, position_id: int) -> PositionRecord:
        with self._database.read() as session:
            row = take(session, frame.Position, position_id)
            return PositionRecord(row.id, row.number, row.title, row.line_id, row.level, row.unit_id)

    def save_position(self, record: PositionRecord) -> tuple[int, Area]:
        record = cleaned(record)
        with self.changes.watch() as change, self._database.begin() as session:
            line = session.get(frame.PositionLine, record.line_id)
            if line is None:
                text = "กรุณาเลือกสายงาน"
                raise InvalidRecord((Problem("position.line_id", text, code="position-line", place="กรอบอัตรากำลัง"),))
            if problems := check_position(record, line.position_type):
                raise InvalidRecord(problems)
            if record.unit_id is not None:
                take(session, frame.OrgUnit, record.unit_id)
            row = take(session, frame.Position, record.id) if record.id else frame.Position()
            holder = row.holder.id if record.id and row.holder is not None else None
            change.begin(session, people=(holder,), posts=(record.id,))
            if holder is not None and _is_another(row, record):
                _archive_posts(session, (holder,), _today())
            write_position(row, record)
            session.add(row)
            session.flush()
            change.end(session, f"{'แก้ไข' if record.id else 'เพิ่ม'}ตำแหน่ง “{record.title}”", posts=(row.id,))
            return row.id, Area.STAFF

    def delete_position(self, position_id: int) -> Area:
        """Raises UserError while somebody holds the post."""
        from hrdesk.services.register.uses import USES  # noqa: PLC0415 - the first page deletes nothing

        with self.changes.watch() as change, self._database.begin() as session:
            row = take(session, frame.Position, position_id)
            refuse_when_used(session, row.title, position_id, USES[frame.Position])
            change.begin(session, posts=(position_id,))
            session.delete(row)
            change.end(session, f"ลบตำแหน่ง “{row.title}”")
        return Area.STAFF


def _under_itself() -> Problem:
    text = "ส่วนราชการอยู่ภายใต้ตัวเองหรือหน่วยย่อยของตัวเองไม่ได้ กรุณาเลือกที่อื่น"
    return Problem("unit.parent", text, code="unit-parent", place="ส่วนราชการ")


def _archive_posts(session: Session, staff_ids: tuple[int, ...], on: date) -> None:
    from hrdesk.services.register.past_posts import archive_posts  # noqa: PLC0415 - its tables are many

    archive_posts(session, staff_ids, on)


def _record(row: Staff) -> PersonRecord:
    return PersonRecord(
        id=row.id,
        title=row.title,
        first_name=row.first_name,
        last_name=row.last_name,
        national_id=row.national_id or "",
        birth_date=row.birth_date,
        personnel_type=row.personnel_type,
        position_id=row.position_id,
        start_date=row.start_date,
        education=row.education,
        note=row.note,
        left_on=row.left_on,
        left_reason=row.left_reason,
    )


def _is_another(row: frame.Position, record: PositionRecord) -> bool:
    """Whether its holder will have had one post and then another: a promotion or a move, not a new number."""
    return (row.title, row.level, row.unit_id) != (record.title, record.level, record.unit_id)


def _today() -> date:
    return datetime.now().astimezone().date()


def _check(session: Session, person: PersonRecord) -> None:
    """Raise InvalidRecord for what is wrong in the record itself and against the others."""
    problems = list(check_person(person, _today()))
    place = "ข้อมูลบุคคล"
    others = select(Staff).where(Staff.id != person.id)
    if person.national_id and (same := session.scalar(others.where(Staff.national_id == person.national_id))):
        text = f"เลขประจำตัวประชาชนนี้เป็นของ{_record(same).name}อยู่แล้ว กรุณาตรวจเลขที่กรอก"
        problems.append(Problem("person.national_id", text, code="person-national-id-taken", place=place))
    if person.position_id is not None:
        if session.get(frame.Position, person.position_id) is None:
            raise UserError("ตำแหน่งที่เลือกถูกลบไปแล้ว ข้อมูลยังไม่ได้บันทึก กรุณาเลือกตำแหน่งใหม่")
        if holder := session.scalar(others.where(Staff.position_id == person.position_id)):
            text = f"ตำแหน่งนี้มีผู้ครองอยู่แล้ว คือ{_record(holder).name} กรุณาเลือกตำแหน่งว่าง"
            problems.append(Problem("person.position_id", text, code="person-position-taken", place=place))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InvalidRecord(tuple(problems))
