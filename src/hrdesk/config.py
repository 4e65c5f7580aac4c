"""Where resources and data live: in a source tree, an installed wheel or a frozen bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

APP_NAME = "hrdesk"
DATABASE_NAME = "hrdesk.db"


@cache
def resources_dir() -> Path:
    """The folder that holds `fonts/`, `forms/`, `reference/` and `icons/`."""
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    for folder in (frozen, package / "resources", package.parent.parent / "resources"):
        if (folder / "forms").is_dir():
            return folder
    msg = f"resources/ was not found beside {package}"
    raise FileNotFoundError(msg)


def resource_path(*parts: str) -> Path:
    """A file below `resources/`; existence is the caller's question."""
    return resources_dir().joinpath(*parts)


def guide_dir() -> Path:
    """The user guide's pages; a bundle and a wheel carry them among the resources."""
    carried = resources_dir() / "guide"
    return carried if carried.is_dir() else resources_dir().parent / "docs" / "guide"


def data_dir() -> Path:
    """The per-user folder for the live database and settings (`%LOCALAPPDATA%` on Windows); not created."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only the window and an absent --db need it

    return user_data_path(APP_NAME, appauthor=False)


def log_path() -> Path:
    """Where what was not expected is written down."""
    return data_dir() / "hrdesk.log"


def default_database() -> Path:
    return data_dir() / DATABASE_NAME
