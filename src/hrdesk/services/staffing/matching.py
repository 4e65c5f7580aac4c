"""Which post and which person of the register a row of the list is about.

Posts go by their number, and where there is none by their holder, then by title and unit. People go by national
ID; without one, a row is about the holder of its post when the name is exactly the same, and else about somebody
new.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hrdesk.domain.staff import PersonRecord, PositionRecord, number_key
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.staffing.cells import title_key
from hrdesk.services.staffing.entry import Entry, WrongCell
from hrdesk.services.staffing.fields import Field
from hrdesk.services.staffing.units import unit_key

if TYPE_CHECKING:
    from typing import TypeAlias

    from hrdesk.services.staffing.compare import Register

    _Pools: TypeAlias = dict[tuple[str, tuple[str, ...] | None], list[PositionRecord]]

_OFFICIAL = re.compile(r"\d{2}-\d-\d{2}-\d{4}-\d{3}")  # such a number is given once in the country


@dataclass(slots=True)
class Match:
    entry: Entry
    position: PositionRecord | None = None
    person: PersonRecord | None = None


def match(entries: Sequence[Entry], register: Register) -> tuple[list[Match], list[WrongCell]]:
    """Matches in the list's order, and the rows that say again what an earlier row said."""
    keys = _NumberKeys()
    fresh, wrong = _without_repeated(entries, keys)
    matcher = _Matcher(fresh, register, keys)
    matcher.run()
    again = matcher.taken_twice()
    return [found for found in matcher.matches if id(found) not in again], [*wrong, *again.values()]


class _NumberKeys(dict[str, str]):
    """The keys of the numbers asked for; each is wanted several times."""

    def __missing__(self, number: str) -> str:
        key = self[number] = number_key(number)
        return key


def _without_repeated(entries: Iterable[Entry], keys: _NumberKeys) -> tuple[list[Entry], list[WrongCell]]:
    seen: dict[object, Entry] = {}
    fresh: list[Entry] = []
    wrong: list[WrongCell] = []
    for entry in entries:
        repeated = False
        for where, key, what in _identities(entry, keys):
            first = seen.setdefault((where, key), entry)
            if first is not entry:
                place = f"แถวที่ {first.row}" + (f" แผ่นงาน “{first.sheet}”" if first.sheet != entry.sheet else "")
                wrong.append(entry.wrong(where, f"{what}ซ้ำกับ{place}"))
                repeated = True
        if not repeated:
            fresh.append(entry)
    return fresh, wrong


def _identities(entry: Entry, keys: _NumberKeys) -> Iterable[tuple[Field, object, str]]:
    if entry.person and entry.person.national_id:
        yield Field.NATIONAL_ID, entry.person.national_id, "เลขประจำตัวประชาชน"
    if not entry.number:
        return
    if _OFFICIAL.search(entry.number):
        yield Field.NUMBER, keys[entry.number], "เลขที่ตำแหน่ง"
    elif entry.person:  # the office's own numbers may be given twice, but not with all the rest the same
        same = (keys[entry.number], title_key(entry.title), entry.units, entry.person.name, entry.person.national_id)
        yield Field.NUMBER, same, "เลขที่ตำแหน่งและชื่อ"


