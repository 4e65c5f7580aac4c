"""Strict reading of `resources/reference/*.toml`: every slip is refused by file, entry and key.

Entries of a table are numbered 1, 2, 3 … in file order; a symbolic `key` stands for that number elsewhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from hrdesk.config import resource_path
from hrdesk.errors import UserError

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")
Keys = Mapping[str, int]  # symbolic key → id


class ReferenceDataError(UserError):
    """A file shipped with the program is not as the program expects it."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(
            f"ข้อมูลอ้างอิงของโปรแกรมไม่ถูกต้อง ({where}: {what}) ข้อมูลของหน่วยงานไม่ได้รับผลกระทบ "
            "โปรดติดตั้งโปรแกรมใหม่ หรือแก้ไขไฟล์ตามที่ระบุ"
        )


class Entry:
    """One table of a file. A value without a default must be there, with the right type."""

    def __init__(self, where: str, data: Mapping[str, Any], allowed: str) -> None:
        self.where = where
        self._data = data
        unknown = sorted(set(data).difference(allowed.split()))
        if unknown:
            raise ReferenceDataError(where, f"ไม่รู้จักรายการ “{unknown[0]}”")

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def _value(self, name: str, kind: type[V], default: V | None) -> V:
        value = self._data.get(name, default)
        if value is None:
            raise ReferenceDataError(self.where, f"ขาดรายการ “{name}”")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise ReferenceDataError(self.where, f"ชนิดของข้อมูลไม่ถูกต้อง “{name}”")
        return value

    def text(self, name: str, default: str | None = None) -> str:
        return self._value(name, str, default)

    def flag(self, name: str, default: bool | None = None) -> bool:
        return self._value(name, bool, default)

    def number(self, name: str, default: int | None = None) -> int:
        return self._value(name, int, default)

    def day(self, name: str) -> date:
        return self._value(name, date, None)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings; absent means empty."""
        values = self._value(name, list, [])
        if not all(isinstance(value, str) for value in values):
            raise ReferenceDataError(self.where, f"ชนิดของข้อมูลไม่ถูกต้อง “{name}”")
        return tuple(values)

    def numbers(self, name: str) -> tuple[int, ...]:
        values = self._value(name, list, [])
        if not all(type(value) is int for value in values):
            raise ReferenceDataError(self.where, f"ชนิดของข้อมูลไม่ถูกต้อง “{name}”")
        return tuple(values)

    def table(self, name: str, allowed: str) -> Entry:
        return Entry(f"{self.where} {name}", self._value(name, dict, None), allowed)

    def chosen(self, name: str, enum: type[E], default: E | None = None) -> E:
        return self._member(name, self.text(name, default), enum)

    def all_chosen(self, name: str, enum: type[E]) -> frozenset[E]:
        return frozenset(self._member(name, value, enum) for value in self.texts(name))

    def _member(self, name: str, value: str, enum: type[E]) -> E:
        try:
            return enum(value)
        except ValueError:
            raise ReferenceDataError(self.where, f"{name} = “{value}” ไม่ใช่ค่าที่กำหนด") from None

    def refer(self, name: str, keys: Keys) -> int:
        return self._resolve(name, self.text(name), keys)

    def refer_all(self, name: str, keys: Keys) -> tuple[int, ...]:
        return tuple(self._resolve(name, key, keys) for key in self.texts(name))

    def _resolve(self, name: str, key: str, keys: Keys) -> int:
        if key not in keys:
            raise ReferenceDataError(self.where, f"{name} อ้างถึง “{key}” ซึ่งไม่มีอยู่")
        return keys[key]

    def fill(self, name: str, words: Mapping[str, str], default: str | None = None) -> str:
        """The text with each `{word}` of the wording profile put in."""
        return self.fill_text(self.text(name, default), words)

    def fill_text(self, text: str, words: Mapping[str, str]) -> str:
        try:
            return text.format_map(words)
        except (KeyError, ValueError, IndexError) as error:
            raise ReferenceDataError(self.where, f"ไม่รู้จักคำใน “{text}” ({error})") from None


class ReferenceFile:
    """One file of `folder`. `tables` names every top-level table that it may hold, with the keys allowed in it."""

    def __init__(self, name: str, tables: Mapping[str, str], folder: Path | None = None) -> None:
        self.name = name
        self._tables = tables
        path = (folder or resource_path("reference")) / name
        try:
            self._data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ReferenceDataError(name, str(error)) from error
        unknown = sorted(set(self._data).difference(tables))
        if unknown:
            raise ReferenceDataError(name, f"ไม่รู้จักรายการ “{unknown[0]}”")

    def entries(self, table: str) -> tuple[Entry, ...]:
        """The `[[table]]` blocks in file order."""
        blocks = self._data.get(table, [])
        if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
            raise ReferenceDataError(self.name, f"{table} ต้องเป็นรายการ [[{table}]]")
        return tuple(
            Entry(f"{self.name} [[{table}]] {block.get('key', index)}", block, self._tables[table])
            for index, block in enumerate(blocks, 1)
        )

    def numbered(self, table: str) -> Iterator[tuple[int, Entry]]:
        """The blocks with their ids 1 … n."""
        return iter(enumerate(self.entries(table), 1))

    def single(self, table: str) -> Entry:
        """The one `[table]`."""
        block = self._data.get(table)
        if not isinstance(block, dict):
            raise ReferenceDataError(self.name, f"ขาดรายการ [{table}]")
        return Entry(f"{self.name} [{table}]", block, self._tables[table])

    def keys(self, table: str) -> Keys:
        """Symbolic key → id 1 … n in file order. A key given twice is refused."""
        keys: dict[str, int] = {}
        for number, entry in self.numbered(table):
            key = entry.text("key")
            if key in keys:
                raise ReferenceDataError(entry.where, f"key “{key}” ซ้ำกัน")
            keys[key] = number
        return keys
