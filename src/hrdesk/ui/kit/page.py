"""The contract of a page: what it reads, how it shows it, and whether it may be left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from hrdesk.services import Area

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QBoxLayout

    from hrdesk.services import Services
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.task import Task


class Page(QWidget):
    """A page reads with one function on the worker and shows its answer; `areas` say when to read again."""

    areas = Area(0)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.theme = desk.theme
        self.stale = True
        self.loaded = False
        self._place = ""
        self._reading: Task | None = None

    @property
    def services(self) -> Services:
        """For readers and changes; the first page is made before they are there."""
        return self.desk.services

    def pad(self, box: QBoxLayout) -> None:
        """The margins every page has; `box` becomes its layout."""
        sides, ends = self.theme.px(20), self.theme.px(14)
        box.setContentsMargins(sides, ends, sides, ends)
        self.setLayout(box)

    def reader(self) -> Callable[[], Any]:
        """A function for the worker; it must not touch widgets."""
        raise NotImplementedError

    def show_data(self, data: Any) -> None:
        """Show what the reader returned."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read anew; the answer to an earlier question, which may be about another year or plan, is not shown any more."""
        self.stale = False
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self.desk.read(self, self.reader(), self._arrived, self._not_read)

    @property
    def is_reading(self) -> bool:
        return self._reading is not None and not self._reading.ended

    def _not_read(self, error: Exception) -> None:
        self.stale = True  # read again when the page is opened next
        self.desk.complain(self, error)

    def _arrived(self, data: Any) -> None:
        self.loaded = True
        self.show_data(data)
        if self._place:
            place, self._place = self._place, ""
            self.show_place(place)

    def go_to(self, place: str) -> None:
        """Show a place now, or as soon as the data are there."""
        if self.loaded and not self.stale:
            self.show_place(place)
        else:
            self._place = place

    def show_place(self, place: str) -> None:
        """Move to the field or row a Problem's path names."""

    def may_leave(self) -> bool:
        """False keeps the officer here; a page with unsaved work asks."""
        return True

    def closing(self) -> None:
        """The window is about to close: hand in what waits to be saved."""
