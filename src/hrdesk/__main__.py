"""`python -m hrdesk`, the console script and the frozen program start here."""

from __future__ import annotations

import sys

from hrdesk.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
