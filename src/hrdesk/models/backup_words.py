"""What can go wrong with backups, told to the officer: what happened, is the data safe, what to do."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hrdesk.errors import UserError, why_refused
from hrdesk.models import faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAFE = "ข้อมูลที่ใช้งานอยู่ยังครบและไม่ถูกเปลี่ยนแปลง"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


class BackupFailed(UserError):  # noqa: N818 - what happened
    """No backup was made; the database is as it was."""


def failed(folder: Path, found: str) -> BackupFailed:
    return BackupFailed(
        f"สำรองข้อมูลลงโฟลเดอร์ {folder} ไม่สำเร็จ ({found}) {_SAFE}"
        " กรุณาตรวจสอบโฟลเดอร์และไดรฟ์แล้วสำรองอีกครั้ง หรือเลือกโฟลเดอร์อื่น"
    )


def full(folder: Path) -> BackupFailed:
    left = faults.free_megabytes(folder)
    return BackupFailed(
        f"สำรองข้อมูลลงโฟลเดอร์ {folder} ไม่สำเร็จ เพราะพื้นที่ว่างไม่พอ (เหลือ {left} MB) {_SAFE}"
        " กรุณาลบแฟ้มที่ไม่ใช้แล้วสำรองอีกครั้ง หรือเลือกโฟลเดอร์ในไดรฟ์อื่น"
    )


def no_right(folder: Path) -> BackupFailed:
    return BackupFailed(
        f"สำรองข้อมูลลงโฟลเดอร์ {folder} ไม่สำเร็จ เพราะไม่มีสิทธิ์เขียน {_SAFE} กรุณาแก้สิทธิ์การใช้งาน หรือเลือกโฟลเดอร์อื่น"
    )


def folder_missing(folder: Path) -> BackupFailed:
    return BackupFailed(
        f"ไม่พบโฟลเดอร์ {folder} จึงยังไม่ได้สำรองไว้ที่นั่น {_SAFE} กรุณาเสียบไดรฟ์หรือเชื่อมต่อเครือข่าย แล้วสำรองอีกครั้ง"
    )


def name_taken(path: Path) -> BackupFailed:
    return BackupFailed(
        f"มีแฟ้ม “{path.name}” ที่ต่างกันอยู่แล้วในโฟลเดอร์ {path.parent} โปรแกรมจึงไม่ได้เขียนทับ {_SAFE}"
        " กรุณาเลือกโฟลเดอร์อื่นสำหรับชุดสำรอง"
    )


def no_backup(path: Path) -> UserError:
    return UserError(f"ไม่พบแฟ้มชุดสำรอง “{path.name}” ในโฟลเดอร์ {path.parent} {_SAFE} กรุณาเลือกแฟ้มชุดสำรองอีกครั้ง")


def not_sound(path: Path, problems: tuple[str, ...]) -> UserError:
    return UserError(
        f"ไม่ได้ใช้ชุดสำรอง “{path.name}” เพราะตรวจไม่ผ่าน: {'; '.join(problems)} {_SAFE} กรุณาเลือกชุดสำรองชุดอื่น"
    )


def not_restored(path: Path, found: str) -> UserError:
    return UserError(
        f"นำชุดสำรอง “{path.name}” กลับมาใช้ไม่สำเร็จ ({found}) {_SAFE} กรุณาลองอีกครั้ง หรือเลือกชุดสำรองชุดอื่น"
    )


def not_restored_of_system(path: Path, error: OSError) -> UserError:
    if error.errno in _FULL:
        return not_restored(path, "พื้นที่ว่างในไดรฟ์ไม่พอ กรุณาลบแฟ้มที่ไม่ใช้ก่อน")
    if error.errno in _NO_RIGHT:
        return not_restored(path, "ไม่มีสิทธิ์เขียนในโฟลเดอร์ของแฟ้มข้อมูล")
    return not_restored(path, why_refused(error))


def nothing_to_recover(path: Path) -> UserError:
    return UserError(
        f"แฟ้มข้อมูล “{path.name}” ใช้งานได้ตามปกติ ไม่ต้องกู้คืน และโปรแกรมไม่ได้เปลี่ยนแปลงแฟ้มนี้"
        " ถ้าต้องการย้อนกลับไปใช้ข้อมูลเดิม กรุณาใช้คำสั่ง restore กับชุดสำรองที่ต้องการ"
    )


def nothing_to_offer(path: Path, folders: tuple[Path, ...]) -> UserError:
    places = " และ ".join(str(folder) for folder in folders)
    return UserError(
        f"ไม่พบชุดสำรองของแฟ้ม “{path.name}” ที่ตรวจผ่านในโฟลเดอร์ {places} โปรแกรมไม่ได้เปลี่ยนแปลงแฟ้มใด"
        " กรุณาเก็บแฟ้มนี้ไว้ แล้วหาชุดสำรองในไดรฟ์อื่น"
    )


def only_locked(path: Path, backup: Path) -> UserError:
    """The file that does not open cannot tell with which key its backups are encrypted."""
    return UserError(
        f"ชุดสำรองล่าสุด “{backup.name}” ในโฟลเดอร์ {backup.parent} ครบทุกไบต์ แต่เข้ารหัสไว้ โปรแกรมไม่ได้เปลี่ยนแปลงแฟ้มใด"
        f" กรุณาย้ายแฟ้ม “{path.name}” ไปเก็บไว้ในโฟลเดอร์อื่น เปิดโปรแกรมใหม่ เลือก “เริ่มจากชุดสำรอง” แล้วเลือกชุดสำรองนี้"
        " โปรแกรมจะถามรหัสผ่านของฐานข้อมูลหรือรหัสกู้คืน 48 หลัก"
    )


def wrong_passphrase(path: Path) -> UserError:
    return UserError(f"เปิดแฟ้ม “{path.name}” ไม่ได้ เพราะรหัสผ่านไม่ถูกต้องหรือแฟ้มเสียหาย {_SAFE} กรุณาตรวจสอบรหัสผ่านแล้วลองอีกครั้ง")


def not_a_sealed_backup(path: Path) -> UserError:
    return UserError(f"แฟ้ม “{path.name}” ไม่ใช่ชุดสำรองเข้ารหัสของโปรแกรมนี้ หรือเสียหาย {_SAFE} กรุณาเลือกแฟ้มอื่น")


@contextmanager
def told(database: Path, folder: Path) -> Iterator[None]:
    """Turn errors of the system and of SQLite while a backup is made into UserErrors."""
    try:
        yield
    except OSError as error:
        raise of_system(folder, error) from error
    except sqlite3.Error as error:
        raise _of_sqlite(database, folder, error) from error
    except UnicodeError as error:  # a message of SQLite's that quotes spoilt bytes
        raise faults.damaged(database, str(error)) from error


def of_system(folder: Path, error: OSError) -> BackupFailed:
    if error.errno in _FULL:
        return full(folder)
    if error.errno in _NO_RIGHT:
        return no_right(folder)
    return failed(folder, why_refused(error))


def _of_sqlite(database: Path, folder: Path, error: sqlite3.Error) -> UserError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return full(folder)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return faults.busy(database)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return faults.damaged(database, str(error))
    return failed(folder, faults.why_sqlite(error))
