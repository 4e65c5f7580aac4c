"""The command line: the window's services without a window.

Nothing heavy is imported before the command that needs it, so that `hrdesk` shows its window soon.
"""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk import __version__
from hrdesk.cli_common import KEY, add_json, database_of, open_office, say
from hrdesk.cli_parser import FAILED, Parser, add_command
from hrdesk.collecting import let_go, seldom_collected
from hrdesk.config import default_database, log_path
from hrdesk.errors import Problem, Severity, UserError, why_refused
from hrdesk.streams import open_streams
from hrdesk.written import write_to

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Container, Sequence
    from typing import Any

    from hrdesk.domain.terms import OrganizationKind
    from hrdesk.services import Services

OK, PROBLEMS = 0, 1
# Between two collections: a command's many modules and rows stay until its end. A book that is printed needs none.
_NEW_OBJECTS = 400_000
_COMMANDS = {  # of each other module: argparse takes as long for the twenty as a plan takes to be read
    "cli_print": frozenset({"forms", "print"}),
    "cli_backup": frozenset({"backup", "verify", "restore", "recover"}),
    "cli_import": frozenset({"import-staff", "staff-template", "undo-import"}),
    "cli_workbook": frozenset({"export-office", "import-office"}),
    "cli_province": frozenset({"export-province", "province-layouts"}),
    "cli_framework": frozenset({"framework", "framework-sheet", "import-framework"}),
}


def main(argv: Sequence[str] | None = None, *, last: bool = False) -> int:
    """Run one command; returns the exit code (0 well, 1 problems stand in the plan, 2 it could not be done).

    `last`: the process ends with it.
    """
    fail = _fail if open_streams() else _fail_in_a_window
    words = sys.argv[1:] if argv is None else argv
    arguments = _parser(words, commands=not _asks_for_the_window(words)).parse_args(words)
    try:
        if arguments.db is not None and KEY in os.environ:
            _unlock(arguments.db, os.environ[KEY])
        if arguments.anywhere:
            _accept_place(database_of(arguments))
        run: Callable[[argparse.Namespace], int] = arguments.run
        with nullcontext() if run is _window else seldom_collected(_NEW_OBJECTS):
            try:
                return run(arguments)
            finally:
                if last and "PySide6" not in sys.modules:  # Qt's objects are taken apart in their own order
                    let_go()
    except UserError as error:
        return fail(str(error))
    except OSError as error:
        return fail(_of_system(error))
    except Exception as error:  # noqa: BLE001 - a fault of the program: told in a line, kept whole in the log
        return fail(_of_program(error))


def _of_system(error: OSError) -> str:
    what = f"“{error.filename}”" if error.filename else "แฟ้มหรือโฟลเดอร์"
    return (
        f"ใช้ {what} ไม่ได้ ({why_refused(error)}) ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ"
        " กรุณาตรวจชื่อ โฟลเดอร์ และสิทธิ์การใช้งาน แล้วสั่งอีกครั้ง"
    )


def _of_program(error: Exception) -> str:
    import traceback  # noqa: PLC0415 - and what it shows lines with

    kept = log_path()
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("a", encoding="utf-8") as log:
            log.write("".join(traceback.format_exception(error)))
    except OSError:
        return f"โปรแกรมขัดข้อง ({type(error).__name__}: {error}) ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ กรุณาแจ้งข้อความนี้แก่ผู้ดูแลโปรแกรม"
    return f"โปรแกรมขัดข้อง ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ กรุณาแจ้งผู้ดูแลโปรแกรมพร้อมแฟ้ม {kept}"


def _fail(message: str) -> int:
    sys.stderr.write("hrdesk: " + " ".join(message.split()) + "\n")
    return FAILED


def _fail_in_a_window(message: str) -> int:
    """Of a program that has no console."""
    from hrdesk.app import tell_failure  # noqa: PLC0415 - the command line works without Qt

    tell_failure(message)
    return FAILED


def _asks_for_the_window(words: Sequence[str]) -> bool:
    """`hrdesk` and `hrdesk --db FILE`, which wait for the words of no command."""
    return not words or (len(words) == 2 and words[0] == "--db")


