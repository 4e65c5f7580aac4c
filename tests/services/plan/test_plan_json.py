from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafts import drafts
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.terms import OrganizationKind
from hrdesk.services.plan.plan_json import plan_from_json, plan_to_json
from hrdesk.services.register.seeding import load_catalogue, load_sample

CATALOGUE = load_catalogue(OrganizationKind.SUBDISTRICT).catalogue
BLANK = plan_to_json(PlanDraft(PlanPeriod(2564)))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drafts(CATALOGUE), st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3))
def test_a_draft_comes_back_as_it_was(draft, copied):
    """With what was copied and is still to be confirmed."""
    whole = replace(draft, copied=copied)
    again = plan_from_json(plan_to_json(whole))
    assert again == whole
    assert repr(again) == repr(whole)  # True is not 1, an enum is not its text


def test_the_sample_plan_comes_back_as_it_was():
    plan = load_sample().plan
    assert plan_from_json(plan_to_json(plan)) == plan


def test_what_an_older_program_did_not_know_takes_its_default():
    assert plan_from_json('{"period": {"first": 2564}}') == PlanDraft(PlanPeriod(2564, 3))


def changed(**values):
    return json.dumps(json.loads(BLANK) | values)


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "null", '{"period": {"first": "2564"}}',
        changed(colour="red"),
        changed(status="unheard-of"),
        changed(covers_all_positions=1),
        changed(committee_announcement_date="29 พ.ย. 2545"),
        changed(projects=[{"title": "no id"}]),
        changed(projects="none"),
        changed(chapters={"preface": 1}),
        changed(rounds=[{"year": True, "number": 1}]),
    ],
)  # fmt: skip
def test_what_is_not_a_draft_is_refused(text):
    with pytest.raises(ValueError):
        plan_from_json(text)
