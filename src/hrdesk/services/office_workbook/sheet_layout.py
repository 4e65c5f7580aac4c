"""A sheet of the office workbook and its columns; `layout` and its neighbours list them.

What a column holds and refers to is read from its table.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.tables import METADATA
from hrdesk.services.office_workbook.kinds import NATIONAL_ID, Kind, kind_of

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

LABEL = ".label"
ID = ("id", "รหัส", "เลขที่แผ่นงานอื่นใช้อ้างถึง ห้ามซ้ำ")
PLACE = ("place", "ลำดับ", "ลำดับในการพิมพ์ จากน้อยไปมาก")
PART = ("place", "ลำดับ", "ลำดับในการพิมพ์ ห้ามซ้ำภายในรายการหลักเดียวกัน")
YEAR = ("year", "ปีงบประมาณ", "ปี พ.ศ.")
REACH = (  # whom a project names besides its target groups
    ("kind", "ชนิด"), ("level", "ระดับ"), ("line_id", "รหัสสายงาน"), ("line_id.label", "สายงาน"),
    ("unit_id", "รหัสส่วนราชการ"), ("unit_id.label", "ส่วนราชการ"), ("staff_id", "รหัสบุคลากร"), ("staff_id.label", "บุคลากร"),
)  # fmt: skip


@dataclass(frozen=True)
class Field:
    """A column of a sheet. One that `shows` repeats in words what another refers to, and is not imported."""

    table: str
    key: str
    heading: str
    about: str = ""

    @property
    def shows(self) -> bool:
        return self.key.endswith(LABEL)

    @cached_property
    def column(self) -> Column[Any]:
        return METADATA.tables[self.table].c[self.key.removesuffix(LABEL)]

    @cached_property
    def kind(self) -> Kind:
        return NATIONAL_ID if (self.table, self.key) == ("staff", "national_id") else kind_of(self.column)

    @cached_property
    def target(self) -> str:
        """The table that the column refers to; empty when it is no reference."""
        return next((key.column.table.name for key in self.column.foreign_keys), "")


@dataclass(frozen=True)
class SheetLayout:
    name: str
    table_name: str
    about: str
    fields: tuple[Field, ...]  # the first holds whole numbers
    order: tuple[str, ...]  # columns by which the records stand

    @property
    def table(self) -> Table:
        return METADATA.tables[self.table_name]

    @cached_property
    def stored(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if not field.shows)


def sheet(table: str, name: str, about: str, *fields: tuple[str, ...], order: str = "id") -> SheetLayout:
    return SheetLayout(name, table, about, tuple(Field(table, *field) for field in fields), tuple(order.split()))
