"""Writes a Document as PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from hrdesk.collecting import seldom_collected
from hrdesk.progress import counted, part
from hrdesk.reports.atomic import written_whole
from hrdesk.reports.document import Krut, MemoHead, Orientation
from hrdesk.reports.typography.blocks import Blocks
from hrdesk.reports.typography.book import Page, Pager, numbers
from hrdesk.reports.typography.fonts import FontFamily, FontSet, check_fonts, default_family, load
from hrdesk.reports.typography.furniture import Furniture, PageTemplate, page_number
from hrdesk.reports.typography.headings import ContentsLine, HeadingParagraph
from hrdesk.reports.typography.pen import Pen
from hrdesk.reports.typography.units import Typesetter
from hrdesk.thai.numbers import thai_digits_in_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from reportlab.pdfgen.canvas import Canvas

    from hrdesk.reports.document import Document, Section

_LANGUAGE = "th-TH"
_CREATOR = "hrdesk"
_NEW_OBJECTS = 50_000  # between two collections: lines and words stay until the file is written
_LAYING_OUT = 0.6  # of the time; the rest is drawing


class Rendered(NamedTuple):
    data: bytes
    pages: int


def write_pdf(document: Document, target: Path | BinaryIO, *, family: FontFamily | None = None) -> int:
    """Write the document; returns its pages. UserError when a file cannot be written."""
    rendered = render_pdf(document, family=family)
    if isinstance(target, Path):
        with written_whole(target) as part:
            part.write_bytes(rendered.data)
    else:
        target.write(rendered.data)
    return rendered.pages


def render_pdf(
    document: Document,
    *,
    family: FontFamily | None = None,
    template: PageTemplate | None = None,
    fixed: bool = False,
) -> Rendered:
    """The PDF in memory. `fixed` leaves out times and random ids: the same document gives the same bytes.

    A document that is kept gives the same bytes too, dated by the moment it was frozen.

    UserError when our fonts are damaged.
    """
    with seldom_collected(_NEW_OBJECTS):
        check_fonts()
        setter = Typesetter(load(family or default_family()))
        paper = template or PageTemplate()
        with part(0.0, _LAYING_OUT):
            pages = _paged(document, setter, paper)
        with part(_LAYING_OUT, 1.0):
            return Rendered(_drawn(document, pages, setter, paper, fixed=fixed), len(pages))


def _drawn(document: Document, pages: Sequence[Page], setter: Typesetter, paper: PageTemplate, *, fixed: bool) -> bytes:
    printed = _printed_numbers(document, pages)
    _fill_contents(pages, printed)
    buffer = BytesIO()
    canvas = _canvas(buffer, document, setter.fonts, fixed=fixed)
    pen = Pen(canvas, setter)
    for index, page in enumerate(counted(pages, every=1)):
        canvas.setPageSize(page.frame.paper)
        furniture = _furniture(document, pages, printed, index)
        furniture.draw_stamp(pen, page.frame)
        furniture.draw_head(pen, page.frame, paper)
        page.draw(pen)
        furniture.draw_foot(pen, page.frame, paper)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Layout:
    """What another writer wants to know of our pages."""

    headings: tuple[str, ...]  # the printed page number of each, in their order; empty on pages without
    above: tuple[float, ...]  # points of white above each centred section, 0 for the others
    opening: tuple[str, ...]  # the first words of each section: the catchword of the page before it
    foot_size: float  # points at which the running foot stays on one line


def layout(document: Document) -> Layout:
    setter, template = Typesetter(load(default_family())), PageTemplate()
    pages = _paged(document, setter, template)
    numbered = zip(_printed_numbers(document, pages), pages, strict=True)
    first = {id(page.section): page for page in reversed(pages)}
    wide = setter.width(document.foot, template.foot_size)
    return Layout(
        tuple(number for number, page in numbered for flow in _flows(page) if isinstance(flow, HeadingParagraph)),
        tuple((first[id(s)].frame.height - first[id(s)].used) / 2 if s.centred else 0.0 for s in document.sections),
        tuple(first[id(s)].first_words() for s in document.sections),
        template.foot_size * min(1.0, template.frame(Orientation.PORTRAIT).width / max(wide, 1.0)),
    )


def _canvas(buffer: BytesIO, document: Document, fonts: FontSet, *, fixed: bool) -> Canvas:
    from reportlab import rl_config  # noqa: PLC0415 - after `typography`, which makes it lighter
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    rl_config.useA85 = 0  # plain compressed streams: a fifth smaller
    kept = document.kept_since
    canvas = Canvas(
        buffer,
        # Else an unembedded Helvetica stays in the file. (The stubs take it for a number.)
        initialFontName=fonts.regular.fontName,  # type: ignore[arg-type]
        pageCompression=1,
        pdfVersion=(1, 4),  # the first that knows a language
        invariant=int(fixed or kept is not None),
        lang=_LANGUAGE,
    )
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setKeywords(", ".join(document.keywords))
    canvas.setCreator(_CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if kept is not None:
        _date(canvas, kept)
    return canvas


def _date(canvas: Any, moment: datetime) -> None:
    """The file's date and, by it, its id; ReportLab offers only now or the year 2000."""
    paper = canvas._doc  # noqa: SLF001
    stamp, utc = paper._timeStamp, moment.astimezone(UTC)  # noqa: SLF001
    stamp.t, stamp.lt, stamp.YMDhms = utc.timestamp(), utc.timetuple(), tuple(utc.timetuple())[:6]
    paper.updateSignature(utc.isoformat())


