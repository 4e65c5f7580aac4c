"""The commands that carry a whole office in one workbook: export-office, import-office."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.cli_common import add_lock, database_of, demand_target, lock_for, open_office, passphrase, say
from hrdesk.cli_parser import add_command
from hrdesk.written import write_to

if TYPE_CHECKING:
    import argparse

OK = 0


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    export = add_command(commands, "export-office", "เขียนข้อมูลทั้งหมดของหน่วยงานเป็นสมุดงานเดียว (--db)")
    export.add_argument("output", type=Path, metavar="OUT.xlsx", help="แฟ้มที่จะเขียน")
    add_lock(export)
    export.set_defaults(run=_export)

    bring = add_command(commands, "import-office", "นำสมุดงานของหน่วยงานเข้าแฟ้มข้อมูลที่ยังว่างหรือยังไม่มี (--db)")
    bring.add_argument("workbook", type=Path, metavar="IN.xlsx", help="สมุดงานที่เขียนด้วย export-office")
    bring.set_defaults(run=_import)


def _export(arguments: argparse.Namespace) -> int:
    target: Path = arguments.output
    demand_target(target, folder=False)
    password = lock_for(arguments)
    with open_office(arguments) as services:
        written = write_to(target, lambda: services.office_workbook.export(target, password))
    say(f"{written.path}  {written.result.records} รายการ")
    if written.result.unfinished:
        sys.stderr.write("hrdesk: แผนที่ทำค้างไว้ในตัวช่วยสร้างแผนไม่อยู่ในแฟ้มนี้ กรุณาทำให้เสร็จก่อนส่งออก\n")
    return OK


def _import(arguments: argparse.Namespace) -> int:
    from hrdesk.services import Services  # noqa: PLC0415 - storage is imported when one is opened
    from hrdesk.services.sheets.reader import is_locked  # noqa: PLC0415

    path, source = database_of(arguments), arguments.workbook
    password = passphrase() if is_locked(source) else ""
    fresh = not path.exists()
    with Services.create_from_workbook(path, source, password) if fresh else Services.open(path) as services:
        if not fresh:
            services.office_workbook.import_from(source, password)
        name, records = services.register.organization().full_name, services.office_workbook.count()
    say(f"{path}  {name}  {records} รายการ")
    return OK
