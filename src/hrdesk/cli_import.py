"""The commands that bring the staffing list in: template, import, undo."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.cli_backup import SECRET, new_passphrase, passphrase
from hrdesk.errors import UserError
from hrdesk.written import write_to

if TYPE_CHECKING:
    import argparse

    from hrdesk.services import Services
    from hrdesk.services.register.importing import Preview

OK, WRONG_ROWS = 0, 1


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    staff = commands.add_parser(
        "import-staff",
        help="import posts and people from .xlsx .xls .ods .csv (needs --db); exits with 1 when rows were wrong",
    )
    staff.add_argument("file", type=Path, metavar="FILE")
    staff.add_argument("--mapping", type=Path, metavar="M.json", help="which column holds what, where it is not seen")
    staff.add_argument("--dry-run", action="store_true", help="only show what would change")
    staff.add_argument("--json", action="store_true")
    staff.add_argument("--wrong", type=Path, metavar="OUT.xlsx", help="write the wrong rows here with their reasons")
    staff.set_defaults(run=_import)

    template = commands.add_parser("staff-template", help="today's posts and people as a list to fill in (needs --db)")
    template.add_argument("output", type=Path, metavar="OUT.xlsx")
    template.add_argument("--encrypt", action="store_true", help=f"locked with a password: {SECRET}")
    template.set_defaults(run=_template)

    undo = commands.add_parser("undo-import", help="take an import back, the last one when not told (needs --db)")
    undo.add_argument("batch", type=int, nargs="?", metavar="ID")
    undo.set_defaults(run=_undo)


def _import(arguments: argparse.Namespace) -> int:
    from hrdesk.services.register.importing import load_mapping  # noqa: PLC0415 - storage is imported when one is opened
    from hrdesk.services.sheets.reader import is_locked  # noqa: PLC0415

    _check_output(arguments.wrong)
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
            staff.wrong_rows(tables, preview, arguments.wrong)
    counted = _counted(preview)
    sys.stdout.write(json.dumps(counted, ensure_ascii=False, indent=1) + "\n" if arguments.json else _told(preview))
    return WRONG_ROWS if preview.wrong else OK


def _counted(preview: Preview) -> dict[str, object]:
    from hrdesk.services.register.importing import Status  # noqa: PLC0415

    wrong = [{"sheet": w.sheet, "row": w.row, "cell": w.cell, "reason": w.reason} for w in preview.wrong]
    counts = {status.value: preview.count(status) for status in Status}
    return {"positions": preview.positions, "vacant": preview.vacant, **counts, "wrong": wrong}


def _told(preview: Preview) -> str:
    said = [f"{word} {count}" for word, count in _counted(preview).items() if isinstance(count, int)]
    added = [f"+ {unit.name}" for unit in preview.new_units] + [f"+ {line.name}" for line in preview.new_lines]
    wrong = [f"{cell.sheet}!{cell.cell}  {cell.reason}" for cell in preview.wrong]
    return "\n".join([", ".join(said), *added, *wrong, ""])


def _template(arguments: argparse.Namespace) -> int:
    _check_output(arguments.output)
    password = new_passphrase() if arguments.encrypt else ""
    with open_office(arguments) as services:
        written = write_to(arguments.output, lambda: services.staff_import.template(arguments.output, password))
    sys.stdout.write(f"{written.path}  {written.result} rows\n")
    return OK


def _undo(arguments: argparse.Namespace) -> int:
    with open_office(arguments) as services:
        batches = services.staff_import.batches()
        if not batches:
            raise UserError("ไม่มีการนำเข้าที่ยกเลิกได้ ข้อมูลไม่ถูกเปลี่ยนแปลง")
        batch = batches[0].id if arguments.batch is None else arguments.batch
        if batch not in {one.id for one in batches}:
            known = ", ".join(str(one.id) for one in batches)
            raise UserError(f"import {batch} cannot be taken back (any more); these can: {known}")
        services.staff_import.undo(batch)
        sys.stdout.write(f"{batch}\n")
    return OK


def _check_output(target: Path | None) -> None:
    if target is not None and target.suffix.lower() != ".xlsx":
        raise UserError(f"{target}: the output must end in .xlsx")
    if target is not None and not target.absolute().parent.is_dir():
        raise UserError(f"{target.parent}: the folder does not exist")


def open_office(arguments: argparse.Namespace) -> Services:
    from hrdesk.services import Services  # noqa: PLC0415

    if arguments.db is None:
        raise UserError("this command needs --db FILE before it")
    return Services.open(arguments.db)
