"""The record of use: rows are only ever added, which the database itself sees to; and what is typed but not saved."""

from __future__ import annotations

from sqlalchemy import DDL, Integer, String, event
from sqlalchemy.orm import Mapped, mapped_column

from hrdesk.domain.audit import AuditAction
from hrdesk.models.base import Base, Id, Line, Moment, Prose


class AuditEntry(Base):
    """No reference to other tables: an entry outlives what it tells of."""

    __tablename__ = "audit_entry"

    id: Mapped[Id]
    at: Mapped[Moment] = mapped_column(index=True)
    user: Mapped[Line]
    action: Mapped[AuditAction]
    subject: Mapped[str] = mapped_column(String(64))  # a table, or what was printed or written
    row_ids: Mapped[Line]
    count: Mapped[int] = mapped_column(Integer)
    detail: Mapped[Line]  # columns, a form, a file's name; never a value


class FormDraft(Base):
    """A form that was being filled in, as JSON by field, until it is saved or given up."""

    __tablename__ = "form_draft"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    title: Mapped[Line]
    place: Mapped[Line]  # the page and what to open there
    payload: Mapped[Prose]
    updated_at: Mapped[Moment]


def append_only(verb: str) -> str:
    """SQLite's own refusal of an UPDATE or a DELETE. PostgreSQL would do it by a right not given."""
    return (
        f"CREATE TRIGGER audit_entry_no_{verb.lower()} BEFORE {verb} ON audit_entry "
        "BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END"
    )


for _verb in ("UPDATE", "DELETE"):
    event.listen(
        AuditEntry.__table__,
        "after_create",
        DDL(append_only(_verb)).execute_if(dialect="sqlite"),  # type: ignore[no-untyped-call]
    )
