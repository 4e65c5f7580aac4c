"""Backups as pairs of files, `office-000012-closing.db` and its manifest in JSON beside it."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, fields
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from hrdesk.domain.backup import Manifest, Reason
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.beside import folder_of
from hrdesk.models.files import sync

_STEM_LETTERS = 40  # of the database's name; a longer one would pass the file system's limit
_NAME = re.compile(r".+-(?P<serial>\d{6,})-[a-z-]+\.(?:db|json|zip)")
_KINDS = {"serial": int, "schema": int, "size": int}


class BadManifest(ValueError):  # noqa: N818 - what it is
    """Not a manifest, or not as it was written."""


@dataclass(frozen=True, slots=True)
class Backup:
    path: Path
    manifest: Manifest


def file_name(database: str, serial: int, reason: Reason) -> str:
    return f"{Path(database).stem[:_STEM_LETTERS]}-{serial:06}-{reason}.db"


def longest_path(database: Path) -> Path:
    """The longest of all the names that will lie beside a database."""
    longest = max(Reason, key=len)
    return folder_of(database) / (file_name(database.name, 10**6 - 1, longest) + ".part-journal")


def manifest_path(backup: Path) -> Path:
    return backup.with_suffix(".json")


def next_serial(folders: tuple[Path, ...], database: str) -> int:
    """One more than any file there ever counted, complete or not. Folders that cannot be read count nothing."""
    serials = [0]
    for folder in folders:
        names = os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208 - names alone, in one call
        serials += [serial for name in names if (serial := serial_in(name, database)) is not None]
    return max(serials) + 1


def serial_in(name: str, database: str) -> int | None:
    """Of a file that this program named as part of a backup of that database; None of any other file."""
    match = _NAME.fullmatch(name) if name.startswith(Path(database).stem[:_STEM_LETTERS] + "-") else None
    return int(match["serial"]) if match else None


def set_aside_name(database: str, serial: int) -> str:
    """What a restore calls the file that was the database before."""
    return f"{database}-replaced-{serial:06}"


def is_set_aside(name: str, database: str) -> bool:
    """Whether a restore named it: the file that was this database before."""
    return re.fullmatch(re.escape(database) + r"-replaced-\d{6,}", name) is not None


def backups_in(folder: Path, database: str) -> tuple[Backup, ...]:
    """The complete backups of a database of that name, newest first; their contents are not looked at."""
    found = []
    for path in folder.glob("*.db") if folder.is_dir() else ():
        try:
            manifest = read_manifest(path)
        except (BadManifest, OSError):
            continue
        if manifest.database == database:
            found.append(Backup(path, manifest))
    return tuple(sorted(found, key=lambda backup: backup.manifest.serial, reverse=True))


def write_manifest(path: Path, manifest: Manifest) -> None:
    """To the disk, not only to the system's memory."""
    values = asdict(manifest) | {"created": manifest.created.isoformat()}
    values["check"] = _check(values)
    path.write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sync(path)


def read_manifest(backup: Path) -> Manifest:
    """The manifest of a backup file. Raises OSError when there is none, BadManifest when a bit of it is changed."""
    try:
        values = json.loads(manifest_path(backup).read_bytes().decode("utf-8"))
        if values.pop("check") != _check(values):
            raise BadManifest("check")
        return _manifest(values)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadManifest(str(error)) from error


def _manifest(values: dict[str, object]) -> Manifest:
    if set(values) != {field.name for field in fields(Manifest)}:
        raise BadManifest(", ".join(values))
    for name, kind in _KINDS.items():
        if type(values[name]) is not kind:
            raise BadManifest(name)
    values["reason"] = Reason(str(values["reason"]))
    values["created"] = datetime.fromisoformat(str(values["created"]))
    return Manifest(**values)  # type: ignore[arg-type]


def _check(values: dict[str, object]) -> str:
    """A hash over everything else in the manifest, which no hash of the database covers."""
    return sha256(json.dumps(values, ensure_ascii=True, sort_keys=True).encode()).hexdigest()
