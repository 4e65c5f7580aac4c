# ruff: noqa: INP001
"""Render every dialog to contact sheets: `python docs/screens/dialogs.py FOLDER [LOOK …]`, without a display.

One sheet for each room of the window and each look of `take.py`, under each dialog's title; 256 colours, so that they
can lie beside the code. The dialogs are those that `tests/ui/every_dialog.py` knows, on its furnished office.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from take import LOOKS, keep

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from furnished_office import furnished_office
from hrdesk.services import Services
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.kit.translator import ThaiButtons
from hrdesk.ui.window.main_window import MainWindow
from ui.every_dialog import DIALOGS, PLAN, Known, opened
from ui.window_support import settle

if TYPE_CHECKING:
    from hrdesk.ui.kit.theme import Theme

GAP = 16
TITLE_BAR = 32
WIDTH = 1900
HALF = len(PLAN) // 2
LAYING = 300  # milliseconds in which a page of the guide is laid out for another width


def sheet_of(known: Known) -> str:
    """The plan has too many for one."""
    if known in PLAN:
        return "plan" if PLAN.index(known) < HALF else "plan-more"
    return known.room


def places(sizes: list[QSize], head: int) -> tuple[list[QPoint], int]:
    """Where each picture goes, in rows from the left, and the height of all."""
    corners, x, y, tall = [], GAP, GAP, 0
    for size in sizes:
        if x > GAP and x + size.width() + GAP > WIDTH:
            x, y, tall = GAP, y + tall + head + GAP, 0
        corners.append(QPoint(x, y + head))
        x, tall = x + size.width() + GAP, max(tall, size.height())
    return corners, y + tall + head + GAP


def sheet(theme: Theme, pictures: list[tuple[str, QImage]]) -> QImage:
    head = theme.line() + 6
    corners, height = places([picture.size() for _title, picture in pictures], head)
    whole = QImage(WIDTH, height, QImage.Format.Format_RGB32)
    whole.fill(theme.color("side"))
    painter = QPainter(whole)
    painter.setFont(theme.font())
    painter.setPen(theme.color("text"))
    for (title, picture), corner in zip(pictures, corners, strict=True):
        painter.drawText(corner.x(), corner.y() - head, picture.width(), head, Qt.AlignmentFlag.AlignVCenter, title)
        painter.drawImage(corner, picture)
    painter.end()
    return whole


def picture(dialog: QDialog, most: QSize) -> QImage:
    """As large as the screen of this look lets it be."""
    if dialog.size() != (size := dialog.size().boundedTo(most)):
        dialog.resize(size)
        QTest.qWait(LAYING)
    QApplication.processEvents()
    return dialog.grab().toImage()


def take(app: QApplication, folder: Path, look: str, wanted: tuple[Known, ...] = DIALOGS) -> dict[str, str]:
    """The sheets of one look; their names, for `keep`."""
    theme, width, height = LOOKS[look]
    theme.apply(app)
    window = MainWindow(theme, Worker(app))
    window.resize(width, height)
    window.show()
    with Services.open(furnished_office(folder / f"{look}.db")) as services:
        window.start(services)
        settle(window)
        most = QSize(width, height - TITLE_BAR)
        taken = [(known, dialog.windowTitle(), picture(dialog, most)) for known, dialog in opened(window, wanted)]
        window.close()
    names = {}
    for name, part in groupby(sorted(taken, key=lambda one: sheet_of(one[0])), key=lambda one: sheet_of(one[0])):
        names[f"dialogs-{name}-{look}"] = f"dialogs-{name}-{look}"
        sheet(theme, [(title, picture) for _known, title, picture in part]).save(str(folder / f"dialogs-{name}-{look}.png"))
    return names


def main(target: Path, looks: tuple[str, ...], wanted: tuple[Known, ...] = DIALOGS) -> None:
    app = QApplication([])
    app.installTranslator(translator := ThaiButtons(app))
    for look in looks:
        with tempfile.TemporaryDirectory() as folder:
            keep(Path(folder), target, take(app, Path(folder), look, wanted))
    app.removeTranslator(translator)


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]) or tuple(LOOKS))
