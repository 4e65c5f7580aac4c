"""The digits that open an encrypted office, locked with the officer's password, in a file beside the database.

Losing this file loses nothing: the digits on the recovery sheet open the database, and every backup, by themselves.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from hrdesk.errors import UserError
from hrdesk.models import faults
from hrdesk.models.beside import salt_in
from hrdesk.models.cipher_key import Key, key_of
from hrdesk.models.files import replace_file
from hrdesk.thai.numbers import arabic_digits

if TYPE_CHECKING:
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
    part = path.with_name(path.name + ".part")
    try:
        part.touch(mode=0o600)
        part.write_text(json.dumps(values), encoding="utf-8")
        replace_file(part, path)
    except OSError as error:
        raise faults.of_system(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def key_file_near(backup: Path, database: str) -> Path | None:
    """The key file of the database of that name, where it was brought along with its backup."""
    places = (backup.parent, backup.parent.parent)
    return next((found for place in places if (found := key_path(place / database)).is_file()), None)


def key_for(database: Path, typed: str, key_file: Path | None = None) -> Key:
    """From the password where the key file is there, or from the digits of the sheet. Raises WrongKey for neither."""
    digits = _digits_by_password(key_file or key_path(database), typed) or "".join(letter for letter in arabic_digits(typed) if letter.isdecimal())
    if not digits:
        raise wrong_key(database)
    return key_of(digits, salt_in(database))


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
