"""The font: every glyph where HarfBuzz puts it, every character readable again."""

from __future__ import annotations

import pytest
import uharfbuzz as hb
from pdf_support import document, pdfium_pages, pypdf_pages, rendered
from sample_book import WORDS

from hrdesk.reports.document import Paragraph, Run, Style
from hrdesk.reports.typography.font import ThaiFont, raw_glyphs
from hrdesk.reports.typography.fonts import bundled_family

STYLES = ("regular", "bold", "italic", "bold-italic")


def harfbuzz_places(path, text):
    """(glyph, x, y) of everything drawn, in thousandths of the em."""
    face = hb.Face(hb.Blob(path.read_bytes()))
    x, places = 0, []
    for raw in raw_glyphs(hb.Font(face), text):
        places.append((raw.gid, x + raw.x_offset, raw.y_offset))
        x += raw.advance
    return sorted((gid, at * 1000 / face.upem, up * 1000 / face.upem) for gid, at, up in places), x


def drawn_places(font, text):
    x, places = 0.0, []
    for glyph in font.shape(text).glyphs:
        gid = font.face.charToGlyph[ord(glyph.code)]
        assert font.face.charWidths[ord(glyph.code)] == glyph.advance
        scale = 1000 / font.face.unitsPerEm
        places += [(part.gid, x + part.dx * scale, part.dy * scale) for part in font.composites.parts(gid)]
        x += glyph.advance
    return sorted(places), x


@pytest.mark.parametrize("style", range(4), ids=STYLES)
def test_glyph_origins_are_harfbuzzs(style):
    path = bundled_family().files[style]
    font = ThaiFont("test", path)
    for word in (*WORDS, "เกี่ยวกับ", "ญี่ปุ่น", "ทั้งนี้", "ฯลฯ", "AV", "To"):
        expected, width = harfbuzz_places(path, word)
        drawn, advance = drawn_places(font, word)
        assert [place[0] for place in drawn] == [place[0] for place in expected], word
        for ours, theirs in zip(drawn, expected, strict=True):
            assert ours[1:] == pytest.approx(theirs[1:], abs=0.05), word
        assert advance == pytest.approx(width, abs=0.05)


@pytest.mark.parametrize("style", range(4), ids=STYLES)
def test_every_glyph_advances_so_that_readers_see_no_jump(style):
    font = ThaiFont("test", bundled_family().files[style])
    for word in WORDS:
        assert all(glyph.advance > 0 for glyph in font.shape(word).glyphs), word


def test_sara_am_is_one_glyph_for_one_character():
    font = ThaiFont("test", bundled_family().files[0])
    assert len(font.shape("น้ำ").glyphs) == len("น้ำ")
    assert len(font.shape("ป้ำ").glyphs) == len("ป้ำ")


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_copied_words_are_the_words_printed(bold, italic):
    words = " ".join(WORDS)
    data = rendered(document(Paragraph((Run(words, bold=bold, italic=italic),), Style.PLAIN))).data
    for pages in (pdfium_pages(data), pypdf_pages(data)):
        assert pages[0].split()[2:] == words.split() or words.split() == pages[0].replace("- ๑ -", "").split()


def test_a_stray_mark_is_kept():
    font = ThaiFont("test", bundled_family().files[0])
    for text in ("่", "ำ", "ก็็็", "\u0e4d", "x่y"):
        assert font.shape(text).glyphs
