"""The guideline for developing public personnel as values (seed 004)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hrdesk.domain.framework import Named
from hrdesk.domain.framework_check import repeated
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """ประเด็นการพัฒนา with its strategies (กลยุทธ์); `goal` is our wording."""

    code: str
    name: str
    goal: str
    strategies: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Kpi:
    code: str
    name: str
    unit: str  # of measure: ร้อยละของบุคลากร


@dataclass(frozen=True, slots=True)
class Guideline:
    """Fiscal years are BE. `report_as_at` and `report_due` are words for print, without the year."""

    id: str
    version: str
    title: str
    source: str
    approved_on: date
    first_year: int
    last_year: int
    report_as_at: str
    report_due: str
    issues: tuple[Issue, ...]
    staff_groups: tuple[Named, ...]
    workforces: tuple[Named, ...]
    mindsets: tuple[Named, ...]
    skill_families: tuple[Named, ...]
    digital_skills: tuple[Named, ...]
    kpis: tuple[Kpi, ...]


def check_guideline(guideline: Guideline) -> tuple[Problem, ...]:
    """No code twice within a list; strategies belong to their issue by construction."""
    lists: dict[str, Iterable[Named | Issue | Kpi]] = {
        "issue": guideline.issues,
        "strategy": (strategy for issue in guideline.issues for strategy in issue.strategies),
        "staff_group": guideline.staff_groups,
        "workforce": guideline.workforces,
        "mindset": guideline.mindsets,
        "skill_family": guideline.skill_families,
        "digital_skill": guideline.digital_skills,
        "kpi": guideline.kpis,
    }
    return tuple(
        Problem(f"{kind}:{code}", f"รหัส “{code}” ซ้ำกัน", code="guideline.duplicate", place=f"{kind}:{code}")
        for kind, entries in lists.items()
        for code in repeated(entry.code for entry in entries)
    )
