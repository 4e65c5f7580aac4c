"""Where bugs are written, and that none escapes unseen. The dialogs that tell of them are in `messages.py`."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hrdesk.config import log_path

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger("hrdesk")


def install_excepthook() -> None:
    """Log to a file from now on, and turn an escaped exception into one dialog instead of a silent line."""
    path = log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    sys.excepthook = _escaped


def _escaped(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    from hrdesk.ui.kit.messages import show_error  # noqa: PLC0415 - boxes and file dialogs: only when something is wrong

    window = QApplication.activeWindow() if QApplication.instance() else None
    show_error(window, error.with_traceback(trace))
