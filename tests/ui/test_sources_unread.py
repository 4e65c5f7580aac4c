"""PySide compiles no part that no window needs and reads no source of what is imported after it."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

import hrdesk
from hrdesk.ui import FOR_STUBS, search_no_sources, without_parts_for_stubs

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


PARTS = """
import sys
{first}
parts = [sys.modules["shibokensupport.signature.lib." + name] for name in ("enum_sig", "pyi_generator")]
print(*(any(callable(value) for name, value in vars(part).items() if not name.startswith("__")) for part in parts))
from PySide6.QtCore import QTimer
try:
    QTimer().setInterval("soon")
except TypeError as error:
    print(error)
try:
    compile("1 +", "own.py", "exec")
except SyntaxError as error:
    print(error.filename)
"""


def said(first: str, script: str = IMPORTS) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(hrdesk.__file__).parents[1])}
    script = script.format(first=first)
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


def told_of_parts(first: str) -> tuple[str, str, str]:
    """Whether they have anything in them, what a wrong call is told, and who still compiles."""
    lines = said(first, PARTS)
    return lines[0], "\n".join(lines[1:-1]), lines[-1]


def test_parts_that_only_write_stubs_are_empty_and_nothing_misses_them() -> None:
    """When the second line fails, PySide no longer compiles them at the start: `without_parts_for_stubs` can go."""
    parts, refusal, compiler = told_of_parts("import hrdesk.ui")
    assert (parts, compiler) == ("False False", "own.py")
    assert told_of_parts("import PySide6.QtCore") == ("True True", refusal, compiler)
    assert "setInterval(msec: int" in refusal


@pytest.mark.parametrize("source", ["1 +", "x = 1"])
def test_whatever_happens_others_compile_as_ever_after(source) -> None:
    compiler = compile
    with suppress(SyntaxError), without_parts_for_stubs():
        part = compile(source, next(iter(FOR_STUBS)), "exec")
        assert not part.co_names
        compile(source, "own.py", "exec")
    assert builtins.compile is compiler
