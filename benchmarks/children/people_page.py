"""hrdesk's page of people: people_page.py OFFICE.db. Says seconds from the officer's action until it is painted."""

import json
import sys
from pathlib import Path
from time import perf_counter, process_time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hrdesk.domain.terms import PersonnelType
from hrdesk.services import Services
from hrdesk.ui.kit.preferences import load_theme
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.window.main_window import MainWindow
from hrdesk.ui.window.pages import load_next

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import resident_mb

TITLES = 1  # the column of posts' titles

app = QApplication(sys.argv[:1])
theme = load_theme()  # as the program does
theme.apply(app)
services = Services.open(Path(sys.argv[1]))
worker = Worker(app)
window = MainWindow(theme, worker)
window.show()
window.start(services)
worker.settle()
worker.submit(window, services.get_ready, lambda _none: load_next(), print)  # as the program does behind the first page
worker.settle()
said: dict[str, tuple[float, float]] = {}


def painted(began: tuple[float, float]) -> tuple[float, float]:
    worker.settle()
    app.processEvents()  # paints what is not painted yet; another repaint() would paint the page once more
    return perf_counter() - began[0], process_time() - began[1]


start = perf_counter(), process_time()
window.open_page("people")
page = window.pages["people"]
said["first"] = painted(start)
start = perf_counter(), process_time()
page.table.sortByColumn(TITLES, Qt.SortOrder.DescendingOrder)
said["sort"] = painted(start)
start = perf_counter(), process_time()
choose(page.filters.kind, PersonnelType.GENERAL_CONTRACT)
page.filters.kind.activated.emit(page.filters.kind.currentIndex())
said["filter"] = painted(start)
assert page.model.query.personnel_type is PersonnelType.GENERAL_CONTRACT
resident = resident_mb()
window.close()
services.close()
print(json.dumps({**said, "resident": resident}), flush=True)
