"""A program that needs a few tables loads a few: beside the core, each module of tables is whole by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import hrdesk
from hrdesk.models import tables

SOURCE = Path(hrdesk.__file__).parents[1]
EACH = """
import importlib, os, sys
from sqlalchemy.orm import configure_mappers
import hrdesk.models.store
for name in sys.argv[1:]:
    child = os.fork()
    if not child:
        try:
            importlib.import_module("hrdesk.models." + name)
            configure_mappers()
            [column.foreign_keys and [key.column for key in column.foreign_keys]
             for table in hrdesk.models.core_tables.staff.Base.metadata.tables.values() for column in table.columns]
        except BaseException as error:
            print(name, repr(error)[:300], flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""
SMALL = """
import sys
from hrdesk.models.store import Store
from hrdesk.services import Services
print([name for name in ("training", "competency", "idp", "monitoring") if "hrdesk.models." + name in sys.modules])
"""


def run(code, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a fresh process for each takes too long")
def test_each_module_of_tables_is_whole_by_itself():
    modules = [name for name in tables.__all__ if name != "METADATA"]
    assert len(modules) > 10
    assert run(EACH, *modules) == ""


def test_opening_a_database_loads_no_tables_that_it_does_not_need():
    assert run(SMALL) == "[]"
