"""Backups in the words of the office: made by themselves, verified, compared, brought back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.domain.audit import AuditAction
from hrdesk.domain.backup import Manifest, Reason
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import restore as restoring
from hrdesk.models import sealed
from hrdesk.models.audit_line import note
from hrdesk.models.backup import (
    Verification,
    copy_to,
    make,
    make_if_changed,
    still_whole,
    thin,
    thin_set_aside,
    verify,
    without_manifest,
)
from hrdesk.models.backup_words import BackupFailed, folder_missing, not_sound, of_system
from hrdesk.models.beside import folder_of
from hrdesk.models.faults import AlreadyOpen, KeyNeeded, Unfit
from hrdesk.models.manifest import Backup, backups_in
from hrdesk.models.pc_settings import load_settings
from hrdesk.models.restore import Offer, Restored, offer
from hrdesk.models.seal_label import sealed_of, thin_sealed
from hrdesk.progress import tell
from hrdesk.services.values import Area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrdesk.models.database import Database

__all__ = [
    "AlreadyOpen", "Backup", "BackupFailed", "BackupService", "Count", "KeyNeeded", "Manifest", "Offer", "Outcome", "Reason",
    "Restored", "Unfit", "Verification", "compare", "folder_of", "offer", "offered",
    "opened", "recover", "still_whole", "verify",
]  # fmt: skip

_EVERYTHING = ~Area(0)
_TABLES: Mapping[str, str] = {
    "staff": "บุคลากร",
    "position": "ตำแหน่งในกรอบอัตรากำลัง",
    "org_unit": "ส่วนราชการ",
    "position_line": "สายงาน",
    "course": "หลักสูตร",
    "law": "กฎหมาย",
    "plan": "แผนพัฒนา",
    "project": "โครงการ",
    "wizard_draft": "ร่างแผนที่ทำค้างไว้",
}
_REST = "รายละเอียดประกอบอื่น ๆ"


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of one thing; None where the present file can no longer be read."""

    name: str
    now: int | None
    then: int  # in the backup


@dataclass(frozen=True, slots=True)
class Outcome:
    """`backup` is None when nothing had changed or none could be made; `trouble` is Thai, for a banner."""

    backup: Backup | None = None
    copy: Path | None = None  # in the second folder
    trouble: str = ""
    removed: int = 0  # older ones that were no longer needed


