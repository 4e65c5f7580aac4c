"""The search of the top bar: people, courses and projects from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.values import StaffQuery
from hrdesk.thai.text import search_key
from hrdesk.ui.kit.widgets import Field, column, frame

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from hrdesk.services import Services
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.task import Task

PER_KIND = 6


@dataclass(frozen=True)
class Hit:
    """One thing found and where it lives."""

    kind: str  # Thai word shown before it
    text: str
    page: str
    place: str


def find(services: Services, text: str) -> tuple[Hit, ...]:
    """On the worker's thread: the first few of each kind whose text holds the words typed."""
    wanted = search_key(text)
    if not wanted:
        return ()
    people = services.register.staff_page(StaffQuery(text=text, limit=PER_KIND)).rows
    hits = [
        Hit("บุคลากร", f"{row.name or 'ว่าง'} · {row.position_title}", "people",
            f"staff:{row.staff_id}" if row.staff_id else f"position:{row.position_id}")
        for row in people
    ]  # fmt: skip
    courses = [c for c in services.curriculum.catalogue().courses if wanted in search_key(c.title)]
    hits += [Hit("หลักสูตร", course.title, "courses", f"course:{course.id}") for course in courses[:PER_KIND]]
    for plan in services.planning.plans()[:2]:
        found = [p for p in services.planning.load(plan.id).projects if wanted in search_key(p.title)]
        hits += [
            Hit(f"โครงการ {plan.period.label}", p.title, "plan", f"plan:{plan.id}/project:{p.id}")
            for p in found[:PER_KIND]
        ]
    return tuple(hits)


class SearchField(Field):
    """Type, then ↓ and Enter; the list hangs under the field."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__("ค้นหา", "ค้นหาคน หลักสูตร โครงการ (Ctrl+F)")
        theme = desk.theme
        self.desk = desk
        self._over = over
        self._sign = theme.pixmap("search", "muted", 16)  # an action's icon would be of one size whatever the zoom
        self._at = theme.px(8)
        self.setTextMargins(theme.px(24), 0, 0, 0)
        self.setMinimumWidth(theme.px(180))
        self.setMaximumWidth(theme.px(330))
        self.list = QListWidget()
        self.list.setObjectName("hits")
        self.list.setAccessibleName("ผลการค้นหา")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._open)
        self.popup = frame(column(theme, self.list, gap="", pad="xs"), "popup", over)
        self.popup.hide()
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self._search)
        self.textEdited.connect(self._typed)
        over.installEventFilter(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(QPointF(self._at, (self.height() - self._sign.deviceIndependentSize().height()) / 2), self._sign)
        painter.end()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._give_up()

    def _give_up(self) -> None:
        """Nor may the answer to a letter typed a moment ago bring the list back."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        self.popup.hide()

    def _search(self) -> None:
        if self._task is not None:
            self._task.cancel()
        text, services = self.text(), self.desk.services
        self._task = self.desk.read(self, lambda: find(services, text), self._show)

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.kind}   {hit.text}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, hit)
            item.setToolTip(hit.text)
        if not hits:
            nothing = QListWidgetItem(f"ไม่พบ “{self.text()}”", self.list)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.setCurrentRow(0 if hits else -1)
        width = max(self.width(), self.desk.theme.px(460))
        corner = self.mapTo(self._over, QPoint(self.width() - width, self.height() + 2))
        rows = min(10, self.list.count())
        self.popup.setGeometry(corner.x(), corner.y(), width, rows * (self.desk.theme.row + 6) + 16)
        self.popup.show()
        self.popup.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.popup.isVisible() and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif self.popup.isVisible() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem | None) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if hit is not None:
            self._give_up()
            self.clear()
            self.desk.went.emit(hit.page, hit.place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._give_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.popup.hide()
        return super().eventFilter(watched, event)
