"""How the columns of a list are to be understood, said by the officer: in a file, or remembered from the last time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.sheets.sheet import column_index, column_letters
from hrdesk.services.staffing.fields import Field, heading_key
from hrdesk.services.staffing.headings import table_at

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.services.staffing.headings import Table

_KEYS = {"sheet", "header_row", "header_rows", "columns"}
_FIELDS = {known.value: known for known in Field}


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """`columns` go by letter (C) or by heading; a field may take several, joined. Rows count from 1; None is found out."""

    sheet: str = ""
    header_row: int | None = None
    header_rows: int | None = None
    columns: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)

    def placed(self, table: Table) -> Table:
        """The table with its heading where it is said to be."""
        if self.header_row is None:
            return table
        top, height = self.header_row - 1, self.header_rows or 1
        if not 0 <= top < len(table.sheet.rows) - height + 1:
            raise _wrong(f"แถวหัวตาราง {self.header_row} ไม่มีในแผ่นงาน “{table.sheet.name}”")
        return table_at(table.sheet, top, height)

    def applied(self, table: Table) -> Table:
        """With the columns that are said; the others stay as they were understood."""
        said = {known: tuple(_column(table, name) for name in names) for known, names in self.columns.items()}
        taken = {column for columns in said.values() for column in columns}
        rest = {known: columns for known, columns in table.columns.items() if known not in said and not taken & set(columns)}
        return replace(table, columns={**rest, **said})

    def dump(self) -> str:
        return json.dumps({known.value: list(names) for known, names in self.columns.items()}, ensure_ascii=False)


def remembered(text: str) -> ColumnMapping:
    return ColumnMapping(columns={Field(known): tuple(names) for known, names in json.loads(text).items()})


def mapping_of(table: Table) -> ColumnMapping:
    """What is worth remembering of a table that the officer has confirmed."""
    return ColumnMapping(columns={k: tuple(map(column_letters, columns)) for k, columns in table.columns.items()})


def load_mapping(path: Path) -> ColumnMapping:
    """Raises UserError that names the wrong key; so a slip never maps less than was meant."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise _wrong(f"ไม่พบแฟ้ม “{path.name}”") from error
    except (OSError, ValueError, RecursionError) as error:
        raise _wrong(f"แฟ้ม “{path.name}” ไม่ใช่ JSON ที่อ่านได้") from error
    if not isinstance(raw, dict):
        raise _wrong("ต้องเป็นวัตถุ JSON")
    for key in raw:
        if key not in _KEYS:
            raise _wrong(f"ไม่รู้จักคีย์ “{key}” ใช้ได้เฉพาะ {', '.join(sorted(_KEYS))}")
    columns = raw.get("columns", {})
    if not isinstance(columns, dict):
        raise _wrong("columns ต้องเป็นวัตถุ JSON")
    sheet = raw.get("sheet", "")
    if not isinstance(sheet, str):
        raise _wrong("sheet ต้องเป็นข้อความ")
    return ColumnMapping(
        sheet, _row(raw, "header_row"), _row(raw, "header_rows"), {_field(key): _names(key, columns[key]) for key in columns}
    )


def _field(key: str) -> Field:
    if key not in _FIELDS:
        raise _wrong(f"ไม่รู้จักคอลัมน์ “{key}” ใช้ได้เฉพาะ {', '.join(_FIELDS)}")
    return _FIELDS[key]


def _names(key: str, value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list) else [value]
    if not names or not all(isinstance(name, str) and name.strip() for name in names):
        raise _wrong(f'columns.{key} ต้องเป็นอักษรคอลัมน์ เช่น "C" หรือข้อความหัวคอลัมน์')
    return tuple(names)


def _row(raw: Mapping[str, Any], key: str) -> int | None:
    value = raw.get(key)
    if value is None:
        return None
    if type(value) is not int or not 1 <= value <= 1000:
        raise _wrong(f"{key} ต้องเป็นเลขจำนวนเต็มตั้งแต่ 1 ขึ้นไป")
    return value


def _column(table: Table, name: str) -> int:
    for heading in table.headings:
        if heading_key(name) and heading_key(name) in (heading_key(heading.text), *map(heading_key, heading.texts[-1:])):
            return heading.column
    try:
        column = column_index(name.strip())
    except ValueError:
        column = -1
    if not 0 <= column < table.sheet.width:
        raise _wrong(f"ไม่พบคอลัมน์ “{name}” ในแผ่นงาน “{table.sheet.name}”")
    return column


def _wrong(text: str) -> UserError:
    return UserError(f"แฟ้มจับคู่คอลัมน์ใช้ไม่ได้: {text} ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง กรุณาแก้แฟ้มแล้วลองใหม่")
