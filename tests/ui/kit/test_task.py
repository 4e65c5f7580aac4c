from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from hrdesk import progress
from hrdesk.ui.kit.task import Worker


@pytest.fixture
def worker(qapp) -> Worker:
    return Worker(qapp)


def test_jobs_run_in_order_on_one_other_thread(worker: Worker, qapp) -> None:
    order: list[int] = []
    threads: set[int] = set()
    results: list[int] = []

    def job(number: int) -> int:
        threads.add(threading.get_ident())
        order.append(number)
        return number * 10

    for number in range(20):
        worker.submit(qapp, lambda n=number: job(n), results.append, pytest.fail)
    assert worker.settle()
    assert order == list(range(20))
    assert results == [n * 10 for n in range(20)]
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_results_come_back_in_the_windows_thread(worker: Worker, qapp) -> None:
    seen: list[int] = []
    worker.submit(qapp, lambda: None, lambda _: seen.append(threading.get_ident()), pytest.fail)
    worker.settle()
    assert seen == [threading.get_ident()]


def test_an_error_comes_back_as_itself(worker: Worker, qapp) -> None:
    errors: list[Exception] = []

    def broken() -> None:
        raise ValueError("เสีย")

    worker.submit(qapp, broken, pytest.fail, errors.append)
    worker.settle()
    assert [str(error) for error in errors] == ["เสีย"]


def test_a_cancelled_job_is_not_begun(worker: Worker, qapp) -> None:
    gate = threading.Event()
    begun: list[str] = []
    worker.submit(qapp, gate.wait, lambda _: None, pytest.fail)
    task = worker.submit(qapp, lambda: begun.append("begun"), pytest.fail, pytest.fail)
    task.cancel()
    gate.set()
    worker.settle()
    assert begun == []


def test_a_job_under_way_stops_at_its_next_report(worker: Worker, qapp) -> None:
    begun, go_on = threading.Event(), threading.Event()
    done: list[int] = []

    def long() -> None:
        for step in range(1000):
            begun.set()
            go_on.wait(5)
            progress.tell(step, 1000)
            done.append(step)

    task = worker.submit(qapp, long, pytest.fail, pytest.fail)
    assert begun.wait(5)
    task.cancel()
    go_on.set()
    worker.settle()
    assert done == []


def test_progress_is_told(worker: Worker, qapp) -> None:
    told: list[tuple[int, int]] = []
    worker.progressed.connect(lambda _task, done, of: told.append((done, of)))
    worker.submit(qapp, lambda: [progress.tell(n, 4) for n in (1, 2, 3)], lambda _: None, pytest.fail)
    worker.settle()
    assert told == [(250, 1000), (500, 1000), (750, 1000)]


def test_an_answer_for_a_widget_that_is_gone_is_dropped(worker: Worker) -> None:
    gate = threading.Event()
    owner = QObject()
    worker.submit(owner, gate.wait, pytest.fail, pytest.fail)
    import shiboken6

    shiboken6.delete(owner)
    gate.set()
    assert worker.settle()


def test_busy_is_told_once_for_a_row_of_jobs(worker: Worker, qapp) -> None:
    states: list[bool] = []
    worker.busy.connect(states.append)
    for _ in range(3):
        worker.submit(qapp, lambda: None, lambda _: None, pytest.fail)
    worker.settle()
    assert states == [True, False]
    assert worker.idle


def _circle(ended: list[int]) -> weakref.ref[QObject]:
    """An object of Qt's that only a search for circles ends; `ended` gets the thread in which that is."""
    circle = QObject()
    circle.me = circle  # type: ignore[attr-defined]
    weakref.finalize(circle, lambda: ended.append(threading.get_ident()))
    return weakref.ref(circle)


def _circles(many: int) -> None:
    for _ in range(many):
        one: list[object] = []
        one.append(one)


@pytest.mark.parametrize("on", [True, False], ids=["collected", "while it starts"])
def test_no_object_of_the_windows_is_collected_on_the_other_thread(worker: Worker, qapp, on: bool) -> None:
    ended: list[int] = []
    _circle(ended)
    if not on:
        gc.disable()
    try:
        worker.submit(qapp, lambda: _circles(200_000), lambda _: None, pytest.fail)
        assert worker.settle()
        assert gc.isenabled() is on
    finally:
        gc.enable()
    gc.collect()
    assert ended == [threading.get_ident()]


def test_garbage_is_collected_while_a_long_job_runs(worker: Worker, qapp) -> None:
    ended: list[int] = []
    circle = _circle(ended)

    def long() -> bool:
        for _ in range(3000):
            _circles(1000)
            if circle() is None:
                return True
            threading.Event().wait(0.01)
        return False

    seen: list[bool] = []
    worker.submit(qapp, long, seen.append, pytest.fail)
    assert worker.settle(120_000)
    assert seen == [True]
    assert ended == [threading.get_ident()]


@pytest.mark.parametrize("cancelled", [False, True])
def test_what_a_job_holds_of_the_window_ends_in_the_windows_thread(worker: Worker, qapp, cancelled: bool) -> None:
    ended: list[int] = []
    for _ in range(50):
        held = QObject()
        weakref.finalize(held, lambda: ended.append(threading.get_ident()))
        task = worker.submit(qapp, held.objectName, lambda _: None, pytest.fail)
        del held
        if cancelled:
            task.cancel()
    del task
    assert worker.settle()
    assert ended == [threading.get_ident()] * 50
