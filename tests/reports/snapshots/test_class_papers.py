"""The papers of a class: the figures of tests and opinions, who gets what, and sheets to be filled in by hand."""

from __future__ import annotations

import statistics
from collections import Counter
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from class_samples import PEOPLE, blank_sample, class_sample, record
from pdf_support import letters, pdfium_pages, rendered

from hrdesk.domain.training_terms import Result, TestKind
from hrdesk.reports.document import Table
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import form_ids, load_form
from hrdesk.reports.snapshots.class_snapshot import DOTS, held_on
from sample import sample

SHEETS = [form_id for form_id in form_ids() if load_form(form_id).snapshot == "class-sheet"]


def test_each_day_has_its_own_sheet_to_sign():
    document = compose(load_form("attendance-sheet"), class_sample(*sample()))
    assert len(document.sections) == 2
    (table,) = (block for block in document.sections[0].blocks if isinstance(block, Table))
    assert len(table.rows) == 20  # room for those who come unannounced
    assert [row.cells[0] for row in table.rows] == list(range(1, 21))
    assert [bool(row.cells[1]) for row in table.rows] == [True] * PEOPLE + [False] * (20 - PEOPLE)


def test_only_those_who_passed_get_a_certificate():
    office, plan = sample()
    document = compose(load_form("certificate"), class_sample(office, plan))
    passed = [one for one in record(office, plan).participants if one.result is Result.PASSED]
    assert len(document.sections) == len(passed) == PEOPLE - 2


def test_the_summary_of_tests_is_that_of_the_points():
    office, plan = sample()
    given, found = record(office, plan), class_sample(office, plan)
    before = [points / 100 for (_, kind), points in given.scores.items() if kind is TestKind.PRE]
    first = found.spreads[0]
    assert first.people == len(before) == PEOPLE - 1
    assert float(first.mean) == pytest.approx(statistics.fmean(before), abs=0.00501)
    assert float(first.deviation) == pytest.approx(statistics.pstdev(before), abs=0.00501)
    assert (found.full_mark, found.pass_mark, found.tested_passed_count) == ("20", "12", str(PEOPLE - 2))
    assert int(found.risen_count) + int(found.level_count) + int(found.fallen_count) == PEOPLE - 1


def test_each_row_of_t8_adds_up():
    office, plan = sample()
    given, found = record(office, plan), class_sample(office, plan)
    for question, row in zip(given.questions, found.opinions, strict=False):
        ticked = Counter(sheet.levels[question.id] for sheet in given.sheets)
        assert (row.n5, row.n4, row.n3, row.n2, row.n1) == tuple(ticked[level] for level in (5, 4, 3, 2, 1))
        assert sum((row.p5, row.p4, row.p3, row.p2, row.p1)) == 100
        assert float(row.mean) == pytest.approx(statistics.fmean(ticked.elements()), abs=0.00501)
    last = found.opinions[-1]
    assert last.n5 + last.n4 + last.n3 + last.n2 + last.n1 == len(given.sheets) * len(given.questions)


@pytest.mark.parametrize("form_id", SHEETS)
def test_blank_sheets_have_dots_and_no_figures(form_id):
    document = compose(load_form(form_id), blank_sample(*sample()))
    pages = pdfium_pages(rendered(document).data)
    assert len(pages) <= 2
    assert "None" not in "".join(pages)
    assert "...." in "".join(pages).replace(" ", "") or "ข้อ" in letters("".join(pages))


def test_a_blank_sheet_has_a_score_for_nobody():
    blank = blank_sample(*sample())
    assert [spread.people for spread in blank.spreads] == [0, 0, 0]
    assert (blank.opinions, blank.scores, blank.passed_people) == ((), (), ())
    assert all(getattr(blank, f.name) is not None for f in fields(blank) if "None" not in str(f.type))


def test_levels_of_executives_are_said_as_such():
    names = {row.position for row in class_sample(*sample()).attendants}
    assert "ปลัดเทศบาล (นักบริหารงานท้องถิ่น) ระดับกลาง" in names
    assert "นักทรัพยากรบุคคลชำนาญการ" in names


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, f"วันที่ {DOTS}"),
        (date(2023, 6, 6), None, "วันที่ 6 มิถุนายน 2566"),
        (date(2023, 6, 6), date(2023, 6, 8), "วันที่ 6 - 8 มิถุนายน 2566"),
        (date(2023, 6, 30), date(2023, 7, 1), "วันที่ 30 มิถุนายน - 1 กรกฎาคม 2566"),
        (date(2023, 12, 31), date(2024, 1, 1), "วันที่ 31 ธันวาคม 2566 - 1 มกราคม 2567"),
    ],
)
def test_spans_of_days(start, end, text):
    assert held_on(start, end) == text


def test_percentages_are_decimals():
    assert all(isinstance(row.p5, Decimal) for row in class_sample(*sample()).opinions)


def test_questions_bear_the_numbers_they_are_answered_under():
    """Through all sections on the sheet, in the summary and in the grid where answers are typed."""
    office, plan = sample()
    given, found = record(office, plan), class_sample(office, plan)
    asked = [(each.number, each.text) for section in found.question_sections for each in section.questions]
    assert sorted(asked) == list(enumerate((each.text for each in given.questions), start=1))
    assert [(row.number, row.text) for row in found.opinions[:-1]] == sorted(asked)
    assert found.opinions[-1].number is None
