"""The commands of skills frameworks: list, write as a sheet, bring a new version in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.errors import UserError
from hrdesk.written import write_to

if TYPE_CHECKING:
    import argparse

    from hrdesk.services import Services
    from hrdesk.services.skills.framework_import import FrameworkReview


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    listing = commands.add_parser("framework", help="list the digital skills framework")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_list)

    sheet = commands.add_parser("framework-sheet", help="the framework in use as a sheet to change (needs --db)")
    sheet.add_argument("output", type=Path, metavar="OUT.xlsx")
    sheet.set_defaults(run=_sheet)

    bring = commands.add_parser(
        "import-framework", help="a new version from .xlsx or .csv, Moodle's too, beside those there (needs --db)"
    )
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--id", required=True, metavar="ID", help="of the new version, such as digital-2570")
    bring.add_argument("--version", required=True, metavar="TEXT")
    bring.add_argument("--title", default="", metavar="TEXT")
    bring.add_argument("--source", default="", metavar="TEXT")
    bring.add_argument(
        "--map", action="append", default=[], metavar="PART=HEADING",
        help="code, name, parent, description, kind, basic, related or a role's stage/group: its heading",
    )
    bring.add_argument("--dry-run", action="store_true", help="only show what it would be")
    bring.set_defaults(run=_import)


def _list(arguments: argparse.Namespace) -> int:
    from hrdesk.services.reference.framework_listing import framework_text  # noqa: PLC0415

    sys.stdout.write(framework_text(as_json=arguments.json))
    return 0


def _sheet(arguments: argparse.Namespace) -> int:
    if arguments.output.suffix.lower() != ".xlsx":
        raise UserError(f"{arguments.output}: the output must end in .xlsx")
    if not arguments.output.absolute().parent.is_dir():
        raise UserError(f"{arguments.output.parent}: the folder does not exist")
    with _open(arguments) as services:
        written = write_to(arguments.output, lambda: services.skills.write_framework(arguments.output))
    sys.stdout.write(f"{written.path}  {written.result} rows\n")
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from hrdesk.services.skills.framework_import import NewVersion  # noqa: PLC0415
    from hrdesk.services.skills.framework_sheet import Part, headings  # noqa: PLC0415

    new = NewVersion(arguments.id, arguments.version, arguments.title, arguments.source)
    with _open(arguments) as services:
        sheet, layout = services.skills.framework_sheet(arguments.file)
        known = headings(sheet, layout)
        for told in arguments.map:
            part, _, heading = told.partition("=")
            stage, slash, group = part.partition("/")
            if (part not in set(Part) and not slash) or heading not in known:
                parts = f"{', '.join(Part)} or stage/group"
                raise UserError(f"--map {told}: PART is {parts}, HEADING one of {', '.join(known)}")
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
        f"{framework.id}: {len(framework.areas)} areas, {len(framework.units)} units, "
        f"{len(framework.elements)} elements, {len(framework.criteria)} criteria, "
        f"{sum(len(role.units) for role in framework.roles)} pairs in {len(framework.roles)} roles"
    )
    said = [counted]
    for word, codes in (
        ("added", review.added), ("removed", review.removed), ("renamed", review.renamed), ("in no role", review.without_role)
    ):  # fmt: skip
        if codes:
            said.append(f"{word}: {' '.join(codes)}")
    said += [f"{problem.severity.value}: {problem.place}: {problem.text}" for problem in review.problems]
    return "\n".join([*said, ""])


def _open(arguments: argparse.Namespace) -> Services:
    from hrdesk.services import Services  # noqa: PLC0415 - storage is imported when one is opened

    if arguments.db is None:
        raise UserError("this command needs --db FILE before it")
    return Services.open(arguments.db)
