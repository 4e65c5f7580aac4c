"""`python -m hrdesk`, the console script and the frozen program start here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hrdesk import cli

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """One command, or the window; the process ends with it."""
    return cli.main(argv, last=True)


if __name__ == "__main__":
    sys.exit(main())
