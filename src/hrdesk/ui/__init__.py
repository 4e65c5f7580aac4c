"""The window. What comes first here is said to PySide before any page is imported."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - brings the module that is spoken to


def _never(_module: object) -> bool:
    return False


def search_no_sources() -> bool:
    """Keep PySide from reading the source of every module imported after it, SQLAlchemy's too, in search of its name.

    It would only ask whether `from __feature__ import …` could matter there, which nobody here writes; but the lines stay in
    `linecache`: 22 MB and a fifteenth of a second at every start from source. A frozen program has no sources to read. The
    name is PySide's own affair: False where it is gone, and all is as it was.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if not hasattr(feature, "_mod_uses_pyside"):
        return False
    feature._mod_uses_pyside = _never  # type: ignore[union-attr]  # noqa: SLF001
    return True


search_no_sources()
