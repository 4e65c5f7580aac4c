"""What the proposal of a year's project reads (F10)."""

from __future__ import annotations

from hrdesk.domain.plan import Satang
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Block
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot


@dataclass(frozen=True, slots=True)
class CostRow:
    item: str
    unit_price: Satang
    quantity: int
    unit: str
    times: int
    amount: Satang  # always the product


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of T6."""

    name: str
    target: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectSnapshot(OfficeSnapshot):
    """A project of the year; what nobody wrote yet has dots or lines to be filled in by hand."""

    year: str
    project_title: str
    basis: str  # the plan it is of, or why it is carried out beside it
    memo_number: str
    memo_date: str
    responsible: str
    organizer: str
    venue: str
    people: str
    dates: str
    hours: str
    lecture_hours: str
    other_hours: str
    budget_total: str
    budget_words: str
    cost_words: str
    attendance_percent: str
    sources: tuple[str, ...]  # of money, with what each gives
    methods: tuple[str, ...]
    targets: tuple[str, ...]
    courses: tuple[str, ...]
    principles: tuple[Block, ...]
    objectives: tuple[Block, ...]
    goals: tuple[Block, ...]
    knowledge: tuple[Block, ...]
    approach: tuple[Block, ...]
    schedule: tuple[Block, ...]
    evaluation: tuple[Block, ...]
    suggestions: tuple[Block, ...]
    cost_rows: tuple[CostRow, ...]
    output_rows: tuple[IndicatorRow, ...]
    outcome_rows: tuple[IndicatorRow, ...]
