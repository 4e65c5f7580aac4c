"""From starting the program to its first painted window and to the filled first page, against a bare QMainWindow.

Processes start turn about, offscreen; the clock runs from the start of the process, the processor's until the same moment.
The page is filled when all that it shows is there: as it was kept at the last closing, or, where nothing was kept, read by
the services. Memory is what each holds when it has come to rest.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from fictional_papers import sample_office
from interleave import Times, interleave, judge, run_child

from hrdesk.services.glance import drop_kept

ROUNDS = 9


class Start(NamedTuple):
    """One of the things a start comes to, and the most it may cost in bare windows."""

    name: str
    of: str  # bare, hrdesk or anew
    moment: str
    most: float | None = None


FLOOR = Start("bare QMainWindow (floor)", "bare", "painted")
STARTS = (
    FLOOR,
    Start("hrdesk, window painted", "hrdesk", "painted", 1.8),
    Start("hrdesk, first page filled", "hrdesk", "filled", 5.5),
    Start("hrdesk, services there", "hrdesk", "ready"),
    Start("nothing kept: first page filled", "anew", "filled", 5.5),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        database = Path(name, "office.db")
        sample_office(database)
        began: dict[str, list[float]] = {start.of: [] for start in STARTS}
        said: dict[str, list[dict[str, Any]]] = {start.of: [] for start in STARTS}

        def run(of: str) -> None:
            if of == "anew":  # as after a crash, or when the file comes from elsewhere
                drop_kept(database)
            began[of].append(time.monotonic())
            said[of].append((run_child("bare_window") if of == "bare" else run_child("hrdesk_window", database)).said)

        interleave({of: partial(run, of) for of in said}, ROUNDS)
        clock = {start.name: [one[start.moment] - at for one, at in _rounds(said, began, start)] for start in STARTS}
        processor = {start.name: [one[f"cpu_{start.moment}"] for one, _ in _rounds(said, began, start)] for start in STARTS}
        times = Times(clock, processor)
        times.show("first window", FLOOR.name)
        for start in STARTS:
            if start.most is not None:
                times.judge(start.name, FLOOR.name, start.most)
        _memory(said)


def _rounds(
    said: dict[str, list[dict[str, Any]]], began: dict[str, list[float]], start: Start
) -> list[tuple[dict[str, Any], float]]:
    return list(zip(said[start.of], began[start.of], strict=True))[-ROUNDS:]


def _memory(said: dict[str, list[dict[str, Any]]]) -> None:
    if said["hrdesk"][-1]["resident"] is None:
        print("  memory figures need Linux")
        return
    floor, own = (statistics.median(answer["resident"] for answer in said[name]) for name in ("bare", "hrdesk"))
    print(f"  idle memory: {own:.0f} MB, floor {floor:.0f} MB")
    judge("idle memory / floor", own / floor, 2.5)
    judge("idle memory", own, 130, "MB")
    print(f"  heavy libraries loaded by then: {', '.join(said['hrdesk'][-1]['heavy']) or 'none'}")


if __name__ == "__main__":
    main()
