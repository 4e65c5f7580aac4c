from __future__ import annotations

import pytest
from pdf_support import setter
from sample_book import PROSE, WORDS

from hrdesk.reports.document import Align, Run
from hrdesk.reports.typography.paragraph import ThaiParagraph
from hrdesk.reports.typography.style import TextStyle

JUSTIFIED = TextStyle(align=Align.JUSTIFY, first=70)


def paragraph(*texts, style=JUSTIFIED, bold=()):
    runs = tuple(Run(text, bold=i in bold) for i, text in enumerate(texts))
    return ThaiParagraph.of(setter(), runs, style)


def line_texts(made):
    return ["".join(piece.shaped.text for piece in line.pieces) for line in made.lines]


def test_lines_end_between_words_and_fill_the_width():
    made = paragraph(PROSE)
    made.wrap(450)
    assert "".join(line_texts(made)).replace(" ", "") == PROSE.replace(" ", "")
    for line in made.lines[:-1]:
        spaces = sum(len(piece.shaped.text) for piece in line.pieces if piece.blank)
        gaps = sum(piece.shaped.gaps for piece in line.pieces) - 1
        filled = line.width + spaces * line.space + gaps * line.letter
        assert filled == pytest.approx(line.limit, abs=0.5) or (not spaces and line.letter == 80)
    assert made.lines[-1].letter == made.lines[-1].space == 0


def test_letters_and_spaces_open_only_so_far():
    made = paragraph(PROSE * 3)
    for width in (90, 200, 450):
        made.wrap(width)
        for line in made.lines:
            assert line.letter <= 80
            assert line.space <= 1180
            assert line.letter <= 45 or line.space in (0, 1180)


def test_a_change_of_weight_is_no_place_to_break():
    made = paragraph("คณะกรรม", "การ", "พนักงาน", bold=(1,), style=TextStyle())
    made.wrap(made._setter.width("คณะกรรมการ", 16) + 3)
    assert line_texts(made)[0] == "คณะกรรมการ"


def test_what_is_glued_stays_together_while_there_is_room():
    made = paragraph("ตามข้อ 288 และอื่น ๆ พ.ศ. 2564 - 2566", style=TextStyle())
    for width in range(120, 300, 7):
        made.wrap(width)
        assert not any(line.startswith(("ๆ", "-", "2564", "2566")) for line in line_texts(made)), width


def test_a_narrow_column_parts_words_but_never_numbers():
    made = paragraph("ปฐมนิเทศ 1,234,567.00 ประชุมเชิงปฏิบัติการ", style=TextStyle(size=12))
    made.wrap(24)
    lines = line_texts(made)
    assert "1,234,567.00" in lines
    assert all(
        line.width <= line.limit + 0.02 for line in made.lines if "1" not in line.pieces[0].shaped.text
    )
    assert not any(line[0] in "ะาิีึืุู่้๊๋์ัํ็" for line in lines)


def test_line_feeds_end_lines_and_the_next_is_not_justified():
    made = paragraph("หนึ่ง\n\nสอง สาม", style=TextStyle(align=Align.JUSTIFY))
    made.wrap(400)
    assert line_texts(made) == ["หนึ่ง", "", "สอง สาม"]
    assert all(line.letter == 0 for line in made.lines)
    assert made.text == "หนึ่ง\n\nสอง สาม"


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_split_paragraph_keeps_its_lines_and_its_text(count):
    made = paragraph(PROSE)
    height = made.wrap(450)
    before = line_texts(made)
    head, rest = made.split_after(count)
    assert line_texts(head) + line_texts(rest) == before
    assert head.wrap(450) + rest.wrap(450) == pytest.approx(height)
    assert made.text == head.text + rest.text
    rest.wrap(200)
    assert "".join(line_texts(rest)).replace(" ", "") == rest.text.replace(" ", "")


def test_no_line_stands_alone_on_either_page():
    made = paragraph(PROSE)
    made.wrap(450)
    line = made.style.line_height
    assert made.split(line * 1.5, 700) is None
    head, rest = made.split(line * (len(made.lines) - 1), 700)
    assert len(head.lines) == len(made.lines) - 2
    assert len(rest.lines) == 2


def test_a_split_never_begins_with_an_empty_line():
    made = paragraph("\n".join(WORDS), style=TextStyle())
    made.wrap(300)
    _, rest = made.split_after(4)
    assert line_texts(rest)[0] == WORDS[4]
