"""What a plan book asks for: each module, table and query costs a part of a second at every print."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import hrdesk
from hrdesk.cli import main
from hrdesk.domain.plan_parts import Link
from hrdesk.domain.plan_terms import LinkKind, OptionalPart
from hrdesk.domain.subject import Subject
from hrdesk.services import Services
from hrdesk.services.forms import plan_sources
from hrdesk.services.forms.sources import OPTIONS, SOURCES
from hrdesk.services.reference.framework import load_framework
from small_database import own_process

NOT_FOR_A_BOOK = (
    "PySide6", "sqlalchemy", "hrdesk.models.base", "hrdesk.models.migrations", "hrdesk.services.register.service", "hrdesk.domain.year_project", "fontTools", "PIL._imaging", "alembic", "docx", "openpyxl", "xlsxwriter", "python_calamine", "pyzipper", "msoffcrypto", "cryptography",
    "hrdesk.models.tables", "hrdesk.models.training", "hrdesk.models.year_project", "hrdesk.models.competency",
    "hrdesk.models.idp", "hrdesk.models.history", "hrdesk.models.needs", "hrdesk.models.monitoring",
    "hrdesk.services.forms.class_sources", "hrdesk.services.forms.monitoring_sources",
    "hrdesk.services.skills.papers", "hrdesk.services.training.papers",
    "hrdesk.reports.snapshots.class_values", "hrdesk.reports.snapshots.skill_snapshots", "hrdesk.reports.docx",
)  # fmt: skip
# What the sample's papers do not print, and what no print of theirs meets: slips, damage, passwords, another disk.
NOT_MET = (
    "json", "decimal", "difflib", "secrets", "traceback",
    "hrdesk.domain.backup", "hrdesk.domain.coverage", "hrdesk.domain.framework", "hrdesk.domain.guideline",
    "hrdesk.domain.monitoring_terms", "hrdesk.domain.skill_terms", "hrdesk.domain.training_terms",
    "hrdesk.models.dpapi", "hrdesk.models.manifest", "hrdesk.models.pc_settings", "hrdesk.models.profile_secret",
    "hrdesk.reports.forms.formcheck", "hrdesk.services.reference.file",
)  # fmt: skip
# What ReportLab brings and a check does without: OpenSSL and the packers take longer than the plan is read in.
NOT_FOR_A_CHECK = ("reportlab", "uharfbuzz", "hashlib", "shutil", "getpass", *NOT_MET)
CHECK = """
import sys
from hrdesk.cli import main
code = main(["--db", sys.argv[1], "check"])
print(code, *(name for name in sys.argv[2:] if name in sys.modules))
"""
PRINT = """
import sys
from hrdesk.cli import main
code = main(["--db", sys.argv[1], "print", sys.argv[2], "-o", sys.argv[3]])
print(code, *(name for name in sys.argv[4:] if name in sys.modules))
"""

# Patterns of all titles, and `__init__` compiled for classes of few objects: each took a hundredth of a print.
COMPILED = """
import gc, sys
from hrdesk.cli import main
from hrdesk.thai import text
assert main(["--db", sys.argv[1], "print", "plan-book", "-o", sys.argv[2]]) == 0
ours = [kind for kind in gc.get_objects() if isinstance(kind, type) and "__own_fields__" in vars(kind)]
written = [kind for kind in ours if kind.__init__.__code__.co_filename == "<string>"]
described = [kind for kind in ours if isinstance(vars(kind).get("__dataclass_fields__"), dict)]
print(text._title.cache_info().currsize, text._short_title_at_end.cache_info().currsize, len(ours), len(written), len(described))
"""

STANDING = """
import sys
from pathlib import Path
from hrdesk.domain.subject import Subject
from hrdesk.services import Services
with Services.open(Path(sys.argv[1])) as services:
    found = services.forms.standing("plan-book", Subject(plan=1))
hints = sys.modules["hrdesk.reports.forms.formcheck"]._hints.cache_info().currsize
print(*(problem.code for problem in found if problem.field.startswith("chapter:")), hints)
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "office.db"
    Services.create_sample(path).close()
    return path


@own_process
@pytest.mark.parametrize("form", ["plan-book", "budget-table", "monitoring-table"])
def test_a_paper_of_the_plan_loads_no_more_than_it_prints(office, tmp_path, form):
    told = _told(PRINT, str(office), form, str(tmp_path / "a.pdf"), *NOT_FOR_A_BOOK, *NOT_MET)
    assert told == ["0"]


@own_process
def test_a_book_compiles_for_few_of_the_classes_it_declares(office, tmp_path):
    titles, short_titles, declared, written, described = map(int, _told(COMPILED, str(office), str(tmp_path / "a.pdf")))
    assert (titles, short_titles) == (0, 0), "no name of the sample is split"
    assert declared > 100
    assert 0 < written < declared / 5, "the classes of many objects alone"
    assert described == 0, "nothing asks for the standard library's fields"


