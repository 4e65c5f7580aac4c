"""Imports that can be taken back, and how the columns of lists were understood."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from hrdesk.models.base import Base, Id, Line, Moment, Prose


class ImportBatch(Base):
    __tablename__ = "import_batch"

    id: Mapped[Id]
    made_at: Mapped[Moment]
    source: Mapped[Line]  # the file's name
    summary: Mapped[Line]
    payload: Mapped[Prose]  # JSON: what every touched row was before, and a digest of what it became


class ImportMapping(Base):
    __tablename__ = "import_mapping"

    signature: Mapped[str] = mapped_column(String(64), primary_key=True)  # of the headings
    columns: Mapped[Prose]  # JSON
    updated_at: Mapped[Moment]
