"""The register of 20,000 and 200,000 posts: a page by the service against raw sqlite3, and the page on the screen.

The floor reads the same 200 rows of the same file with hand-written SQL that follows an index, and counts; on
the screen it is a bare QTableView on those rows. Growth is from 2,000 posts.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fictional_people import staff_database
from interleave import Spent, Times, interleave, run_child, show_growth

from hrdesk.domain.terms import PersonnelType
from hrdesk.services import Services
from hrdesk.services.values import StaffQuery

SIZES = (2_000, 20_000, 200_000)
ROUNDS = 7
SCREEN_ROUNDS = 7
TARGET = 2.0
_ROW = (
    "SELECT p.id, s.id, p.number, p.title, l.name, s.personnel_type, p.level, u.name, s.title, s.first_name, s.last_name"
)
_BY_PERSON = (
    " FROM staff s LEFT JOIN position p ON p.id = s.position_id LEFT JOIN position_line l ON l.id = p.line_id"
    " LEFT JOIN org_unit u ON u.id = p.unit_id WHERE s.left_on IS NULL"
)
_BY_POST = (
    " FROM position p LEFT JOIN staff s ON s.position_id = p.id LEFT JOIN position_line l ON l.id = p.line_id"
    " LEFT JOIN org_unit u ON u.id = p.unit_id"
)
_COUNT_POSTS = "SELECT count(*) FROM position"
_KIND = "coalesce(s.personnel_type, l.personnel_type) = 'general-contract'"


@dataclass(frozen=True)
class Work:
    title: str
    query: StaffQuery
    floor: tuple[str, str]  # the page, the count of all rows


WORKS = (
    Work("first page, by name", StaffQuery(), (f"{_ROW}{_BY_PERSON} ORDER BY s.sort_key, s.id LIMIT 200", _COUNT_POSTS)),
    Work(
        "sorted by title, falling",
        StaffQuery(sort="title", descending=True),
        (f"{_ROW}{_BY_POST} ORDER BY p.title_key DESC, p.id DESC LIMIT 200", _COUNT_POSTS),
    ),
    Work(
        "only general contracts",
        StaffQuery(personnel_type=PersonnelType.GENERAL_CONTRACT),
        (
            f"{_ROW}{_BY_PERSON} AND {_KIND} ORDER BY s.sort_key, s.id LIMIT 200",
            ("SELECT count(*) FROM position p LEFT JOIN staff s ON s.position_id = p.id"
            f" JOIN position_line l ON l.id = p.line_id WHERE {_KIND}"),
        ),
    ),
    Work(
        "middle page, by name",
        StaffQuery(offset=1_000),
        (f"{_ROW}{_BY_PERSON} ORDER BY s.sort_key, s.id LIMIT 200 OFFSET 1000", _COUNT_POSTS),
    ),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds: dict[str, list[float]] = {work.title: [] for work in WORKS}
        for size in SIZES:
            path = staff_database(folder / f"{size}.db", size)
            for title, spent in _service(path, size).items():
                seconds[title].append(spent)
        for title, spent in seconds.items():
            show_growth(f"{title} (service)", SIZES, spent)
        for size in SIZES[1:]:
            _screen(folder / f"{size}.db", size)


def _service(path: Path, size: int) -> dict[str, float]:
    medians = {}
    with Services.open(path) as services, sqlite3.connect(path, isolation_level=None) as raw:
        for work in WORKS:
            contestants: dict[str, Callable[[], None]] = {
                "raw SQL": lambda work=work: _floor(raw, work),
                "staff_page": lambda work=work: _page(services, work),
            }
            times = interleave(contestants, ROUNDS)
            times.show(f"{size:,} posts: {work.title}", "raw SQL")
            times.judge("staff_page", "raw SQL", TARGET)
            medians[work.title] = times.processor_median("staff_page")
    raw.close()
    return medians


def _floor(raw: sqlite3.Connection, work: Work) -> None:
    page, count = work.floor
    raw.execute(page).fetchall()
    raw.execute(count).fetchone()


def _page(services: Services, work: Work) -> None:
    services.register.staff_page(work.query)


def _screen(path: Path, size: int) -> None:
    """Seconds until the rows are painted, said by the children themselves; and the memory of both."""
    children = {"bare view": "bare_register", "people page": "people_page"}
    said: dict[str, list[dict[str, Any]]] = {name: [] for name in children}

    def show(name: str) -> Spent:
        said[name].append(run_child(children[name], path).said)
        return Spent(*said[name][-1]["first"])

    interleave({name: lambda name=name: show(name) for name in children}, SCREEN_ROUNDS, warm=0)
    for action in ("first", "sort", "filter"):
        seconds, processor = (
            {name: [answer[action][clock] for answer in answers] for name, answers in said.items()} for clock in (0, 1)
        )
        times = Times(seconds, processor)
        times.show(f"{size:,} posts on the screen: {action}", "bare view")
        times.judge("people page", "bare view", TARGET)
    for name, answers in said.items():
        print(f"  {name}: {answers[-1]['resident'] or 0:.0f} MB resident at {size:,} posts")


if __name__ == "__main__":
    main()
