"""Problems of a plan: icon, word, sentence, place and a jump; never colour alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QPushButton, QWidget

from hrdesk.errors import Severity
from hrdesk.ui.kit.widgets import button, clear, column, frame, label, one_line, picture, row, scroller

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.errors import Problem
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.plan.problem_actions import ProblemActions

_JUMP = 5  # column of the link to the place
MARKS = {Severity.ERROR: ("error", "error", "ต้องแก้"), Severity.WARNING: ("warning", "warn", "ควรตรวจ")}


class ProblemList(QWidget):
    """Rows of problems; `jump` carries the problem whose link was used."""

    jump = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, actions: ProblemActions | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.quick = actions
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, theme.space("xs"), 0)
        self._grid.setHorizontalSpacing(theme.space("m"))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 3)
        self._grid.setColumnStretch(3, 4)
        self._shown: tuple[Problem, ...] | None = None

    def show_problems(self, problems: Sequence[Problem]) -> None:
        if tuple(problems) == self._shown:
            return
        self._shown = tuple(problems)
        at = self._row_with_focus()
        clear(self._grid)
        for number, problem in enumerate(self._shown):
            self._add(number, problem)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        last = self._grid.itemAtPosition(min(at, len(problems) - 1), _JUMP) if problems and at >= 0 else None
        if last is not None and (link := last.widget()) is not None:
            link.show()
            link.setFocus()  # a problem was mended by keyboard: on to the next one

    def _row_with_focus(self) -> int:
        focused = QApplication.focusWidget()
        place = self._grid.indexOf(focused) if focused is not None else -1
        return int(self._grid.getItemPosition(place)[0]) if place >= 0 else -1  # type: ignore[index]  # the stub says object

    def _add(self, number: int, problem: Problem) -> None:
        """The place leads: the same sentence is often said of several projects."""
        icon, tone, word = MARKS[problem.severity]
        link = self._link("ไปแก้ไข", problem, partial(self._used, problem))
        parts: tuple[QWidget, ...] = (
            picture(self.theme, icon, tone), label(word, "", tone), one_line(problem.place or problem.text, "strong"),
            one_line(problem.text if problem.place else ""), self._quick(problem), link,
        )  # fmt: skip
        for place_in_row, part in enumerate(parts):
            self._grid.addWidget(part, number, place_in_row)

    def _link(self, text: str, problem: Problem, clicked: Callable[[], object]) -> QPushButton:
        link = button(text, clicked, kind="link", name=f"{text} {problem.place}: {problem.text}")
        link.setProperty("dense", True)
        return link

    def _quick(self, problem: Problem) -> QWidget:
        """The mend of one click where there is one, else the way to let a warning pass."""
        actions = self.quick
        if actions is None:
            return label("")
        if words := actions.mend_words(problem):
            return self._link(words, problem, partial(actions.mend, problem))
        return self._link("ยอมรับ…", problem, partial(actions.accept, problem)) if actions.may_accept(problem) else label("")

    def _used(self, problem: Problem) -> None:
        self.jump.emit(problem)


def counts(problems: Sequence[Problem]) -> str:
    errors = sum(p.severity is Severity.ERROR for p in problems)
    return f"ต้องแก้ {errors} · ควรตรวจ {len(problems) - errors}"


class ProblemPanel(QFrame):
    """The list in a box that can be folded to its heading."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, actions: ProblemActions | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.theme = theme
        self.quick = actions
        self.list = ProblemList(theme, actions=actions)
        self.jump = self.list.jump
        self._heading = label("", "section")
        self._counts = label("", "muted")
        self.fold_button = button("ซ่อน", self._fold, kind="link", name="ซ่อนหรือแสดงปัญหาที่พบ")
        self._area = scroller(self.list, "ปัญหาที่พบ")
        self._area.setMinimumHeight(theme.row + theme.px(20))
        self.accepted_button = button("", actions.show_accepted if actions else None, kind="link", name="ข้อควรตรวจที่ยอมรับแล้ว")
        self.accepted_button.hide()
        head = row(theme, self._heading, 1, self._counts, self.accepted_button, self.fold_button)
        box = column(theme, frame(head), self._area, gap="xs")
        box.setContentsMargins(theme.px(16), theme.px(4), theme.px(12), theme.px(8))
        self.setLayout(box)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.list.show_problems(problems)
        self._heading.setText(f"ปัญหาที่พบ {len(problems)} รายการ" if problems else "ไม่พบปัญหา แผนพร้อมพิมพ์")
        self._counts.setText(counts(problems) if problems else "")
        accepted = self.quick.accepted_count() if self.quick else 0
        self.accepted_button.setText(f"ยอมรับแล้ว {accepted}")
        self.accepted_button.setAccessibleName(f"ข้อควรตรวจที่ยอมรับแล้ว {accepted} รายการ")
        self.accepted_button.setVisible(bool(accepted))
        self.fold_button.setVisible(bool(problems))
        shown = bool(problems) and self.fold_button.text() == "ซ่อน"
        self._area.setVisible(shown)
        lines = min(len(problems), 6)
        most = lines * self.theme.line() + self.theme.row + self.theme.px(24)
        self.setMaximumHeight(most + self.theme.px(8) if shown else self.theme.row + self.theme.px(24))

    def _fold(self) -> None:
        self.fold_button.setText("แสดง" if self.fold_button.text() == "ซ่อน" else "ซ่อน")
        problems = self.list._shown or ()  # noqa: SLF001 - the panel's own list
        self.show_problems(problems)
