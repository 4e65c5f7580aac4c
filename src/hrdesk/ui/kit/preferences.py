"""What this PC remembers of the window: colours, zoom, size, and the last folder saved to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from hrdesk.config import data_dir
from hrdesk.ui.kit.theme import LEAST_ZOOM, MOST_ZOOM, Theme

_KINDS = frozenset({".csv", ".doc", ".docx", ".ods", ".odt", ".pdf", ".txt", ".xls", ".xlsm", ".xlsx", ".zip"})  # of files


def _settings() -> QSettings:
    return QSettings(str(data_dir() / "window.ini"), QSettings.Format.IniFormat)


def _text(key: str) -> str:
    value = _settings().value(key, "")
    return value if isinstance(value, str) else ""


def load_theme() -> Theme:
    try:
        zoom = float(_text("look/zoom") or 1.0)
    except ValueError:
        zoom = 1.0
    zoom = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
    return Theme(_text("look/dark") == "yes", zoom, high=_text("look/high") == "yes")


def save_theme(theme: Theme) -> None:
    settings = _settings()
    settings.setValue("look/dark", "yes" if theme.dark else "no")
    settings.setValue("look/high", "yes" if theme.high else "no")
    settings.setValue("look/zoom", str(theme.zoom))


def load_geometry() -> QByteArray:
    value = _settings().value("window/geometry")
    return value if isinstance(value, QByteArray) else QByteArray()


def save_geometry(geometry: QByteArray) -> None:
    _settings().setValue("window/geometry", geometry)


def save_folder() -> Path:
    """Where papers were last saved; the home folder's Documents at first."""
    kept = Path(_text("papers/folder") or Path.home() / "Documents")
    return kept if kept.is_dir() else Path.home()


def remember_folder(folder: Path) -> None:
    _settings().setValue("papers/folder", str(folder))


def chosen_file(name: str, suffix: str) -> Path:
    """What a file dialog gave, ending in `suffix`: in place of another kind's, else after it, for a dot may be of the name."""
    chosen = Path(name)
    if chosen.suffix.lower() == suffix:
        return chosen
    return chosen.with_suffix(suffix) if chosen.suffix.lower() in _KINDS else chosen.with_name(chosen.name + suffix)


def sample_file() -> Path | None:
    """The database that was begun with the sample office on this PC; None once an own office was begun."""
    kept = _text("office/sample")
    return Path(kept) if kept else None


def remember_sample(path: Path | None) -> None:
    _settings().setValue("office/sample", "" if path is None else str(path))


def shown_columns(table: str, standard: Sequence[str]) -> tuple[str, ...]:
    """Keys of the columns that this PC shows of a table, in their order."""
    return tuple(_text(f"columns/{table}").split()) or tuple(standard)


def remember_columns(table: str, keys: Sequence[str]) -> None:
    _settings().setValue(f"columns/{table}", " ".join(keys))
