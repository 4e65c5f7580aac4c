"""Where the command line speaks. A window program of Windows, started from the menu, has no such streams at all."""

from __future__ import annotations

import os
import sys


def open_streams() -> bool:
    """UTF-8 in both, so that a console of another code page stops no Thai line; what is missing is written nowhere.

    Returns whether somebody can read an error.
    """
    heard = sys.stderr is not None
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - ends with the process
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return heard
