"""What a stretch of a form may name: the snapshot, and the entry it is being repeated for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot, text_fields


@dataclass(frozen=True, slots=True)
class Scope:
    """`items` are the entries repeated for, the outermost first."""

    snapshot: OfficeSnapshot
    items: tuple[Any, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: OfficeSnapshot) -> Scope:
        return cls(snapshot, (), text_fields(snapshot))

    def inside(self, item: Any) -> Scope:
        return Scope(self.snapshot, (*self.items, item), {**self.fields, **text_fields(item)})

    def find(self, name: str) -> Any:
        """The attribute of the innermost that has it; None where there is none."""
        for item in reversed(self.items):
            if hasattr(item, name):
                return getattr(item, name)
        return getattr(self.snapshot, name, None)
