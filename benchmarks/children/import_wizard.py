"""hrdesk's import wizard: import_wizard.py OFFICE.db LIST.xlsx. Says seconds from the officer's action until it is painted.

First an import is cancelled half-way: how long that takes and what it leaves behind.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from PySide6.QtWidgets import QApplication

from hrdesk.services import Services
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.window.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import forget_peak, peak_mb, resident_mb

app = QApplication(sys.argv[:1])
theme = Theme()
theme.apply(app)
services = Services.open(Path(sys.argv[1]))
worker = Worker(app)
window = MainWindow(theme, worker)
window.show()
window.start(services)
worker.settle()
window.open_page("people")
worker.settle()
page = window.pages["people"]
page.open_import()
worker.settle()
wizard = QApplication.activeModalWidget()
assert wizard is not None
said: dict[str, object] = {}
before = resident_mb()


def timed(name: str, act: Callable[[], object]) -> None:
    told: list[int] = []
    count = worker.progressed.connect(lambda _task, done, of: told.append(100 * done // of if of else 0))
    forget_peak()
    start = perf_counter(), process_time()
    act()
    worker.settle(600_000)
    app.processEvents()
    spent = perf_counter() - start[0], process_time() - start[1]
    worker.progressed.disconnect(count)
    assert told == sorted(told), told
    peak = peak_mb()
    growth = peak - before if peak is not None and before is not None else None
    said[name] = {"spent": spent, "told": len(told), "growth": growth}


timed("read", lambda: wizard.read_file(Path(sys.argv[2])))
timed("review", wizard.forward)
assert wizard.current == 2
assert wizard.state.preview is not None

wizard.do_import()
half = [0.0]


def stop(_task: object, done: int, of: int) -> None:
    if done * 2 >= of and not half[0]:
        half[0] = perf_counter()
        wizard.progress.cancel()


watching = worker.progressed.connect(stop)
worker.settle(600_000)
worker.progressed.disconnect(watching)
said["cancel"] = {"seconds": perf_counter() - half[0], "left": services.register.staff_page(StaffQuery()).total}
timed("import", wizard.forward)
said["rows"] = page.model.rowCount()
window.close()
services.close()
print(json.dumps(said), flush=True)
