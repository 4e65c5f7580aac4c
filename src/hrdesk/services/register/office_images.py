"""The office's pictures: the krut and its own emblem, kept in the database so that they travel with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.register_terms import ImageKind
from hrdesk.errors import UserError
from hrdesk.models.office_parts import OfficeImage
from hrdesk.services.area import Area
from hrdesk.services.register.reading import read_image

if TYPE_CHECKING:
    from hrdesk.models.database import Database

PNG = b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 4_000_000


class OfficeImageService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def image(self, kind: ImageKind) -> bytes:
        """A PNG, or nothing."""
        with self._database.rows() as rows:
            return read_image(rows, kind)

    def put(self, kind: ImageKind, content: bytes) -> Area:
        """A PNG; nothing removes the one that is there. UserError for anything else."""
        if content and (not content.startswith(PNG) or len(content) > MOST_BYTES):
            raise UserError("ภาพต้องเป็น PNG ไม่เกิน 4 MB ภาพเดิมและข้อมูลอื่นไม่ถูกเปลี่ยนแปลง กรุณาเลือกแฟ้มอื่น")
        with self._database.begin() as session:
            row = session.get(OfficeImage, kind)
            if not content:
                if row is not None:
                    session.delete(row)
                return Area.ORGANIZATION
            row = row or OfficeImage(kind=kind, place=list(ImageKind).index(kind))
            row.content = content
            session.add(row)
        return Area.ORGANIZATION

