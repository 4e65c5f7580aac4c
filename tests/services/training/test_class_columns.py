"""Columns of a class's files: found out, said otherwise, refused while they say too little, remembered by their headings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.training_terms import HalfDay, TestKind
from hrdesk.errors import UserError
from hrdesk.services.training.class_columns import COMMENT, NAME
from training_office import mark_all, the_class

MORNING = "2023-06-06 am"


@pytest.fixture
def held(services):
    return the_class(services)


def written(tmp_path, *lines):
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def said(columns, *taken):
    return replace(columns, taken=taken)


def test_what_is_known_needs_no_saying(services, held, tmp_path):
    someone = services.classes.participants(held.id)[0]
    found = services.class_columns.attendance(held.id, written(tmp_path, "ชื่อ-สกุล,6/6 เช้า,หมายเหตุ", f"{someone.name},/,"))
    assert (found.taken, found.problem()) == ((NAME, MORNING, ""), "")
    assert services.class_columns.review_cells(held.id, found).cells == {(someone.id, date(2023, 6, 6), HalfDay.MORNING): True}


def test_strange_headings_are_said_by_hand_and_remembered(services, held, tmp_path):
    someone = services.classes.participants(held.id)[0]
    path = written(tmp_path, "รายงานของห้องประชุม,", "ผู้มา,คาบ 1", f"{someone.name},1")
    columns = services.class_columns
    found = columns.attendance(held.id, path)
    assert (found.headings, found.taken, found.sample(0)) == (("ผู้มา", "คาบ 1"), ("", ""), someone.name)
    with pytest.raises(UserError, match="ชื่อ-สกุล"):
        columns.review_cells(held.id, found)
    mended = said(found, NAME, MORNING)
    assert columns.review_cells(held.id, mended).cells == {(someone.id, date(2023, 6, 6), HalfDay.MORNING): True}
    columns.remember(mended)
    assert columns.attendance(held.id, path).taken == (NAME, MORNING)
    other = written(tmp_path, "ผู้มา,คาบ 2", f"{someone.name},1")
    assert columns.attendance(held.id, other).taken == ("", "")  # other headings, nothing remembered


def test_what_the_class_no_longer_has_is_not_remembered(services, held, tmp_path):
    path = written(tmp_path, "ผู้มา,คาบ 1", "ก,1")
    columns = services.class_columns
    columns.remember(said(columns.attendance(held.id, path), NAME, MORNING))
    services.classes.save(replace(held, sessions=held.sessions[1:]))
    assert columns.attendance(held.id, path).taken == (NAME, "")


@pytest.mark.parametrize(
    ("taken", "why"),
    [((NAME, NAME), "สองคอลัมน์"), (("", MORNING), "ชื่อ-สกุล"), ((NAME, ""), "อย่างน้อยหนึ่งคอลัมน์")],
)
def test_columns_that_say_too_little_are_refused(services, held, tmp_path, taken, why):
    found = services.class_columns.attendance(held.id, written(tmp_path, "ผู้มา,คาบ 1", "ก,1"))
    assert why in said(found, *taken).problem()
    with pytest.raises(UserError, match=why):
        services.class_columns.review_cells(held.id, said(found, *taken))


def test_marks_beyond_the_test_are_told_whatever_the_heading(services, held, tmp_path):
    mark_all(services, held.id)
    one, two = services.classes.participants(held.id)[:2]
    path = written(tmp_path, "ผู้สอบ,ครั้งแรก,ครั้งที่สอง", f"{one.name},12,18.5", f"{two.name},99,x")
    found = said(services.class_columns.scores(held.id, path), NAME, "pre", "post")
    review = services.class_columns.review_cells(held.id, found)
    assert review.cells == {(one.id, TestKind.PRE): 1200, (one.id, TestKind.POST): 1850}
    assert [place for place, _ in review.wrong] == ["B3", "C3"]


def test_answers_are_mapped_by_hand_where_the_form_asked_in_its_own_words(services, held, tmp_path):
    path = written(tmp_path, "Timestamp,Overall,Say more", "9:00,5,ดีมาก", "9:05,4,")
    columns = services.class_columns
    found = columns.answers(held.id, path)
    assert found.taken == ("", "", "")
    question = services.opinions.questions(held.id)[0].id
    mended = said(found, "", str(question), COMMENT)
    columns.remember(mended)
    again = columns.answers(held.id, path)
    assert again.taken == mended.taken
    sheets = columns.review_answers(again).sheets
    assert [(sheet.levels, sheet.comment) for sheet in sheets] == [({question: 5}, "ดีมาก"), ({question: 4}, "")]


def test_the_same_headings_of_another_kind_are_another_matter(services, held, tmp_path):
    path = written(tmp_path, "ก,ข", "ค,1")
    columns = services.class_columns
    columns.remember(said(columns.attendance(held.id, path), NAME, MORNING))
    assert columns.scores(held.id, path).taken == ("", "")


def test_an_empty_file_is_refused(services, held, tmp_path):
    for read in (services.class_columns.attendance, services.class_columns.scores, services.class_columns.answers):
        with pytest.raises(UserError, match="ยังไม่ได้นำเข้า"):
            read(held.id, written(tmp_path, "ชื่อ"))
