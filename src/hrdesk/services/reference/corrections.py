"""What was put right between the transcribed sources and the shipped framework, for whoever checks it again."""

from __future__ import annotations

from pathlib import Path

from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.reference.file import ReferenceDataError, ReferenceFile
from hrdesk.services.reference.framework import CURRENT_FRAMEWORK

CORRECTION_TABLES = {"correction": "seed lines kind stood right reason", "reading": "place question decision"}


KIND_WORDS = {"misprint": "ตัวสะกดผิด", "wording": "ถ้อยคำต่างกัน"}
LEFT_OUT = "(ตัดออก)"  # in place of nothing


@dataclass(frozen=True, slots=True)
class Correction:
    """On each of `lines` (from 1) of a seed `right` takes the place of `stood`. `kind`: misprint or wording."""

    seed: str
    lines: tuple[int, ...]
    kind: str
    stood: str
    right: str
    reason: str

    @property
    def where(self) -> str:
        return f"{self.seed}: {', '.join(map(str, self.lines))}"

    @property
    def kind_word(self) -> str:
        return KIND_WORDS[self.kind]


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the sources leave room: what was asked, and what the shipped framework holds by."""

    place: str  # seed and lines
    question: str
    decision: str


def load_readings(framework_id: str = CURRENT_FRAMEWORK, folder: Path | None = None) -> tuple[Reading, ...]:
    file = ReferenceFile(f"skills/{framework_id}/corrections.toml", CORRECTION_TABLES, folder)
    return tuple(
        Reading(entry.text("place"), entry.text("question"), entry.text("decision")) for entry in file.entries("reading")
    )


def load_corrections(
    framework_id: str = CURRENT_FRAMEWORK, folder: Path | None = None
) -> tuple[Correction, ...]:
    """In the order in which they apply."""
    file = ReferenceFile(f"skills/{framework_id}/corrections.toml", CORRECTION_TABLES, folder)
    found = tuple(
        Correction(
            seed=entry.text("seed"),
            lines=entry.numbers("lines"),
            kind=entry.text("kind"),
            stood=entry.text("stood"),
            right=entry.text("right"),
            reason=entry.text("reason"),
        )
        for entry in file.entries("correction")
    )
    for place, each in enumerate(found, 1):
        if not each.lines or not each.stood or not each.reason or each.kind not in KIND_WORDS:
            raise ReferenceDataError(
                f"{file.name} [[correction]] {place}", "ต้องมี lines, stood, reason และ kind ที่กำหนด"
            )
    return found
