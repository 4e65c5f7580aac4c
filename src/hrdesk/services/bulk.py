"""Work on very many small values at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.collecting import seldom_collected

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_NEVER = 2**31 - 1  # new objects


def collector_paused() -> AbstractContextManager[None]:
    """Within it no circles are looked for: rows and records have none, and looking at all of them again and again
    costs a tenth of the work. What is no longer used is freed as ever.
    """
    return seldom_collected(_NEVER)
