"""What the commands share: the office they open, the files they write, and that what leaves the PC is locked."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.errors import UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from hrdesk.services import Services

KEY = "HRDESK_KEY"  # the password or the recovery digits of an encrypted office
BACKUP_KEY = "HRDESK_BACKUP_KEY"  # the same, of a backup that is another office's
PASSPHRASE = "HRDESK_PASSPHRASE"  # noqa: S105 - the variable's name
_FEWEST_LETTERS = 8
_SAID = (  # argparse's own sentences, in the order of asking
    (r"the following arguments are required: (.+)", r"ยังขาด \1"),
    (r"unrecognized arguments: (.+)", r"ไม่รู้จัก \1"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 หมายถึงได้หลายอย่าง คือ \2"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"\1 ไม่มี \2 ใช้ได้เพียง \3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 ต้องเป็นจำนวนเต็ม ไม่ใช่ \2"),
    (r"argument (.+?): expected one argument", r"\1 ต้องมีค่าต่อท้าย"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 ไม่รับค่า \2"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


def in_thai(refusal: str) -> str:
    """What argparse says of a mistyped command. A sentence that is not known here stands as it is, after Thai words."""
    for pattern, thai in _SAID:
        if match := re.fullmatch(pattern, refusal, re.DOTALL):
            return match.expand(thai)
    return f"พิมพ์คำสั่งไม่ถูกต้อง ({refusal})"


def database_of(arguments: argparse.Namespace) -> Path:
    if arguments.db is None:
        raise UserError("คำสั่งนี้ต้องรู้แฟ้มข้อมูลก่อน ยังไม่ได้ทำสิ่งใด กรุณาพิมพ์ hrdesk --db FILE แล้วตามด้วยคำสั่ง")
    path: Path = arguments.db
    return path


def open_office(arguments: argparse.Namespace) -> Services:
    from hrdesk.services import Services  # noqa: PLC0415 - storage is imported when one is opened

    return Services.open(database_of(arguments))


def demand_target(target: Path, endings: Sequence[str] = (".xlsx",), *, folder: bool = True) -> None:
    """UserError unless a file of that name can be meant; `folder`: the folder must be there."""
    if target.suffix.lower() not in endings:
        raise UserError(f"{target}: ชื่อแฟ้มต้องลงท้ายด้วย {' '.join(endings)} ยังไม่ได้เขียนแฟ้มใด กรุณาแก้ชื่อแฟ้ม")
    if folder and not target.absolute().parent.is_dir():
        raise UserError(f"ไม่พบโฟลเดอร์ {target.parent} ยังไม่ได้เขียนแฟ้มใด กรุณาสร้างโฟลเดอร์หรือเลือกที่อื่น")


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="แสดงผลเป็น JSON ให้โปรแกรมอื่นอ่าน")


def add_lock(parser: argparse.ArgumentParser, what: str = "สมุดงาน") -> None:
    """People's data leave the PC locked, as they do in the window, unless the officer says that they need not be."""
    told = f"ไม่ล็อก{what}ด้วยรหัสผ่าน หากไม่ระบุจะล็อก โดยใช้รหัสจากตัวแปร {PASSPHRASE} จากที่พิมพ์เมื่อถูกถาม หรือจากบรรทัดแรกที่ส่งเข้ามา"
    parser.add_argument("--plain", action="store_true", help=told)


def lock_for(arguments: argparse.Namespace) -> str:
    """The password of a file that is about to leave; empty with `--plain`. UserError when none is given."""
    if arguments.plain:
        return ""
    typed = _typed("รหัสผ่านที่จะล็อกแฟ้ม: ")
    if not typed:
        raise UserError(
            "แฟ้มนี้มีข้อมูลส่วนบุคคลจึงต้องมีรหัสผ่าน ยังไม่ได้เขียนแฟ้มใด กรุณาพิมพ์รหัสผ่าน"
            f" ตั้งค่าตัวแปร {PASSPHRASE} หรือใช้ --plain หากไม่ต้องการรหัสผ่าน"
        )
    if len(typed) < _FEWEST_LETTERS:
        raise UserError(f"รหัสผ่านต้องมีอย่างน้อย {_FEWEST_LETTERS} ตัวอักษร ยังไม่ได้เขียนแฟ้มใด กรุณาตั้งรหัสผ่านใหม่")
    import getpass  # noqa: PLC0415 - and the terminal's settings

    if PASSPHRASE not in os.environ and sys.stdin.isatty() and getpass.getpass("รหัสผ่านอีกครั้ง: ") != typed:
        raise UserError("รหัสผ่านสองครั้งไม่ตรงกัน ยังไม่ได้เขียนแฟ้มใด กรุณาสั่งอีกครั้ง")
    return typed


def passphrase() -> str:
    """Of a locked file that is about to be read. UserError when none is given."""
    typed = _typed("รหัสผ่านของแฟ้ม: ")
    if not typed:
        raise UserError(f"ยังไม่ได้ให้รหัสผ่านของแฟ้ม ยังไม่ได้เปลี่ยนแปลงข้อมูลใด กรุณาพิมพ์รหัสผ่าน หรือตั้งค่าตัวแปร {PASSPHRASE}")
    return typed


def backup_key(why: str) -> str:
    """The password or the digits of a backup's own office, typed on a terminal. KeyNeeded, with `why`, when none is given."""
    from hrdesk.services.safety.backup import KeyNeeded  # noqa: PLC0415 - storage is imported when one is opened

    typed = _asked("รหัสผ่านหรือรหัสกู้คืนของชุดสำรอง: ") if sys.stdin.isatty() else ""
    if not typed:
        raise KeyNeeded(f"{why} หรือตั้งค่าตัวแปร {BACKUP_KEY} ยังไม่ได้เปลี่ยนแปลงข้อมูลใด กรุณาสั่งอีกครั้ง")
    return typed


def _typed(asked: str) -> str:
    return os.environ[PASSPHRASE] if PASSPHRASE in os.environ else _asked(asked)


def _asked(asked: str) -> str:
    import getpass  # noqa: PLC0415

    try:
        return getpass.getpass(asked) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    except EOFError:  # NUL of Windows calls itself a terminal
        return ""


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
