"""Patterns made when they are first needed: the window, which needs this room's words, shows before."""

from __future__ import annotations

import re
from functools import cache


@cache
def pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
