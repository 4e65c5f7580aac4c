"""What the order to attend a class reads (F11)."""

from __future__ import annotations

from datetime import date

from hrdesk.lazy_dataclass import dataclass, values_of
from hrdesk.reports.snapshots.class_values import ClassSnapshot
from hrdesk.thai.dates import official_day


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSnapshot(ClassSnapshot):
    attendance_percent: str


def order_snapshot(of_class: ClassSnapshot, number: str, day: date | None, attendance_percent: int) -> OrderSnapshot:
    """Number and day that the class's people have; without them the paper's own, or blanks to be written in."""
    known = values_of(of_class)
    if number:
        known["document_number"] = number
    if day:
        known["document_day"] = official_day(day)
    return OrderSnapshot(**known, attendance_percent=str(attendance_percent))
