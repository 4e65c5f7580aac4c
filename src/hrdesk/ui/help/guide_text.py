"""The user guide as files: which pages there are, in which order, and their text ready for a window."""

from __future__ import annotations

import re
from pathlib import Path

from hrdesk.config import guide_dir
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.linebreak import soften
from hrdesk.thai.text import search_key

ORDER = (  # as an officer comes to need them; a page of the window is explained by the guide page of its name
    *("start", "one-day", "home", "office", "people", "import", "courses", "plan", "classes", "monitoring"),
    *("skills", "reports", "settings", "handover", "trouble"),
)
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_KEPT = re.compile(r"(!?\[[^\]]*\]\([^)]*\)|`[^`]*`|<!--.*?-->)", re.DOTALL)  # links, pictures and keys stay whole


@dataclass(frozen=True, slots=True)
class GuidePage:
    key: str
    title: str
    text: str  # Markdown


def guide_pages(folder: Path | None = None) -> tuple[GuidePage, ...]:
    """Every page in reading order. One whose name is not in `ORDER` comes last."""
    found = {path.stem: path for path in sorted((folder or guide_dir()).glob("*.md"))}
    keys = [key for key in ORDER if key in found] + [key for key in found if key not in ORDER]
    return tuple(_read(key, found[key]) for key in keys)


def _read(key: str, path: Path) -> GuidePage:
    text = path.read_text(encoding="utf-8")
    title = _TITLE.search(text)
    return GuidePage(key, title[1] if title else key, text)


def softened(text: str) -> str:
    """Markdown whose Thai may break between words, its lines of one paragraph joined as Thai is: without a space."""
    parts = _KEPT.split(text)
    return "".join(part if number % 2 else _soft_lines(part) for number, part in enumerate(parts))


def _soft_lines(text: str) -> str:
    return "\n".join(soften(line) if line.strip() else line for line in text.split("\n"))


def matching(pages: tuple[GuidePage, ...], words: str) -> tuple[GuidePage, ...]:
    """Those that hold what is asked for, however it is spaced; all of them when nothing is."""
    wanted = search_key(words)
    return tuple(page for page in pages if wanted in search_key(page.text))
