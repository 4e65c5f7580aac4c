"""Units moved about in their tree. A tree is a tuple in which each unit is followed by those below it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from hrdesk.domain.office import OrgUnit
from hrdesk.lazy_dataclass import replace


class Move(Enum):
    UP = auto()  # before the one above it under the same unit
    DOWN = auto()
    IN = auto()  # last under the one above it
    OUT = auto()  # next after the unit it stands under


def moved(units: Sequence[OrgUnit], unit_id: int, move: Move) -> tuple[OrgUnit, ...]:
    """The tree after the move; the same one where there is nowhere to go."""
    unit = next(one for one in units if one.id == unit_id)
    siblings = [one.id for one in units if one.parent == unit.parent]
    place = siblings.index(unit_id)
    parent, index = unit.parent, place
    if move is Move.UP and place:
        index = place - 1
    elif move is Move.DOWN and place + 1 < len(siblings):
        index = place + 1
    elif move is Move.IN and place:
        parent, index = siblings[place - 1], len(units)
    elif move is Move.OUT and unit.parent is not None:
        above = next(one for one in units if one.id == unit.parent)
        parent = above.parent
        index = [one.id for one in units if one.parent == parent].index(above.id) + 1
    return placed(units, unit_id, parent, index)


def placed(units: Sequence[OrgUnit], unit_id: int, parent: int | None, index: int) -> tuple[OrgUnit, ...]:
    """The unit, with all below it, as number `index` (counted without it) of those under `parent`.

    The same tree when that would be below itself.
    """
    if parent is not None and parent in {unit_id, *below(units, unit_id)}:
        return tuple(units)
    unit = replace(next(one for one in units if one.id == unit_id), parent=parent)
    children: dict[int | None, list[OrgUnit]] = {}
    for one in units:
        if one.id != unit_id:
            children.setdefault(one.parent, []).append(one)
    children.setdefault(parent, []).insert(index, unit)
    return tuple(_walk(children, None))


def below(units: Sequence[OrgUnit], unit_id: int) -> frozenset[int]:
    """Every unit under it, however deep."""
    found: set[int] = set()
    for one in units:  # each after the one it stands under
        if one.parent == unit_id or one.parent in found:
            found.add(one.id)
    return frozenset(found)


def _walk(children: dict[int | None, list[OrgUnit]], parent: int | None) -> list[OrgUnit]:
    found = []
    for unit in children.get(parent, ()):
        found += [unit, *_walk(children, unit.id)]
    return found
