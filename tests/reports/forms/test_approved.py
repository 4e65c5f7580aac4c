"""Each form of the sample office is the document somebody looked at and approved.

After a change that is meant: HRDESK_APPROVE=1 python -m pytest tests/reports/forms/test_approved.py, then read the
difference in version control before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from documents import to_json
from form_samples import composed

from hrdesk.domain.check import check_plan
from hrdesk.errors import Severity
from hrdesk.reports.document import Table
from hrdesk.reports.forms.formcheck import chapter_problems
from hrdesk.reports.forms.formspec import form_ids, load_form, standard_texts
from sample import sample

APPROVED = Path(__file__).parent / "approved"
BAHT = 100


def table(form_id: str) -> Table:
    (found,) = (b for section in composed(form_id).sections for b in section.blocks if isinstance(b, Table))
    return found


@pytest.mark.parametrize("form_id", form_ids())
def test_document_is_the_approved_one(form_id: str) -> None:
    path, text = APPROVED / f"{form_id}.json", to_json(composed(form_id))
    if os.environ.get("HRDESK_APPROVE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_nothing_is_approved_that_is_no_form() -> None:
    assert {path.stem for path in APPROVED.glob("*.json")} == set(form_ids())


def test_figures_of_seed_000() -> None:
    budget, monitoring = table("budget-table"), table("monitoring-table")
    assert (len(budget.rows), len(budget.columns)) == (8, 6)
    assert (len(monitoring.rows), len(monitoring.columns)) == (6, 14)
    assert budget.total is not None
    assert monitoring.total is not None
    assert budget.total.cells[4] == 400_000 * BAHT
    assert monitoring.total.cells[10:13] == (400_000 * BAHT,) * 3
    for total in (budget.total, monitoring.total):
        assert "สี่แสนบาทถ้วน" in total.words
        assert "1,200,000 บาท (หนึ่งล้านสองแสนบาทถ้วน)" in total.words


def test_the_sample_keeps_the_slips_of_the_real_plan_for_the_checker_to_find() -> None:
    office, plan = sample()
    problems = check_plan(plan, office, standard_texts())
    found = {problem.code for problem in problems}
    assert found >= {
        "project.listed-without-budget",
        "project.budgeted-not-listed",
        "plan.own-counts",
        "plan.budget-law",
        "course.replaced-law",
        "organizer.no-monitoring-column",
        "method.no-monitoring-column",
    }
    replaced = " ".join(p.place for p in problems if p.code == "course.replaced-law")
    assert all(year in replaced for year in ("2475", "2508", "2538"))
    assert any(problem.severity is Severity.ERROR for problem in problems)


def test_standard_passages_have_no_slip_of_their_own() -> None:
    assert chapter_problems(load_form("plan-book"), standard_texts()) == ()
