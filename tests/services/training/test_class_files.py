"""Lists and answers from outside, whatever stands in their cells."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.domain.evaluation import LEVEL_WORDS, Question
from hrdesk.errors import UserError
from hrdesk.services.training.form_export import Answers, read_answers, review_answers
from hrdesk.services.training.opinions import standard_questions
from training_office import the_class

CELLS = st.one_of(st.text(max_size=12), st.integers(-9, 9), st.floats(allow_nan=False), st.booleans(), st.dates())
QUESTIONS = standard_questions()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5))
def test_any_cells_become_levels_or_are_told(rows):
    answers = Answers(("ก", "ข", "ข้อเสนอแนะ"), (1, 2, None), 2, tuple(rows), 1)
    review = review_answers(answers)
    assert len(review.sheets) <= len(rows)
    assert {level for sheet in review.sheets for level in sheet.levels.values()} <= set(LEVEL_WORDS)
    assert all(cell[0] in "AB" and reason for cell, reason in review.wrong)


def test_headings_are_matched_though_numbered_or_in_brackets(tmp_path):
    first, second = QUESTIONS[:2]
    path = tmp_path / "answers.csv"
    path.write_text(f"Timestamp,ส่วนที่ 1 [{second.text}],1. {first.text}\nx,5,4\n", encoding="utf-8")
    assert read_answers(path, QUESTIONS).questions == (None, second.id, first.id)
    with pytest.raises(UserError, match="ไม่พบคอลัมน์"):
        read_answers(path, (Question(1, "", "เรื่องอื่นโดยสิ้นเชิงที่ไม่มีในแฟ้มนี้"),))


@pytest.mark.parametrize("heading", ["6/6 เช้า", "6/6/2566 (เช้า)", "๖ มิ.ย. ๒๕๖๖ เช้า", "6 มิถุนายน 2566 AM"])
def test_half_days_are_known_however_they_are_written(services, tmp_path, heading):
    there = the_class(services)
    sheet = services.attendance.sheet(there.id)
    path = tmp_path / "list.csv"
    path.write_text(f"ชื่อ-สกุล,{heading}\n{sheet.participants[0].name},/\n", encoding="utf-8")
    review = services.class_columns.review_cells(there.id, services.class_columns.attendance(there.id, path))
    assert review.wrong == ()
    ((key, present),) = review.cells.items()
    assert (key[1], present) == (date(2023, 6, 6), True)


def test_a_list_without_names_is_refused(services, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("วันที่,6/6 เช้า\nก,1\n", encoding="utf-8")
    there, columns = the_class(services).id, services.class_columns
    with pytest.raises(UserError, match="กรุณาเลือกคอลัมน์ที่เป็น “ชื่อ-สกุล”"):
        columns.review_cells(there, columns.attendance(there, path))
