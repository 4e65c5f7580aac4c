"""A bare QTableView on 200 rows of raw SQL: bare_register.py OFFICE.db. Says seconds until each is painted."""

import json
import sqlite3
import sys
from pathlib import Path
from time import perf_counter, process_time

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import resident_mb

ROW = "SELECT p.number, p.title, p.level, s.first_name || ' ' || s.last_name, s.personnel_type, u.name"
POSTS = (
    " FROM position p LEFT JOIN staff s ON s.position_id = p.id LEFT JOIN position_line l ON l.id = p.line_id"
    " LEFT JOIN org_unit u ON u.id = p.unit_id"
)
KIND = " WHERE coalesce(s.personnel_type, l.personnel_type) = 'general-contract'"
QUESTIONS = {
    "first": (f"{ROW}{POSTS} ORDER BY p.number_key LIMIT 200", "SELECT count(*) FROM position"),
    "sort": (f"{ROW}{POSTS} ORDER BY p.title_key DESC, p.id DESC LIMIT 200", "SELECT count(*) FROM position"),
    "filter": (f"{ROW}{POSTS}{KIND} ORDER BY p.title_key DESC LIMIT 200", f"SELECT count(*){POSTS}{KIND}"),
}


class Rows(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[object, ...]] = []
        self.total = 0

    def ask(self, question: str) -> None:
        page, count = QUESTIONS[question]
        self.beginResetModel()
        self.rows = raw.execute(page).fetchall()
        self.total = raw.execute(count).fetchone()[0]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else self.total

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 6

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and index.row() < len(self.rows):
            return self.rows[index.row()][index.column()]
        return None


app = QApplication(sys.argv[:1])
raw = sqlite3.connect(sys.argv[1])
said: dict[str, tuple[float, float]] = {}
began = perf_counter(), process_time()
model = Rows()
view = QTableView()
view.resize(1166, 700)
view.setModel(model)
model.ask("first")
view.show()
app.processEvents()
said["first"] = perf_counter() - began[0], process_time() - began[1]
for question in ("sort", "filter"):
    began = perf_counter(), process_time()
    model.ask(question)
    app.processEvents()
    said[question] = perf_counter() - began[0], process_time() - began[1]
print(json.dumps({**said, "resident": resident_mb()}), flush=True)
