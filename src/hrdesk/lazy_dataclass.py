"""`dataclass` as the standard library has it, but what it would write and compile for each class waits until it is needed.

Printing the plan book declares 160 of them, makes objects of 80 and more than a few objects of 20. Six functions compiled for
each were a fifth of the whole print. Here comparing, showing, hashing and refusing are the same functions for all, the first
objects of a class are filled by one function too, and `__init__` is written for a class that proves to have many. `replace` and
`values_of` need no more than that; what `field`, `fields`, `asdict` and `match` go by is the standard library's own, made when
first asked for. The options are those used here; `__post_init__`, `field(init=False)`, `ClassVar` and `InitVar` are refused. A
subclass of one of these is declared by the same decorator.
"""

from __future__ import annotations

import dataclasses
import operator
from dataclasses import MISSING, Field, field
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import dataclass, replace
else:

    def dataclass(
        plain: type | None = None, *, frozen: bool = False, slots: bool = False, kw_only: bool = False, order: bool = False
    ) -> type | Callable[[type], type]:
        def made(plain: type) -> type:
            return _made(plain, frozen=frozen, slots=slots, kw_only=kw_only, order=order)

        return made if plain is None else made(plain)

    def replace(value: object, /, **changes: object) -> object:
        fields = _fields(type(value))
        if not fields:
            raise _not_ours(type(value))
        return type(value)(**{name: changes.pop(name) if name in changes else getattr(value, name) for name in fields}, **changes)


__all__ = ["dataclass", "replace", "values_of"]

_OWN = "__own_fields__"  # of a class: what its body says of each field, and whether fields must be named in a call
_FEW = 24  # objects; writing `__init__` takes as long as filling some forty
_UNSET = object()  # the default of an argument whose field has a factory


def values_of(value: object) -> dict[str, Any]:
    """What each field holds, by its name and in the order of a call; TypeError where the class is not of this decorator."""
    kind: Any = type(value)
    fields = _fields(kind)
    if not fields:
        raise _not_ours(kind)
    return {name: getattr(value, name) for name in fields}


def _not_ours(kind: type) -> TypeError:
    return TypeError(f"{kind.__qualname__} is no class of this decorator with fields")


def _made(plain: type, *, frozen: bool, slots: bool, kw_only: bool, order: bool) -> type:
    body = dict(vars(plain))
    own = {name: body.get(name, MISSING) for name in plain.__annotations__}
    _demand_no_more(plain, own)
    added = {
        "__repr__": _shown,
        "__eq__": _EQUAL,
        "__hash__": _hashed if frozen else None,
        **(_REFUSING if frozen else {}),
        **(_STATE if frozen and slots else {}),
        **(_ORDER if order else {}),
        **_STANDARD,
        _OWN: (own, kw_only),
    }
    added = {name: value for name, value in added.items() if name not in body}
    made = _with_slots(plain, body, own, added) if slots else _with_defaults(plain, own, added)
    if "__init__" not in body:
        made.__init__ = _first_init(made, frozen=frozen)  # type: ignore[misc]
    return made


def _demand_no_more(plain: type, own: Mapping[str, Any]) -> None:
    """What the type checker takes for the standard library's and is not provided here."""
    if hasattr(plain, "__post_init__"):
        raise TypeError(f"{plain.__qualname__}: __post_init__ would not be called")
    for name, annotation in plain.__annotations__.items():
        value = own[name]
        if isinstance(value, Field) and not value.init:
            raise TypeError(f"{plain.__qualname__}: field(init=False) is not provided for: {name}")
        if "ClassVar" in str(annotation) or "InitVar" in str(annotation):
            raise TypeError(f"{plain.__qualname__}: {annotation} is not provided for: {name}")
        if type(value).__hash__ is None:
            raise ValueError(f"{plain.__qualname__}: all objects would share the default of: {name}")


def _with_slots(plain: type, body: Mapping[str, Any], own: Mapping[str, Any], added: Mapping[str, Any]) -> type:
    """The class anew: slots can only be given to a class as it is made."""
    inherited = {name for kind in plain.__mro__[1:] for name in vars(kind).get("__slots__", ())}
    kept = {name: value for name, value in body.items() if name not in own and name not in ("__dict__", "__weakref__")}
    slots = tuple(name for name in own if name not in inherited)
    return type(plain)(plain.__name__, plain.__bases__, {**kept, **added, "__slots__": slots, "__qualname__": plain.__qualname__})


def _with_defaults(plain: type, own: Mapping[str, Any], added: Mapping[str, Any]) -> type:
    for name, value in own.items():
        if isinstance(value, Field):
            delattr(plain, name)
            if value.default is not MISSING:
                setattr(plain, name, value.default)
    for name, value in added.items():
        setattr(plain, name, value)
    return plain


@cache
def _fields(made: Any) -> dict[str, Field[Any]]:
    """All fields by their names, those of the bases first; of what they are, the standard library asks the class."""
    found: dict[str, Field[Any]] = {}
    for kind in reversed(made.__mro__):
        own, kw_only = vars(kind).get(_OWN, ({}, False))
        for name, value in own.items():
            found[name] = each = value if isinstance(value, Field) else field(default=value)
            if each.kw_only is MISSING:
                each.kw_only = kw_only
    return found


