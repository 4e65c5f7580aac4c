"""Who agrees to a person's plan: the head of the unit and of those above it, the chief officer, the head of the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from hrdesk.domain.signing import Capacity, Signatory, SigningRole, head_title, signing
from hrdesk.domain.terms import PositionType
from hrdesk.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Superior:
    """`staff` is the person's number in the register, where there is one."""

    name: str
    position: str
    staff: int | None = None


NOBODY = Superior("", "")


@dataclass(frozen=True, slots=True)
class Ranks:
    """Of a whole office. `units` has by number the name and the unit above; `heads` those whom only the frame tells."""

    units: Mapping[int, tuple[str, int | None]]
    signatories: tuple[Signatory, ...]
    chief: Superior
    head: Superior
    heads: Mapping[int, Superior] = field(default_factory=dict)

    def of(self, staff: int, name: str, unit: int | None, kind: PositionType) -> tuple[Superior, ...]:
        """Everybody above a person, the nearest first; nobody twice, and never the person."""
        found: list[Superior] = []
        for one in self._above(unit, kind):
            if staff == one.staff or (one.staff is None and one.name == name):
                found.clear()  # who heads a unit is above all that came before
            elif one.name and one.name not in {each.name for each in found}:
                found.append(one)
        return tuple(found)

    def _above(self, unit: int | None, kind: PositionType) -> Iterator[Superior]:
        while unit is not None and kind is not PositionType.EXECUTIVE:
            head = self.head_of(unit)
            if head is not None:
                yield head
            unit = self.units[unit][1]
        yield self._instead(SigningRole.CHIEF, self.chief)
        yield self._instead(SigningRole.HEAD, self.head)

    def head_of(self, unit: int) -> Superior | None:
        entered = signing(self.signatories, SigningRole.UNIT_HEAD, unit)
        if entered is None:
            return self.heads.get(unit)
        return _signed(entered, head_title(self.units[unit][0]))

    def _instead(self, role: SigningRole, holder: Superior) -> Superior:
        entered = signing(self.signatories, role)
        return holder if entered is None else _signed(entered, holder.position)

    def everybody(self) -> tuple[Superior, ...]:
        """Who may be somebody's superior: the head, the chief officer, deputies, who signs for them, heads of units."""
        titles = {SigningRole.HEAD: self.head.position, SigningRole.CHIEF: self.chief.position}
        entered = [_signed(one, titles.get(one.role, "")) for one in self.signatories if one.role is not SigningRole.UNIT_HEAD]
        heads = [head for unit in self.units if (head := self.head_of(unit)) is not None]
        return _once((self.head, self.chief, *entered, *heads))


def _once(found: Iterable[Superior]) -> tuple[Superior, ...]:
    return tuple({(one.name, one.position): one for one in found if one.name}.values())


def _signed(one: Signatory, post: str) -> Superior:
    """รองปลัดเทศบาล รักษาราชการแทนปลัดเทศบาล; the own post where somebody holds it."""
    instead = one.own_line if one.capacity is Capacity.OWN else f"{one.own_line}{post}"
    return Superior(one.name, instead or post, one.staff)
