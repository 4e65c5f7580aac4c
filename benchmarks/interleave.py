"""Times contestants turn about in one run, so that a busy machine slows all alike, and prints their ratios.

Seconds on a shared machine mean little; the ratio to a floor (the least work that could do it) or to a peer
(what one would use instead), taken round by round, is what is judged.
"""

from __future__ import annotations

import gc
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CHILDREN = Path(__file__).resolve().parent / "children"
FONTS = ROOT / "resources" / "fonts" / "laksaman"
sys.path.insert(0, str(ROOT / "src"))

# Children keep their bytecode, as an installed program does, whatever the shell's environment says.
_BYTECODE = tempfile.TemporaryDirectory(prefix="hrdesk-bytecode-")
Contestant = Callable[[], float | None]  # does the work; may return seconds of its own instead of being timed
_CHILD_ENVIRONMENT = {
    "PYTHONPATH": str(ROOT / "src"),
    "PYTHONPYCACHEPREFIX": _BYTECODE.name,
    "QT_QPA_PLATFORM": "offscreen",
    "XDG_DATA_HOME": _BYTECODE.name,  # no window settings of the person who runs this
}


@dataclass(frozen=True)
class Times:
    """Seconds of every contestant, one for each round."""

    seconds: Mapping[str, Sequence[float]]

    def median(self, name: str) -> float:
        return statistics.median(self.seconds[name])

    def ratios(self, name: str, to: str) -> list[float]:
        return sorted(mine / its for mine, its in zip(self.seconds[name], self.seconds[to], strict=True))

    def ratio(self, name: str, to: str) -> float:
        """The median of the rounds' ratios: what slows one whole round does not move it."""
        return statistics.median(self.ratios(name, to))

    def show(self, title: str, floor: str) -> None:
        rounds = len(self.seconds[floor])
        print(f"\n{title} ({rounds} rounds turn about, medians)")
        for name in self.seconds:
            ratios = self.ratios(name, floor)
            span = f"{ratios[0]:.2f} to {ratios[-1]:.2f}" if name != floor else ""
            print(f"  {name:<44}{_time(self.median(name)):>10}{self.ratio(name, floor):>9.2f} ×  {span}")


def interleave(contestants: Mapping[str, Contestant], rounds: int = 7, warm: int = 1) -> Times:
    """Every contestant once a round, the first one changing; `warm` rounds before are not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    names = list(contestants)
    for number in range(-warm, rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            gc.collect()
            began = time.perf_counter()
            own = contestants[name]()
            spent = time.perf_counter() - began if own is None else own
            if number >= 0:
                seconds[name].append(spent)
    return Times(seconds)


def judge(what: str, measured: float, most: float, unit: str = "×") -> bool:
    met = measured <= most
    print(f"  -> {what}: {measured:.2f} {unit}, target at most {most:g}: {'met' if met else 'NOT MET'}")
    return met


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """n of time ~ size^n, between the two largest sizes: below them fixed costs flatter it."""
    (small, large), (short, long) = list(pairwise(sizes))[-1], list(pairwise(seconds))[-1]
    return math.log(long / short) / math.log(large / small)


def show_growth(what: str, sizes: Sequence[int], seconds: Sequence[float]) -> None:
    steps = ", ".join(f"{size:,}: {_time(spent)}" for size, spent in zip(sizes, seconds, strict=True))
    print(f"  growth of {what}: {steps}; time ~ n^{exponent(sizes, seconds):.2f}")


@dataclass(frozen=True)
class Finished:
    """A process that ended well: wall seconds from its start, and the JSON it said last."""

    seconds: float
    said: dict[str, Any]


def run_process(command: Sequence[str | Path], **environment: str) -> Finished:
    """Raises RuntimeError with what it said when it fails."""
    known = {**os.environ, **_CHILD_ENVIRONMENT, **environment}
    known.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    done = subprocess.run([str(word) for word in command], env=known, capture_output=True, text=True, check=False)
    spent = time.perf_counter() - began
    if done.returncode:
        msg = f"{command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        raise RuntimeError(msg)
    last = done.stdout.strip().rpartition("\n")[2]
    return Finished(spent, json.loads(last) if last.startswith("{") else {})


def run_child(name: str, *arguments: str | Path, **environment: str) -> Finished:
    """One of the small programs in `children/`, in a new interpreter."""
    return run_process([sys.executable, CHILDREN / f"{name}.py", *arguments], **environment)


def skip(peer: str, how: str) -> None:
    print(f"  {peer} is not installed, left out ({how})")


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"
