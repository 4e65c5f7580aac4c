"""What is kept of words met before changes nothing: units, glyphs and the operators that draw them."""

from __future__ import annotations

import re
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_support import setter
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from hrdesk.reports.document import Run
from hrdesk.reports.typography.fonts import FontSet, bundled_family
from hrdesk.reports.typography.lines import Filled, Line, fill, justify
from hrdesk.reports.typography.pen import Pen
from hrdesk.reports.typography.units import Typesetter

WORDS = ("การพัฒนาบุคลากร", "น้ำ", "ที่ประชุม", "ปี่ฝ้าญู", "นายสมชาย", "ใจดี", "๑๒,๕๐๐", "Office 365", "✓", " ", "\u00a0", "ๆ", "ฟื้นป้ำ")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join)
RUNS = st.lists(st.builds(Run, TEXTS, bold=st.booleans(), italic=st.booleans(), underline=st.booleans()), min_size=1, max_size=3)
PAPERS = st.lists(RUNS, min_size=2, max_size=4)
WIDTHS = st.integers(4_000, 30_000)  # of a line, in thousandths of the size


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return FontSet(bundled_family())


def drawn(set_by: Typesetter, filled: list[Filled], sizes: tuple[float, ...] = (16.0,)) -> list[str]:
    """The operators of each line in each size."""
    canvas = Canvas(BytesIO(), initialFontName=set_by.fonts.regular.fontName, pageCompression=0)
    pen = Pen(canvas, set_by)
    found = []
    for line in (line for paragraph in filled for line in paragraph.lines):
        for size in sizes:
            before = len(canvas._code)
            pen.line(50, 700, line, size)
            found.append("\n".join(canvas._code[before:]))
    return found


STRING = r"\(((?:\\.|[^\\()])*)\)"  # of PDF, its brackets escaped


def shown(code: str) -> list[str | float]:
    """The codes, as they are written, and moves that the line's TJ operators show, one after the other."""
    arrays = "".join(match[1] for match in re.finditer(rf"\[((?:{STRING}|[-0-9.])*)\] TJ", code, re.DOTALL))
    found: list[str | float] = []
    for codes, move in re.findall(rf"{STRING}|(-?[0-9.]+)", arrays, re.DOTALL):
        found += [float(move)] if move else re.findall(r"\\000|\\?.", codes, re.DOTALL)
    return found


def planned(line: Line) -> list[float | None]:
    """The same for glyphs without their codes: a mark takes letter spacing back, a blank is opened."""
    found: list[float | None] = []
    for piece in line.pieces:
        for glyph in piece.shaped.glyphs:
            found += [line.letter, None] if glyph.mark and line.letter else [None]
            if piece.blank and line.space:
                found.append(-line.space)
    return found + [None for _ in line.tail.shaped.glyphs] if line.tail else found


def justified(set_by: Typesetter, runs: list[Run], width: float) -> Filled:
    filled = fill(set_by, set_by.units(runs), width, width)
    justify(filled.lines)
    return filled


def looks(runs: list[Run]) -> list[tuple[str, bool, bool, bool]]:
    return [(char, run.bold, run.italic, run.underline) for run in runs for char in run.text]


@settings(deadline=None)
@given(PAPERS)
def test_a_setter_that_has_met_the_words_gives_the_units_of_a_new_one(fonts, papers):
    met = Typesetter(fonts)
    for runs in papers:
        met.units(runs)
    for runs in papers:
        assert met.units(runs) == Typesetter(fonts).units(runs)


@settings(deadline=None)
@given(RUNS)
def test_each_letter_keeps_its_look(fonts, runs):
    set_by = Typesetter(fonts)
    set_by.units([Run("".join(run.text for run in runs))])  # the same words in one look
    styled = [(char, *look) for unit in set_by.units(runs) for text, look in unit.source for char in text]
    blank = " \u00a0"
    assert [each for each in styled if each[0] not in blank] == [each for each in looks(runs) if each[0] not in blank]


@settings(deadline=None)
@given(PAPERS, WIDTHS)
def test_a_line_is_drawn_the_same_again_in_every_size(fonts, papers, width):
    set_by = Typesetter(fonts)
    filled = [justified(set_by, runs, width) for runs in papers]
    once, again = drawn(set_by, filled + filled, (16.0,)), drawn(set_by, filled, (16.0, 30.0))
    half = len(once) // 2
    assert once[:half] == once[half:] == again[::2]
    assert list(map(shown, again[::2])) == list(map(shown, again[1::2]))


@settings(deadline=None)
@given(RUNS, WIDTHS)
def test_operators_show_every_glyph_and_open_no_letter_before_a_mark(fonts, runs, width):
    set_by = Typesetter(fonts)
    filled = justified(set_by, runs, width)
    for line, code in zip(filled.lines, drawn(set_by, [filled]), strict=True):
        told = [each if isinstance(each, float) else None for each in shown(code)]
        assert told == [each if each is None else pytest.approx(each, abs=0.06) for each in planned(line)]
        assert (" Tc" in code) == bool(line.letter)
        assert "\0" not in code


def test_a_page_with_every_code_of_a_font_is_read_as_it_was_written():
    """A font of the file has 256 codes: brackets, line ends, backslash and nil among them."""
    buffer, set_by = BytesIO(), setter()
    pen = Pen(Canvas(buffer, initialFontName=set_by.fonts.regular.fontName), set_by)
    font, unseen = set_by.fonts.regular, "\u00a0\u00ad"
    ranges = range(0x21, 0x2AF), range(0x0E01, 0x0E2F), range(0x0E50, 0x0E5A), range(0x1EA0, 0x1EFA)
    letters = [chr(code) for codes in ranges for code in codes if font.has(chr(code)) and chr(code) not in unseen]
    for row, at in enumerate(range(0, len(letters), 20)):
        pen.text(50, 750 - 30 * row, "".join(letters[at : at + 20]), 16)
    codes = {pen._glyph(font, letter)[1] for letter in letters}
    pen.end_page()
    pen.canvas.save()
    assert codes >= {"\\(", "\\)", "\\\\", "\\r", "\n", "\xff"}
    for text in (PdfReader(buffer).pages[0].extract_text(), pypdfium2.PdfDocument(buffer)[0].get_textpage().get_text_range()):
        assert "".join(text.split()) == "".join(letters)


def test_fonts_draw_only_what_their_file_holds():
    """Private codes that stand for marks on letters are no letters that a text may have."""
    font = setter().fonts.regular
    font.shape("ปี่ป้ำ")
    private = [chr(code) for code in font.face.charToGlyph if code >= 0x100000]
    assert private
    assert not any(map(font.has, private))
    assert font.has("ปี่ Office ๑")
    assert not font.has("ก✓")
