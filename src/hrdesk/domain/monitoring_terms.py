"""Words of monitoring and evaluation; `terms.term` knows them too."""

from __future__ import annotations

from enum import StrEnum


class RoundStatus(StrEnum):
    """A closed round keeps its figures as they were."""

    OPEN = "open"
    CLOSED = "closed"


class Deviation(StrEnum):
    """Which standard deviation: papers must say."""

    SAMPLE = "sample"  # divides by n - 1: those asked stand for more people
    POPULATION = "population"  # divides by n: everybody was asked


TERMS: tuple[tuple[StrEnum, str], ...] = (
    (RoundStatus.OPEN, "กำลังจัดทำ"),
    (RoundStatus.CLOSED, "ปิดแล้ว"),
    (Deviation.SAMPLE, "ส่วนเบี่ยงเบนมาตรฐานของกลุ่มตัวอย่าง (หารด้วย n - 1)"),
    (Deviation.POPULATION, "ส่วนเบี่ยงเบนมาตรฐานของประชากร (หารด้วย n)"),
)
