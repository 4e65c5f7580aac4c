"""A form asks its snapshot only for what is there: every name is held against the snapshot's type hints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hrdesk.domain.book import CHAPTERS
from hrdesk.domain.passage_words import is_line
from hrdesk.errors import Problem
from hrdesk.reports.document import Format
from hrdesk.reports.forms.form_texts import form_texts, section_texts, table_texts
from hrdesk.reports.forms.form_values import ROW_NUMBER, ColumnSpec, FormSpec, TableSpec
from hrdesk.reports.forms.formspec import form_ids, load_form
from hrdesk.reports.forms.inserts import CHOSEN, INSERTS, LISTS, unknown_line
from hrdesk.reports.forms.markup import UnknownFieldError, field_names, insert_names
from hrdesk.reports.forms.toml_table import FormError, similar
from hrdesk.reports.snapshots.kinds import SNAPSHOTS
from hrdesk.reports.snapshots.snapshot_values import ColumnHead, OfficeSnapshot

_TYPES: Mapping[Format, type] = {
    Format.TEXT: str,
    Format.INTEGER: int,
    Format.BAHT: int,
    Format.TICK: bool,
    Format.DATE: date,
}
_hints: Callable[[Any], dict[str, Any]] = cache(get_type_hints)  # slow, and asked of the same few by every form


@cache
def checked_forms() -> tuple[FormSpec, ...]:
    """All that the program ships, by their names."""
    forms = tuple(map(load_form, form_ids()))
    for form in forms:
        check_form(form)
    return forms


def check_form(form: FormSpec) -> None:
    """FormError for the first name that the snapshot does not have, or of a type the format cannot show.

    The forms that it shows are checked with it. The program's own are checked by its tests, by the self-check, where they
    are listed, and when one cannot be composed: a print takes them as they are.
    """
    for shown in form.tables.values():
        check_form(shown)
    hints = _hints(SNAPSHOTS[form.snapshot].type)
    _check_texts(form, (form.name,), _hints(OfficeSnapshot))
    _check_texts(form, form_texts(form), hints)
    for section in form.sections:
        inner = _with_entry(form, hints, section.each) if section.each else hints
        _check_texts(form, section_texts(section), inner)
    for table in (*([form.table] if form.table else ()), *form.grids.values()):
        _check_grid(form, table, hints)


def _check_grid(form: FormSpec, table: TableSpec, hints: Mapping[str, Any]) -> None:
    """A grid may also belong to the entries that a section is repeated for."""
    scopes = [hints, *(_with_entry(form, hints, s.each) for s in form.sections if s.each)]
    known = [scope for scope in scopes if (table.groups or table.rows) in scope]
    scope = (known or scopes)[0]
    inner = _with_entry(form, scope, table.groups) if table.groups else scope
    _check_texts(form, table_texts(table), inner)
    _check_table(form, table, inner)


def _with_entry(form: FormSpec, hints: Mapping[str, Any], each: str) -> dict[str, Any]:
    """The hints with those of the list's entries, which must not hide one another's texts."""
    lists = {name: row for name, row in _lists(hints).items() if is_dataclass(row)}
    if each not in lists:
        raise _unknown(form, "รายการ", each, lists)
    entry = _hints(lists[each])
    hidden = {name for name, hint in entry.items() if hint is str} & set(hints)
    if hidden:
        raise FormError(form.id, f"ช่องข้อมูล “{min(hidden)}” ของ “{each}” ซ้ำกับของชุดข้อมูล")
    return {**hints, **entry}


def _check_texts(form: FormSpec, texts: Iterable[str], hints: Mapping[str, Any]) -> None:
    known = {name for name, hint in hints.items() if hint is str}
    for text in texts:
        for name in sorted(field_names(text) - known):
            raise _unknown(form, "ช่องข้อมูล", name, known)
        for name, argument in sorted(insert_names(text)):
            _check_insert(form, name, argument, hints)


def chapter_problems(form: FormSpec, chapters: Mapping[str, str]) -> tuple[Problem, ...]:
    """What the officer's own chapters ask for and the form's data do not have, before printing would fail."""
    kind = SNAPSHOTS[form.snapshot].type
    known = _texts(kind)
    found = []
    for key, text in chapters.items():
        place = CHAPTERS.get(key, key)
        for name in sorted(field_names(text) - known):
            told = str(UnknownFieldError(name))
            found.append(Problem(f"chapter:{key}", told, code="chapter.unknown-field", place=place))
        for name, argument in sorted(insert_names(text)):
            if not _is_printed(form, name, argument, kind):
                told = str(unknown_line(name, argument))
                found.append(Problem(f"chapter:{key}", told, code="chapter.unknown-insert", place=place))
    return tuple(found)


def _texts(kind: type) -> set[str]:
    """Names of a snapshot's texts as its classes write them; what the other types are need not be found out, which is slow."""
    written = {name: hint for each in reversed(kind.__mro__) for name, hint in vars(each).get("__annotations__", {}).items()}
    return {name for name, hint in written.items() if hint == "str"}


