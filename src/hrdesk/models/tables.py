"""Every table, imported once so that the metadata and the relationships are whole."""

from __future__ import annotations

from hrdesk.models import curriculum, organization, plan, project, staff
from hrdesk.models.base import Base

METADATA = Base.metadata

__all__ = ["METADATA", "curriculum", "organization", "plan", "project", "staff"]
