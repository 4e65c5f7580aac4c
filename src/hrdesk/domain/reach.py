"""Whom a project reaches: by its target groups, and by the levels, lines, units and people named besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property
from typing import Protocol

from hrdesk.domain.office import Office, OrgUnit, Position
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.terms import LEVELS_OF, Level, PositionType, term

GONE = "(ไม่มีในทะเบียนแล้ว)"
Ids = frozenset[int]
_NOBODY: Ids = frozenset()


class Aimed(Protocol):
    """A project of a plan or of a year."""

    @property
    def targets(self) -> tuple[int, ...]: ...

    @property
    def reaches(self) -> tuple[Reach, ...]: ...


class Reacher:
    """Answers for one office which of its posts, held or vacant, a project reaches; by ids of posts."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._units: dict[int, Ids] = {}

    def positions(self, project: Aimed) -> Ids:
        return self.of_any(project)

    def of_any(self, *projects: Aimed) -> Ids:
        """What they reach together, each way asked about once: a plan has hundreds of projects for a few ways."""
        targets = {target for project in projects for target in project.targets}
        reaches = {reach for project in projects for reach in project.reaches}
        known = (self._targets.get(target, _NOBODY) for target in targets)
        return frozenset[int]().union(*known, *(self._reached(reach) for reach in reaches))

    @cached_property
    def _targets(self) -> dict[int, Ids]:
        """A target group covers a kind of post as a whole, so that each kind is asked about once."""
        kinds = self._indexed(lambda post: (post.personnel_type, post.position_type))
        samples = {(post.personnel_type, post.position_type): post for post in self.office.positions}
        return {
            target.id: frozenset[int]().union(*(kinds[kind] for kind, post in samples.items() if target.covers(post)))
            for target in self.office.catalogue.targets
        }

    @cached_property
    def _by_kind(self) -> dict[ReachKind, dict[Hashable, Ids]]:
        return {
            ReachKind.LEVEL: self._indexed(lambda post: post.level),
            ReachKind.LINE: self._indexed(lambda post: post.line_id),
            ReachKind.UNIT: self._indexed(lambda post: post.unit_id),
            ReachKind.PERSON: self._indexed(lambda post: post.staff_id),
        }

    def _indexed(self, key: Callable[[Position], Hashable]) -> dict[Hashable, Ids]:
        found: dict[Hashable, set[int]] = defaultdict(set)
        for post in self.office.positions:
            found[key(post)].add(post.id)
        return {value: frozenset(ids) for value, ids in found.items()}

    def _reached(self, reach: Reach) -> Ids:
        index = self._by_kind[reach.kind]
        if reach.kind is ReachKind.LEVEL:
            return index.get(reach.level, _NOBODY)
        if reach.kind is not ReachKind.UNIT:
            return index.get(reach.ref, _NOBODY)
        if reach.ref not in self._units:
            units = below(self.office.units, reach.ref)
            self._units[reach.ref] = frozenset[int]().union(*(index.get(unit, _NOBODY) for unit in units))
        return self._units[reach.ref]


def below(units: Iterable[OrgUnit], top: int) -> Ids:
    """A unit with all units under it."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for unit in units:
        children[unit.parent].append(unit.id)
    found, waiting = {top}, [top]
    while waiting:
        fresh = [child for child in children[waiting.pop()] if child not in found]
        found.update(fresh)
        waiting += fresh
    return frozenset(found)


def uncovered_positions(draft: PlanDraft, office: Office) -> tuple[Position, ...]:
    """Posts of the frame that no budgeted project reaches in the period."""
    reached = Reacher(office).of_any(*draft.budgeted_projects)
    return tuple(post for post in office.positions if post.id not in reached)


def meant_for(projects: Iterable[Aimed], office: Office) -> tuple[str, ...]:
    """Whom one project, or those printed as one, are meant for: target groups in the catalogue's order, then who is named
    besides, each once.
    """
    members = tuple(projects)
    targets = {target for project in members for target in project.targets}
    names = [target.name for target in office.catalogue.targets if target.id in targets]
    named = (reach_name(reach, office) for project in members for reach in project.reaches)
    return tuple(dict.fromkeys((*names, *named)))


_LEVEL_TYPES = {"executive": PositionType.EXECUTIVE, "director": PositionType.DIRECTOR}


def reach_name(reach: Reach, office: Office) -> str:
    """`สายงานนักวิชาการพัสดุ`, `สำนักปลัดเทศบาล`, `นางสาวสมใจ ดี`, `ระดับชำนาญการ`"""
    if reach.kind is ReachKind.LEVEL:
        kind = _LEVEL_TYPES.get(reach.level.value.partition("-")[0])
        return f"{term(kind)}ระดับ{term(reach.level)}" if kind else f"ระดับ{term(reach.level)}"
    return next((name for ref, name in _named(reach.kind, office) if ref == reach.ref), GONE)


def reach_choices(office: Office) -> dict[Reach, str]:
    """Every level in use, line in use, unit and person of the office, in that order, with their names."""
    used = {post.level for post in office.positions}
    levels = dict.fromkeys(level for group in LEVELS_OF.values() for level in group if level is not Level.NONE)
    lines = {post.line_id for post in office.positions}
    found = {reach: reach_name(reach, office) for reach in (Reach(ReachKind.LEVEL, level=level) for level in levels if level in used)}
    for kind in (ReachKind.LINE, ReachKind.UNIT, ReachKind.PERSON):
        named = _named(kind, office)
        found |= {Reach(kind, ref): name for ref, name in named if ref is not None and (kind is not ReachKind.LINE or ref in lines)}
    return found


def _named(kind: ReachKind, office: Office) -> Iterator[tuple[int | None, str]]:
    """All of the kind; who holds two posts twice, a post that nobody holds with None."""
    if kind is ReachKind.LINE:
        return ((one.id, f"สายงาน{one.name}") for one in office.lines)
    if kind is ReachKind.UNIT:
        return ((unit.id, unit.name) for unit in office.units)
    return ((post.staff_id, post.holder) for post in office.positions)
