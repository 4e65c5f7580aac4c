"""What can be wrong with a database file, told to the officer: what happened, is the data safe, what to do."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hrdesk.errors import UserError, why_refused
from hrdesk.models.cipher import BUSY_SECONDS
from hrdesk.thai.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_UNTOUCHED = "โปรแกรมไม่ได้เปลี่ยนแปลงแฟ้มนี้"
_NOT_SAVED = "รายการล่าสุดยังไม่ได้บันทึก แต่ข้อมูลที่บันทึกไว้ก่อนหน้ายังอยู่ครบ"
_FROM_BACKUP = "กรุณาเก็บแฟ้มนี้ไว้ แล้วนำชุดสำรองล่าสุดมาใช้แทน"
_READ_ONLY_ERRNOS = {errno.EACCES, errno.EPERM, errno.EROFS}


class Unfit(UserError):  # noqa: N818 - what the file is
    """There is no sound database of ours in that place; a backup may take it."""


def missing(path: Path) -> Unfit:
    return Unfit(
        f"ไม่พบแฟ้มข้อมูล “{path.name}” ในโฟลเดอร์ {path.parent} โปรแกรมไม่ได้สร้างแฟ้มใหม่ขึ้นแทน"
        " กรุณาเลือกแฟ้มข้อมูลอีกครั้ง หรือสร้างหน่วยงานใหม่"
    )


def exists(path: Path) -> UserError:
    return UserError(
        f"มีแฟ้มข้อมูล “{path.name}” อยู่แล้วในโฟลเดอร์ {path.parent} {_UNTOUCHED}"
        " กรุณาเปิดแฟ้มเดิม หรือสร้างหน่วยงานใหม่ด้วยชื่อแฟ้มอื่น"
    )


def empty(path: Path) -> Unfit:
    return Unfit(f"แฟ้มข้อมูล “{path.name}” ว่างเปล่า (0 ไบต์) จึงเปิดไม่ได้ {_UNTOUCHED} {_FROM_BACKUP}")


def not_a_database(path: Path) -> Unfit:
    return Unfit(
        f"แฟ้ม “{path.name}” ไม่ใช่แฟ้มข้อมูลของโปรแกรมนี้ หรือส่วนต้นของแฟ้มเสียหาย {_UNTOUCHED}"
        " กรุณาเลือกแฟ้มอื่น หรือนำชุดสำรองล่าสุดมาใช้แทน"
    )


class KeyNeeded(UserError):  # noqa: N818 - what the file is
    """Encrypted, or random enough to be; a password or the recovery digits may open it."""


def encrypted(path: Path) -> KeyNeeded:
    return KeyNeeded(
        f"แฟ้มข้อมูล “{path.name}” เข้ารหัสไว้ {_UNTOUCHED} กรุณาเปิดด้วยรหัสผ่าน หรือรหัสกู้คืน 48 หลักจากใบที่พิมพ์ไว้"
    )


def foreign(path: Path) -> Unfit:
    return Unfit(f"แฟ้ม “{path.name}” เป็นฐานข้อมูลของโปรแกรมอื่น {_UNTOUCHED} กรุณาเลือกแฟ้มข้อมูลที่ถูกต้อง")


def damaged(path: Path, found: str) -> Unfit:
    """`found` in the words of SQLite, of which the first few are enough to ask about."""
    from textwrap import shorten  # noqa: PLC0415 - a sound file needs none

    found = shorten(found.replace("*** in database main ***", ""), 80, placeholder=" …")
    return Unfit(f"แฟ้มข้อมูล “{path.name}” เสียหาย (ตรวจพบ: {found}) {_UNTOUCHED} {_FROM_BACKUP}")


def newer(path: Path, schema: int, known: int) -> UserError:
    return UserError(
        f"แฟ้มข้อมูล “{path.name}” มาจากโปรแกรมรุ่นใหม่กว่า (โครงสร้างข้อมูลรุ่นที่ {schema} โปรแกรมนี้รู้จักถึงรุ่นที่ {known})"
        f" {_UNTOUCHED} กรุณาติดตั้งโปรแกรมรุ่นที่รองรับโครงสร้างข้อมูลรุ่นที่ {schema}"
    )


class AlreadyOpen(UserError):  # noqa: N818 - what the file is
    """Another window of this program has it."""


def already_open(path: Path) -> AlreadyOpen:
    return AlreadyOpen(
        f"แฟ้มข้อมูล “{path.name}” เปิดใช้งานอยู่ในอีกหน้าต่างหนึ่งของโปรแกรมนี้ ข้อมูลยังอยู่ครบ"
        " กรุณาใช้หน้าต่างที่เปิดอยู่ หรือปิดหน้าต่างนั้นก่อนแล้วเปิดใหม่"
    )


class ReadOnly(UserError):  # noqa: N818 - what the place is
    """Nothing can be written there."""


def read_only(path: Path) -> ReadOnly:
    return ReadOnly(
        f"เขียนลงแฟ้มข้อมูล “{path.name}” ไม่ได้ เพราะแฟ้มหรือโฟลเดอร์ {path.parent} เป็นแบบอ่านอย่างเดียว"
        f" {_NOT_SAVED} กรุณาแก้สิทธิ์การใช้งาน หรือย้ายแฟ้มไปไว้ในโฟลเดอร์ที่เขียนได้"
    )


def read_only_mode(path: Path) -> UserError:
    return UserError(
        f"แฟ้มข้อมูล “{path.name}” เปิดแบบอ่านอย่างเดียว จึงบันทึกไม่ได้ ข้อมูลเดิมยังอยู่ครบ"
        " กรุณาปิดโปรแกรม แก้สิทธิ์การเขียนของแฟ้มและโฟลเดอร์ แล้วเปิดใหม่"
    )


def read_only_and_old(path: Path, schema: int, known: int) -> UserError:
    return UserError(
        f"แฟ้มข้อมูล “{path.name}” เป็นโครงสร้างรุ่นที่ {schema} ต้องปรับเป็นรุ่นที่ {known} ก่อนใช้ แต่แฟ้มหรือโฟลเดอร์"
        f" {path.parent} เป็นแบบอ่านอย่างเดียว {_UNTOUCHED} กรุณาแก้สิทธิ์การใช้งาน หรือคัดลอกแฟ้มไปไว้ในโฟลเดอร์ที่เขียนได้"
    )


def path_too_long(path: Path, length: int, most: int) -> UserError:
    return UserError(
        f"ชื่อโฟลเดอร์กับชื่อแฟ้ม “{path.name}” รวมกันยาวเกินไป (พร้อมชุดสำรองยาว {length} จากที่ระบบรับได้ {most})"
        f" {_UNTOUCHED} กรุณาย้ายไปไว้ในโฟลเดอร์ที่ชื่อสั้นกว่า"
    )


def busy(path: Path) -> UserError:
    return UserError(
        f"โปรแกรมอื่นกำลังใช้แฟ้มข้อมูล “{path.name}” อยู่ รอแล้ว {BUSY_SECONDS} วินาทีจึงหยุด"
        f" {_NOT_SAVED} กรุณาปิดโปรแกรมนั้นแล้วลองอีกครั้ง"
    )


def free_megabytes(folder: Path) -> int:
    """On the drive of a folder, which may itself be gone."""
    import shutil  # noqa: PLC0415 - with three packers of archives

    place = next((one for one in (folder, *folder.parents) if one.exists()), None)
    return shutil.disk_usage(place).free // 2**20 if place is not None else 0


def disk_full(path: Path) -> UserError:
    drive = path.anchor or str(path.parent)
    left = free_megabytes(path.parent)
    return UserError(
        f"พื้นที่ว่างในไดรฟ์ {drive} ไม่พอ (เหลือ {left} MB) {_NOT_SAVED} กรุณาลบแฟ้มที่ไม่ใช้ แล้วบันทึกอีกครั้ง"
    )


def unreadable(path: Path, found: str) -> UserError:
    return UserError(
        f"อ่านหรือเขียนแฟ้มข้อมูล “{path.name}” ไม่สำเร็จ ({found}) {_NOT_SAVED}"
        " กรุณาตรวจสอบว่าแฟ้มและไดรฟ์ยังใช้งานได้ แล้วลองอีกครั้ง"
    )


_BY_ERROR_NAME: tuple[tuple[str, Callable[[Path, str], UserError]], ...] = (
    ("SQLITE_BUSY", lambda path, _: busy(path)),
    ("SQLITE_LOCKED", lambda path, _: busy(path)),
    ("SQLITE_READONLY", lambda path, _: read_only(path)),
    ("SQLITE_FULL", lambda path, _: disk_full(path)),
    ("SQLITE_NOTADB", lambda path, _: not_a_database(path)),
    ("SQLITE_CORRUPT", damaged),
    ("SQLITE_IOERR", unreadable),
    ("SQLITE_CANTOPEN", unreadable),
)


def of_sqlite(path: Path, error: sqlite3.Error) -> UserError | None:
    """The officer's words for an error of the storage; None for a mistake of the program."""
    name = getattr(error, "sqlite_errorname", "")
    for known, words in _BY_ERROR_NAME:
        if name.startswith(known):
            return words(path, str(error) if words is damaged else why_sqlite(error))
    return None


