"""What the first page asks loads nothing heavy: each of these takes a part of a second and megabytes at every start."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import hrdesk
from hrdesk.services import Services
from hrdesk.services.glancing import keep_glance
from small_database import own_process

HEAVY = (
    "alembic", "docx", "openpyxl", "PIL", "python_calamine", "pyzipper", "reportlab", "uharfbuzz", "xlsxwriter",
    "hrdesk.models.tables",
)  # fmt: skip
# What the services bring in for a page that was kept: the store, and nothing of what the page says.
NOT_FOR_A_KEPT_PAGE = (
    *HEAVY,
    "hrdesk.models.dpapi", "hrdesk.domain.check", "hrdesk.domain.reach", "hrdesk.models.monitoring", "hrdesk.models.needs", "hrdesk.models.training",
    "hrdesk.reports", "hrdesk.services.glancing", "hrdesk.services.monitoring.schedules", "hrdesk.services.plan.planning",
    "hrdesk.services.plan.evidence", "hrdesk.services.register.service", "hrdesk.services.training.year_projects",
)  # fmt: skip
# Before the window is painted: Qt, plain values and one file.
NOT_BEFORE_THE_WINDOW = (
    *NOT_FOR_A_KEPT_PAGE, "sqlalchemy", "sqlite3", "tomllib", "hashlib", "logging", "hrdesk.domain.plan", "hrdesk.domain.subject", "hrdesk.domain.terms",
    "hrdesk.models.base",
    "hrdesk.models.cipher", "hrdesk.models.manifest", "hrdesk.written", "hrdesk.ui.home.evidence_dialog", "hrdesk.ui.kit.editors",
    "hrdesk.ui.kit.messages", "hrdesk.ui.kit.read_only", "hrdesk.services.records", "PySide6.QtNetwork",
    "PySide6.QtPdf", "PySide6.QtPrintSupport", "hrdesk.ui.window.search", "hrdesk.ui.window.draft_keeper",
    *(f"hrdesk.ui.{room}" for room in ("courses", "monitoring", "office", "people", "reports", "settings", "skills", "training")),
)  # fmt: skip
# PySide makes Python enums of all that a class lists when it is first touched: these would take a quarter of a bare window's start.
DEAR = ("QtCore.Qt", "QtWidgets.QStyle", "QtWidgets.QMessageBox", "QtWidgets.QFileDialog", "QtWidgets.QDialog", "QtWidgets.QPlainTextEdit")
START = """
import sys
from pathlib import Path
from hrdesk.services import Services
with Services.open(Path(sys.argv[1])) as services:
    services.register.organization()
    plan = services.planning.plans()[0].id
    services.planning.problems_of(services.planning.load(plan))
    services.register.office()
    services.reading.wizard()
    services.backup.second_trouble()
    services.backup.listed()
    services.year.budgets_by_year()
    services.lock.state
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


GLANCE = """
import sys
from datetime import date
from pathlib import Path
from hrdesk.services import Services
from hrdesk.services.glancing import glance_of
with Services.open(Path(sys.argv[1])) as services:
    assert glance_of(services, date.today()).plan.used
    services.reading.organization(), services.drafts.listed(), services.backup.second_trouble(), services.lock.state
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


READY = """
import sys
from pathlib import Path
from hrdesk.services import Services
from hrdesk.services.values import StaffQuery
with Services.open(Path(sys.argv[1])) as services:
    services.get_ready()
    before = {*sys.modules}
    tied = [mapper.configured for registry in sys.modules["sqlalchemy.orm.mapper"]._all_registries() for mapper in registry.mappers]
    for row in services.register.staff_page(StaffQuery()).rows:
        if row.staff_id:
            services.register.person(row.staff_id)
print(*({*sys.modules} - before))
print(all(tied) and bool(tied))
"""


WINDOW = """
import sys
from pathlib import Path
from hrdesk import app as program
def touched(name):
    module, _, one = name.partition(".")
    return isinstance(vars(sys.modules.get(f"PySide6.{module}", sys)).get(one), type)
