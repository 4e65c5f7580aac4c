"""Where bugs are written, and that none escapes unseen. The dialogs that tell of them are in `messages.py`."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from hrdesk.config import log_path

if TYPE_CHECKING:
    from logging import Logger
    from types import TracebackType


@cache
def log() -> Logger:
    """Writes to a file, which is made with the first line; where there can be none, to standard error."""
    import logging  # noqa: PLC0415 - the window shows without it

    logger, path = logging.getLogger("hrdesk"), log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        logger.warning("no log: %s", error)
        return logger
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    return logger


def install_excepthook() -> None:
    """Turn an exception that escapes into one dialog and a place in the log instead of a silent line."""
    sys.excepthook = _escaped


def _escaped(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    from hrdesk.ui.kit.messages import show_error  # noqa: PLC0415 - boxes and file dialogs: only when something is wrong

    window = QApplication.activeWindow() if QApplication.instance() else None
    show_error(window, error.with_traceback(trace))
