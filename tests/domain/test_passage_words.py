"""The passages of the book in the officer's words: all of them, and back without loss."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.config import resource_path
from hrdesk.domain.passage_words import (
    COURSE_MARK,
    FIELDS,
    LINES,
    NAME_MARK,
    WAY_FIELDS,
    in_marks,
    in_words,
    is_line,
    lines_of,
    way_in_marks,
    way_in_words,
)
from hrdesk.services.skills.guiding import shipped_ways

STANDARD = {path.stem: path.read_text(encoding="utf-8") for path in resource_path("forms", "plan-book").glob("*.txt")}
PIECES = st.sampled_from(
    ["{organization}", "{staff}", "{unknown}", "{}", "{ period }", "@page", "  @courses 3", "@courses 9", "@", "ข้อความ", "{", "}", " ", "\n"]
)


@pytest.mark.parametrize("key", STANDARD)
def test_no_standard_passage_shows_an_english_word(key):
    shown = in_words(STANDARD[key])
    assert re.findall(r"\{[a-z_0-9]+\}|^@[a-z].*", shown, re.MULTILINE) == []
    assert in_marks(shown) == STANDARD[key]


def test_words_are_told_apart():
    for words in (FIELDS, LINES):
        assert len(set(words.values())) == len(words)
    assert not re.search("[A-Za-z]", "".join((*FIELDS.values(), *LINES.values())))


def test_what_can_be_typed_for_a_line_is_known_by_its_name():
    assert lines_of("committee") == ("@รายชื่อคณะกรรมการจัดทำแผน", "@รายชื่อคณะกรรมการติดตาม")
    assert lines_of("nothing") == ()
    for mark, words in LINES.items():
        name, _, argument = mark[1:].partition(" ")
        assert words in lines_of(name)
        assert is_line(name, argument)
        assert not is_line(name, f"{argument}x")


def test_a_field_is_known_with_spaces_and_what_is_not_known_stays():
    assert in_marks("จาก{ ชื่อหน่วยงาน } และ {ไม่มี} {staff}") == "จาก{organization} และ {ไม่มี} {staff}"
    assert in_words("{organization} {nothing}\n@nothing here") == "{ชื่อหน่วยงาน} {nothing}\n@nothing here"
    assert in_marks("@หลักสูตรหมวด 9\n  @ขึ้นหน้าใหม่ ") == "@หลักสูตรหมวด 9\n@page"


@given(st.lists(PIECES, max_size=12).map("".join))
def test_to_words_and_back_loses_nothing_but_spaces_about_a_mark(text):
    once = in_marks(in_words(text))
    assert once.replace(" ", "") == text.replace(" ", "")
    assert in_marks(in_words(once)) == once


def test_ways_of_the_guide_are_read_in_words_too_and_only_with_their_own():
    marks = f"ฝึกเรื่อง {NAME_MARK} ในหลักสูตร {COURSE_MARK}\n{{organization}}"
    words = "ฝึกเรื่อง {ชื่อสมรรถนะ} ในหลักสูตร {ชื่อหลักสูตร}\n{organization}"
    assert (way_in_words(marks), way_in_marks(words)) == (words, marks)
    assert not re.search("[A-Za-z]", "".join(WAY_FIELDS.values()))


def test_no_shipped_way_shows_an_english_mark():
    texts = [text for way in shipped_ways() for text in (way.activity, way.indicator)]
    assert texts
    for text in texts:
        assert not re.search(r"\{[a-z_]+\}", way_in_words(text))
        assert way_in_marks(way_in_words(text)) == text
