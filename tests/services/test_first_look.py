"""The figures read past the services are the services' own; what is amiss is left for opening the file to say."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from file_names import UNUSUAL
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.first_look import FirstLook, PlanLook, first_look
from hrdesk.services.values import StaffQuery

if TYPE_CHECKING:
    from pathlib import Path


def told_by_services(services: Services) -> FirstLook:
    office, plans = services.register.office(), services.planning.plans()
    plan = None
    if plans:
        draft = services.planning.load(plans[0].id)
        totals = tuple(draft.year_total(year.be) for year in draft.period.years)
        plan = PlanLook(draft.period, draft.status, len(draft.projects), totals)
        assert plans[0].total == sum(totals)
    people = sum(bool(position.holder) for position in office.positions)
    return FirstLook(
        office.organization.full_name, len(office.positions), people, len(office.catalogue.courses), plan
    )


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / f"office 50% {UNUSUAL}.db"  # signs that mean something in a URI
    Services.create_sample(path).close()
    return path


def test_the_sample_office(sample: Path) -> None:
    look = first_look(sample)
    with Services.open(sample) as services:
        assert look == told_by_services(services)
    assert look is not None
    assert look.plan is not None
    assert look.people < look.positions
    assert any(look.plan.totals)


def test_an_empty_office(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Services.create(path, OrganizationKind.TOWN, "ตัวอย่าง").close()
    look = first_look(path)
    with Services.open(path) as services:
        assert look == told_by_services(services)
    assert look is not None
    assert (look.office, look.positions, look.plan) == ("เทศบาลเมืองตัวอย่าง", 0, None)


def test_the_newest_plan_and_a_post_made_vacant(sample: Path) -> None:
    with Services.open(sample) as services:
        draft = services.planning.copy_forward(services.planning.plans()[0].id)
        services.planning.save(replace(draft, status=PlanStatus.MAYOR, projects=draft.projects[:3]))
        rows = services.register.staff_page(StaffQuery(vacant=False)).rows
        holder = next(row.staff_id for row in rows if row.staff_id is not None and row.position_id is not None)
        services.register.retire(holder, draft.period.years[0].start, "เกษียณอายุราชการ")
        expected = told_by_services(services)
    look = first_look(sample)
    assert look == expected
    assert look is not None
    assert look.plan is not None
    assert (look.plan.status, look.plan.projects) == (PlanStatus.MAYOR, 3)


def test_it_reads_beside_an_open_office_and_leaves_the_file_alone(sample: Path) -> None:
    before = sample.read_bytes()
    with Services.open(sample) as services:
        assert first_look(sample) == told_by_services(services)
    assert sample.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"this is a letter, not a database" * 200], ids=["empty", "a letter"])
def test_what_is_no_office_is_refused_by_opening_it_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "office.db"
    path.write_bytes(content)
    assert first_look(path) is None
    with pytest.raises(UserError):
        Services.open(path)
    assert path.read_bytes() == content


def test_an_absent_file_is_not_made(tmp_path: Path) -> None:
    assert first_look(tmp_path / "office.db") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [
    "UPDATE organization SET kind = 'kingdom'",
    "UPDATE plan SET status = 'lost'",
    "UPDATE plan SET year_count = 'three'",
    "DELETE FROM organization",
    "ALTER TABLE project_budget RENAME TO gone",
])  # fmt: skip
def test_damage_gives_no_look(sample: Path, damage: str) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        connection.execute(damage)
        connection.commit()
    assert first_look(sample) is None


def test_a_locked_file_is_not_waited_for(sample: Path) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert first_look(sample) is None
