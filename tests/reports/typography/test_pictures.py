"""Pages as pictures, against pictures that eyes have approved.

After looking at what changed, approve anew with `HRDESK_APPROVE=1 pytest tests/reports/typography/test_pictures.py`.
"""

from __future__ import annotations

import os

import pytest
from pdf_support import APPROVED, difference, document, pictures, rendered
from PIL import Image
from sample_book import WORDS, book

from hrdesk.reports.document import Paragraph, Run, Style
from hrdesk.thai.linebreak import add_words

TOLERANCE = 25  # grey levels of 255: less is a matter of the renderer, a lost mark is more
PAGES = {
    "contents": (1, 60),
    "chapter": (2, 60),
    "list": (3, 60),
    "signature": (4, 60),
    "follow-up-table": (5, 70),
    "plan-table": (8, 60),
}


@pytest.fixture(scope="module")
def sample():
    # Known for good once an office is open in this process, so known here whatever ran before.
    add_words(("หนองป่าครั่ง", "ตำบลหนองป่าครั่ง"))
    return rendered(book()).data


def compare(name, image):
    path = APPROVED / f"typography-{name}.png"
    if os.environ.get("HRDESK_APPROVE"):
        APPROVED.mkdir(exist_ok=True)
        image.quantize(64).save(path, optimize=True)
    with Image.open(path) as approved:
        assert difference(image, approved) < TOLERANCE, f"{path.name} differs"


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_the_sample_book(sample, name):
    index, dpi = PAGES[name]
    compare(name, pictures(sample, dpi)[index])


@pytest.mark.parametrize("style", ["regular", "bold", "italic", "bold-italic"])
def test_hard_words(style):
    runs = (Run("  ".join(WORDS), bold="bold" in style, italic="italic" in style),)
    page = pictures(
        rendered(document(Paragraph(runs, Style.COVER_LINE if style == "bold" else Style.PLAIN))).data, 90
    )[0]
    compare(f"words-{style}", page.crop((100, 70, page.width - 60, 200)))


def test_a_lost_mark_is_seen():
    whole, lost = (
        pictures(rendered(document(Paragraph((Run(text),), Style.PLAIN))).data, 90)[0].crop(
            (100, 70, 350, 150)
        )
        for text in ("ชื่อผู้ปฏิบัติ น้ำ", "ชื่อผูปฏิบัติ นำ")
    )
    assert difference(whole, lost) > TOLERANCE
