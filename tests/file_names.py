"""What a file's name may hold on this system, for tests of unusual names."""

from __future__ import annotations

import sys

WINDOWS = sys.platform == "win32"
UNUSUAL = "" if WINDOWS else "?"  # begins the query of an address
LONG = 40 if WINDOWS else 200  # letters that still leave room for folder and backups: 259 in all on Windows
