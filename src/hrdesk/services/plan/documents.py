"""The register of numbered papers: orders and announcements are numbered anew each calendar year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from hrdesk.domain.life import IssuedDocument, calendar_year, next_number
from hrdesk.domain.paper_register import BY_YEAR, PaperLine, in_order, plain
from hrdesk.domain.plan_terms import DocumentKind
from hrdesk.domain.terms import term
from hrdesk.errors import Problem, UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import plan_life as tables
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.plan.life_reading import read_issued
from hrdesk.services.records import take
from hrdesk.thai.numbers import arabic_digits
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database


@dataclass(frozen=True, slots=True)
class DocumentsService:
    """Other papers than the plan's (orders to attend, letters) are issued here too."""

    database: Database

    def issued(self, plan: int | None = None) -> tuple[IssuedDocument, ...]:
        """Newest first; those of one plan, or all."""
        with self.database.rows() as rows:
            return read_issued(rows, plan)

    def years(self) -> tuple[int, ...]:
        """Calendar years of which some number is known, newest first."""
        from hrdesk.services.plan.numbered_elsewhere import numbered_elsewhere  # noqa: PLC0415 - see its first line

        row = tables.IssuedDocument
        with self.database.read() as session:
            found = set(session.scalars(select(row.year).distinct()))
            found.update(calendar_year(line.dated) for line in numbered_elsewhere(session))
        return tuple(sorted(found, reverse=True))

    def register(self, year: int) -> tuple[PaperLine, ...]:
        """Every numbered paper of a calendar year (Buddhist era) in order, also those numbered with classes and projects."""
        from hrdesk.services.plan.numbered_elsewhere import PaperAbout, numbered_elsewhere  # noqa: PLC0415

        row = tables.IssuedDocument
        with self.database.read() as session:
            about = PaperAbout(session)
            issued = [document_of(one) for one in session.scalars(select(row).where(row.year == year))]
            lines = [
                PaperLine(one.kind, one.number, one.dated, one.subject, about.of(one), one) for one in issued
            ]
            known = {(one.kind, plain(one.number)) for one in issued}
            for line in numbered_elsewhere(session):
                if calendar_year(line.dated) == year and (line.kind, plain(line.number)) not in known:
                    lines.append(line)
                    known.add((line.kind, plain(line.number)))  # one order may send people to several classes
        return in_order(lines)

    def suggested_number(self, kind: DocumentKind, year: int) -> str:
        """The next of that calendar year (Buddhist era); empty for letters, whose numbers the office's clerk gives."""
        if kind not in BY_YEAR:
            return ""
        return str(next_number(plain(line.number) for line in self.register(year) if line.kind is kind))

    def issue(self, document: IssuedDocument) -> tuple[int, Area]:
        """InvalidRecord when it lacks its number, or another paper of that year bears it."""
        with self.database.begin() as session:
            return write_document(session, document).id, Area.PLAN

    def delete(self, document_id: int) -> Area:
        """UserError when a plan's history rests on it, or it is gone."""
        try:
            with self.database.begin() as session:
                session.delete(take(session, tables.IssuedDocument, document_id))
        except IntegrityError as error:
            raise UserError(
                "ลบเอกสารนี้ไม่ได้ เพราะประวัติของแผนอ้างถึงอยู่ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้ขั้นตอนของแผนที่อ้างถึงก่อน"
            ) from error
        return Area.PLAN


def document_of(row: tables.IssuedDocument) -> IssuedDocument:
    return IssuedDocument(row.id, row.kind, row.number, row.dated, row.subject, row.form, row.plan_id)


def write_document(session: Session, document: IssuedDocument) -> tables.IssuedDocument:
    """Inside the caller's transaction."""
    number, year = arabic_digits(clean(document.number)), calendar_year(document.dated)
    if document.kind in BY_YEAR:
        number = number.removesuffix(f"/{year}")
    _demand_free(session, document, number, year)
    row = session.get(tables.IssuedDocument, document.id) if document.id else None
    row = row or tables.IssuedDocument()
    row.kind, row.year, row.number, row.dated = document.kind, year, number, document.dated
    row.subject, row.form, row.plan_id = clean(document.subject), document.form, document.plan
    session.add(row)
    session.flush()
    return row


def _demand_free(session: Session, document: IssuedDocument, number: str, year: int) -> None:
    if not number:
        raise InvalidRecord((Problem("document.number", f"ยังไม่ได้กรอกเลขที่{term(document.kind)}"),))
    if document.kind not in BY_YEAR:
        return
    row = tables.IssuedDocument
    same = select(row).where(row.kind == document.kind, row.year == year, row.number == number, row.id != document.id)
    if other := session.scalars(same).first():
        text = f"{term(document.kind)}ที่ {number}/{year} ออกไปแล้ว เรื่อง “{other.subject}” กรุณาใช้เลขอื่น"
        raise InvalidRecord((Problem("document.number", text),))
