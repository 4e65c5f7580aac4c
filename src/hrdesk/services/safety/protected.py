"""Workbooks that leave the PC: locked with a password that Excel itself asks for (AES, ECMA-376 agile)."""

from __future__ import annotations

import os
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hrdesk.errors import UserError
from hrdesk.reports.atomic import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST_LETTERS = 8


@contextmanager
def protected(target: Path, password: str) -> Iterator[Path]:
    """The path to write a workbook to; without a password it is the target itself.

    With one the open workbook lies in a folder only this user can read, until it is encrypted and gone.
    Raises UserError for a short password, before anything is written.
    """
    if not password:
        yield target
        return
    if len(password) < FEWEST_LETTERS:
        raise UserError(f"รหัสผ่านต้องมีอย่างน้อย {FEWEST_LETTERS} ตัวอักษร ยังไม่ได้เขียนแฟ้มใด กรุณาตั้งรหัสผ่านใหม่")
    with TemporaryDirectory(prefix="hrdesk-", ignore_cleanup_errors=True) as folder:
        plain = Path(folder) / target.name
        yield plain
        locked = encrypted(plain.read_bytes(), password)
        with written_whole(target) as part:
            Path(os.fspath(part)).write_bytes(locked)


def encrypted(workbook: bytes, password: str) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - only for what leaves the PC

    out = BytesIO()
    OOXMLFile(BytesIO(workbook)).encrypt(password, out)
    return out.getvalue()