def _paged(document: Document, setter: Typesetter, template: PageTemplate) -> list[Page]:
    blocks = Blocks(setter, document)
    pages: list[Page] = []
    blocks_before, blocks_in_all = 0, sum(len(section.blocks) for section in document.sections)
    for section in document.sections:
        frame = template.frame(section.orientation)
        first = template.frame(section.orientation, krut=opens_with_krut(section))
        blocks_after = blocks_before + len(section.blocks)
        with part(blocks_before / max(1, blocks_in_all), blocks_after / max(1, blocks_in_all)):
            pages.extend(Pager(section, frame, blocks.flows(section), first).pages())
        blocks_before = blocks_after
    return pages


def opens_with_krut(section: Section) -> bool:
    return isinstance(next(iter(section.blocks), None), (Krut, MemoHead))


def _printed_numbers(document: Document, pages: Sequence[Page]) -> list[str]:
    """The number of each page as printed; empty where none is."""
    return [
        page_number(number, thai=document.thai_digits) if number is not None and page.section.numbered else ""
        for page, number in zip(pages, numbers(pages, document.first_page), strict=True)
    ]


def _fill_contents(pages: Sequence[Page], printed: Sequence[str]) -> None:
    places = {
        flow.key: number
        for number, page in zip(printed, pages, strict=True)
        for flow in _flows(page)
        if isinstance(flow, HeadingParagraph)
    }
    for page in pages:
        for flow in _flows(page):
            if isinstance(flow, ContentsLine):
                flow.number = places.get(flow.key, "")


def _flows(page: Page) -> Iterator[object]:
    return (each.flow for each in page.placed)


def _furniture(document: Document, pages: Sequence[Page], printed: Sequence[str], index: int) -> Furniture:
    """The catchword says what really starts the next page."""
    section = pages[index].section
    silent = document.skip_first_number and index == _first_numbered(printed)
    silent = silent or (pages[index].opens and opens_with_krut(section))
    catchword = ""
    if document.catchwords and section.numbered and index + 1 < len(pages) and printed[index + 1]:
        catchword = pages[index + 1].first_words()
    return Furniture(
        number="" if silent else printed[index],
        foot=document.foot if section.foot else "",
        catchword=catchword,
        stamp=thai_digits_in_prose(document.stamp) if document.thai_digits else document.stamp,
    )


def _first_numbered(printed: Sequence[str]) -> int:
    return next((index for index, number in enumerate(printed) if number), -1)
