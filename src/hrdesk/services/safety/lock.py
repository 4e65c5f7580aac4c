"""The lock of the program: a password that keeps others at this PC from the window. It is a lock, not encryption.

Whoever can copy the file can read it with another program; the page says so, and offers encryption for that.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hrdesk.domain.audit import AuditAction
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.audit_line import note

if TYPE_CHECKING:
    from hrdesk.models.database import Database
    from hrdesk.services.pc import PcService

__all__ = ["FEWEST_LETTERS", "LockService", "LockState", "wait_after"]

FEWEST_LETTERS = 8
CODE_DIGITS = 20
FREE_TRIES = 3  # wrong ones before each next has to wait
LONGEST_WAIT = 300  # seconds
IDLE_MINUTES = 10


@dataclass(frozen=True, slots=True)
class LockState:
    is_set: bool
    idle_minutes: int  # 0: only by hand and at the start


def wait_after(wrong: int) -> int:
    """Seconds until the next try after so many wrong ones: 0, 0, 0, 5, 10, 20 … 300."""
    return 0 if wrong < FREE_TRIES else min(LONGEST_WAIT, 5 * 2 ** min(wrong - FREE_TRIES, 10))


class LockService:
    """Hashes only (Argon2id), beside the database on this PC; wrong tries are counted across starts."""

    def __init__(self, pc: PcService, database: Database) -> None:
        self._pc = pc
        self._database = database

    @property
    def state(self) -> LockState:
        kept = self._pc.kept.lock
        return LockState(bool(kept.get("password")), int(kept.get("idle", IDLE_MINUTES)))

    def set_password(self, password: str) -> str:
        """Returns the recovery code, which is kept nowhere: print it now. UserError when the password is too short."""
        from hrdesk.services.safety.recovery import new_code, plain_code  # noqa: PLC0415 - at each start only `state` is asked

        if len(password) < FEWEST_LETTERS:
            raise UserError(f"รหัสผ่านต้องมีอย่างน้อย {FEWEST_LETTERS} ตัวอักษร ยังไม่ได้ตั้งรหัสผ่าน กรุณาตั้งใหม่")
        code = new_code(CODE_DIGITS)
        hasher = _hasher()
        hashes = {"password": hasher.hash(password), "code": hasher.hash(plain_code(code))}
        self._keep({**self._pc.kept.lock, **hashes, "wrong": 0, "tried": ""})
        note(self._database, AuditAction.SECURITY, "database", detail="ตั้งรหัสผ่านล็อกโปรแกรม")
        return code

    def set_idle(self, minutes: int) -> None:
        self._keep({**self._pc.kept.lock, "idle": minutes})

    def remove(self, password: str) -> None:
        """UserError for a wrong password, as in `unlock`."""
        self.unlock(password)
        self._take_away("ยกเลิกรหัสผ่านล็อกโปรแกรม")

    def unlock(self, password: str, now: datetime | None = None) -> None:
        """Raises UserError for a wrong password, or one that comes too soon after a wrong one."""
        self._try("password", password, now)

    def unlock_with_code(self, typed: str, now: datetime | None = None) -> None:
        """The printed code opens, and takes the forgotten password away; the code is used up with it."""
        from hrdesk.services.safety.recovery import plain_code  # noqa: PLC0415

        self._try("code", plain_code(typed), now)
        self._take_away("เปิดด้วยรหัสกู้คืน รหัสผ่านเดิมถูกยกเลิก")

    def seconds_to_wait(self, now: datetime | None = None) -> int:
        kept = self._pc.kept.lock
        try:
            tried = datetime.fromisoformat(str(kept.get("tried", "")))
        except ValueError:
            return 0
        wait = wait_after(int(kept.get("wrong", 0)))
        passed = (now or datetime.now(UTC)) - tried
        # A clock set back must not lock for ever, one set forward only spares the rest of a wait.
        return 0 if passed < timedelta(0) and -passed > timedelta(seconds=wait) else max(0, wait - int(passed.total_seconds()))

    def _try(self, name: str, given: str, now: datetime | None) -> None:
        from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

        if seconds := self.seconds_to_wait(now):
            raise UserError(f"ใส่ผิดหลายครั้ง กรุณารออีก {seconds} วินาทีแล้วลองใหม่ ข้อมูลยังอยู่ครบ")
        kept = self._pc.kept.lock
        try:
            _hasher().verify(str(kept.get(name, "")), given)
        except (VerificationError, InvalidHashError) as error:
            wrong = int(kept.get("wrong", 0)) + 1
            self._keep({**kept, "wrong": wrong, "tried": (now or datetime.now(UTC)).isoformat()})
            if wrong >= FREE_TRIES:
                note(self._database, AuditAction.SECURITY, "database", detail=f"ใส่รหัสผ่านล็อกโปรแกรมผิด {wrong} ครั้ง")
            more = f" ครั้งต่อไปต้องรอ {wait_after(wrong)} วินาที" if wait_after(wrong) else ""
            raise UserError(f"รหัสไม่ถูกต้อง ข้อมูลยังอยู่ครบ{more} กรุณาลองอีกครั้ง หรือใช้รหัสกู้คืนที่พิมพ์เก็บไว้") from error
        if kept.get("wrong"):
            self._keep({**kept, "wrong": 0, "tried": ""})

    def _take_away(self, said: str) -> None:
        idle = self.state.idle_minutes
        self._keep({"idle": idle})
        note(self._database, AuditAction.SECURITY, "database", detail=said)

    def _keep(self, lock: dict[str, Any]) -> None:
        self._pc.keep(lock=lock)


def _hasher() -> Any:
    from argon2 import PasswordHasher  # noqa: PLC0415 - only where a lock is set

    return PasswordHasher()  # Argon2id of RFC 9106, low memory
