"""Is the office's file whole? Read through once after the start, while the officer already works."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from hrdesk.models.database import Database


@dataclass(frozen=True, slots=True)
class Health:
    at: datetime
    faults: tuple[str, ...]  # in SQLite's words; none when every page, index and reference is right


class HealthService:
    def __init__(self, database: Database) -> None:
        self._database = database
        self.last: Health | None = None  # of this session

    def check(self) -> Health:
        """Reads the whole file; UserError when it cannot be read at all."""
        self.last = Health(datetime.now().astimezone(), self._database.full_check())
        return self.last