def _is_printed(form: FormSpec, name: str, argument: str, kind: type) -> bool:
    if name == "table":
        return argument in _tables(form)
    if name in LISTS:
        return argument in _lists_for(name, _hints(kind))
    return is_line(name, argument) if name in CHOSEN else name in INSERTS


def _lists_for(name: str, hints: Mapping[str, Any]) -> list[str]:
    return [known for known, hint in hints.items() if hint == LISTS[name]]


def _tables(form: FormSpec) -> tuple[str, ...]:
    return (*form.tables, *form.grids)


def _check_insert(form: FormSpec, name: str, argument: str, hints: Mapping[str, Any]) -> None:
    if name not in INSERTS:
        raise _unknown(form, "คำสั่งแทรก", f"@{name}", [f"@{known}" for known in INSERTS])
    if name == "table" and argument not in _tables(form):
        raise _unknown(form, "ตาราง", argument, _tables(form))
    if name in LISTS:
        lists = _lists_for(name, hints)
        if argument not in lists:
            raise _unknown(form, "รายการ", argument, lists)


def _check_table(form: FormSpec, table: TableSpec, hints: Mapping[str, Any]) -> None:
    lists = _lists(hints)
    row = lists.get(table.rows)
    if row is None:
        raise _unknown(form, "รายการ", table.rows, lists)
    for column in table.columns:
        _check_column(form, column, _hints(row), hints)


def _check_column(
    form: FormSpec, column: ColumnSpec, row: Mapping[str, Any], hints: Mapping[str, Any]
) -> None:
    if column.key == ROW_NUMBER:
        return
    if column.key not in row:
        raise _unknown(form, "คอลัมน์", column.key, row)
    hint = row[column.key]
    if column.repeat:
        heads = [name for name, row_type in _lists(hints).items() if row_type is ColumnHead]
        if column.repeat not in heads:
            raise _unknown(form, "การทำซ้ำคอลัมน์", column.repeat, heads)
        hint = _row_type(hint) or hint
    if _bare(hint) is not _type_of(column.format):
        raise FormError(form.id, f"คอลัมน์ “{column.key}” แสดงเป็น {column.format} ไม่ได้")


def _type_of(shown: Format) -> type:
    if shown is not Format.DECIMAL:
        return _TYPES[shown]
    from decimal import Decimal  # noqa: PLC0415 - few forms have any

    return Decimal


def _lists(hints: Mapping[str, Any]) -> dict[str, Any]:
    """Of the names that are tuple[T, ...], the T."""
    rows = ((name, _row_type(hint)) for name, hint in hints.items())
    return {name: row for name, row in rows if row}


@cache
def _row_type(hint: Any) -> Any:
    """The T of tuple[T, ...], else None."""
    arguments = get_args(hint)
    return _bare(arguments[0]) if get_origin(hint) is tuple and arguments[1:] == (...,) else None


def _bare(hint: Any) -> Any:
    """The T of T | None, else the hint itself, which may be one of several."""
    kinds = [argument for argument in get_args(hint) if argument is not NoneType]
    return kinds[0] if get_origin(hint) in (Union, UnionType) and len(kinds) == 1 else hint


def _unknown(form: FormSpec, what: str, name: str, known: Any) -> FormError:
    near = similar(name, known)
    hint = f" หมายถึง “{near}” หรือไม่" if near else ""
    return FormError(form.id, f"ไม่รู้จัก{what} “{name}”{hint}")
