"""A line of the record of use, for whoever adds one: with the session that did the work, or by itself."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrdesk.domain.audit import AuditAction
    from hrdesk.models.database import Database

_MOST_IDS = 40
_LINE = 500


@cache
def user_name() -> str:
    """Who is signed in to this PC."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name known to the system
        return "?"


def entry(
    action: AuditAction, subject: str, ids: tuple[int, ...] = (), detail: str = "", *,
    count: int | None = None, at: datetime | None = None,
) -> dict[str, object]:  # fmt: skip
    """One row of the record; long lists are cut, `count` tells how many there were."""
    shown = ", ".join(map(str, ids[:_MOST_IDS])) + (" …" if len(ids) > _MOST_IDS else "")
    return {
        "at": at or datetime.now(UTC), "user": user_name()[:_LINE], "action": action, "subject": subject[:64],
        "row_ids": shown[:_LINE], "count": len(ids) if count is None else count, "detail": detail[:_LINE],
    }  # fmt: skip


def note(database: Database, action: AuditAction, subject: str, ids: tuple[int, ...] = (), detail: str = "") -> None:
    """What changes no row: a view, a print, a file. Where nothing can be written there is no record either."""
    if database.read_only:
        return
    now = datetime.now(UTC)
    stored = {"at": now.replace(tzinfo=None).isoformat(" ", "microseconds"), "action": action.value}
    database.add_row("audit_entry", {**entry(action, subject, ids, detail, at=now), **stored})
