"""Small building blocks that follow the theme: labels, buttons, fields, rows, columns, panels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hrdesk.ui.kit import flags
from hrdesk.ui.kit.eliding import elided
from hrdesk.ui.kit.steady import SteadyCombo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from hrdesk.ui.kit.theme import Theme

Part: TypeAlias = "QWidget | QLayout | int"  # an int is a stretch


class WrapLabel(QLabel):
    """Several lines of Thai, which Qt on Windows breaks at spaces only; `text()` is what was put in."""

    put_off = False  # while the first window is made: to read the words takes as long as half of it

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._plain = text
        self.setAccessibleName(text)
        if text and not WrapLabel.put_off:
            from hrdesk.thai.linebreak import soften  # noqa: PLC0415 - its words are read when first needed

            text = soften(text)
        super().setText(text)

    def text(self) -> str:
        return self._plain

    @classmethod
    def catch_up(cls, parent: QWidget) -> None:
        """Break what was made under `parent` while it was put off."""
        for one in parent.findChildren(cls):
            one.setText(one.text())


class OneLine(QLabel):
    """A line that gives way where it is narrow; the whole of it is in the tool tip."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.full = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_whole(self, text: str) -> None:
        """Another text, elided where it must be."""
        self.full = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._elide()

    def _elide(self) -> None:
        self.setText(elided(self.fontMetrics(), self.full, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


def label(text: str, role: str = "", tone: str = "", *, wrap: bool = False) -> QLabel:
    return _dress(WrapLabel(text) if wrap else QLabel(text), role, tone)


def one_line(text: str, role: str = "", tone: str = "") -> QLabel:
    return _dress(OneLine(text), role, tone)


def _dress(widget: QLabel, role: str, tone: str) -> QLabel:
    widget.setIndent(0)
    flags.put(widget, textFormat=flags.PLAIN_TEXT)
    widget.setProperty("role", role)
    widget.setProperty("tone", tone)
    return widget


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a label already shown; the stylesheet is asked again."""
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_invalid(widget: QWidget, invalid: bool) -> None:
    """Give or take the red edge of a field."""
    if bool(widget.property("invalid")) != invalid:
        widget.setProperty("invalid", invalid)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def picture(theme: Theme, name: str, role: str, size: int = 18) -> QLabel:
    widget = QLabel()
    widget.setPixmap(theme.pixmap(name, role, size))
    widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return widget


def button(
    text: str, clicked: Callable[[], object] | None = None, *, kind: str = "", name: str = ""
) -> QPushButton:
    """`kind` is "", "primary" (one per screen) or "link"."""
    widget = QPushButton(text)
    widget.setAccessibleName(name or text.replace("&", ""))
    widget.setAutoDefault(True)
    widget.setProperty("kind", kind)
    widget.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    if clicked is not None:
        widget.clicked.connect(lambda _checked: clicked())
    return widget


def tool(theme: Theme, icon: str, name: str, clicked: Callable[[], object] | None = None) -> QToolButton:
    """A small button with an icon alone; its name is the tool tip."""
    widget = QToolButton()
    widget.setIcon(theme.icon(icon, "text", ""))
    widget.setIconSize(QSize(theme.px(18), theme.px(18)))
    widget.setAccessibleName(name)
    widget.setToolTip(name)
    flags.put(widget, focusPolicy=flags.STRONG_FOCUS)
    if clicked is not None:
        widget.clicked.connect(lambda _checked: clicked())
    return widget


def menu_button(text: str, actions: Iterable[tuple[str, Callable[[], object]]], *, name: str = "") -> QPushButton:
    """A button that opens a menu of (words, deed)."""
    widget = button(text, name=name)
    menu = QMenu(widget)
    menu.setAccessibleName(name or text)
    for words, deed in actions:
        menu.addAction(words).triggered.connect(lambda _checked, deed=deed: deed())
    widget.setMenu(menu)
    return widget


def word_tool(theme: Theme, icon: str, text: str, name: str, clicked: Callable[[], object]) -> QToolButton:
    """A small button with an icon and a word beside it."""
    widget = tool(theme, icon, name, clicked)
    widget.setText(text)
    flags.put(widget, toolButtonStyle=flags.TEXT_BESIDE_ICON)
    return widget


class _Held:
    """Hides a value from Qt, which would turn an enum of strings into a plain string."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class ChoiceBox(SteadyCombo):
    """A combo box whose values come back as the very objects that were put in."""

    def addItem(self, text: str, value: object = None) -> None:  # type: ignore[override]
        super().addItem(text, _Held(value))

    def itemData(self, index: int, role: int = flags.USER_ROLE) -> Any:
        held = super().itemData(index, role)
        return held.value if isinstance(held, _Held) else held

    def currentData(self, role: int = flags.USER_ROLE) -> Any:
        return self.itemData(self.currentIndex(), role)


def combo(name: str, items: Iterable[tuple[str, object]] = ()) -> ChoiceBox:
    """A choice of (text, value); the value comes back as `currentData()`."""
    widget = ChoiceBox()
    widget.setAccessibleName(name)
    for text, value in items:
        widget.addItem(text, value)
    return widget


def choose(widget: QComboBox, value: object) -> None:
    """Select the entry holding `value`; `findData` compares enums and None unreliably."""
    for index in range(widget.count()):
        if widget.itemData(index) == value:
            widget.setCurrentIndex(index)
            return
    widget.setCurrentIndex(0 if widget.count() else -1)


def refill(widget: ChoiceBox, items: Iterable[tuple[str, object]]) -> None:
    """Other entries; what was chosen stays where it is still among them."""
    kept = widget.currentData()
    widget.clear()
    for text, value in items:
        widget.addItem(text, value)
    choose(widget, kept)


class Field(QLineEdit):
    """A line edit that draws its own hint: Qt clips a placeholder at the font's short line."""

    def __init__(self, name: str, hint: str = "", text: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.hint = hint

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and not self.text():
            painter = QPainter(self)
            painter.setPen(self.palette().placeholderText().color())
            box = self.rect().adjusted(self.cursorRect().center().x() + 2, 0, -8, 0)  # beside the cursor
            hint = elided(painter.fontMetrics(), self.hint, box.width())
            painter.drawText(box, flags.MIDDLE | flags.DONT_CLIP, hint)
            painter.end()


def fill(theme: Theme, box: QBoxLayout, parts: Iterable[Part], gap: str = "s", pad: str = "") -> QBoxLayout:
    box.setSpacing(theme.space(gap))
    box.setContentsMargins(*[theme.space(pad)] * 4)
    for part in parts:
        if isinstance(part, int):
            box.addStretch(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
    return box


def row(theme: Theme, *parts: Part, gap: str = "s", pad: str = "") -> QBoxLayout:
    return fill(theme, QHBoxLayout(), parts, gap, pad)


def column(theme: Theme, *parts: Part, gap: str = "s", pad: str = "") -> QBoxLayout:
    return fill(theme, QVBoxLayout(), parts, gap, pad)


def frame(box: QLayout, name: str = "", parent: QWidget | None = None) -> QFrame:
    widget = QFrame(parent)
    widget.setObjectName(name)
    widget.setLayout(box)
    return widget


def panel(
    theme: Theme, title: str | QLabel, *parts: Part, gap: str = "s", side: QWidget | None = None
) -> QFrame:
    """A white box with a heading, and at its right a link or a count."""
    heading = label(title, "section") if isinstance(title, str) else title
    head = row(theme, heading, 1, *([side] if side else []))
    return frame(column(theme, head, *parts, gap=gap, pad="l"), "panel")


def form(theme: Theme, lines: Sequence[tuple[str, QWidget | QLayout]]) -> QGridLayout:
    """Labels at the left, fields at the right; a label is its field's buddy."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - no form is on the first page (`flags.py`)

    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.space("m"))
    grid.setVerticalSpacing(theme.space("s"))
    grid.setContentsMargins(0, 0, 0, 0)
    for number, (text, part) in enumerate(lines):
        name = label(text)
        name.setMinimumHeight(theme.row)
        grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(part, QWidget):
            name.setBuddy(part)
            grid.addWidget(part, number, 1)
        else:
            grid.addLayout(part, number, 1)
    grid.setColumnStretch(1, 1)
    return grid


class Pair(QWidget):
    """Two parts beside each other, or under each other where that is too narrow."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget, beside: int) -> None:
        super().__init__()
        self._least = theme.px(beside)
        self._box = row(theme, first, second, gap="l")
        self.setLayout(self._box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if self.width() >= self._least else way.TopToBottom)


def rule() -> QFrame:
    widget = QFrame()
    widget.setObjectName("rule")
    return widget


def scroller(widget: QWidget, name: str = "") -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    flags.put(area, focusPolicy=flags.NO_FOCUS)
    area.setAccessibleName(name)
    area.setViewport(QWidget())  # fills no background; to ask for Qt's own would load every class of widget
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    return area


def clear(box: QLayout) -> None:
    """Empty a layout and let its widgets go."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()


def empty_state(theme: Theme, text: str | QLabel, *actions: QPushButton) -> QFrame:
    """One muted icon, one sentence on what is missing, and what to do about it, the likeliest first."""
    icon = picture(theme, "empty", "muted", 40)
    flags.put(icon, alignment=flags.CENTRE)
    icon.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    sentence = label(text, "muted", wrap=True) if isinstance(text, str) else text
    flags.put(sentence, alignment=flags.CENTRE)
    below: list[Part] = [row(theme, 1, *actions, 1)] if actions else []
    return frame(column(theme, 1, icon, sentence, *below, 1, gap="m", pad="xl"))


def say_nothing(area: QWidget, text: str, color: QColor) -> None:
    """Drawn where a list has no row: what would stand there, and how it comes to be."""
    from hrdesk.thai.linebreak import soften  # noqa: PLC0415 - its words are read when first needed

    painter = QPainter(area)
    painter.setPen(color)
    pad = area.fontMetrics().height() // 2
    painter.drawText(area.rect().adjusted(pad, pad, -pad, -pad), flags.TOP_CENTRE | flags.WRAP, soften(text))
    painter.end()


def nav_list(theme: Theme, name: str, height: int = 38) -> QListWidget:
    """The list of a side bar: pages of the window, steps of the wizard."""
    widget = QListWidget()
    widget.setObjectName("nav")
    widget.setAccessibleName(name)
    widget.setIconSize(QSize(theme.px(18), theme.px(18)))
    flags.put(widget, horizontalScrollBarPolicy=flags.NEVER_SCROLLS)
    widget.setProperty("line", theme.px(height))
    return widget


def nav_item(theme: Theme, widget: QListWidget, icon: str, text: str, role: str = "muted") -> QListWidgetItem:
    item = QListWidgetItem(theme.icon(icon, role), text)
    item.setToolTip(text)
    item.setData(flags.ACCESSIBLE_TEXT_ROLE, text)
    item.setSizeHint(QSize(0, int(widget.property("line"))))
    widget.addItem(item)
    return item
