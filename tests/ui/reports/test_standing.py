"""Warnings that nobody accepted are told before a paper goes out; errors are stamped on it and not asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from announcing import keep_the_promise
from hrdesk.domain.plan_parts import AcceptedWarning
from hrdesk.errors import Problem, Severity
from hrdesk.services.forms.standing import draft_stamp, errors_in, warnings_in
from hrdesk.ui.reports.standing import said
from ui.window_support import click, page, settle

ERROR, WARNING = Problem("a", "ผิด", Severity.ERROR), Problem("b", "น่าสงสัย", Severity.WARNING)


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ((), ""),
        ((WARNING, WARNING), "แผนนี้มีข้อควรตรวจที่ยังไม่ได้แก้หรือยอมรับ 2 เรื่อง"),
        ((ERROR,), "พิมพ์ได้เฉพาะฉบับร่าง มีตรา “ร่าง – ยังมีเรื่องต้องแก้ไข 1 เรื่อง” ทุกหน้า จนกว่าจะแก้ครบ"),
        ((ERROR, WARNING), "จนกว่าจะแก้ครบ และมีข้อควรตรวจที่ยังไม่ได้แก้หรือยอมรับ 1 เรื่อง"),
    ],
)
def test_errors_and_warnings_are_both_said_beside_the_preview(problems, words):
    told = said(problems, draft_stamp(len(errors_in(problems))))
    assert told == words or (words and told.endswith(words))


def mend(planning):
    """The sample's plan without its errors: what is named has money, what has money is named."""
    plan = planning.load(1)
    own = [replace(one, listed=bool(one.budgets)) for one in plan.projects if one.budgets or one.no_budget]
    planning.save(replace(plan, projects=tuple(own), budget_law="เทศบัญญัติ"))
    assert not errors_in(planning.problems(1))


@pytest.fixture
def reports(window, tmp_path, monkeypatch):
    """The budget table of a plan whose errors are mended; what is saved goes to one file."""
    keep_the_promise(window.desk.services)
    mend(window.desk.services.planning)
    target = tmp_path / "ตาราง.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    shown = page(window, "reports")
    shown.show_place("budget-table")
    settle(window)
    shown.target = target
    return shown


def test_a_paper_with_warnings_is_asked_about_once_and_goes_out_without_a_stamp(window, reports, boxes):
    warnings = warnings_in(reports.paper.problems)
    assert warnings
    assert not reports.paper.stamp
    assert f"{len(warnings)} เรื่อง" in reports.problems.text()
    boxes.answers = ["ยกเลิก"]
    click(reports.pdf_button)
    settle(window)
    assert not reports.target.exists(), "nothing goes out before it is said yes to"
    boxes.answers = ["พิมพ์ต่อ"]
    click(reports.pdf_button)
    settle(window)
    assert reports.target.exists()
    reports.target.unlink()
    click(reports.pdf_button)
    settle(window)
    assert reports.target.exists(), "the same warnings are not asked about again"


def test_warnings_accepted_with_a_reason_are_not_told(window, reports):
    planning = window.desk.services.planning
    plan = planning.load(reports.paper.picks.subject.plan)
    accepted = tuple(AcceptedWarning(p.code, p.field, p.text, "ตรวจแล้ว", date(2020, 6, 1)) for p in warnings_in(planning.problems_of(plan)))
    planning.save(replace(plan, accepted=accepted))
    reports.refresh()
    settle(window)
    assert reports.problems.text() == ""
    click(reports.pdf_button)  # no box is foreseen: one would fail the test
    settle(window)
    assert reports.target.exists()


def test_a_new_warning_is_asked_about_although_others_were(window, reports, boxes):
    boxes.answers = ["พิมพ์ต่อ"]
    click(reports.pdf_button)
    settle(window)
    planning = window.desk.services.planning
    planning.save(replace(planning.load(reports.paper.picks.subject.plan), committee_announcement_clauses=""))
    reports.refresh()
    settle(window)
    reports.target.unlink()
    boxes.answers = ["ยกเลิก"]
    click(reports.pdf_button)
    settle(window)
    assert not Path(reports.target).exists()
