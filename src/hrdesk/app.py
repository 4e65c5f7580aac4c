"""The composition root of the window. SQLAlchemy and all that needs it is imported after the window shows."""

from __future__ import annotations

import gc
import sys
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import hrdesk.ui  # noqa: F401 - speaks to PySide, and so comes before it

# isort: split
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from hrdesk.config import default_database
from hrdesk.errors import UserError
from hrdesk.ui.kit.banner import BACKUP_NOTICE, Notice
from hrdesk.ui.kit.bug_log import install_excepthook, log
from hrdesk.ui.kit.preferences import (
    load_geometry,
    load_theme,
    remember_sample,
    sample_file,
    save_geometry,
    save_theme,
)
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.kit.theme import FUSION
from hrdesk.ui.kit.translator import ThaiButtons
from hrdesk.ui.kit.widgets import WrapLabel
from hrdesk.ui.window.main_window import MainWindow
from hrdesk.ui.window.pages import load_next

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from hrdesk.services import Services
    from hrdesk.services.safety.backup import Outcome
    from hrdesk.services.safety.health import Health
    from hrdesk.ui.window.instance import FirstInstance

T = TypeVar("T")
CHECK_AFTER = 1500  # milliseconds: the first page comes first
KEEP_AFTER = 20_000  # milliseconds without a change: should the program never close, its next start is quick all the same
DAMAGED = (
    "ตรวจพบว่าแฟ้มข้อมูลบางส่วนเสียหาย ยังไม่มีการเปลี่ยนแปลงใด กรุณาอย่าบันทึกเพิ่ม"
    " แล้วนำชุดสำรองที่สมบูรณ์กลับมาใช้จากหน้าตั้งค่า"
)
SAMPLE_NOTICE = "sample"
SAMPLE = "กำลังใช้ข้อมูลตัวอย่าง ลองแก้และพิมพ์ได้ทุกอย่าง เมื่อพร้อมแล้วเริ่มหน่วยงานของท่านได้ทันที"


def run(database: Path | None) -> int:
    """Show the window on a database (the default one when None) until it is closed; returns the exit code."""
    gc.disable()  # what is imported now stays; the session enables it when the first page is filled
    app = the_application()
    install_excepthook()
    theme = load_theme()
    theme.apply(app)
    WrapLabel.put_off = True
    session = Session(database or default_database(), MainWindow(theme, Worker(app)))
    session.show()
    QTimer.singleShot(0, log)  # what others write goes there too
    code = app.exec()
    session.close()
    session.window.worker.stop()
    return code


def tell_failure(message: str) -> None:
    """Why nothing was begun, where no console shows it."""
    from hrdesk.ui.kit.messages import show_error  # noqa: PLC0415 - only when something is wrong

    the_application()
    show_error(None, UserError(message))


def the_application() -> QApplication:
    """The one there is, or a new one; its own words in Thai."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = make_application()
    app.setApplicationName("hrdesk")
    app.installTranslator(ThaiButtons(app))
    return app


def make_application() -> QApplication:
    """With its style from the start: to change it later makes a second one."""
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setProperty(FUSION, True)
    return app


def keep_look(window: MainWindow) -> None:
    """When Windows is turned dark or light it gives tables, lists and menus its own font and colours again."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return

    def dress() -> None:
        if not isValid(window):
            return
        app.setPalette(QPalette())  # the same one again would leave the kinds of widgets as they are
        window.theme.apply(app)

    app.styleHints().colorSchemeChanged.connect(lambda: QTimer.singleShot(0, dress))


