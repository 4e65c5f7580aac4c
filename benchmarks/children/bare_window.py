"""The least Qt window: bare_window.py. Says when it was first painted (monotonic clock) and what it holds."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import resident_mb


class Painted(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            said["painted"], said["cpu_painted"] = time.monotonic(), time.process_time()
            QTimer.singleShot(300, app.quit)
        return False


said: dict[str, float | None] = {}
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1366, 768)
watch = Painted()
window.installEventFilter(watch)
window.show()
app.exec()
print(json.dumps({**said, "resident": resident_mb()}), flush=True)
