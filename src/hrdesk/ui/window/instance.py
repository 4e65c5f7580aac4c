"""The second start of one database raises the window of the first and ends."""

from __future__ import annotations

import sys
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_WAIT = 800  # milliseconds; the other one answers at once or never
_WORD = b"raise\n"


def _name(database: Path) -> str:
    """One for each file, however its path is spelt."""
    return "hrdesk-" + sha256(str(database.resolve()).lower().encode()).hexdigest()[:24]


class FirstInstance(QObject):
    """Listens while this window has the database; `asked` says that somebody started it again."""

    asked = Signal()

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        QLocalServer.removeServer(_name(database))  # left by a killed program; the lock says there is no other
        self._server.listen(_name(database))

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.write(_WORD)
            socket.flush()
            socket.disconnectFromServer()
            socket.deleteLater()
            self.asked.emit()

    def close(self) -> None:
        self._server.close()


def raise_first(database: Path) -> bool:
    """Whether a window that has the database was found and asked to come to the front."""
    if sys.platform == "win32":  # only the program in front may give the front away
        import ctypes  # noqa: PLC0415 - there only

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    socket = QLocalSocket()
    socket.connectToServer(_name(database))
    found = socket.waitForConnected(_WAIT) and socket.waitForReadyRead(_WAIT)
    socket.abort()
    return found
