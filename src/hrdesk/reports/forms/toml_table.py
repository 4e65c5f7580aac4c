"""A table of a TOML file, read key by key; what is missing, misspelt or of a wrong type is refused by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from hrdesk.errors import UserError

_Enum = TypeVar("_Enum", bound=StrEnum)


class FormError(UserError):
    """A form's file has a slip; `where` names the file and the place, `what` the key."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"แบบฟอร์ม {where}: {what} ข้อมูลของหน่วยงานยังอยู่ครบ กรุณาแก้แฟ้มของแบบฟอร์มนี้ หรือติดตั้งโปรแกรมใหม่")


class TomlTable:
    """`where` is the file and place for messages. Call `close` when every known key has been read."""

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self._values = values
        self._known: list[str] = []
        self.where = where

    def error(self, text: str) -> FormError:
        return FormError(self.where, text)

    def _get(self, key: str, kind: type | tuple[type, ...], default: Any) -> Any:
        self._known.append(key)
        value = self._values.get(key, default)
        if value is None:
            raise self.error(f"ไม่มีคีย์ “{key}”{self._instead_of(key)}")
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.error(f"ค่าของคีย์ “{key}” เป็นคนละชนิดกับที่กำหนด")
        return value

    def _instead_of(self, key: str) -> str:
        near = similar(key, set(self._values) - set(self._known))
        return f" (มี “{near}” สะกดผิดหรือไม่)" if near else ""

    def text(self, key: str, default: str | None = None) -> str:
        return str(self._get(key, str, default))

    def flag(self, key: str, *, default: bool) -> bool:
        return bool(self._get(key, bool, default))

    def number(self, key: str, default: float | None = None) -> float:
        value = float(self._get(key, (int, float), default))
        if value <= 0 and value != default:
            raise self.error(f"ค่าของคีย์ “{key}” ต้องมากกว่า 0")
        return value

    def choice(self, key: str, default: _Enum) -> _Enum:
        value = self._get(key, str, default)
        kind = type(default)
        if value not in set(kind):
            raise self.error(f"คีย์ “{key}” ใช้ค่า “{value}” ไม่ได้ ใช้ได้เพียง {', '.join(kind)}")
        return kind(value)

    def maybe(self, key: str, kind: type[_Enum]) -> _Enum | None:
        """None where the key is not there."""
        self._known.append(key)
        return self.choice(key, next(iter(kind))) if key in self._values else None

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._get(key, list, [])
        if not all(isinstance(value, str) for value in values):
            raise self.error(f"คีย์ “{key}” ต้องเป็นรายการของข้อความ")
        return tuple(values)

    def tables(self, key: str) -> list[TomlTable]:
        values = self._get(key, list, [])
        if not all(isinstance(value, dict) for value in values):
            raise self.error(f"คีย์ “{key}” ต้องเขียนเป็น [[{key}]]")
        return [TomlTable(value, f"{self.where} [[{key}]] ที่ {n}") for n, value in enumerate(values, start=1)]

    def table(self, key: str) -> TomlTable | None:
        self._known.append(key)
        value = self._values.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.error(f"คีย์ “{key}” ต้องเขียนเป็น [{key}]")
        return TomlTable(value, f"{self.where} [{key}]")

    def named_tables(self, key: str) -> dict[str, TomlTable]:
        """The tables [key.name], by name."""
        self._known.append(key)
        values = self._values.get(key, {})
        if not isinstance(values, dict) or not all(isinstance(value, dict) for value in values.values()):
            raise self.error(f"คีย์ “{key}” ต้องเขียนเป็น [{key}.ชื่อ]")
        return {name: TomlTable(value, f"{self.where} [{key}.{name}]") for name, value in values.items()}

    def close(self) -> None:
        for key in self._values:
            if key not in self._known:
                near = similar(key, self._known)
                hint = f" หมายถึง “{near}” หรือไม่" if near else ""
                raise self.error(f"ไม่รู้จักคีย์ “{key}”{hint}")


def similar(name: str, known: Iterable[str]) -> str:
    """The known name that a misspelt one is nearest to; empty where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - our own forms have no slips

    return next(iter(get_close_matches(name, list(known), 1)), "")
