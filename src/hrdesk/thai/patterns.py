"""Patterns made when they are first needed: the window, which needs this room's words, shows before."""

from __future__ import annotations

import re
from functools import cache

DEPENDENT = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"  # written after, above or below a consonant; for the brackets of a class
DEPENDENT_SIGNS = frozenset(map(chr, (*range(0xE30, 0xE3B), 0xE45, *range(0xE47, 0xE4F))))  # the same, one by one


@cache
def pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
