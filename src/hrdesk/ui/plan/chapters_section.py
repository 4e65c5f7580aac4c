"""The running text of the plan book: the standard passages, and what the officer made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hrdesk.domain.book import CHAPTERS
from hrdesk.domain.passage_words import in_marks, in_words
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import TextArea
from hrdesk.ui.kit.widgets import button, column, frame, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.plan.draft import DraftHolder

EDITED = " (แก้ไขแล้ว)"


class _Text(TextArea):
    """Hands its text in when it loses the focus."""

    def __init__(self, section: ChaptersSection) -> None:
        super().__init__("ข้อความของบท", lines=5, grows=True)
        self._section = section

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._section.commit()


class ChaptersSection(QWidget):
    def __init__(self, theme: Theme, holder: DraftHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self.holder = holder
        self.theme = theme
        self._key, self._shown = "", ""  # the chapter, and its text as it was last shown
        self.list = QListWidget()
        self.list.setAccessibleName("บทของเล่มแผน")
        self.list.setFixedWidth(theme.px(330))
        self.text = _Text(self)
        self.state = label("", "small", wrap=True)
        self.restore_button = button("คืนข้อความมาตรฐาน", self.restore)
        told = (
            "คำในวงเล็บปีกกา เช่น {ชื่อหน่วยงาน} และบรรทัดที่ขึ้นต้นด้วย @ โปรแกรมจะใส่ข้อมูลให้เมื่อพิมพ์"
            " · ขึ้นต้นบรรทัดด้วย # คือหัวข้อ"
        )
        hint = label(told, "small", wrap=True)
        head = row(theme, self.state, self.restore_button)
        head.setStretch(0, 1)
        right = column(theme, head, self.text, hint, gap="xs")
        right.setStretch(1, 1)
        both = row(theme, self.list, frame(right), gap="m")
        both.setStretch(1, 1)
        self.setLayout(both)
        for key in CHAPTERS:
            if key in holder.standard_texts or key in holder.draft.chapters:
                item = QListWidgetItem(self.list)
                item.setSizeHint(QSize(0, theme.px(34)))
                item.setData(0x0100, key)
        self.list.currentItemChanged.connect(self._chosen)
        holder.changed.connect(self.refresh)
        self.refresh()
        self.list.setCurrentRow(0)

    def refresh(self) -> None:
        for number in range(self.list.count()):
            item = self.list.item(number)
            key = item.data(0x0100)
            item.setText(CHAPTERS[key] + (EDITED if key in self.holder.draft.chapters else ""))
        self._show()

    def show_chapter(self, key: str) -> None:
        for number in range(self.list.count()):
            if self.list.item(number).data(0x0100) == key:
                self.list.setCurrentRow(number)
                self.text.setFocus()

    def _chosen(self, item: QListWidgetItem | None, _before: object = None) -> None:
        self.commit()
        self._key = item.data(0x0100) if item is not None else ""
        self._show()

    def _current(self) -> str:
        standard = self.holder.standard_texts.get(self._key, "")
        return self.holder.draft.chapters.get(self._key, standard)

    def _typed(self) -> str:
        return in_marks(self.text.toPlainText())

    def _show(self) -> None:
        edited, current = self._key in self.holder.draft.chapters, self._current()
        if current != self._shown and current != self._typed():  # else what is being typed stays
            self.text.setPlainText(in_words(current))
        self._shown = current
        self.text.setReadOnly(self.holder.frozen)
        self.text.setAccessibleName(f"ข้อความของ{CHAPTERS.get(self._key, 'บท')}")
        self.state.setText("แก้ไขจากข้อความมาตรฐานแล้ว" if edited else "ข้อความมาตรฐาน")
        self.restore_button.setEnabled(edited and not self.holder.frozen)

    def commit(self) -> None:
        """Hand in what was typed; typing the standard text again counts as not edited."""
        if not self._key or not self.text.document().isModified() or self._typed() == self._current():
            return
        text = clean(self._typed())
        chapters = dict(self.holder.draft.chapters)
        if text == clean(self.holder.standard_texts.get(self._key, "")):
            chapters.pop(self._key, None)
        else:
            chapters[self._key] = text
        self.holder.apply("แก้ไขข้อความในเล่ม", replace(self.holder.draft, chapters=chapters))

    def restore(self) -> None:
        chapters = {key: text for key, text in self.holder.draft.chapters.items() if key != self._key}
        self.holder.apply("คืนข้อความมาตรฐาน", replace(self.holder.draft, chapters=chapters))