class Session:
    """One window on one database: opens it after the window shows, closes it after the window has gone."""

    def __init__(self, path: Path, window: MainWindow) -> None:
        self.path = path
        self.window = window
        self.services: Services | None = None
        self._kept_state = ""  # of the file, when the first page was shown as it had been kept
        self._instance: FirstInstance | None = None
        self.keeping = QTimer(window, singleShot=True, interval=KEEP_AFTER)
        self.keeping.timeout.connect(self._keep)
        window.theme_changed.connect(save_theme)
        window.data_changed.connect(self._back_up)
        window.worker.busy.connect(self._collect)
        geometry = load_geometry()
        if not geometry.isEmpty():
            window.restoreGeometry(geometry)

    def show(self) -> None:
        """Show the window with what can be read at once."""
        from hrdesk.services.beside import is_locked  # noqa: PLC0415 - only for the window

        if self.path.exists() and not is_locked(self.path):
            self._show_first_page()
        self.window.show()
        # Painted now: once the worker imports SQLAlchemy the window would have to wait its turn.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        WrapLabel.put_off = False
        QTimer.singleShot(0, self.window, self.open)

    def _show_first_page(self) -> None:
        """All of it where it was kept, else the few figures that can be read at once."""
        from hrdesk.services.glance import read_kept  # noqa: PLC0415

        kept = read_kept(self.path, _today())
        if kept is not None:
            self._kept_state = kept.state
            self.window.show_kept(kept.glance, kept.newest_backup(self.path))
            return
        from hrdesk.services.first_look import first_look  # noqa: PLC0415 - sqlite3, where nothing was kept

        if (look := first_look(self.path)) is not None:
            self.window.preview(look)

    def open(self) -> None:
        if self.path.exists():
            self._submit(lambda: _open(self.path))
            return
        from hrdesk.services.beside import was_here  # noqa: PLC0415

        if was_here(self.path):  # to begin afresh would hide that it is lost
            self._submit(lambda: _open(self.path))
            return
        from hrdesk.ui.window.beginning import Beginning  # noqa: PLC0415 - once in a database's life

        def begin(make: Callable[[], Services]) -> None:
            remember_sample(self.path if beginning.sample else None)
            self.window.worker.submit(self.window, make, begun, not_begun)

        def begun(services: Services) -> None:
            beginning.end()
            self._opened(services)

        def not_begun(error: Exception) -> None:
            if not beginning.again(error):
                beginning.end()
                self._failed(error)

        beginning = Beginning(self.path, self.window, begin, self.window.close)
        beginning.ask()

    def _submit(self, work: Callable[[], Services]) -> None:
        self.window.worker.submit(self.window, work, self._opened, self._failed)

    def _run(self, job: str, work: Callable[[], T], done: Callable[[T], object]) -> None:
        """Beside the officer's work, to whom a failure says nothing: the log has it by the name of the job."""
        self.window.worker.submit(self.window, work, done, partial(_log_failure, job))

    def _opened(self, services: Services) -> None:
        self.services = services
        WrapLabel.catch_up(self.window)
        self._distrust_kept()
        self.window.start(services)
        self._run("looking for troubles", lambda: _first_troubles(services), self._tell_troubles)
        QTimer.singleShot(0, self.window, self._listen)
        QTimer.singleShot(CHECK_AFTER, self.window, self._check)
        if sample_file() == self.path:
            self.window.tell(Notice(SAMPLE_NOTICE, SAMPLE, "", "เริ่มหน่วยงานของตนเอง…", self.begin_own, lasts=True))

    def _distrust_kept(self) -> None:
        """Now that nobody else can write the file: is it still the one whose first page was kept?"""
        from hrdesk.services.glance import state_of  # noqa: PLC0415

        if self._kept_state and self._kept_state != state_of(self.path):
            for page in self.window.pages.values():
                page.stale = True
        self._kept_state = ""

    def _check(self) -> None:
        """Read the whole file once, behind the first page; the page of backups shows what came of it.

        Then load what the next page is made of and read with.
        """
        keep_look(self.window)
        if self.services is not None:
            self._run("full check", self.services.health.check, self._checked)
            self._run("getting ready", self.services.get_ready, lambda _none: load_next())

    def _checked(self, health: Health) -> None:
        if health.faults:
            log().error("full check: %s", "; ".join(health.faults))
            self.window.tell(Notice("health", DAMAGED, "error", "เปิดหน้าสำรองข้อมูล", self._show_backups, lasts=True))

    def begin_own(self) -> None:
        """The sample was tried: put it aside and begin the own office under the same name."""
        from hrdesk.ui.window.beginning import Beginning  # noqa: PLC0415

        if self.services is None or not self.window.may_leave():
            return

        def begin(make: Callable[[], Services]) -> None:
            services, self.services = self.services, None
            self.window.leave_office()
            self.window.worker.submit(self.window, lambda: _put_aside(self.path, services, make), begun, not_begun)

        def begun(services: Services) -> None:
            beginning.end()
            remember_sample(None)
            self.window.tell(Notice(SAMPLE_NOTICE))
            self._opened(services)

        def not_begun(error: Exception) -> None:
            if self.path.exists() or not beginning.again(error):
                from hrdesk.ui.kit.messages import show_error  # noqa: PLC0415 - only when something is wrong

                beginning.end()
                show_error(self.window, error)
                self.open()

        beginning = Beginning(self.path, self.window, begin, self._gave_up_own, after_sample=True)
        beginning.ask()

    def _gave_up_own(self) -> None:
        """The sample goes on; where it was put aside already, the first question is asked again."""
        if self.services is None:
            self.open()

    def _listen(self) -> None:
        from hrdesk.ui.window.instance import FirstInstance  # noqa: PLC0415 - a second start comes after the first page

        if self._instance is None:
            self._instance = FirstInstance(self.path, self.window)
            self._instance.asked.connect(self.window.come_forward)

    def _tell_troubles(self, notices: tuple[Notice, ...]) -> None:
        for notice in notices:
            self.window.tell(notice._replace(act=self._show_backups) if notice.verb else notice)

    def _back_up(self, _area: object, _origin: object) -> None:
        """Of the changes of a day the first is backed up; the officer works on while it is made, or fails."""
        if self.services is not None:
            services = self.services
            self._run("backup", lambda: _after_change(services), self._backed_up)
            self.keeping.start()

    def _keep(self) -> None:
        """The first page as it is now, for the next start."""
        if self.services is not None:
            services = self.services
            self._run("keeping the first page", lambda: _keep_page(services), lambda _none: None)

    def _backed_up(self, outcome: Outcome) -> None:
        _log_trouble(outcome)
        if outcome.trouble or outcome.backup is not None:
            self._tell_trouble(outcome.trouble)

    def _tell_trouble(self, trouble: str) -> None:
        """A line in the window that stays until a backup goes well; empty ends it."""
        self.window.tell(Notice(BACKUP_NOTICE, trouble, verb="เปิดหน้าสำรองข้อมูล", act=self._show_backups))

    def _show_backups(self) -> None:
        self.window.open_page("settings", "backup")

    def _collect(self, busy: bool) -> None:
        """When the first page is filled, garbage is collected again, but never looked for among what was imported."""
        if not busy and not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _failed(self, error: Exception) -> None:
        from hrdesk.ui.window.opening import Opening  # noqa: PLC0415 - only when something is wrong

        Opening(self.path, self.window, self.open, self.window.close).failed(error)

    def close(self) -> None:
        save_geometry(self.window.saveGeometry())
        services, self.services = self.services, None
        if services is not None:
            self._run("leaving", lambda: _leave(services), _log_trouble)
            self.window.worker.settle()


