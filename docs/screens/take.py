# ruff: noqa: INP001
"""Render every page to PNG: `python docs/screens/take.py FOLDER [PAGE …]`, on the sample office, without a display.

Each page is taken light and dark at 1366×768, and again at 911×512 logical pixels (the same screen at 150 %).
`take.py --readme FOLDER` keeps the pages in all four settings, and `take.py --guide FOLDER` the pictures of the user
guide, both drawn with 256 colours so that they can lie beside the code.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QCursor
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication

from hrdesk.services import Services
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.window.first_run import FirstRun
from hrdesk.ui.window.main_window import MainWindow
from hrdesk.ui.window.pages import PAGES

LOOKS = {
    "light": (Theme(), 1366, 768), "dark": (Theme(dark=True), 1366, 768),
    "small": (Theme(), 911, 512), "dark-small": (Theme(dark=True), 911, 512),
}  # fmt: skip
SHOWN = {  # what the documents show, and in which looks
    **{entry.key: tuple(LOOKS) for entry in PAGES},
    "wizard-budget": tuple(LOOKS), "wizard-review": tuple(LOOKS),
}  # fmt: skip
GUIDE = (*(entry.key for entry in PAGES), "wizard-budget", "first-run")
PATIENCE = 10_000  # milliseconds for a paper to be drawn
BLANK = 8  # colours at most of white pages on their ground; letters have many greys
EXTRA = ("plan-chapters", "plan-people", "plan-rounds", "plan-facts", "person", "position", "project", "course")


def wait(app: QApplication, worker: Worker) -> None:
    for _ in range(4):
        worker.settle()
        app.processEvents()
    patience = QDeadlineTimer(PATIENCE)
    while not all(map(is_drawn, previews(app))) and not patience.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def previews(app: QApplication) -> list[QPdfView]:
    """What is seen of papers: their pages are drawn on a thread of Qt's own, white until then."""
    views = (view for top in app.topLevelWidgets() for view in top.findChildren(QPdfView))
    return [view for view in views if view.isVisible() and view.document().pageCount()]


def is_drawn(view: QPdfView) -> bool:
    picture = view.viewport().grab().toImage()
    dots = ((x, y) for y in range(0, picture.height(), 2) for x in range(picture.width() // 4, picture.width() * 3 // 4, 3))
    return len({picture.pixel(x, y) for x, y in dots}) > BLANK


def take(app: QApplication, path: Path, folder: Path, look: str, wanted: set[str]) -> None:
    theme, width, height = LOOKS[look]
    theme.apply(app)
    worker = Worker(app)
    window = MainWindow(theme, worker)
    window.resize(width, height)
    QCursor.setPos(width, height)  # else it hovers over what stands first
    services = Services.open(path)
    window.show()
    window.start(services)

    def save(name: str, widget: object = None) -> None:
        wait(app, worker)
        target = widget if widget is not None else window
        target.grab().save(str(folder / f"{name}-{look}.png"))  # type: ignore[attr-defined]

    for entry in PAGES:
        if not wanted or any(name.startswith(entry.key) for name in wanted):
            window.open_page(entry.key)
            save(entry.key)
    extras(window, save, lambda name: not wanted or name in wanted)
    wizard(app, window, worker, save, lambda name: not wanted or name in wanted)
    if not wanted or "first-run" in wanted:
        first_run(app, save)
    window.close()
    services.close()


def extras(window: MainWindow, save: object, wanted: object) -> None:
    """The tabs of the plan, and the dialogs."""
    for number, name in ((1, "plan-facts"), (2, "plan-chapters"), (3, "plan-people"), (4, "plan-rounds")):
        if wanted(name):
            window.open_page("plan")
            save("plan")
            window.pages["plan"].tabs.setCurrentIndex(number)
            save(name)
            window.pages["plan"].tabs.setCurrentIndex(0)
    dialogs = {
        "person": ("people", lambda page: page.edit_person(1)),
        "position": ("people", lambda page: page.edit_position(1)),
        "project": ("plan", lambda page: page.tabs.projects.edit()),
        "course": ("courses", lambda page: page.add()),
    }
    for name, (key, act) in dialogs.items():
        if wanted(name):
            window.open_page(key)
            save(key)
            page = window.pages[key]
            act(page)
            save(name)
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                save(f"dialog-{name}", dialog)
                dialog.reject()


def wizard(app: QApplication, window: MainWindow, worker: Worker, save: object, wanted: object) -> None:
    if not wanted("wizard"):
        return
    window.open_page("plan")
    wait(app, worker)
    window.pages["plan"].new_plan()
    wait(app, worker)
    dialog = QApplication.activeModalWidget()
    for number, page in enumerate(dialog.pages):
        dialog.go(number)
        save(f"wizard-{page.key}", dialog)
    dialog.reject()


def first_run(app: QApplication, save: object) -> None:
    dialog = FirstRun(Theme())
    dialog.show()
    app.processEvents()
    save("first-run", dialog)
    dialog.close()


def keep(source: Path, folder: Path, pictures: dict[str, str]) -> None:
    """The pictures of the documents (taken: kept), small enough to lie beside the code."""
    from PIL import Image  # noqa: PLC0415 - for these alone

    folder.mkdir(parents=True, exist_ok=True)
    for taken, kept in pictures.items():
        with Image.open(source / f"{taken}.png") as picture:
            few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
            few.save(folder / f"{kept}.png", optimize=True)


def main(folder: Path, wanted: set[str], looks: tuple[str, ...] = tuple(LOOKS)) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for look in looks:
        with tempfile.TemporaryDirectory() as temporary:
            path = Path(temporary, "sample.db")
            Services.create_sample(path, year=True).close()
            take(app, path, folder, look, wanted)


if __name__ == "__main__":
    if sys.argv[1] in ("--readme", "--guide"):
        readme = {f"{name}-{look}": f"{name}-{look}" for name, looks in SHOWN.items() for look in looks}
        guide = {f"{name}-light": name for name in GUIDE}
        with tempfile.TemporaryDirectory() as whole:
            main(Path(whole), set(), tuple(LOOKS) if sys.argv[1] == "--readme" else ("light",))
            keep(Path(whole), Path(sys.argv[2]), readme if sys.argv[1] == "--readme" else guide)
    else:
        main(Path(sys.argv[1]), set(sys.argv[2:]))