def _parser(words: Sequence[str] = (), *, commands: bool) -> Parser:
    """For these words, or for any."""
    parser = Parser(prog="hrdesk", description="แผนพัฒนาบุคลากรขององค์กรปกครองส่วนท้องถิ่น หากไม่พิมพ์คำสั่งใด จะเปิดหน้าต่างโปรแกรม")
    parser.add_argument("--version", action="version", version=f"hrdesk {__version__}", help="แสดงรุ่นของโปรแกรม")
    parser.add_argument("--db", type=Path, metavar="FILE", help=f"แฟ้มข้อมูลของหน่วยงาน หากเข้ารหัสไว้ ให้ตั้งรหัสในตัวแปร {KEY}")
    parser.add_argument("--anywhere", action="store_true",
                        help="ยอมรับตั้งแต่นี้ไปว่าแฟ้มข้อมูลนี้อยู่ในโฟลเดอร์ที่ใช้ร่วมกัน อุปกรณ์ที่ถอดได้ หรือโฟลเดอร์คลาวด์")
    parser.add_argument("--self-check", action="store_const", dest="run", const=_self_check, default=_window,
                        help="ตรวจว่าแบบอักษร แบบฟอร์ม และส่วนประกอบของโปรแกรมใช้ได้ แล้วแสดงรุ่น")
    if commands:
        _add_commands(parser, words)
    return parser


def _add_commands(parser: Parser, words: Sequence[str]) -> None:
    """The command asked for, with its kin; all of them where it does not stand first, or after the database."""
    named = "".join(words[2:3] if "--db" in words[:1] else words[:1])
    known: list[tuple[Callable[[argparse._SubParsersAction[Any]], None], Container[str]]]
    known = [(_add_demo, ("demo",)), (_add_new, ("new",)), (_add_check, ("check",))]
    known += [(partial(_add_those_of, module), names) for module, names in _COMMANDS.items()]
    commands = parser.add_subparsers(
        title="คำสั่ง", metavar="COMMAND", prog=parser.prog, help="คำสั่งที่ลงท้ายว่า (--db) ใช้กับแฟ้มข้อมูล ให้พิมพ์ --db FILE ไว้ก่อนคำสั่ง"
    )
    for add, _names in [each for each in known if named in each[1]] or known:
        add(commands)


def _add_demo(commands: argparse._SubParsersAction[Any]) -> None:
    demo = add_command(commands, "demo", "เขียนแฟ้มข้อมูล เล่มแผน ตาราง และสมุดงานส่งจังหวัดของหน่วยงานตัวอย่าง")
    demo.add_argument("folder", type=Path, metavar="DIR", help="โฟลเดอร์ที่จะเขียน หากยังไม่มีจะสร้างให้")
    demo.set_defaults(run=_demo)


def _add_new(commands: argparse._SubParsersAction[Any]) -> None:
    new = add_command(commands, "new", "สร้างแฟ้มข้อมูลของหน่วยงานใหม่ที่ยังว่าง (--db)")
    new.add_argument("--kind", required=True, help="ประเภทหน่วยงาน เช่น เทศบาลตำบล ทต. หรือ subdistrict-municipality")
    new.add_argument("--name", required=True, help="ชื่อเฉพาะเท่านั้น เช่น หนองป่าครั่ง")
    new.set_defaults(run=_new)


def _add_check(commands: argparse._SubParsersAction[Any]) -> None:
    check = add_command(commands, "check", "แสดงข้อมูลในแผนที่ขัดกัน (--db)")
    check.add_argument("--plan", type=int, metavar="ID", help="เฉพาะแผนเลขที่นี้")
    add_json(check)
    check.set_defaults(run=_check)


def _add_those_of(module: str, commands: argparse._SubParsersAction[Any]) -> None:
    import_module(f"hrdesk.{module}").add_commands(commands)


def _unlock(path: Path, typed: str) -> None:
    """For an encrypted office; any other opens without."""
    from hrdesk.services.safety.encryption import looks_encrypted, unlock  # noqa: PLC0415

    if path.is_file() and looks_encrypted(path):
        unlock(path, typed)


def _accept_place(path: Path) -> None:
    from hrdesk.services.safety.place import RiskyPlace, accept_place, demand_safe_place  # noqa: PLC0415

    try:
        demand_safe_place(path)
    except RiskyPlace as place:
        accept_place(path, place.risk)


def _window(arguments: argparse.Namespace) -> int:
    with seldom_collected(_NEW_OBJECTS):
        from hrdesk.app import run  # noqa: PLC0415 - the command line works without Qt

    if arguments.db is not None and not arguments.db.exists():
        raise UserError(f"ไม่พบแฟ้มข้อมูล {arguments.db} โปรแกรมไม่ได้สร้างแฟ้มใหม่ขึ้นแทน กรุณาตรวจชื่อแฟ้มและโฟลเดอร์")
    return run(arguments.db or default_database())


