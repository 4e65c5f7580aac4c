"""The commands of the province's Excel: its layouts, and the workbook."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.cli_common import add_lock, demand_target, lock_for, open_office, say
from hrdesk.cli_parser import add_command
from hrdesk.thai.dates import FIRST_BE_YEAR
from hrdesk.thai.numbers import arabic_digits
from hrdesk.written import write_to

if TYPE_CHECKING:
    import argparse

    from hrdesk.domain.province import LayoutColumn

OK = 0


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    export = add_command(commands, "export-province", "เขียนทะเบียน แผน และผลเป็นสมุดงานส่งจังหวัด (--db)")
    export.add_argument("output", type=Path, metavar="OUT.xlsx", help="แฟ้มที่จะเขียน")
    export.add_argument("--layout", default="", metavar="NAME", help="รูปแบบหนึ่งใน province-layouts หากไม่ระบุคือรูปแบบมาตรฐาน")
    export.add_argument("--year", type=fiscal_year, metavar="2568", help="ผลและการอบรมของปีงบประมาณนี้เท่านั้น")
    add_lock(export)
    export.set_defaults(run=_export)

    layouts = add_command(commands, "province-layouts", "แสดงรูปแบบของสมุดงานส่งจังหวัดเป็น JSON (--db)")
    layouts.add_argument("--save", type=Path, metavar="L.json", help="เก็บรูปแบบจากแฟ้มนี้ แทนที่รูปแบบเดิมที่ชื่อเดียวกัน")
    layouts.set_defaults(run=_layouts)


def _export(arguments: argparse.Namespace) -> int:
    from hrdesk.domain.province import STANDARD  # noqa: PLC0415

    target: Path = arguments.output
    demand_target(target, folder=False)
    password = lock_for(arguments)
    with open_office(arguments) as services:
        layout = services.province.named(arguments.layout) if arguments.layout else STANDARD
        written = write_to(target, lambda: services.province.write(layout, target, arguments.year, password))
    say(f"{written.path}  {written.result} แถว")
    return OK


def fiscal_year(text: str) -> int:
    """A Buddhist-era year of four digits, in either script; the parser says why another is refused."""
    digits = arabic_digits(text)
    if not (digits.isdecimal() and len(digits) == 4 and int(digits) >= FIRST_BE_YEAR):
        raise ArgumentTypeError(f"“{text}” ไม่ใช่ปีงบประมาณ พ.ศ. เช่น 2568")
    return int(digits)


def _told(column: LayoutColumn) -> dict[str, str]:
    told: dict[str, str] = {"sheet": column.sheet, "key": column.key, "heading": column.heading}
    return told | ({"value": column.value} if column.value else {})


def _layouts(arguments: argparse.Namespace) -> int:
    from hrdesk.lazy_dataclass import replace  # noqa: PLC0415
    from hrdesk.services.forms.province import layout_of  # noqa: PLC0415

    with open_office(arguments) as services:
        if arguments.save is not None:
            layout = layout_of(arguments.save.read_bytes())
            known = {one.name: one.id for one in services.province.layouts()}
            services.province.save(replace(layout, id=known.get(layout.name, 0)))
        told = [
            {"name": one.name, "columns": [_told(c) for c in one.columns]}
            for one in services.province.layouts()
        ]
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    return OK