class _Standard:
    """An attribute that the standard library's decorator writes, taken from a class it makes when this is first asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> Any:
        made = next(kind for kind in owner.__mro__ if _OWN in vars(kind))
        hints = {name: hint for kind in reversed(made.__mro__) if _OWN in vars(kind) for name, hint in kind.__annotations__.items()}
        asked = [(name, hints[name], each) for name, each in _fields(made).items()]
        described = {"__doc__": made.__name__}  # else the standard library describes its arguments, slowly
        standard = dataclasses.make_dataclass(made.__name__, asked, namespace=described, init=False, repr=False, eq=False)
        for name in _STANDARD:
            setattr(made, name, getattr(standard, name))
        return getattr(made, self._name)


_STANDARD = {name: _Standard(name) for name in ("__dataclass_fields__", "__dataclass_params__", "__match_args__")}


def _first_init(made: Any, *, frozen: bool) -> Callable[..., None]:
    """Fills the first objects; a wrong call is left to the written `__init__`, which says what is wrong."""
    first = iter(range(_FEW))
    fill: Callable[..., None] = object.__setattr__ if frozen else setattr

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807 - what a wrong call is told about
        values = None if next(first, None) is None else _bound(made, given, named)
        if values is None:
            made.__init__ = written = _written_init(made, frozen=frozen)
            written(self, *given, **named)
        else:
            for name in _fields(made):
                fill(self, name, values[name])

    return __init__


def _bound(made: Any, given: tuple[object, ...], named: Mapping[str, object]) -> dict[str, object] | None:
    """The values of the fields by their names; None for a call that is wrong."""
    places, defaults, factories = _arguments(made)
    if len(given) > len(places) or any(name in named for name in places[: len(given)]):
        return None
    values = {**defaults, **dict(zip(places, given, strict=False)), **named}
    for name, new in factories:
        if name not in values:
            values[name] = new()
    return values if values.keys() == _fields(made).keys() else None


@cache
def _arguments(made: Any) -> tuple[list[str], dict[str, Any], list[tuple[str, Callable[[], object]]]]:
    """The fields that a call may give without their names, the defaults, and what makes those that each object has of its own."""
    fields = _fields(made)
    places = [name for name, each in fields.items() if not each.kw_only]
    defaults = {name: each.default for name, each in fields.items() if each.default is not MISSING}
    factories = [(name, each.default_factory) for name, each in fields.items() if each.default_factory is not MISSING]
    return places, defaults, factories


def _written_init(made: type, *, frozen: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"_UNSET": _UNSET, "_set": object.__setattr__}
    arguments, named, lines = ["self"], ["*"], []
    for name, each in _fields(made).items():
        argument = value = name
        if each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            argument = f"{name}=_default_{name}"
        elif each.default_factory is not MISSING:
            known[f"_new_{name}"] = each.default_factory
            argument, value = f"{name}=_UNSET", f"_new_{name}() if {name} is _UNSET else {name}"
        (named if each.kw_only else arguments).append(argument)
        lines.append(f" _set(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    arguments += named[: len(named) * (len(named) > 1)]
    exec(f"def __init__({', '.join(arguments)}):\n" + "\n".join(lines or [" pass"]), known)  # noqa: S102 - of our own field names
    written: Callable[..., None] = known["__init__"]
    written.__qualname__ = f"{made.__qualname__}.__init__"
    return written


@cache
def _reader(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@cache
def _compared_by(made: Any) -> Callable[[object], tuple[object, ...]]:
    return _reader(tuple(name for name, each in _fields(made).items() if each.compare))


@cache
def _hashed_by(made: Any) -> Callable[[object], tuple[object, ...]]:
    return _reader(tuple(n for n, each in _fields(made).items() if (each.compare if each.hash is None else each.hash)))


def _comparing(compare: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def compared(self: Any, other: Any) -> Any:
        if type(other) is not type(self):
            return NotImplemented
        read = _compared_by(type(self))  # type: ignore[arg-type]  # mypy doubts that a class can be hashed
        return compare(read(self), read(other))

    return compared


def _hashed(self: Any) -> int:
    return hash(_hashed_by(self.__class__)(self))


def _shown(self: Any) -> str:
    told = (f"{name}={getattr(self, name)!r}" for name, each in _fields(self.__class__).items() if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _refuse_setting(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    """For `pickle` and `copy`, which else would assign to fields."""
    return [getattr(self, name) for name in _fields(self.__class__)]


def _restore(self: Any, state: list[object]) -> None:
    for name, value in zip(_fields(self.__class__), state, strict=True):
        object.__setattr__(self, name, value)


_EQUAL = _comparing(operator.eq)
_ORDER = {f"__{name}__": _comparing(getattr(operator, name)) for name in ("lt", "le", "gt", "ge")}
_REFUSING: dict[str, Callable[..., None]] = {"__setattr__": _refuse_setting, "__delattr__": _refuse_deleting}
_STATE: dict[str, Callable[..., Any]] = {"__getstate__": _state, "__setstate__": _restore}
