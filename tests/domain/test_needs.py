from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.competency import Levels, Person, Requirement, Standing
from hrdesk.domain.needs import Profile, attainment, ranked_needs
from hrdesk.domain.terms import PersonnelType


def profile(number, **levels):
    """`later_U` is asked by the next stage only."""
    standings = tuple(
        Standing(Requirement("f", code.removeprefix("later_"), code, future=code.startswith("later_")), Levels(agreed=level))
        for code, level in levels.items()
    )
    return Profile(Person(number, f"คน {number}", PersonnelType.REGULAR), standings)


PEOPLE = [
    profile(1, U1=1, U2=0, later_U3=0),
    profile(2, U1=0, U2=0, later_U3=None),
    profile(3, U1=1, U2=None, later_U3=0),
]


def test_needs_are_ranked_by_people_the_present_before_the_future():
    needs = ranked_needs(PEOPLE, {("f", "U2"): (7, 9)})
    assert [(n.code, n.lacking, n.lacking_later, n.unknown, n.met) for n in needs] == [
        ("U2", 2, 0, 1, 0),
        ("U1", 1, 0, 0, 2),
        ("U3", 0, 2, 0, 0),
    ]
    assert needs[0].courses == (7, 9)
    assert needs[0].people == (1, 2)
    assert needs[2].people == (1, 3)
    assert not needs[1].courses, "nothing in the catalogue serves it"
    assert [n.asked for n in needs] == [3, 3, 0]


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["U1", "U2", "later_U3", "U4"]), st.sampled_from([None, 0, 1]), max_size=4), max_size=8
    )
)
def test_needs_count_each_person_once_wherever_they_stand(levels):
    """Given one by one and let go of at once, as a reader of many thousands would; the words of one are those of all."""
    whole = {need.code: need for need in ranked_needs((profile(n, **each) for n, each in enumerate(levels)), {}, everything=True)}
    for code in {code.removeprefix("later_") for each in levels for code in each}:
        now = [(n, each[code]) for n, each in enumerate(levels) if code in each]
        later = [n for n, each in enumerate(levels) if each.get(f"later_{code}", 1) == 0]
        need = whole[code]
        assert (need.lacking, need.unknown, need.met) == tuple([said for _, said in now].count(one) for one in (0, None, 1))
        assert need.people == (*(n for n, said in now if said == 0), *later)


@pytest.mark.parametrize(
    ("said", "counts"),
    [((None, None, None), None), ((0, None, None), 0), ((1, 0, None), 0), ((1, None, 0), 0), ((0, 0, 1), 1), ((3, 2, 0), 0)],
)
def test_of_three_raters_the_last_that_spoke_counts(said, counts):
    assert Levels(*said).counts == counts


def test_what_everybody_holds_is_listed_only_when_asked_for():
    held = [profile(1, U1=1)]
    assert ranked_needs(held, {}) == ()
    assert [need.met for need in ranked_needs(held, {}, everything=True)] == [1]


def test_attainment_counts_people_of_whom_something_is_asked_and_who_hold_it_all():
    people = [profile(1, U1=1, later_U3=0), profile(2, U1=0), profile(3, U1=None), profile(4)]
    found = attainment("กอง", people, with_idp=frozenset({1, 9}), developed=frozenset({2, 3}))
    assert (found.people, found.assessed, found.meeting, found.with_idp, found.developed) == (4, 2, 1, 1, 2)
    assert found.percent(found.meeting) == 25.0
    assert attainment("ว่าง", []).percent(0) == 0.0
