"""The survey's figures: shares rounded as on a desk calculator, heads counted once, topics ranked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import small_office as small
from hrdesk.domain.office import OrgUnit
from hrdesk.domain.plan_terms import NeedSource
from hrdesk.domain.statistics import percent
from hrdesk.domain.survey import (
    NeedsSurvey,
    SurveyCount,
    SurveyedNeed,
    counts_by_type,
    counts_by_unit,
    heads_of,
    needs_of,
    percent_of,
    ranked_topics,
)
from hrdesk.domain.terms import PersonnelType

REGULAR, TEACHER, GENERAL = PersonnelType.REGULAR, PersonnelType.TEACHER, PersonnelType.GENERAL_CONTRACT
COUNTS = st.lists(st.builds(SurveyCount, st.none() | st.integers(1, 4), st.sampled_from(PersonnelType), st.integers(0, 99), st.integers(0, 99)))


@pytest.mark.parametrize(
    ("sent", "returned", "shown"),
    [
        (0, 0, "0.0"), (60, 60, "100.0"), (60, 0, "0.0"), (3, 1, "33.3"), (3, 2, "66.7"), (8, 1, "12.5"),
        # a half is rounded up, as every other figure of the program and a calculator do
        (16, 1, "6.3"), (16, 5, "31.3"), (80, 1, "1.3"), (400, 1, "0.3"), (16, 15, "93.8"), (200, 199, "99.5"), (2000, 1999, "100.0"),
    ],
)  # fmt: skip
def test_the_share_that_came_back(sent, returned, shown):
    assert f"{percent_of(sent, returned):.1f}" == shown
    assert NeedsSurvey(2567, sent=sent, returned=returned).percent_returned == percent_of(sent, returned)


@example(16, 1)
@given(st.integers(1, 5000), st.integers(0, 5000))
def test_shares_agree_with_those_of_the_other_papers(sent, returned):
    assert percent_of(sent, returned) == percent(returned, sent, 1)


UNITS = (OrgUnit(1, "สำนักปลัด"), OrgUnit(2, "ฝ่ายปกครอง", 1), OrgUnit(3, "งานทะเบียน", 2), OrgUnit(4, "กองคลัง"))


def post(number, unit, personnel=REGULAR, holder="นายก ข"):
    return replace(small.POSITIONS[0], id=number, unit_id=unit, personnel_type=personnel, holder=holder)


def test_forms_go_to_everybody_by_the_unit_at_the_top():
    posts = (
        post(1, 3), post(2, 2), post(3, 1, GENERAL), post(4, 4), post(5, 4, TEACHER), post(6, None), post(7, 3, holder=""), post(8, 77),
    )  # fmt: skip
    office = replace(small.office(), units=UNITS, positions=posts)
    assert heads_of(office) == (
        SurveyCount(None, REGULAR, 2),
        SurveyCount(1, REGULAR, 2),
        SurveyCount(1, GENERAL, 1),
        SurveyCount(4, REGULAR, 1),
        SurveyCount(4, TEACHER, 1),
    )


def test_units_in_a_circle_still_get_their_forms():
    units = (OrgUnit(1, "ก", 2), OrgUnit(2, "ข", 1))
    office = replace(small.office(), units=units, positions=(post(1, 1), post(2, 2)))
    assert sum(count.sent for count in heads_of(office)) == 2


@given(COUNTS)
def test_sums_by_unit_and_by_type_are_the_same_whole(counts):
    whole = sum(one.sent for one in counts), sum(one.returned for one in counts)
    for sums in (counts_by_unit(counts), counts_by_type(counts)):
        assert (sum(sent for sent, _ in sums.values()), sum(back for _, back in sums.values())) == whole
    assert list(counts_by_type(counts)) == [kind for kind in PersonnelType if any(one.personnel_type is kind for one in counts)]


def need(number, topic, people, unit=1, course=None, *, source=NeedSource.SURVEY):
    return SurveyedNeed(number, 2567, topic, people, course, unit, source)


def test_a_topic_is_one_line_however_often_it_is_asked_for():
    needs = [
        need(1, "การเขียนหนังสือราชการ", 5), need(2, "การเขียนหนังสือราชการ ", 3, unit=2), need(3, "Excel", 8, source=NeedSource.GAP),
        need(4, "การเขียนหนังสือ  ราชการ", 1, unit=2), need(5, "ภาษาอังกฤษ", 9), need(6, "การเขียนหนังสือราชการ", 2, source=NeedSource.SUPERIOR),
    ]  # fmt: skip
    ranked = ranked_topics(needs)
    assert [(topic.topic, topic.people, topic.units) for topic in ranked] == [
        ("การเขียนหนังสือราชการ", 10, 2), ("ภาษาอังกฤษ", 9, 1), ("Excel", 8, 1), ("การเขียนหนังสือ  ราชการ", 1, 1),
    ]  # fmt: skip
    assert ranked[0].sources == (NeedSource.SURVEY, NeedSource.SUPERIOR)
    assert [one.id for one in needs_of(ranked[0], needs)] == [1, 2, 6]


def test_a_course_is_one_line_whatever_it_was_called():
    needs = [need(1, "พัสดุ", 2, course=7), need(2, "หลักสูตรพัสดุ", 3, unit=None, course=7), need(3, "พัสดุ", 4)]
    ranked = ranked_topics(needs)
    assert [(topic.topic, topic.course, topic.people, topic.units) for topic in ranked] == [("พัสดุ", 7, 5, 2), ("พัสดุ", None, 4, 1)]


@given(st.lists(st.builds(need, st.integers(1, 99), st.sampled_from(["ก", "ข", " ก", "ก  ข", "ก ข"]), st.integers(0, 50), st.none() | st.integers(1, 3), st.none() | st.integers(1, 2))))
def test_ranking_loses_nobody(needs):
    ranked = ranked_topics(needs)
    assert sum(topic.people for topic in ranked) == sum(one.people for one in needs)
    assert sorted(len(needs_of(topic, needs)) for topic in ranked) == sorted(
        len([one for one in needs if needs_of(topic, [one])]) for topic in ranked
    )
    assert sum(len(needs_of(topic, needs)) for topic in ranked) == len(needs)
    assert [topic.people for topic in ranked] == sorted((topic.people for topic in ranked), reverse=True)
