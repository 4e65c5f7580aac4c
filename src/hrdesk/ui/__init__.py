"""The window. What comes first here is said to PySide before any page is imported.

All of it speaks of PySide's own affairs: where a name is gone, all is as it was.
"""

from __future__ import annotations

import builtins
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# Parts of PySide that only its maker of `.pyi` files uses.
FOR_STUBS = frozenset(f"shibokensupport/signature/lib/{name}.py" for name in ("enum_sig", "pyi_generator"))


@contextmanager
def without_parts_for_stubs() -> Iterator[None]:
    """PySide compiles its Python parts anew at every start; those that no window needs become empty: an eighth of a bare one's."""
    compiled = builtins.compile

    def wanted(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:
        return compiled("" if filename in FOR_STUBS else source, filename, *rest, **named)

    builtins.compile = wanted
    try:
        yield
    finally:
        builtins.compile = compiled


def _never(_module: object) -> bool:
    return False


def search_no_sources() -> bool:
    """Keep PySide from reading the source of every module imported after it, SQLAlchemy's too, in search of its name.

    It would only ask whether `from __feature__ import …` could matter there, which nobody here writes; but the lines stay in
    `linecache`: 22 MB and a fifteenth of a second at every start from source. A frozen program has no sources to read. False
    where it could not be said.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if not hasattr(feature, "_mod_uses_pyside"):
        return False
    feature._mod_uses_pyside = _never  # type: ignore[union-attr]  # noqa: SLF001
    return True


with without_parts_for_stubs():
    import PySide6.QtCore  # noqa: F401 - brings the modules that are spoken to
search_no_sources()
