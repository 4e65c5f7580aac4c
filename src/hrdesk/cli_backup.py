"""The commands of a worried officer: backup, verify, restore, recover."""

from __future__ import annotations

import getpass
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.errors import UserError
from hrdesk.thai.dates import long_date

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import datetime

    from hrdesk.services.safety.backup import Count, Outcome

OK, STANDING, FAILED = 0, 1, 2
PASSPHRASE = "HRDESK_PASSPHRASE"  # noqa: S105 - the variable's name
SECRET = f"passphrase from {PASSPHRASE}, a prompt or the first line of the input"
_FEWEST_LETTERS = 8


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    backup = commands.add_parser("backup", help="make a verified backup beside the database (needs --db)")
    backup.add_argument("--to", type=Path, metavar="DIR", help="a copy in this folder as well; it must exist")
    backup.add_argument("--encrypt", action="store_true", help=f"the copy as AES zip; {SECRET}")
    backup.set_defaults(run=_backup)

    verify = commands.add_parser("verify", help="compare a backup with its manifest and read all of it")
    verify.add_argument("backup", type=Path, metavar="BACKUP", help=".db, or .zip with its passphrase")
    verify.add_argument("--json", action="store_true")
    verify.set_defaults(run=_verify)

    restore = commands.add_parser("restore", help="bring a backup back; the present is kept (needs --db)")
    restore.add_argument("backup", type=Path, metavar="BACKUP", help=".db, or .zip with its passphrase")
    restore.add_argument("--dry-run", action="store_true", help="only show what would change")
    restore.set_defaults(run=_restore)

    recover = commands.add_parser("recover", help="offer the newest sound backup of a damaged database (needs --db)")
    recover.add_argument("--from", type=Path, dest="second", metavar="DIR", help="look into this folder as well")
    recover.add_argument("--yes", action="store_true", help="do what is offered")
    recover.set_defaults(run=_recover)


def _backup(arguments: argparse.Namespace) -> int:
    from hrdesk.services import Services  # noqa: PLC0415 - storage is imported when one is opened

    if arguments.encrypt and arguments.to is None:
        raise UserError("--encrypt needs --to DIR")
    secret = new_passphrase() if arguments.encrypt else None
    with Services.open(_database(arguments)) as services:
        outcome = services.backup.make()
        if outcome.backup is None:  # make raises instead
            raise UserError(outcome.trouble)
        _say(f"{outcome.backup.path}  {_rows(outcome)} rows")
        if outcome.trouble:
            _say(outcome.trouble)
        if arguments.to is not None:
            _say(f"{services.backup.send(outcome.backup, arguments.to, secret)}  {_rows(outcome)} rows")
            if secret is None:
                _say("ชุดสำรองนี้มีข้อมูลส่วนบุคคลและไม่ได้เข้ารหัส หากจะนำออกนอกหน่วยงาน กรุณาใช้ --encrypt")
    return OK


def _verify(arguments: argparse.Namespace) -> int:
    from hrdesk.services.safety.backup import opened, verify  # noqa: PLC0415

    with opened(arguments.backup, passphrase) as backup:
        found = verify(backup)
    if arguments.json:
        manifest = found.manifest
        told = {
            "backup": str(arguments.backup),
            "sound": found.sound,
            "problems": found.problems,
            "serial": manifest and manifest.serial,
            "reason": manifest and manifest.reason.value,
            "created": manifest and manifest.created.isoformat(),
            "office": manifest and manifest.office,
            "schema": manifest and manifest.schema,
            "sha256": manifest and manifest.sha256,
            "counts": dict(found.counts),
        }
        _say(json.dumps(told, ensure_ascii=False, indent=1))
        return OK if found.sound else FAILED
    if not found.sound or found.manifest is None:
        raise UserError(f"{arguments.backup}: ชุดสำรองนี้ใช้ไม่ได้: {'; '.join(found.problems)} กรุณาใช้ชุดสำรองชุดอื่น")
    _say(
        f"{arguments.backup}: ชุดสำรองสมบูรณ์ ของหน่วยงาน “{found.manifest.office}” ชุดที่ {found.manifest.serial}"
        f" ทำเมื่อ {_moment(found.manifest.created)} จำนวน {sum(found.counts.values()):,} รายการ"
    )
    return OK


