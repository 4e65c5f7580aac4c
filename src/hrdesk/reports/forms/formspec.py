"""Forms as data: `resources/forms/*.toml` read into `FormSpec`, every key in them checked as it is read.

The names that a form takes from its snapshot are held against it by `formcheck`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from hrdesk.config import resource_path
from hrdesk.domain.book import CHAPTERS
from hrdesk.domain.plan_terms import DocumentKind
from hrdesk.domain.subject import FormGroup
from hrdesk.reports.document import Align, Format, Orientation
from hrdesk.reports.forms.form_sections import read_section, read_signature
from hrdesk.reports.forms.form_values import ROW_NUMBER, ColumnSpec, FormSpec, TableSpec
from hrdesk.reports.forms.toml_table import FormError, TomlTable, similar
from hrdesk.reports.snapshots.kinds import SNAPSHOTS

__all__ = ["FormError", "FormSpec", "form_ids", "load_form", "read_form", "standard_texts"]

_NOBODY = "ยังไม่มีข้อมูลสำหรับแบบนี้"
_CELL_SIZE = 14.0  # points
_LAST = 99


def forms_dir() -> Path:
    return resource_path("forms")


def form_ids() -> tuple[str, ...]:
    return tuple(sorted(name.removesuffix(".toml") for name in os.listdir(forms_dir()) if name.endswith(".toml")))  # noqa: PTH208 - names alone


@cache
def load_form(form_id: str) -> FormSpec:
    """A form the program ships. FormError, naming file and key, when a key of its file has a slip."""
    return read_form(forms_dir() / f"{form_id}.toml")


def standard_texts(form_id: str = "plan-book") -> dict[str, str]:
    """Chapter key to its standard passage, still with its `{fields}`."""
    return {s.chapter: s.text for s in load_form(form_id).sections if s.chapter in CHAPTERS}


def read_form(path: Path) -> FormSpec:
    """The form in `path`; its passages lie in a folder of the same name, the forms it shows beside it."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FormError(path.name, "ไม่พบแฟ้ม") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormError(path.name, f"อ่านไม่ได้ ({error})") from None
    return _form(TomlTable(values, path.name), path)


class _Shown(Mapping[str, FormSpec]):
    """The forms that a form shows, by name, each read when it is asked for: few books show all they may."""

    def __init__(self, names: Iterable[str], folder: Path) -> None:
        self._paths = {name: folder / f"{name}.toml" for name in sorted(names)}
        self._read = cache(read_form)

    def __getitem__(self, name: str) -> FormSpec:
        return self._read(self._paths[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _form(source: TomlTable, path: Path) -> FormSpec:
    table = source.table("table")
    sections = tuple(read_section(each, path.with_suffix("")) for each in source.tables("sections"))
    shown = {*source.texts("tables"), *(section.table for section in sections if section.table)}
    form = FormSpec(
        id=source.text("id"),
        name=source.text("name"),
        group=source.choice("group", FormGroup.PLAN),
        rank=int(source.number("rank", _LAST)),
        title=source.text("title"),
        snapshot=source.text("snapshot"),
        heading=source.texts("heading"),
        before=source.text("before", ""),
        after=source.text("after", ""),
        table=_table(table) if table else None,
        sections=sections,
        tables=_Shown(shown, path.parent),
        grids={name: _table(grid) for name, grid in source.named_tables("grids").items()},
        signatures=tuple(read_signature(signature) for signature in source.tables("signatures")),
        orientation=source.choice("orientation", Orientation.PORTRAIT),
        subject=source.text("subject", ""),
        keywords=source.texts("keywords"),
        foot=source.text("foot", "{foot}"),
        catchwords=source.flag("catchwords", default=False),
        skip_first_number=source.flag("skip_first_number", default=False),
        legal=source.text("legal", ""),
        nobody=source.text("nobody", _NOBODY),
        issued=source.maybe("issued", DocumentKind),
    )
    source.close()
    if form.id != path.stem:
        raise source.error(f"คีย์ “id” ต้องเป็น “{path.stem}” ตามชื่อแฟ้ม")
    if form.snapshot not in SNAPSHOTS:
        near = similar(form.snapshot, SNAPSHOTS)
        hint = f" หมายถึง “{near}” หรือไม่" if near else ""
        raise source.error(f"ไม่รู้จักชุดข้อมูล “{form.snapshot}”{hint}")
    if (form.table is None) == (not form.sections):
        raise source.error("ต้องมี [table] หรือ [[sections]] อย่างใดอย่างหนึ่ง")
    return form


def _table(source: TomlTable) -> TableSpec:
    groups = source.text("groups", "")
    spec = TableSpec(
        name=source.text("name"),
        rows=source.text("rows"),
        columns=tuple(_column(column) for column in source.tables("columns")),
        total=source.text("total", ""),
        words=source.text("words", ""),
        empty=source.text("empty", "" if groups else "ไม่มีข้อมูล"),
        size=source.number("size", _CELL_SIZE),
        groups=groups,
        group_heading=source.text("group_heading", ""),
        least=int(source.number("least", 0)),
        row_height=source.number("row_height", 0),
    )
    source.close()
    if not spec.columns:
        raise source.error("ไม่มี [[table.columns]]")
    return spec


_USUAL_ALIGN = {
    Format.TEXT: Align.LEFT,
    Format.INTEGER: Align.RIGHT,
    Format.BAHT: Align.RIGHT,
    Format.TICK: Align.CENTER,
    Format.DATE: Align.CENTER,
    Format.DECIMAL: Align.RIGHT,
}


def _column(source: TomlTable) -> ColumnSpec:
    shown = source.choice("format", Format.TEXT)
    key = source.text("key")
    spec = ColumnSpec(
        key=key,
        heading=source.text("heading", ""),
        width=source.number("width"),
        align=source.choice("align", Align.CENTER if key == ROW_NUMBER else _USUAL_ALIGN[shown]),
        format=shown,
        group=source.text("group", ""),
        merged=source.flag("merged", default=False),
        dash=source.flag("dash", default=False),
        repeat=source.text("repeat", ""),
        total=source.flag("total", default=False),
    )
    source.close()
    if spec.key == ROW_NUMBER and (shown is not Format.INTEGER or spec.repeat or spec.total):
        raise source.error(f'คอลัมน์ลำดับที่ “{ROW_NUMBER}” ต้องเป็น format = "integer"')
    if not spec.heading and not spec.repeat:
        raise source.error("ไม่มีคีย์ “heading”")
    if spec.total and spec.format not in (Format.INTEGER, Format.BAHT, Format.TICK):
        raise source.error("รวมยอด (“total”) ได้เฉพาะคอลัมน์ตัวเลขหรือเครื่องหมาย")
    return spec