_WHY_SQLITE = {
    "SQLITE_IOERR": "อ่านหรือเขียนไดรฟ์ไม่ได้", "SQLITE_CANTOPEN": "เปิดแฟ้มไม่ได้", "SQLITE_FULL": "พื้นที่ว่างในไดรฟ์ไม่พอ",
    "SQLITE_BUSY": "โปรแกรมอื่นใช้แฟ้มนี้อยู่", "SQLITE_LOCKED": "โปรแกรมอื่นใช้แฟ้มนี้อยู่", "SQLITE_READONLY": "แฟ้มเป็นแบบอ่านอย่างเดียว",
    "SQLITE_CORRUPT": "เนื้อหาเสียหาย", "SQLITE_NOTADB": "ไม่ใช่ฐานข้อมูล หรือส่วนต้นเสียหาย",
}  # fmt: skip


def why_sqlite(error: sqlite3.Error) -> str:
    """As `why_refused`, of the storage."""
    name = str(getattr(error, "sqlite_errorname", ""))
    words = next((words for known, words in _WHY_SQLITE.items() if name.startswith(known)), "")
    return words or (f"ฐานข้อมูลแจ้งรหัส {name}" if name else "เนื้อหาเสียหาย")


def of_system(path: Path, error: OSError) -> UserError:
    if error.errno in _READ_ONLY_ERRNOS:
        return read_only(path)
    if error.errno == errno.ENOSPC:
        return disk_full(path)
    return unreadable(path, why_refused(error))


# What the driver and SQLAlchemy say of a value that no program of ours has written: SQLite has no checksums, and
# passes over a flipped bit within a text.
_SPOILT = (
    "Could not decode to UTF-8|codec can't decode|no such (?:table|column)|among the defined enum values|parse date|isoformat"
)


@contextmanager
def told(path: Path, *, opening: bool = False) -> Iterator[None]:
    """Turn errors of the storage into UserErrors; everything else passes.

    While opening, whatever SQLite says is the file's fault ("unsupported file format", "malformed schema").
    """
    try:
        yield
    except (LookupError, ValueError) as error:
        if not pattern(_SPOILT).search(str(error)):
            raise
        raise damaged(path, str(error)) from error
    except Exception as error:
        cause = getattr(error, "orig", error)  # SQLAlchemy's errors hold the driver's
        if not isinstance(cause, sqlite3.Error) or isinstance(cause, sqlite3.IntegrityError):
            raise
        known = of_sqlite(path, cause)
        if known is None and (opening or pattern(_SPOILT).search(str(cause))):
            known = damaged(path, str(cause))
        if known is None:
            raise
        raise known from error
