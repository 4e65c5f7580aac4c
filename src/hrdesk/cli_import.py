"""The commands that bring the staffing list in: template, import, undo."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.cli_common import add_json, add_lock, demand_target, lock_for, open_office, passphrase, say
from hrdesk.cli_parser import add_command
from hrdesk.errors import UserError
from hrdesk.written import write_to

if TYPE_CHECKING:
    import argparse

    from hrdesk.services.register.importing import Preview

OK, WRONG_ROWS = 0, 1
_WORDS = {"positions": "ตำแหน่ง", "vacant": "ว่าง", "new": "คนใหม่", "changed": "เปลี่ยน", "same": "เหมือนเดิม"}


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    staff = add_command(
        commands, "import-staff", "นำเข้าตำแหน่งและบุคลากรจาก .xlsx .xls .ods .csv หากมีแถวที่ผิดจะจบด้วยรหัส 1 (--db)"
    )
    staff.add_argument("file", type=Path, metavar="FILE", help="แฟ้มรายชื่อ")
    staff.add_argument("--mapping", type=Path, metavar="M.json", help="แฟ้มที่บอกว่าคอลัมน์ใดคืออะไร เมื่อโปรแกรมจับคู่เองไม่ได้")
    staff.add_argument("--dry-run", action="store_true", help="เพียงแสดงว่าจะเปลี่ยนอะไร")
    add_json(staff)
    staff.add_argument("--wrong", type=Path, metavar="OUT.xlsx", help="เขียนแถวที่ผิดพร้อมเหตุผลลงแฟ้มนี้")
    add_lock(staff, "แถวที่ผิด")
    staff.set_defaults(run=_import)

    template = add_command(commands, "staff-template", "เขียนตำแหน่งและบุคลากรปัจจุบันเป็นตารางให้กรอก (--db)")
    template.add_argument("output", type=Path, metavar="OUT.xlsx", help="แฟ้มที่จะเขียน")
    add_lock(template)
    template.set_defaults(run=_template)

    undo = add_command(commands, "undo-import", "ยกเลิกการนำเข้าบุคลากร (--db)")
    undo.add_argument("batch", type=int, nargs="?", metavar="ID", help="เลขที่ของการนำเข้า หากไม่ระบุคือครั้งล่าสุด")
    undo.set_defaults(run=_undo)


def _import(arguments: argparse.Namespace) -> int:
    from hrdesk.services.register.importing import load_mapping  # noqa: PLC0415 - storage is imported when one is opened
    from hrdesk.services.sheets.reader import is_locked  # noqa: PLC0415

    lock = ""
    if arguments.wrong is not None:
        demand_target(arguments.wrong)
        lock = lock_for(arguments)
    with open_office(arguments) as services:
        mapping = load_mapping(arguments.mapping) if arguments.mapping else None
        staff = services.staff_import
        password = passphrase() if is_locked(arguments.file) else ""
        tables = staff.tables(staff.sheets(arguments.file, password), mapping)
        reading = staff.read(tables)
        if arguments.dry_run:
            preview = staff.preview(reading)
        else:
            preview = staff.apply(reading, arguments.file.name, remember=tables if mapping else ()).preview
        if arguments.wrong and preview.wrong:
            staff.wrong_rows(tables, preview, arguments.wrong, lock)
    counted = _counted(preview)
    sys.stderr.writelines(f"{one.said}\n" for one in preview.repeating)
    sys.stdout.write(json.dumps(counted, ensure_ascii=False, indent=1) + "\n" if arguments.json else _told(preview))
    return WRONG_ROWS if preview.wrong else OK


def _counted(preview: Preview) -> dict[str, object]:
    from hrdesk.services.register.importing import Status  # noqa: PLC0415

    wrong = [{"sheet": w.sheet, "row": w.row, "cell": w.cell, "reason": w.reason} for w in preview.wrong]
    counts = {status.value: preview.count(status) for status in Status}
    return {"positions": preview.positions, "vacant": preview.vacant, **counts, "wrong": wrong}


def _told(preview: Preview) -> str:
    said = [f"{_WORDS[word]} {count}" for word, count in _counted(preview).items() if isinstance(count, int)]
    added = [f"+ {unit.name}" for unit in preview.new_units] + [f"+ {line.name}" for line in preview.new_lines]
    wrong = [f"{cell.sheet}!{cell.cell}  {cell.reason}" for cell in preview.wrong]
    return "\n".join([", ".join(said), *added, *wrong, ""])


def _template(arguments: argparse.Namespace) -> int:
    demand_target(arguments.output)
    password = lock_for(arguments)
    with open_office(arguments) as services:
        written = write_to(arguments.output, lambda: services.staff_import.template(arguments.output, password))
    say(f"{written.path}  {written.result} แถว")
    return OK


def _undo(arguments: argparse.Namespace) -> int:
    with open_office(arguments) as services:
        batches = services.staff_import.batches()
        if not batches:
            raise UserError("ไม่มีการนำเข้าที่ยกเลิกได้ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้ไขรายการโดยตรง หรือนำชุดสำรองก่อนการนำเข้ามาใช้")
        batch = batches[0].id if arguments.batch is None else arguments.batch
        if batch not in {one.id for one in batches}:
            known = ", ".join(str(one.id) for one in batches)
            raise UserError(f"การนำเข้าเลขที่ {batch} ยกเลิกไม่ได้แล้ว ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาเลือกจากที่ยกเลิกได้ คือ {known}")
        services.staff_import.undo(batch)
        say(f"ยกเลิกการนำเข้าเลขที่ {batch} แล้ว")
    return OK
