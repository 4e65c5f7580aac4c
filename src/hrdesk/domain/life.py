"""What happens to a plan after it is drafted: its stages, numbered papers, announced editions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from hrdesk.domain.fiscal import BE_OFFSET
from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.plan_terms import DocumentKind, PlanStatus
from hrdesk.lazy_dataclass import dataclass, replace

S = PlanStatus
FROZEN = frozenset({S.ANNOUNCED, S.CLOSED})  # changed by numbered revisions only
IN_FORCE = frozenset({S.ANNOUNCED, S.REVISING})
NEXT: dict[PlanStatus, tuple[PlanStatus, ...]] = {  # the usual step first
    S.DRAFT: (S.COMMITTEE,),
    S.COMMITTEE: (S.REVISED, S.MAYOR, S.DRAFT),
    S.REVISED: (S.MAYOR, S.COMMITTEE),
    S.MAYOR: (S.PROVINCE, S.REVISED),
    S.PROVINCE: (S.ANNOUNCED, S.REVISED),
    S.ANNOUNCED: (S.CLOSED, S.REVISING),
    S.REVISING: (S.ANNOUNCED,),
    S.CLOSED: (),
}


def may_follow(status: PlanStatus, after: PlanStatus) -> bool:
    return status in NEXT[after]


def calendar_year(day: date) -> int:
    """The Buddhist-era year by which orders are numbered; unlike fiscal years it begins in January."""
    return day.year + BE_OFFSET


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """An order, announcement or letter. `form` names the form it was printed with, `plan` the plan it is about."""

    id: int
    kind: DocumentKind
    number: str
    dated: date
    subject: str
    form: str = ""
    plan: int | None = None

    @property
    def year(self) -> int:
        return calendar_year(self.dated)

    @property
    def label(self) -> str:
        """`12/2567` for what is numbered by calendar year; letters bear their whole number themselves."""
        numbered = self.kind in (DocumentKind.ORDER, DocumentKind.ANNOUNCEMENT)
        return f"{self.number}/{self.year}" if numbered and "/" not in self.number else self.number


def next_number(numbers: Iterable[str]) -> int:
    """One more than the largest of a year; numbers that are no plain digits do not count."""
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """The plan came to `status` on a day, with the paper or the meeting that brought it there."""

    id: int
    status: PlanStatus
    happened_on: date
    resolution: str = ""
    note: str = ""
    document: IssuedDocument | None = None
    meeting: int | None = None  # Meeting.id


@dataclass(frozen=True, slots=True)
class FrozenPlan:
    """All that the forms of an announced plan print: nothing is read from the register again."""

    office: Office
    draft: PlanDraft
    texts: dict[str, str]  # the standard passages of that day, by chapter
    krut: str | None = None  # the image of that day in base64, "" for none; None where it was not kept
    logo: str = ""  # the office's own emblem of that day, likewise; printed on no edition that does not keep one

    @property
    def printed(self) -> PlanDraft:
        """The draft with every chapter's words in it, so that later standard passages do not matter."""
        return replace(self.draft, chapters={**self.texts, **self.draft.chapters})


@dataclass(frozen=True, slots=True)
class Edition:
    """The plan as announced (number 0), or as its revision of that number."""

    id: int
    number: int
    announced_on: date
    taken_at: datetime
    reason: str = ""
    resolution: str = ""
    document: IssuedDocument | None = None

    @property
    def title(self) -> str:
        return f"ฉบับแก้ไขครั้งที่ {self.number}" if self.number else "ฉบับประกาศใช้"


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """What forms print of a plan: a frozen edition with the pictures of its day, or today's office and draft."""

    office: Office
    draft: PlanDraft
    edition: Edition | None = None
    emblem: bytes | None = None  # the krut; None for that of today
    logo: bytes | None = None  # likewise