def _demo(arguments: argparse.Namespace) -> int:
    from hrdesk.domain.province import STANDARD  # noqa: PLC0415
    from hrdesk.domain.subject import Subject  # noqa: PLC0415
    from hrdesk.services import Services  # noqa: PLC0415

    folder: Path = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "hrdesk.db"
    with Services.open(database) if database.exists() else Services.create_sample(database, year=True) as services:
        plan = _plan(services, None)
        _say(database, len(services.register.office().positions), "ตำแหน่ง")
        for form in ("plan-book", "budget-table", "monitoring-table"):
            target = folder / f"{form}.pdf"
            pages = write_to(target, partial(services.forms.print_pdf, form, Subject(plan=plan), target))
            _say(pages.path, pages.result, "หน้า")
        target = folder / "province.xlsx"
        rows = write_to(target, lambda: services.province.write(STANDARD, target))
        _say(rows.path, rows.result, "แถว")
    return OK


def _say(path: Path, count: int, unit: str) -> None:
    sys.stdout.write(f"{path}  {count} {unit}\n")


def _new(arguments: argparse.Namespace) -> int:
    from hrdesk.services import Services  # noqa: PLC0415

    path = database_of(arguments)
    if not arguments.name.strip():
        raise UserError("--name ต้องไม่ว่าง ยังไม่ได้สร้างหน่วยงาน กรุณาระบุชื่อหน่วยงาน")
    with Services.create(path, _kind(arguments.kind), arguments.name.strip()) as services:
        sys.stdout.write(f"{path}  {services.register.organization().full_name}\n")
    return OK


def _kind(text: str) -> OrganizationKind:
    """By code (`subdistrict-municipality`), full Thai name (เทศบาลตำบล) or short one (ทต.)."""
    from hrdesk.domain.terms import WORDINGS, OrganizationKind  # noqa: PLC0415

    for kind in OrganizationKind:
        if text in (kind.value, WORDINGS[kind].kind_name, WORDINGS[kind].short_name):
            return kind
    known = ", ".join(f"{kind.value} ({WORDINGS[kind].kind_name})" for kind in OrganizationKind)
    raise UserError(f"--kind ไม่รู้จัก “{text}” ยังไม่ได้สร้างหน่วยงาน กรุณาใช้ค่าใดค่าหนึ่งใน {known}")


def _plan(services: Services, wanted: int | None) -> int:
    """The plan asked for, or the newest. Raises UserError where there is none."""
    known = [summary.id for summary in services.reading.plans()]
    if not known:
        raise UserError("แฟ้มข้อมูลนี้ยังไม่มีแผนพัฒนา ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาจัดทำแผนในโปรแกรมก่อน")
    if wanted is not None and wanted not in known:
        raise UserError(f"--plan ไม่มีแผนเลขที่ {wanted} ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาใช้เลขใดเลขหนึ่งใน {', '.join(map(str, known))}")
    return known[0] if wanted is None else wanted


def _check(arguments: argparse.Namespace) -> int:
    with open_office(arguments) as services:
        reading = services.reading  # the planning's own service brings SQLAlchemy, which takes longer than all the rest
        plans = [summary.id for summary in reading.plans()]
        if arguments.plan is not None:
            plans = [_plan(services, arguments.plan)]
        found = [(plan, problem) for plan in plans for problem in reading.problems_of(reading.plan(plan))]
    if arguments.json:
        import json  # noqa: PLC0415

        listed = [_as_json(plan, problem) for plan, problem in found]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
    else:
        for plan, problem in found:
            word = "ต้องแก้" if problem.severity is Severity.ERROR else "ควรตรวจ"
            sys.stdout.write(f"แผน {plan}  {word}  {problem.place}: {problem.text}  [{problem.code}]\n")
        errors = sum(problem.severity is Severity.ERROR for _, problem in found)
        say(f"{len(plans)} แผน ต้องแก้ {errors} เรื่อง ควรตรวจ {len(found) - errors} เรื่อง")
    return PROBLEMS if any(problem.severity is Severity.ERROR for _, problem in found) else OK


def _as_json(plan: int, problem: Problem) -> dict[str, object]:
    return {
        "plan": plan,
        "severity": problem.severity.value,
        "code": problem.code,
        "field": problem.field,
        "place": problem.place,
        "text": problem.text,
    }


def _self_check(_arguments: argparse.Namespace) -> int:
    from hrdesk.services.selfcheck import self_check  # noqa: PLC0415

    well = True
    for name, passed, said in self_check():
        sys.stdout.write(f"{'ok  ' if passed else 'FAIL'} {name}: {said}\n")
        well = well and passed
    return OK if well else FAILED
