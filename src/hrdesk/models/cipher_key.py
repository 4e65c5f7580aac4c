"""The key of an encrypted office, the one that is in use, and those that are lent."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUNDS = 256_000  # SQLCipher 4's own


@dataclass(frozen=True, slots=True)
class Key:
    secret: bytes  # 32 bytes
    salt: bytes  # 16 bytes, the beginning of every file

    @property
    def pragma(self) -> str:
        return f"PRAGMA key = \"x'{self.secret.hex()}{self.salt.hex()}'\""


def key_of(digits: str, salt: bytes) -> Key:
    """About a quarter of a second, on purpose."""
    import hashlib  # noqa: PLC0415 - brings OpenSSL, which a plain office does without

    return Key(hashlib.pbkdf2_hmac("sha512", digits.encode(), salt, _ROUNDS, 32), salt)


@dataclass(slots=True)
class KeyInUse:
    """One program has one office open: its key, and whether a new file is encrypted with it."""

    key: Key | None = None
    for_new: bool = False
    lent: tuple[Key, ...] = ()  # of backups that are looked at: the open office, if any, may be another one

    def of(self, salt: bytes) -> Key | None:
        return next((one for one in (self.key, *self.lent) if one is not None and one.salt == salt), None)


IN_USE = KeyInUse()


@contextmanager
def lent(key: Key) -> Iterator[None]:
    """The files of that key are open to whoever asks within the block, and to nobody after it."""
    IN_USE.lent = (*IN_USE.lent, key)
    try:
        yield
    finally:
        IN_USE.lent = tuple(one for one in IN_USE.lent if one is not key)
