"""The user guide in a window of its own: F1 opens it on what is explained for the page shown. Needs no internet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from hrdesk.config import guide_dir
from hrdesk.ui.help.guide_text import guide_pages, matching, softened
from hrdesk.ui.kit.widgets import Field, button, column, frame, row

if TYPE_CHECKING:
    from hrdesk.ui.kit.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_AIR_ABOVE = (2, 14)  # pixels above a paragraph, above a heading
_PICTURE_MOST = 1100  # logical pixels: beyond it a picture of the window is only blown up


class GuideBrowser(QTextBrowser):
    """Shows one page; its pictures are never wider than the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setOpenLinks(False)
        self.setAccessibleName("เนื้อหาคู่มือ")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width must not depend on the text
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(120)
        self._later.timeout.connect(self._lay_anew)
        self._shown = ""

    def show_text(self, markdown: str) -> None:
        self._shown = markdown
        self._lay()
        self.moveCursor(self.textCursor().MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures lie beside the pages; drawn at the width there is, sharp on fine screens."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        address = name.toString() if isinstance(name, QUrl) else name
        picture = QImage(str(guide_dir() / address))
        ratio = self.devicePixelRatioF()
        wide = round(min(_PICTURE_MOST, self.viewport().width() - 2 * self.document().documentMargin()) * ratio)
        if picture.width() > wide > 0:
            picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    def _lay_anew(self) -> None:
        place = self.verticalScrollBar().value()
        self.document().clear()
        self._lay()
        self.verticalScrollBar().setValue(place)

    def _lay(self) -> None:
        """Markdown knows no air: margins around, headings of the theme's sizes, room for marks between lines."""
        self.document().setDocumentMargin(self.theme.space("xl"))
        self.setMarkdown(self._shown)
        cursor = self.textCursor()
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            level = block.blockFormat().headingLevel()
            shape = block.blockFormat()
            shape.setLineHeight(self.theme.px(6), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
            shape.setTopMargin(self.theme.px(_AIR_ABOVE[bool(level)]))
            shape.setBottomMargin(self.theme.px(6))
            cursor.setBlockFormat(shape)
            if level:
                cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
                letters = QTextCharFormat()
                letters.setFont(self.theme.font("title" if level == 1 else "section", QFont.Weight.DemiBold))
                cursor.mergeCharFormat(letters)
            block = block.next()


class GuideWindow(QDialog):
    """Contents and search at the left, the page at the right; stays open beside the work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle("คู่มือการใช้งาน")
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self.resize(theme.px(1000), theme.px(680))
        self.setMinimumSize(560, 400)
        self.pages = guide_pages()
        self.sought = Field("ค้นหาในคู่มือ", "ค้นหาในคู่มือ (Ctrl+F)")
        self.sought.textChanged.connect(self._look_for)
        self.sought.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("สารบัญคู่มือ")
        self.list.currentItemChanged.connect(self._chosen)
        self.text = GuideBrowser(theme)
        self.text.anchorClicked.connect(self._follow)
        split = QSplitter()
        about = button("เกี่ยวกับโปรแกรม…", self._about, kind="link")
        split.addWidget(frame(column(theme, self.sought, self.list, row(theme, about, 1), gap="s", pad="m")))
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.px(270), theme.px(730)])
        box = column(theme, split, gap="", pad="")
        self.setLayout(box)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.activated.connect(self._search)
        self._list(self.pages)

    def open_at(self, key: str) -> None:
        """The page of that name; the first where there is none."""
        self.sought.clear()
        for place in range(self.list.count()):
            if self.list.item(place).data(_KEY) == key:
                self.list.setCurrentRow(place)
                break
        else:
            self.list.setCurrentRow(0)
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus()

    def _search(self) -> None:
        self.sought.setFocus()
        self.sought.selectAll()

    def _look_for(self, words: str) -> None:
        found = matching(self.pages, words)
        self._list(found)
        if not found:
            self.text.show_text(softened(f"ไม่พบ “{words.strip()}” ในคู่มือ ลองใช้คำที่สั้นลง"))

    def _list(self, pages: tuple[Any, ...]) -> None:
        self.list.clear()
        for page in pages:
            item = QListWidgetItem(page.title, self.list)
            item.setData(_KEY, page.key)
        if pages:
            self.list.setCurrentRow(0)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            key = item.data(_KEY)
            page = next(page for page in self.pages if page.key == key)
            self.text.show_text(softened(page.text))

    def _about(self) -> None:
        from hrdesk.ui.help.about_dialog import AboutDialog  # noqa: PLC0415 - reads all the notices

        dialog = AboutDialog(self.theme, self)
        dialog.exec()
        dialog.deleteLater()

    def _follow(self, link: QUrl) -> None:
        """Links lead to other pages of the guide; nothing is ever opened on the internet."""
        key = link.fileName().removesuffix(".md")
        if any(page.key == key for page in self.pages):
            self.open_at(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.sought
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return)  # type: ignore[attr-defined]
        ):
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)


