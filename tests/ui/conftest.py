"""The window without a display, on real databases; only message boxes and file dialogs are answered for it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMessageBox

from furnished_office import furnished_office
from hrdesk.domain.terms import OrganizationKind
from hrdesk.services import Services
from hrdesk.ui.kit.bug_log import log
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.window.main_window import MainWindow
from training_office import training_office
from ui.window_support import activate, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The window's settings and log of this test alone."""
    monkeypatch.setattr("hrdesk.config.data_dir", lambda: tmp_path / "settings")
    monkeypatch.setattr("hrdesk.ui.kit.preferences.data_dir", lambda: tmp_path / "settings")
    log.cache_clear()
    yield
    if log.cache_info().currsize:
        for handler in log().handlers[:]:
            log().removeHandler(handler)
            handler.close()


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


def _sample(path: Path) -> None:
    Services.create_sample(path).close()


def _lived(path: Path) -> None:
    Services.create_sample(path, year=True).close()


def _empty(path: Path) -> None:
    Services.create(path, OrganizationKind.SUBDISTRICT, "ตัวอย่าง").close()


def _training(path: Path) -> None:
    folder = path.with_suffix("")
    folder.mkdir()
    training_office(folder).rename(path)


class Templates(dict[str, Path]):
    """Databases, made when a test first asks for them and copied for each."""

    MAKERS: ClassVar = {"sample": _sample, "lived": _lived, "empty": _empty, "training": _training, "furnished": furnished_office}

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> Path:
        path = self._folder / f"{name}.db"
        self.MAKERS[name](path)
        self[name] = path
        return path


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    return Templates(tmp_path_factory.mktemp("databases"))


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
        activate(window)
        window.start(services)
        opened.append((window, services))
        settle(window)
        return window

    yield open_on
    for window, services in opened:
        window.worker.settle()  # a window that is closed at work waits, and closes by itself
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
