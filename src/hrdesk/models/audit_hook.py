"""Every transaction that writes records, in itself, what it touched: tables, ids and columns, never values.

One hook on the session sees all of it, so that no service can forget. What hangs on a row (a plan's projects, their
budgets) is told as a change of that row.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, event, insert, inspect

from hrdesk.domain.audit import AuditAction
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.audit import AuditEntry
from hrdesk.models.audit_line import entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Result
    from sqlalchemy.orm import ORMExecuteState, Session

_INFO = "changes"  # where a session holds what it touches
UNRECORDED = {"audit_entry", "form_draft", "wizard_draft", "schedule_draft", "import_mapping"}
WHOLE = {"training_record"}  # parts that are told of one by one: others ask who changed them


@cache
def owner_of(table: Table) -> Table:
    """The table whose row goes with it when it is deleted; itself when there is none, or it is told of by itself."""
    if table.name in WHOLE:
        return table
    for column in table.columns:
        for key in column.foreign_keys:
            if key.ondelete == "CASCADE" and key.column.table.name != table.name:
                return owner_of(key.column.table)
    return table


@dataclass
class _Touched:
    ids: dict[int, None] = field(default_factory=dict)  # in order, each once
    count: int = 0
    details: dict[str, None] = field(default_factory=dict)


class Changes:
    """What one session touches, from `watch` to `write`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._touched: defaultdict[tuple[AuditAction, str], _Touched] = defaultdict(_Touched)
        session.info[_INFO] = self
        event.listen(session, "after_flush", self._flushed)
        event.listen(session, "do_orm_execute", self._executed)

    def write(self) -> None:
        """Add one entry for each kind of change, in the session's own transaction."""
        self._session.flush()
        now = datetime.now(UTC)
        rows = [
            entry(action, subject, tuple(found.ids), ", ".join(found.details), count=found.count, at=now)
            for (action, subject), found in self._touched.items()
        ]
        if rows:
            self._session.execute(insert(AuditEntry), rows)

    def tell(self, action: AuditAction, table: Table, count: int) -> None:
        """Of rows that went past the session."""
        self._add(action, table, None, count, ())

    def _flushed(self, session: Session, _context: object) -> None:
        for action, rows in (
            (AuditAction.CREATE, session.new), (AuditAction.UPDATE, session.dirty), (AuditAction.DELETE, session.deleted),
        ):  # fmt: skip
            for row in rows:
                columns = _changed(row) if action is AuditAction.UPDATE else ()
                if columns or action is not AuditAction.UPDATE:
                    self._add(action, inspect(row).mapper.local_table, getattr(row, "id", None), 1, columns)

    def _executed(self, state: ORMExecuteState) -> Result[Any] | None:
        """Statements on whole tables, past the rows of the session."""
        action = (
            AuditAction.CREATE if state.is_insert
            else AuditAction.UPDATE if state.is_update
            else AuditAction.DELETE if state.is_delete
            else None
        )  # fmt: skip
        table = getattr(state.statement, "table", None)
        if action is None or not isinstance(table, Table) or table.name in UNRECORDED:
            return None
        parameters = state.parameters if isinstance(state.parameters, list) else []
        result = state.invoke_statement()
        counted = getattr(result, "rowcount", -1)
        self._add(action, table, None, len(parameters) or max(counted, 0 if action is not AuditAction.CREATE else 1), ())
        return result

    def _add(self, action: AuditAction, table: object, row_id: object, count: int, columns: Iterable[str]) -> None:
        if not isinstance(table, Table) or table.name in UNRECORDED or not count:
            return
        if action is AuditAction.CREATE and table.name == "import_batch":  # what an import keeps to be taken back by
            action = AuditAction.IMPORT
        owner = owner_of(table)
        whole = owner.name == table.name  # by name: a statement brings a copy of the table that only equals it
        found = self._touched[action if whole else AuditAction.UPDATE, owner.name]
        found.count += count if whole else 0
        found.details.update(dict.fromkeys(columns if whole else (table.name,)))
        if whole and isinstance(row_id, int):
            found.ids[row_id] = None


def changes_of(session: Session) -> Changes | None:
    """None where the session only reads."""
    return session.info.get(_INFO)


def _changed(row: object) -> tuple[str, ...]:
    state = inspect(row)
    names = {column.key for column in state.mapper.column_attrs}
    return tuple(one.key for one in state.attrs if one.key in names and one.history.has_changes())
