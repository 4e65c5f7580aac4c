"""The commands that list the forms and print them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.cli_common import add_lock, demand_target, lock_for, open_office
from hrdesk.cli_parser import add_command
from hrdesk.domain.subject import CHOICE_WORDS, Choice, Subject
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.written import write_to

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from hrdesk.errors import Problem
    from hrdesk.services import Services
    from hrdesk.services.values import FormInfo

_OPTIONS = {choice: choice.value.removeprefix("training_").replace("_", "-") for choice in Choice}
_YEARS = {Choice.YEAR, Choice.CALENDAR}
_LISTED = 20  # options named in a message


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    add_command(commands, "forms", "แสดงรายชื่อแบบฟอร์ม และสิ่งที่ต้องระบุเมื่อพิมพ์ (--db)").set_defaults(run=_forms)

    paper = add_command(commands, "print", "พิมพ์แบบฟอร์มหนึ่งแบบลงแฟ้ม (--db)")
    paper.add_argument("form", metavar="FORM", help="รหัสแบบฟอร์ม ดูได้ด้วยคำสั่ง forms")
    for choice, name in _OPTIONS.items():
        shown = "2568" if choice in _YEARS else "ID"
        paper.add_argument(f"--{name}", type=int, metavar=shown, dest=choice.value, help=_told(choice))
    paper.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf|OUT.docx|OUT.xlsx", help="แฟ้มที่จะเขียน")
    paper.add_argument("--arabic-digits", action="store_true", help="ใช้เลขอารบิกแทนเลขไทย")
    add_lock(paper, " .xlsx ที่มีรายชื่อบุคคล")
    paper.set_defaults(run=_print)


def _told(choice: Choice) -> str:
    if choice in _YEARS:
        return f"{CHOICE_WORDS[choice]} พ.ศ."
    return f"เลขที่ของ{CHOICE_WORDS[choice].removesuffix('ครั้งที่')}" + (" หากไม่ระบุคือแผนล่าสุด" if choice is Choice.PLAN else "")


def _forms(arguments: argparse.Namespace) -> int:
    with open_office(arguments) as services:
        for form in services.forms.available():
            asked = [f"--{_OPTIONS[choice]}" for choice in form.needs]
            asked += [f"[--{_OPTIONS[choice]}]" for choice in form.offers]
            sys.stdout.write(f"{form.id:<24} {'/'.join(form.formats):<14} {' '.join(asked):<20} {form.title}\n")
    return 0


def _print(arguments: argparse.Namespace) -> int:
    target: Path = arguments.output
    kind = target.suffix.lower()[1:]
    demand_target(target, (".pdf", ".docx", ".xlsx"))
    from hrdesk.services.forms.standing import errors_in, warnings_in  # noqa: PLC0415 - storage is imported when one is opened

    with open_office(arguments) as services:
        form = services.forms.info(arguments.form)
        if form is None:
            raise UserError(f"ไม่มีแบบฟอร์ม “{arguments.form}” ยังไม่ได้เขียนแฟ้มใด กรุณาดูรายชื่อด้วยคำสั่ง forms")
        if kind not in form.formats:
            raise UserError(f"แบบฟอร์ม {form.id} ทำเป็น {target.suffix} ไม่ได้ ยังไม่ได้เขียนแฟ้มใด กรุณาใช้ .{' .'.join(form.formats)}")
        subject, thai = _subject(services, form, arguments), not arguments.arabic_digits
        standing = services.forms.standing(form.id, subject)
        password = lock_for(arguments) if kind == "xlsx" and form.names_people else ""
        written = write_to(target, lambda: _write(services, form.id, subject, target, standing, password=password, thai_digits=thai))
    sys.stdout.write(f"{written.path}  {written.result}\n")
    if standing:
        errors, warnings = len(errors_in(standing)), len(warnings_in(standing))
        sys.stderr.write(f"แผนนี้ยังมีเรื่องที่ต้องแก้ {errors} เรื่อง ควรตรวจ {warnings} เรื่อง ดูได้ด้วยคำสั่ง check\n")
    return 0


def _write(
    services: Services,
    form_id: str,
    subject: Subject,
    target: Path,
    standing: Sequence[Problem],
    *,
    password: str,
    thai_digits: bool,
) -> str:
    forms = services.forms
    if target.suffix.lower() == ".xlsx":
        return f"{forms.print_xlsx(form_id, subject, target, password)} แถว"
    if target.suffix.lower() == ".docx":
        return f"{forms.print_docx(form_id, subject, target, thai_digits=thai_digits, standing=standing)} ส่วน"
    return f"{forms.print_pdf(form_id, subject, target, thai_digits=thai_digits, standing=standing)} หน้า"


def _subject(services: Services, form: FormInfo, arguments: argparse.Namespace) -> Subject:
    """What was asked for; the newest plan, and whatever there is only one of, need not be named."""
    subject = Subject()
    for choice in form.choices:
        wanted: int | None = getattr(arguments, choice.value)
        options = services.forms.options(choice, subject)
        if wanted is None and choice in form.needs and options and (choice is Choice.PLAN or len(options) == 1):
            wanted = options[0].id
        known = {option.id for option in options}
        if (wanted is None and choice in form.needs) or (wanted is not None and wanted not in known):
            raise UserError(_not_chosen(choice, wanted, [f"{o.id} {o.label}" for o in options]))
        subject = replace(subject, **{choice.value: wanted})
    return subject


def _not_chosen(choice: Choice, wanted: int | None, options: list[str]) -> str:
    name = f"--{_OPTIONS[choice]}"
    asked = f"{name} ไม่มีเลขที่ {wanted} ในแฟ้มข้อมูลนี้" if wanted else f"แบบฟอร์มนี้ต้องมี {name}"
    if not options:
        return f"{asked} ยังไม่ได้เขียนแฟ้มใด กรุณาเพิ่มรายการนี้ในโปรแกรมก่อน เพราะยังไม่มีให้เลือก"
    more = f" และอีก {len(options) - _LISTED} รายการ" if len(options) > _LISTED else ""
    return f"{asked} ยังไม่ได้เขียนแฟ้มใด กรุณาเลือกจาก {', '.join(options[:_LISTED])}{more}"
