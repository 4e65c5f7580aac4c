"""hrdesk's window on a database: hrdesk_window.py OFFICE.db. Says when it was first painted, when its page was filled and
when the services were there and at rest; `cpu_…` are the processor seconds of the process until then.

The window is watched from outside, as the bare one is: a filter on the application would call Python for each event
of each widget. The program is started by the function that the command line calls.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from hrdesk.collecting import seldom_collected

with seldom_collected(400_000):  # as `hrdesk.cli` loads it
    from hrdesk import app as program

# isort: split
from PySide6.QtCore import QEvent, QObject, QTimer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import resident_mb

IDLE = 2500  # milliseconds after which nothing more comes: the check of the whole file is over


class Watch(QObject):
    """Sees the first paint of a main window, then asks often whether its first page is there."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            say("painted")
            self.window = watched
            self.timer = QTimer(self)
            self.timer.timeout.connect(self.look)
            self.timer.start(2)
        return False

    def look(self) -> None:
        pages, idle = getattr(self.window, "pages", {}), self.window.worker.idle
        if "filled" not in said and pages and all(page.loaded for page in pages.values()):
            self.window.repaint()
            say("filled")
        if "filled" in said and self.window.started and idle:
            self.timer.stop()
            say("ready")
            QTimer.singleShot(IDLE, self.end)

    def end(self) -> None:
        said["resident"] = resident_mb()
        self.window.close()


class Watched(program.MainWindow):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.installEventFilter(watch)


def say(what: str) -> None:
    said[what], said[f"cpu_{what}"] = time.monotonic(), time.process_time()


said: dict[str, float | None] = {}
watch = Watch()
program.MainWindow = Watched
program.run(Path(sys.argv[1]))
heavy = ("reportlab", "openpyxl", "uharfbuzz", "alembic", "PySide6.QtPdf", "PIL")
print(json.dumps({**said, "heavy": [name for name in heavy if name in sys.modules]}), flush=True)
