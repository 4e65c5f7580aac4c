"""Excel for the province (F22): layouts chosen, kept under a name, and written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hrdesk.domain.province import READY, LayoutColumn, ProvinceLayout, check_layout
from hrdesk.domain.register_terms import ProvinceSheet
from hrdesk.domain.terms import term
from hrdesk.errors import Problem, UserError
from hrdesk.models import office_parts as table
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.records import cleaned, take
from hrdesk.services.safety.protected import protected
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.services import Services


class ProvinceService:
    def __init__(self, services: Services) -> None:
        self._services = services

    def layouts(self) -> tuple[ProvinceLayout, ...]:
        """Those of the program, then the office's own."""
        with self._services.database.read() as session:
            rows = session.scalars(select(table.ProvinceLayout).order_by(table.ProvinceLayout.place, table.ProvinceLayout.id))
            own = [
                ProvinceLayout(row.id, row.name, tuple(LayoutColumn(c.sheet, c.key, c.heading, c.value) for c in row.columns))
                for row in rows
            ]
        return (*READY, *own)

    def named(self, name: str) -> ProvinceLayout:
        """UserError that lists the names when there is none of that one."""
        layouts = self.layouts()
        for layout in layouts:
            if layout.name == clean(name):
                return layout
        known = ", ".join(f"“{layout.name}”" for layout in layouts)
        raise UserError(f"ไม่พบรูปแบบ “{name}” ยังไม่ได้เขียนแฟ้มใด กรุณาเลือกจาก {known}")

    def save(self, layout: ProvinceLayout) -> tuple[int, Area]:
        """Insert (id 0 or a ready one: a copy) or update. Raises InvalidRecord, also for a name that another one has."""
        layout = cleaned(layout)
        if problems := check_layout(layout):
            raise InvalidRecord(problems)
        with self._services.database.begin() as session:
            same = session.scalar(select(table.ProvinceLayout).where(table.ProvinceLayout.name == layout.name))
            if same is not None and same.id != layout.id:
                said = "มีรูปแบบชื่อนี้แล้ว กรุณาตั้งชื่ออื่น"
                raise InvalidRecord((Problem("layout.name", said, code="layout-name-taken", place="รูปแบบจังหวัด"),))
            row = take(session, table.ProvinceLayout, layout.id) if layout.id > 0 else table.ProvinceLayout(place=0)
            row.name, row.columns = layout.name, []
            session.add(row)
            session.flush()
            row.columns = [
                table.ProvinceColumn(place=place, sheet=one.sheet, key=one.key, heading=clean(one.heading), value=clean(one.value))
                for place, one in enumerate(layout.columns)
            ]
            session.flush()
            return row.id, Area.ORGANIZATION

    def delete(self, layout_id: int) -> Area:
        with self._services.database.begin() as session:
            session.delete(take(session, table.ProvinceLayout, layout_id))
        return Area.ORGANIZATION

    def write(self, layout: ProvinceLayout, target: Path, year: int | None = None, password: str = "") -> int:
        """A sheet for each kind that the layout has columns of, locked with a password; returns the rows of data."""
        from hrdesk.reports.sheets.plain_sheet import PlainSheet, write_plain  # noqa: PLC0415 - a start exports nothing
        from hrdesk.services.forms.province_rows import rows_of  # noqa: PLC0415

        sheets = []
        for kind in ProvinceSheet:
            if columns := layout.of(kind):
                rows = [[_cell(row.get(one.key), one.value) for one in columns] for row in rows_of(self._services, kind, year)]
                sheets.append(PlainSheet(term(kind), [[one.heading for one in columns], *rows]))
        if not sheets:
            raise UserError("รูปแบบนี้ยังไม่มีคอลัมน์ ยังไม่มีการเขียนแฟ้มใด กรุณาเลือกคอลัมน์ก่อน")
        with protected(target, password) as place:
            return write_plain(sheets, place)


def _cell(found: Any, constant: str) -> Any:
    return constant if found is None or found == "" else found


def layout_of(text: str | bytes) -> ProvinceLayout:
    """`{"name": …, "columns": [{"sheet": …, "key": …, "heading": …, "value": …}]}`, without `value` where there is none. UserError names what is wrong."""
    try:
        raw: Any = json.loads(text)
        columns = tuple(
            LayoutColumn(ProvinceSheet(c["sheet"]), str(c["key"]), str(c["heading"]), str(c.get("value", ""))) for c in raw["columns"]
        )
        layout = ProvinceLayout(0, str(raw["name"]), columns)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError(f"แฟ้มรูปแบบใช้ไม่ได้: {error} ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้แฟ้มแล้วลองใหม่") from error
    if problems := check_layout(layout):
        raise InvalidRecord(problems)
    return layout
