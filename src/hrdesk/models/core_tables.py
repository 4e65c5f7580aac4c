"""The tables that others refer to. Whoever opens a database has these; the rest is loaded by what works on it."""

from __future__ import annotations

from hrdesk.models import curriculum, organization, plan, project, staff

__all__ = ["curriculum", "organization", "plan", "project", "staff"]
