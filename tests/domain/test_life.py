"""The way of a plan: which stage may follow which, how papers are numbered, what an edition is called."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_office as small
from hrdesk.domain.life import (
    FROZEN,
    IN_FORCE,
    NEXT,
    Edition,
    FrozenPlan,
    IssuedDocument,
    calendar_year,
    may_follow,
    next_number,
)
from hrdesk.domain.plan_terms import DocumentKind, PlanStatus

S = PlanStatus


def test_the_usual_way_leads_from_draft_to_the_end():
    way, at = [S.DRAFT], S.DRAFT
    while NEXT[at]:
        at = next(step for step in NEXT[at] if step not in way)
        way.append(at)
    assert way == [S.DRAFT, S.COMMITTEE, S.REVISED, S.MAYOR, S.PROVINCE, S.ANNOUNCED, S.CLOSED]


@pytest.mark.parametrize(
    ("after", "allowed"),
    [
        (S.DRAFT, {S.COMMITTEE}),
        (S.COMMITTEE, {S.REVISED, S.MAYOR, S.DRAFT}),
        (S.REVISED, {S.MAYOR, S.COMMITTEE}),
        (S.MAYOR, {S.PROVINCE, S.REVISED}),
        (S.PROVINCE, {S.ANNOUNCED, S.REVISED}),
        (S.ANNOUNCED, {S.CLOSED, S.REVISING}),
        (S.REVISING, {S.ANNOUNCED}),
        (S.CLOSED, set()),
    ],
)
def test_no_stage_is_skipped(after, allowed):
    assert {status for status in S if may_follow(status, after)} == allowed


def test_nothing_is_announced_that_the_province_did_not_see():
    assert [after for after in S if may_follow(S.ANNOUNCED, after)] == [S.PROVINCE, S.REVISING]


def test_what_is_frozen_changes_by_revisions_alone():
    assert {status for status in S if status in FROZEN} == {S.ANNOUNCED, S.CLOSED}
    assert S.REVISING in IN_FORCE, "the announced plan stays in force while it is revised"
    assert S.REVISING not in FROZEN


@pytest.mark.parametrize(("day", "year"), [(date(2024, 12, 31), 2567), (date(2025, 1, 1), 2568), (date(2024, 10, 1), 2567)])
def test_orders_are_numbered_by_the_year_that_begins_in_january(day, year):
    assert calendar_year(day) == year
    assert IssuedDocument(1, DocumentKind.ORDER, "12", day, "x").year == year


@pytest.mark.parametrize(
    ("kind", "number", "label"),
    [
        (DocumentKind.ORDER, "12", "12/2567"),
        (DocumentKind.ANNOUNCEMENT, "3", "3/2567"),
        (DocumentKind.ORDER, "12/2566", "12/2566"),
        (DocumentKind.LETTER, "ชม 51008/123", "ชม 51008/123"),
        (DocumentKind.LETTER, "7", "7"),
        (DocumentKind.MEMO, "กจ 12", "กจ 12"),
    ],
)
def test_a_paper_is_named_as_offices_cite_it(kind, number, label):
    assert IssuedDocument(1, kind, number, date(2024, 5, 5), "x").label == label


@pytest.mark.parametrize(
    ("numbers", "following"),
    [([], 1), (["1", "2"], 3), (["7", "3"], 8), (["9", "10"], 11), (["๑๒"], 13), (["12/2566", "ก 5", "", "-3"], 1), (["007"], 8)],
)
def test_the_next_number_of_a_year(numbers, following):
    assert next_number(numbers) == following


@given(st.lists(st.integers(0, 5000).map(str) | st.text(max_size=5)))
def test_a_proposed_number_was_never_given_before(numbers):
    assert str(next_number(numbers)) not in numbers


def test_an_edition_is_called_by_its_revision():
    taken = datetime(2024, 1, 1, tzinfo=UTC)
    titles = [Edition(1, number, date(2024, 1, 1), taken).title for number in (0, 1, 12)]
    assert titles == ["ฉบับประกาศใช้", "ฉบับแก้ไขครั้งที่ 1", "ฉบับแก้ไขครั้งที่ 12"]


def test_a_frozen_plan_keeps_the_passages_of_its_day():
    draft = small.plan(chapters={"scope": "ของหน่วยงาน"})
    frozen = FrozenPlan(small.office(), draft, {"scope": "มาตรฐานวันนั้น", "preface": "คำนำวันนั้น"})
    assert frozen.printed.chapters == {"scope": "ของหน่วยงาน", "preface": "คำนำวันนั้น"}
    assert frozen.draft.chapters == {"scope": "ของหน่วยงาน"}, "what the officer wrote is told apart"
