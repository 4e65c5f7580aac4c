"""People × what is asked of them: a model of standings, and a view that paints each cell itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from hrdesk.domain.competency import HELD, HIGHEST, OWN, State
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.numbers import arabic_digits
from hrdesk.ui.kit.clipboard import copy_block, pasted_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.competency import Key, Standing
    from hrdesk.domain.needs import Profile
    from hrdesk.domain.skill_terms import Rater
    from hrdesk.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
STATE_WORDS = {State.MET: "ผ่าน", State.GAP: "ยังไม่ผ่าน", State.UNKNOWN: "ยังไม่ประเมิน"}
_SIGNS = {State.MET: "●", State.GAP: "○", State.UNKNOWN: "?"}
_TONES = {State.MET: ("ok", "ok_soft"), State.GAP: ("error", "error_soft"), State.UNKNOWN: ("muted", "surface")}
# What the keys 0 to 5 give while the keyboard is Thai; the officer need not change it.
_THAI_KEYS = str.maketrans("จๅ/-ภถ", "012345")


@dataclass(frozen=True, slots=True)
class Look:
    """What is painted of a cell, worked out once."""

    text: str
    state: State
    later: bool
    trained: bool


@dataclass(frozen=True)
class Head:
    """A column: one unit or own competency."""

    key: Key
    name: str
    area: str = ""


class MatrixModel(QAbstractTableModel):
    """`rater` None shows what counts, and cannot be typed into."""

    typed = Signal(object)  # list of (staff id, key, level or None)

    def __init__(self, heads: Sequence[Head] = (), profiles: Sequence[Profile] = ()) -> None:
        super().__init__()
        self.rater: Rater | None = None
        self.heads: tuple[Head, ...] = ()
        self.profiles: list[Profile] = []
        self.trained: Mapping[int, frozenset[Key]] = {}
        self._cells: list[list[Standing | None] | None] = []  # by row, as the next
        self._looks: list[list[Look | None] | None] = []  # by row, None until it is first painted
        self.show_all(heads, profiles)

    def show_all(self, heads: Sequence[Head], profiles: Sequence[Profile]) -> None:
        self.beginResetModel()
        self.heads, self.profiles = tuple(heads), list(profiles)
        self._cells = [None] * len(self.profiles)
        self._looks = [None] * len(self._cells)
        self.endResetModel()

    def _line(self, row: int) -> list[Standing | None]:
        """A row's standings, sorted to the columns when they are first asked for."""
        line = self._cells[row]
        if line is None:
            by_key = {standing.requirement.key: standing for standing in self.profiles[row].standings}
            line = self._cells[row] = [by_key.get(head.key) for head in self.heads]
        return line

    def update(self, profiles: Iterable[Profile]) -> None:
        """These people's lines again, in place."""
        fresh = {profile.person.id: profile for profile in profiles}
        for row, profile in enumerate(self.profiles):
            if (found := fresh.get(profile.person.id)) is not None:
                self.profiles[row], self._cells[row], self._looks[row] = found, None, None
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.heads) - 1))

    def set_rater(self, rater: Rater | None) -> None:
        self.rater = rater
        self._looks = [None] * len(self._cells)
        if self._cells and self.heads:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._cells) - 1, len(self.heads) - 1))

    def standing(self, row: int, column: int) -> Standing | None:
        return self._line(row)[column] if 0 <= row < len(self._cells) and 0 <= column < len(self.heads) else None

    def look(self, row: int, column: int) -> Look | None:
        looks = self._looks[row]
        if looks is None:
            looks = self._looks[row] = [self._looked(row, place) for place in range(len(self.heads))]
        return looks[column]

    def _looked(self, row: int, column: int) -> Look | None:
        standing = self._line(row)[column]
        if standing is None:
            return None
        future = standing.requirement.future
        return Look(self.text(standing), self.state(standing), future, self.is_trained(row, column))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.profiles)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def level(self, standing: Standing) -> int | None:
        return standing.level if self.rater is None else standing.levels.of(self.rater)

    def text(self, standing: Standing) -> str:
        """The sign of a cell: by shape, not by colour alone."""
        level, asked = self.level(standing), standing.requirement
        if level is None:
            return _SIGNS[State.UNKNOWN]
        if asked.is_graded:
            return f"{level}/{asked.expected}"
        if standing.criteria and self.rater is None and not level:
            return f"{standing.met_criteria}/{standing.criteria}"
        return _SIGNS[State.MET if level >= asked.expected else State.GAP]

    def state(self, standing: Standing) -> State:
        level = self.level(standing)
        if level is None:
            return State.UNKNOWN
        return State.MET if level >= standing.requirement.expected else State.GAP

    def describe(self, row: int, column: int) -> str:
        """The whole of a cell in words, for the line under the table and screen readers."""
        profile, head, standing = self.profiles[row], self.heads[column], self.standing(row, column)
        start = f"{profile.person.name} · {head.key[1]} {head.name}: "
        if standing is None:
            return start + "ไม่อยู่ในชุดที่กำหนด"
        words = STATE_WORDS[self.state(standing)]
        if standing.requirement.is_graded and standing.level is not None:
            words = f"ระดับ {standing.level} จาก {standing.requirement.expected}"
        later = " (ระยะถัดไป)" if standing.requirement.future else ""
        parts = f" เกณฑ์ {standing.met_criteria} จาก {standing.criteria}" if standing.criteria else ""
        trained = " · ผ่านการอบรมที่พัฒนาทักษะนี้แล้ว" if self.is_trained(row, column) else ""
        return start + words + parts + later + trained

    def is_trained(self, row: int, column: int) -> bool:
        return self.heads[column].key in self.trained.get(self.profiles[row].person.id, ())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        standing = self.standing(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(standing) if standing else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.describe(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if section >= (len(self.heads) if across else len(self.profiles)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section].key[1] if across else self.profiles[section].person.name
        if role == Qt.ItemDataRole.ToolTipRole:
            head, person = self.heads[section] if across else None, None if across else self.profiles[section].person
            if head is not None:
                return f"{head.key[1]} {head.name}"
            return f"{person.name}\n{person.position} {person.unit}".strip() if person is not None else None
        if role == Qt.ItemDataRole.TextAlignmentRole and not across:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def level_of(self, text: str, column: int) -> int | None:
        """A typed figure; ValueError for what is none. A tick, ผ่าน and x speak for units."""
        plain = arabic_digits(text.strip())
        highest = HIGHEST if self.heads[column].key[0] == OWN else HELD
        if not plain or plain in ("-", "–", "?"):
            return None
        word = {"ผ่าน": 1, "●": 1, "✓": 1, "ไม่ผ่าน": 0, "○": 0, "x": 0, "✗": 0}.get(plain.lower())
        level = word if word is not None else int(plain.partition("/")[0])
        if not 0 <= level <= highest:
            raise ValueError(plain)
        return level


class _Cells(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: MatrixView) -> None:
        super().__init__(parent)
        self._view = parent
        self._colors = {
            name: theme.color(name)
            for name in ("ok", "ok_soft", "error", "error_soft", "muted", "surface", "raised", "border", "accent",
                         "accent_soft")
        }  # fmt: skip
        self._pen = QPen(self._colors["accent"], 2)
        self._dots = {tone: QPen(self._colors[tone], 1, Qt.PenStyle.DotLine) for tone, _soft in _TONES.values()}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style: Any = option  # the stubs know the fields of the base class only
        colors, box = self._colors, QRect(style.rect)
        look = self._view.matrix.look(index.row(), index.column())
        inner = box.adjusted(0, 0, -1, -1)
        if look is None:
            painter.fillRect(box, colors["raised"])
        else:
            tone, soft = _TONES[look.state]
            painter.fillRect(inner, colors["surface" if look.later else soft])
            painter.setPen(colors[tone])
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, look.text)
            if look.later:  # a thin frame: asked by the next stage only
                painter.setPen(self._dots[tone])
                painter.drawRect(inner.adjusted(1, 1, -2, -2))
            if look.trained:  # a corner: training speaks for it
                side = inner.height() // 4
                painter.fillRect(inner.right() - side, inner.top() + 1, side, side, colors["accent"])
        if style.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(inner.adjusted(0, inner.height() - 3, 0, 0), colors["accent"])
        if style.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._pen)
            painter.drawRect(inner.adjusted(1, 1, -1, -1))


