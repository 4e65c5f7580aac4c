"""Encrypted databases (SQLCipher), of which the rest of the program knows nothing: one place opens every file.

A file that does not begin as SQLite's do is opened with the key of its salt, if that is in use or lent. The key is what SQLCipher
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

    from hrdesk.models.cipher_key import Key

BUSY_SECONDS = 5  # that another program is waited for
_PAGE = 4096
_RANDOM = 220  # different values among the bytes of a page: text has some 60, random bytes have all 256


def is_encrypted(path: Path) -> bool:
    """Whether there is a key to be tried: what else does not begin as SQLite's files do is none of ours."""
    return key_of_file(path) is not None


def key_of_file(path: Path) -> Key | None:
    """The key in use, or a lent one, that is of this file by its salt. None for a plain or missing file, and without its key."""
    if IN_USE.key is None and not IN_USE.lent:
        return None
    try:
        return IN_USE.of(salt_in(path))
    except OSError:
        return None


def looks_encrypted(path: Path) -> bool:
    """Pages as random as SQLCipher's, and no key in use that should have opened them."""
    return IN_USE.key is None and has_random_pages(path)


def has_random_pages(path: Path) -> bool:
    size = path.stat().st_size
    if size == 0 or size % _PAGE:
        return False
    with path.open("rb") as file:
        page = file.read(_PAGE)
    return len(set(page)) > _RANDOM


def connect(path: Path, mode: str, *, key: Key | None = None, **options: Any) -> sqlite3.Connection:
    """As `sqlite3.connect` on a URI with `mode` and whatever follows it; encrypted as the file is, or with the key that is given.

    Raises sqlite3.Error in both cases.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    key = key or key_of_file(path)
    if key is not None:
        from hrdesk.models import cipher_driver  # noqa: PLC0415 - only where an office is encrypted

        found: sqlite3.Connection = cipher_driver.connect(uri, uri=True, key=key, **options)
    else:
        found = sqlite3.connect(uri, uri=True, **options)
    return found


def encrypt_copy(source: Path, target: Path, key: Key | None) -> None:
    """All of a database into a new file that is encrypted with that key, or plain: on the disk when the caller has synced it.

    Raises sqlite3.Error; what stands at `target` then is worth nothing.
    """
    from hrdesk.models import cipher_driver  # noqa: PLC0415

    with closing(cipher_driver.connect(f"{source.absolute().as_uri()}?mode=rwc", uri=True, key=key_of_file(source))) as old:
        to_key = f"x'{key.secret.hex()}{key.salt.hex()}'" if key is not None else ""
        old.execute("ATTACH DATABASE ? AS other KEY ?", (str(target.absolute()), to_key))
        for name in ("journal_mode", "synchronous"):  # what does not come whole is thrown away: each table would be synced four times
            old.execute(f"PRAGMA other.{name} = OFF")
        old.execute("SELECT sqlcipher_export('other')")
        for name in ("user_version", "application_id"):
            value = old.execute(f"PRAGMA main.{name}").fetchone()[0]
            old.execute(f"PRAGMA other.{name} = {int(value)}")
        old.execute("DETACH DATABASE other")
