"""The evidence pack: nothing is complete because somebody says so, and nothing is missing that can be printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.evidence import FORMS, STATE_WORDS, EvidenceRecord, EvidenceState, YearFacts, evidence_pack
from hrdesk.domain.plan_terms import Evidence

MISSING, READY, COMPLETE = EvidenceState.MISSING, EvidenceState.READY, EvidenceState.COMPLETE
WHOLE = YearFacts(needs=5, projects=8, funded=8, rounds_closed=3, rounds_due=3, reported=True)
FACTS = st.builds(YearFacts, *(st.integers(0, 9) for _ in range(5)), st.booleans())
RECORDS = st.dictionaries(
    st.sampled_from(Evidence), st.builds(EvidenceRecord, st.sampled_from(["", "12/2567"]), st.none() | st.just(date(2024, 1, 1)), st.just("x"))
)


def states(facts, **records):
    named = {Evidence(name.replace("_", "-")): record for name, record in records.items()}
    return {item.kind: item.state for item in evidence_pack(facts, named)}


def test_a_year_without_anything_lacks_everything():
    assert set(states(YearFacts()).values()) == {MISSING}
    assert set(states(WHOLE).values()) == {READY}


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (YearFacts(0, 8, 8, 3, 3, True), {Evidence.NEEDS_ANALYSIS, Evidence.NEEDS_ANNOUNCEMENT}),
        (YearFacts(5, 0, 0, 3, 3, True), {Evidence.ANNUAL_PLAN, Evidence.BUDGET_LAW}),
        (YearFacts(5, 8, 0, 3, 3, True), {Evidence.BUDGET_LAW}),
        (YearFacts(5, 8, 8, 2, 3, True), {Evidence.MONITORING}),
        (YearFacts(5, 8, 8, 0, 0, True), {Evidence.MONITORING}),
        (YearFacts(5, 8, 8, 4, 3, True), set()),
        (YearFacts(5, 8, 8, 3, 3, False), {Evidence.RESULT_REPORT}),
    ],
)
def test_what_the_data_do_not_hold_is_missing(facts, missing):
    assert {kind for kind, state in states(facts).items() if state is MISSING} == missing


@pytest.mark.parametrize(
    ("record", "state"),
    [
        (EvidenceRecord(), READY),
        (EvidenceRecord(note="รอลงนาม"), READY),
        (EvidenceRecord(document="12/2567"), COMPLETE),
        (EvidenceRecord(dated=date(2024, 9, 30)), COMPLETE),
    ],
)
def test_a_paper_is_complete_with_its_number_or_its_day(record, state):
    assert states(WHOLE, annual_plan=record)[Evidence.ANNUAL_PLAN] is state


def test_a_signed_paper_of_nothing_is_no_evidence():
    found = states(YearFacts(), needs_analysis=EvidenceRecord("12/2567", date(2024, 1, 1)))
    assert found[Evidence.NEEDS_ANALYSIS] is MISSING


@given(FACTS, RECORDS)
def test_the_pack_has_every_paper_once_in_the_order_of_the_year(facts, records):
    pack = evidence_pack(facts, records)
    assert [item.kind for item in pack] == list(Evidence)
    for item in pack:
        assert item.hint
        assert STATE_WORDS[item.state]
        assert item.form == FORMS.get(item.kind, "")
        assert (item.state is COMPLETE) <= bool(item.record.document or item.record.dated)


def test_hints_count_what_there_is():
    hints = [item.hint for item in evidence_pack(YearFacts(1_234, 8, 7, 2, 3, True), {})]
    assert hints == [
        "มีความต้องการ 1,234 รายการ", "มีความต้องการ 1,234 รายการ", "มีโครงการในปีนี้ 8 โครงการ", "มีโครงการที่ตั้งงบประมาณ 7 โครงการ",
        "ปิดรายงานการติดตามแล้ว 2 จาก 3 ครั้ง", "เขียนสรุปผลของปีแล้ว",
    ]  # fmt: skip


def test_the_budget_law_is_another_s_paper():
    assert Evidence.BUDGET_LAW not in FORMS
    assert set(FORMS) == set(Evidence) - {Evidence.BUDGET_LAW}
