"""The whole: a new office, the sample office, and what is imported when."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hrdesk.domain.plan import monitoring_rows
from hrdesk.domain.reach import uncovered_positions
from hrdesk.domain.terms import WORDINGS, OrganizationKind
from hrdesk.errors import UserError
from hrdesk.services import Services
from small_database import own_process

BAHT = 100
NEVER_AT_START = ("alembic", "reportlab", "openpyxl", "xlsxwriter", "uharfbuzz", "mako")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    with Services.create_sample(tmp_path_factory.mktemp("sample") / "office.db") as services:
        yield services


def test_the_sample_plan_has_the_figures_of_the_real_one(sample):
    plan = sample.planning.load(1)
    assert len(plan.budgeted_projects) == 8
    assert [plan.year_total(year) // BAHT for year in (2564, 2565, 2566)] == [400_000] * 3
    assert plan.total == 1_200_000 * BAHT
    rows = monitoring_rows(plan.budgeted_projects)
    assert [row.budget(2564) // BAHT for row in rows] == [20_000, 20_000, 10_000, 100_000, 100_000, 150_000]


def test_the_sample_office_has_the_lines_of_the_real_one(sample):
    office = sample.register.office()
    assert len(office.lines_in_use()) == 32
    assert len(office.positions) == 60
    assert 0 < sum(not position.holder for position in office.positions) < 20
    assert {p.personnel_type for p in uncovered_positions(sample.planning.load(1), office)}
    assert office.organization.full_name == "เทศบาลตำบลหนองป่าครั่ง"


def test_the_sample_database_is_sound(sample):
    assert sample.database.full_check() == ()


@pytest.mark.parametrize("kind", list(OrganizationKind))
def test_a_new_office_of_each_kind_has_its_words_and_the_catalogue(tmp_path, kind):
    with Services.create(tmp_path / "new" / "office.db", kind, "บ้านใหม่") as services:
        office = services.register.office()
        assert office.organization.full_name == WORDINGS[kind].kind_name + "บ้านใหม่"
        assert (office.positions, office.units, services.planning.plans()) == ((), (), ())
        catalogue = office.catalogue
        assert all(getattr(catalogue, name) for name in catalogue.__dataclass_fields__)
        assert len(office.lines) >= 32
        laws = {law.id: law for law in catalogue.laws}
        assert not [c.title for c in catalogue.courses if c.law and laws[c.law].replaced_by]


def test_what_is_created_can_be_opened_again(tmp_path):
    path = tmp_path / "office.db"
    with Services.create_sample(path) as services:
        office, plan = services.register.office(), services.planning.load(1)
    with Services.open(path) as services:
        assert (services.register.office(), services.planning.load(1)) == (office, plan)
    for make in (Services.create_sample, lambda p: Services.create(p, OrganizationKind.SAO, "ใหม่")):
        before = path.read_bytes()
        with pytest.raises(UserError, match="อยู่แล้ว"):
            make(path)
        assert path.read_bytes() == before


def loaded(program, *arguments):
    """The top-level modules that a program has loaded at its end."""
    program += "\nimport sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True, text=True)
    return set(done.stdout.split())


def test_importing_the_services_loads_no_library():
    assert not loaded("import hrdesk.services").intersection((*NEVER_AT_START, "sqlalchemy"))


@own_process
def test_a_start_loads_nothing_heavy(tmp_path):
    path = tmp_path / "office.db"
    Services.create_sample(path).close()
    program = """if True:
        import sys
        from pathlib import Path
        from hrdesk.services import Services
        from hrdesk.services.values import StaffQuery
        with Services.open(Path(sys.argv[1])) as services:
            services.register.staff_page(StaffQuery())
            services.planning.plans()
            services.planning.load(1)
    """
    assert not loaded(program, str(path)).intersection(NEVER_AT_START)
