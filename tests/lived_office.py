"""The sample office as it is shown: with the three years of its plan lived. Made once for all tests of a process."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from hrdesk.services import Services


@cache
def _template() -> Path:
    path = Path(mkdtemp()) / "office.db"
    Services.create_sample(path, year=True).close()
    return path


def lived_office(folder: Path) -> Path:
    return Path(shutil.copy(_template(), folder / "office.db"))
