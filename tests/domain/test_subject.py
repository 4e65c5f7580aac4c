from __future__ import annotations

from dataclasses import fields

import pytest

from hrdesk.domain.subject import CHOICE_WORDS, GROUP_WORDS, Choice, FormGroup, Subject, place_of, read_place


def test_every_choice_has_its_place_and_its_word() -> None:
    assert [field.name for field in fields(Subject)] == [choice.value for choice in Choice]
    assert set(CHOICE_WORDS) == set(Choice)
    assert set(GROUP_WORDS) == set(FormGroup)
    words = [*CHOICE_WORDS.values(), *GROUP_WORDS.values()]
    assert all(any("\u0e01" <= letter <= "\u0e2e" for letter in word) for word in words)


@pytest.mark.parametrize("subject", [Subject(), Subject(plan=3), Subject(plan=1, year=2567, training_class=4)], ids=str)
def test_a_place_is_read_back(subject: Subject) -> None:
    assert read_place(place_of("attendance-sheet", subject)) == ("attendance-sheet", subject)


def test_only_what_a_form_asks_for_is_kept() -> None:
    assert Subject(plan=1, year=2567, person=9).among((Choice.PLAN, Choice.PERSON)) == Subject(plan=1, person=9)
