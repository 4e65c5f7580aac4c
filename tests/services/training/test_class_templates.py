"""The sheets of a class go out to be filled in with Excel and come back through the imports, unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from hrdesk.domain.evaluation import LEVEL_WORDS, Question, Sheet
from hrdesk.domain.training_terms import Result, TestKind
from hrdesk.errors import UserError
from hrdesk.reports.sheets.plain_sheet import PlainSheet, write_plain
from hrdesk.services.sheets.faults import LockedFile
from hrdesk.services.training.form_export import read_answers
from training_office import mark_all, the_class

HEAD = 3  # the row of the headings, as Excel counts
FIRST = 5  # the first column to be filled in


@pytest.fixture
def there(services):
    return the_class(services).id


def attendance_back(services, there, path, password=""):
    found = services.class_columns.attendance(there, path, password)
    assert found.problem() == "", "every column is known without asking"
    return services.class_columns.review_cells(there, found)


def scores_back(services, there, path):
    found = services.class_columns.scores(there, path)
    assert found.problem() == ""
    return services.class_columns.review_cells(there, found)


def answers_back(services, there, path):
    found = services.class_columns.answers(there, path)
    assert found.problem() == ""
    return services.class_columns.review_answers(found)


def filled(path, cells):
    book = load_workbook(path)
    for place, value in cells.items():
        book.active[place] = value
    book.save(path)


def test_marks_come_back_as_they_went_out(services, there, tmp_path):
    sheet = services.attendance.sheet(there)
    marks = {
        (one.id, half.day, half.half): place % 3 != 0
        for number, one in enumerate(sheet.participants)
        for place, half in enumerate(sheet.sessions, number)
        if place % 4
    }
    services.attendance.mark(there, marks)
    path = tmp_path / "a.xlsx"
    assert services.class_templates.attendance(there, path) == len(sheet.participants)
    review = attendance_back(services, there, path)
    assert (review.cells, review.wrong) == (marks, ())


def test_what_is_filled_in_is_read_and_what_is_left_blank_changes_nothing(services, there, tmp_path):
    sheet = services.attendance.sheet(there)
    path = tmp_path / "a.xlsx"
    services.class_templates.attendance(there, path)
    filled(path, {f"E{HEAD + 1}": "มา", f"F{HEAD + 1}": "ขาด", f"E{HEAD + 2}": "ไม่ทราบ"})
    review = attendance_back(services, there, path)
    first, half = sheet.participants[0].id, sheet.sessions
    assert review.cells == {(first, half[0].day, half[0].half): True, (first, half[1].day, half[1].half): False}
    assert [cell for cell, _why in review.wrong] == [f"E{HEAD + 2}"]


def test_excel_offers_and_demands_only_what_can_be_read(services, there, tmp_path):
    path = tmp_path / "a.xlsx"
    services.class_templates.attendance(there, path)
    page = load_workbook(path).active
    rules = page.data_validations.dataValidation
    assert {rule.formula1 for rule in rules} == {'"มา,ขาด"'}
    last = HEAD + len(services.attendance.sheet(there).participants)
    assert {str(rule.sqref) for rule in rules} == {f"{letter}{HEAD + 1}:{letter}{last}" for letter in "EFGHIJ"}
    assert page.freeze_panes == f"C{HEAD + 1}"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.print_title_rows == f"${HEAD}:${HEAD}"
    services.class_templates.scores(there, path)
    rules = load_workbook(path).active.data_validations.dataValidation
    assert {(rule.type, rule.formula1, rule.formula2) for rule in rules} == {("decimal", "0", "20.0")}
    services.class_templates.answers(there, path)
    rules = load_workbook(path).active.data_validations.dataValidation
    assert {(rule.type, rule.formula1, rule.formula2) for rule in rules} == {("whole", "1", "5")}
    assert len(rules) == len(services.opinions.questions(there))


def test_namesakes_are_told_apart_by_post_and_unit(services, there, tmp_path):
    people = services.classes.participants(there)
    first = people[0]
    other = next(p for p in people[1:] if p.post.position != first.post.position)
    for one in (first, other):
        person = services.register.person(one.staff)
        services.register.save_person(replace(person, title="นาย", first_name="สมชาย", last_name="ใจดี"))
    path = tmp_path / "a.xlsx"
    services.class_templates.attendance(there, path)
    rows = [row[1].value for row in load_workbook(path).active.iter_rows(min_row=HEAD + 1)]
    places = [number for number, name in enumerate(rows, HEAD + 1) if name == "นายสมชาย ใจดี"]
    assert len(places) == 2
    filled(path, {f"E{places[0]}": "มา", f"E{places[1]}": "ขาด"})
    review = attendance_back(services, there, path)
    assert review.wrong == ()
    assert sorted(review.cells.values()) == [False, True]
    assert {key[0] for key in review.cells} == {first.id, other.id}
    filled(path, {f"C{places[0]}": "ไม่บอก"})
    told = attendance_back(services, there, path)
    assert [why for _cell, why in told.wrong] == ["มี “นายสมชาย ใจดี” มากกว่าหนึ่งคนในรุ่นนี้"]


def test_scores_come_back_and_those_of_who_was_not_there_are_told(services, there, tmp_path):
    mark_all(services, there)
    people = services.classes.participants(there)
    given = {(one.id, kind): 500 + 50 * number for number, one in enumerate(people[:20]) for kind in TestKind}
    services.scores.write(there, given)
    path = tmp_path / "s.xlsx"
    assert services.class_templates.scores(there, path) == len(people)
    assert scores_back(services, there, path).cells == given
    services.classes.set_results(there, {people[-1].id: Result.ABSENT})
    assert services.class_templates.scores(there, tmp_path / "less.xlsx") == len(people) - 1, "nothing to be tested"
    filled(path, {f"E{HEAD + len(people)}": 12, f"F{HEAD + 1}": 20.5})
    review = scores_back(services, there, path)
    assert dict(review.wrong) == {
        f"E{HEAD + len(people)}": "มีคะแนน 12 ทั้งที่ไม่ได้เข้าอบรม",
        f"F{HEAD + 1}": "คะแนน 20.5 เกินคะแนนเต็ม 20",
    }
    services.scores.write(there, review.cells)


def test_no_score_of_either_test_passes_the_full_marks(services, there, tmp_path):
    held = services.classes.load(there)
    pre, post = held.tests
    services.classes.save(replace(held, tests=(replace(pre, full=1000, passing=600), replace(post, full=1000, passing=600))))
    path = tmp_path / "s.xlsx"
    services.class_templates.scores(there, path)
    filled(path, {f"E{HEAD + 1}": 15, f"F{HEAD + 1}": 10, f"F{HEAD + 2}": 10.5})
    review = scores_back(services, there, path)
    assert dict(review.wrong) == {f"E{HEAD + 1}": "คะแนน 15 เกินคะแนนเต็ม 10", f"F{HEAD + 2}": "คะแนน 10.5 เกินคะแนนเต็ม 10"}
    assert list(review.cells.values()) == [1000]


def test_opinions_are_filled_in_once_for_each_sheet_still_to_come(services, there, tmp_path):
    mark_all(services, there)
    people = services.classes.participants(there)
    questions = services.opinions.questions(there)
    services.opinions.save_sheets(there, [Sheet(0, 0, {one.id: 4 for one in questions}, "ดีมาก")] * 3)
    path = tmp_path / "o.xlsx"
    assert services.class_templates.answers(there, path) == len(people) - 3
    page = load_workbook(path).active
    assert page.cell(HEAD + 1, 1).value == 4, "numbered on from the last"
    assert answers_back(services, there, path).sheets == (), "nothing filled in is nothing"
    cells = {page.cell(HEAD + 1, 2 + at).coordinate: 1 + at % 5 for at in range(len(questions))}
    filled(path, {**cells, page.cell(HEAD + 2, 2 + len(questions)).coordinate: "ห้องเล็กไป"})
    review = answers_back(services, there, path)
    assert review.wrong == ()
    assert [one.levels for one in review.sheets] == [{one.id: 1 + at % 5 for at, one in enumerate(questions)}, {}]
    assert [one.comment for one in review.sheets] == ["", "ห้องเล็กไป"]
    services.opinions.save_sheets(there, review.sheets)
    assert [one.number for one in services.opinions.sheets(there)] == [1, 2, 3, 4, 5]


@settings(deadline=None, max_examples=40)
@given(texts=st.lists(st.text("กขคงจ ฉช", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=8), data=st.data())
def test_questions_within_each_other_find_their_own_columns(tmp_path_factory, texts, data):
    """`ความรู้` stands whole in `ความรู้ก่อนอบรม`: each heading means the question it is, not the first it holds."""
    plain = list({text.replace(" ", ""): text.strip() for text in texts}.values())
    questions = [Question(number, "", text) for number, text in enumerate(plain, 1)]
    headed = data.draw(st.permutations(questions))
    path = tmp_path_factory.mktemp("answers") / "a.xlsx"
    write_plain([PlainSheet("คำตอบ", [("ที่", *(one.text for one in headed)), (1, *(5 for _ in headed))])], path)
    found = read_answers(path, questions)
    assert found.questions[1:] == tuple(one.id for one in headed)


@pytest.mark.parametrize("kind", ["attendance", "scores", "answers"])
def test_a_locked_sheet_opens_with_its_password_alone(services, there, tmp_path, kind):
    path = tmp_path / "locked.xlsx"
    getattr(services.class_templates, kind)(there, path, "รหัสผ่านยาวพอ")
    read = getattr(services.class_columns, kind)
    for wrong in ("", "ผิด"):
        with pytest.raises(LockedFile):
            read(there, path, wrong)
    assert read(there, path, "รหัสผ่านยาวพอ").problem() == ""


@pytest.mark.parametrize(
    ("kind", "said"), [("attendance", "ยังไม่มีผู้เข้าอบรม"), ("scores", "ยังไม่มีแบบทดสอบ"), ("answers", "ไม่มีแบบประเมินที่ยังต้องกรอก")]
)
def test_a_class_without_people_has_nothing_to_fill_in(services, there, tmp_path, kind, said):
    held = services.classes.load(there)
    empty, _ = services.classes.save(replace(held, id=0, number=9))
    with pytest.raises(UserError, match=said):
        getattr(services.class_templates, kind)(empty, tmp_path / "none.xlsx")
    assert list(tmp_path.glob("*.xlsx")) == []


def test_the_levels_are_explained_on_the_sheet(services, there, tmp_path):
    path = tmp_path / "o.xlsx"
    services.class_templates.answers(there, path)
    page = load_workbook(path).active
    assert page["A1"].value.endswith("รุ่นที่ 1")
    assert all(f"{level} {word}" in page["A2"].value for level, word in LEVEL_WORDS.items())
