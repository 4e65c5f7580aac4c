"""The commands of a worried officer: backup, verify, restore, recover."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.cli_common import (
    BACKUP_KEY,
    KEY,
    add_json,
    add_lock,
    backup_key,
    database_of,
    lock_for,
    passphrase,
    say,
)
from hrdesk.cli_parser import FAILED, add_command
from hrdesk.errors import UserError
from hrdesk.thai.dates import long_date

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import datetime

    from hrdesk.services.safety.backup import Count, Outcome
    from hrdesk.services.safety.source import Source

OK, STANDING = 0, 1
_BACKUP = f"แฟ้มชุดสำรอง .db หรือ .zip ที่มีรหัสผ่าน หากเป็นของฐานข้อมูลอื่นที่เข้ารหัสไว้ ให้ตั้งรหัสในตัวแปร {BACKUP_KEY}"


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    backup = add_command(commands, "backup", "ทำชุดสำรองที่ตรวจแล้วไว้ข้างแฟ้มข้อมูล (--db)")
    backup.add_argument("--to", type=Path, metavar="DIR", help="ทำสำเนาไว้ในโฟลเดอร์นี้ด้วย ต้องมีโฟลเดอร์อยู่แล้ว")
    add_lock(backup, "สำเนา")
    backup.set_defaults(run=_backup)

    verify = add_command(commands, "verify", "ตรวจชุดสำรองกับใบกำกับ และอ่านดูทั้งหมดว่าสมบูรณ์")
    verify.add_argument("backup", type=Path, metavar="BACKUP", help=_BACKUP)
    add_json(verify)
    verify.set_defaults(run=_verify)

    restore = add_command(commands, "restore", "นำชุดสำรองกลับมาใช้ โดยเก็บข้อมูลปัจจุบันไว้ หรือเริ่มจากชุดสำรองในเครื่องใหม่ (--db)")
    restore.add_argument("backup", type=Path, metavar="BACKUP", help=_BACKUP)
    restore.add_argument("--dry-run", action="store_true", help="เพียงแสดงว่าจะเปลี่ยนอะไร")
    restore.set_defaults(run=_restore)

    recover = add_command(commands, "recover", "เสนอชุดสำรองล่าสุดที่สมบูรณ์แทนแฟ้มข้อมูลที่เสียหาย (--db)")
    recover.add_argument("--from", type=Path, dest="second", metavar="DIR", help="หาชุดสำรองในโฟลเดอร์นี้ด้วย")
    recover.add_argument("--yes", action="store_true", help="ทำตามที่เสนอ")
    recover.set_defaults(run=_recover)


def _backup(arguments: argparse.Namespace) -> int:
    from hrdesk.services import Services  # noqa: PLC0415 - storage is imported when one is opened

    secret = lock_for(arguments) if arguments.to is not None else ""
    with Services.open(database_of(arguments)) as services:
        outcome = services.backup.make()
        if outcome.backup is None:  # make raises instead
            raise UserError(outcome.trouble)
        say(f"{outcome.backup.path}  {_rows(outcome)} รายการ")
        if outcome.trouble:
            say(outcome.trouble)
        if arguments.to is not None:
            say(f"{services.backup.send(outcome.backup, arguments.to, secret or None)}  {_rows(outcome)} รายการ")
            if not secret:
                say("ชุดสำรองนี้มีข้อมูลส่วนบุคคลและไม่ได้เข้ารหัส กรุณาอย่านำออกนอกหน่วยงาน")
    return OK


def _verify(arguments: argparse.Namespace) -> int:
    found = _source(arguments.backup).verified()
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
        say(json.dumps(told, ensure_ascii=False, indent=1))
        return OK if found.sound else FAILED
    if not found.sound or found.manifest is None:
        raise UserError(
            f"{arguments.backup}: ชุดสำรองนี้ใช้ไม่ได้: {'; '.join(found.problems)} ข้อมูลที่ใช้งานอยู่ไม่ถูกเปลี่ยนแปลง กรุณาใช้ชุดสำรองชุดอื่น"
        )
    say(
        f"{arguments.backup}: ชุดสำรองสมบูรณ์ ของหน่วยงาน “{found.manifest.office}” ชุดที่ {found.manifest.serial}"
        f" ทำเมื่อ {_moment(found.manifest.created)} จำนวน {sum(found.counts.values()):,} รายการ"
    )
    return OK


def _restore(arguments: argparse.Namespace) -> int:
    from hrdesk.services import Services  # noqa: PLC0415

    source = _source(arguments.backup)
    if not database_of(arguments).exists():
        return _begin(database_of(arguments), source, dry_run=arguments.dry_run)
    with source.opened() as backup, Services.open(database_of(arguments)) as services:
        _show(services.backup.compare(backup), "ปัจจุบัน")
        if arguments.dry_run:
            return OK
        done, _ = services.backup.restore(backup)
    say(f"นำชุดสำรองชุดที่ {done.manifest.serial} ({_moment(done.manifest.created)}) กลับมาใช้แล้ว ข้อมูลเดิมเก็บไว้ที่ {done.aside}")
    return OK


def _begin(path: Path, source: Source, *, dry_run: bool) -> int:
    """A PC without the office: the backup becomes it."""
    from hrdesk.services import Services  # noqa: PLC0415
    from hrdesk.services.safety.beginning import look  # noqa: PLC0415

    manifest, counts = look(source)
    _show(counts, "ปัจจุบัน")
    if dry_run:
        return OK
    Services.create_from_backup(path, source).close()
    say(f"เริ่มหน่วยงาน “{manifest.office}” จากชุดสำรองชุดที่ {manifest.serial} ({_moment(manifest.created)}) แล้ว ที่ {path}")
    return OK


def _source(path: Path) -> Source:
    """The backup with what opens it: its own key where that is told apart, else the office's, else what is typed."""
    from hrdesk.lazy_dataclass import replace  # noqa: PLC0415 - the parser needs none
    from hrdesk.services.safety.backup import KeyNeeded  # noqa: PLC0415
    from hrdesk.services.safety.encryption import WrongKey  # noqa: PLC0415
    from hrdesk.services.safety.source import Source  # noqa: PLC0415

    source = Source(path, passphrase() if path.suffix.lower() == ".zip" else "", os.environ.get(BACKUP_KEY) or os.environ.get(KEY, ""))
    while True:
        try:
            with source.opened():
                return source
        except WrongKey:
            if BACKUP_KEY in os.environ:
                raise
            source = replace(source, key="")  # the open office's, of which this backup is none
        except KeyNeeded as error:
            typed = backup_key(str(error))
            with replace(source, key=typed).opened():
                return replace(source, key=typed)


