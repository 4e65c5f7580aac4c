"""Encrypted databases (SQLCipher), of which the rest of the program knows nothing: one place opens every file.

A file that does not begin as SQLite's do is opened with the key in use, if there is one. The key is what SQLCipher
itself makes of the digits on the recovery sheet and of the salt in the file's first 16 bytes, so that the digits alone
open the file, with this program or any other that knows SQLCipher 4. All files of one office share the salt: the key
is made once, not at every connection.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from hrdesk.models.beside import salt_in
from hrdesk.models.cipher_key import IN_USE

if TYPE_CHECKING:
    from pathlib import Path

BUSY_SECONDS = 5  # that another program is waited for
_PAGE = 4096
_RANDOM = 220  # different values among the bytes of a page: text has some 60, random bytes have all 256


def is_encrypted(path: Path) -> bool:
    """Whether the key in use is to be tried: what else does not begin as SQLite's files do is none of ours."""
    if IN_USE.key is None:
        return False
    try:
        return salt_in(path) == IN_USE.key.salt
    except OSError:
        return False


def looks_encrypted(path: Path) -> bool:
    """Pages as random as SQLCipher's, and no key in use that should have opened them."""
    size = path.stat().st_size
    if IN_USE.key is not None or size == 0 or size % _PAGE:
        return False
    with path.open("rb") as file:
        page = file.read(_PAGE)
    return len(set(page)) > _RANDOM


def connect(path: Path, mode: str, *, encrypted: bool | None = None, **options: Any) -> sqlite3.Connection:
    """As `sqlite3.connect` on a URI with `mode` and whatever follows it; encrypted as the file is, unless told.

    Raises sqlite3.Error in both cases.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    if is_encrypted(path) if encrypted is None else encrypted:
        from hrdesk.models import cipher_driver  # noqa: PLC0415 - only where an office is encrypted

        found: sqlite3.Connection = cipher_driver.connect(uri, uri=True, **options)
    else:
        found = sqlite3.connect(uri, uri=True, **options)
    return found


def encrypt_copy(source: Path, target: Path, *, encrypted: bool) -> None:
    """All of a database into a new file that is encrypted with the key in use, or plain: on the disk when the caller has synced it.

    Raises sqlite3.Error; what stands at `target` then is worth nothing.
    """
    key = IN_USE.key
    if key is None:
        raise sqlite3.DatabaseError("no key")
    from hrdesk.models import cipher_driver  # noqa: PLC0415

    with closing(cipher_driver.connect(f"{source.absolute().as_uri()}?mode=rwc", uri=True, plain=not is_encrypted(source))) as old:
        to_key = f"x'{key.secret.hex()}{key.salt.hex()}'" if encrypted else ""
        old.execute("ATTACH DATABASE ? AS other KEY ?", (str(target.absolute()), to_key))
        for name in ("journal_mode", "synchronous"):  # what does not come whole is thrown away: each table would be synced four times
            old.execute(f"PRAGMA other.{name} = OFF")
        old.execute("SELECT sqlcipher_export('other')")
        for name in ("user_version", "application_id"):
            value = old.execute(f"PRAGMA main.{name}").fetchone()[0]
            old.execute(f"PRAGMA other.{name} = {int(value)}")
        old.execute("DETACH DATABASE other")
