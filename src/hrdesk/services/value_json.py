"""Frozen values as JSON and back, without loss: by the type hints of dataclasses and named tuples, refusing what does not fit."""

from __future__ import annotations

import builtins
import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

V = TypeVar("V")


def to_json(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False)


def from_json(kind: type[V], text: str) -> V:
    """ValueError when the text is not of today's shape. Attributes that are absent take their default."""
    found = _typed(kind, json.loads(text))
    assert isinstance(found, kind)
    return found


def tuple_from_json(kind: type[V], text: str) -> tuple[V, ...]:
    """As `from_json`, for several values of one kind."""
    return tuple(_typed(kind, one) for one in _checked(list, json.loads(text)))


def _plain(value: Any) -> Any:
    names = _names(value)
    if names is not None:
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value  # str and StrEnum, int, bool, None, dict of str


def _names(value: Any) -> tuple[str, ...] | None:
    """Of the attributes of a dataclass or a named tuple, or of their kinds."""
    if is_dataclass(value):
        return tuple(field.name for field in fields(value))
    return getattr(value, "_fields", None)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _typed(kind: Any, data: Any) -> Any:
    """`data`, as JSON gives it, as the annotated type `kind`."""
    match get_origin(kind):
        case types.UnionType:  # always X | None here
            result = None if data is None else _typed(get_args(kind)[0], data)
        case builtins.tuple:
            result = tuple(_typed(get_args(kind)[0], item) for item in _checked(list, data))
        case builtins.frozenset:
            result = frozenset(_typed(get_args(kind)[0], item) for item in _checked(list, data))
        case builtins.dict:
            result = {_checked(str, key): _checked(str, text) for key, text in _checked(dict, data).items()}
        case _:
            result = _plain_typed(kind, data)
    return result


def _plain_typed(kind: Any, data: Any) -> Any:
    if _names(kind) is not None:
        return _record(kind, _checked(dict, data))
    if kind in (date, datetime):
        return kind.fromisoformat(_checked(str, data))
    if kind is Decimal:
        return _decimal(_checked(str, data))
    return kind(data) if issubclass(kind, StrEnum) else _checked(kind, data)


def _record(kind: Any, data: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    unknown = set(data).difference(hints)
    if unknown:
        raise ValueError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    try:
        return kind(**{name: _typed(hints[name], value) for name, value in data.items()})
    except TypeError as error:  # a required attribute is absent
        raise ValueError(str(error)) from error


def _checked(kind: type, data: Any) -> Any:
    if type(data) is not kind:
        raise ValueError(f"{data!r} is not of type {kind.__name__}")
    return data


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"{text!r} is no number") from error