class _Matcher:
    def __init__(self, entries: Sequence[Entry], register: Register, keys: _NumberKeys) -> None:
        self._keys = keys
        self.matches = [Match(entry) for entry in entries]
        self._people_by_id = {person.national_id: person for person in register.people if person.national_id}
        self._holders = {p.position_id: p for p in register.people if p.position_id is not None}
        self._positions = {position.id: position for position in register.positions}
        self._by_number: dict[str, list[PositionRecord]] = defaultdict(list)
        self._unnumbered: list[PositionRecord] = []
        self._by_holder: dict[tuple[str, str, str], list[PositionRecord]] = defaultdict(list)  # title, names
        for position in register.positions:
            if position.number:
                self._by_number[keys[position.number]].append(position)
                continue
            self._unnumbered.append(position)
            if holder := self._holders.get(position.id):
                self._by_holder[title_key(position.title), holder.first_name, holder.last_name].append(position)
        self._paths = _paths(register)
        self._pools: _Pools | None = None
        self._taken: set[int] = set()
        self._said = Counter(keys[entry.number] for entry in entries if entry.number)

    def run(self) -> None:
        for found in self.matches:
            if found.entry.person and found.entry.person.national_id:
                found.person = self._people_by_id.get(found.entry.person.national_id)
            if found.entry.number:
                self._claim(found, self._numbered(found))
        if not self._positions:
            return
        for step in (self._held, self._held_by_name, self._like_exactly, self._like):
            for found in self.matches:
                if found.position is None and found.entry.has_position:
                    self._claim(found, step(found))
        for found in self.matches:
            self._find_holder(found)

    def taken_twice(self) -> dict[int, WrongCell]:
        """Matches about a person that an earlier row is about, by identity of the match."""
        first: dict[int, Entry] = {}
        again: dict[int, WrongCell] = {}
        for found in self.matches:
            if found.person is not None:
                entry = first.setdefault(found.person.id, found.entry)
                if entry is not found.entry:
                    again[id(found)] = found.entry.wrong(Field.NAME, f"เป็นบุคคลเดียวกับแถวที่ {entry.row}")
        return again

    def _claim(self, found: Match, position: PositionRecord | None) -> None:
        if position is not None:
            found.position = position
            self._taken.add(position.id)

    def _free(self, positions: Iterable[PositionRecord]) -> list[PositionRecord]:
        return [position for position in positions if position.id not in self._taken]

    def _numbered(self, found: Match) -> PositionRecord | None:
        """Office-made numbers such as 2 are given more than once: then title and unit decide."""
        entry = found.entry
        known = self._by_number.get(self._keys[entry.number], [])
        free = self._free(known)
        alike = [p for p in free if title_key(p.title) == title_key(entry.title)]
        if alike:
            return self._nearest(found, alike)
        sure = _OFFICIAL.search(entry.number) or (len(known) == 1 and self._said[self._keys[entry.number]] == 1)
        return free[0] if free and sure else None

    def _held(self, found: Match) -> PositionRecord | None:
        """The post that the person holds, when it or the row has no number and the title is the same."""
        if found.person is None or found.person.position_id in {None, *self._taken}:
            return None
        position = self._positions[found.person.position_id or 0]
        same = title_key(position.title) == title_key(found.entry.title)
        return position if same and not (position.number and found.entry.number) else None

    def _held_by_name(self, found: Match) -> PositionRecord | None:
        person = found.entry.person
        if person is None or found.entry.number:
            return None
        held = self._free(self._by_holder.get((title_key(found.entry.title), *person.name), ()))
        fitting = [p for p in held if not person.national_id or self._holders[p.id].national_id in ("", person.national_id)]
        return self._nearest(found, fitting)

    def _like_exactly(self, found: Match) -> PositionRecord | None:
        """A post without a number of the same title in just the same unit."""
        units = found.entry.units
        return None if found.entry.number or units is None else self._from_pool(found, ("=", *map(unit_key, units)))

    def _like(self, found: Match) -> PositionRecord | None:
        """The same in a unit below, or in any where the list names none."""
        units = found.entry.units
        if found.entry.number or units == ():
            return None
        return self._from_pool(found, (unit_key(units[-1]),) if units else None)

    def _from_pool(self, found: Match, key: tuple[str, ...] | None) -> PositionRecord | None:
        """A vacant one first, else one whose holder is not listed."""
        if self._pools is None:
            self._pools = self._make_pools()
        waiting = self._pools.get((title_key(found.entry.title), key), [])
        while waiting and waiting[-1].id in self._taken:
            waiting.pop()
        return waiting.pop() if waiting else None

    def _make_pools(self) -> _Pools:
        """Posts by title and unit: None for any, with = the whole path, else each unit of it; the best come last."""
        placed = {found.person.id for found in self.matches if found.person}

        def rank(position: PositionRecord) -> int:
            holder = self._holders.get(position.id)
            return 2 if holder is None else 1 if holder.id not in placed else 0

        pools: _Pools = defaultdict(list)
        for position in sorted(self._free(reversed(self._unnumbered)), key=rank):
            path = self._path(position)
            for key in (None, ("=", *path), *((name,) for name in dict.fromkeys(path))):
                pools[title_key(position.title), key].append(position)
        return pools

    def _path(self, position: PositionRecord) -> tuple[str, ...]:
        return () if position.unit_id is None else self._paths[position.unit_id]

    def _nearest(self, found: Match, positions: Sequence[PositionRecord]) -> PositionRecord | None:
        """Of several the one that the person holds, then one in the row's unit, then one below it."""
        units = None if found.entry.units is None else tuple(map(unit_key, found.entry.units))

        def distance(position: PositionRecord) -> int:
            if found.person is not None and position.id == found.person.position_id:
                return 0
            path = self._path(position)
            return 1 if path == units else 2 if units is None or (units and units[-1] in path) else 3

        return min(positions, key=distance, default=None)

    def _find_holder(self, found: Match) -> None:
        """The holder of the post by exactly the same name, unless two national IDs say otherwise."""
        said = found.entry.person
        if said is None or found.person is not None or found.position is None:
            return
        holder = self._holders.get(found.position.id)
        if holder is None or (said.national_id and holder.national_id):
            return
        if (holder.first_name, holder.last_name) == said.name:
            found.person = holder


def _paths(register: Register) -> dict[int, tuple[str, ...]]:
    """The keys of each unit's path from the bureau down."""
    units = {unit.id: unit for unit in register.units}
    found: dict[int, tuple[str, ...]] = {}
    for unit in register.units:
        keys: list[str] = []
        step: int | None = unit.id
        while step is not None:
            keys.append(unit_key(units[step].name))
            step = units[step].parent
        found[unit.id] = tuple(reversed(keys))
    return found
