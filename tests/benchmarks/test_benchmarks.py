"""The benchmarks' own arithmetic and data: a wrong ratio would be believed."""

import importlib
import sys
from pathlib import Path

import pytest

from hrdesk.domain.staff import is_national_id
from hrdesk.reports.pdf import write_pdf
from hrdesk.services import Services
from hrdesk.services.register.service import StaffQuery

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(autouse=True)
def found_as_when_run(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(FOLDER), *sys.path])


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.py")))
def test_every_benchmark_still_fits_the_program(name):
    importlib.import_module(name)


def test_a_ratio_is_the_median_of_the_rounds_and_counts_no_warming_up():
    module = importlib.import_module("interleave")
    turns = iter([9.0, 2.0, 2.0, 30.0, 2.0])
    contestants = {"floor": lambda: module.Spent(1.0, 1.0), "ours": lambda: module.Spent(next(turns), 3.0)}
    times = module.interleave(contestants, rounds=4, warm=1)
    assert times.seconds["ours"] == [2.0, 2.0, 30.0, 2.0]
    assert times.ratio("ours", "floor") == 2.0
    assert times.processor_ratio("ours", "floor") == 3.0


def test_growth_is_read_off_the_largest_sizes():
    exponent = importlib.import_module("interleave").exponent
    assert exponent((10, 100, 1000), (5.0, 5.0, 500.0)) == pytest.approx(2)


def test_fictional_people_are_the_same_in_every_run_and_nobody_real():
    people = importlib.import_module("fictional_people").people
    first, second = list(people(200)), list(people(200))
    assert first == second
    assert all(is_national_id(who.national_id) and who.national_id[0] == "9" for who in first)
    assert len({(who.first, who.last) for who in first}) > 190


def test_the_database_of_fictional_people_is_one_of_ours(tmp_path):
    path = importlib.import_module("fictional_people").staff_database(tmp_path / "office.db", 24)
    with Services.open(path) as services:
        page = services.register.staff_page(StaffQuery(sort="number"))
        assert page.total == 24
        assert sum(row.is_vacant for row in page.rows) == 2
        assert services.database.full_check() == ()


def test_the_middle_offices_book_has_the_pages_the_bar_was_set_for(tmp_path):
    papers = importlib.import_module("fictional_papers")
    book = papers.plan_book(tmp_path / "office.db", papers.middle_office(tmp_path / "office.db"))
    assert write_pdf(book, tmp_path / "book.pdf") == 33