class MatrixView(QTableView):
    """Names stay at the left. A figure sets a cell and goes on to the next asked one; Delete takes it back."""

    opened = Signal(int, int)
    moved = Signal(int, int)
    refused = Signal(str)

    def __init__(self, theme: Theme, name: str, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.matrix = theme, model
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(_Cells(theme, self))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultSectionSize(theme.width("DLit900", "small") + theme.px(24))
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        across.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.row - theme.px(4))
        down.setFixedWidth(theme.width("นางสาวปิ่นแก้ว ฟ้าใสสว่าง") + theme.px(20))
        down.setHighlightSections(False)
        for head, title in ((across, "หน่วยความสามารถ"), (down, "บุคลากร")):
            head.setAccessibleName(title)
        self.selectionModel().currentChanged.connect(lambda new, _old: self.moved.emit(new.row(), new.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = arabic_digits(event.text().translate(_THAI_KEYS))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row(), self.currentIndex().column())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._put(dict.fromkeys(self._selected(), ""))
        elif plain and len(text) == 1 and text.isdecimal():
            self._type(text)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: Any) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(index.row(), index.column())

    def _selected(self) -> list[tuple[int, int]]:
        return [(index.row(), index.column()) for index in self.selectedIndexes()]

    def _type(self, text: str) -> None:
        """Into every selected cell; from a single one on to the next that is asked."""
        places = self._selected() or [(self.currentIndex().row(), self.currentIndex().column())]
        if self._put(dict.fromkeys(places, text)) and len(places) == 1:
            self._next(*places[0])

    def _next(self, row: int, column: int) -> None:
        model = self.matrix
        for step in range(row * len(model.heads) + column + 1, len(model.profiles) * len(model.heads)):
            place = divmod(step, len(model.heads))
            if model.standing(*place) is not None:
                self.setCurrentIndex(model.index(*place))
                return

    def _put(self, typed: dict[tuple[int, int], str]) -> bool:
        """Cells that are not asked stay empty; one that cannot be read keeps all from being stored."""
        model = self.matrix
        if model.rater is None:
            self.refused.emit("เลือกผู้ประเมินก่อนจึงจะกรอกผลได้")
            return False
        entries = []
        for (row, column), text in typed.items():
            if model.standing(row, column) is None:
                continue
            try:
                level = model.level_of(text, column)
            except ValueError:
                highest = HIGHEST if model.heads[column].key[0] == OWN else HELD
                self.refused.emit(f"“{text}” ใช้ไม่ได้ กรุณากรอก 0 ถึง {highest} หรือเว้นว่าง")
                return False
            entries.append((model.profiles[row].person.id, model.heads[column].key, level))
        if entries:
            model.typed.emit(entries)
        return bool(entries)

    def copy(self) -> None:
        levels = {at: self.matrix.level(standing) if (standing := self.matrix.standing(*at)) else None for at in self._selected()}
        copy_block({at: "" if level is None else str(level) for at, level in levels.items()})

    def paste(self) -> None:
        """A block of figures from the current cell to the right and down."""
        rows, columns = len(self.matrix.profiles), len(self.matrix.heads)
        typed = {at: text for at, text in pasted_block(self.currentIndex()).items() if text and at[0] < rows and at[1] < columns}
        if typed:
            self._put(typed)
