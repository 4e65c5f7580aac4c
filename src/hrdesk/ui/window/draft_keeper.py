"""Keeps what is typed but not saved, every few seconds and when the program fails; offers it when it starts again."""

from __future__ import annotations

import logging
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from hrdesk.ui.kit.banner import Notice
from hrdesk.ui.kit.editors import EntryDialog, Form
from hrdesk.ui.kit.messages import RESCUERS
from hrdesk.ui.kit.moments import moment_word
from hrdesk.ui.kit.typed_values import named, put_back, typed_values
from hrdesk.ui.kit.widgets import button, frame, label, row
from hrdesk.ui.window.pages import entry_of

if TYPE_CHECKING:
    from hrdesk.services import Services
    from hrdesk.services.safety.drafts import TypedDraft
    from hrdesk.ui.kit.page import Page
    from hrdesk.ui.window.main_window import MainWindow

log = logging.getLogger("hrdesk")
SECONDS = 5  # half of what a power cut may cost
NOTICES = 3
PARTS_SAID = 3  # names of fields and tables in the strip of a dialog
_RESCUE = 3000  # milliseconds that an error waits for the draft to be on the disk


class DraftKeeper(QObject):
    """One for a window. A form is known by its class, its title and what stood in it before anything was typed."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        super().__init__(window)
        self.window = window
        self.services = services
        self._open: dict[EntryDialog, tuple[str, dict[str, str]]] = {}  # key, values before
        self._kept: dict[str, dict[str, str]] = {}
        self._found: dict[str, TypedDraft] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.save)
        self._timer.start()
        rescue = self.rescue
        RESCUERS.append(rescue)
        self.destroyed.connect(partial(RESCUERS.remove, rescue))

    def end(self) -> None:
        """The office is left: what is typed from now on belongs to another."""
        self._timer.stop()
        self.deleteLater()

    # offering

    def look(self) -> None:
        """Ask for what an earlier start left behind, and tell of it."""
        self.window.worker.submit(self, self.services.drafts.listed, self._offer, self._lost)

    def look_anew(self) -> None:
        """Other data under the same window: the drafts are those that lie in it."""
        for key in self._found:
            self.window.tell(Notice(f"draft:{key}"))
        self._found, self._kept = {}, {}
        self.look()

    def _offer(self, drafts: tuple[TypedDraft, ...]) -> None:
        self._found = {draft.key: draft for draft in drafts}
        for draft in drafts[:NOTICES]:
            text = (
                f"มีสิ่งที่พิมพ์ค้างไว้ใน “{draft.title}” เมื่อ {moment_word(draft.updated_at)} ยังไม่ได้บันทึก "
                "เปิดหน้านั้นอีกครั้งแล้วกด “นำกลับมา”"
            )
            go, drop = partial(self._go, draft), partial(self.drop, draft.key)
            self.window.tell(Notice(f"draft:{draft.key}", text, "", "ไปที่หน้านั้น", go, "ทิ้ง", drop))

    def _go(self, draft: TypedDraft) -> None:
        self.window.open_page(draft.place)
        self.window.tell(Notice(f"draft:{draft.key}"))
        if draft.key.startswith("page:"):
            QTimer.singleShot(0, self, partial(self._fill_page, draft, 50))

    def _fill_page(self, draft: TypedDraft, tries: int) -> None:
        page = self.window.pages.get(draft.place)
        if page is not None and page.loaded and not page.stale and (form := _form_of(page)) is not None:
            put_back(form, draft.values)
            self._kept[draft.key] = dict(draft.values)
        elif tries:
            QTimer.singleShot(100, self, partial(self._fill_page, draft, tries - 1))

    # watching

    def watch(self, dialog: EntryDialog) -> None:
        """From the moment it shows: what stands in it now is what it began with."""
        if dialog in self._open:
            return
        values = typed_values(dialog)
        if not values:
            return
        digest = sha256(repr(sorted(values.items())).encode()).hexdigest()[:16]
        key = f"{type(dialog).__name__}:{digest}"
        self._open[dialog] = (key, values)
        dialog.finished.connect(partial(self._finished, dialog))
        draft = self._found.get(key)
        if draft is not None:
            self._offer_in(dialog, draft)

    def _offer_in(self, dialog: EntryDialog, draft: TypedDraft) -> None:
        box = dialog.layout()
        if not isinstance(box, QBoxLayout):
            return
        theme = self.window.theme
        parts = named(dialog, draft.values)
        more = f" และอีก {len(parts) - PARTS_SAID} รายการ" if len(parts) > PARTS_SAID else ""
        what = f": {', '.join(parts[:PARTS_SAID])}{more}" if parts else ""
        text = label(f"มีสิ่งที่พิมพ์ค้างไว้เมื่อ {moment_word(draft.updated_at)}{what}", wrap=True)
        take, drop = button("นำกลับมา"), button("ทิ้ง", name="ทิ้งสิ่งที่พิมพ์ค้างไว้")
        for one in (take, drop):
            one.setAutoDefault(False)
        line = row(theme, text, take, drop)
        line.setStretch(0, 1)
        line.setContentsMargins(theme.px(12), theme.px(2), theme.px(6), theme.px(2))
        strip = frame(line, "strip")
        box.insertWidget(0, strip)

        def took() -> None:
            put_back(dialog, draft.values)
            self._kept[draft.key] = dict(draft.values)
            strip.hide()

        take.clicked.connect(took)
        drop.clicked.connect(strip.hide)
        drop.clicked.connect(partial(self.drop, draft.key))

    def _finished(self, dialog: EntryDialog, _result: int) -> None:
        """Saved, or given up on purpose; a draft that was offered but not taken stays for another time."""
        key, _ = self._open.pop(dialog, ("", {}))  # one that asked again is watched again, and ends for each
        if key in self._kept:
            self.drop(key)

    # keeping

    def save(self) -> None:
        """Keep what changed since it was last kept; let go of what was typed back to how it began."""
        for dialog, (key, before) in list(self._open.items()):
            if not shiboken6.isValid(dialog):
                del self._open[dialog]
                continue
            self._keep(key, dialog.windowTitle(), self.window.current_key, before, typed_values(dialog))
        for name, page in self.window.pages.items():
            form = _form_of(page)
            if form is not None:
                values = typed_values(form) if getattr(page, "dirty", False) else {}
                self._keep(f"page:{name}", entry_of(name).title, name, {}, values)

    def _keep(self, key: str, title: str, place: str, before: dict[str, str], values: dict[str, str]) -> None:
        if values == before:
            if key in self._kept:
                self.drop(key)
            return
        if self._kept.get(key) == values:
            return
        self._kept[key] = values
        drafts = self.services.drafts
        self.window.worker.submit(
            self, lambda: drafts.keep(key, title, place, values), lambda _none: None, partial(self._not_kept, key)
        )

    def drop(self, key: str) -> None:
        self._kept.pop(key, None)
        self._found.pop(key, None)
        self.window.tell(Notice(f"draft:{key}"))
        drafts = self.services.drafts
        self.window.worker.submit(self, lambda: drafts.drop(key), lambda _none: None, self._lost)

    def rescue(self) -> None:
        """Something failed: what is typed is on the disk before anybody is told."""
        self.save()
        self.window.worker.settle(_RESCUE)

    def _not_kept(self, key: str, error: Exception) -> None:
        self._kept.pop(key, None)  # tried again at the next turn
        self._lost(error)

    def _lost(self, error: Exception) -> None:
        log.warning("drafts: %s", error)


def _form_of(page: Page) -> QWidget | None:
    """The form of a page that says whether it is dirty."""
    form = getattr(page, "form", None)
    return form if isinstance(form, Form) and hasattr(page, "dirty") else None