def _recover(arguments: argparse.Namespace) -> int:
    from hrdesk.services.safety.backup import compare, offer, recover  # noqa: PLC0415

    path = database_of(arguments)
    offered = offer(path, () if arguments.second is None else (arguments.second,))
    manifest = offered.backup.manifest
    say(offered.fault)
    say(f"ชุดสำรองล่าสุดที่ตรวจผ่าน: {offered.backup.path} ของหน่วยงาน “{manifest.office}” ทำเมื่อ {_moment(manifest.created)}")
    if offered.written is not None:
        say(f"แฟ้มที่เสียหายเขียนครั้งล่าสุดเมื่อ {_moment(offered.written)} สิ่งที่บันทึกหลังจากทำชุดสำรองจะไม่มีในชุดสำรอง")
    _show(compare(offered.readable, manifest.counts), "ในแฟ้มที่เสียหาย")
    if not arguments.yes:
        say("ยังไม่ได้เปลี่ยนแปลงแฟ้มใด หากต้องการใช้ชุดสำรองนี้ กรุณาสั่งอีกครั้งพร้อม --yes")
        return STANDING
    done = recover(path, offered)
    kept = f" แฟ้มที่เสียหายเก็บไว้ที่ {done.aside}" if done.aside else ""
    say(f"กู้คืนจากชุดสำรองชุดที่ {done.manifest.serial} แล้ว{kept}")
    return OK


def _show(counts: Sequence[Count], now: str) -> None:
    for count in counts:
        present = "อ่านไม่ได้" if count.now is None else f"{count.now:,}"
        sign = " " if count.now == count.then else "*"
        say(f"{sign} {count.name}: {now} {present} · ในชุดสำรอง {count.then:,}")


def _rows(outcome: Outcome) -> int:
    return sum(outcome.backup.manifest.counts.values()) if outcome.backup else 0


def _moment(moment: datetime) -> str:
    """29 พฤศจิกายน 2545 เวลา 16:05 น., by the clock of this PC."""
    here = moment.astimezone()
    return f"{long_date(here.date())} เวลา {here:%H:%M} น."
