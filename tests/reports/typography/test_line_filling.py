"""Lines by arithmetic: as full as they may be, none too wide, opened to the margin and never beyond what the eye takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_support import setter
from sample_book import PROSE, WORDS

from hrdesk.reports.document import Align, Run
from hrdesk.reports.typography.lines import fill, justify, plain_text, underlines
from hrdesk.reports.typography.paragraph import CATCHWORD_LETTERS, ThaiParagraph, first_words
from hrdesk.reports.typography.style import TextStyle

SETTER = setter()
FUZZ = 0.02
WIDTHS = st.integers(4_000, 40_000)  # thousandths of the size: from a narrow column to two pages
SENTENCES = st.lists(st.sampled_from([*WORDS, *PROSE.split(), "2,566,000", "COVID-19", "(ก)", "ๆ"]), min_size=1, max_size=40).map(" ".join)


def units(text):
    return SETTER.units((Run(text),))


def filled(text, width, first=None):
    return fill(SETTER, units(text), width if first is None else first, width)


def words(line):
    return "".join(piece.shaped.text for piece in line.pieces)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, WIDTHS)
def test_no_line_is_wider_than_its_room(text, width):
    for line in filled(text, width).lines:
        assert line.width <= line.limit + FUZZ or len(line.pieces) == 1 or words(line).strip("()+-")[0] in "0123456789"


@settings(max_examples=60, deadline=None)
@given(SENTENCES, WIDTHS)
def test_what_fits_is_not_put_off(text, width):
    """The first unit of a line would not have fitted on the line before."""
    found = filled(text, width)
    for line, following in zip(found.lines, found.lines[1:], strict=False):
        blank = line.tail.width if line.tail else 0.0
        assert line.hard or line.width + blank + following.units[0].width > line.limit


@settings(max_examples=60, deadline=None)
@given(SENTENCES, WIDTHS)
def test_every_word_is_on_one_line_in_its_order(text, width):
    found = filled(text, width)
    assert "".join(words(line) for line in found.lines).replace(" ", "") == text.replace(" ", "")
    assert plain_text(found.units).replace(" ", "") == text.replace(" ", "")
    assert all(line.units for line in found.lines)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, WIDTHS)
def test_opened_lines_reach_the_margin_or_stay_within_what_the_eye_takes(text, width):
    lines = filled(text, width).lines
    justify(lines)
    assert (lines[-1].letter, lines[-1].space) == (0.0, 0.0), "the last line is as it is"
    for line in lines[:-1]:
        spaces = sum(len(piece.shaped.text) for piece in line.pieces if piece.blank)
        gaps = sum(piece.shaped.gaps for piece in line.pieces) - 1
        opened = line.width + spaces * line.space + max(gaps, 0) * line.letter
        assert 0 <= line.letter <= 80
        assert 0 <= line.space <= 1180
        assert opened <= line.limit + 0.5 or line.width > line.limit
        if opened < line.limit - 0.5:
            assert gaps <= 0 or (line.letter == pytest.approx(80) and (not spaces or line.space == pytest.approx(1180)))


@settings(max_examples=40, deadline=None)
@given(SENTENCES, WIDTHS)
def test_justifying_twice_is_justifying_once(text, width):
    lines = filled(text, width).lines
    justify(lines)
    once = [(line.letter, line.space) for line in lines]
    justify(lines)
    assert [(line.letter, line.space) for line in lines] == once


@pytest.mark.parametrize("first", [12_000, 20_000, 24_000])
def test_the_first_line_is_as_much_shorter_as_its_indent(first):
    lines = filled(PROSE, 24_000, first).lines
    assert lines[0].limit == first
    assert {line.limit for line in lines[1:]} == {24_000}
    assert lines[0].width <= first


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]), ("\n", ["", ""]), ("ก\nข", ["ก", "ข"]), ("ก\n\nข\n", ["ก", "", "ข", ""]), ("   ", [""]), (" ก  ข ", ["ก  ข"]), ("\n\n\n", ["", "", "", ""]),
    ],
)  # fmt: skip
def test_where_the_writer_ends_a_line(text, lines):
    found = filled(text, 30_000).lines
    assert [words(line) for line in found] == lines
    assert all(line.hard for line in found)


def test_a_line_that_the_writer_ended_is_not_opened():
    lines = filled("หนึ่ง สอง\nสาม สี่", 30_000).lines
    justify(lines)
    assert [(line.letter, line.space) for line in lines] == [(0.0, 0.0)] * 2


def test_the_blank_at_a_line_s_end_hangs_in_the_margin():
    lines = filled("หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ", 4_500).lines
    assert len(lines) > 2
    for line in lines[:-1]:
        assert not words(line).endswith(" ")
        assert line.tail is None or set(line.tail.shaped.text) == {" "}
    assert any(line.tail for line in lines[:-1]), "a reader that copies the text finds the space"


def test_underlines_are_as_long_as_what_they_underline():
    runs = (Run("ก่อน "), Run("ขีดเส้นใต้", underline=True), Run(" หลัง"))
    (line,) = fill(SETTER, SETTER.units(runs), 60_000, 60_000).lines
    ((start, end),) = underlines(line)
    before = sum(piece.width for piece in line.pieces if not piece.underline and "หลัง" not in piece.shaped.text and not piece.blank)
    under = sum(piece.width for piece in line.pieces if piece.underline)
    assert start >= before
    assert end - start == pytest.approx(under)


def paragraph(text, align=Align.JUSTIFY, **style):
    return ThaiParagraph.of(SETTER, (Run(text),), TextStyle(align=align, **style))


@pytest.mark.parametrize("height_in_lines", range(12))
def test_a_page_s_foot_takes_two_lines_or_none_and_leaves_two(height_in_lines):
    made = paragraph(PROSE)
    made.wrap(300)
    total, line = len(made.lines), made.style.line_height
    assert total > 6
    parts = made.split(line * height_in_lines + 0.001, 700)
    if height_in_lines < 2:
        assert parts is None
        return
    head, rest = parts
    assert len(head.lines) == min(height_in_lines, total - 2)
    assert len(rest.lines) == total - len(head.lines) >= 2
    assert head.height <= line * height_in_lines + 0.01


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_short_paragraph_is_not_parted(lines):
    made = paragraph("\n".join("ก" * lines))
    made.wrap(300)
    for height in range(lines):
        assert made.split(made.style.line_height * height, 700) is None
    assert made.start_height() == made.height


@given(st.integers(100, 500), st.integers(100, 500))
@settings(max_examples=20, deadline=None)
def test_a_paragraph_wrapped_anew_forgets_its_old_width(first, second):
    made, fresh = paragraph(PROSE), paragraph(PROSE)
    made.wrap(first)
    assert made.wrap(second) == fresh.wrap(second)
    assert [words(line) for line in made.lines] == [words(line) for line in fresh.lines]


@pytest.mark.parametrize(
    ("text", "caught"),
    [("สั้น", "สั้น"), ("ก ข ค ง จ ฉ", "ก ข ค ง จ"), ("สั้น\nยาวกว่านี้มาก", "สั้น"), ("", ""), ("ประสิทธิภาพสูงสุด", "ประสิทธิภาพ")],
)
def test_a_catchword_is_whole_words_enough_to_find_the_page_by(text, caught):
    made = paragraph(text)
    made.wrap(400)
    found = first_words(made.lines)
    assert found.startswith(caught)
    assert len(found) >= min(CATCHWORD_LETTERS, len(caught))
    assert text.startswith(found)