class BackupService:
    """`second` is another folder, such as a drive or a share, that may be missing at any time.

    With a `passphrase` the copies there are encrypted.
    """

    def __init__(self, database: Database, second: Path | None = None, passphrase: str = "") -> None:
        self._database = database
        self.second = second
        self.passphrase = passphrase
        self._backed_up_on: date | None = None

    @property
    def folder(self) -> Path:
        return folder_of(self._database.path)

    def listed(self) -> tuple[Backup, ...]:
        """Newest first, without looking into them."""
        return backups_in(self.folder, self._database.path.name)

    def unlisted(self) -> tuple[Path, ...]:
        """Files among them that lost their manifest, or whose manifest is spoilt."""
        return without_manifest(self.folder, self._database.path.name)

    def copies(self) -> tuple[datetime, ...]:
        """When the copies that now lie in the second folder were made, newest first."""
        newest = next(iter(self.listed()), None)
        if self.second is None or newest is None:
            return ()
        manifests = [one.manifest for one in backups_in(self.second, self._database.path.name)]
        zips = sealed_of(self.second, newest.manifest.office, newest.manifest.database)
        manifests += [said for _, said in zips.values()]
        return tuple(one.created for one in sorted(manifests, key=lambda one: one.serial, reverse=True))

    def second_trouble(self) -> str:
        """Why no copy would get into the second folder now, in Thai; empty when it would or none is wanted."""
        return str(folder_missing(self.second)) if self.second is not None and not self.second.is_dir() else ""

    def make(self, reason: Reason = Reason.MANUAL) -> Outcome:
        """Raises UserError when none can be made; trouble with the second folder is only reported."""
        return self._complete(make(self._database.path, reason, self.folder, self._others, tell))

    def before(self, reason: Reason) -> Outcome:
        """Call this first, and do not go on with the import or the deletion when it raises."""
        return self.make(reason)

    def after_change(self) -> Outcome:
        """After every saved change; makes a backup of the first one of a day. Never raises UserError."""
        today = datetime.now().astimezone().date()
        if self._backed_up_on == today:
            return Outcome()
        newest = next(iter(self.listed()), None)
        if newest is not None and newest.manifest.created.astimezone().date() == today:
            self._backed_up_on = today
            return Outcome()
        return self._quietly(lambda: self.make(Reason.FIRST_CHANGE))

    def at_close(self) -> Outcome:
        """Before the database is closed; makes a backup unless the newest holds the same. Never raises UserError."""
        if self._database.read_only:
            return Outcome()

        def closing() -> Outcome:
            backup = make_if_changed(self._database.path, Reason.CLOSING, self.folder, self._others)
            return Outcome() if backup is None else self._complete(backup)

        return self._quietly(closing)

    def send(self, backup: Backup, folder: Path, passphrase: str | None = None) -> Path:
        """A copy in a folder off this PC, encrypted when a passphrase is given; raises BackupFailed."""
        sent = self._copy(backup, folder, passphrase)
        self._note(AuditAction.BACKUP, sent.name)
        return sent

    def _copy(self, backup: Backup, folder: Path, passphrase: str | None) -> Path:
        return sealed.seal(backup, folder, passphrase) if passphrase else copy_to(backup, folder).path

    def _note(self, action: AuditAction, detail: str) -> None:
        """Not of the copies made by themselves: each would be a change, to be backed up in its turn."""
        note(self._database, action, "database", detail=detail)

    def compare(self, backup: Path) -> tuple[Count, ...]:
        """What restoring would change. Raises UserError for a backup that is not sound."""
        found = verify(backup)
        if not found.sound:
            raise not_sound(backup, found.problems)
        return compare(self._database.counts(), found.counts)

    def restore(self, backup: Path) -> tuple[Restored, Area]:
        """Everything is as in the backup, the present is kept beside. Raises UserError with nothing changed."""
        done = restoring.restore(self._database, backup, self._others)
        self._note(AuditAction.RESTORE, f"ชุดที่ {done.manifest.serial} ({done.manifest.created:%Y-%m-%d %H:%M})")
        return done, _EVERYTHING

    @property
    def _others(self) -> tuple[Path, ...]:
        return () if self.second is None else (self.second,)

    def _complete(self, backup: Backup) -> Outcome:
        """The copy in the second folder, and thinning in both."""
        self._backed_up_on = backup.manifest.created.date()
        copy, trouble = None, ""
        removed: tuple[Backup, ...] = ()
        try:
            removed = thin(self.folder, backup.manifest)
            thin_set_aside(self._database.path, removed)
            if self.second is not None:
                copy = self._copy(backup, self.second, self.passphrase)
                thin_sealed(self.second, backup.manifest) if self.passphrase else thin(self.second, backup.manifest)
        except UserError as error:
            trouble = str(error)
        except OSError as error:
            trouble = str(of_system(self.folder if copy is None else self.second or self.folder, error))
        return Outcome(backup, copy, trouble, len(removed))

    def _quietly(self, work: Callable[[], Outcome]) -> Outcome:
        try:
            return work()
        except UserError as error:
            return Outcome(trouble=str(error))


def compare(now: Mapping[str, int] | None, then: Mapping[str, int]) -> tuple[Count, ...]:
    """The main tables by their Thai names, and the rest together. `now` may lack tables that cannot be read."""
    named = [Count(name, (now or {}).get(table), then.get(table, 0)) for table, name in _TABLES.items()]
    rest = [table for table in then if table not in _TABLES]
    whole = now is not None and all(table in now for table in rest)
    rest_now = sum(now[table] for table in rest) if now is not None and whole else None
    return (*named, Count(_REST, rest_now, sum(then[table] for table in rest)))


@contextmanager
def opened(backup: Path, passphrase: Callable[[], str]) -> Iterator[Path]:
    """The backup itself, or what an encrypted one holds; only then is the passphrase asked for."""
    if backup.suffix.lower() == ".zip":
        with sealed.unsealed(backup, passphrase()) as found:
            yield found
    else:
        yield backup


def offered(path: Path) -> Offer:
    """As `offer`, looking into the second folder as well where this PC knows of one."""
    second = load_settings(path).second
    return offer(path, (Path(second),) if second else ())


def recover(path: Path, accepted: Offer) -> Restored:
    """Do what was offered. Raises UserError with nothing changed."""
    return restoring.recover(path, accepted)
