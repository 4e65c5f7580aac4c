"""What was recorded of a plan's way and its papers, read by plain SQL: for every print."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING, Any

from hrdesk.domain.life import FROZEN, Edition, FrozenPlan, IssuedDocument, PlanEvent, PrintedPlan
from hrdesk.domain.plan_terms import DocumentKind, PlanStatus
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.models.plain import day, member, moment, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.domain.plan import PlanDraft
    from hrdesk.models.plain import Source, Values

_PAPER = "d.id, d.kind, d.number, d.dated, d.subject, d.form, d.plan_id"
_EDITION = (
    f"SELECT e.id, e.number, e.announced_on, e.taken_at, e.reason, e.resolution, {_PAPER}"  # noqa: S608
    " FROM plan_edition e LEFT JOIN issued_document d ON e.document_id = d.id WHERE e.plan_id = ?"
)


def read_history(source: Source, plan_id: int) -> tuple[PlanEvent, ...]:
    """Oldest first."""
    found = rows_of(source)(
        f"SELECT e.id, e.status, e.happened_on, e.resolution, e.note, e.meeting_id, {_PAPER}"  # noqa: S608
        " FROM plan_event e LEFT JOIN issued_document d ON e.document_id = d.id WHERE e.plan_id = ? ORDER BY e.id", plan_id,
    )  # fmt: skip
    return tuple(
        PlanEvent(id_, member(PlanStatus, status), day(on), resolution, note, _paper(paper), meeting)
        for id_, status, on, resolution, note, meeting, *paper in found
    )


def read_editions(source: Source, plan_id: int) -> tuple[Edition, ...]:
    """Newest first; empty before the plan is announced."""
    return tuple(_edition(row) for row in rows_of(source)(f"{_EDITION} ORDER BY e.number DESC", plan_id))


def read_issued(source: Source, plan_id: int | None = None) -> tuple[IssuedDocument, ...]:
    """Numbered papers, newest first; those of one plan, or all."""
    chosen, values = ("", ()) if plan_id is None else (" WHERE d.plan_id = ?", (plan_id,))
    found = rows_of(source)(
        f"SELECT {_PAPER} FROM issued_document d{chosen} ORDER BY d.dated DESC, d.id DESC", *values  # noqa: S608
    )
    return tuple(paper for row in found if (paper := _paper(row)))


def read_frozen(source: Source, plan_id: int, edition_id: int | None = None) -> tuple[Edition, FrozenPlan] | None:
    """An edition with what it keeps, the newest when none is named; None before the plan was announced."""
    rows = rows_of(source)
    known = read_editions(rows, plan_id)
    edition = next((one for one in known if edition_id in (None, one.id)), None)
    if edition is None:
        return None
    ((content,),) = rows("SELECT content FROM plan_edition WHERE id = ?", edition.id)
    return edition, _thawed(content)


def read_edition_printed(source: Source, draft: PlanDraft, edition_id: int | None = None) -> PrintedPlan | None:
    """What forms print of an announced plan, of the newest edition when none is named; None before it was announced."""
    if edition_id is None and draft.status not in FROZEN:
        return None
    found = read_frozen(source, draft.id, edition_id)
    if found is None:
        return None
    edition, kept = found
    emblem = None if kept.krut is None else b64decode(kept.krut)
    return PrintedPlan(kept.office, replace(kept.printed, status=draft.status), edition, emblem, b64decode(kept.logo))


def _paper(row: Sequence[Any]) -> IssuedDocument | None:
    id_, kind, number, dated, subject, form, plan = row
    if id_ is None:
        return None
    return IssuedDocument(id_, member(DocumentKind, kind), number, day(dated), subject, form, plan)


def _edition(row: Values) -> Edition:
    id_, number, on, taken, reason, resolution, *paper = row
    return Edition(id_, number, day(on), moment(taken), reason, resolution, _paper(paper))


def _thawed(content: str) -> FrozenPlan:
    from hrdesk.services.value_json import from_json  # noqa: PLC0415 - for what was announced

    try:
        return from_json(FrozenPlan, content)
    except ValueError as error:
        raise UserError(
            "เปิดฉบับที่ประกาศใช้ไม่ได้ เพราะบันทึกจากโปรแกรมรุ่นอื่น ข้อมูลยังอยู่ครบ กรุณาเปิดด้วยโปรแกรมรุ่นที่ประกาศใช้แผน"
        ) from error
