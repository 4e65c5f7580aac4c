"""One line for work that takes long: what is done, how far it is, and a button that cancels it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from hrdesk.ui.kit.widgets import button, label, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.ui.kit.task import Task, Worker
    from hrdesk.ui.kit.theme import Theme

SHOWN_AFTER = 700  # milliseconds since the first word of it
SHOWN_EVERY = 100  # milliseconds: laying out and painting each hundredth took a quarter of reading a long list


class ProgressLine(QWidget):
    """Hidden until it follows a task, and again when that task has ended."""

    def __init__(self, theme: Theme, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task: Task | None = None
        self._stopped: Callable[[], object] | None = None
        self.what = label("")
        self.bar = QProgressBar()
        self.bar.setAccessibleName("ความคืบหน้า")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(8))
        self.cancel_button = button("ยกเลิก", self.cancel, name="ยกเลิกงานที่กำลังทำ")
        line = row(theme, self.what, self.bar, self.cancel_button)
        line.setStretch(1, 1)
        self.setLayout(line)
        self._said: tuple[int, int] | None = None  # told, and not shown yet
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SHOWN_EVERY)
        self._pause.timeout.connect(self._show_said)
        worker.progressed.connect(self._progressed)
        worker.arrived.connect(self._ended)
        self.hide()

    def follow(self, task: Task, stopped: Callable[[], object] | None = None) -> None:
        """`stopped` is called when the officer cancels; a cancelled task answers nobody."""
        task.followed = True
        self.task, self._stopped = task, stopped
        self._said = None
        self.what.setText(f"{task.title}…")
        self.bar.setRange(0, 0)
        self.show()

    def cancel(self) -> None:
        if self.task is not None:
            self.task.cancel()
            if self._stopped is not None:
                self._stopped()
        self.hide()

    def _progressed(self, task: Task, done: int, of: int) -> None:
        if task is self.task and of:
            self._tell(done, of)

    def _tell(self, done: int, of: int) -> None:
        """Shown at once, or with the last word said while the one before is looked at."""
        self._said = done, of
        if not self._pause.isActive():
            self._show_said()

    def _show_said(self) -> None:
        if self.task is None or self._said is None:
            return
        (done, of), self._said = self._said, None
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.what.setText(f"{self.task.title or 'กำลังทำงาน'} {100 * done // of} %")
        self._pause.start()

    def _ended(self, task: Task, _result: object, _error: object) -> None:
        if task is self.task:
            self.task = self._said = None
            self.hide()


class LongWork(ProgressLine):
    """The window's own line: whatever tells how far it is and takes more than a second is shown, and can be stopped."""

    def __init__(self, theme: Theme, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(theme, worker, parent)
        self.setObjectName("longWork")
        self._since = QElapsedTimer()

    def cancel(self) -> None:
        """Its page is told, which `Task.cancel` would not do; work past its last step is done all the same."""
        if self.task is not None:
            self.task.stop()
            self._said = None
            self.cancel_button.setEnabled(False)
            self.what.setText("กำลังหยุด…")

    def _progressed(self, task: Task, done: int, of: int) -> None:
        if task.followed or task.stopped:
            return
        if task is not self.task:
            self.task = task
            self._since.start()
        elif self.isHidden() and self._since.elapsed() >= SHOWN_AFTER:
            self.cancel_button.setEnabled(True)
            self.show()
        self._tell(done, of)
