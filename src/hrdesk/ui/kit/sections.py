"""A page made of sections: one tab for each, and each a page of its own that lies on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QWidget

from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.widgets import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from hrdesk.ui.kit.desk import Desk


@dataclass(frozen=True)
class Section:
    """`make` imports what it needs: a section is built when its tab is first shown."""

    key: str
    title: str
    make: Callable[[Desk], Page]


class SectionsPage(Page):
    """A place is the key of a section, and after a colon what that section understands.

    Sections say themselves which areas they show; one that changed something reads again what it must.
    """

    SECTIONS: tuple[Section, ...] = ()
    TABS = ""  # what the tabs are called

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sections: dict[str, Page] = {}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.TABS)
        self._places = [QWidget() for _ in self.SECTIONS]
        for place, section in zip(self._places, self.SECTIONS, strict=True):
            self.tabs.addTab(place, section.title)
        self.tabs.currentChanged.connect(self._tab_changed)
        desk.changed.connect(self._told)
        self.pad(column(self.theme, self.tabs))

    def section(self, key: str) -> Page:
        """Built now unless it was."""
        number = [one.key for one in self.SECTIONS].index(key)
        if key not in self.sections:
            made = self.sections[key] = self.SECTIONS[number].make(self.desk)
            self._places[number].setLayout(column(self.theme, made))
        return self.sections[key]

    @property
    def current(self) -> Page:
        return self.section(self.SECTIONS[self.tabs.currentIndex()].key)

    def refresh(self) -> None:
        self.stale, self.loaded = False, True
        for section in self.sections.values():
            section.stale = True
        self.current.refresh()

    def _told(self, area: Area, origin: object) -> None:
        for section in self.sections.values():
            if section is not origin and section.areas & area:
                section.stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self.loaded and self.current.stale:
            self.current.refresh()

    def _tab_changed(self, _number: int) -> None:
        self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def go_to(self, place: str) -> None:
        key, _, inner = place.partition(":")
        if key in (one.key for one in self.SECTIONS):
            section = self.section(key)
            self.tabs.setCurrentIndex([one.key for one in self.SECTIONS].index(key))
            if inner:
                section.go_to(inner)

    def may_leave(self) -> bool:
        return all(section.may_leave() for section in self.sections.values())

    def closing(self) -> None:
        for section in self.sections.values():
            section.closing()
