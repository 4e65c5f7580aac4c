"""The units that a list names, found in the register or added to it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hrdesk.domain.office import OrgUnit
from hrdesk.services.staffing.cells import Unreadable
from hrdesk.thai.numbers import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACES = re.compile(r"\s+")
_CHIEF_OFFICE = re.compile(r"^สำนัก(?:งาน)?ปลัด(?:เทศบาล|อบต\.?|อบจ\.?|องค์การบริหารส่วน(?:ตำบล|จังหวัด))?.*$")
SEPARATOR = " / "


@lru_cache(maxsize=1 << 12)
def unit_key(name: str) -> str:
    """สำนักปลัด and สำนักปลัดเทศบาล are one."""
    return _CHIEF_OFFICE.sub("สำนักปลัด", _SPACES.sub("", arabic_digits(name)))


class Units:
    """The register's units, and those that the list adds; new ones have negative ids until stored."""

    def __init__(self, known: Iterable[OrgUnit]) -> None:
        self._by_id: dict[int, OrgUnit] = {}
        self._by_name: dict[str, list[OrgUnit]] = {}
        self.added: list[OrgUnit] = []
        for unit in known:
            self._keep(unit)

    def find(self, path: tuple[str, ...], current: int | None) -> int | None:
        """The unit that `path` names from the bureau down; `current` when it is that unit or below it.

        Raises Unreadable where a name fits several units.
        """
        unit: OrgUnit | None = None
        for name in path:
            fitting = [known for known in self._by_name.get(unit_key(name), ()) if self._is_below(known, unit)]
            nearest = [known for known in fitting if unit is None or known.parent == unit.id] or fitting
            on_the_way = [known for known in nearest if current is not None and self._reaches(current, known.id)]
            choice = on_the_way or nearest
            if len(choice) > 1:
                said = " หรือ ".join(f"“{self.path(known.id)}”" for known in choice[:3])
                raise Unreadable(f"มีหลายส่วนราชการชื่อ “{name}” กรุณาระบุให้ครบ เช่น {said}")
            unit = choice[0] if choice else self._add(name, unit)
        if unit is None:
            return None
        return current if current is not None and self._reaches(current, unit.id) else unit.id

    def path(self, unit_id: int) -> str:
        """สำนักปลัดเทศบาล / ฝ่ายอำนวยการ / งานธุรการ"""
        names: list[str] = []
        step: int | None = unit_id
        while step is not None:
            names.append(self._by_id[step].name)
            step = self._by_id[step].parent
        return SEPARATOR.join(reversed(names))

    def _add(self, name: str, parent: OrgUnit | None) -> OrgUnit:
        unit = OrgUnit(-len(self.added) - 1, name, parent.id if parent else None)
        self.added.append(unit)
        self._keep(unit)
        return unit

    def _keep(self, unit: OrgUnit) -> None:
        self._by_id[unit.id] = unit
        self._by_name.setdefault(unit_key(unit.name), []).append(unit)

    def _is_below(self, unit: OrgUnit, upper: OrgUnit | None) -> bool:
        return upper is None or self._reaches(unit.id, upper.id)

    def _reaches(self, unit_id: int, upper: int) -> bool:
        """Whether `upper` is the unit itself or above it."""
        step: int | None = unit_id
        while step is not None:
            if step == upper:
                return True
            step = self._by_id[step].parent
        return False
