"""Work off the window's thread: functions run one after another on the single thread that owns the database."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QRunnable, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QApplication

from hrdesk.progress import Cancelled, Stopped, told_to
from hrdesk.ui.kit.collector import Collector

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Task:
    """One job asked for: tells its progress, and can be cancelled until it has ended."""

    def __init__(self, worker: Worker, title: str) -> None:
        self._worker = worker
        self._stop = threading.Event()
        self.title = title
        self.ended = False
        self.stopped = False
        self.followed = False  # its owner shows how far it is
        self._told = -1  # the share of the work last told of, in hundredths

    def stop(self) -> None:
        """As `cancel`, for whoever does not own it: `failed` is told so, with `Stopped`."""
        self.stopped = True
        self._stop.set()

    def cancel(self) -> None:
        """A job not begun is skipped; one under way stops at its next report; a result is thrown away."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def report(self, done: int, of: int) -> None:
        """For the job, on its own thread: how far it is. Raises `Cancelled` or `Stopped`."""
        if self._stop.is_set():
            raise Stopped if self.stopped else Cancelled
        share = done * 100 // of if of > 0 else 0
        if share != self._told:  # not for every row: the window has other things to do
            self._told = share
            self._worker.progressed.emit(self, done, of)


class _Job(QRunnable):
    """Lets go of `work` before the worker does: what it holds of the window's must not end on this thread."""

    def __init__(self, worker: Worker, task: Task, work: Callable[[], object]) -> None:
        super().__init__()
        self._worker, self._task = worker, task
        self._work: Callable[[], object] | None = work

    def run(self) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            if self._task.stopped:
                raise Stopped  # noqa: TRY301 - as when it stops later
            if self._work is not None and not self._task.cancelled:
                with told_to(self._task.report):
                    result = self._work()
        except Exception as problem:  # noqa: BLE001 - carried to the window's thread, which shows it
            error = problem
        self._work = None
        self._worker.arrived.emit(self._task, result, error)


class Worker(QObject):
    """The one-thread pool; results come back to the thread that made it."""

    arrived = Signal(object, object, object)  # Task, result, error
    progressed = Signal(object, int, int)
    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)  # one thread for all jobs that follow each other
        self._waiting: dict[
            Task, tuple[QObject, Callable[[], object], Callable[[Any], object], Callable[[Exception], object]]
        ] = {}
        self._collector = Collector(self)
        self.failures = 0  # jobs that failed, other than by being stopped, and whose owners were told
        self.arrived.connect(self._deliver)

    def submit(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        title: str = "",
    ) -> Task:
        """Run `work` there, then `done(result)` or `failed(error)` here, unless `owner` is gone by then.

        What `work` says of its progress (`hrdesk.progress`) comes as `progressed`.
        """
        task = Task(self, title)
        self._waiting[task] = (owner, work, done, failed)
        if len(self._waiting) == 1:
            self._collector.begin()
            self.busy.emit(True)
        self._pool.start(_Job(self, task, work))
        return task

    @Slot(object, object, object)
    def _deliver(self, task: Task, result: object, error: Exception | None) -> None:
        owner, _work, done, failed = self._waiting.pop(task)
        task.ended = True
        unheard = (task.cancelled and not task.stopped) or not shiboken6.isValid(owner)
        self.failures += error is not None and not unheard and not task.stopped
        if not self._waiting:
            self._pool.waitForDone()  # the thread says so before it has quite ended
            self._collector.end()
            self.busy.emit(False)
        if unheard or not shiboken6.isValid(owner):  # whoever heard that all is done may have ended it
            return
        if error is not None:
            failed(error)
        else:
            done(result)

    @property
    def idle(self) -> bool:
        return not self._waiting

    def stop(self) -> None:
        """Drop what has not begun and wait for the rest: a job still running at exit would wait for ever."""
        self._pool.clear()
        self._pool.waitForDone()

    def settle(self, milliseconds: int = 30_000) -> bool:
        """Wait until every job, and those its results asked for, has been delivered. For closing and tests."""
        deadline = QDeadlineTimer(milliseconds)
        while self._waiting and not deadline.hasExpired():
            self._pool.waitForDone(10)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return not self._waiting
