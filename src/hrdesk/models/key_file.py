"""The digits that open an encrypted office, locked with the officer's password, in a file beside the database.

Losing this file loses nothing: the digits on the recovery sheet open the database, and every backup, by themselves.
"""

from __future__ import annotations

import glob
import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hrdesk.errors import UserError
from hrdesk.models import faults
from hrdesk.models.beside import salt_in
from hrdesk.models.cipher_key import Key, key_of
from hrdesk.models.files import replace_file, sync_folder
from hrdesk.models.manifest import set_aside_name
from hrdesk.thai.numbers import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_MEMORY, _ROUNDS, _LANES = 65_536, 3, 1  # of Argon2id: KiB, passes, threads


class WrongKey(UserError):  # noqa: N818 - what was typed
    """Neither the password nor the digits."""


def key_path(database: Path) -> Path:
    return database.with_name(database.name + ".key.json")


def write_key(database: Path, digits: str, password: str) -> None:
    """To the disk before it returns. Raises UserError with an older file kept."""
    from Cryptodome.Cipher import AES  # noqa: PLC0415 - only where an office is encrypted

    salt = os.urandom(16)
    cipher = AES.new(_of_password(password, salt), AES.MODE_GCM)
    locked, tag = cipher.encrypt_and_digest(digits.encode())
    values = {"version": 1, "salt": salt.hex(), "nonce": cipher.nonce.hex(), "locked": locked.hex(), "tag": tag.hex()}
    path = key_path(database)
    try:
        _write(path, json.dumps(values).encode())
    except OSError as error:
        raise faults.of_system(path, error) from error


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.touch(mode=0o600)
        part.write_bytes(content)
        replace_file(part, path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def room_for_key(path: Path) -> Iterator[Path | None]:
    """What lies where a new key file is about to be goes aside; that name, or None. When the block fails it comes back.

    It may be another office's, whose backups are opened by its password only with this file.
    """
    aside = _give_aside(path) if path.exists() else None
    try:
        yield aside
    except BaseException:
        if aside is None:
            path.unlink(missing_ok=True)
        else:
            os.replace(aside, path)  # noqa: PTH105 - the name says what is meant
        raise


def _give_aside(path: Path) -> Path:
    serial = 1
    while (aside := path.with_name(set_aside_name(path.name, serial))).exists():
        serial += 1
    os.replace(path, aside)  # noqa: PTH105
    sync_folder(path)
    return aside


@contextmanager
def brought(found: Path | None, path: Path) -> Iterator[Path | None]:
    """As `room_for_key`, with a copy of the key file that was `found`, if one was, on the disk. Raises OSError."""
    content = found.read_bytes() if found is not None else b""
    if found is not None and path.is_file() and path.read_bytes() == content:
        yield None
        return
    with room_for_key(path) as aside:
        if found is not None:
            _write(path, content)
        yield aside


def key_files_of(database: Path) -> tuple[Path, ...]:
    """Of a database that may itself be gone: its key file, then those that lay in that place before."""
    path = key_path(database)
    before = sorted(path.parent.glob(set_aside_name(glob.escape(path.name), 0).removesuffix("000000") + "*"))
    return tuple(one for one in (path, *before) if one.is_file())


def key_files_near(backup: Path, database: str) -> tuple[Path, ...]:
    """Those of the database of that name, where they were brought along with its backup."""
    return tuple(found for place in (backup.parent, backup.parent.parent) for found in key_files_of(place / database))


def key_file_of_password(key_files: Sequence[Path], typed: str) -> Path | None:
    """The one that this password opens; the first, if any, where it opens none, as the digits of the sheet do."""
    return next((one for one in key_files if _digits_by_password(one, typed)), next(iter(key_files), None))


def keys_for(database: Path, typed: str, key_files: Sequence[Path]) -> Iterator[tuple[str, Key]]:
    """Digits and what they make: by the password from each key file that it opens, and from the sheet. One may be of that database."""
    salt = salt_in(database)
    yield from ((digits, key_of(digits, salt)) for one in key_files if (digits := _digits_by_password(one, typed)))
    if digits := "".join(letter for letter in arabic_digits(typed) if letter.isdecimal()):
        yield digits, key_of(digits, salt)


def _digits_by_password(key_file: Path, password: str) -> str:
    from Cryptodome.Cipher import AES  # noqa: PLC0415

    try:
        values = {name: bytes.fromhex(text) for name, text in json.loads(key_file.read_text("utf-8")).items()
                  if isinstance(text, str)}  # fmt: skip
        cipher = AES.new(_of_password(password, values["salt"]), AES.MODE_GCM, nonce=values["nonce"])
        return cipher.decrypt_and_verify(values["locked"], values["tag"]).decode()
    except (OSError, ValueError, KeyError, AttributeError):  # no such file, spoilt, or not this password
        return ""


def _of_password(password: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415

    return hash_secret_raw(password.encode(), salt, _ROUNDS, _MEMORY, _LANES, 32, Type.ID)


def wrong_key(path: Path) -> WrongKey:
    return WrongKey(
        f"เปิดแฟ้มข้อมูล “{path.name}” ไม่ได้ เพราะรหัสผ่านหรือรหัสกู้คืนไม่ถูกต้อง ข้อมูลยังอยู่ครบและไม่ถูกเปลี่ยนแปลง"
        " กรุณาตรวจสอบแล้วลองอีกครั้ง รหัสกู้คืนคือตัวเลข 48 หลักในใบที่พิมพ์ไว้"
    )
