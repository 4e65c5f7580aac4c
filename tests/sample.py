"""The sample office as values, without a database: what its forms must print is known (seed 000)."""

from __future__ import annotations

from functools import cache

from hrdesk.domain.office import Office, Position
from hrdesk.domain.plan import PlanDraft
from hrdesk.services.register.seeding import load_catalogue, load_sample
from hrdesk.thai.text import full_name


@cache
def sample() -> tuple[Office, PlanDraft]:
    seeds = load_sample()
    reference = load_catalogue(seeds.organization.kind)
    lines = {line.id: line for line in reference.lines}
    units = {unit.id: unit.name for unit in seeds.units}
    holders = {p.position: full_name(p.title, p.first_name, p.last_name) for p in seeds.people if p.position}
    positions = tuple(
        Position(
            id=seed.id,
            number=seed.number,
            title=seed.title,
            line=lines[seed.line].name,
            personnel_type=lines[seed.line].personnel_type,
            position_type=lines[seed.line].position_type,
            level=seed.level,
            unit=units[seed.unit],
            holder=holders.get(seed.id, ""),
        )
        for seed in seeds.positions
    )
    office = Office(seeds.organization, reference.catalogue, seeds.units, reference.lines, positions)
    return office, seeds.plan
