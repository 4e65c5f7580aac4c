"""What falls due, read by plain SQL: the first page shows it at every start."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.domain.training_terms import YearProjectStatus
from hrdesk.models.plain import day
from hrdesk.services.glance import DueItem

if TYPE_CHECKING:
    from hrdesk.models.plain import Rows

SOON = timedelta(days=30)
_OVER = (YearProjectStatus.DONE, YearProjectStatus.CANCELLED, YearProjectStatus.POSTPONED)


def due_items(rows: Rows, today: date) -> tuple[DueItem, ...]:
    """Rounds to close, projects to evaluate, people to follow up: late ones and those of the next month, the earliest first."""
    until = (today + SOON).isoformat()
    found = [*_rounds(rows, until), *_entries(rows, until), *_follow_ups(rows, until)]
    return tuple(sorted(found, key=lambda item: (item.due, item.text)))


def next_due_change(rows: Rows, today: date) -> date | None:
    """Until that day `due_items` says what it says today, unless the data change; None where it always will."""
    after = (today + SOON).isoformat()
    (found,) = rows(
        "SELECT (SELECT min(as_at) FROM monitoring_report WHERE status = ? AND as_at > ?),"
        " (SELECT min(due) FROM evaluation_schedule WHERE due > ?),"
        " (SELECT min(due_on) FROM follow_up WHERE done_on IS NULL AND due_on > ?)",
        RoundStatus.OPEN, after, after, after,
    )  # fmt: skip
    return min((day(one) - SOON for one in found if one is not None), default=None)


def scheduled_years(rows: Rows, plan_id: int) -> frozenset[int]:
    """The years whose rounds stand in a schedule of their own."""
    return frozenset(year for (year,) in rows("SELECT DISTINCT year FROM monitoring_report WHERE plan_id = ?", plan_id))


def _rounds(rows: Rows, until: str) -> list[DueItem]:
    found = rows(
        "SELECT plan_id, year, number, as_at FROM monitoring_report WHERE status = ? AND as_at <= ?", RoundStatus.OPEN, until
    )
    return [
        DueItem(f"ติดตามและประเมินผลครั้งที่ {number} ปีงบประมาณ พ.ศ. {year}", day(due), f"round:{plan}:{year}:{number}")
        for plan, year, number, due in found
    ]


def _entries(rows: Rows, until: str) -> list[DueItem]:
    """A line for each day on which evaluations fall due, of projects not over, while a round of their year is open."""
    found = rows(
        "SELECT p.plan_id, s.year, s.due, count(*), min(p.title) FROM evaluation_schedule s JOIN project p ON s.project_id = p.id"
        " WHERE s.due <= ?"
        " AND EXISTS (SELECT 1 FROM monitoring_report r WHERE r.plan_id = p.plan_id AND r.year = s.year AND r.status = ?)"
        " AND NOT EXISTS (SELECT 1 FROM year_project y WHERE y.plan_project_id = p.id AND y.year = s.year"
        " AND y.status IN (?, ?, ?))"
        " GROUP BY p.plan_id, s.year, s.due",
        until, RoundStatus.OPEN, *_OVER,
    )  # fmt: skip
    return [
        DueItem(f"ประเมินผล{title if count == 1 else f' {count} โครงการ'} ปีงบประมาณ พ.ศ. {year}", day(due), f"schedule:{plan}:{year}")
        for plan, year, due, count, title in found
    ]


def _follow_ups(rows: Rows, until: str) -> list[DueItem]:
    """A line for each class whose people are to be followed up."""
    found = rows(
        "SELECT y.title, c.id, c.number, count(*), min(f.due_on) FROM year_project y"
        " JOIN training_class c ON c.year_project_id = y.id JOIN participant p ON p.class_id = c.id"
        " JOIN follow_up f ON f.participant_id = p.id WHERE f.done_on IS NULL AND f.due_on <= ? GROUP BY c.id",
        until,
    )
    return [
        DueItem(f"ติดตามผลหลังการอบรม {title} รุ่นที่ {number} ({people} คน)", day(due), f"class:{class_id}", "classes")
        for title, class_id, number, people, due in found
    ]
