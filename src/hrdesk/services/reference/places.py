"""Place names that are offered while they are typed."""

from __future__ import annotations

from functools import cache

from hrdesk.config import resource_path


@cache
def provinces() -> tuple[str, ...]:
    """The 77 provinces, in dictionary order."""
    return tuple(resource_path("reference", "provinces.txt").read_text(encoding="utf-8").split())
