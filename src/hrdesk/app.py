"""The composition root of the window. Only QtWidgets is imported before the window shows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hrdesk.config import default_database
from hrdesk.ui.main_window import MainWindow
from hrdesk.ui.messages import install_excepthook, show_error
from hrdesk.ui.preferences import load_geometry, load_theme, save_geometry, save_theme
from hrdesk.ui.task import Worker
from hrdesk.ui.translator import ThaiButtons

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrdesk.services import Services


def run(database: Path | None) -> int:
    """Show the window on a database (the default one when None) until it is closed; returns the exit code."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("hrdesk")
    app.installTranslator(ThaiButtons(app))
    install_excepthook()
    theme = load_theme()
    theme.apply(app)
    session = Session(database or default_database(), MainWindow(theme, Worker(app)))
    session.show()
    code = app.exec()
    session.close()
    session.window.worker.stop()
    return code


class Session:
    """One window on one database: opens it after the window shows, closes it after the window has gone."""

    def __init__(self, path: Path, window: MainWindow) -> None:
        self.path = path
        self.window = window
        self.services: Services | None = None
        window.theme_changed.connect(save_theme)
        geometry = load_geometry()
        if not geometry.isEmpty():
            window.restoreGeometry(geometry)

    def show(self) -> None:
        self.window.show()
        QTimer.singleShot(0, self.window, self.open)

    def open(self) -> None:
        if self.path.exists():
            self._submit(lambda: _open(self.path))
            return
        from hrdesk.ui.first_run import FirstRun  # noqa: PLC0415 - once in a database's life

        dialog = FirstRun(self.window.theme, self.window)
        if dialog.exec():
            self._submit(dialog.maker(self.path))
        else:
            self.window.close()

    def _submit(self, work: Callable[[], Services]) -> None:
        self.window.worker.submit(self.window, work, self._opened, self._failed)

    def _opened(self, services: Services) -> None:
        self.services = services
        self.window.start(services)

    def _failed(self, error: Exception) -> None:
        show_error(self.window, error)
        self.window.close()

    def close(self) -> None:
        save_geometry(self.window.saveGeometry())
        services, self.services = self.services, None
        if services is not None:
            self.window.worker.submit(self.window, services.close, lambda _none: None, self._failed)
            self.window.worker.settle()


def _open(path: Path) -> Services:
    from hrdesk.services import Services as Real  # noqa: PLC0415 - SQLAlchemy, after the window shows

    return Real.open(path)
