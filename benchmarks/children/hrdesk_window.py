"""hrdesk's window on a database: hrdesk_window.py OFFICE.db. Says when it was first painted and when filled.

The window is watched from outside, as the bare one is: a filter on the application would call Python for each event
of each widget. The program is started by the function that the command line calls.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer

from hrdesk import app as program

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import resident_mb

IDLE = 300  # milliseconds after which nothing more comes


class Watch(QObject):
    """Sees the first paint of a main window, then asks often whether its first page is there."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            said["painted"] = time.monotonic()
            self.window = watched
            self.timer = QTimer(self)
            self.timer.timeout.connect(self.look)
            self.timer.start(2)
        return False

    def look(self) -> None:
        pages = getattr(self.window, "pages", {})
        if pages and self.window.worker.idle and all(page.loaded for page in pages.values()):
            self.timer.stop()
            self.window.repaint()
            said["ready"] = time.monotonic()
            QTimer.singleShot(IDLE, self.end)

    def end(self) -> None:
        said["resident"] = resident_mb()
        self.window.close()


class Watched(program.MainWindow):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.installEventFilter(watch)


said: dict[str, float | None] = {}
watch = Watch()
program.MainWindow = Watched
program.run(Path(sys.argv[1]))
heavy = ("reportlab", "openpyxl", "uharfbuzz", "alembic", "PySide6.QtPdf", "PIL")
print(json.dumps({**said, "heavy": [name for name in heavy if name in sys.modules]}), flush=True)
