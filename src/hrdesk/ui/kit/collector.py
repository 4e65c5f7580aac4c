"""Circles are looked for in the window's thread alone: a table, timer or dialog that dies in another one can end the program."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250  # milliseconds


class Collector(QObject):
    """Python looks for garbage in whichever thread makes something, which between `begin` and `end` may be another one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        self._was_on = gc.isenabled()
        if self._was_on:
            gc.disable()
            self._timer.start()

    def end(self) -> None:
        self._timer.stop()
        if self._was_on:
            gc.enable()

    @staticmethod
    def _look() -> None:
        """As often as Python itself would among what is new; among all there is only when nobody works."""
        counts, most = gc.get_count(), gc.get_threshold()
        for generation in (1, 0):
            if counts[generation] > most[generation]:
                gc.collect(generation)
                return
