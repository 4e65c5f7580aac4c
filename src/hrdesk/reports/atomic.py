"""A file is there whole or not at all, also when the power fails or the disk is full."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from hrdesk.errors import UserError, why_refused
from hrdesk.written import tell_name

_HELD_OPEN = {5, 32, 33}  # what Windows says: access denied, sharing violation, lock violation
_PATIENCE, _PAUSE = 1.5, 0.1  # seconds


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Yields the path of a new file in the same folder; it takes the target's place when the block ends well.

    Held open by another program the target stays as it is, and the file becomes "name (2).ext"; `written.write_to`
    learns of it. UserError when it cannot be written at all; the old file, if any, is then untouched.
    """
    part = target.with_name(f".{target.stem[:20]}-{os.urandom(4).hex()}{target.suffix}")
    try:
        part.touch(exist_ok=False)
    except OSError as error:
        _tell_if_full(target, error)
        raise UserError(
            f"บันทึกแฟ้มในโฟลเดอร์ {target.parent} ไม่ได้ ({why_refused(error)}) ยังไม่ได้เขียนแฟ้มใด กรุณาเลือกโฟลเดอร์อื่น"
        ) from error
    try:
        yield part
        _flush(part)
        _put(part, target)
        _flush_folder(target.parent)
    except OSError as error:
        let_go(error)
        _tell_if_full(target, error)
        raise UserError(
            f"บันทึกแฟ้ม {target.name} ไม่สำเร็จ ({why_refused(error)}) "
            "แฟ้มเดิมยังอยู่ครบ กรุณาปิดโปรแกรมที่เปิดแฟ้มนี้อยู่ หรือบันทึกเป็นชื่ออื่น"
        ) from error
    except BaseException as error:
        let_go(error)
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def let_go(error: BaseException) -> None:
    """Of the files that the failed calls hold open in their frames: Windows removes no file while it is open."""
    import traceback  # noqa: PLC0415 - and what it shows lines with

    cause: BaseException | None = error
    while cause is not None:
        traceback.clear_frames(cause.__traceback__)
        cause = cause.__cause__ or cause.__context__


def _put(part: Path, target: Path) -> None:
    """A reader lets go soon, a viewer does not."""
    for _ in range(round(_PATIENCE / _PAUSE)):
        try:
            part.replace(target)
        except PermissionError as error:
            if not _held_open(error, target):
                raise
            time.sleep(_PAUSE)
        else:
            return
    free = _next_free(target)
    part.replace(free)
    tell_name(target, free)


def _held_open(error: PermissionError, target: Path) -> bool:
    return getattr(error, "winerror", None) in _HELD_OPEN and target.is_file()


def _next_free(target: Path) -> Path:
    names = (target.with_name(f"{target.stem} ({number}){target.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())


def _tell_if_full(target: Path, error: OSError) -> None:
    if error.errno == errno.ENOSPC:
        import shutil  # noqa: PLC0415 - with three packers of archives

        left = shutil.disk_usage(target.parent).free // 2**20
        raise UserError(
            f"บันทึกแฟ้ม {target.name} ไม่สำเร็จ เพราะพื้นที่ว่างในไดรฟ์ไม่พอ (เหลือ {left} MB) "
            "แฟ้มเดิมยังอยู่ครบ กรุณาลบแฟ้มที่ไม่ใช้ แล้วบันทึกอีกครั้ง"
        ) from error


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """So that the new name survives a power cut; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
