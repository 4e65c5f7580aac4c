"""Reading and rendering PDFs with readers that had no part in writing them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops
from pypdf import PdfReader

from hrdesk.reports.document import Block, Document, Orientation, Section
from hrdesk.reports.pdf import Rendered, render_pdf
from hrdesk.reports.typography.fonts import bundled_family, load
from hrdesk.reports.typography.units import Typesetter
from hrdesk.thai import lexicon, linebreak

APPROVED = Path(__file__).parent / "forms" / "approved"


def setter() -> Typesetter:
    return Typesetter(load(bundled_family()))


def document(*blocks: Block, orientation: Orientation = Orientation.PORTRAIT, **fields) -> Document:
    sections = fields.pop("sections", (Section(blocks, orientation),))
    return Document(form="test", title="ทดสอบ", sections=sections, **fields)


def rendered(paper: Document) -> Rendered:
    """Always with the bundled fonts, always the same bytes."""
    return render_pdf(paper, family=bundled_family(), fixed=True)


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def pdfium_pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf]


def pypdf_pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in reader(data).pages]


def unbroken(text: str) -> str:
    """Text without line ends; the space at a line's end stands in the text itself."""
    return text.replace("\n", "")


def letters(text: str) -> str:
    """Text without white space: readers order cells and lines with white space of their own."""
    return "".join(text.split())


def pictures(data: bytes, dpi: int = 70) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in pdf]


def difference(image: Image.Image, other: Image.Image) -> float:
    """The mean difference of grey levels where it is worst, in squares of 5 pixels; 255 when sizes differ."""
    if image.size != other.size:
        return 255.0
    found = ImageChops.difference(image.convert("L"), other.convert("L"))
    squares = found.resize((found.width // 5, found.height // 5), Image.Resampling.BOX)
    return float(squares.getextrema()[1])


def lexicon_as_shipped() -> None:
    """Other tests of the same process print offices, whose place names the line breaker then knows."""
    lexicon.lexicon.cache_clear()
    linebreak.add_words(())  # forgets the breaks found so far
