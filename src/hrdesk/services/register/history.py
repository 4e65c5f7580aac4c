"""A person's history: posts held, education, training. Entries are added and mended, never made of one another."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from sqlalchemy import select

from hrdesk.domain.person_history import (
    Education,
    HeldPosition,
    PersonHistory,
    TrainingRecord,
    check_education,
    check_held,
    check_training,
)
from hrdesk.errors import UserError
from hrdesk.models import history
from hrdesk.models.staff import Staff
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.records import cleaned, take

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.errors import Problem
    from hrdesk.models.database import Database

HistoryEntry: TypeAlias = "HeldPosition | Education | TrainingRecord"
E = TypeVar("E", HeldPosition, Education, TrainingRecord)
_TABLES: dict[type[Any], type[Any]] = {
    HeldPosition: history.HeldPosition,
    Education: history.EducationRecord,
    TrainingRecord: history.TrainingRecord,
}
_ORDERS: dict[type[Any], tuple[Any, ...]] = {
    HeldPosition: (history.HeldPosition.ends_on.desc().nulls_last(), history.HeldPosition.id.desc()),
    Education: (history.EducationRecord.year.desc().nulls_last(), history.EducationRecord.id.desc()),
    TrainingRecord: (history.TrainingRecord.starts_on.desc().nulls_last(), history.TrainingRecord.id.desc()),
}


class HistoryService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, staff_id: int) -> PersonHistory:
        with self._database.read() as session:
            return read_history(session, staff_id)

    def save(self, entry: HistoryEntry) -> tuple[int, Area]:
        """Insert (id 0) or update. Raises InvalidRecord; UserError for a training that belongs to a class."""
        entry = cleaned(entry)
        if problems := _problems(entry):
            raise InvalidRecord(problems)
        with self._database.begin() as session:
            table = _TABLES[type(entry)]
            take(session, Staff, entry.staff_id)
            row = take(session, table, entry.id) if entry.id else table()
            if entry.id:
                _demand_own(row)
            for f in fields(entry):
                if f.name != "id":
                    setattr(row, f.name, getattr(entry, f.name))
            session.add(row)
            session.flush()
            return row.id, Area.STAFF

    def delete(self, entry: HistoryEntry) -> Area:
        with self._database.begin() as session:
            row = take(session, _TABLES[type(entry)], entry.id)
            _demand_own(row)
            session.delete(row)
        return Area.STAFF


def read_history(session: Session, staff_id: int) -> PersonHistory:
    return PersonHistory(
        _read(session, HeldPosition, staff_id), _read(session, Education, staff_id), _read(session, TrainingRecord, staff_id)
    )


def _read(session: Session, kind: type[E], staff_id: int) -> tuple[E, ...]:
    table = _TABLES[kind]
    names = [f.name for f in fields(kind)]
    columns = [getattr(table, name) for name in names]
    rows = session.execute(select(*columns).where(table.staff_id == staff_id).order_by(*_ORDERS[kind]))
    return tuple(kind(**dict(zip(names, row, strict=True))) for row in rows)


def _problems(entry: HistoryEntry) -> tuple[Problem, ...]:
    match entry:
        case HeldPosition():
            return check_held(entry)
        case Education():
            return check_education(entry)
        case _:
            return check_training(entry)


def _demand_own(row: object) -> None:
    if getattr(row, "participant_id", None) is not None:
        raise UserError(
            "รายการนี้มาจากรุ่นที่หน่วยงานจัด จึงแก้ไขที่นี่ไม่ได้ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้ไขที่หน้าโครงการและการอบรม"
        )
