"""ตั้งค่า: one tab for each section; a section is a page of its own that lies on a tab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QWidget

from hrdesk.services import Area
from hrdesk.ui.page import Page
from hrdesk.ui.widgets import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from hrdesk.ui.desk import Desk


@dataclass(frozen=True)
class Section:
    """`make` imports what it needs: a section is built when its tab is first shown."""

    key: str
    title: str
    make: Callable[[Desk], Page]


def _backup(desk: Desk) -> Page:
    from hrdesk.ui.backup_section import BackupSection  # noqa: PLC0415

    return BackupSection(desk)


SECTIONS = (Section("backup", "สำรองและกู้คืนข้อมูล", _backup),)


class SettingsPage(Page):
    """A place is the key of a section, and after a colon what that section understands."""

    areas = ~Area(0)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sections: dict[str, Page] = {}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("หมวดของการตั้งค่า")
        self._places = [QWidget() for _ in SECTIONS]
        for place, section in zip(self._places, SECTIONS, strict=True):
            self.tabs.addTab(place, section.title)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.pad(column(self.theme, self.tabs))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.stale = True  # what it tells changes with every save: read again whenever it is opened

    def section(self, key: str) -> Page:
        """Built now unless it was."""
        number = [one.key for one in SECTIONS].index(key)
        if key not in self.sections:
            made = self.sections[key] = SECTIONS[number].make(self.desk)
            self._places[number].setLayout(column(self.theme, made))
        return self.sections[key]

    @property
    def current(self) -> Page:
        return self.section(SECTIONS[self.tabs.currentIndex()].key)

    def refresh(self) -> None:
        self.stale, self.loaded = False, True
        for section in self.sections.values():
            section.stale = True
        self.current.refresh()

    def _tab_changed(self, _number: int) -> None:
        if self.current.stale and self.loaded:
            self.current.refresh()

    def go_to(self, place: str) -> None:
        key, _, inner = place.partition(":")
        if key in (one.key for one in SECTIONS):
            section = self.section(key)
            self.tabs.setCurrentIndex([one.key for one in SECTIONS].index(key))
            if inner:
                section.go_to(inner)

    def may_leave(self) -> bool:
        return all(section.may_leave() for section in self.sections.values())

    def closing(self) -> None:
        for section in self.sections.values():
            section.closing()