def _restore(arguments: argparse.Namespace) -> int:
    from hrdesk.services import Services  # noqa: PLC0415
    from hrdesk.services.safety.backup import opened  # noqa: PLC0415

    with opened(arguments.backup, passphrase) as backup, Services.open(_database(arguments)) as services:
        _show(services.backup.compare(backup), "ปัจจุบัน")
        if arguments.dry_run:
            return OK
        done, _ = services.backup.restore(backup)
    _say(f"นำชุดสำรองชุดที่ {done.manifest.serial} ({_moment(done.manifest.created)}) กลับมาใช้แล้ว ข้อมูลเดิมเก็บไว้ที่ {done.aside}")
    return OK


def _recover(arguments: argparse.Namespace) -> int:
    from hrdesk.services.safety.backup import compare, offer, recover  # noqa: PLC0415

    path = _database(arguments)
    offered = offer(path, () if arguments.second is None else (arguments.second,))
    manifest = offered.backup.manifest
    _say(offered.fault)
    _say(f"ชุดสำรองล่าสุดที่ตรวจผ่าน: {offered.backup.path} ของหน่วยงาน “{manifest.office}” ทำเมื่อ {_moment(manifest.created)}")
    if offered.written is not None:
        _say(f"แฟ้มที่เสียหายเขียนครั้งล่าสุดเมื่อ {_moment(offered.written)} สิ่งที่บันทึกหลังจากทำชุดสำรองจะไม่มีในชุดสำรอง")
    _show(compare(offered.readable, manifest.counts), "ในแฟ้มที่เสียหาย")
    if not arguments.yes:
        _say("ยังไม่ได้เปลี่ยนแปลงแฟ้มใด หากต้องการใช้ชุดสำรองนี้ กรุณาสั่งอีกครั้งพร้อม --yes")
        return STANDING
    done = recover(path, offered)
    kept = f" แฟ้มที่เสียหายเก็บไว้ที่ {done.aside}" if done.aside else ""
    _say(f"กู้คืนจากชุดสำรองชุดที่ {done.manifest.serial} แล้ว{kept}")
    return OK


def _show(counts: Sequence[Count], now: str) -> None:
    for count in counts:
        present = "อ่านไม่ได้" if count.now is None else f"{count.now:,}"
        sign = " " if count.now == count.then else "*"
        _say(f"{sign} {count.name}: {now} {present} · ในชุดสำรอง {count.then:,}")


def _rows(outcome: Outcome) -> int:
    return sum(outcome.backup.manifest.counts.values()) if outcome.backup else 0


def _moment(moment: datetime) -> str:
    """29 พฤศจิกายน 2545 เวลา 16:05 น., by the clock of this PC."""
    here = moment.astimezone()
    return f"{long_date(here.date())} เวลา {here:%H:%M} น."


def _database(arguments: argparse.Namespace) -> Path:
    if arguments.db is None:
        raise UserError("this command needs --db FILE before it")
    path: Path = arguments.db
    return path


def passphrase() -> str:
    """Of a file that leaves or enters the PC. UserError when none is given."""
    typed = os.environ.get(PASSPHRASE)
    if typed is None:
        typed = getpass.getpass("passphrase: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not typed:
        raise UserError(f"ยังไม่ได้ให้รหัสผ่านของแฟ้ม กรุณาพิมพ์รหัสผ่าน หรือตั้งค่าตัวแปร {PASSPHRASE}")
    return typed


def new_passphrase() -> str:
    found = passphrase()
    if len(found) < _FEWEST_LETTERS:
        raise UserError(f"รหัสผ่านต้องมีอย่างน้อย {_FEWEST_LETTERS} ตัวอักษร ยังไม่ได้เขียนแฟ้มใด กรุณาตั้งรหัสผ่านใหม่")
    return found


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