@own_process
def test_what_chapters_of_the_office_name_is_found_without_the_type_of_each_name(tmp_path):
    path = tmp_path / "office.db"
    with Services.create_sample(path) as services:
        own = {"preface": "# คำนำ\n\nของ{organization} ประจำปี {period}\n\n@courses 1\n", "scope": "ข้อความ {nothing}"}
        services.planning.save(replace(services.planning.load(1), chapters=own))
    assert _told(STANDING, str(path)) == ["chapter.unknown-field", "0"]


@own_process
def test_a_check_loads_no_more_than_it_reads(office):
    """SQLAlchemy, which only writing needs, took three quarters of it."""
    assert _told(CHECK, str(office), *NOT_FOR_A_BOOK, *NOT_FOR_A_CHECK) == ["1"], "the sample contradicts itself"


def _told(script: str, *arguments: str) -> list[str]:
    """The words of the last line that a new process says."""
    environment = {**os.environ, "PYTHONPATH": str(Path(hrdesk.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert not done.returncode, done.stderr
    return done.stdout.splitlines()[-1].split()


@pytest.mark.parametrize("in_the_book", [False, True])
def test_the_framework_is_printed_where_the_book_has_it_and_by_its_own_form(tmp_path, in_the_book):
    with Services.create_sample(tmp_path / "office.db") as services:
        plan = services.planning.plans()[0].id
        if in_the_book:
            draft = services.planning.load(plan)
            services.planning.save(replace(draft, optional=(*draft.optional, OptionalPart.DIGITAL_SKILLS)))
        unit = load_framework().units[0].name
        plan_sources._framework.cache_clear()
        assert (unit in repr(services.forms.document("plan-book", Subject(plan=plan)))) is in_the_book
        assert plan_sources._framework.cache_info().currsize == in_the_book, "read for those alone who print it"
        assert unit in repr(services.forms.document("digital-skills", Subject(plan=plan)))


@pytest.mark.parametrize(("kind", "code"), [(LinkKind.STRATEGY, "1.1"), (LinkKind.OWN, "ย1"), (None, "")])
def test_the_guideline_is_read_where_a_project_is_linked_to_it(office, kind, code):
    with Services.open(office) as services:
        draft = services.reading.plan(services.reading.plans()[0].id)
    links = () if kind is None else (Link(kind, code),)
    first = replace(draft.projects[0], links=links)
    named = plan_sources.references(replace(draft, projects=(first, *draft.projects[1:])))
    assert (named.guideline is not None) is (kind is LinkKind.STRATEGY)
    assert named.framework is None


def test_a_book_asks_for_each_table_once(office, tmp_path):
    """Never for each row, and what was checked is what is printed."""
    asked: Counter[str] = Counter()
    with Services.open(office) as services:
        services.database._plain.set_trace_callback(lambda statement: asked.update([statement] if statement.startswith("SELECT") else []))
        plan = services.reading.plans()[0].id
        wrong = services.forms.standing("plan-book", Subject(plan=plan))
        assert services.forms.print_pdf("plan-book", Subject(plan=plan), tmp_path / "book.pdf", standing=wrong) == 21
        services.database._plain.set_trace_callback(None)
    projects = {statement: times for statement, times in asked.items() if "FROM project_" in statement}
    assert len(projects) > 10, "the parts of projects are read"
    assert set(projects.values()) == {1}
    assert {times for statement, times in asked.items() if "FROM course" in statement or "FROM position" in statement} == {1}
    assert sum(asked.values()) < 60


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_paper_that_was_checked_is_not_checked_again(office, tmp_path, monkeypatch, kind):
    with Services.open(office) as services:
        info = services.forms.info("plan-book")
        subject = Subject(plan=services.planning.plans()[0].id)
        wrong = services.forms.standing(info.id, subject)
        stamped = services.forms.document(info.id, subject)
        assert stamped.stamp
        monkeypatch.setattr(services.reading, "problems_of", lambda _: pytest.fail("checked again"))
        assert services.forms.document(info.id, subject, standing=wrong) == stamped
        assert services.forms.document(info.id, subject, standing=()).stamp == ""
        assert getattr(services.forms, f"print_{kind}")(info.id, subject, tmp_path / f"a.{kind}", standing=wrong)


def test_every_source_and_choice_is_where_it_is_said_to_be():
    """They are named in words, so that none is imported before it is asked: a wrong name must not wait for a print."""
    for ask in (*SOURCES.values(), *OPTIONS.values()):
        place = dict(zip(ask.__code__.co_freevars, [cell.cell_contents for cell in ask.__closure__ or ()], strict=True))
        if place:
            module = __import__(f"hrdesk.services.{place['module']}", fromlist=[place["name"]])
            assert callable(getattr(module, place["name"]))


def test_the_collector_is_as_it_was_after_a_command(office):
    before = gc.get_threshold()
    assert main(["--db", str(office), "forms"]) == 0
    assert gc.get_threshold() == before
    assert main(["--db", str(office), "print", "nonsense", "-o", "a.pdf"]) == 2
    assert gc.get_threshold() == before
