"""Encryption of the whole office, for those who ask for it: never without a printed sheet that opens it."""

from __future__ import annotations

from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

from hrdesk.domain.audit import AuditAction
from hrdesk.errors import UserError
from hrdesk.models import encrypting
from hrdesk.models.cipher import is_encrypted, looks_encrypted
from hrdesk.models.key_file import WrongKey, key_path
from hrdesk.services.glance import drop_kept
from hrdesk.services.safety.recovery import new_code, plain_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrdesk.models.database import Database
    from hrdesk.services.safety.audit import AuditService

__all__ = ["CODE_DIGITS", "EncryptionService", "WrongKey", "looks_encrypted", "unlock"]

CODE_DIGITS = 48  # 159 bits
FEWEST_LETTERS = 8
_LIBRARY = "sqlcipher3"


def unlock(path: Path, typed: str) -> None:
    """Before `Services.open`: the password, or the digits of the sheet. UserError when they do not open the file."""
    demand_library(path)
    encrypting.unlock(path, typed)


def demand_library(path: Path) -> None:
    """UserError where SQLCipher, an extra, was not carried along."""
    if find_spec(_LIBRARY) is None:
        raise UserError(
            f"แฟ้มข้อมูล “{path.name}” เข้ารหัสไว้ แต่โปรแกรมชุดนี้ไม่มีส่วนเข้ารหัส ข้อมูลยังอยู่ครบ กรุณาติดตั้งโปรแกรมชุดที่มีส่วนเข้ารหัส"
        )


class EncryptionService:
    def __init__(self, database: Database, audit: AuditService, others: Callable[[], tuple[Path, ...]] = tuple) -> None:
        """`others`: folders with copies of the backups, asked for when they are needed."""
        self._database = database
        self._audit = audit
        self._others = others

    @property
    def available(self) -> bool:
        """SQLCipher is carried along as an extra."""
        return find_spec(_LIBRARY) is not None

    @property
    def is_on(self) -> bool:
        return is_encrypted(self._database.path)

    def new_code(self) -> str:
        """To be printed before `turn_on`, which needs it back."""
        return new_code(CODE_DIGITS)

    def turn_on(self, code: str, password: str) -> None:
        """Encrypt the database, then its backups. UserError with nothing changed.

        Can be stopped only before: between the two it would be half done.
        """
        _demand_long(password, "ยังไม่ได้เข้ารหัส")
        if len(plain_code(code)) != CODE_DIGITS:
            raise UserError(f"รหัสกู้คืนต้องมี {CODE_DIGITS} หลัก ยังไม่ได้เข้ารหัส กรุณาพิมพ์ใบรหัสกู้คืนใหม่")
        encrypting.turn_on(self._database, plain_code(code), password)
        drop_kept(self._database.path)
        self._audit.note(AuditAction.SECURITY, "database", detail="เข้ารหัสฐานข้อมูล")
        for backup in encrypting.plain_backups(self._database.path):
            encrypting.encrypt_backup(backup)
        with suppress(UserError, OSError):  # a drive that is gone: `plain_left` tells what remains on it
            for backup in encrypting.plain_backups(self._database.path, self._others()):
                encrypting.encrypt_backup(backup)

    def plain_left(self) -> tuple[Path, ...]:
        """Files of this office that still open without the key, such as what a restore put aside; none while it is off."""
        return encrypting.plain_files(self._database.path, self._others()) if self.is_on else ()

    def remove_plain(self) -> int:
        """Write over what `plain_left` names, and remove it. UserError when the disk refuses one; the rest stays."""
        left = self.plain_left()
        for path in left:
            encrypting.remove_plain(path)
        if left:
            self._audit.note(AuditAction.SECURITY, "database", detail=f"ลบแฟ้มที่ไม่เข้ารหัส {len(left)} แฟ้ม")
        return len(left)

    def change_password(self, typed: str, password: str) -> None:
        """`typed`: the present password, or the digits of the sheet, which stays good. UserError (WrongKey) with nothing changed."""
        _demand_long(password, "ยังไม่ได้เปลี่ยน")
        encrypting.change_password(self._database.path, typed, password)
        self._audit.note(AuditAction.SECURITY, "database", detail="เปลี่ยนรหัสผ่านฐานข้อมูล")

    def turn_off(self, password: str) -> None:
        """UserError (WrongKey) for a wrong password, with nothing changed."""
        encrypting.unlock(self._database.path, password)  # the same key: it is in use
        encrypting.turn_off(self._database)
        self._audit.note(AuditAction.SECURITY, "database", detail="เลิกเข้ารหัสฐานข้อมูล")
        key_path(self._database.path).unlink(missing_ok=True)  # last: Windows refuses while another program reads it


def _demand_long(password: str, standing: str) -> None:
    if len(password) < FEWEST_LETTERS:
        raise UserError(f"รหัสผ่านต้องมีอย่างน้อย {FEWEST_LETTERS} ตัวอักษร {standing} กรุณาตั้งใหม่")
