"""What the first page asks loads nothing heavy: each of these takes a part of a second and megabytes at every start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import hrdesk
from hrdesk.services import Services

HEAVY = (
    "alembic", "docx", "openpyxl", "PIL", "python_calamine", "pyzipper", "reportlab", "uharfbuzz", "xlsxwriter",
    "hrdesk.models.tables",
)  # fmt: skip
START = """
import sys
from pathlib import Path
from hrdesk.services import Services
with Services.open(Path(sys.argv[1])) as services:
    services.register.organization()
    plan = services.planning.plans()[0].id
    services.planning.problems_of(services.planning.load(plan))
    services.register.office()
    services.planning.load_wizard()
    services.backup.second_trouble()
    services.backup.listed()
    services.year_projects.budgets_by_year()
    services.lock.state
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_the_first_page_loads_nothing_heavy(tmp_path):
    path = tmp_path / "office.db"
    Services.create_sample(path).close()
    environment = {**os.environ, "PYTHONPATH": str(Path(hrdesk.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", START, path, *HEAVY], env=environment, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    assert done.stdout.strip() == ""
