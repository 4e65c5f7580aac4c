"""PySide reads no source of what is imported after it, and the window does without that where PySide knows no such thing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import hrdesk
from hrdesk.ui import search_no_sources

IMPORTS = """
import sys
{first}
import sqlalchemy.orm, hrdesk.services.glancing, hrdesk.domain.check
import linecache
print(sum(name.endswith(".py") and ("sqlalchemy" in name or "hrdesk" in name) for name in linecache.cache))
from PySide6.QtCore import QObject, QTimer
timer = QTimer()
timer.setInterval(20)
timer.setObjectName("as ever")
print(timer.interval(), timer.objectName(), issubclass(QTimer, QObject))
"""


def said(first: str) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(hrdesk.__file__).parents[1])}
    script = IMPORTS.format(first=first)
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout.splitlines()


def test_no_source_is_read_for_the_window() -> None:
    assert said("import hrdesk.ui") == ["0", "20 as ever True"]


def test_pyside_alone_would_read_them_all() -> None:
    """When this fails, PySide no longer does it: `search_no_sources` can go."""
    lines = said("import PySide6.QtCore")
    assert int(lines[0]) > 100
    assert lines[1:] == ["20 as ever True"]


@pytest.mark.parametrize("module", [None, object()], ids=["no such module", "no such name"])
def test_another_pyside_is_left_as_it_is(monkeypatch, module) -> None:
    monkeypatch.setitem(sys.modules, "shibokensupport.feature", module)
    assert not search_no_sources()


def test_it_may_be_said_twice() -> None:
    assert search_no_sources()
    assert search_no_sources()
