"""Finding people by a part of their name, post or national ID among 20,000 and 200,000, against a LIKE scan of the same file.

Both find how many there are and show 200; hrdesk the first by name, the scan any.
"""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from fictional_people import staff_database
from interleave import interleave, show_growth

from hrdesk.services import Services
from hrdesk.services.values import StaffQuery
from hrdesk.thai.text import search_key

TARGETS = {20_000: 0.25, 200_000: 0.10}
ROUNDS = 9
WORDS = {"a rare surname": "หาญยิ่งขจร", "a common first name": "ปิ่นดา", "a post": "ธุรการ", "nobody": "ซซซซ", "part of an ID": "9-0000-01234"}
_SCAN = (
    "SELECT s.id, s.title, s.first_name, s.last_name, p.number, p.title FROM staff s"
    " LEFT JOIN position p ON p.id = s.position_id"
    " WHERE s.search_key LIKE ? OR p.search_key LIKE ? OR s.national_id LIKE ?"
)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        seconds: dict[str, list[float]] = {title: [] for title in WORDS}
        for size, target in TARGETS.items():
            path = staff_database(Path(name, f"{size}.db"), size)
            for title, spent in _compare(path, size, target).items():
                seconds[title].append(spent)
        for title, spent in seconds.items():
            show_growth(title, tuple(TARGETS), spent)


def _compare(path: Path, size: int, target: float) -> dict[str, float]:
    medians = {}
    with Services.open(path) as services, sqlite3.connect(path, isolation_level=None) as raw:
        for title, word in WORDS.items():
            like = f"%{search_key(word)}%"
            times = interleave(
                {
                    "LIKE scan": lambda like=like: _run(raw, like),
                    "hrdesk": lambda word=word: _find(services, word),
                },
                ROUNDS,
            )
            times.show(f"{size:,} people: {title} ({word})", "LIKE scan")
            times.judge("hrdesk", "LIKE scan", target)
            medians[title] = times.processor_median("hrdesk")
    raw.close()
    return medians


def _run(raw: sqlite3.Connection, like: str) -> None:
    found = raw.execute(_SCAN, (like, like, like))
    found.fetchmany(200)
    sum(1 for _ in found)


def _find(services: Services, word: str) -> None:
    services.register.staff_page(StaffQuery(text=word))


if __name__ == "__main__":
    main()
