"""The window without a display, on real databases; only message boxes and file dialogs are answered for it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMessageBox

from hrdesk.domain.terms import OrganizationKind
from hrdesk.services import Services
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.window.main_window import MainWindow
from ui.window_support import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's settings and log of this test alone."""
    monkeypatch.setattr("hrdesk.config.data_dir", lambda: tmp_path / "settings")
    monkeypatch.setattr("hrdesk.ui.kit.preferences.data_dir", lambda: tmp_path / "settings")
    monkeypatch.setattr("hrdesk.ui.kit.messages.data_dir", lambda: tmp_path / "settings")


class Boxes:
    """Answers message boxes by the text of a button; a box nobody foresaw fails the test."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.seen: list[str] = []
        self.unforeseen: list[str] = []

    def answer(self, box: QMessageBox) -> int:
        self.seen.append(box.text().replace("\u200b", ""))
        wanted = self.answers.pop(0) if self.answers else ""
        for button in box.buttons():
            if button.text() == wanted:
                button.click()
                return 0
        self.unforeseen.append(f"{box.text()} (wanted {wanted!r})")
        return 0


@pytest.fixture(autouse=True)
def boxes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Boxes]:
    found = Boxes()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: found.answer(box))  # noqa: PLW0108 - binds
    yield found
    assert not found.unforeseen


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Databases made once and copied for each test."""
    folder = tmp_path_factory.mktemp("databases")
    Services.create_sample(folder / "sample.db").close()
    Services.create(folder / "empty.db", OrganizationKind.SUBDISTRICT, "ตัวอย่าง").close()
    return {name: folder / f"{name}.db" for name in ("sample", "empty")}


@pytest.fixture
def theme(qapp) -> Theme:
    theme = Theme()
    theme.apply(qapp)
    return theme


@pytest.fixture
def open_window(qapp, qtbot, theme, templates, tmp_path) -> Iterator[Callable[[str], MainWindow]]:
    """Opens a window on a copy of a template, shown and settled."""
    opened: list[tuple[MainWindow, Services]] = []

    def open_on(name: str) -> MainWindow:
        path = tmp_path / f"{name}.db"
        shutil.copy(templates[name], path)
        services = Services.open(path)
        window = MainWindow(theme, Worker(qapp))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.start(services)
        opened.append((window, services))
        settle(window)
        return window

    yield open_on
    for window, services in opened:
        window.close()
        services.close()


@pytest.fixture(autouse=True)
def no_window_outlives_its_test(qapp) -> Iterator[None]:
    """Without a running event loop nobody else does it, and every later style sheet is laid on all that is left."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(open_window) -> MainWindow:
    return open_window("sample")


@pytest.fixture
def empty_window(open_window) -> MainWindow:
    return open_window("empty")
