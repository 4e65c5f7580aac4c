"""A word kept on this PC so that only this user's account reads it: Windows locks it with the account's own key (DPAPI).

Elsewhere the file's mode (0600) is all there is. Nothing that opens the office's data depends on it: the passphrase of
the copies opens them anywhere, also when this PC is gone.
"""

from __future__ import annotations

import base64
import binascii
import ctypes
import sys
from typing import TYPE_CHECKING, Any, Protocol

from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

PREFIX = "dpapi:"
_NO_QUESTIONS = 1  # CRYPTPROTECT_UI_FORBIDDEN


class Protector(Protocol):
    """OSError where the account's key cannot do it."""

    def lock(self, plain: bytes) -> bytes: ...

    def unlock(self, locked: bytes) -> bytes: ...


class _Blob(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_char)))


@dataclass(frozen=True)
class Dpapi:
    """CryptProtectData and CryptUnprotectData of `crypt32`, LocalFree of `kernel32`."""

    crypt32: Any
    kernel32: Any

    def lock(self, plain: bytes) -> bytes:
        return self._call(self.crypt32.CryptProtectData, plain)

    def unlock(self, locked: bytes) -> bytes:
        return self._call(self.crypt32.CryptUnprotectData, locked)

    def _call(self, function: Callable[..., int], content: bytes) -> bytes:
        given = ctypes.create_string_buffer(content, len(content))
        source = _Blob(len(content), ctypes.cast(given, ctypes.POINTER(ctypes.c_char)))
        target = _Blob()
        done = function(ctypes.byref(source), None, None, None, None, _NO_QUESTIONS, ctypes.byref(target))
        if not done:
            raise OSError("the account's key refused")
        try:
            return ctypes.string_at(target.data, target.size)
        finally:
            self.kernel32.LocalFree(target.data)


def of_this_system() -> Protector | None:
    if sys.platform == "win32":
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
