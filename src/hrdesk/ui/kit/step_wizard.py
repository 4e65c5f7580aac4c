"""The frame of a wizard: steps at the side with their marks, one page at a time, a draft saved at each step."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from hrdesk.errors import Severity
from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.widgets import button, column, frame, label, nav_item, nav_list, row, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.errors import Problem
    from hrdesk.ui.kit.desk import Desk

NARROW = 1000


class StepPage(QWidget):
    """A step: `key` is stored with the draft, `fields` are the beginnings of the problems it owns."""

    key = ""
    title = ""
    fields: tuple[str, ...] = ()

    @property
    def idle(self) -> bool:
        """Nothing to do there as things are: the buttons pass over it."""
        return False

    def owns(self, problem: Problem) -> bool:
        return problem.field.startswith(self.fields) if self.fields else False

    def entered(self) -> None:
        """The page is shown: put the focus where work begins."""

    def commit(self) -> None:
        """Hand in what is still being typed."""

    def show_field(self, path: str) -> None:
        """Move to the field a Problem names."""


class StepWizard(EntryDialog):
    """One task; the last button is its verb. Closing keeps the draft."""

    grows = False
    keeps_no_draft = True  # each of its pages is stored as it is left
    TITLE = ""  # of the dialog
    HEAD = ""  # above the steps
    STEPS = ""  # what the list of steps is called
    VERB = ""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.theme = desk.theme
        self.setWindowTitle(self.TITLE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self.pages: list[Any] = []  # of the wizard's own kind
        self._visited: set[int] = set()
        self._finished = False

    # what each wizard says for itself

    @property
    def problems(self) -> Sequence[Problem]:
        raise NotImplementedError

    def about(self) -> str:
        """A line under the head: what the draft is of."""
        raise NotImplementedError

    def draft_writer(self) -> Callable[[], object]:
        """Take the draft as it is now; the function returned stores it, on the worker's thread."""
        raise NotImplementedError

    def finish(self) -> None:
        raise NotImplementedError

    def left(self) -> None:
        """Closed without finishing."""
        raise NotImplementedError

    # building

    def build(self, pages: Sequence[QWidget], page: str) -> None:
        """Once the wizard can answer the questions above; `page` is the key of the first shown."""
        theme = self.theme
        self.steps = nav_list(theme, self.STEPS)
        self.heading = label("", "title")
        self.place = label("", "muted")
        self.about_label = label("", "small")
        self._head = frame(column(theme, label(self.HEAD, "section"), self.about_label, gap="", pad="m"))
        self.side = frame(column(theme, self._head, self.steps, gap=""), "side")
        self.stack = QStackedWidget()
        self.pages = list(pages)
        for one in self.pages:
            self.stack.addWidget(one)
            nav_item(theme, self.steps, "open", one.title)
        self.steps.currentRowChanged.connect(self._step_chosen)
        self.page_problems = label("", "small", wrap=True)
        self._lay_out()
        self.save_key.activated.connect(self.save_draft)
        for key, slot in (("Ctrl+Return", self.forward), ("Alt+Right", self.forward), ("Alt+Left", self.back)):
            self.shortcut(key, slot)
        keys = [one.key for one in self.pages]
        self.go(keys.index(page) if page in keys else 0)

    def _lay_out(self) -> None:
        theme = self.theme
        self.save_button = button("บันทึกร่าง", self.save_draft)
        self.saved = label("", "small")
        self.back_button = button("ย้อนกลับ", self.back)
        self.next_button = button("ถัดไป", self.forward, kind="primary")
        for one in (self.save_button, self.back_button, self.next_button):
            one.setAutoDefault(False)
        title = row(theme, self.heading, self.page_problems, self.place)
        title.setStretch(1, 1)
        inner = column(theme, title, self.stack, gap="s")
        inner.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(8))
        inner.setStretch(1, 1)
        foot = row(theme, self.save_button, self.saved, 1, self.back_button, self.next_button)
        foot.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8))
        body = column(theme, frame(inner), frame(foot, "foot"), gap="")
        body.setStretch(0, 1)
        whole = row(theme, self.side, body, gap="")
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def shortcut(self, key: str, slot: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(slot)

    # moving

    @property
    def current(self) -> int:
        return self.stack.currentIndex()

    def page(self) -> Any:
        return self.pages[self.current]

    def go(self, number: int) -> None:
        if self._visited:
            self.page().commit()
        self._visited.add(number)
        self.stack.setCurrentIndex(number)
        last = number == len(self.pages) - 1
        self.heading.setText(self.page().title)
        self.place.setText(f"ขั้นที่ {number + 1} จาก {len(self.pages)}")
        self.back_button.setEnabled(number > 0)
        self.next_button.setText(self.VERB if last else "ถัดไป")
        self.next_button.setAccessibleName(self.VERB if last else f"ถัดไป: {self.pages[self._next(1)].title}")
        self.refresh()
        self.page().entered()

    def _step_chosen(self, number: int) -> None:
        if number >= 0 and number != self.current:
            self.go(number)
            self.steps.setFocus()
            self.save_draft()

    @property
    def making(self) -> bool:
        """The last button's work is under way: until it ends nothing else is taken, and the draft is not kept again."""
        return not self.next_button.isEnabled()

    def forward(self) -> None:
        if self.making:
            return
        if self.current == len(self.pages) - 1:
            self.finish()
        else:
            self.go(self._next(1))
            self.save_draft()

    def back(self) -> None:
        if self.current > 0:
            self.go(self._next(-1))

    def _next(self, step: int) -> int:
        """The step after this one, or before; the first and the last are never idle."""
        number = self.current + step
        while self.pages[number].idle:
            number += step
        return number

    def jump(self, problem: Problem) -> None:
        """To the page that owns a problem, and to its field."""
        for number, page in enumerate(self.pages):
            if page.owns(problem):
                self.go(number)
                page.show_field(problem.field)
                return
        self.go(0)

    def refresh(self) -> None:
        """The marks of the step list, and what is wrong on this page."""
        narrow = self.width() < self.theme.px(NARROW)
        problems = self.problems
        self.about_label.setText(self.about())
        self.steps.blockSignals(True)
        for number, page in enumerate(self.pages):
            icon, tone = self._mark(number, [p for p in problems if page.owns(p)])
            item = self.steps.item(number)
            item.setIcon(self.theme.icon(icon, tone, tone))
            item.setText("" if narrow else f"{number + 1}  {page.title}")
            weight = QFont.Weight.DemiBold if number == self.current else QFont.Weight.Normal
            item.setFont(self.theme.font("body", weight))
        self.steps.setCurrentRow(self.current)
        self.steps.blockSignals(False)
        mine = [p for p in problems if self.page().owns(p)]
        errors = [p for p in mine if p.severity is Severity.ERROR]
        first = (errors or mine)[0] if mine else None
        more = f" (และอีก {len(mine) - 1} รายการ)" if len(mine) > 1 else ""
        self.page_problems.setText(f"{first.place}: {first.text}{more}" if first else "")
        set_tone(self.page_problems, "error" if errors else "warn")

    def _mark(self, number: int, problems: list[Problem]) -> tuple[str, str]:
        if number == self.current:
            return "now", "accent"
        if number not in self._visited:
            return "open", "muted"
        if any(p.severity is Severity.ERROR for p in problems):
            return "error", "error"
        return ("warning", "warn") if problems else ("check", "ok")

    # the draft

    def save_draft(self) -> None:
        if self.making:
            return
        self.page().commit()

        def done(_none: object) -> None:
            now = datetime.now()  # noqa: DTZ005 - the officer's clock
            self.saved.setText(f"บันทึกร่างแล้ว {now.strftime('%H:%M')} น.")

        self.desk.read(self, self.draft_writer(), done)

    def task_done(self) -> None:
        """The task is done: nothing is left to keep."""
        self._finished = True

    # closing

    def reject(self) -> None:
        """Closing keeps the draft; the page that opened it offers to go on."""
        if not self.making:
            self._leave()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.making:
            event.ignore()
            return
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        if not self._finished:
            self._finished = True
            self.left()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self.theme.px(NARROW)
        self.side.setFixedWidth(self.theme.px(52 if narrow else 252))
        self._head.setVisible(not narrow)
        self.refresh()
