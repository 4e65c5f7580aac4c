"""Flows onto pages. Nothing is drawn here: the whole book is paged before its first page is drawn."""

from __future__ import annotations

from collections import deque
from dataclasses import field
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.progress import part
from hrdesk.reports.document import Align
from hrdesk.reports.typography.paragraph import ThaiParagraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrdesk.reports.document import Section
    from hrdesk.reports.typography.flow import Flow
    from hrdesk.reports.typography.furniture import Frame
    from hrdesk.reports.typography.pen import Pen

_FUZZ = 0.01
_MOST_BROUGHT = 0.4  # of the page's height goes along with a signature: rather alone than below an empty page
_FEWEST_LINES = 2
_CLOSING = 200.0  # points: what begins that far right closes a letter


class White:
    """Vertical space; a page break when `ends_page`. Dropped at the top of a page."""

    before = after = 0.0
    keep_with_next = False

    def __init__(self, height: float = 0.0, *, ends_page: bool = False) -> None:
        self.height = height
        self.ends_page = ends_page

    def wrap(self, width: float) -> float:  # noqa: ARG002
        return self.height

    def start_height(self) -> float:
        return self.height

    def split(self, height: float, page: float) -> None:  # noqa: ARG002
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pass

    def first_words(self) -> str:
        return ""


@dataclass(slots=True)
class Placed:
    flow: Flow
    down: float  # from the frame's top


@dataclass(slots=True)
class Page:
    section: Section
    frame: Frame
    placed: list[Placed] = field(default_factory=list)
    used: float = 0.0
    opens: bool = False  # its section
    shrink: float = 1.0  # of their size is what the lines of a cover have

    def first_words(self) -> str:
        return next((words for each in self.placed if (words := each.flow.first_words())), "")

    def draw(self, pen: Pen) -> None:
        free = self.frame.height - self.used if self.section.centred else 0.0
        for each in self.placed:
            each.flow.draw(pen, self.frame.left, self.frame.top - each.down - free / 2)


class Pager:
    """Fills the pages of one section."""

    def __init__(self, section: Section, frame: Frame, flows: Iterable[Flow], first: Frame | None = None) -> None:
        """`first` is the frame of the first page, as wide as the others'."""
        self._frame = frame
        self._section = section
        self._queue = deque(flows)
        self._page = Page(section, first or frame, opens=True)
        self._ready: deque[Page] = deque()

    def pages(self) -> Iterator[Page]:
        """Each as soon as nothing can change it any more."""
        total = len(self._queue)  # what is split goes back to the queue, so that this never runs ahead
        while self._queue:
            done = total - len(self._queue)
            with part(done / total, (done + 1) / total):
                while self._queue and total - len(self._queue) <= done:
                    self._next()
                    while self._ready:
                        yield self._ready.popleft()
        yield self._page

    def _turn(self) -> None:
        self._ready.append(self._page)
        self._page = Page(self._section, self._frame)

    def _next(self) -> None:
        flow = self._queue.popleft()
        at_top = not self._page.placed
        if isinstance(flow, White) and (at_top or flow.ends_page):
            if flow.ends_page and not at_top and self._queue:
                self._turn()
            return
        height = flow.wrap(self._frame.width)
        if isinstance(flow, White) and self._page.used + height > self._page.frame.height and self._closes_next():
            return
        gap = 0.0 if at_top else max(self._page.placed[-1].flow.after, flow.before)
        room = self._page.frame.height - self._page.used - gap
        if self._need(flow, height) <= room + _FUZZ or (at_top and height <= room + _FUZZ):
            self._place(flow, gap, height)
            return
        parts = None if flow.keep_with_next and not at_top else flow.split(room, self._frame.height)
        if parts is not None:
            head, rest = parts
            self._place(head, gap, head.wrap(self._frame.width))
            self._queue.appendleft(rest)
            self._turn()
        elif at_top:  # taller than a page and not to be split
            self._place(flow, gap, height)
        else:
            self._queue.appendleft(flow)
            after_white = next((each for each in self._queue if not isinstance(each, White)), flow)
            if getattr(after_white, "keep_with_previous", False):
                self._bring_along()
            self._turn()

    def _closes_next(self) -> bool:
        """What follows stays with what stands before: no page is turned between them."""
        return bool(self._queue) and getattr(self._queue[0], "keep_with_previous", False)

    def _place(self, flow: Flow, gap: float, height: float) -> None:
        self._page.placed.append(Placed(flow, self._page.used + gap))
        self._page.used += gap + height

    def _need(self, flow: Flow, height: float) -> float:
        """The height that must be free for `flow` to stand here, with what it must not part from."""
        if not flow.keep_with_next:
            return height
        need, after = height, flow.after
        for follower in self._queue:
            if isinstance(follower, White) and follower.ends_page:
                break
            tall = follower.wrap(self._frame.width)
            chained = follower.keep_with_next or isinstance(follower, White)
            need += max(after, follower.before) + (tall if chained else min(tall, follower.start_height()))
            after = follower.after
            if not chained:
                break
        return need if need <= self._frame.height else height

    def _bring_along(self) -> None:
        """A signature never opens a page alone: the end of the text before it goes with it."""
        placed = self._page.placed
        at = len(placed) - 1
        while at >= 0 and not _goes_on(placed[at].flow):
            at -= 1
        if at <= 0:
            return
        paragraph = placed[at].flow
        splits = isinstance(paragraph, ThaiParagraph) and len(paragraph.lines) >= 2 * _FEWEST_LINES
        while not splits and at > 1 and _leads(placed[at - 1].flow, placed[at].flow):
            at -= 1
        down = placed[at].down
        if not splits and self._page.used - down > self._page.frame.height * _MOST_BROUGHT:
            return
        taken = [each.flow for each in placed[at:]]
        del placed[at:]
        self._page.used = down
        if splits and isinstance(paragraph, ThaiParagraph):
            head, taken[0] = paragraph.split_after(len(paragraph.lines) - _FEWEST_LINES)
            self._place(head, 0.0, head.height)
        self._queue.extendleft(reversed(taken))


def _goes_on(flow: Flow) -> bool:
    """Running text; the one line that closes a paper (สั่ง ณ วันที่ …, ขอแสดงความนับถือ) is none."""
    if not isinstance(flow, ThaiParagraph):
        return _filled_in(flow)
    return len(flow.lines) > 1 or (flow.style.align is not Align.CENTER and flow.style.left < flow.style.first + _CLOSING)


def _leads(before: Flow, flow: Flow) -> bool:
    """A heading goes with its text, and lines filled in go together."""
    return before.keep_with_next or (_filled_in(before) and _filled_in(flow))


def _filled_in(flow: Flow) -> bool:
    return getattr(flow, "filled_in", False)


def numbered(pages: Iterable[Page], first: int) -> Iterator[tuple[Page, int | None]]:
    """Page numbers count from the first page of a numbered section; pages before it have none."""
    count: int | None = None
    for page in pages:
        if count is not None:
            count += 1
        elif page.section.numbered:
            count = first
        yield page, count
