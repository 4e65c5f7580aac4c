"""Backups that leave the PC: a zip under AES-256 that 7-Zip opens too, with the backup and its manifest in it."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import unicodedata
import zipfile
import zlib
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hrdesk.models import backup_words
from hrdesk.models.backup import verify
from hrdesk.models.files import sync
from hrdesk.models.manifest import manifest_path
from hrdesk.models.seal_label import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyzipper

    from hrdesk.models.manifest import Backup

MOST_BYTES = 2 << 30  # of a database that is taken out; an office of 20,000 people has 20 MB
_MANIFEST_BYTES = 1 << 20


def seal(backup: Backup, folder: Path, passphrase: str) -> Path:
    """Write the encrypted zip into a folder that must be there, and read it back. Raises BackupFailed."""
    target = folder / (backup.path.stem + ".zip")
    part = target.with_name(target.name + ".part")
    with backup_words.told(backup.path, folder):
        if not folder.is_dir():
            raise backup_words.folder_missing(folder)
        if target.exists():
            raise backup_words.name_taken(target)
        try:
            packed = BytesIO()  # not the file: on a full disk the library would hide why it could not write
            with _zip(packed, "w", passphrase) as archive:
                for file in (backup.path, manifest_path(backup.path)):
                    archive.write(file, file.name)
                archive.comment = label_of(backup.manifest)
            part.write_bytes(packed.getbuffer())
            sync(part)
            with unsealed(part, passphrase) as copy:
                found = verify(copy)
            if not found.sound:
                raise backup_words.failed(folder, "; ".join(found.problems))
            os.replace(part, target)  # noqa: PTH105 - the name says what is meant
            if sys.platform != "win32":
                sync(folder)
        finally:
            part.unlink(missing_ok=True)
    return target


@contextmanager
def unsealed(path: Path, passphrase: str) -> Iterator[Path]:
    """The backup file, with its manifest, in a temporary folder that only this user can read. Raises UserError."""
    if not path.is_file():
        raise backup_words.no_backup(path)
    with TemporaryDirectory(prefix="hrdesk-", ignore_cleanup_errors=True) as folder:
        try:
            with _zip(path, "r", passphrase) as archive:
                database = _take_out(archive, Path(folder))
        except NotImplementedError as error:
            raise backup_words.not_a_sealed_backup(path) from error
        except (RuntimeError, zlib.error, EOFError) as error:  # what the library says of a wrong passphrase
            raise backup_words.wrong_passphrase(path) from error
        except OSError as error:
            if error.errno == errno.EINVAL:  # sent to a place before the file's beginning
                raise backup_words.not_a_sealed_backup(path) from error
            raise backup_words.not_restored_of_system(path, error) from error
        except Exception as error:  # a file from outside makes its parser raise anything
            raise backup_words.not_a_sealed_backup(path) from error
        yield database


def _take_out(archive: pyzipper.AESZipFile, folder: Path) -> Path:
    """Refuses, by what the directory says, all but two files of names and sizes that we write."""
    members = {Path(one.filename).suffix: one for one in archive.infolist()}
    if set(members) != {".db", ".json"} or len(archive.infolist()) != len(members):
        raise ValueError(", ".join(one.filename for one in archive.infolist()))
    for suffix, most in ((".db", MOST_BYTES), (".json", _MANIFEST_BYTES)):
        member = members[suffix]
        if Path(member.filename).name != member.filename or member.file_size > most:
            raise ValueError(member.filename)
        with archive.open(member) as packed, (folder / member.filename).open("wb") as file:
            shutil.copyfileobj(packed, file)
    if Path(members[".db"].filename).stem != Path(members[".json"].filename).stem:
        raise ValueError(members[".db"].filename)
    return folder / str(members[".db"].filename)


def _zip(file: Path | BytesIO, mode: str, passphrase: str) -> pyzipper.AESZipFile:
    import pyzipper  # noqa: PLC0415 - only for what leaves the PC

    archive = pyzipper.AESZipFile(file, mode, compression=zipfile.ZIP_DEFLATED, encryption=pyzipper.WZ_AES)
    archive.setpassword(unicodedata.normalize("NFC", passphrase).encode())
    return archive
