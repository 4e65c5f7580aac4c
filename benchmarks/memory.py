"""Memory of this process, as Linux counts it; None where that is not known."""

from __future__ import annotations

from pathlib import Path

_STATUS = Path("/proc/self/status")


def _field(name: str) -> float | None:
    if not _STATUS.exists():
        return None
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


def resident_mb() -> float | None:
    return _field("VmRSS")


def peak_mb() -> float | None:
    """The most this process has held since its start or the last `forget_peak`.

    Not getrusage: its peak is inherited from the process that started this one.
    """
    return _field("VmHWM")


def forget_peak() -> None:
    if _STATUS.exists():
        Path("/proc/self/clear_refs").write_text("5")
