"""`python -m hrdesk`, the console script and the frozen program start here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hrdesk.collecting import seldom_collected

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_LOADED = 100_000  # new objects: more than any start makes, and all of them stay


def main(argv: Sequence[str] | None = None) -> int:
    """One command, or the window; the process ends with it."""
    with seldom_collected(_LOADED):
        from hrdesk import cli  # noqa: PLC0415 - its modules are not searched for garbage
    return cli.main(argv, last=True)


if __name__ == "__main__":
    sys.exit(main())
