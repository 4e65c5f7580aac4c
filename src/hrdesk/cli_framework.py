"""The commands of skills frameworks: list, write as a sheet, bring a new version in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.cli_common import add_json, demand_target, open_office, say
from hrdesk.cli_parser import add_command
from hrdesk.errors import Severity, UserError
from hrdesk.written import write_to

if TYPE_CHECKING:
    import argparse

    from hrdesk.services.skills.framework_import import FrameworkReview


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    listing = add_command(commands, "framework", "แสดงกรอบทักษะดิจิทัล")
    add_json(listing)
    listing.set_defaults(run=_list)

    sheet = add_command(commands, "framework-sheet", "เขียนกรอบทักษะที่ใช้อยู่เป็นตารางให้แก้ไข (--db)")
    sheet.add_argument("output", type=Path, metavar="OUT.xlsx", help="แฟ้มที่จะเขียน")
    sheet.set_defaults(run=_sheet)

    bring = add_command(commands, "import-framework", "นำกรอบทักษะรุ่นใหม่เข้าจาก .xlsx หรือ .csv ของ Moodle ก็ได้ (--db)")
    bring.add_argument("file", type=Path, metavar="FILE", help="แฟ้มกรอบทักษะ")
    bring.add_argument("--id", required=True, metavar="ID", help="รหัสของรุ่นใหม่ เช่น digital-2570")
    bring.add_argument("--version", required=True, metavar="TEXT", help="ชื่อรุ่น")
    bring.add_argument("--title", default="", metavar="TEXT", help="ชื่อกรอบทักษะ")
    bring.add_argument("--source", default="", metavar="TEXT", help="ที่มา")
    bring.add_argument(
        "--map", action="append", default=[], metavar="PART=HEADING",
        help="หัวคอลัมน์ของแต่ละส่วน ได้แก่ code, name, parent, description, kind, basic, related หรือ stage/group ของบทบาท",
    )
    bring.add_argument("--dry-run", action="store_true", help="เพียงแสดงว่าจะได้อะไร")
    bring.set_defaults(run=_import)


def _list(arguments: argparse.Namespace) -> int:
    from hrdesk.services.reference.framework_listing import framework_text  # noqa: PLC0415

    sys.stdout.write(framework_text(as_json=arguments.json))
    return 0


def _sheet(arguments: argparse.Namespace) -> int:
    demand_target(arguments.output)
    with open_office(arguments) as services:
        written = write_to(arguments.output, lambda: services.skills.write_framework(arguments.output))
    say(f"{written.path}  {written.result} แถว")
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from hrdesk.services.skills.framework_import import NewVersion  # noqa: PLC0415
    from hrdesk.services.skills.framework_sheet import Part, headings  # noqa: PLC0415

    new = NewVersion(arguments.id, arguments.version, arguments.title, arguments.source)
    with open_office(arguments) as services:
        sheet, layout = services.skills.framework_sheet(arguments.file)
        known = headings(sheet, layout)
        for told in arguments.map:
            part, _, heading = told.partition("=")
            stage, slash, group = part.partition("/")
            if (part not in set(Part) and not slash) or heading not in known:
                raise UserError(
                    f"--map {told}: ใช้ไม่ได้ ยังไม่ได้นำเข้าข้อมูลใด กรุณาพิมพ์ PART=HEADING โดย PART คือ {', '.join(Part)}"
                    f" หรือ stage/group และ HEADING คือ {', '.join(known)}"
                )
            place = known.index(heading)
            layout = layout.asking(place, (stage, group)) if slash else layout.chosen(Part(part), place)
        review = services.skills.review_framework(sheet, layout, new)
        if not arguments.dry_run:
            services.skills.add_framework(review.demand_whole())
    sys.stdout.write(_told(review))
    return 1 if review.errors else 0


def _told(review: FrameworkReview) -> str:
    framework = review.framework
    counted = (
        f"{framework.id}: {len(framework.areas)} ด้าน {len(framework.units)} หน่วยความสามารถ"
        f" {len(framework.elements)} ความสามารถย่อย {len(framework.criteria)} เกณฑ์การปฏิบัติงาน"
        f" {len(framework.roles)} บทบาท รวม {sum(len(role.units) for role in framework.roles)} คู่"
    )
    said = [counted]
    for word, codes in (
        ("เพิ่ม", review.added), ("ตัดออก", review.removed), ("เปลี่ยนชื่อ", review.renamed), ("ไม่อยู่ในชุดของกลุ่มใด", review.without_role)
    ):  # fmt: skip
        if codes:
            said.append(f"{word}: {' '.join(codes)}")
    said += [f"{'ต้องแก้' if problem.severity is Severity.ERROR else 'ควรตรวจ'}: {problem.place}: {problem.text}" for problem in review.problems]
    return "\n".join([*said, ""])
