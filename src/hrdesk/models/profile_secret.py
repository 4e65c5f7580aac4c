"""A word kept on this PC so that only this user's account reads it: Windows locks it with the account's own key (DPAPI).

Elsewhere the file's mode (0600) is all there is. Nothing that opens the office's data depends on it: the passphrase of
the copies opens them anywhere, also when this PC is gone.
"""

from __future__ import annotations

import base64
import binascii
import sys
from typing import Protocol

PREFIX = "dpapi:"


class Protector(Protocol):
    """OSError where the account's key cannot do it."""

    def lock(self, plain: bytes) -> bytes: ...

    def unlock(self, locked: bytes) -> bytes: ...


def of_this_system() -> Protector | None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - where something is locked

        from hrdesk.models.dpapi import Dpapi  # noqa: PLC0415

        return Dpapi(ctypes.WinDLL("crypt32"), ctypes.WinDLL("kernel32"))
    else:  # noqa: RET505 - a type checker on Linux would call what follows unreachable
        return None


def kept_form(secret: str, protector: Protector | None) -> str:
    """As it is written into a file. OSError where the account's key cannot lock it."""
    if not secret or protector is None:
        return secret
    return PREFIX + base64.b64encode(protector.lock(secret.encode())).decode("ascii")


def read_form(kept: str, protector: Protector | None) -> str:
    """ValueError when another account or another PC wrote it."""
    if not kept.startswith(PREFIX):
        return kept
    try:
        locked = base64.b64decode(kept.removeprefix(PREFIX), validate=True)
        if protector is None:
            raise ValueError("locked on another system")
        return protector.unlock(locked).decode()
    except (OSError, binascii.Error, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
