"""The signed papers of the evidence pack, as the officer records them. `evidence_reading.py` counts what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import needs
from hrdesk.services.area import Area
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from hrdesk.domain.evidence import EvidenceRecord
    from hrdesk.domain.plan_terms import Evidence
    from hrdesk.models.database import Database


@dataclass(frozen=True, slots=True)
class EvidenceService:
    database: Database

    def record(self, year: int, kind: Evidence, record: EvidenceRecord) -> Area:
        """An empty record takes back what was recorded."""
        with self.database.begin() as session:
            row = session.get(needs.EvidenceRecord, (year, kind))
            if not (clean(record.document) or record.dated or clean(record.note)):
                if row is not None:
                    session.delete(row)
                return Area.PLAN
            row = row or needs.EvidenceRecord(year=year, kind=kind)
            row.document, row.dated, row.note = clean(record.document), record.dated, clean(record.note)
            session.add(row)
        return Area.PLAN
