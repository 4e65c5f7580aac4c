"""The key of an encrypted office, and the one that is in use."""

from __future__ import annotations

from hrdesk.lazy_dataclass import dataclass

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


IN_USE = KeyInUse()
