"""What this PC keeps about the open office: where copies go, when a restore was last tried."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.models.pc_settings import PcSettings, load_settings, save_settings
from hrdesk.models.profile_secret import of_this_system

if TYPE_CHECKING:
    from hrdesk.models.database import Database

__all__ = ["FEWEST_LETTERS", "PcService", "PcSettings"]

FEWEST_LETTERS = 8  # of a passphrase
KEPT_YEARS = 10  # that data of leavers are kept, unless the office decides otherwise


class PcService:
    def __init__(self, database: Database) -> None:
        self._path = database.path
        self.kept = load_settings(database.path)

    def keep(self, **changes: object) -> None:
        """Raises UserError with the old settings kept."""
        changed = replace(self.kept, damaged=False, **changes)  # type: ignore[arg-type]
        save_settings(self._path, changed)
        self.kept = changed

    @property
    def account_locks(self) -> bool:
        """Whether the system locks the passphrase of the copies with the user's account."""
        return of_this_system() is not None

    def keep_second(self, folder: Path | None, passphrase: str) -> None:
        """Where every backup is copied to from now on; an empty passphrase leaves the copies unencrypted."""
        if folder is None:
            self.keep(second="", passphrase="")
            return
        if not folder.is_dir():
            raise UserError(f"ไม่พบโฟลเดอร์ {folder} ยังไม่ได้เปลี่ยนการตั้งค่า กรุณาเลือกโฟลเดอร์อีกครั้ง")
        if _beside(self._path, folder):
            raise UserError(
                "โฟลเดอร์นี้อยู่ที่เดียวกับฐานข้อมูล ถ้าเครื่องเสียจะหายไปพร้อมกัน ยังไม่ได้เปลี่ยนการตั้งค่า กรุณาเลือกไดรฟ์อื่นหรือโฟลเดอร์อื่น"
            )
        if passphrase and len(passphrase) < FEWEST_LETTERS:
            raise UserError(f"รหัสผ่านต้องมีอย่างน้อย {FEWEST_LETTERS} ตัวอักษร ยังไม่ได้เปลี่ยนการตั้งค่า กรุณาตั้งรหัสผ่านใหม่")
        self.keep(second=str(folder), passphrase=passphrase)

    def keep_drill(self) -> None:
        self.keep(drilled_at=datetime.now().astimezone().isoformat(timespec="seconds"))

    @property
    def retention_years(self) -> int:
        return int(self.kept.retention) if self.kept.retention.isdecimal() else KEPT_YEARS

    @property
    def drilled_at(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.kept.drilled_at)
        except ValueError:
            return None


def _beside(database: Path, folder: Path) -> bool:
    """In the database's own folder or below it."""
    here = database.parent.resolve()
    return here == folder.resolve() or here in folder.resolve().parents
