"""`dataclass` as the standard library has it, but what it would write and compile for each class waits for its first object.

Printing the plan book declares 160 of them and makes objects of 90. Six functions compiled for each were a fifth of the whole
print; here comparing, showing, hashing and refusing are the same functions for all, and `__init__` is written when it is first
called. Fields are the standard library's, so `field`, `fields`, `replace` and `asdict` serve. The options are those used
here; `__post_init__` and `field(init=False)` are refused. A subclass of one of these is declared by the same decorator.
"""

from __future__ import annotations

import dataclasses
import operator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
else:

    def dataclass(
        plain: type | None = None, *, frozen: bool = False, slots: bool = False, kw_only: bool = False, order: bool = False
    ) -> type | Callable[[type], type]:
        def made(plain: type) -> type:
            return _made(plain, frozen=frozen, slots=slots, kw_only=kw_only, order=order)

        return made if plain is None else made(plain)


__all__ = ["dataclass"]

_UNSET = object()  # the default of an argument whose field has a factory


def _made(plain: type, *, frozen: bool, slots: bool, kw_only: bool, order: bool) -> type:
    own = set(vars(plain))
    plain.__doc__ = plain.__doc__ or plain.__name__  # else the standard library describes its arguments, slowly
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(plain)
    _demand_no_more(made)
    methods = {
        "__init__": _first_init(made, frozen=frozen),
        "__repr__": _shown,
        "__eq__": _EQUAL,
        "__hash__": _hashed if frozen else None,
        **(_REFUSING if frozen else {}),
        **(_STATE if frozen and slots else {}),
        **(_ORDER if order else {}),
    }
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _demand_no_more(made: Any) -> None:
    """What the type checker takes for the standard library's and `__init__` would pass over without a word."""
    if hasattr(made, "__post_init__"):
        raise TypeError(f"{made.__qualname__}: __post_init__ would not be called")
    if missing := [each.name for each in dataclasses.fields(made) if not each.init]:
        raise TypeError(f"{made.__qualname__}: field(init=False) is not provided for: {', '.join(missing)}")


def _first_init(made: Any, *, frozen: bool) -> Callable[..., None]:
    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807 - what a wrong call is told about
        made.__init__ = written = _written_init(made, frozen=frozen)
        written(self, *given, **named)

    return __init__


def _written_init(made: type, *, frozen: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"_UNSET": _UNSET, "_set": object.__setattr__}
    arguments, named, lines = ["self"], ["*"], []
    for each in dataclasses.fields(made):
        argument = value = name = each.name
        if each.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = each.default
            argument = f"{name}=_default_{name}"
        elif each.default_factory is not dataclasses.MISSING:
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
    return _reader(tuple(each.name for each in dataclasses.fields(made) if each.compare))


@cache
def _hashed_by(made: Any) -> Callable[[object], tuple[object, ...]]:
    counts = (each for each in dataclasses.fields(made) if (each.compare if each.hash is None else each.hash))
    return _reader(tuple(each.name for each in counts))


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
    told = (f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _refuse_setting(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    """For `pickle` and `copy`, which else would assign to fields."""
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


_EQUAL = _comparing(operator.eq)
_ORDER = {f"__{name}__": _comparing(getattr(operator, name)) for name in ("lt", "le", "gt", "ge")}
_REFUSING: dict[str, Callable[..., None]] = {"__setattr__": _refuse_setting, "__delattr__": _refuse_deleting}
_STATE: dict[str, Callable[..., Any]] = {"__getstate__": _state, "__setstate__": _restore}
