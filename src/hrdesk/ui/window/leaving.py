"""Closing the window while work is under way: it is waited for, in sight; a failure is told before anything is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from hrdesk.ui.kit.banner import Notice

if TYPE_CHECKING:
    from hrdesk.ui.window.main_window import MainWindow

PATIENCE = 3000  # milliseconds that the window takes no input; then it says what it waits for
KEY = "leaving"
WAITS = "กำลังทำงานที่ค้างอยู่ให้เสร็จก่อน แล้วโปรแกรมจะปิดเอง แฟ้มที่กำลังเขียนจะครบทั้งแฟ้ม"
STAYED = "โปรแกรมยังไม่ปิด เพราะงานที่ทำค้างไว้ทำไม่สำเร็จ กรุณาอ่านข้อความที่แจ้ง แล้วสั่งปิดอีกครั้งเมื่อพร้อม"


class Leaving(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.worker = window, window.worker
        self.waits = False  # the window is to close when the work is done
        self._failures = 0  # that the officer knew of when it was told to close
        self._stayed = False  # for a failure: the next time it closes, whatever else fails
        self.worker.busy.connect(self._at_rest)

    def may_close(self) -> bool:
        """False keeps the window open: for good where a page says so or work failed, else until the work is done."""
        if not self.waits:  # else all that was asked and handed in
            if not self.window.may_leave():
                return False
            self._failures = self.worker.failures
            self._hand_in()
        if self.worker.settle(0 if self.waits else PATIENCE):
            return self._all_well()
        if not self.waits:
            self._wait(True)
            self.window.tell(Notice(KEY, WAITS, verb="ไม่ปิดแล้ว", act=self.stay, lasts=True))
        return False

    def _hand_in(self) -> None:
        for page in self.window.pages.values():
            page.closing()
        if self.window.draft_keeper is not None:
            self.window.draft_keeper.save()  # lets go of what was given up just now

    def stay(self) -> None:
        self._wait(False)
        self.window.tell(Notice(KEY))

    def _all_well(self) -> bool:
        self.stay()
        failed, stayed = self.worker.failures > self._failures, self._stayed
        self._stayed = failed and not stayed
        if self._stayed:
            self.window.tell(Notice(KEY, STAYED, "error"))
        return not self._stayed

    def _wait(self, waits: bool) -> None:
        """Nothing new is begun meanwhile; the line of the work, with its button that stops it, stays."""
        self.waits = waits
        for part in (self.window.side, self.window.bar, self.window.stack):
            part.setEnabled(not waits)

    def _at_rest(self, busy: bool) -> None:
        if self.waits and not busy:
            QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        """Unless the end of the work began other work, or asks something: then after that."""
        from PySide6.QtWidgets import QDialog  # noqa: PLC0415 - the first page shows none

        front = QApplication.activeModalWidget()
        if isinstance(front, QDialog):
            front.finished.connect(lambda _code: QTimer.singleShot(0, self, self._close))
        elif self.waits and self.worker.idle:
            self.window.close()
