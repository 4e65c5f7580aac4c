"""The optional parts of a plan book: SWOT (T4), alignment, coverage, indicators (T6), digital skills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft, PlanProject
from hrdesk.domain.plan_terms import LinkKind, OptionalPart, SwotKind
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.snapshots.snapshot_values import (
    AlignmentRow,
    CoverPart,
    DigitalRoleRow,
    DigitalUnitRow,
    IndicatorRow,
    PartMark,
    SwotRow,
)

if TYPE_CHECKING:
    from hrdesk.domain.framework import Framework, Role
    from hrdesk.domain.guideline import Guideline

_WHOLE_PLAN = "ภาพรวมของแผน"
_MARKS = {
    OptionalPart.SWOT: "swot_part",
    OptionalPart.ALIGNMENT: "alignment_part",
    OptionalPart.INDICATORS: "indicators_part",
    OptionalPart.DIGITAL_SKILLS: "digital_part",
}


@dataclass(frozen=True, slots=True)
class References:
    """What is shipped with the program and named by a plan's links; None where nothing asks for it."""

    guideline: Guideline | None = None
    framework: Framework | None = None


NO_REFERENCES = References()


def part_values(office: Office, draft: PlanDraft, references: References) -> dict[str, Any]:
    marks = {_MARKS[part]: (PartMark(term(part)),) for part in draft.optional if part in _MARKS}
    framework = references.framework
    return {
        **marks,
        "coverage_part": _coverage(office, draft) if OptionalPart.COVERAGE in draft.optional else (),
        "swot_inside": _swot(draft, SwotKind.STRENGTH, SwotKind.WEAKNESS),
        "swot_outside": _swot(draft, SwotKind.OPPORTUNITY, SwotKind.THREAT),
        "alignment_rows": tuple(_alignment(draft, references)),
        "indicator_rows": tuple(_indicators(draft)),
        "digital_units": tuple(_units(framework)) if framework else (),
        "digital_roles": tuple(_roles(framework)) if framework else (),
    }


def _coverage(office: Office, draft: PlanDraft) -> tuple[CoverPart, ...]:
    from hrdesk.reports.snapshots.coverage_part import cover_part  # noqa: PLC0415 - few books have it

    return (cover_part(office, draft),)


def _swot(draft: PlanDraft, helpful: SwotKind, harmful: SwotKind) -> tuple[SwotRow, ...]:
    sides = ([entry.text for entry in draft.swot if entry.kind is kind] for kind in (helpful, harmful))
    pairs = enumerate(zip_longest(*sides), start=1)
    return tuple(SwotRow(*(f"{number}. {text}" if text else "" for text in pair)) for number, pair in pairs)


def _alignment(draft: PlanDraft, references: References) -> Iterator[AlignmentRow]:
    names = _names(draft, references)
    for number, project in enumerate(draft.budgeted_projects, start=1):
        yield AlignmentRow(
            label=f"({number}) {project.title}",
            strategies=_listed(project, names, (LinkKind.STRATEGY,)),
            own=_listed(project, names, (LinkKind.OWN,)),
            mindsets=_listed(project, names, (LinkKind.MINDSET, LinkKind.SKILL_FAMILY)),
            digital=_listed(project, names, (LinkKind.DIGITAL_SKILL,)),
        )


def _names(draft: PlanDraft, references: References) -> Mapping[tuple[LinkKind, str], str]:
    """As the table shows them; codes that mean something to a reader stand before the name."""
    names = {(LinkKind.OWN, each.code): f"{each.code} {each.name}".strip() for each in draft.strategies}
    guideline = references.guideline
    if guideline is None:
        return names
    for issue in guideline.issues:
        names |= {(LinkKind.STRATEGY, each.code): f"{each.code} {each.name}" for each in issue.strategies}
    names |= {(LinkKind.MINDSET, each.code): each.name for each in guideline.mindsets}
    names |= {(LinkKind.SKILL_FAMILY, each.code): each.name for each in guideline.skill_families}
    return names | {(LinkKind.DIGITAL_SKILL, each.code): each.name for each in guideline.digital_skills}


def _listed(
    project: PlanProject, names: Mapping[tuple[LinkKind, str], str], kinds: Iterable[LinkKind]
) -> str:
    """A link to what is no longer known stands as its code."""
    found = (names.get((link.kind, link.code), link.code) for kind in kinds for link in project.links if link.kind is kind)
    return "\n".join(f"- {name}" for name in found)


def _indicators(draft: PlanDraft) -> Iterator[IndicatorRow]:
    for indicator in draft.indicators:
        yield IndicatorRow(_WHOLE_PLAN, indicator.name, indicator.quantity, indicator.unit)
    for project in draft.budgeted_projects:
        for indicator in project.indicators:
            yield IndicatorRow(project.title, indicator.name, indicator.quantity, indicator.unit)


def _units(framework: Framework) -> Iterator[DigitalUnitRow]:
    areas = {area.code: f"{area.name} ({area.english})" if area.english else area.name for area in framework.areas}
    for unit in framework.units:
        yield DigitalUnitRow(areas.get(unit.area, unit.area), unit.code, unit.name)


def _roles(framework: Framework) -> Iterator[DigitalRoleRow]:
    """By group, then stage; codes in the framework's order."""
    order = {unit.code: place for place, unit in enumerate(framework.units)}
    stages = {stage.code: stage.name for stage in framework.stages}
    for group in framework.groups:
        roles: dict[str, Role] = {role.stage: role for role in framework.roles if role.group == group.code}
        for code, stage in stages.items():
            if role := roles.get(code):
                units = sorted(role.units, key=lambda unit: order.get(unit, len(order)))
                yield DigitalRoleRow(group.name, stage, role.name, len(units), ", ".join(units))
