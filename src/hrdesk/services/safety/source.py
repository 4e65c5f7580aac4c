"""A backup as the officer names it: in a zip or not, of this office or another, with the secrets that open it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import field
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import restore as restoring
from hrdesk.models.backup import still_whole, verify
from hrdesk.models.backup_words import no_backup
from hrdesk.models.cipher import has_random_pages
from hrdesk.models.cipher_key import lent
from hrdesk.models.encrypting import key_that_opens
from hrdesk.models.faults import KeyNeeded
from hrdesk.models.inspection import is_ours
from hrdesk.models.key_file import key_file_of_password, key_files_near
from hrdesk.models.manifest import Backup, BadManifest, read_manifest
from hrdesk.services.safety.backup import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrdesk.domain.backup import Manifest
    from hrdesk.models.backup import Verification

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """Both secrets are empty where the backup needs none."""

    path: Path
    passphrase: str = field(default="", repr=False)  # of an encrypted zip
    key: str = field(default="", repr=False)  # its office's password or the digits of its sheet, where that is encrypted and is not the open one

    @contextmanager
    def opened(self) -> Iterator[Path]:
        """The file itself, as it lies in the zip, readable within the block. Raises UserError.

        KeyNeeded where its office is encrypted and no secret was given, WrongKey for a wrong one.
        """
        with restoring.telling(self.path), opened(self.path, lambda: self.passphrase) as backup:
            if not backup.is_file():
                raise no_backup(self.path)
            manifest = _manifest(backup)
            if is_ours(backup) or not _is_locked(backup, manifest):  # the latter is told by who verifies it
                yield backup
                return
            with lent(key_that_opens(backup, self._asked_key(manifest), self._key_files(manifest))):
                yield backup

    def verified(self) -> Verification:
        """As `verify`. Raises UserError as `opened` does."""
        with self.opened() as backup:
            return verify(backup)

    def key_file(self, manifest: Manifest) -> Path | None:
        """That was brought along with the backup, and by which its password opens it."""
        return key_file_of_password(self._key_files(manifest), self.key)

    def _key_files(self, manifest: Manifest | None) -> tuple[Path, ...]:
        return key_files_near(self.path, manifest.database) if manifest is not None else ()

    def _asked_key(self, manifest: Manifest | None) -> str:
        if self.key:
            from hrdesk.services.safety.encryption import demand_library  # noqa: PLC0415 - for an encrypted office alone

            demand_library(self.path)
            return self.key
        digits = "รหัสกู้คืน 48 หลักจากใบที่พิมพ์ไว้"
        way = f"รหัสผ่านของฐานข้อมูลนั้น หรือ{digits}" if self._key_files(manifest) else f"{digits} (รหัสผ่านใช้ได้เฉพาะเครื่องเดิม)"
        raise KeyNeeded(f"ชุดสำรอง “{self.path.name}” เป็นของฐานข้อมูลที่เข้ารหัสไว้ แฟ้มไม่ถูกเปลี่ยนแปลง กรุณาพิมพ์{way}")


def _manifest(backup: Path) -> Manifest | None:
    try:
        return read_manifest(backup)
    except (BadManifest, OSError):  # `verify` tells of it
        return None


def _is_locked(backup: Path, manifest: Manifest | None) -> bool:
    """Of a file that is none of ours as it lies: to the last byte what was backed up, or, with nothing to compare it with, random."""
    return still_whole(Backup(backup, manifest)) if manifest is not None else has_random_pages(backup)
