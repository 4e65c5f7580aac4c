from __future__ import annotations

from pythainlp.corpus import provinces as known

from hrdesk.services.reference.places import provinces
from hrdesk.thai.text import sort_key


def test_the_provinces_are_those_that_others_know_in_dictionary_order() -> None:
    assert set(provinces()) == set(known())
    assert len(provinces()) == 77
    assert list(provinces()[1:]) == sorted(provinces()[1:], key=sort_key)  # after the capital
