"""What the register of numbered papers reads: one calendar year."""

from __future__ import annotations

from collections.abc import Sequence

from hrdesk.domain.office import Office
from hrdesk.domain.paper_register import PaperLine, remark, sentence, tell_years
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Block, ListItem, Run
from hrdesk.reports.snapshots.snapshot import office_words
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
from hrdesk.thai.dates import short_date


@dataclass(frozen=True, slots=True)
class PaperRow:
    kind: str
    number: str  # 12/2567
    dated: str
    subject: str
    about: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRegisterSnapshot(OfficeSnapshot):
    calendar_year: str
    papers_count: str
    paper_rows: tuple[PaperRow, ...]
    numbers_told: tuple[Block, ...]  # of each kind: how many, the next, what was left out or given twice


def paper_register_snapshot(office: Office, year: int, lines: Sequence[PaperLine]) -> PaperRegisterSnapshot:
    years = tell_years(lines)
    return PaperRegisterSnapshot(
        **office_words(office),
        calendar_year=str(year),
        papers_count=f"{len(lines):,}",
        paper_rows=tuple(
            PaperRow(term(one.kind), one.label, short_date(one.dated), one.subject, one.about or "-", remark(one, years))
            for one in lines
        ),
        numbers_told=tuple(ListItem("-", (Run(sentence(one, term(one.kind))),)) for one in years if one.count),
    )
