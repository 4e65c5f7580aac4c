"""A report of an unexpected error as a file that the officer can carry to who looks after the program.

It holds versions, the error and the last lines of the log; nothing of the office's data.
"""

from __future__ import annotations

import platform
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import qVersion

from hrdesk import __version__

LAST_LINES = 400


def report_text(details: str, log: Path) -> str:
    """`details` is the traceback; a log that cannot be read is said to be so."""
    head = (
        f"hrdesk {__version__}",
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
    )
    return "\n".join((*head, "", details.rstrip(), "", f"--- {log.name} ---", *_last_lines(log), ""))


def _last_lines(log: Path) -> list[str]:
    try:
        return log.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_LINES:]
    except OSError as error:
        return [str(error)]


def report_name() -> str:
    return f"hrdesk-รายงานข้อผิดพลาด-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"


def save_report(target: Path, details: str, log: Path) -> None:
    """OSError when the place cannot be written."""
    target.write_text(report_text(details, log), encoding="utf-8")