def _open(path: Path) -> Services:
    from hrdesk.services import Services as Real  # noqa: PLC0415 - SQLAlchemy, after the window shows
    from hrdesk.thai.linebreak import soften  # noqa: PLC0415

    services = Real.open(path)
    soften("ก")  # reads its words here: the window does not wait for them
    return services


def _put_aside(path: Path, services: Services | None, make: Callable[[], Services]) -> Services:
    """The open office out of the way, where there is one, for the one that is made."""
    if services is not None:
        from datetime import datetime  # noqa: PLC0415

        from hrdesk.services.register.setting_aside import set_aside  # noqa: PLC0415

        services.close()
        set_aside(path, datetime.now().astimezone())
    return make()


def _first_troubles(services: Services) -> tuple[Notice, ...]:
    from hrdesk.ui.window.troubles import first_troubles  # noqa: PLC0415 - with what it needs, on the worker's thread

    return first_troubles(services)


def _today() -> date:
    from datetime import date  # noqa: PLC0415

    return date.today()  # noqa: DTZ011 - the officer's day


def _after_change(services: Services) -> Outcome:
    from hrdesk.services.glance import drop_kept  # noqa: PLC0415

    drop_kept(services.database.path)
    return services.backup.after_change()


def _leave(services: Services) -> Outcome:
    """Back up what changed since the last backup, then let go of the file, whatever came of it."""
    with services:
        outcome = services.backup.at_close()
        _keep_page(services)
        return outcome


def _keep_page(services: Services) -> None:
    from hrdesk.services.glancing import keep_glance  # noqa: PLC0415

    try:
        keep_glance(services, _today())
    except UserError as error:  # what the first page will say again at the next start
        log().warning("first page not kept: %s", error)


def _log_trouble(outcome: Outcome) -> None:
    if outcome.trouble:
        log().warning("backup: %s", outcome.trouble)


def _log_failure(job: str, error: Exception) -> None:
    log().error("%s failed", job, exc_info=error)
