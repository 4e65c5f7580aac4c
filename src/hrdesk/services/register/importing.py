"""Import of staff and positions: read, compare, write in one transaction after a backup, take back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hrdesk.domain.backup import Reason
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.imports import ImportBatch, ImportMapping
from hrdesk.progress import part
from hrdesk.services.bulk import collector_paused
from hrdesk.services.register.states import state_of
from hrdesk.services.safety.protected import protected
from hrdesk.services.sheets.reader import read_pasted, read_sheets
from hrdesk.services.staffing.again import UndoneImport, left_by, make_again
from hrdesk.services.staffing.choosing import choose_tables, read_tables
from hrdesk.services.staffing.compare import NO_ROWS, Policy, Preview, Status, compare
from hrdesk.services.staffing.mapping import load_mapping, mapping_of, remembered
from hrdesk.services.staffing.proposal import propose
from hrdesk.services.staffing.store import load_register, write_preview
from hrdesk.services.staffing.takeback import take_back
from hrdesk.services.staffing.undo import Journal
from hrdesk.services.values import Area

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database
    from hrdesk.services.register.changes import RegisterChanges
    from hrdesk.services.safety.backup import BackupService, Outcome
    from hrdesk.services.sheets.sheet import Sheet
    from hrdesk.services.staffing.compare import Place
    from hrdesk.services.staffing.entry import Reading
    from hrdesk.services.staffing.headings import Table
    from hrdesk.services.staffing.mapping import ColumnMapping

__all__ = ["Batch", "ImportResult", "Policy", "Preview", "StaffImportService", "Status", "load_mapping"]

NOTHING = Area(0)
KEPT_BATCHES = 5  # that can still be taken back


@dataclass(frozen=True, slots=True)
class Batch:
    id: int
    made_at: datetime  # with its zone
    source: str
    summary: str
    undone: bool = False  # taken back since the program was started, and can be made again


@dataclass(frozen=True, slots=True)
class ImportResult:
    """`batch` and `backup` are None when there was nothing to change, and so nothing was written."""

    preview: Preview
    batch: int | None = None
    backup: Outcome | None = None
    area: Area = NOTHING


class StaffImportService:
    def __init__(self, database: Database, backup: BackupService, changes: RegisterChanges) -> None:
        self._database = database
        self._backup = backup
        self._changes = changes  # whoever forgets these forgets what was taken back

    def sheets(self, path: Path, password: str = "") -> tuple[Sheet, ...]:
        """UserError for every file that cannot be read; `LockedFile` where a password is missing or wrong."""
        return read_sheets(path, password)

    def pasted(self, text: str) -> tuple[Sheet, ...]:
        return read_pasted(text)

    def tables(self, sheets: Sequence[Sheet], mapping: ColumnMapping | None = None) -> tuple[Table, ...]:
        """The staffing list, its columns as said, remembered or recognised. UserError when there is none."""
        return choose_tables(sheets, mapping, self._recall)

    def proposed(
        self, sheets: Sequence[Sheet], sheet: str = "", header_row: int | None = None, header_rows: int = 1
    ) -> Table:
        """The list as it seems to be, for the officer to confirm or to change; rows count from 1."""
        return propose(sheets, self._recall, sheet, header_row, header_rows)

    def read(self, tables: Sequence[Table]) -> Reading:
        with collector_paused():
            return read_tables(tables, _today())

    def preview(
        self, reading: Reading, policy: Policy = Policy.UPDATE, own: Mapping[Place, Policy] = NO_ROWS
    ) -> Preview:
        """What importing would do; writes nothing. `own` are rows decided apart from the others."""
        with collector_paused(), self._database.read() as session:
            return compare(reading, load_register(session), _today(), policy, own)

    def apply(
        self,
        reading: Reading,
        source: str,
        policy: Policy = Policy.UPDATE,
        remember: Sequence[Table] = (),
        own: Mapping[Place, Policy] = NO_ROWS,
    ) -> ImportResult:
        """Import all rows that are not wrong, or nothing at all. `remember` are tables whose columns were said.

        Compared anew inside the transaction, so that what is written fits what is stored by then. Stopped on
        the way (`hrdesk.progress`), it leaves everything as it was.
        """
        with part(0.0, 0.25):
            preview = self.preview(reading, policy, own)
        if preview.changes_nothing and not remember:
            return ImportResult(preview)
        with part(0.25, 0.35):
            backup = self._backup.before(Reason.BEFORE_IMPORT)
        with collector_paused(), self._database.begin() as session:
            with part(0.35, 0.6):
                preview = compare(reading, load_register(session), _today(), policy, own)
            for table in remember:
                _remember(session, table)
            if preview.changes_nothing:
                return ImportResult(preview, None, backup)
            with part(0.6, 1.0):
                journal = write_preview(session, preview)
            batch = self._keep_batch(session, journal, source, preview)
        return ImportResult(preview, batch, backup, Area.STAFF | (Area.ORGANIZATION if preview.new_units else NOTHING))

    def batches(self) -> tuple[Batch, ...]:
        """Imports that can still be taken back or made again, newest first."""
        columns = (ImportBatch.id, ImportBatch.made_at, ImportBatch.source, ImportBatch.summary)
        undone = [Batch(n, one.made_at, one.source, one.summary, undone=True) for n, one in self._changes.imports.items()]
        with self._database.read() as session:
            done = [Batch(*row) for row in session.execute(select(*columns))]
        return tuple(sorted((*done, *undone), key=lambda batch: -batch.id))

    def undo(self, batch: int) -> Area:
        """Everything that the import changed is as it was before. UserError when some of it was changed since."""
        self._backup.before(Reason.BEFORE_DELETE)
        with collector_paused(), self._database.begin() as session:
            row = session.get(ImportBatch, batch)
            if row is None:
                raise UserError("การนำเข้าครั้งนี้ถูกยกเลิกไปแล้ว หรือเก่าเกินกว่าจะยกเลิกได้ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้ไขรายการโดยตรง")
            journal = Journal.load(row.payload)
            left = left_by(session, journal)
            take_back(session, journal)
            now = state_of(session, left.state.people, left.state.posts)
            undone = UndoneImport(row.made_at, row.source, row.summary, row.payload, left, now)
            session.delete(row)
        self._changes.imports[batch] = undone
        self._changes.drop(batch)
        return Area.STAFF | Area.ORGANIZATION

    def redo(self, batch: int) -> Area:
        """What was taken back is there again, to the letter. UserError when some of it was changed since."""
        undone = self._changes.imports.get(batch)
        if undone is None:
            raise UserError("ไม่มีการนำเข้าครั้งนี้ให้ทำอีกครั้งแล้ว ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณานำเข้าจากแฟ้มเดิม")
        self._backup.before(Reason.BEFORE_IMPORT)
        with collector_paused(), self._database.begin() as session:
            make_again(session, undone)
            session.add(
                ImportBatch(
                    id=batch, made_at=undone.made_at, source=undone.source, summary=undone.summary, payload=undone.payload
                )
            )
        del self._changes.imports[batch]
        self._changes.drop(batch)
        return Area.STAFF | Area.ORGANIZATION

    def template(self, target: Path, password: str = "") -> int:
        """Today's posts and people in the layout that reads best, locked with a password; returns rows."""
        from hrdesk.services.staffing.template import template_sheet  # noqa: PLC0415

        with self._database.read() as session:
            register = load_register(session)
        with protected(target, password) as place:
            return _write([template_sheet(register)], place)

    def wrong_rows(self, tables: Sequence[Table], preview: Preview, target: Path, password: str = "") -> int:
        """The rows that were not imported, in the layout they came in, with the reasons; returns rows."""
        from hrdesk.services.staffing.template import wrong_sheets  # noqa: PLC0415

        with protected(target, password) as path:
            _write(wrong_sheets(tables, preview.wrong), path)
        return len({(cell.sheet, cell.row) for cell in preview.wrong})

    def _keep_batch(self, session: Session, journal: Journal, source: str, preview: Preview) -> int:
        counts = f"ใหม่ {preview.count(Status.NEW)} เปลี่ยน {preview.count(Status.CHANGED)}"
        last = max((session.scalar(select(func.max(ImportBatch.id))) or 0, *self._changes.imports))
        batch = ImportBatch(
            id=last + 1, made_at=datetime.now().astimezone(), source=source[:500], summary=counts, payload=journal.dump()
        )
        session.add(batch)
        session.flush()
        for old in session.scalars(select(ImportBatch).order_by(ImportBatch.id.desc()).offset(KEPT_BATCHES)):
            session.delete(old)
        return batch.id

    def _recall(self, signature: str) -> ColumnMapping | None:
        with self._database.read() as session:
            text = session.scalar(select(ImportMapping.columns).where(ImportMapping.signature == signature))
        return remembered(text) if text else None


def _write(sheets: Sequence[object], target: Path) -> int:
    from hrdesk.reports.sheets.plain_sheet import write_plain  # noqa: PLC0415 - XlsxWriter only when written

    return write_plain(sheets, target)  # type: ignore[arg-type]


def _remember(session: Session, table: Table) -> None:
    row = session.get(ImportMapping, table.signature) or ImportMapping(signature=table.signature)
    row.columns, row.updated_at = mapping_of(table).dump(), datetime.now().astimezone()
    session.add(row)


def _today() -> date:
    return datetime.now().astimezone().date()
