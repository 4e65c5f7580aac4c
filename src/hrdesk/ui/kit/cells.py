"""How the cells of a table are drawn and typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hrdesk.ui.kit.inks import LEFT, MIDDLE, RIGHT
from hrdesk.ui.kit.kept_texts import KeptTexts
from hrdesk.ui.kit.rows_model import LEFT_SIDE, RIGHT_SIDE, TONE_ROLE, Index, RowsModel
from hrdesk.ui.kit.theme import COLORS

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from hrdesk.ui.kit.theme import Theme

_SHARES = {LEFT_SIDE: LEFT, Qt.AlignmentFlag.AlignCenter: MIDDLE, RIGHT_SIDE: RIGHT}
# As numbers: or-ing Qt's flags is slow in Python, and each cell painted is asked.
_SELECTED = QStyle.StateFlag.State_Selected.value
_LIVELY = QStyle.StateFlag.State_Enabled.value | _SELECTED  # not greyed


def _any(option: QStyleOptionViewItem) -> Any:
    """The stubs know the fields of the base class only."""
    return option


class Cells(QStyledItemDelegate):
    """A plain cell is drawn with its text kept as it was laid out; the others, tinted with an icon, as Qt does."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.texts = KeptTexts()
        self._inset = theme.inset
        self._marks = {
            "error": theme.icon("error", "error", "error"),
            "warn": theme.icon("warning", "warn", "warn"),
        }
        self._selection = QPixmap(8, 8)  # `fillRect` would make 169 names of gradients first, for a millisecond or two
        self._selection.fill(theme.color("accent_soft"))
        self._pens = {"": theme.color("text")} | {role: theme.color(role) for role in COLORS}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, style = index.model(), _any(option)
        if not isinstance(model, RowsModel) or model.ticked:
            super().paint(painter, option, index)
            return
        record, column = model.row_at(index), model.columns[index.column()]
        tone = column.tone(record) if column.tone is not None and record is not None else ""
        if tone in self._marks:
            super().paint(painter, option, index)
            return
        state, box = style.state.value, style.rect
        if state & _SELECTED:
            painter.drawTiledPixmap(box, self._selection)
        if record is not None and (text := column.text(record)):
            painter.setPen(self._pens[tone or ("" if state & _LIVELY else "muted")])
            place = (box.x() + self._inset, box.y(), box.width() - 2 * self._inset, box.height())
            self.texts.draw(painter, place, text, _SHARES[model.alignment(column)])

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        style = _any(option)
        tone = index.data(TONE_ROLE) if self._toned(index) else ""
        if not tone:
            return
        for role in (style.palette.ColorRole.Text, style.palette.ColorRole.HighlightedText):
            style.palette.setColor(role, self.theme.color(tone))
        if tone in self._marks:
            style.state &= ~QStyle.StateFlag.State_Selected
            style.backgroundBrush = self.theme.color(f"{tone}_soft")
            style.icon = self._marks[tone]
            style.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    @staticmethod
    def _toned(index: Index) -> bool:
        """Asked of each cell painted, so without going through Qt where the column has no tones."""
        model = index.model()
        return not isinstance(model, RowsModel) or model.columns[index.column()].tone is not None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        heading = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor.setAccessibleName(f"{heading} แถวที่ {index.row() + 1}")
        if isinstance(editor, QLineEdit):
            editor.setAlignment(index.data(Qt.ItemDataRole.TextAlignmentRole))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """The whole cell: the font's own height would cut the marks off."""
        editor.setGeometry(_any(option).rect)


