"""The collector is put off for as long as somebody asks for it, and is then as it was."""

from __future__ import annotations

import gc
import threading

import pytest

from hrdesk.collecting import seldom_collected


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
