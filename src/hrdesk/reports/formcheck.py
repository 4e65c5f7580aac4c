"""A form asks its snapshot only for what is there: every name is held against the snapshot's type hints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hrdesk.domain.book import CHAPTERS
from hrdesk.errors import Problem
from hrdesk.reports.document import Format
from hrdesk.reports.form_values import ColumnSpec, FormSpec, TableSpec
from hrdesk.reports.inserts import INSERTS
from hrdesk.reports.markup import UnknownFieldError, field_names, insert_names
from hrdesk.reports.snapshot_values import ColumnHead, OfficeSnapshot, PlanSnapshot, RegisterSnapshot
from hrdesk.reports.toml_table import FormError

SNAPSHOTS: Mapping[str, type[OfficeSnapshot]] = {"plan": PlanSnapshot, "register": RegisterSnapshot}
_TYPES: Mapping[Format, type] = {
    Format.TEXT: str,
    Format.INTEGER: int,
    Format.BAHT: int,
    Format.TICK: bool,
    Format.DATE: date,
}


def check_form(form: FormSpec) -> None:
    """FormError for the first name that the snapshot does not have, or of a type the format cannot show."""
    if form.snapshot not in SNAPSHOTS:
        raise _unknown(form, "ชุดข้อมูล", form.snapshot, SNAPSHOTS)
    hints = get_type_hints(SNAPSHOTS[form.snapshot])
    known = {name for name, hint in hints.items() if hint is str}
    for text in _texts(form):
        for name in sorted(field_names(text) - known):
            raise _unknown(form, "ช่องข้อมูล", name, known)
        for name, argument in sorted(insert_names(text)):
            _check_insert(form, name, argument)
    if form.table:
        _check_table(form, form.table, hints)


def chapter_problems(form: FormSpec, chapters: Mapping[str, str]) -> tuple[Problem, ...]:
    """What the officer's own chapters ask for and the form's data do not have, before printing would fail."""
    hints = get_type_hints(SNAPSHOTS[form.snapshot])
    known = {name for name, hint in hints.items() if hint is str}
    found = []
    for key, text in chapters.items():
        place = CHAPTERS.get(key, key)
        for name in sorted(field_names(text) - known):
            told = str(UnknownFieldError(name))
            found.append(Problem(f"chapter:{key}", told, code="chapter.unknown-field", place=place))
        for name, argument in sorted(insert_names(text)):
            if name not in INSERTS or (name == "table" and argument not in form.tables):
                told = f"ไม่รู้จักบรรทัด “@{name} {argument}".rstrip() + "” กรุณาแก้หรือลบออกจากข้อความ"
                found.append(Problem(f"chapter:{key}", told, code="chapter.unknown-insert", place=place))
    return tuple(found)


def _texts(form: FormSpec) -> Iterator[str]:
    yield from (
        form.title,
        *form.heading,
        form.before,
        form.after,
        form.subject,
        *form.keywords,
        form.foot,
        form.legal,
    )
    for signature in form.signatures:
        yield from (signature.name, *signature.position)
    for section in form.sections:
        yield section.text
    if form.table:
        yield from (form.table.name, form.table.total, form.table.words, form.table.empty)
        for column in form.table.columns:
            yield from (column.heading, column.group)


def _check_insert(form: FormSpec, name: str, argument: str) -> None:
    if name not in INSERTS:
        raise _unknown(form, "คำสั่งแทรก", f"@{name}", [f"@{known}" for known in INSERTS])
    if name == "table" and argument not in form.tables:
        raise _unknown(form, "ตาราง", argument, form.tables)


def _check_table(form: FormSpec, table: TableSpec, hints: Mapping[str, Any]) -> None:
    lists = {name: _row_type(hint) for name, hint in hints.items() if _row_type(hint)}
    row = lists.get(table.rows)
    if row is None:
        raise _unknown(form, "รายการ", table.rows, lists)
    for column in table.columns:
        _check_column(form, column, get_type_hints(row), hints)


def _check_column(
    form: FormSpec, column: ColumnSpec, row: Mapping[str, Any], hints: Mapping[str, Any]
) -> None:
    if column.key not in row:
        raise _unknown(form, "คอลัมน์", column.key, row)
    hint = row[column.key]
    if column.repeat:
        heads = [name for name, listed in hints.items() if _row_type(listed) is ColumnHead]
        if column.repeat not in heads:
            raise _unknown(form, "การทำซ้ำคอลัมน์", column.repeat, heads)
        hint = _row_type(hint) or hint
    if _bare(hint) is not _TYPES[column.format]:
        raise FormError(f"แบบฟอร์ม {form.id}: คอลัมน์ “{column.key}” แสดงเป็น {column.format} ไม่ได้")


def _row_type(hint: Any) -> Any:
    """The T of tuple[T, ...], else None."""
    arguments = get_args(hint)
    return _bare(arguments[0]) if get_origin(hint) is tuple and arguments[1:] == (...,) else None


def _bare(hint: Any) -> Any:
    """The T of T | None, else the hint itself."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    (kind,) = (argument for argument in get_args(hint) if argument is not NoneType)
    return kind


def _unknown(form: FormSpec, what: str, name: str, known: Any) -> FormError:
    similar = get_close_matches(name, list(known), 1)
    hint = f" หมายถึง “{similar[0]}” หรือไม่" if similar else ""
    return FormError(f"แบบฟอร์ม {form.id}: ไม่รู้จัก{what} “{name}”{hint}")
