"""The locked window: nothing of the office is seen until the password is right; and the watch on an idle PC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from hrdesk.errors import UserError
from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.passwords import secret
from hrdesk.ui.kit.widgets import Field, button, column, form, label, picture, row

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from hrdesk.services.safety.lock import LockService
    from hrdesk.ui.window.main_window import MainWindow

_ACTS = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class LockScreen(EntryDialog):
    """Modal over the whole program; Escape does not end it, closing it ends the program."""

    keeps_no_draft = True
    quit_asked = Signal()

    def __init__(self, window: MainWindow, lock: LockService) -> None:
        super().__init__(window)
        theme = window.theme
        self.lock, self.worker = lock, window.worker
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle("โปรแกรมล็อกอยู่")
        self.setMinimumWidth(theme.px(440))
        self.password = secret("รหัสผ่าน")
        self.code = Field("รหัสกู้คืน", "ตัวเลข 20 หลักจากใบที่พิมพ์ไว้")
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.save_button = button("เปิดโปรแกรม", self.unlock, kind="primary")
        self.save_button.setDefault(True)
        self.code_button = button("ลืมรหัสผ่าน ใช้รหัสกู้คืน", self._use_code, kind="link")
        self.quit_button = button("ปิดโปรแกรม", self.quit_asked.emit)
        for one in (self.code_button, self.quit_button):
            one.setAutoDefault(False)
        self._fields = form(theme, [("รหัสผ่าน", self.password), ("รหัสกู้คืน", self.code)])
        self._show_code(shown=False)
        head = row(theme, picture(theme, "lock", "accent", 24), label("โปรแกรมล็อกอยู่ ข้อมูลยังอยู่ครบ", "section"), 1)
        foot = row(theme, self.code_button, 1, self.quit_button, self.save_button)
        self.setLayout(column(theme, head, self._fields, self.wrong, foot, gap="m", pad="l"))
        self.password.returnPressed.connect(self.unlock)
        self.code.returnPressed.connect(self.unlock)
        self.password.setFocus()

    def _show_code(self, *, shown: bool) -> None:
        for line, visible in ((0, not shown), (1, shown)):
            for place in (0, 1):
                item = self._fields.itemAtPosition(line, place)
                if item is not None and (widget := item.widget()) is not None:
                    widget.setVisible(visible)

    def _use_code(self) -> None:
        self._show_code(shown=True)
        self.code_button.hide()
        self.code.setFocus()

    def unlock(self) -> None:
        if not self.save_button.isEnabled():  # Enter once more: a second try would count as one
            return
        lock, password, code = self.lock, self.password.text(), self.code.text()
        with_code = self.code_button.isHidden()
        self.save_button.setEnabled(False)
        work = (lambda: lock.unlock_with_code(code)) if with_code else (lambda: lock.unlock(password))
        self.worker.submit(self, work, lambda _none: self.accept(), self._refused)

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.wrong.setText(str(error) if isinstance(error, UserError) else "เปิดไม่สำเร็จ กรุณาลองอีกครั้ง")
        self.wrong.show()
        field = self.code if self.code.isVisible() else self.password
        field.selectAll()
        field.setFocus()

    def reject(self) -> None:
        """Escape: stays locked."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.quit_asked.emit()


class Locker(QObject):
    """Locks the window by hand, at the start, and when nobody touched the PC for so many minutes."""

    unlocked = Signal()

    def __init__(self, window: MainWindow, lock: LockService) -> None:
        super().__init__(window)
        self.window, self.service = window, lock
        self.screen: LockScreen | None = None
        self._covered: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.lock)
        self.watch()

    def end(self) -> None:
        """The office is left, and its lock with it."""
        self._timer.stop()
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)
        self.deleteLater()

    def watch(self) -> None:
        """After the settings changed; an idle PC is watched only where there is a lock."""
        app, state = QApplication.instance(), self.service.state
        if app is None:
            return
        app.removeEventFilter(self)
        self._timer.stop()
        if state.is_set and state.idle_minutes:
            self._timer.setInterval(state.idle_minutes * 60_000)
            self._timer.start()
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _ACTS and self._timer.isActive():
            self._timer.start()
        elif kind == QEvent.Type.Show and self.screen not in (None, watched) and isinstance(watched, QDialog):
            self._cover_late(watched)
        return super().eventFilter(watched, event)

    def _cover_late(self, dialog: QDialog) -> None:
        """What long work asks or tells when it ends is as unseen as the rest, and waits below the lock."""
        dialog.setWindowOpacity(0.0)
        if dialog not in self._covered:
            self._covered.append(dialog)
        QTimer.singleShot(0, self, self._come_on_top)

    def _come_on_top(self) -> None:
        """Of modal windows Qt lets the last that was shown be used."""
        if self.screen is not None:
            self.screen.hide()
            self.screen.show()
            self.screen.activateWindow()
            for field in (self.screen.password, self.screen.code):
                field.end(False)  # showing selects what was typed so far

    def lock(self) -> None:
        """Hide everything and ask for the password; does nothing without one, or when it is locked."""
        if self.screen is not None or not self.service.state.is_set:
            return
        self._timer.stop()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._cover()
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)
            app.installEventFilter(self)
        self.screen = LockScreen(self.window, self.service)
        self.screen.accepted.connect(self._open)
        self.screen.quit_asked.connect(self._quit)
        self.screen.show()

    def _cover(self) -> None:
        """Open dialogs become invisible, not hidden, which would end them."""
        self._covered = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        for one in self._covered:
            one.setWindowOpacity(0.0)
        self.window.cover(covered=True)

    def _open(self) -> None:
        screen, self.screen = self.screen, None
        if screen is not None:
            screen.deleteLater()
        for one in self._covered:
            if isValid(one):  # else it ended meanwhile
                one.setWindowOpacity(1.0)
        self._covered = []
        self.window.cover(covered=False)
        self.watch()
        self.unlocked.emit()

    def _quit(self) -> None:
        """Pages that ask about unsaved work cannot be seen: what was typed is kept as drafts."""
        if self.window.draft_keeper is not None:
            self.window.draft_keeper.rescue()
        QApplication.exit(0)  # unlike quit(), asks no window whether it may close
