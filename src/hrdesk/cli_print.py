"""The commands that list the forms and print them."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.domain.subject import Choice, Subject
from hrdesk.errors import UserError
from hrdesk.written import write_to

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from hrdesk.errors import Problem
    from hrdesk.services import Services
    from hrdesk.services.values import FormInfo

_OPTIONS = {choice: choice.value.removeprefix("training_").replace("_", "-") for choice in Choice}
_LISTED = 20  # options named in a message


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    commands.add_parser("forms", help="list the forms and what each is printed for (needs --db)").set_defaults(run=_forms)

    paper = commands.add_parser("print", help="print one form (needs --db)")
    paper.add_argument("form", metavar="FORM")
    for choice, name in _OPTIONS.items():
        told = "the plan; the newest when left out" if choice is Choice.PLAN else None
        paper.add_argument(f"--{name}", type=int, metavar="ID", dest=choice.value, help=told)
    paper.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf|OUT.docx|OUT.xlsx")
    paper.add_argument("--arabic-digits", action="store_true")
    paper.set_defaults(run=_print)


def _open(arguments: argparse.Namespace) -> Services:
    from hrdesk.services import Services  # noqa: PLC0415 - the window imports it after it is shown

    if arguments.db is None:
        raise UserError("this command needs --db FILE before it")
    return Services.open(arguments.db)


def _forms(arguments: argparse.Namespace) -> int:
    with _open(arguments) as services:
        for form in services.forms.available():
            asked = [f"--{_OPTIONS[choice]}" for choice in form.needs]
            asked += [f"[--{_OPTIONS[choice]}]" for choice in form.offers]
            sys.stdout.write(f"{form.id:<24} {'/'.join(form.formats):<14} {' '.join(asked):<20} {form.title}\n")
    return 0


def _print(arguments: argparse.Namespace) -> int:
    target: Path = arguments.output
    kind = target.suffix.lower()[1:]
    if kind not in ("pdf", "docx", "xlsx"):
        raise UserError(f"{target}: the output must end in .pdf, .docx or .xlsx")
    if not target.absolute().parent.is_dir():
        raise UserError(f"{target.parent}: the folder does not exist")
    from hrdesk.services.forms.standing import errors_in, warnings_in  # noqa: PLC0415 - storage is imported when one is opened

    with _open(arguments) as services:
        form = services.forms.info(arguments.form)
        if form is None:
            raise UserError(f"{arguments.form}: no such form (hrdesk --db FILE forms lists them)")
        if kind not in form.formats:
            raise UserError(f"{form.id} is not made as {target.suffix}; only {', '.join(form.formats)}")
        subject, thai = _subject(services, form, arguments), not arguments.arabic_digits
        standing = services.forms.standing(form.id, subject)
        written = write_to(target, lambda: _write(services, form.id, subject, target, standing, thai_digits=thai))
    sys.stdout.write(f"{written.path}  {written.result}\n")
    if standing:
        errors, warnings = len(errors_in(standing)), len(warnings_in(standing))
        sys.stderr.write(f"{errors} errors and {warnings} warnings stand in this plan (hrdesk --db FILE check lists them)\n")
    return 0


def _write(
    services: Services,
    form_id: str,
    subject: Subject,
    target: Path,
    standing: Sequence[Problem],
    *,
    thai_digits: bool,
) -> str:
    forms = services.forms
    if target.suffix.lower() == ".xlsx":
        return f"{forms.print_xlsx(form_id, subject, target)} rows"
    if target.suffix.lower() == ".docx":
        return f"{forms.print_docx(form_id, subject, target, thai_digits=thai_digits, standing=standing)} sections"
    return f"{forms.print_pdf(form_id, subject, target, thai_digits=thai_digits, standing=standing)} pages"


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
    asked = f"{_OPTIONS[choice]} {wanted} is not in this database" if wanted else f"this form needs --{_OPTIONS[choice]}"
    if not options:
        return f"{asked}; there is none"
    more = f" and {len(options) - _LISTED} more" if len(options) > _LISTED else ""
    return f"{asked}; there are {', '.join(options[:_LISTED])}{more}"
