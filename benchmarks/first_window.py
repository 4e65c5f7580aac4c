"""From starting the program to its first painted window and to the filled first page, against a bare QMainWindow.

Processes start turn about, offscreen; both clocks run from the start of the process. Memory is what each holds
when it has come to rest.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from fictional_papers import sample_office
from interleave import Spent, Times, interleave, judge, run_child

ROUNDS = 9


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        database = Path(name, "office.db")
        sample_office(database)
        ready: list[float] = []
        said: dict[str, list[dict[str, Any]]] = {"bare": [], "hrdesk": []}

        def bare() -> Spent:
            began = time.monotonic()
            ended = run_child("bare_window")
            said["bare"].append(ended.said)
            return Spent(ended.said["painted"] - began, ended.spent.processor)

        def own() -> Spent:
            began = time.monotonic()
            ended = run_child("hrdesk_window", database)
            said["hrdesk"].append(ended.said)
            ready.append(ended.said["ready"] - began)
            return Spent(ended.said["painted"] - began, ended.spent.processor)

        floor, window, filled = "bare QMainWindow (floor)", "hrdesk, window painted", "hrdesk, first page filled"
        times = interleave({floor: bare, window: own}, ROUNDS)
        times = Times({**times.seconds, filled: ready[-ROUNDS:]}, {floor: times.processor[floor], filled: times.processor[window]})
        times.show("first window", floor)
        judge(f"{window} / floor", times.ratio(window, floor), 1.8)
        times.judge(filled, floor, 5.5)
        _memory(said)


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
