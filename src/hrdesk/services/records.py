"""Domain values to rows and back, wherever both have the same attributes: the catalogue, units and lines."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, cast

from sqlalchemy import func, insert, select

from hrdesk.domain import office
from hrdesk.errors import Problem, UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.models import curriculum, organization
from hrdesk.models.given_up import last_id
from hrdesk.services.register.reading import COLUMNS
from hrdesk.services.values import InvalidRecord
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from dataclasses import Field

    from sqlalchemy import Select
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from hrdesk.models.base import Base


class Value(Protocol):
    """A dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


class Record(Value, Protocol):
    """One with an id, 0 until stored."""

    @property
    def id(self) -> int: ...


V = TypeVar("V", bound=Value)
R = TypeVar("R", bound=Record)

TABLES: dict[type[Any], type[Any]] = {
    office.CourseGroup: curriculum.CourseGroup,
    office.Law: curriculum.Law,
    office.Course: curriculum.Course,
    office.Method: curriculum.Method,
    office.Organizer: curriculum.Organizer,
    office.EvaluationMethod: curriculum.EvaluationMethod,
    office.FundSource: curriculum.FundSource,
    office.OrgUnit: organization.OrgUnit,
    office.PositionLine: organization.PositionLine,
}
OWN_IDS = 1000  # below are the ids of the reference data, above those of the officer's own entries
_PLACED = "place"
_LABELS = {
    "title": "ชื่อ",
    "name": "ชื่อ",
    "short_name": "ชื่อย่อ",
    "budget_heading": "หัวคอลัมน์ในตารางงบประมาณ",
    "monitoring_heading": "หัวคอลัมน์ในตารางติดตามประเมินผล",
}


def cleaned(value: V) -> V:
    """The value with every text in one spelling."""
    texts = {f.name: getattr(value, f.name) for f in fields(value)}
    return replace(value, **{n: clean(t) for n, t in texts.items() if isinstance(t, str) and not isinstance(t, StrEnum)})


def demand(value: Value, kind: str, place: str) -> None:
    """Raise InvalidRecord for each text that must not be empty; `kind` begins the problem's field."""
    empty = [name for name in _LABELS if getattr(value, name, None) == ""]
    problems = tuple(
        Problem(f"{kind}.{name}", f"กรุณากรอก{_LABELS[name]}", code=f"{kind}-{name}", place=place) for name in empty
    )
    if problems:
        raise InvalidRecord(problems)


def columns_of(value: Record) -> dict[str, Any]:
    return {COLUMNS.get(f.name, f.name): getattr(value, f.name) for f in fields(value)}


def ordered(table: type[Any]) -> Select[Any]:
    rank = table.place if hasattr(table, _PLACED) else table.number
    return select(table).order_by(rank, table.id)


def insert_all(session: Session, values: Sequence[Record]) -> None:
    """Store new values under the ids they bear, in their order."""
    if not values:
        return
    table = TABLES[type(values[0])]
    placed = hasattr(table, _PLACED)
    rows = [columns_of(v) | ({_PLACED: place} if placed else {}) for place, v in enumerate(values)]
    session.execute(insert(table), rows)


def save(session: Session, value: Record) -> int:
    """Insert (id 0) at the end, or update; returns the id."""
    table = TABLES[type(value)]
    row = take(session, table, value.id) if value.id else table(**new_row(session, table))
    for name, content in columns_of(value).items():
        if name != "id":
            setattr(row, name, content)
    session.add(row)
    session.flush()
    return cast("int", row.id)


def new_row(session: Session, table: type[Any]) -> dict[str, int]:
    """The id and, where the table has one, the place of the officer's next own entry."""
    row = {"id": max(last_id(session, table), OWN_IDS) + 1}
    if hasattr(table, _PLACED):
        row[_PLACED] = (session.scalar(select(func.max(table.place))) or 0) + 1
    return row


B = TypeVar("B", bound="Base")


def take(session: Session, table: type[B], row_id: int) -> B:
    row = session.get(table, row_id)
    if row is None:
        raise UserError(
            "ไม่พบรายการที่จะแก้ไข อาจถูกลบไปแล้ว ข้อมูลอื่นไม่ถูกเปลี่ยนแปลง กรุณาปิดหน้าต่างนี้แล้วเปิดรายการใหม่"
        )
    return row


def refuse_when_used(
    session: Session, name: str, row_id: int, uses: Iterable[tuple[InstrumentedAttribute[Any], str]]
) -> None:
    """Raise UserError that counts what refers to the row; `uses` are referring columns with their Thai nouns."""
    counts = [
        (session.scalar(select(func.count()).where(column == row_id)) or 0, noun) for column, noun in uses
    ]
    used = " และ".join(f"{noun} {count} รายการ" for count, noun in counts if count)
    if used:
        raise UserError(
            f"ลบ “{name}” ไม่ได้ เพราะยังใช้อยู่ใน{used} ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณานำออกจากรายการเหล่านั้นก่อน"
        )
