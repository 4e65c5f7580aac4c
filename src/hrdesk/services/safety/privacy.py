"""What the law on personal data asks of an office: show little, hand over on request, and forget in time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Text, insert, select, update

from hrdesk.domain.audit import AuditAction
from hrdesk.domain.backup import Reason
from hrdesk.domain.life import FROZEN
from hrdesk.domain.staff import PersonRecord
from hrdesk.errors import UserError
from hrdesk.models.audit import AuditEntry, FormDraft
from hrdesk.models.audit_hook import entry
from hrdesk.models.imports import ImportBatch
from hrdesk.models.plan import CommitteeMember, Plan
from hrdesk.models.staff import Staff
from hrdesk.models.tables import METADATA
from hrdesk.services.area import Area
from hrdesk.services.pc import KEPT_YEARS
from hrdesk.services.records import take
from hrdesk.services.register.office_rows import write_person
from hrdesk.services.register.person_file import clauses, person_sheets
from hrdesk.services.safety.protected import protected

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database
    from hrdesk.services.safety.audit import AuditService
    from hrdesk.services.safety.backup import BackupService

__all__ = ["Leaver", "PersonName", "PrivacyService"]

NOBODY = "ไม่ระบุชื่อ"  # the first name of a person who was forgotten


@dataclass(frozen=True, slots=True)
class PersonName:
    id: int
    name: str
    left: bool


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who left and is still named; `until` is the last day the data need to be kept."""

    id: int
    name: str
    left_on: date
    reason: str
    until: date
    due: bool


class PrivacyService:
    def __init__(self, database: Database, backup: BackupService, audit: AuditService) -> None:
        self._database = database
        self._backup = backup
        self._audit = audit

    def full_id(self, staff_id: int) -> str:
        """The whole national ID, which the record of use then tells of; empty while not known."""
        with self._database.read() as session:
            number = take(session, Staff, staff_id).national_id or ""
        if number:
            self._audit.note(AuditAction.VIEW_ID, "staff", (staff_id,))
        return number

    def people(self) -> tuple[PersonName, ...]:
        """Everybody who is named, those who left included, in the order of names."""
        with self._database.read() as session:
            rows = session.scalars(select(Staff).where(Staff.first_name != NOBODY).order_by(Staff.sort_key, Staff.id))
            return tuple(PersonName(row.id, _name(row), row.left_on is not None) for row in rows)

    def person_data(self, staff_id: int, target: Path, password: str = "") -> int:
        """Everything kept of one person as a workbook, locked with the password where there is one; returns rows."""
        from hrdesk.reports.sheets.workbook import write_records  # noqa: PLC0415 - XlsxWriter only when written

        with self._database.read() as session:
            cover, sheets = person_sheets(session, take(session, Staff, staff_id))
        with protected(target, password) as path:
            return write_records(cover, sheets, path)

    def leavers(self, years: int = KEPT_YEARS, today: date | None = None) -> tuple[Leaver, ...]:
        """Those who left and are still named, who is due first."""
        now = today or datetime.now().astimezone().date()
        with self._database.read() as session:
            left = select(Staff).where(Staff.left_on.is_not(None), Staff.first_name != NOBODY)
            rows = session.scalars(left.order_by(Staff.left_on, Staff.sort_key))
            return tuple(
                Leaver(row.id, _name(row), row.left_on, row.left_reason, until, until < now)
                for row in rows
                if row.left_on is not None and (until := _later(row.left_on, years))
            )

    def anonymise(self, staff_ids: tuple[int, ...]) -> Area:
        """Forget who these people were, not that there were such people: types, dates of service, classes and
        results stay for the figures. Nothing brings it back but a backup made before, and one is made first.

        UserError, with nothing changed, for somebody who has not left.
        """
        self._backup.before(Reason.BEFORE_DELETE)
        with self._database.begin() as session:
            for staff_id in staff_ids:
                _forget(session, take(session, Staff, staff_id))
            session.execute(insert(AuditEntry), [entry(AuditAction.ANONYMISE, "staff", staff_ids)])
        self._database.compact()
        return Area.STAFF


def _name(row: Staff) -> str:
    return f"{row.title}{row.first_name} {row.last_name}".strip()


def _later(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 28."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _forget(session: Session, row: Staff) -> None:
    if row.left_on is None:
        raise UserError(f"{_name(row)} ยังปฏิบัติงานอยู่ จึงไม่ได้ลบข้อมูลระบุตัวบุคคลของใคร กรุณาบันทึกการพ้นจากตำแหน่งก่อน")
    _forget_copies(session, row)
    _leave_seats(session, row)
    for table, clause in clauses(row.id).items():
        prose = [column.name for column in METADATA.tables[table].columns if isinstance(column.type, Text)]
        if prose and table != "staff":
            session.execute(update(METADATA.tables[table]).where(clause).values(dict.fromkeys(prose, "")))
    write_person(row, PersonRecord(
        row.id, "", NOBODY, str(row.id), personnel_type=row.personnel_type, education=row.education,
        start_date=row.start_date, left_on=row.left_on, left_reason=row.left_reason,
    ))  # fmt: skip


def _leave_seats(session: Session, row: Staff) -> None:
    """On committees of plans not announced the post stands alone; an announced plan is a public paper and stays whole."""
    seats = select(CommitteeMember).join(Plan).where(CommitteeMember.staff == row.id, Plan.status.not_in(FROZEN))
    for seat in session.scalars(seats):
        seat.name, seat.staff = "", None
        seat.position = seat.position or "กรรมการ"


def _forget_copies(session: Session, row: Staff) -> None:
    """Imports that could be taken back, and forms half filled in, hold the person too."""
    words = {word for word in (row.national_id, f"{row.first_name} {row.last_name}") if word}
    for kept in (*session.scalars(select(ImportBatch)), *session.scalars(select(FormDraft))):
        both = all(_holds(kept.payload, name) for name in (row.first_name, row.last_name) if name)
        if both or any(_holds(kept.payload, word) for word in words):
            session.delete(kept)


def _holds(payload: str, word: str) -> bool:
    """In JSON, letters stand as they are or as escapes."""
    return word in payload or json.dumps(word)[1:-1] in payload
