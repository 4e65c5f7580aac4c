"""What a page is filled with: anything that can be measured, split and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hrdesk.reports.typography.pen import Pen


class Flow(Protocol):
    """Lengths are points. `wrap` comes first; `split` and `draw` speak of the width wrapped to."""

    before: float  # white space above, not at the top of a page
    after: float
    keep_with_next: bool

    def wrap(self, width: float) -> float:
        """The height at this width."""
        ...

    def start_height(self) -> float:
        """The least height that may stand at the foot of a page."""
        ...

    def split(self, height: float, page: float) -> tuple[Flow, Flow] | None:
        """What fits into `height`, and the rest; None when it should rather move to a new page.

        `page` is the height of an empty page: what is larger must be cut somewhere.
        """
        ...

    def draw(self, pen: Pen, x: float, top: float) -> None: ...

    def first_words(self) -> str:
        """What a reader sees first, for the catchword; empty if there is no text."""
        ...
