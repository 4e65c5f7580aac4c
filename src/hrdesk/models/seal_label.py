"""What an encrypted backup says of itself without its passphrase, in the zip's comment: enough to thin a folder."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from hrdesk.domain.backup import Manifest, Reason, surplus

if TYPE_CHECKING:
    from pathlib import Path


def label_of(manifest: Manifest) -> bytes:
    """Neither a name nor a count: of the office a hash, to tell a namesake's backups in a shared folder."""
    values = {
        "serial": manifest.serial,
        "reason": manifest.reason.value,
        "created": manifest.created.isoformat(),
        "whose": _whose(manifest.office, manifest.database),
    }
    return json.dumps(values).encode()


def sealed_of(folder: Path, office: str, database: str) -> dict[int, tuple[Path, Manifest]]:
    """The zips of one office in a folder by serial; of their manifests only serial, reason and moment are filled."""
    found = {}
    for path in folder.glob("*.zip") if folder.is_dir() else ():
        try:
            with zipfile.ZipFile(path) as archive:
                values = json.loads(archive.comment)
            if values["whose"] != _whose(office, database):
                continue
            moment = datetime.fromisoformat(values["created"])
            said = Manifest(int(values["serial"]), Reason(values["reason"]), moment, database, office, 0, 0, "", "", {})
        except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile):
            continue  # not ours, or damaged: neither counted nor removed
        found[said.serial] = (path, said)
    return found


def thin_sealed(folder: Path, newest: Manifest) -> int:
    """As `backup.thin`, for encrypted ones; returns how many were removed."""
    there = sealed_of(folder, newest.office, newest.database)
    unneeded = surplus((said for _, said in there.values()), newest.created.date()) - {newest.serial}
    for serial in unneeded:
        there[serial][0].unlink(missing_ok=True)
    return len(unneeded)


def _whose(office: str, database: str) -> str:
    return sha256(f"{office}\n{database}".encode()).hexdigest()
