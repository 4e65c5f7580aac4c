"""Units moved about: whatever is done, every unit stays, once, behind the one it stands under."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.office import OrgUnit
from hrdesk.domain.unit_order import Move, below, moved, placed


def tree(text):
    """`1 2>1 3>1 4`: units with what they stand under."""
    pairs = [part.partition(">") for part in text.split()]
    return tuple(OrgUnit(int(unit), f"หน่วย {unit}", int(above) if above else None) for unit, _, above in pairs)


def told(units):
    return " ".join(f"{unit.id}>{unit.parent}" if unit.parent else str(unit.id) for unit in units)


@pytest.mark.parametrize(
    ("move", "unit", "after"),
    [
        (Move.UP, 4, "4 5>4 1 2>1 3>1"),
        (Move.UP, 3, "1 3>1 2>1 4 5>4"),
        (Move.UP, 1, "1 2>1 3>1 4 5>4"),
        (Move.DOWN, 1, "4 5>4 1 2>1 3>1"),
        (Move.DOWN, 3, "1 2>1 3>1 4 5>4"),
        (Move.IN, 4, "1 2>1 3>1 4>1 5>4"),
        (Move.IN, 3, "1 2>1 3>2 4 5>4"),
        (Move.IN, 2, "1 2>1 3>1 4 5>4"),
        (Move.OUT, 2, "1 3>1 2 4 5>4"),
        (Move.OUT, 5, "1 2>1 3>1 4 5"),
        (Move.OUT, 1, "1 2>1 3>1 4 5>4"),
    ],
)
def test_a_unit_goes_where_the_key_says(move, unit, after):
    assert told(moved(tree("1 2>1 3>1 4 5>4"), unit, move)) == after


@pytest.mark.parametrize(
    ("unit", "parent", "index", "after"),
    [
        (5, 1, 0, "1 5>1 2>1 3>1 4"),
        (2, None, 2, "1 3>1 4 5>4 2"),
        (1, 5, 0, "4 5>4 1>5 2>1 3>1"),
        (1, 2, 0, "1 2>1 3>1 4 5>4"),
        (1, 1, 0, "1 2>1 3>1 4 5>4"),
    ],
)
def test_a_unit_is_dropped_with_all_below_it_but_never_below_itself(unit, parent, index, after):
    assert told(placed(tree("1 2>1 3>1 4 5>4"), unit, parent, index)) == after


def test_what_lies_below_however_deep():
    assert below(tree("1 2>1 3>2 4"), 1) == {2, 3}
    assert below(tree("1 2>1 3>2 4"), 4) == frozenset()


@st.composite
def trees(draw):
    units = ()
    for number in range(1, draw(st.integers(1, 9)) + 1):
        above = draw(st.sampled_from([None, *(unit.id for unit in units)]))
        new = OrgUnit(number, str(number), None)
        units = placed((*units, new), number, above, draw(st.integers(0, 9)))
    return units


@given(trees(), st.data())
def test_nothing_is_lost_and_each_stands_behind_its_own(units, data):
    unit = data.draw(st.sampled_from(units))
    after = moved(units, unit.id, data.draw(st.sampled_from(Move)))
    assert sorted(one.id for one in after) == sorted(one.id for one in units)
    for number, one in enumerate(after):
        if one.parent is not None:
            above = next(place for place, other in enumerate(after) if other.id == one.parent)
            assert all(other.id == one.parent or other.id in below(after, one.parent) for other in after[above:number])
    assert below(after, unit.id) == below(units, unit.id)


@given(trees(), st.data())
def test_down_takes_up_back(units, data):
    unit = data.draw(st.sampled_from(units))
    up = moved(units, unit.id, Move.UP)
    assert up == units or moved(up, unit.id, Move.DOWN) == units
