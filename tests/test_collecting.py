"""The collector is put off for as long as somebody asks for it, and is then as it was."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import hrdesk
from hrdesk.collecting import seldom_collected
from hrdesk.services import Services
from small_database import own_process


@pytest.fixture(autouse=True)
def usual():
    before = gc.get_threshold()
    yield before
    assert gc.get_threshold() == before


def test_the_largest_wish_wins_while_it_lasts(usual):
    with seldom_collected(50_000):
        assert gc.get_threshold() == (50_000, *usual[1:])
        with seldom_collected(400_000):
            assert gc.get_threshold()[0] == 400_000
            with seldom_collected(50_000):
                assert gc.get_threshold()[0] == 400_000
        assert gc.get_threshold()[0] == 50_000


def test_a_failure_puts_it_back():
    with pytest.raises(ZeroDivisionError), seldom_collected(50_000):
        raise ZeroDivisionError


def test_it_is_as_it_was_when_the_last_of_several_threads_ends(usual):
    inside, leave = threading.Event(), threading.Event()

    def work():
        with seldom_collected(60_000):
            inside.set()
            leave.wait(10)

    other = threading.Thread(target=work)
    with seldom_collected(50_000):
        other.start()
        assert inside.wait(10)
    assert gc.get_threshold() == (60_000, *usual[1:])  # the other is still at work
    leave.set()
    other.join()


@pytest.mark.parametrize(("arguments", "code"), [pytest.param(["forms"], 0, marks=own_process), (["print", "nonsense", "-o", "a.pdf"], 2)])
def test_a_command_that_has_ended_leaves_nothing_to_be_searched(tmp_path, arguments, code):
    """And what it said and wrote is whole all the same."""
    Services.create_sample(tmp_path / "office.db").close()
    script = "import gc, sys; from hrdesk.__main__ import main; code = main(sys.argv[1:]); print(code, len(gc.get_objects()) < 100)"
    command = [sys.executable, "-c", script, "--db", str(tmp_path / "office.db"), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(hrdesk.__file__).parents[1])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.splitlines()[-1] == f"{code} True", done.stderr
    with Services.open(tmp_path / "office.db") as services:
        assert services.reading.plans()


LOADED = """
import gc, sys
searched = []
gc.callbacks.append(lambda phase, found: searched.append(found["generation"]) if phase == "start" else None)
from hrdesk.__main__ import main
main(sys.argv[1:])
print(len(searched), "hrdesk.app" in sys.modules)
"""


def test_what_a_start_loads_is_not_searched_while_it_is_loaded(tmp_path):
    """It all stays. The window is not shown: its file is not there, which is found when its modules are."""
    command = [sys.executable, "-c", LOADED, "--db", str(tmp_path / "nothing.db")]
    environment = {**os.environ, "PYTHONPATH": str(Path(hrdesk.__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    times, loaded = done.stdout.split()
    assert loaded == "True", done.stderr
    assert int(times) < 12, "a few between the steps; forty times else"
