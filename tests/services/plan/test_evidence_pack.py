"""The evidence pack of a fiscal year: counted from the data, complete with the signed papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.evidence import EvidenceRecord, EvidenceState, YearFacts, evidence_pack
from hrdesk.domain.plan_terms import Evidence
from hrdesk.domain.subject import Subject
from hrdesk.domain.survey import SurveyedNeed
from hrdesk.reports.forms.formspec import load_form
from hrdesk.services import Services
from hrdesk.services.forms.sources import SOURCES

YEAR = 2564


@pytest.fixture
def evidence(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def states(services, year=YEAR):
    return {item.kind: item.state for item in services.year.pack(year)}


def test_what_the_data_hold_is_ready_and_the_rest_is_missing(evidence):
    found = states(evidence)
    assert found[Evidence.ANNUAL_PLAN] is found[Evidence.BUDGET_LAW] is EvidenceState.READY
    assert found[Evidence.NEEDS_ANALYSIS] is found[Evidence.RESULT_REPORT] is EvidenceState.MISSING
    evidence.needs.save(SurveyedNeed(0, YEAR, "ดิจิทัล", 5))
    assert states(evidence)[Evidence.NEEDS_ANALYSIS] is EvidenceState.READY
    assert set(states(evidence, 2590).values()) == {EvidenceState.MISSING}


def test_the_annual_plan_has_as_many_projects_as_it_prints(evidence):
    """The sample's plan names three projects without money, which have no place in the tables."""
    hint = {item.kind: item.hint for item in evidence.year.pack(YEAR)}[Evidence.ANNUAL_PLAN]
    printed = SOURCES[load_form("annual-plan").snapshot](evidence, Subject(plan=1, year=YEAR))
    assert len(printed.year_projects) == 8
    assert hint == "มีโครงการในปีนี้ 8 โครงการ"
    draft = evidence.planning.load(1)
    free = tuple(replace(each, no_budget=each.no_budget or not each.budgeted) for each in draft.projects)
    evidence.planning.save(replace(draft, projects=free))
    hint = {item.kind: item.hint for item in evidence.year.pack(YEAR)}[Evidence.ANNUAL_PLAN]
    assert hint == "มีโครงการในปีนี้ 11 โครงการ"


def test_a_recorded_paper_completes_and_taking_it_back_opens(evidence):
    record = EvidenceRecord("เทศบัญญัติ หน้า 45", date(2020, 9, 20), "")
    evidence.evidence.record(YEAR, Evidence.BUDGET_LAW, record)
    assert states(evidence)[Evidence.BUDGET_LAW] is EvidenceState.COMPLETE
    item = next(i for i in evidence.year.pack(YEAR) if i.kind is Evidence.BUDGET_LAW)
    assert item.record == record
    evidence.evidence.record(YEAR, Evidence.BUDGET_LAW, EvidenceRecord())
    assert states(evidence)[Evidence.BUDGET_LAW] is EvidenceState.READY


def test_a_paper_recorded_of_nothing_is_still_missing():
    (first, *_rest) = evidence_pack(YearFacts(), {Evidence.NEEDS_ANALYSIS: EvidenceRecord("1/2564")})
    assert first.state is EvidenceState.MISSING
    monitored = {i.kind: i for i in evidence_pack(YearFacts(rounds_closed=3), {})}[Evidence.MONITORING]
    assert monitored.state is EvidenceState.READY


def test_the_pack_and_the_coverage_are_printed(evidence):
    assert evidence.year.plan_of_year(YEAR) == 1
    assert evidence.forms.document("evidence-pack", Subject(year=YEAR)).sections
    assert evidence.forms.document("coverage", Subject(plan=1, year=YEAR)).sections
