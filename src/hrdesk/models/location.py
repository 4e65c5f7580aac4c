"""Where a database lies: on a share, a stick or in a cloud folder it is at risk, and refused by default."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from hrdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable


class Risk(StrEnum):
    NETWORK = "network"
    REMOVABLE = "removable"
    CLOUD = "cloud"


RISK_TERMS = {
    Risk.NETWORK: ("บนเครือข่าย", "เมื่อเครือข่ายสะดุดขณะบันทึก แฟ้มอาจเสียหายทั้งแฟ้ม และล็อกกันเปิดซ้อนไม่ได้ผล"),
    Risk.REMOVABLE: ("ในแฟลชไดรฟ์หรือไดรฟ์ถอดได้", "เมื่อถอดไดรฟ์ขณะบันทึก แฟ้มอาจเสียหายทั้งแฟ้ม และหายได้ง่าย"),
    Risk.CLOUD: ("ในโฟลเดอร์คลาวด์", "โปรแกรมซิงก์คัดลอกแฟ้มขณะบันทึก อาจได้แฟ้มครึ่งเดียวหรือสองแฟ้มที่ต่างกัน"),
}
_CLOUD_NAMES = (
    "onedrive", "google drive", "googledrive", "my drive", "ไดรฟ์ของฉัน", "dropbox", "icloud", "box sync", "nextcloud",
)  # fmt: skip
_NETWORK_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "davfs", "afpfs", "ncpfs"}
_DRIVE_REMOVABLE, _DRIVE_REMOTE, _DRIVE_OPTICAL = 2, 4, 5  # what GetDriveTypeW answers


class RiskyPlace(UserError):  # noqa: N818 - what the place is
    """The database would open, but not safely; the officer may agree to it."""

    def __init__(self, path: Path, risk: Risk) -> None:
        where, why = RISK_TERMS[risk]
        super().__init__(
            f"แฟ้มข้อมูล “{path.name}” อยู่{where} ({path.parent}) จึงยังไม่ได้เปิด: {why} "
            "โปรแกรมไม่ได้เปลี่ยนแปลงแฟ้มนี้ กรุณาย้ายแฟ้มมาไว้ในเครื่องนี้ แล้วใช้ที่นั่นเป็นโฟลเดอร์สำรองที่สองแทน"
        )
        self.risk = risk


def drive_kind(path: Path) -> Risk | None:
    """What the system says of the drive; None for a disk of this PC, and where it cannot tell."""
    return _windows_drive(path) if sys.platform == "win32" else _posix_drive(path)


def risk_of(path: Path, drive: Callable[[Path], Risk | None] = drive_kind) -> Risk | None:
    """By the names of the folders, by the cloud programs' own folders, and by the drive."""
    whole = path.absolute()
    place = whole.parent
    if str(path).startswith("\\\\") or PureWindowsPath(str(path)).drive.startswith("\\\\"):
        return Risk.NETWORK
    if any(part.lower().startswith(_CLOUD_NAMES) for part in place.parts) or _in_cloud_folder(place):
        return Risk.CLOUD
    return drive(whole)  # a name alone lies on the drive where the command line stands


def _in_cloud_folder(place: Path) -> bool:
    """OneDrive tells where its folders lie, whatever they are called."""
    roots = [os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")]
    return any(place.is_relative_to(root) for root in roots if root)


def _windows_drive(path: Path) -> Risk | None:
    import ctypes  # noqa: PLC0415 - there only

    kind = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)  # type: ignore[attr-defined,unused-ignore]
    return {_DRIVE_REMOVABLE: Risk.REMOVABLE, _DRIVE_REMOTE: Risk.NETWORK, _DRIVE_OPTICAL: Risk.REMOVABLE}.get(kind)


def _posix_drive(path: Path) -> Risk | None:
    try:
        there = next(one for one in (path, *path.parents) if one.exists())
        if system_of(there, Path("/proc/self/mounts").read_text("utf-8", "replace")) in _NETWORK_SYSTEMS:
            return Risk.NETWORK
        device = there.stat().st_dev
        disk = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}").resolve()
        removable = [one / "removable" for one in (disk, disk.parent)]
        if any(one.is_file() and one.read_text("ascii").strip() == "1" for one in removable):
            return Risk.REMOVABLE
    except (OSError, StopIteration):
        return None
    return None


def system_of(path: Path, mounts: str) -> str:
    """The file system's kind that holds a path, by the lines of /proc/mounts; empty when none does."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        _device, escaped, system, *_ = [*line.split(" "), "", ""]
        folder = escaped.replace("\\040", " ")
        if not folder or not path.as_posix().startswith(folder):  # most of them, known without a path of each
            continue
        mounted = Path(folder)
        if path.is_relative_to(mounted) and len(mounted.parts) >= best:
            best, kind = len(mounted.parts), system
    return kind
