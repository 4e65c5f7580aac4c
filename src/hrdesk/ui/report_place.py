"""A place on the reports page as text: which form, for what. Other pages lead there with it."""

from __future__ import annotations

from hrdesk.domain.subject import Choice, Subject


def place_of(form_id: str, subject: Subject) -> str:
    """`attendance training_class=4`"""
    picked = ((choice, subject.get(choice)) for choice in Choice)
    return " ".join([form_id, *(f"{choice.value}={value}" for choice, value in picked if value is not None)])


def read_place(place: str) -> tuple[str, Subject]:
    """Back to form and subject."""
    form_id, *pairs = place.split()
    return form_id, Subject(**{name: int(value) for name, _, value in (pair.partition("=") for pair in pairs)})
