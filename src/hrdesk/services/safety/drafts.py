"""Forms being filled in, kept until they are saved or given up, so that a power cut costs seconds of typing.

They are asked for at every start: only keeping and dropping one needs SQLAlchemy.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.plain import moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrdesk.models.database import Database

__all__ = ["DraftService", "TypedDraft"]


@dataclass(frozen=True, slots=True)
class TypedDraft:
    key: str
    title: str  # of the form
    place: str  # key of the page it was opened from
    values: Mapping[str, str]  # by the field's name
    updated_at: datetime  # with zone


class DraftService:
    """In the database, so that drafts are as safe, and as secret, as what is saved."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, key: str, title: str, place: str, values: Mapping[str, str]) -> None:
        if self._database.read_only:
            return
        from hrdesk.models.audit import FormDraft  # noqa: PLC0415

        with self._database.begin() as session:
            row = session.get(FormDraft, key) or FormDraft(key=key)
            row.title, row.place = title, place
            payload = json.dumps(dict(values), ensure_ascii=False)
            row.payload = payload.encode("utf-8", "replace").decode("utf-8")  # half an emoji is no reason to lose the rest
            row.updated_at = datetime.now().astimezone()
            session.add(row)

    def drop(self, key: str) -> None:
        if self._database.read_only:
            return
        from sqlalchemy import delete  # noqa: PLC0415

        from hrdesk.models.audit import FormDraft  # noqa: PLC0415

        with self._database.begin() as session:
            session.execute(delete(FormDraft).where(FormDraft.key == key))

    def listed(self) -> tuple[TypedDraft, ...]:
        """Newest first; one that cannot be read is passed over."""
        with self._database.rows() as rows:
            kept = rows("SELECT key, title, place, payload, updated_at FROM form_draft ORDER BY updated_at DESC")
        return tuple(draft for row in kept if (draft := _draft(*row)) is not None)


def _draft(key: str, title: str, place: str, payload: str, updated_at: str) -> TypedDraft | None:
    try:
        values = {str(name): str(text) for name, text in json.loads(payload).items()}
    except (ValueError, AttributeError):
        return None
    return TypedDraft(key, title, place, values, moment(updated_at))
