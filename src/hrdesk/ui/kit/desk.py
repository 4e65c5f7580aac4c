"""What every page is given: the services, the worker, the theme, and the two signals pages live by."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from hrdesk.progress import Stopped
from hrdesk.ui.kit.banner import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services import Area, Services
    from hrdesk.ui.kit.task import Task, Worker
    from hrdesk.ui.kit.theme import Theme

T = TypeVar("T")


class Desk(QObject):
    """Built once by the window, which gives it the services when the database is open. `changed` says which areas have new data and who changed them."""

    changed = Signal(object, object)  # Area, the QObject that did it
    went = Signal(str, str)  # page key, place (the dotted path of a Problem's field)
    noticed = Signal(object)  # Notice: a line under the window's bar
    lock_asked = Signal()  # lock the window now
    lock_changed = Signal()  # its password or its minutes
    replaced = Signal(object)  # every row may be another one now, as after a restore; a Notice that says so

    services: Services

    def __init__(self, worker: Worker, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.theme = theme
        self._waiting: list[Callable[[], object]] = []
        self._opening: Task | None = None  # the last dialog asked for

    @property
    def ready(self) -> bool:
        """The services are there; the first page is shown before them."""
        return hasattr(self, "services")

    def when_ready(self, deed: Callable[[], object]) -> None:
        """Do it now, or as soon as the services are there."""
        if self.ready:
            deed()
        else:
            self._waiting.append(deed)

    def begin(self, services: Services) -> None:
        self.services = services
        waiting, self._waiting = self._waiting, []
        for deed in waiting:
            deed()

    def read(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Ask the services on their thread; the answer comes to `done` in the window's thread."""
        return self.worker.submit(owner, work, done, failed or (lambda error: self.complain(owner, error)))

    def read_to_open(self, owner: QWidget, work: Callable[[], T], show: Callable[[T], object]) -> None:
        """As `read`, for a dialog that shows the answer.

        Asked for twice it opens once, and never over another page, dialog or lock that came up meanwhile.
        """
        if self._opening is not None:
            self._opening.cancel()
        front = QApplication.activeModalWidget()

        def arrived(value: T) -> None:
            if owner.isVisible() and QApplication.activeModalWidget() == front:
                show(value)

        self._opening = self.read(owner, work, arrived)

    def change(
        self,
        owner: QObject,
        work: Callable[[], Area | tuple[T, Area]],
        done: Callable[[T | None], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """As `read`, for what returns the areas it changed; everybody is told of them."""

        def arrived(result: Area | tuple[T, Area]) -> None:
            value, area = result if isinstance(result, tuple) else (None, result)
            if done is not None:
                done(value)
            self.changed.emit(area, owner)

        return self.read(owner, work, arrived, failed)

    def change_once(
        self,
        owner: QObject,
        pressed: QWidget,
        work: Callable[[], Area | tuple[T, Area]],
        done: Callable[[T | None], object],
        refused: Callable[[], object],
    ) -> None:
        """As `change`, for what is done to the current row: `pressed` is off until all is read anew, for a second press is not
        meant for the next row. `refused` puts it right where nothing was changed.
        """

        def failed(error: Exception) -> None:
            refused()
            self.complain(owner, error)

        pressed.setEnabled(False)
        self.change(owner, work, done, failed)

    def complain(self, owner: QObject, error: BaseException) -> None:
        if isinstance(error, Stopped):  # as asked for: no dialog to close
            self.noticed.emit(Notice("stopped", str(error), ""))
            return
        from hrdesk.ui.kit.messages import show_error  # noqa: PLC0415 - only when something is wrong

        show_error(owner.window() if isinstance(owner, QWidget) else None, error)
