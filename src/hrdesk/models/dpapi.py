"""The user's account key on Windows, which locks a few bytes so that only that account opens them (DPAPI)."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

_NO_QUESTIONS = 1  # CRYPTPROTECT_UI_FORBIDDEN


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
