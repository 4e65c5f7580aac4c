"""What is known of one form without reading the others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import hrdesk
from hrdesk.config import resources_dir
from hrdesk.domain.subject import Subject
from hrdesk.reports.forms import formspec
from hrdesk.services import Services
from small_database import own_process

# The program with other resources, as a bundle has its own.
PROGRAM = "import sys; sys._MEIPASS = sys.argv[1]; from hrdesk.cli import main; sys.exit(main(sys.argv[2:]))"


def test_one_form_is_known_as_the_list_knows_it_and_read_alone(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        formspec.load_form.cache_clear()
        book = services.forms.info("plan-book")
        assert formspec.load_form.cache_info().currsize == 1
        listed = {form.id: form for form in services.forms.available()}
        assert listed["plan-book"] == book
        assert all(services.forms.info(name) == form for name, form in listed.items())
        for unknown in ("../plan-book", "", "plan-book.toml"):
            assert services.forms.info(unknown) is None


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    """A folder of resources of its own, with an office beside it."""
    folder = tmp_path_factory.mktemp("bundle")
    shutil.copytree(resources_dir(), folder / "resources")
    Services.create_sample(folder / "office.db").close()
    return folder


def run(bundle, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(Path(hrdesk.__file__).parents[1]), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", PROGRAM, str(bundle), "--db", str(bundle / "office.db"), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


SLIPS = [
    ("budget-table", '"label"', '"lable"', "“lable” หมายถึง “label”"),
    ("budget-table", 'snapshot = "plan"', 'snapshot = "plans"', "ชุดข้อมูล “plans”"),
    ("budget-table", 'rows = "budget_rows"', 'rows = "budget_row"', "“budget_row” หมายถึง “budget_rows”"),
    ("committee", "{organization}", "{organisation}", "“organisation” หมายถึง “organization”"),
]


@own_process
@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip[2])
def test_a_slip_in_a_form_is_told_by_name_and_nothing_is_written(bundle, tmp_path, slip):
    """Though a print does not check what it prints: that takes longer than reading it."""
    form, right, wrong, told = slip
    path, target = bundle / "resources" / "forms" / f"{form}.toml", tmp_path / "paper.pdf"
    sound = path.read_text(encoding="utf-8")
    assert right in sound
    path.write_text(sound.replace(right, wrong), encoding="utf-8")
    try:
        for command in (("print", form, "-o", target), ("forms",)):
            done = run(bundle, *command)
            assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
            assert told in done.stderr
            assert form in done.stderr
    finally:
        path.write_text(sound, encoding="utf-8")
    assert list(tmp_path.iterdir()) == []
    assert run(bundle, "print", form, "-o", target).returncode == 0


def test_a_book_reads_of_the_forms_it_may_show_those_it_shows(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        formspec.load_form.cache_clear()
        book = formspec.load_form("plan-book")
        services.forms.print_pdf("plan-book", Subject(plan=services.planning.plans()[0].id), tmp_path / "book.pdf")
        read = book.tables._read.cache_info().currsize
        assert 0 < read < len(book.tables)
        assert {"budget-table", "coverage"} <= set(book.tables)
        assert [book.tables[name].id for name in book.tables] == sorted(book.tables)
        with pytest.raises(KeyError):
            book.tables["register"]
