"""The window: a side bar, a bar with the page's title and the search, and one page at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from hrdesk.ui.kit import flags
from hrdesk.ui.kit.banner import Banners, Notice
from hrdesk.ui.kit.progress import LongWork
from hrdesk.ui.kit.widgets import column, frame, label, nav_item, nav_list, row
from hrdesk.ui.window.folding import FoldingRow
from hrdesk.ui.window.leaving import Leaving
from hrdesk.ui.window.pages import PAGES, entry_of
from hrdesk.ui.window.side_tools import SideTools

if TYPE_CHECKING:
    from datetime import datetime

    from hrdesk.services import Area, Services
    from hrdesk.services.first_look import FirstLook
    from hrdesk.services.glance import Glance
    from hrdesk.ui.help.guide_window import GuideWindow
    from hrdesk.ui.home.page import HomePage
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.page import Page
    from hrdesk.ui.kit.task import Worker
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.window.draft_keeper import DraftKeeper
    from hrdesk.ui.window.lock_screen import Locker
    from hrdesk.ui.window.pages import PageEntry

FOLDED, OPEN = 52, 200  # logical pixels of the side bar
NARROW = 1000  # of the window, below which it shows icons only
TITLE = "hrdesk แผนพัฒนาบุคลากร"


class MainWindow(QMainWindow):
    """Shown before the database is open, with a `preview` of its first page where there is one; `start` fills it."""

    theme_changed = Signal(object)
    data_changed = Signal(object, object)  # as a desk's `changed`, whichever desk there is

    def __init__(self, theme: Theme, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.worker = worker
        self.desk: Desk | None = None
        self.draft_keeper: DraftKeeper | None = None
        self.locker: Locker | None = None
        self.started = False  # the desk has its services
        self.pages: dict[str, Page] = {}
        self._notices: dict[str, Notice] = {}
        self._key = ""
        self._guarded = False  # nothing offers to change what cannot be written
        self._wish: tuple[str, str] | None = None  # a page and place asked for before the services were there
        self._guide: GuideWindow | None = None
        self.setWindowTitle(TITLE)
        self.resize(1366, 768)
        worker.busy.connect(self._show_busy)
        self.leaving = Leaving(self)
        self._build()
        self._shortcuts()

    # building

    def _build(self) -> None:
        theme = self.theme
        self.menu = nav_list(theme, "เมนูหลัก")
        for entry in PAGES:
            nav_item(theme, self.menu, entry.icon, entry.title)
        self.menu.setEnabled(self.started)
        self.menu.currentRowChanged.connect(self._menu_moved)
        self._office = label("", "section", wrap=True)
        self._year = label("", "small")
        self._head = frame(column(theme, self._office, self._year, gap="", pad="m"))
        self.tools = self._build_tools()
        self.side = frame(column(theme, self._head, self.menu, self.tools, gap=""), "side")
        self.title = label("", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._bar_box = row(theme, self.title, 1)
        self._bar_box.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8))
        self.stack = QStackedWidget()
        self._wait = label("กำลังเปิดฐานข้อมูล…", "muted")
        flags.put(self._wait, alignment=flags.CENTRE)
        self.stack.addWidget(self._wait)
        self._busy = QProgressBar()
        self._busy.setAccessibleName("กำลังทำงาน")
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(theme.px(3))
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        self.banners = self._build_banners()
        self.long_work = LongWork(theme, self.worker)
        self.long_work.setContentsMargins(theme.px(20), theme.px(4), theme.px(20), 0)
        self.bar = frame(self._bar_box, "bar")
        body = column(theme, self.bar, self._busy, self.banners, self.long_work, self.stack, gap="")
        body.setStretch(4, 1)
        widths = theme.px(FOLDED), theme.px(OPEN), theme.px(NARROW)
        beside = FoldingRow(self.side, frame(body), widths, self._fold)
        self._whole = frame(beside, parent=self)
        self.setCentralWidget(self._whole)
        if self.locker is not None and self.locker.screen is not None:
            self.cover(covered=True)
        beside.fold(self.width())

    def _build_banners(self) -> Banners:
        """With what stood in the ones before, when the look changes."""
        banners = Banners(self.theme)
        for notice in self._notices.values():
            banners.tell(notice)
        self._notices = banners.notices
        return banners

    def tell(self, notice: Notice) -> None:
        """Put a line under the bar, or take it away."""
        self.banners.tell(notice)

    def _build_tools(self) -> SideTools:
        tools = SideTools(self.theme)
        tools.chosen.connect(self.set_theme)
        tools.helped.connect(self.open_guide)
        return tools

    def _shortcuts(self) -> None:
        for keys, slot in (
            (("Ctrl++", "Ctrl+="), self.zoom_in), (("Ctrl+-",), self.zoom_out), (("Ctrl+F",), self.focus_search),
            (("Ctrl+L",), self.lock), (("F1",), self.open_guide),
        ):  # fmt: skip
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.activated.connect(slot)
        for number, entry in enumerate(PAGES, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(partial(self.open_page, entry.key))

    # running

    def preview(self, look: FirstLook) -> None:
        """Show the first page with what could be read before the services are there."""
        self._first_page(look.office).preview(look)

    def show_kept(self, glance: Glance, backup: datetime | None) -> None:
        """Show the whole first page as it was kept, with when the last backup was made."""
        self._first_page(glance.office).show_kept(glance, backup)

    def _first_page(self, office: str) -> HomePage:
        from hrdesk.ui.home.page import HomePage  # noqa: PLC0415

        entry = PAGES[0]
        self.desk = self._make_desk()
        page = HomePage(self.desk, self.stack)
        self.pages[entry.key] = page
        self.stack.addWidget(page)
        self._show_page(entry, page)
        self._show_office(office)
        return page

    def _make_desk(self) -> Desk:
        from hrdesk.ui.kit.desk import Desk  # noqa: PLC0415

        desk = Desk(self.worker, self.theme, self)
        desk.changed.connect(self._data_changed)
        desk.changed.connect(self.data_changed)
        desk.went.connect(self.open_page)
        desk.noticed.connect(self.tell)
        desk.replaced.connect(self._begin_anew)
        desk.lock_asked.connect(self.lock)
        desk.lock_changed.connect(self._watch_lock)
        return desk

    def start(self, services: Services) -> None:
        """The database is open: the desk has its services, the page shown is filled."""
        from hrdesk.ui.window.search import SearchField  # noqa: PLC0415 - needs what the services import

        if services.read_only or self._guarded:
            from hrdesk.ui.kit.read_only import guard  # noqa: PLC0415 - seldom

            guard(self, read_only=services.read_only)
            self._guarded = services.read_only
        shown = self.pages.get(self._key)
        known = shown is not None and not shown.stale  # as it was kept, the office's name with it
        self.desk = self.desk or self._make_desk()
        self.started = True
        self.desk.begin(services)
        self.search = SearchField(self.desk, self._whole)
        self._bar_box.addWidget(self.search, 1)
        self.menu.setEnabled(True)
        if self.focusWidget() in (None, *self.tools.tools):  # it went there while the menu could not take it
            self.menu.setFocus()
        if not known:
            self._read_office()
        key, place = self._wish or (self._key or PAGES[0].key, "")
        self._wish = None
        self.open_page(key, place)
        if self.draft_keeper is None:
            from hrdesk.ui.window.draft_keeper import DraftKeeper  # noqa: PLC0415

            self.draft_keeper = DraftKeeper(self, services)
            self.draft_keeper.look()
            if services.lock.state.is_set:
                self._watch_lock()
                self.lock()

    def open_page(self, key: str, place: str = "") -> None:
        if self.desk is None or not self.started:
            self._wish = (key, place)
            return
        current = self.pages.get(self._key)
        if key != self._key and current is not None and not current.may_leave():
            self._mark(self._key)
            return
        entry = entry_of(key)
        page = self.pages.get(key)
        if page is None:
            page = self.pages[key] = entry.make(self.desk)
            self.stack.addWidget(page)
        self._show_page(entry, page)
        if place:
            page.go_to(place)
        if page.stale:
            page.refresh()

    def _show_page(self, entry: PageEntry, page: Page) -> None:
        self._key = entry.key
        self.title.setText(entry.title)
        self.stack.setCurrentWidget(page)
        self._mark(entry.key)

    @property
    def current_key(self) -> str:
        return self._key

    def _mark(self, key: str) -> None:
        number = [entry.key for entry in PAGES].index(key)
        self.menu.blockSignals(True)
        self.menu.setCurrentRow(number)
        self.menu.blockSignals(False)
        for index in range(self.menu.count()):
            weight = QFont.Weight.DemiBold if index == number else QFont.Weight.Normal
            font, item = self.theme.font("body", weight), self.menu.item(index)
            if item.font() != font:  # each one set draws the menu again
                item.setFont(font)

    def _menu_moved(self, number: int) -> None:
        if number >= 0:
            self.open_page(PAGES[number].key)

    def _data_changed(self, area: Area, origin: object) -> None:
        from hrdesk.services import Area as Areas  # noqa: PLC0415

        for page in self.pages.values():
            if page is not origin and page.areas & area:
                page.stale = True
        shown = self.pages.get(self._key)
        if shown is not None and shown.stale:
            shown.refresh()
        if area & Areas.ORGANIZATION:
            self._read_office()

    def _read_office(self) -> None:
        if self.desk is not None:
            read = self.desk.services.reading.organization
            self.desk.read(self, read, lambda organization: self._show_office(organization.full_name))

    def _show_office(self, name: str) -> None:
        from datetime import date  # noqa: PLC0415

        from hrdesk.domain.fiscal import FiscalYear  # noqa: PLC0415

        self._year.setText(f"ปีงบประมาณ {FiscalYear.of(date.today())}")  # noqa: DTZ011 - the officer's day
        self._office.setText(name)
        self._office.setToolTip(name)
        self.setWindowTitle(f"{name} - {TITLE}")

    def _show_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)

    def lock(self) -> None:
        """Nothing without a password."""
        if self.locker is not None:
            self.locker.lock()

    def _watch_lock(self) -> None:
        if self.locker is None and self.desk is not None:
            from hrdesk.ui.window.lock_screen import Locker  # noqa: PLC0415 - where a lock is set

            self.locker = Locker(self, self.desk.services.lock)
        elif self.locker is not None:
            self.locker.watch()

    def cover(self, *, covered: bool) -> None:
        """Nothing of the office is seen while covered."""
        self._whole.setVisible(not covered)

    def come_forward(self) -> None:
        """The program was started once more."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def focus_search(self) -> None:
        if self.desk is not None:
            self.search.setFocus()
            self.search.selectAll()

    def open_guide(self) -> None:
        """The user guide, on the page that explains what is shown; it stays open beside the work."""
        from hrdesk.ui.help.guide_window import GuideWindow  # noqa: PLC0415 - when first asked for

        if self._guide is None or self._guide.theme != self.theme:
            if self._guide is not None:
                self._guide.deleteLater()
            self._guide = GuideWindow(self.theme, self)
        self._guide.open_at(self._key or "start")

    # the look

    def zoom_in(self) -> None:
        self.tools.zoom_in()

    def zoom_out(self) -> None:
        self.tools.zoom_out()

    def set_theme(self, theme: Theme) -> None:
        """Build everything anew in the other look; a page with unsaved work is asked first."""
        if theme == self.theme or not self.may_leave():
            return
        for page in self.pages.values():
            page.closing()
        app = QApplication.instance()
        self.theme = theme
        if isinstance(app, QApplication):
            theme.apply(app)
        self._rebuild()
        self.menu.setFocus()
        self.theme_changed.emit(theme)

    def may_leave(self) -> bool:
        """A page with unsaved work asks."""
        return all(page.may_leave() for page in self.pages.values())

    def leave_office(self) -> None:
        """Show no office; `start` shows the next one, whose drafts and lock are its own."""
        self.started = False
        for one in (self.draft_keeper, self.locker):
            if one is not None:
                one.end()
        self.draft_keeper = self.locker = None
        self._key, self._notices = "", {}
        self._rebuild()

    def _begin_anew(self, notice: Notice) -> None:
        """Other data under the same window: no page, draft or undo of the old ones stays."""
        if self.desk is not None:
            self.desk.services.register.changes.clear()
        self._rebuild()
        if self.draft_keeper is not None:
            self.draft_keeper.look_anew()
        self.tell(notice)

    def _rebuild(self) -> None:
        self.pages = {}
        services = self.desk.services if self.desk and self.started else None
        self.started = False
        if self.desk is not None:
            self.desk.deleteLater()
            self.desk = None
        self._build()
        if services is not None:
            self.start(services)

    def _fold(self, narrow: bool) -> None:
        self._head.setVisible(not narrow)
        self.tools.fold(narrow=narrow)
        for number, entry in enumerate(PAGES):
            self.menu.item(number).setText("" if narrow else entry.title)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.leaving.may_close())
