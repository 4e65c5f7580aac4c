"""Forgetting a person who left: in the register, in what hangs on it, and wherever the name was typed as text.

What stays is what was announced: a public paper is kept whole by the rules of archives (`KEPT_WHOLE`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, String, Text, and_, not_, or_, select, update

from hrdesk.domain.life import FROZEN
from hrdesk.domain.staff import PersonRecord
from hrdesk.errors import UserError
from hrdesk.models.audit import FormDraft
from hrdesk.models.imports import ImportBatch
from hrdesk.models.plan import CommitteeMember, Plan
from hrdesk.models.staff import Staff
from hrdesk.models.tables import METADATA
from hrdesk.services.register.office_rows import write_person
from hrdesk.services.register.person_file import clauses, hanging
from hrdesk.thai.text import name_in_text

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from sqlalchemy import Column, Table
    from sqlalchemy.orm import Session

NOBODY = "ไม่ระบุชื่อ"  # the first name of a person who was forgotten
KEPT_WHOLE = ("plan_edition", "audit_entry")  # as announced; only grows, and holds no values
# Of an announced plan too: these are the office's own notes about it, not what was announced.
_NOTES = ("meeting", "meeting_item", "meeting_attendee", "plan_event", "monitoring_report", "monitoring_explanation")
# Where a name stands alone beside a post, or is a line to sign on: the post or the empty line says more than "nobody".
_LEFT_EMPTY = {
    ("committee_member", "name"), ("meeting_attendee", "name"), ("meeting_attendee", "substitute"), ("meeting", "recorder"),
    ("meeting", "reviewer"), ("organization", "head_name"), ("organization", "chief_name"),
}  # fmt: skip
_SEAT = {"committee_member": "กรรมการ", "meeting_attendee": "ผู้เข้าประชุม"}  # the post of a seat that had only a name


def named(row: Staff) -> str:
    return f"{row.title}{row.first_name} {row.last_name}".strip()


def forget(session: Session, row: Staff) -> None:
    """UserError, with nothing changed, for somebody who has not left."""
    if row.left_on is None:
        raise UserError(
            f"{named(row)} ยังปฏิบัติงานอยู่ จึงไม่ได้ลบข้อมูลระบุตัวบุคคลของใคร ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาบันทึกการพ้นจากตำแหน่งก่อน"
        )
    _forget_copies(session, row)
    _leave_seats(session, row)
    for table, clause in clauses(row.id).items():
        prose = [column.name for column in METADATA.tables[table].columns if isinstance(column.type, Text)]
        if prose and table != "staff":
            session.execute(update(METADATA.tables[table]).where(clause).values(dict.fromkeys(prose, "")))
    _forget_in_text(session, row)
    write_person(row, PersonRecord(
        row.id, "", NOBODY, str(row.id), personnel_type=row.personnel_type, education=row.education,
        start_date=row.start_date, left_on=row.left_on, left_reason=row.left_reason,
    ))  # fmt: skip


def _leave_seats(session: Session, row: Staff) -> None:
    """On committees of plans not announced the post stands alone, however the name was written there."""
    seats = select(CommitteeMember).join(Plan).where(CommitteeMember.staff == row.id, Plan.status.not_in(FROZEN))
    for seat in session.scalars(seats):
        seat.name, seat.staff = "", None
        seat.position = seat.position or _SEAT["committee_member"]


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


def _forget_in_text(session: Session, row: Staff) -> None:
    """Minutes, remarks, lines for signatures, plans half made in the wizard: typed names that no reference tells of.

    Nothing where another person bears the same name: nobody can tell who is meant.
    """
    session.flush()
    alike = select(Staff.last_name).where(Staff.first_name == row.first_name, Staff.id != row.id)
    longer = [last for last in session.scalars(alike) if last.startswith(row.last_name)]
    if not row.first_name or not row.last_name or row.last_name in longer:
        return
    name = name_in_text(row.first_name, row.last_name, longer)
    kept = _kept_rows()
    for table in METADATA.sorted_tables:
        if table.name not in KEPT_WHOLE:
            _forget_in_table(session, table, row, name, kept.get(table.name))


def _forget_in_table(
    session: Session, table: Table, row: Staff, name: re.Pattern[str], kept: ColumnElement[bool] | None
) -> None:
    texts = [column for column in table.columns if _is_text(column)]
    if not texts:
        return
    holds = or_(*(and_(one.contains(row.first_name, autoescape=True), one.contains(row.last_name, autoescape=True)) for one in texts))
    where = holds if kept is None else and_(holds, not_(kept))
    for found in session.execute(select(table).where(where)).mappings().all():
        values = dict(_changed(table, texts, found, name))
        if values:
            own = and_(*(column == found[column.key] for column in table.primary_key))
            session.execute(update(table).where(own).values(values))


def _changed(table: Table, texts: list[Column[str]], found: object, name: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for column in texts:
        old = found[column.key]  # type: ignore[index]
        if not old or not name.search(old):
            continue
        alone = name.fullmatch(old.strip()) is not None
        empty = alone and (table.name, column.name) in _LEFT_EMPTY
        yield column.name, "" if empty else name.sub(NOBODY, old)
        if empty and column.name == "name" and not found["position"]:  # type: ignore[index]
            yield "position", _SEAT[table.name]


def _is_text(column: Column[object]) -> bool:
    return type(column.type) in {String, Text} and not column.primary_key and not column.foreign_keys


def _kept_rows() -> dict[str, ColumnElement[bool]]:
    """By table, the rows that are part of an announced plan."""
    found: dict[str, ColumnElement[bool]] = {"plan": METADATA.tables["plan"].c.status.in_(FROZEN)}
    for table in METADATA.sorted_tables:
        ways = hanging(table, found) if table.name not in _NOTES else []
        if ways and table.name != "plan":
            found[table.name] = or_(*ways)
    return found
