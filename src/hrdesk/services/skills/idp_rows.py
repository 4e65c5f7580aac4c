"""Individual development plans as rows and back."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from hrdesk.domain.idp import IdpItem, IdpRecord
from hrdesk.models.idp import Idp
from hrdesk.models.idp import IdpItem as ItemRow
from hrdesk.services.records import cleaned

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

_NOT_COLUMNS = frozenset({"id", "name", "items"})
_ITEM = tuple(f.name for f in fields(IdpItem))
_HEAD = tuple(f.name for f in fields(IdpRecord) if f.name not in _NOT_COLUMNS)


def record_of(row: Idp, name: str) -> IdpRecord:
    items = tuple(IdpItem(**{key: getattr(item, key) for key in _ITEM}) for item in row.items)
    return IdpRecord(id=row.id, name=name, items=items, **{key: getattr(row, key) for key in _HEAD})


def write_idp(session: Session, row: Idp, record: IdpRecord, now: datetime) -> None:
    """The whole plan, its items in their order."""
    record = cleaned(record)
    for key in _HEAD:
        setattr(row, key, getattr(record, key))
    row.updated_at = now
    row.items.clear()
    session.add(row)
    session.flush()
    for place, item in enumerate(map(cleaned, record.items), 1):
        row.items.append(ItemRow(place=place, **{key: getattr(item, key) for key in _ITEM}))
    session.flush()
