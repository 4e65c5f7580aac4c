"""A report of an unexpected error as a file that the officer can carry to who looks after the program.

It holds versions, the error and the last lines of the log; nothing of the office's data: what a message quotes is left
out where it may be a name or a number of somebody, and the folder of the PC's user is called ~.
"""

from __future__ import annotations

import platform
import re
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import qVersion

from hrdesk import __version__

LAST_LINES = 400
_THAI = r"[\u0e00-\u0e7f]"
_QUOTED = re.compile(r"“[^”\n]*”|'[^'\n]*'|\"[^\"\n]*\"")
_TELLING = re.compile(rf"{_THAI}|\d{{4}}")
_RAISED = re.compile(r"(?!hrdesk\.errors\.)[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Stopped)\b")  # ours speaks Thai itself
_NAME = re.compile(rf"{_THAI}+(?:\s+{_THAI}+)*")
_NUMBER = re.compile(r"\d(?:-?\d){8,}")
_LEFT_OUT = "…"


def report_text(details: str, log: Path) -> str:
    """`details` is the traceback; a log that cannot be read is said to be so."""
    head = (
        f"hrdesk {__version__}",
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
    )
    told = (*details.rstrip().splitlines(), "", f"--- {log.name} ---", *_last_lines(log), "")
    return "\n".join((*head, "", *map(without_names, told)))


def without_names(line: str) -> str:
    """A line of a traceback or of the log without what an office's data may have brought into it."""
    line = re.sub(re.escape(str(Path.home())), "~", line, flags=re.IGNORECASE)
    if line.startswith((" ", "\t")):  # a place in our source, or its words
        return line
    line = _QUOTED.sub(lambda found: f"“{_LEFT_OUT}”" if _TELLING.search(found[0]) else found[0], line)
    return _NUMBER.sub(_LEFT_OUT, _NAME.sub(_LEFT_OUT, line) if _RAISED.match(line) else line)


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
