"""Everything of an office out to one workbook, and from it into an office without people and plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hrdesk.domain.backup import Reason
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.plan import WizardDraft
from hrdesk.progress import part
from hrdesk.services.office_workbook.layout import LAYOUT
from hrdesk.services.office_workbook.storing import demand_empty, store_office
from hrdesk.services.safety.protected import protected
from hrdesk.services.values import Area

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database
    from hrdesk.services.office_workbook.records import OfficeRecords
    from hrdesk.services.safety.backup import BackupService

_EVERYTHING = ~Area(0)


@dataclass(frozen=True, slots=True)
class Exported:
    records: int
    unfinished: bool  # a plan lies in the wizard, which the workbook does not hold


class OfficeWorkbookService:
    def __init__(self, database: Database, backup: BackupService) -> None:
        self._database = database
        self._backup = backup

    def export(self, target: Path, password: str = "") -> Exported:
        """Locked with the password when there is one. UserError when the file cannot be written; an older one then stays."""
        from hrdesk.reports.sheets.workbook import write_records  # noqa: PLC0415 - a start exports nothing
        from hrdesk.services.office_workbook.export import sheets_of  # noqa: PLC0415

        with part(0.0, 0.3), self._database.read() as session:
            cover, sheets = sheets_of(session)
            unfinished = session.scalar(select(WizardDraft.id)) is not None
        with part(0.3, 1.0), protected(target, password) as place:
            return Exported(write_records(cover, sheets, place), unfinished)

    def count(self) -> int:
        """Records that an export would hold."""
        with self._database.read() as session:
            tables = (layout.table for layout in LAYOUT)
            return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in tables)

    def import_from(self, source: Path, password: str = "") -> Area:
        """Take everything from a workbook, after a backup.

        UserError (InvalidWorkbook where cells are at fault) with nothing changed, also when the office already
        has people, posts, units or plans.
        """
        with self._database.read() as session:
            demand_empty(session)
        with part(0.0, 0.5):
            office = _read(source, password)
        with part(0.5, 0.6):
            self._backup.before(Reason.BEFORE_IMPORT)
        with part(0.6, 1.0), self._database.begin() as session:
            store_office(session, office)
        return _EVERYTHING


def filled_from(source: Path, password: str = "") -> Callable[[Session], None]:
    """What fills a new database with the contents of a workbook, which is read first."""
    office = _read(source, password)
    return lambda session: store_office(session, office)


def _read(source: Path, password: str) -> OfficeRecords:
    from hrdesk.services.office_workbook.reading import read_office  # noqa: PLC0415 - only who imports needs it

    return read_office(source, password)
