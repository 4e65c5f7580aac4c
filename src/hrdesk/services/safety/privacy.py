"""What the law on personal data asks of an office: show little, hand over on request, and forget in time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from hrdesk.domain.audit import AuditAction
from hrdesk.domain.backup import Reason
from hrdesk.domain.fiscal import years_later
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.audit import AuditEntry
from hrdesk.models.audit_line import entry
from hrdesk.models.staff import Staff
from hrdesk.services.area import Area
from hrdesk.services.pc import KEPT_YEARS
from hrdesk.services.records import take
from hrdesk.services.register.person_file import person_sheets
from hrdesk.services.safety.forgetting import NOBODY, forget, named
from hrdesk.services.safety.protected import protected

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.models.database import Database
    from hrdesk.services.safety.audit import AuditService
    from hrdesk.services.safety.backup import BackupService

__all__ = ["Leaver", "PersonName", "PrivacyService"]


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
            return tuple(PersonName(row.id, named(row), row.left_on is not None) for row in rows)

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
                Leaver(row.id, named(row), row.left_on, row.left_reason, until, until < now)
                for row in rows
                if row.left_on is not None and (until := years_later(row.left_on, years))
            )

    def anonymise(self, staff_ids: tuple[int, ...]) -> Area:
        """Forget who these people were, not that there were such people: types, dates of service, classes and
        results stay for the figures. Nothing brings it back but a backup made before, and one is made first.

        UserError, with nothing changed, for somebody who has not left.
        """
        self._backup.before(Reason.BEFORE_DELETE)
        with self._database.begin() as session:
            for staff_id in staff_ids:
                forget(session, take(session, Staff, staff_id))
            session.execute(insert(AuditEntry), [entry(AuditAction.ANONYMISE, "staff", staff_ids)])
        self._database.compact()
        return ~Area(0)  # the name may have stood anywhere
