"""The satisfaction form: the office's questions, sheets handed in, and answers typed cell by cell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.domain.evaluation import LEVEL_WORDS, Question, Sheet, answered, level_of
from hrdesk.domain.training_terms import Result
from hrdesk.errors import UserError
from hrdesk.services import Area, InvalidRecord, Services
from hrdesk.services.training.opinions import standard_questions
from training_office import the_class, training_office

FEW = 3  # who came to the class of these tests


@pytest.fixture
def services(tmp_path):
    """A class of which three people came; everybody else was absent."""
    with Services.open(training_office(tmp_path)) as opened:
        people = opened.attendance.sheet(the_class(opened).id).participants
        opened.classes.set_results(the_class(opened).id, {one.id: Result.ABSENT for one in people[FEW:]})
        yield opened


@pytest.fixture
def class_id(services):
    return the_class(services).id


def form(services, class_id=None):
    return [question.id for question in services.opinions.questions(class_id)]


def levels(services, class_id):
    return {sheet.number: sheet.levels for sheet in services.opinions.sheets(class_id)}


def test_every_office_begins_with_the_standard_form(services, class_id):
    assert services.opinions.questions() == standard_questions()
    assert services.opinions.questions(class_id) == standard_questions()
    assert len({question.text for question in standard_questions()}) == len(standard_questions()) > 5
    assert all(question.section for question in standard_questions())


def test_a_question_is_changed_without_losing_the_others(services):
    first = services.opinions.questions()[0]
    number, area = services.opinions.save_question(replace(first, text="  วิทยากร  ถ่ายทอดชัดเจน "))
    assert (number, area) == (first.id, Area.TRAINING)
    assert [q.text for q in services.opinions.questions()] == ["วิทยากร ถ่ายทอดชัดเจน", *(q.text for q in standard_questions()[1:])]


def test_a_new_question_comes_last_and_a_class_s_own_after_it(services, class_id):
    office, _ = services.opinions.save_question(Question(0, "สถานที่", "ห้องอบรมเหมาะสม"))
    own, _ = services.opinions.save_question(Question(0, "เนื้อหา", "กรณีศึกษาใช้ได้จริง", class_id))
    later, _ = services.opinions.save_question(Question(0, "สถานที่", "อาหารเหมาะสม"))
    standard = [question.id for question in standard_questions()]
    assert form(services) == [*standard, office, later]
    assert form(services, class_id) == [*standard, office, later, own]


@pytest.mark.parametrize("text", ["", " \n ", "\u200b"])
def test_a_question_asks_something(services, text):
    with pytest.raises(InvalidRecord, match="กรุณากรอกคำถาม"):
        services.opinions.save_question(Question(0, "ก", text))
    assert services.opinions.questions() == standard_questions()


def test_an_unanswered_question_goes_and_an_answered_one_retires(services, class_id):
    kept, dropped = form(services)[:2]
    services.opinions.save_sheets(class_id, [Sheet(0, 0, {kept: 5})])
    services.opinions.drop_question(dropped)
    services.opinions.drop_question(kept)
    assert not {kept, dropped} & set(form(services))
    past = services.opinions.questions(retired=True)
    assert kept in {question.id for question in past if question.retired}
    assert dropped not in {question.id for question in past}
    assert levels(services, class_id) == {1: {kept: 5}}, "what was answered stays"
    with pytest.raises(UserError, match="ไม่พบ"):
        services.opinions.drop_question(dropped)


def test_sheets_are_numbered_on_and_replaced_by_their_id(services, class_id):
    one, two = form(services)[:2]
    (first, second), area = services.opinions.save_sheets(class_id, [Sheet(0, 0, {one: 5}, " ดีมาก "), Sheet(0, 0, {one: 3, two: 4})])
    assert area is Area.TRAINING
    assert services.opinions.sheets(class_id) == (Sheet(first, 1, {one: 5}, "ดีมาก"), Sheet(second, 2, {one: 3, two: 4}))
    services.opinions.save_sheets(class_id, [Sheet(first, 1, {two: 1}), Sheet(0, 0, {one: 2})])
    assert levels(services, class_id) == {1: {two: 1}, 2: {one: 3, two: 4}, 3: {one: 2}}


@pytest.mark.parametrize("level", [0, 6, -1, 55])
def test_an_answer_is_one_of_five(services, class_id, level):
    one = form(services)[0]
    with pytest.raises(UserError, match="ระดับ 1 ถึง 5"):
        services.opinions.save_sheets(class_id, [Sheet(0, 0, {one: 5}), Sheet(0, 0, {one: level})])
    with pytest.raises(UserError, match="ระดับ 1 ถึง 5"):
        services.opinions.answer(class_id, {(1, one): level})
    assert services.opinions.sheets(class_id) == ()


def test_no_more_sheets_than_people_who_came(services, class_id):
    one = form(services)[0]
    services.opinions.save_sheets(class_id, [Sheet(0, 0, {one: 5})] * (FEW - 1))
    with pytest.raises(UserError, match=f"จะมี {FEW + 1} ฉบับ แต่มีผู้เข้าอบรมจริง {FEW} คน"):
        services.opinions.save_sheets(class_id, [Sheet(0, 0, {one: 5})] * 2)
    assert len(services.opinions.sheets(class_id)) == FEW - 1, "not one of the two"
    services.opinions.answer(class_id, {(FEW, one): 4})
    with pytest.raises(UserError, match=f"จะมี {FEW + 1} ฉบับ"):
        services.opinions.answer(class_id, {(FEW + 5, one): 4})


def test_sheets_that_are_there_may_be_mended_after_somebody_turned_out_absent(services, class_id):
    one = form(services)[0]
    ids, _ = services.opinions.save_sheets(class_id, [Sheet(0, 0, {one: 5})] * FEW)
    people = services.attendance.sheet(class_id).participants
    services.classes.set_results(class_id, {people[0].id: Result.ABSENT})
    services.opinions.save_sheets(class_id, [Sheet(ids[0], 1, {one: 2})])
    assert levels(services, class_id)[1] == {one: 2}


def test_single_answers_begin_and_end_a_sheet(services, class_id):
    one, two = form(services)[:2]
    services.opinions.answer(class_id, {(1, one): 5, (2, None): " ห้องเย็น "})
    assert [(s.number, s.levels, s.comment) for s in services.opinions.sheets(class_id)] == [(1, {one: 5}, ""), (2, {}, "ห้องเย็น")]
    services.opinions.answer(class_id, {(1, two): 3})
    assert levels(services, class_id)[1] == {one: 5, two: 3}, "one answer leaves the others"
    services.opinions.answer(class_id, {(1, one): None, (1, two): None, (2, None): ""})
    assert services.opinions.sheets(class_id) == ()


def test_an_answer_outlives_what_was_stored_between(services, class_id):
    """A cell that was typed before a file of answers came in is written after it."""
    one, two = form(services)[:2]
    services.opinions.answer(class_id, {(1, one): 5})
    services.opinions.save_sheets(class_id, [Sheet(0, 0, {one: 1, two: 2})])
    services.opinions.answer(class_id, {(1, two): 3, (2, one): 4})
    assert levels(services, class_id) == {1: {one: 5, two: 3}, 2: {one: 4, two: 2}}


def test_deleted_sheets_come_back_as_they_were(services, class_id):
    one = form(services)[0]
    ids, _ = services.opinions.save_sheets(class_id, [Sheet(0, 0, {one: 5}, "ดี"), Sheet(0, 0, {one: 1})])
    before = services.opinions.sheets(class_id)
    removed, _ = services.opinions.delete_sheets(ids[:1])
    assert levels(services, class_id) == {2: {one: 1}}
    services.opinions.put_back(removed)
    assert services.opinions.sheets(class_id) == before


def test_sheets_of_a_class_that_is_gone_are_not_stored(services):
    with pytest.raises(UserError, match="ไม่พบ"):
        services.opinions.save_sheets(9_999, [Sheet(0, 0, {1: 5})])
    with pytest.raises(UserError, match="ไม่พบ"):
        services.opinions.answer(9_999, {(1, 1): 5})


ANSWERS = st.lists(
    st.tuples(st.integers(1, FEW), st.integers(0, 3), st.none() | st.integers(1, 5)).map(lambda a: ((a[0], a[1]), a[2])), max_size=6
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ANSWERS, min_size=1, max_size=4))
def test_the_last_answer_to_each_question_counts(services, class_id, rounds):
    ids = form(services)
    services.opinions.delete_sheets([sheet.id for sheet in services.opinions.sheets(class_id)])
    expected = {}
    for answers in rounds:
        cells = {(number, ids[place]): level for (number, place), level in answers}
        services.opinions.answer(class_id, cells)
        expected |= cells
    wanted = {}
    for (number, question), level in expected.items():
        if level is not None:
            wanted.setdefault(number, {})[question] = level
    assert levels(services, class_id) == wanted


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("5", 5), ("๔", 4), (" 3 ", 3), ("2.0", 2), ("มากที่สุด", 5), ("เห็นด้วยอย่างยิ่ง", 5), ("ดี", 4), ("เฉย ๆ", 3), ("ควรปรับปรุง", 2),
        ("น้อยที่สุด", 1), ("5 - มากที่สุด", 5), ("มาก (4)", 4), ("4. มาก", 4), ("(3) ปานกลาง", 3), ("๕ = มากที่สุด", 5), ("5 คะแนน", 5),
        ("6", None), ("0", None), ("4.5", None), ("", None), ("-", None), ("5 - น้อย", None), ("มาก (2)", None), ("ไม่ระบุ", None), ("1-5", None),
        ("มากมาย", None),
    ],
)  # fmt: skip
def test_a_level_as_online_forms_write_it(typed, level):
    assert level_of(typed) == level


@given(st.sampled_from(sorted(LEVEL_WORDS)), st.sampled_from(["{n}", "{w}", "{n} - {w}", "{w} ({n})", "{n}. {w}", " {n}={w}"]))
def test_every_way_to_write_a_level_says_the_same(level, pattern):
    assert level_of(pattern.format(n=level, w=LEVEL_WORDS[level])) == level


@given(st.lists(st.builds(Sheet, st.just(0), st.integers(1, 5), st.dictionaries(st.integers(1, 3), st.integers(1, 5), max_size=3)), max_size=4, unique_by=lambda s: s.number))
def test_no_answer_is_lost_by_writing_none(sheets):
    assert answered(sheets, {}) == tuple(sorted(sheets, key=lambda sheet: sheet.number))
