"""What the first page shows, as plain values that outlive the program: kept beside the database when it is closed.

The next start shows them before SQLAlchemy is imported, if the file is the one they were taken from and no day has come
that changes them ([why](docs/decisions/0006-first-page-kept.md)).
"""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import hrdesk
from hrdesk.domain.evidence import EvidenceItem
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.errors import Problem
from hrdesk.models.beside import begins_plain
from hrdesk.services.beside import backups_state, newest_backup
from hrdesk.services.value_json import from_json, to_json


class DueItem(NamedTuple):
    """Something to do by a day. `page` and `place` say where in the window."""

    text: str
    due: date
    place: str
    page: str = "monitoring"

    def late(self, today: date) -> bool:
        return self.due < today


class RoundGlance(NamedTuple):
    """A monitoring round that has its day. The plan's own class would bring all of the plan to be imported."""

    year: int  # Buddhist-era fiscal year
    number: int
    due: date


class PlanGlance(NamedTuple):
    """The newest plan."""

    period: PlanPeriod
    status: PlanStatus
    projects: int
    totals: tuple[int, ...]  # satang of each year of the period
    used: tuple[int | None, ...]  # the same; None in a year without projects of its own
    covered: int  # posts that a project reaches
    rounds: tuple[RoundGlance, ...]
    scheduled: frozenset[int]  # years whose rounds have a schedule of their own


class WizardGlance(NamedTuple):
    """A plan that is half made."""

    period: PlanPeriod
    updated_at: datetime  # with zone


class PackGlance(NamedTuple):
    """The evidence of a fiscal year; `plan` is the id of the plan that holds it."""

    year: int
    items: tuple[EvidenceItem, ...]
    plan: int | None


class Glance(NamedTuple):
    office: str  # full name
    placed: bool  # its place and who signs are filled in
    positions: int
    people: int  # who hold one
    courses: int
    plan: PlanGlance | None
    problems: tuple[Problem, ...]
    wizard: WizardGlance | None
    due: tuple[DueItem, ...]
    pack: PackGlance


class Kept(NamedTuple):
    """A glance taken of the file in that state; good on the days from `since` until before `until`."""

    state: str
    since: date
    until: date
    glance: Glance
    backup: datetime | None = None  # when the newest one was made
    backups: int = 0  # `backups_state` of then

    def newest_backup(self, database: Path) -> datetime | None:
        """Read anew where one was made or taken away since."""
        return self.backup if self.backups == backups_state(database) else newest_backup(database)


def state_of(database: Path) -> str:
    """Changes with every transaction that writes (SQLite counts them in bytes 24 to 27) and with every other file.

    Empty where nothing may be kept in the clear, or where a journal says that the file is not what it seems.
    """
    try:
        if not begins_plain(database) or any(_size(database.with_name(database.name + end)) for end in ("-journal", "-wal")):
            return ""
        with database.open("rb") as file:
            head = file.read(100)
        found = database.stat()
    except OSError:
        return ""
    rules = f"{hrdesk.__version__} {_newest_rule()}"
    return f"{rules} {found.st_size} {found.st_mtime_ns} {head[24:28].hex()} {head[60:64].hex()}"


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _newest_rule() -> int:
    """Whoever changes a rule in the source sees what comes of it; an installed program has its version for that."""
    folder = Path(hrdesk.__file__).parent / "domain"
    parts = [part for part in (folder, folder / "check") if part.is_dir()]
    return max((entry.stat().st_mtime_ns for part in parts for entry in os.scandir(part) if entry.name.endswith(".py")), default=0)


def kept_path(database: Path) -> Path:
    return database.with_name(f"{database.name}.glance.json")


def read_kept(database: Path, today: date) -> Kept | None:
    """None unless it is true today: never kept, of another state of the file, or unreadable."""
    try:
        kept = from_json(Kept, kept_path(database).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return kept if kept.since <= today < kept.until and kept.state == state_of(database) else None


def write_kept(database: Path, kept: Kept) -> None:
    """Whole or not at all; a folder that takes no file is no trouble."""
    part = kept_path(database).with_suffix(".part")
    try:
        part.write_text(to_json(kept), "utf-8")
        part.replace(kept_path(database))
    except OSError:
        part.unlink(missing_ok=True)


def drop_kept(database: Path) -> None:
    """When the data change: what was kept may name who is to be forgotten, so its bytes go too."""
    from hrdesk.models.wiping import erase  # noqa: PLC0415 - the window shows without it

    try:
        erase(kept_path(database))
    except OSError:  # a folder that cannot be written; its state tells that it is old
        return
