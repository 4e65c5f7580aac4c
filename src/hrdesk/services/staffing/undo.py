"""Taking an import back: what every touched record was before, as long as nobody changed it since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, field
from datetime import date
from typing import Any, TypeAlias

from hrdesk.domain.staff import PersonRecord, PositionRecord
from hrdesk.domain.terms import Level, PersonnelType
from hrdesk.lazy_dataclass import dataclass

Touched: TypeAlias = "dict[int, tuple[dict[str, Any] | None, str]]"  # id → values before (None: new), digest after


@dataclass
class Journal:
    people: Touched = field(default_factory=dict)
    positions: Touched = field(default_factory=dict)
    units: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    held: list[int] = field(default_factory=list)  # entries of people's histories

    def person(self, before: PersonRecord | None, after: PersonRecord) -> None:
        self.people[after.id] = (_values(before) if before else None, digest(after))

    def position(self, before: PositionRecord | None, after: PositionRecord) -> None:
        self.positions[after.id] = (_values(before) if before else None, digest(after))

    def dump(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def load(cls, text: str) -> Journal:
        raw = json.loads(text)

        def touched(name: str) -> Touched:
            return {int(number): (before, after) for number, (before, after) in raw[name].items()}

        return cls(touched("people"), touched("positions"), raw["units"], raw["lines"], raw.get("held", []))


def _values(record: PersonRecord | PositionRecord) -> dict[str, Any]:
    values = ((name, getattr(record, name)) for name in record.__dataclass_fields__)  # asdict copies all it finds, slowly
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values}


def digest(record: PersonRecord | PositionRecord) -> str:
    """Short, and without the record's own words: an ID must not outlive the person's row."""
    said = json.dumps(_values(record), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def person_of(values: Mapping[str, Any]) -> PersonRecord:
    days = {name: date.fromisoformat(values[name]) for name in ("birth_date", "start_date", "left_on") if values[name]}
    return PersonRecord(**{**values, **days, "personnel_type": PersonnelType(values["personnel_type"])})


def position_of(values: Mapping[str, Any]) -> PositionRecord:
    return PositionRecord(**{**values, "level": Level(values["level"])})
