"""Fields that know what they hold, and a form that shows each problem beside its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hrdesk.thai.dates import THAI_MONTHS, parse_date, short_date, to_be
from hrdesk.thai.text import clean
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.widgets import Field, column, label, row, set_invalid, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from hrdesk.errors import Problem
    from hrdesk.ui.kit.theme import Theme


class ThaiCalendar(QFrame):
    """A month at a time under a heading in the Buddhist era, which Qt's own calendar lacks."""

    picked = Signal(QDate)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._grid = QCalendarWidget()
        self._grid.setNavigationBarVisible(False)
        self._grid.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._grid.setLocale(QLocale(QLocale.Language.Thai, QLocale.Country.Thailand))  # names of days on any Windows
        self._grid.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._grid.setAccessibleName("ปฏิทิน")
        self._grid.currentPageChanged.connect(self._show_month)
        self._grid.clicked.connect(self._pick)
        self._grid.activated.connect(self._pick)
        self._month = label("", "section")
        back = tool(theme, "previous", "เดือนก่อน", self._grid.showPreviousMonth)
        forth = tool(theme, "next", "เดือนถัดไป", self._grid.showNextMonth)
        self.setLayout(column(theme, row(theme, back, 1, self._month, 1, forth), self._grid, pad="s"))
        self._show_month(self._grid.yearShown(), self._grid.monthShown())

    def show_at(self, corner: QPoint, day: QDate) -> None:
        self._grid.setSelectedDate(day)
        self.move(corner)
        self.show()
        self._grid.setFocus()

    def _show_month(self, year: int, month: int) -> None:
        self._month.setText(f"{THAI_MONTHS[month - 1]} {to_be(year)}")

    def _pick(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(day)


class DateField(QWidget):
    """A date as officers type it, shown in พ.ศ.; a year of the Common Era is asked about, never shifted."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = Field(name, "เช่น 5/1/2567 หรือ 5 ม.ค. 2567")
        self.setFocusProxy(self.edit)
        self._theme = theme
        self._day: date | None = None
        self.wrong = ""
        self._refused = ""  # the text that `wrong` is about, not asked about again
        self._open = tool(theme, "calendar", f"เลือก{name}จากปฏิทิน", self._show_calendar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._open.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # typing is quicker; Tab goes to the next field
        self.setLayout(row(theme, self.edit, self._open, gap="xs"))
        self.edit.editingFinished.connect(self._read)
        self.set_day(day)

    def set_day(self, day: date | None) -> None:
        self._day, self.wrong = day, ""
        self.edit.setText(short_date(day) if day else "")
        set_invalid(self.edit, invalid=False)

    def day(self) -> date | None:
        """The day typed so far; None when empty or when `wrong` says why it cannot be read."""
        self._read()
        return self._day

    def _read(self) -> None:
        text = self.edit.text().strip()
        if text == (short_date(self._day) if self._day else "") and not self.wrong:
            return
        if self.wrong and text == self._refused:
            return
        if not text:
            self.set_day(None)
            self.changed.emit()
            return
        try:
            parsed = parse_date(text)
        except ValueError as error:
            self._refuse(str(error))
            return
        if parsed.assumed_ce and not self._common_era_meant(parsed.value):
            self._refuse("กรุณากรอกปีเป็น พ.ศ.")
            return
        self.set_day(parsed.value)
        self.changed.emit()

    def _refuse(self, why: str) -> None:
        self._day, self.wrong, self._refused = None, why, self.edit.text().strip()
        set_invalid(self.edit, invalid=True)
        self.changed.emit()

    def _common_era_meant(self, day: date) -> bool:
        text = f"ปี {day.year} เป็นปี ค.ศ. หรือไม่ ถ้าใช่ โปรแกรมจะบันทึกเป็น {short_date(day)}"
        self.edit.blockSignals(True)  # the question takes the focus, which would read the field again
        meant = ask(self.window(), "ตรวจปีของวันที่", text, "ใช่ เป็น ค.ศ.")
        self.edit.blockSignals(False)
        return meant

    def _show_calendar(self) -> None:
        calendar = ThaiCalendar(self._theme, self)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.picked.connect(self._picked)
        day = self.day()
        chosen = QDate(day.year, day.month, day.day) if day else QDate.currentDate()
        calendar.show_at(self.mapToGlobal(QPoint(0, self.height())), chosen)

    def _picked(self, day: QDate) -> None:
        self.set_day(day.toPython())  # type: ignore[arg-type]  # the stub says object
        self.changed.emit()


def goes_on(event: QKeyEvent) -> bool:
    """Enter alone: on to the next field. With Ctrl it is for the window."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _above(widget: QWidget) -> Iterator[QWidget]:
    """The widgets in which this one lies, the nearest first."""
    while (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent


class EntryDialog(QDialog):
    """Enter goes from field to field and presses only the button it stands on; Ctrl+S does what `ok` does.

    What is typed is kept as a draft until the dialog ends, unless it `keeps_no_draft`.
    """

    keeps_no_draft = False
    grows = True  # with the text it holds; a wizard is as large as the window

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        keeper = next((found for one in _above(self) if (found := getattr(one, "draft_keeper", None))), None)
        if keeper is not None and not self.keeps_no_draft:
            keeper.watch(self)
        self._grow()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()  # a sentence appeared, as beside a field that is wrong
        return done

    def _grow(self) -> None:
        """As high as wrapped text needs at this width: Qt reckons with fewer lines than it then draws."""
        layout, screen = self.layout(), self.screen()
        if self.grows and layout is not None and layout.hasHeightForWidth() and screen is not None:
            need = min(layout.totalMinimumHeightForWidth(self.width()), screen.availableGeometry().height())
            if need > self.height():
                self.resize(self.width(), need)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if not goes_on(event):
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton):
            focused.click()  # Qt presses the default button instead, where this one is no default
        else:
            self.focusNextChild()


class TextArea(QPlainTextEdit):
    """Several lines; Tab leaves it, as everywhere, and so does Enter where the text is one `line`, only long."""

    def __init__(
        self, name: str, text: str = "", lines: int = 4, *, grows: bool = False, line: bool = False
    ) -> None:
        super().__init__(text)
        self._line = line
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        height = round(lines * self.fontMetrics().lineSpacing() * 1.1) + 24
        self.setMinimumHeight(height)
        if not grows:
            self.setMaximumHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Form(QWidget):
    """Labelled fields by key; `show_problems` puts each sentence under its field."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space("m"))
        self._grid.setVerticalSpacing(theme.space("s"))
        self._grid.setColumnStretch(1, 1)
        self._fields: dict[str, QWidget] = {}
        self._wrong: dict[str, QLabel] = {}
        self._after: QWidget | None = None

    def then(self, widget: QWidget) -> None:
        """Where Enter goes from the last field: to the button that saves, past any that deletes."""
        self._after = widget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not goes_on(event):
            super().keyPressEvent(event)
            return
        last, current = list(self._fields.values())[-1], self.focusWidget()
        if self._after is not None and (current is last or last.isAncestorOf(current or self)):
            self._after.setFocus()
        else:
            self.focusNextChild()

    def add(self, key: str, text: str, field: QWidget) -> None:
        line = self._grid.rowCount()
        name = label(text)
        name.setMinimumHeight(self._theme.row)
        name.setBuddy(field)
        wrong = label("", "", "error", wrap=True)
        wrong.hide()
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addWidget(field)
        box.addWidget(wrong)
        self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(box, line, 1)
        self._fields[key], self._wrong[key] = field, wrong
        self._watch(field)
        if isinstance(field, DateField):
            field.changed.connect(lambda: self.say(key, field.wrong))

    def enter(self) -> None:
        """The keyboard goes to the first field that takes it, if there is one."""
        parts = (part for field in self._fields.values() for part in (field, *field.findChildren(QWidget)))
        first = next((one for one in parts if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if first is not None:
            first.setFocus()

    def check(self, key: str, wrong: Callable[[], str]) -> None:
        """Judge a field when it is left: `wrong` gives the sentence, or an empty text."""
        field = self._fields[key]
        edit = field if isinstance(field, QLineEdit) else getattr(field, "edit", None)
        if isinstance(edit, QLineEdit):
            edit.editingFinished.connect(lambda: self.say(key, wrong()))

    def say(self, key: str, text: str) -> None:
        """The sentence under one field; the others keep theirs."""
        self._wrong[key].setText(text)
        self._wrong[key].setVisible(bool(text))
        inner = getattr(self._fields[key], "edit", None)  # a method of every table
        set_invalid(inner if isinstance(inner, QLineEdit) else self._fields[key], invalid=bool(text))

    def add_wide(self, part: QWidget | QLayout) -> None:
        """Something across both columns: a heading, a rule."""
        line = self._grid.rowCount()
        if isinstance(part, QWidget):
            self._grid.addWidget(part, line, 0, 1, 2)
        else:
            self._grid.addLayout(part, line, 0, 1, 2)

    def _watch(self, field: QWidget) -> None:
        if isinstance(field, DateField):
            field.edit.textEdited.connect(self._told)
            field.changed.connect(self._told)
        elif isinstance(field, QLineEdit):
            field.textEdited.connect(self._told)
        elif isinstance(field, QComboBox):
            field.activated.connect(self._told)
        elif isinstance(field, QPlainTextEdit):
            field.textChanged.connect(self._told)
        elif isinstance(field, QSpinBox):
            field.valueChanged.connect(self._told)
        elif isinstance(inner := getattr(field, "edit", None), QLineEdit):
            inner.textEdited.connect(self._told)

    def _told(self) -> None:
        self.changed.emit()

    def show_problems(self, problems: Iterable[Problem], *, focus: bool = True) -> list[str]:
        """Mark fields by the last part of each problem's path; returns the sentences that found no field."""
        texts: dict[str, str] = {}
        homeless: list[str] = []
        for problem in problems:
            key = problem.field.rpartition(".")[2]
            if key in self._fields:
                texts.setdefault(key, problem.text)
            else:
                homeless.append(problem.text)
        for key, field in self._fields.items():
            if not texts.get(key) and isinstance(field, DateField) and field.wrong:
                texts[key] = field.wrong
            self.say(key, texts.get(key, ""))
        first = next((self._fields[key] for key in self._fields if texts.get(key)), None)
        if first is not None and focus:
            first.setFocus()
        return homeless

    def unreadable(self) -> bool:
        """Some date cannot be read."""
        return any(isinstance(field, DateField) and bool(field.wrong) for field in self._fields.values())


def typed(field: QLineEdit) -> str:
    return clean(field.text())


def side_by_side(theme: Theme, *fields: QWidget) -> QWidget:
    """Several fields on one line of a form."""
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.space("s"))
    for field in fields:
        line.addWidget(field)
    return box
