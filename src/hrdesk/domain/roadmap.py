"""The development roadmap: for each line of work what is to be learnt at each step of a career (seed 004, issue 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hrdesk.domain.competency import OWN, Key, OwnCompetency
from hrdesk.domain.framework import Framework, Named
from hrdesk.domain.office import Catalogue, PositionLine
from hrdesk.domain.taxonomy import Rule, Subject, suggestion
from hrdesk.domain.terms import LEVELS_OF, Level, PositionType, term
from hrdesk.lazy_dataclass import dataclass

# Steps are the guideline's staff groups; of the levels of a type, the first are those of people newly appointed.
NEW, EXPERIENCED, SUPERVISOR, DIRECTOR, EXECUTIVE = "new", "experienced", "supervisor", "director", "executive"
_STEPS = (NEW, EXPERIENCED, SUPERVISOR, DIRECTOR, EXECUTIVE)
_AHEAD: Mapping[PositionType, tuple[str, ...]] = {  # the steps of a line, its own and those it leads to
    PositionType.ACADEMIC: _STEPS,
    PositionType.GENERAL: _STEPS,
    PositionType.DIRECTOR: (DIRECTOR, EXECUTIVE),
    PositionType.EXECUTIVE: (EXECUTIVE,),
    PositionType.NONE: (NEW, EXPERIENCED),
}
_COURSE_GROUPS = {NEW: (1, 5), EXPERIENCED: (2, 5), SUPERVISOR: (4, 5), DIRECTOR: (4, 5), EXECUTIVE: (4, 5)}


@dataclass(frozen=True, slots=True)
class RoadStep:
    """`units` are asked in all, `added` more than a step before; `courses` are what serves the step."""

    code: str
    name: str
    levels: tuple[str, ...]
    competencies: tuple[str, ...]
    units: tuple[str, ...]
    added: tuple[str, ...]
    courses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoadLine:
    name: str
    steps: tuple[RoadStep, ...]

    def at(self, code: str) -> RoadStep | None:
        return next((step for step in self.steps if step.code == code), None)


@dataclass(frozen=True, slots=True)
class RoadSources:
    """What a roadmap is drawn from. `links` say by course what it serves."""

    framework: Framework
    stage: str
    steps: Sequence[Named]  # the guideline's staff groups
    group_rules: Sequence[Rule]
    own: Sequence[OwnCompetency]
    catalogue: Catalogue
    links: Mapping[int, Sequence[Key]]


def roadmap(lines: Iterable[PositionLine], sources: RoadSources) -> tuple[RoadLine, ...]:
    names = {step.code: step.name for step in sources.steps}
    return tuple(RoadLine(line.name, tuple(_steps(line, sources, names))) for line in lines)


def _steps(line: PositionLine, sources: RoadSources, names: Mapping[str, str]) -> Iterable[RoadStep]:
    before: frozenset[str] = frozenset()
    for code in _AHEAD[line.position_type]:
        kind, levels = _levels(line.position_type, code)
        units = _units(line, kind, sources)
        added = tuple(unit for unit in units if unit not in before)
        asked = _competencies(line, kind, levels, sources.own)
        keys = {(sources.framework.id, unit) for unit in added} | {(OWN, each) for each in asked}
        yield RoadStep(
            code=code,
            name=names.get(code, code),
            levels=tuple(term(level) for level in levels if level is not Level.NONE),
            competencies=tuple(asked.values()),
            units=units,
            added=added,
            courses=_courses(code, keys, sources),
        )
        before |= set(units)


def _levels(kind: PositionType, step: str) -> tuple[PositionType, tuple[Level, ...]]:
    """The type and levels of those who stand at a step; a line leads on to directors and executives."""
    if step == EXECUTIVE:
        return PositionType.EXECUTIVE, LEVELS_OF[PositionType.EXECUTIVE]
    if step == DIRECTOR:
        return PositionType.DIRECTOR, LEVELS_OF[PositionType.DIRECTOR]
    levels = LEVELS_OF[kind]
    if kind is PositionType.NONE:
        return kind, levels
    return kind, {NEW: levels[:1], EXPERIENCED: levels[1:2]}.get(step, levels[2:])


def _units(line: PositionLine, kind: PositionType, sources: RoadSources) -> tuple[str, ...]:
    """Of the group that such a post suggests; none for a framework whose groups nobody mapped."""
    title = line.name if kind is line.position_type else ""
    rule = suggestion(sources.group_rules, Subject(line.personnel_type, kind, title))
    known = {group.code for group in sources.framework.groups}
    if rule is None or rule.suggests not in known:
        return ()
    return sources.framework.required_units(sources.stage, (rule.suggests,))


def _competencies(
    line: PositionLine, kind: PositionType, levels: Sequence[Level], own: Iterable[OwnCompetency]
) -> dict[str, str]:
    """By code, the name with the level expected of the highest of these levels."""
    found = {}
    for competency in own:
        expected = max(((competency.expected or {}).get((kind, level), 0) for level in levels), default=0)
        if expected and competency.line in (None, line.id):
            found[competency.code] = f"{competency.name} (ระดับ {expected})"
    return found


def _courses(step: str, keys: set[Key], sources: RoadSources) -> tuple[str, ...]:
    """The statutory groups of the step, then single courses that serve what the step adds."""
    numbers = _COURSE_GROUPS[step]
    groups = tuple(group.name for group in sources.catalogue.course_groups if group.number in numbers)
    serving = (c.title for c in sources.catalogue.courses if keys & set(sources.links.get(c.id, ())))
    return (*groups, *serving)
