"""The small tools at the foot of the side bar: the look, the guide, the zoom. A narrow bar has them in one menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from hrdesk.lazy_dataclass import replace
from hrdesk.ui.kit.reading import stays
from hrdesk.ui.kit.theme import LEAST_ZOOM, MOST_ZOOM, Theme
from hrdesk.ui.kit.widgets import row, tool

if TYPE_CHECKING:
    from collections.abc import Callable

ZOOM_STEP = 0.1


class SideTools(QFrame):
    chosen = Signal(object)  # the Theme wanted
    helped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        colours = ("sun", "ใช้โทนสีสว่าง") if theme.dark else ("moon", "ใช้โทนสีมืด")
        acts: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (*colours, self.other_colours),
            ("contrast", "ใช้สีปกติ" if theme.high else "ใช้สีตัดกันชัด", self.other_contrast),
            ("help", "คู่มือการใช้งาน (F1)", self.helped.emit),
            ("zoom-out", "ย่อตัวอักษร (Ctrl+-)", self.zoom_out),
            ("zoom-in", "ขยายตัวอักษร (Ctrl++)", self.zoom_in),
        )
        self.tools = [tool(theme, *act) for act in acts]
        menu = QMenu(self)
        for icon, name, act in acts:
            menu.addAction(theme.icon(icon, "text", ""), name, act)
        self.more = tool(theme, "more", "การแสดงผลและคู่มือ")
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setLayout(row(theme, *self.tools, self.more, 1, gap="xs", pad="s"))
        stays(self)  # the look and the guide
        self.fold(narrow=False)

    def fold(self, *, narrow: bool) -> None:
        for one in self.tools:
            one.setVisible(not narrow)
        self.more.setVisible(narrow)

    def other_colours(self) -> None:
        self.chosen.emit(replace(self.theme, dark=not self.theme.dark))

    def other_contrast(self) -> None:
        self.chosen.emit(replace(self.theme, high=not self.theme.high))

    def zoom_in(self) -> None:
        self._zoom(min(MOST_ZOOM, round(self.theme.zoom + ZOOM_STEP, 1)))

    def zoom_out(self) -> None:
        self._zoom(max(LEAST_ZOOM, round(self.theme.zoom - ZOOM_STEP, 1)))

    def _zoom(self, zoom: float) -> None:
        self.chosen.emit(replace(self.theme, zoom=zoom))
