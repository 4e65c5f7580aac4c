"""Lines under the window's bar that stay until what they tell of is over; nothing has to be answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QWidget

from hrdesk.ui.kit.widgets import button, clear, column, frame, label, picture, row, tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.ui.kit.theme import Theme

BACKUP_NOTICE = "backup"  # the key of what is wrong with backups now
ICONS = {"warn": "warning", "error": "error", "ok": "check", "": "now"}


class Notice(NamedTuple):
    """One thing to tell; a later one of the same `key` takes its place, one without text ends it."""

    key: str
    text: str = ""
    tone: str = "warn"  # "warn", "error", "ok" or ""
    verb: str = ""  # of the button, which needs an `act`
    act: Callable[[], object] | None = None
    other_verb: str = ""  # of a second button
    other: Callable[[], object] | None = None
    lasts: bool = False  # cannot be closed by hand


class Banners(QFrame):
    """The notices that stand now, the newest below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.notices: dict[str, Notice] = {}
        self._box = column(theme, gap="xs")
        self._box.setContentsMargins(theme.px(20), theme.px(6), theme.px(20), 0)
        self.setLayout(self._box)
        self.hide()

    def tell(self, notice: Notice) -> None:
        if notice.text:
            self.notices[notice.key] = notice
        else:
            self.notices.pop(notice.key, None)
        self._show()

    def _show(self) -> None:
        clear(self._box)
        for notice in self.notices.values():
            self._box.addWidget(self._strip(notice))
        self.setVisible(bool(self.notices))

    def _strip(self, notice: Notice) -> QFrame:
        theme, tone = self.theme, notice.tone
        text = label(notice.text, "", tone, wrap=True)
        parts: list[QWidget] = [picture(theme, ICONS[tone], tone or "accent"), text]
        for verb, act in ((notice.verb, notice.act), (notice.other_verb, notice.other)):
            if act is not None:
                parts.append(button(verb, act, name=f"{verb}: {notice.text}"))
        if not notice.lasts:
            parts.append(tool(theme, "close", f"ปิดข้อความ: {notice.text}", partial(self.tell, Notice(notice.key))))
        line = row(theme, *parts)
        line.setStretch(1, 1)
        line.setContentsMargins(theme.px(12), theme.px(2), theme.px(6), theme.px(2))
        return frame(line, {"warn": "warned", "error": "failed", "ok": "fine"}.get(tone, "strip"))