path, split, names = Path(sys.argv[1]), sys.argv.index("then"), sys.argv
application = program.make_application()
window = program.MainWindow(program.load_theme(), program.Worker(application))
session = program.Session(path, window)
session.show()
home = window.pages["home"]
kept = home.loaded
print(*(name for name in names[2:split] if name in sys.modules or touched(name)), file=sys.stdout if kept else sys.stderr)
window.worker.settle()
while session.services is None:
    application.processEvents()
print(*(name for name in names[split:] if name in sys.modules))
window.worker.settle()  # what comes behind the page may be in the middle of importing tables; opening a file needs none
mappers = sys.modules["sqlalchemy.orm.mapper"]._all_registries() if "sqlalchemy.orm.mapper" in sys.modules else ()
print(sum(mapper.configured for one in mappers for mapper in one.mappers))
session.close()
sys.exit(not kept)
"""

BEHIND = """
import sys
from pathlib import Path
from hrdesk import app as program
program.CHECK_AFTER = 10**8  # on a slow PC its time comes while the first page is still awaited
application = program.make_application()
window = program.MainWindow(program.load_theme(), program.Worker(application))
session = program.Session(Path(sys.argv[1]), window)
session.show()
while session.services is None:
    application.processEvents()
window.worker.settle()
before = "hrdesk.ui.people.page" in sys.modules
session._check()
window.worker.settle()
print(before, "hrdesk.ui.people.page" in sys.modules, "hrdesk.models.staff" in sys.modules)
session.close()
"""

COMMAND_LINE = """
import sys
from hrdesk import cli
cli._window = lambda arguments: print(arguments.db) or 0
assert cli.main(sys.argv[1:]) == 0
print("loaded", *(name for name in sys.modules if name.startswith(("hrdesk.cli_", "hrdesk.services", "PySide6")) and name not in ("hrdesk.cli_common", "hrdesk.cli_parser")))
"""


def told(script: str, *arguments: object) -> list[str]:
    """The lines that a new process says."""
    environment = {**os.environ, "PYTHONPATH": str(Path(hrdesk.__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout.rstrip("\n").split("\n")


@own_process
def test_the_first_page_loads_nothing_heavy(tmp_path):
    path = tmp_path / "office.db"
    Services.create_sample(path).close()
    assert told(START, path, *HEAVY) == [""]


@own_process
def test_a_page_that_was_not_kept_is_read_without_sqlalchemy(tmp_path):
    """Loading it and tying its classes took seven times as long as what the page says."""
    path = tmp_path / "office.db"
    Services.create_sample(path).close()
    assert told(GLANCE, path, "sqlalchemy", "alembic", "hrdesk.models.base", *HEAVY) == [""]


@own_process
def test_what_the_register_is_read_with_is_there_before_its_page_is_opened(tmp_path):
    path = tmp_path / "office.db"
    Services.create_sample(path).close()
    assert told(READY, path) == ["", "True"]


@own_process
def test_the_page_opened_most_is_loaded_when_the_first_has_come_to_rest(tmp_path):
    path = tmp_path / "office.db"
    Services.create_sample(path).close()
    assert told(BEHIND, path) == ["False True True"]


@own_process
def test_a_kept_page_is_shown_without_the_store_and_needs_none_of_its_services(tmp_path):
    """Nor are the classes of the store tied to each other, which takes a tenth of the start."""
    path = tmp_path / "office.db"
    with Services.create_sample(path) as services:
        keep_glance(services, date.today())
    assert told(WINDOW, path, *NOT_BEFORE_THE_WINDOW, *DEAR, "then", *NOT_FOR_A_KEPT_PAGE) == ["", "", "0"]


@pytest.mark.parametrize("words", [(), ("--db", "office.db")])
def test_the_window_waits_for_the_words_of_no_command(words):
    assert told(COMMAND_LINE, *words) == [words[-1] if words else "None", "loaded"]


def test_other_words_are_read_with_every_command():
    shown, loaded = told(COMMAND_LINE, "--anywhere", "--db", "office.db")
    assert shown == "office.db"
    assert {"hrdesk.cli_print", "hrdesk.cli_backup"} <= set(loaded.split())
