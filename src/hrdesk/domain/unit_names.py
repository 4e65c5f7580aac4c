"""Names of units told apart: many bureaus have a งานธุรการ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

NO_UNIT = "ไม่สังกัดส่วนราชการ"  # of a post, or whoever holds it: as the chief officer's


def distinct_names(units: Mapping[int, tuple[str, int | None]]) -> dict[int, str]:
    """By id, from names and the ids above them: งานธุรการ (กองช่าง) where others are called the same, as much as it takes."""
    paths = {unit: _path(units, unit) for unit in units}
    shown = dict.fromkeys(units, 1)
    while True:
        names = {unit: _said(paths[unit][: shown[unit]]) for unit in units}
        times = Counter(names.values())
        longer = [unit for unit, name in names.items() if times[name] > 1 and shown[unit] < len(paths[unit])]
        if not longer:
            return names
        for unit in longer:
            shown[unit] += 1


def bureau_of(units: Mapping[int, tuple[str, int | None]], unit: int | None) -> str:
    """The name of the topmost unit above one, or its own; empty of none."""
    path = [] if unit is None else _path(units, unit)
    return path[-1] if path else ""


def _path(units: Mapping[int, tuple[str, int | None]], unit: int) -> list[str]:
    """From the unit up."""
    found: list[str] = []
    at: int | None = unit
    while at is not None and at in units:
        name, at = units[at]
        found.append(name)
    return found


def _said(path: list[str]) -> str:
    name, *above = path
    return f"{name} ({' '.join(above)})" if above else name
