"""Writes a Document as PDF."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC
from io import BytesIO
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from hrdesk.collecting import seldom_collected
from hrdesk.lazy_dataclass import dataclass
from hrdesk.progress import counted, part
from hrdesk.reports.atomic import written_whole
from hrdesk.reports.document import Contents, Krut, MemoHead, Orientation
from hrdesk.reports.typography.blocks import Blocks
from hrdesk.reports.typography.book import Page, Pager, numbered
from hrdesk.reports.typography.fonts import FontFamily, FontSet, check_fonts, default_family, load
from hrdesk.reports.typography.furniture import Furniture, PageTemplate, page_number
from hrdesk.reports.typography.headings import ContentsLine, HeadingParagraph
from hrdesk.reports.typography.pen import Pen
from hrdesk.reports.typography.units import Typesetter
from hrdesk.thai.numbers import thai_digits_in_prose

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from datetime import datetime

    from reportlab.pdfgen.canvas import Canvas

    from hrdesk.reports.document import Document, Section
    from hrdesk.reports.typography.furniture import Frame

_LANGUAGE = "th-TH"
_CREATOR = "hrdesk"
_NEW_OBJECTS = 50_000  # between two collections: lines and words stay until the file is written
_AT_A_TIME = 20  # pages
_LAYING_OUT = 0.6  # of the time; the rest is drawing
_SHRINKS = (1.0, 0.9, 0.8, 0.7, 0.6)  # of the size of a cover's lines, until they stay on one page


@dataclass(frozen=True, slots=True)
class Rendered:
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
        if not _has_contents(document):  # a page is drawn and forgotten as soon as it stands
            with closing(_paged(document, setter, paper)) as flowing:
                return _drawn(document, _some_at_a_time(flowing), setter, paper, fixed=fixed)
        with part(0.0, _LAYING_OUT):
            pages = list(_paged(document, setter, paper))
        _fill_contents(document, pages)
        with part(_LAYING_OUT, 1.0):
            return _drawn(document, counted(pages, every=1), setter, paper, fixed=fixed)


def _some_at_a_time(pages: Iterator[Page]) -> Iterator[Page]:
    """To lay out and draw by turns, page by page, costs a processor's cache a tenth of the time."""
    while some := list(islice(pages, _AT_A_TIME)):
        yield from some


def _has_contents(document: Document) -> bool:
    return any(isinstance(block, Contents) for section in document.sections for block in section.blocks)


def _drawn(
    document: Document, pages: Iterable[Page], setter: Typesetter, paper: PageTemplate, *, fixed: bool
) -> Rendered:
    buffer = BytesIO()
    canvas = _canvas(buffer, document, setter.fonts, fixed=fixed)
    pen = Pen(canvas, setter)
    count = 0
    for page, furniture in _furnished(document, pages):
        canvas.setPageSize(page.frame.paper)
        furniture.draw_stamp(pen, page.frame)
        furniture.draw_head(pen, page.frame, paper)
        page.draw(pen)
        furniture.draw_foot(pen, page.frame, paper)
        pen.end_page()
        count += 1
    canvas.save()
    return Rendered(buffer.getvalue(), count)


@dataclass(frozen=True, slots=True)
class Layout:
    """What another writer wants to know of our pages."""

    headings: tuple[str, ...]  # the printed page number of each, in their order; empty on pages without
    above: tuple[float, ...]  # points of white above each centred section, 0 for the others
    opening: tuple[str, ...]  # the first words of each section: the catchword of the page before it
    shrinks: tuple[float, ...]  # of their size is what the lines of a cover have in each section
    foot_size: float  # points at which the running foot stays on one line


def layout(document: Document) -> Layout:
    setter, template = Typesetter(load(default_family())), PageTemplate()
    pages = list(_paged(document, setter, template))
    first = {id(page.section): page for page in reversed(pages)}
    wide = setter.width(document.foot, template.foot_size)
    return Layout(
        tuple(number for page, number in _printed(document, pages) for flow in _flows(page) if isinstance(flow, HeadingParagraph)),
        tuple((first[id(s)].frame.height - first[id(s)].used) / 2 if s.centred else 0.0 for s in document.sections),
        tuple(first[id(s)].first_words() for s in document.sections),
        tuple(first[id(s)].shrink for s in document.sections),
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


def _paged(document: Document, setter: Typesetter, template: PageTemplate) -> Generator[Page, None, None]:
    blocks = Blocks(setter, document)
    blocks_before, blocks_in_all = 0, sum(len(section.blocks) for section in document.sections)
    for section in document.sections:
        frame = template.frame(section.orientation)
        first = template.frame(section.orientation, krut=opens_with_krut(section))
        blocks_after = blocks_before + len(section.blocks)
        with part(blocks_before / max(1, blocks_in_all), blocks_after / max(1, blocks_in_all)):
            if section.centred:
                yield from _on_one_page(section, frame, blocks, first)
            else:
                yield from Pager(section, frame, blocks.flows(section, frame.width), first).pages()
        blocks_before = blocks_after


def _on_one_page(section: Section, frame: Frame, blocks: Blocks, first: Frame) -> list[Page]:
    """A cover or a certificate: long titles in smaller letters. More pages only where the smallest are too large."""
    pages: list[Page] = []
    place = blocks.place
    for shrink in _SHRINKS:
        blocks.place = place
        pages = list(Pager(section, frame, blocks.flows(section, frame.width, shrink), first).pages())
        for page in pages:
            page.shrink = shrink
        if len(pages) == 1:
            break
    return pages


def opens_with_krut(section: Section) -> bool:
    return isinstance(next(iter(section.blocks), None), (Krut, MemoHead))


def _printed(document: Document, pages: Iterable[Page]) -> Iterator[tuple[Page, str]]:
    """Each page with its number as printed; empty where none is."""
    for page, number in numbered(pages, document.first_page):
        yield page, "" if number is None or not page.section.numbered else page_number(number, thai=document.thai_digits)


def _fill_contents(document: Document, pages: Sequence[Page]) -> None:
    places = {
        flow.key: number
        for page, number in _printed(document, pages)
        for flow in _flows(page)
        if isinstance(flow, HeadingParagraph)
    }
    for page in pages:
        for flow in _flows(page):
            if isinstance(flow, ContentsLine):
                flow.number = places.get(flow.key, "")


def _flows(page: Page) -> Iterator[object]:
    return (each.flow for each in page.placed)


def _furnished(document: Document, pages: Iterable[Page]) -> Iterator[tuple[Page, Furniture]]:
    """The catchword says what really starts the next page."""
    stamp = thai_digits_in_prose(document.stamp) if document.thai_digits else document.stamp
    any_number = False
    for here, following in pairwise(chain(_printed(document, pages), (None,))):
        if here is None:
            break
        page, number = here
        section = page.section
        silent = document.skip_first_number and bool(number) and not any_number
        silent = silent or (page.opens and opens_with_krut(section))
        any_number = any_number or bool(number)
        catchword = ""
        if document.catchwords and section.numbered and following and following[1]:
            catchword = following[0].first_words()
        foot = document.foot if section.foot else ""
        yield page, Furniture("" if silent else number, foot, catchword, stamp)
