"""What was put right between the sources of the skills framework and what the program ships."""

from __future__ import annotations

from dataclasses import field

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    where: str  # the document and its lines
    kind: str
    stood: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadingRow:
    where: str
    question: str
    decision: str


@dataclass(frozen=True, slots=True)
class CorrectionsSnapshot(OfficeSnapshot):
    framework: str = ""
    version: str = ""
    count: str = ""
    corrections: tuple[CorrectionRow, ...] = field(default=())
    readings: tuple[ReadingRow, ...] = field(default=())
