"""Whom a project reaches: by its target groups, and by the levels, lines, units and people named besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import Protocol

from hrdesk.domain.office import Office, OrgUnit, Position
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.terms import PositionType, term

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
        reached = [self._targets.get(target, _NOBODY) for target in project.targets]
        reached += [self._reached(reach) for reach in project.reaches]
        return frozenset[int]().union(*reached)

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
    reacher = Reacher(office)
    reached = frozenset[int]().union(*(reacher.positions(project) for project in draft.budgeted_projects))
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
    if reach.kind is ReachKind.LINE:
        return next((f"สายงาน{one.name}" for one in office.lines if one.id == reach.ref), GONE)
    if reach.kind is ReachKind.UNIT:
        return next((unit.name for unit in office.units if unit.id == reach.ref), GONE)
    return next((post.holder for post in office.positions if post.staff_id == reach.ref), GONE)
