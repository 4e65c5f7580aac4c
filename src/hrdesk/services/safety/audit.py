"""The record of use in the words of the office: what services cannot know is noted here, all of it can be read."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hrdesk.domain.audit import AuditAction, AuditLine, AuditPage, AuditQuery
from hrdesk.models.audit import AuditEntry
from hrdesk.models.audit_line import note
from hrdesk.models.staff import Staff
from hrdesk.thai.dates import short_date

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database

__all__ = ["AuditAction", "AuditLine", "AuditPage", "AuditQuery", "AuditService"]

HEADINGS = ("วันที่", "เวลา", "ผู้ใช้เครื่อง", "การกระทำ", "เรื่อง", "จำนวน", "รายการ", "รายละเอียด")
_HISTORY = "training_record"
_MOST_NAMES = 3
_OF_ROWS = {AuditAction.CREATE, AuditAction.UPDATE, AuditAction.DELETE}


class AuditService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, action: AuditAction, subject: str, ids: tuple[int, ...] = (), detail: str = "") -> None:
        """What changes no row: a view, a print, a file. Where nothing can be written there is no record either."""
        note(self._database, action, subject, ids, detail)

    def page(self, query: AuditQuery) -> AuditPage:
        with self._database.read() as session:
            chosen = _chosen(query)
            total = session.scalar(select(func.count()).select_from(AuditEntry).where(*chosen)) or 0
            wanted = select(AuditEntry).where(*chosen).order_by(AuditEntry.id.desc())
            rows = list(session.scalars(wanted.offset(query.offset).limit(query.limit)))
            return AuditPage(_lines(session, rows), total)

    def subjects(self) -> tuple[str, ...]:
        """Those the record tells of, to choose from."""
        with self._database.read() as session:
            return tuple(session.scalars(select(AuditEntry.subject).distinct().order_by(AuditEntry.subject)))

    def export(self, query: AuditQuery, target: Path) -> int:
        """The lines of the filter as an Excel list; returns how many."""
        from hrdesk.reports.sheets.plain_sheet import PlainSheet, write_plain  # noqa: PLC0415 - XlsxWriter only when written

        lines = self.page(AuditQuery(query.action, query.subject, query.since, query.until, 0, 10**6)).lines
        return write_plain([PlainSheet("ประวัติการใช้งาน", [HEADINGS, *map(cells, lines)])], target)


def cells(line: AuditLine) -> tuple[str | int, ...]:
    here = line.at.astimezone()
    return (
        short_date(here.date()), f"{here:%H:%M:%S}", line.user, line.action_term, line.subject_term,
        line.count, line.names or line.row_ids, line.detail,
    )  # fmt: skip


def _chosen(query: AuditQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.action is not None:
        found.append(AuditEntry.action == query.action)
    if query.subject:
        found.append(AuditEntry.subject == query.subject)
    if query.since is not None:
        found.append(AuditEntry.at >= _midnight(query.since))
    if query.until is not None:
        found.append(AuditEntry.at < _midnight(query.until + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()


def _lines(session: Session, rows: list[AuditEntry]) -> tuple[AuditLine, ...]:
    """With the names of people as they are now: the record itself keeps none, so that they can be erased."""
    of_record = _people_of_records(session, rows)
    ids = {one for row in rows for one in _people(row, of_record)}
    names: dict[int, str] = {}
    for start in range(0, len(ids), 500):
        some = sorted(ids)[start : start + 500]
        people = session.execute(select(Staff.id, Staff.title, Staff.first_name, Staff.last_name).where(Staff.id.in_(some)))
        names |= {one.id: f"{one.title}{one.first_name} {one.last_name}".strip() for one in people}
    return tuple(
        AuditLine(
            row.id, row.at, row.user, row.action, row.subject, row.row_ids, row.count, _in_thai(row), _names(row, names, of_record)
        )
        for row in rows
    )


def _in_thai(row: AuditEntry) -> str:
    """Names of columns and of tables as the office workbook heads them; anything else as it stands."""
    from hrdesk.models.tables import METADATA  # noqa: PLC0415 - a start writes lines and shows none

    headings, sheets = _words()
    parts = row.detail.split(", ") if row.detail else []
    said = [headings.get((row.subject, part)) or sheets.get(part) for part in parts]
    known = dict.fromkeys(word for word in said if word)
    own = [part for part, word in zip(parts, said, strict=True) if not word and part not in METADATA.tables]
    hidden = row.subject in METADATA.tables and row.action in _OF_ROWS  # columns the program makes for itself
    return ", ".join([*known, *([] if hidden else own)])


@cache
def _words() -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """Headings by table and column, names of sheets by table."""
    from hrdesk.services.office_workbook.layout import LAYOUT  # noqa: PLC0415 - of the workbook, which few starts need

    headings = {(one.table_name, field.key): field.heading for one in LAYOUT for field in one.stored}
    return headings, {one.table_name: one.name for one in LAYOUT}


def _ids(row: AuditEntry) -> list[int]:
    return [int(one) for one in row.row_ids.removesuffix(" …").split(", ") if one.isdigit()]


def _people_of_records(session: Session, rows: list[AuditEntry]) -> dict[int, int]:
    """Whose each entry of the training history is."""
    from hrdesk.models.history import TrainingRecord  # noqa: PLC0415 - with the tables of classes, at every start

    ids = sorted({one for row in rows if row.subject == _HISTORY for one in _ids(row)})
    found: dict[int, int] = {}
    for start in range(0, len(ids), 500):
        some = select(TrainingRecord.id, TrainingRecord.staff_id).where(TrainingRecord.id.in_(ids[start : start + 500]))
        found |= {one.id: one.staff_id for one in session.execute(some)}
    return found


def _people(row: AuditEntry, of_record: dict[int, int]) -> list[int]:
    if row.subject == _HISTORY:
        return list(dict.fromkeys(of_record[one] for one in _ids(row) if one in of_record))
    return _ids(row) if row.subject == "staff" else []


def _names(row: AuditEntry, names: dict[int, str], of_record: dict[int, int]) -> str:
    people = _people(row, of_record)
    known = [names[one] for one in people if one in names]
    whole = not row.row_ids.endswith("…")
    if row.subject == _HISTORY:  # several records of one person are one person; of a cut list nobody knows how many
        more = f"{len(people) - _MOST_NAMES:,} คน" if whole else "หลายคน"
        others = len(people) > _MOST_NAMES or not whole
    else:
        more, others = f"{row.count - _MOST_NAMES:,} คน", row.count > _MOST_NAMES
    return ", ".join(known[:_MOST_NAMES]) + (f" และอีก {more}" if others and known else "")
