from __future__ import annotations

from enum import StrEnum
from inspect import getmembers, isclass

import pytest

from hrdesk.domain import (
    audit,
    monitoring_terms,
    plan_terms,
    register_terms,
    signing,
    skill_terms,
    terms,
    training_terms,
)
from hrdesk.domain.backup import Reason
from hrdesk.domain.terms import LEVELS_OF, WORDINGS, Level, OrganizationKind, PositionType, Wording, term

ENUMS = [
    enum
    for module in (terms, skill_terms, training_terms, monitoring_terms, plan_terms, register_terms, signing, audit)
    for _, enum in getmembers(module, isclass)
    if issubclass(enum, StrEnum) and enum.__module__ == module.__name__
]


def test_there_are_enums_to_look_at() -> None:
    assert len(ENUMS) >= 36


@pytest.mark.parametrize("value", [value for enum in ENUMS for value in enum])
def test_every_enum_has_a_thai_term(value: StrEnum) -> None:
    assert any("\u0e01" <= letter <= "\u0e2e" for letter in term(value)) or value is Level.NONE


def test_equal_texts_of_two_enums_keep_their_own_words() -> None:
    assert PositionType.NONE == Level.NONE, "as text they are equal, and so they are as keys"
    assert (term(PositionType.NONE), term(Level.NONE)) == ("ไม่จัดประเภท", "-")


def test_an_enum_without_words_is_refused() -> None:
    with pytest.raises(KeyError):
        term(Reason.MANUAL)


@pytest.mark.parametrize("kind", OrganizationKind)
def test_every_kind_of_office_has_its_words(kind: OrganizationKind) -> None:
    wording = WORDINGS[kind]
    assert all(getattr(wording, name).strip() for name in Wording.__dataclass_fields__)
    assert wording.kind_name == term(kind)
    assert wording.chief_office.endswith(wording.chief_officer)
    assert (wording.budget_law == "เทศบัญญัติ") == kind.is_municipality


def test_each_level_belongs_to_one_type_of_position() -> None:
    assert set(LEVELS_OF) == set(PositionType)
    levels = [level for levels in LEVELS_OF.values() for level in levels]
    assert sorted(levels) == sorted(Level)
