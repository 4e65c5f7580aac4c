"""A plan draft as JSON and back, without loss: by the dataclasses' own type hints, refusing what does not fit."""

from __future__ import annotations

import builtins
import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from hrdesk.domain.plan import PlanDraft


def plan_to_json(draft: PlanDraft) -> str:
    return json.dumps(_plain(draft), ensure_ascii=False)


def plan_from_json(text: str) -> PlanDraft:
    """ValueError when the text is not a draft of today's shape. Attributes that are absent take their default."""
    draft = _typed(PlanDraft, json.loads(text))
    assert isinstance(draft, PlanDraft)
    return draft


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value  # str and StrEnum, int, bool, None, dict of str


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
        case builtins.dict:
            result = {_checked(str, key): _checked(str, text) for key, text in _checked(dict, data).items()}
        case _:
            result = _plain_typed(kind, data)
    return result


def _plain_typed(kind: Any, data: Any) -> Any:
    if is_dataclass(kind):
        return _dataclass(kind, _checked(dict, data))
    if kind is date:
        return date.fromisoformat(_checked(str, data))
    return kind(data) if issubclass(kind, StrEnum) else _checked(kind, data)


def _dataclass(kind: Any, data: Mapping[str, Any]) -> Any:
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
