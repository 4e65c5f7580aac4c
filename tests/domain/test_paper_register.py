"""Numbers of a calendar year in order, with what was left out and what was given twice."""

from __future__ import annotations

from datetime import date

import pytest

from hrdesk.domain.paper_register import PaperLine, in_order, plain, remark, sentence, tell_years
from hrdesk.domain.plan_terms import DocumentKind

ORDER, ANNOUNCEMENT, LETTER = DocumentKind.ORDER, DocumentKind.ANNOUNCEMENT, DocumentKind.LETTER


def line(kind, number, day=1):
    return PaperLine(kind, number, date(2024, 5, day), "เรื่อง")


@pytest.mark.parametrize(
    ("numbers", "following", "missing", "twice"),
    [
        ((), 1, (), ()),
        (("1", "2", "3"), 4, (), ()),
        (("12", "15"), 16, (13, 14), ()),
        (("5/2567", "7", "7/2567"), 8, (6,), ("7",)),
        (("พิเศษ", "2"), 3, (), ()),
        (("900", "901"), 902, (), ()),
    ],
)
def test_what_the_numbers_of_a_year_tell(numbers, following, missing, twice):
    orders, announcements = tell_years(line(ORDER, number) for number in numbers)
    assert (orders.count, orders.following, orders.missing, orders.twice) == (len(numbers), following, missing, twice)
    assert (announcements.kind, announcements.count, announcements.following) == (ANNOUNCEMENT, 0, 1)


def test_kinds_are_counted_apart_and_letters_not_at_all():
    found = tell_years([line(ORDER, "1"), line(ANNOUNCEMENT, "1"), line(LETTER, "1"), line(LETTER, "1")])
    assert [(one.kind, one.count, one.twice) for one in found] == [(ORDER, 1, ()), (ANNOUNCEMENT, 1, ())]


def test_lines_stand_by_kind_and_number_letters_by_day():
    lines = [line(LETTER, "ชม 1/9", 1), line(ORDER, "10"), line(ORDER, "9/2567"), line(LETTER, "ชม 1/2", 3), line(ANNOUNCEMENT, "1")]
    assert [one.number for one in in_order(lines)] == ["9/2567", "10", "1", "ชม 1/9", "ชม 1/2"]


def test_odd_lines_are_remarked_and_said_in_one_sentence():
    lines = [line(ORDER, "3"), line(ORDER, "3", 2), line(ORDER, "6")]
    years = tell_years(lines)
    assert [remark(one, years) for one in lines] == ["เลขซ้ำ", "เลขซ้ำ", ""]
    assert sentence(years[0], "คำสั่ง") == "คำสั่ง 3 ฉบับ เลขถัดไป 7 · เลขที่ข้าม 4, 5 · เลขซ้ำ 3"
    assert sentence(years[1], "ประกาศ") == "ประกาศ 0 ฉบับ เลขถัดไป 1"


def test_labels_and_numbers():
    assert line(ORDER, "12").label == "12/2567"
    assert line(LETTER, "ชม 1/12").label == "ชม 1/12"
    assert (plain("12/2567"), plain(" 7 ")) == ("12", "7")
