"""Moments, by the clock of this PC, and periods as the screens say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from hrdesk.domain.fiscal import PlanPeriod


def moment_word(when: datetime) -> str:
    """5 ม.ค. 2567 เวลา 09:42 น."""
    from hrdesk.thai.dates import short_date  # noqa: PLC0415 - the first page, shown first, says no dates

    here = when.astimezone()
    return f"{short_date(here.date())} เวลา {here.strftime('%H:%M')} น."


def ago_word(when: datetime, now: datetime) -> str:
    """วันนี้ เวลา 09:42 น., เมื่อวาน …, 5 วันก่อน (5 ม.ค. 2567 …)"""
    days = (now.astimezone().date() - when.astimezone().date()).days
    clock = f"เวลา {when.astimezone().strftime('%H:%M')} น."
    if days == 0:
        return f"วันนี้ {clock}"
    if days == 1:
        return f"เมื่อวาน {clock}"
    return moment_word(when) if days < 0 else f"{days:,} วันก่อน ({moment_word(when)})"


def period_word(period: PlanPeriod) -> str:
    """พ.ศ. 2564–2566"""
    return f"พ.ศ. {period.first}" if period.count == 1 else f"พ.ศ. {period.first}–{period.last}"
