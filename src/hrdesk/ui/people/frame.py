"""What filters and dialogs of the register choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrdesk.domain.office import Organization, OrgUnit, PositionLine


@dataclass(frozen=True)
class Frame:
    """As the office stood when it was read."""

    organization: Organization
    units: tuple[OrgUnit, ...]
    lines: tuple[PositionLine, ...]


def unit_items(units: Iterable[OrgUnit]) -> list[tuple[str, int]]:
    """Units in tree order, the lower ones indented."""
    by_parent: dict[int | None, list[OrgUnit]] = {}
    for unit in units:
        by_parent.setdefault(unit.parent, []).append(unit)
    items: list[tuple[str, int]] = []

    def walk(parent: int | None, depth: int) -> None:
        for unit in by_parent.get(parent, []):
            items.append(("   " * depth + unit.name, unit.id))
            walk(unit.id, depth + 1)

    walk(None, 0)
    return items
