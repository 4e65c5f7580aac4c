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
from typing import Any, NamedTuple

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parents[1]
CHILDREN = Path(__file__).resolve().parent / "children"
FONTS = ROOT / "resources" / "fonts" / "laksaman"
sys.path.insert(0, str(ROOT / "src"))

# Children keep their bytecode, as an installed program does, whatever the shell's environment says.
_BYTECODE = tempfile.TemporaryDirectory(prefix="hrdesk-bytecode-")


class Spent(NamedTuple):
    """Seconds by the clock, and of processors."""

    seconds: float
    processor: float


Contestant = Callable[[], Spent | None]  # does the work; may say itself what the part that counts took
_CHILD_ENVIRONMENT = {
    "PYTHONPATH": str(ROOT / "src"),
    "PYTHONPYCACHEPREFIX": _BYTECODE.name,
    "QT_QPA_PLATFORM": "offscreen",
    "XDG_DATA_HOME": _BYTECODE.name,  # no window settings of the person who runs this
}


@dataclass(frozen=True)
class Times:
    """Of every contestant, one figure for each round: seconds by the clock, and of processors, children included."""

    seconds: Mapping[str, Sequence[float]]
    processor: Mapping[str, Sequence[float]]

    def median(self, name: str) -> float:
        return statistics.median(self.seconds[name])

    def processor_median(self, name: str) -> float:
        return statistics.median(self.processor[name])

    def ratio(self, name: str, to: str) -> float:
        """The median of the rounds' ratios: what slows one whole round does not move it."""
        return statistics.median(_ratios(self.seconds, name, to))

    def processor_ratio(self, name: str, to: str) -> float:
        return statistics.median(_ratios(self.processor, name, to))

    def show(self, title: str, floor: str) -> None:
        print(f"\n{title} ({len(self.seconds[floor])} rounds turn about, medians)")
        print(f"  {'':<44}{'clock':>10}{'ratio':>8}   lowest to highest   by processor time")
        for name in self.seconds:
            ratios = sorted(_ratios(self.seconds, name, floor))
            span = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
            by_processor = f"{self.processor_ratio(name, floor):.2f} ×" if self.processor.get(name) else ""
            print(f"  {name:<44}{_time(self.median(name)):>10}{self.ratio(name, floor):>6.2f} ×   {span:<20}{by_processor}")

    def judge(self, name: str, to: str, most: float) -> None:
        judge(f"{name} / {to}", self.ratio(name, to), most)
        load = _load()
        if load > 1:
            print(f"     (the machine is busy, {load:.1f} programs for each processor: the clock then favours programs")
            print(f"      of several threads; by processor time the ratio is {self.processor_ratio(name, to):.2f} ×)")


def _ratios(figures: Mapping[str, Sequence[float]], name: str, to: str) -> list[float]:
    return [mine / its for mine, its in zip(figures[name], figures[to], strict=True)]


def _load() -> float:
    return os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 0.0


def _processor_seconds() -> float:
    """Of this process and of every child that has ended (of this process alone on Windows)."""
    if resource is None:
        return time.process_time()
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def interleave(contestants: Mapping[str, Contestant], rounds: int = 7, warm: int = 1) -> Times:
    """Every contestant once a round, the first one changing; `warm` rounds before are not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    processor: dict[str, list[float]] = {name: [] for name in contestants}
    names = list(contestants)
    for number in range(-warm, rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            gc.collect()
            spent = measured(contestants[name])
            if number >= 0:
                seconds[name].append(spent.seconds)
                processor[name].append(spent.processor)
    return Times(seconds, processor)


def measured(work: Contestant) -> Spent:
    used, began = _processor_seconds(), time.perf_counter()
    own = work()
    seconds = time.perf_counter() - began
    return own or Spent(seconds, max(_processor_seconds() - used, 1e-6))


def judge(what: str, measured: float, most: float, unit: str = "×") -> None:
    met = "met" if measured <= most else "NOT MET"
    print(f"  -> {what}: {measured:.2f} {unit}, target at most {most:g}: {met}".replace("  ,", ","))


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """n of time ~ size^n, between the two largest sizes: below them fixed costs flatter it."""
    (small, large), (short, long) = list(pairwise(sizes))[-1], list(pairwise(seconds))[-1]
    return math.log(long / short) / math.log(large / small)


def show_growth(what: str, sizes: Sequence[int], seconds: Sequence[float]) -> None:
    steps = ", ".join(f"{size:,}: {_time(spent)}" for size, spent in zip(sizes, seconds, strict=True))
    print(f"  growth of {what}, processor time: {steps}; ~ n^{exponent(sizes, seconds):.2f}")


@dataclass(frozen=True)
class Finished:
    """A process that ended well: what it took from its start, and the JSON it said last."""

    spent: Spent
    said: dict[str, Any]


def child_environment(**more: str) -> dict[str, str]:
    known = {**os.environ, **_CHILD_ENVIRONMENT, **more}
    known.pop("PYTHONDONTWRITEBYTECODE", None)
    return known


def run_process(command: Sequence[str | Path], **environment: str) -> Finished:
    """Raises RuntimeError with what it said when it fails."""
    known = child_environment(**environment)
    used, began = _processor_seconds(), time.perf_counter()
    done = subprocess.run([str(word) for word in command], env=known, capture_output=True, text=True, check=False)
    spent = Spent(time.perf_counter() - began, _processor_seconds() - used)
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
