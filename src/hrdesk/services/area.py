"""What every page knows of the services before any of them is there; the cheapest import of this floor."""

from __future__ import annotations

from enum import Flag, auto
from typing import TYPE_CHECKING

from hrdesk.errors import UserError

if TYPE_CHECKING:
    from hrdesk.errors import Problem


class Area(Flag):
    """What a change touched; every changing call returns it, and a page reloads when it shows some of it."""

    ORGANIZATION = auto()
    STAFF = auto()
    CURRICULUM = auto()
    PLAN = auto()
    MONITORING = auto()
    SKILLS = auto()
    TRAINING = auto()
    NEEDS = auto()


class InvalidRecord(UserError):  # noqa: N818 - what it is, not that it went wrong
    """A record that was not saved; `problems` name its fields."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("ยังไม่ได้บันทึก กรุณาแก้ไขรายการต่อไปนี้: " + "; ".join(p.text for p in problems))
        self.problems = problems
