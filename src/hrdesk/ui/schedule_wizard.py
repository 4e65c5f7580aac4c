"""ตารางติดตามประเมินผล: one task in four steps over one schedule, saved at each step, resumable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from hrdesk.domain.monitoring import check_schedule
from hrdesk.errors import Severity
from hrdesk.services import Area
from hrdesk.ui.editors import EntryDialog
from hrdesk.ui.schedule_pages import (
    ProjectsPage,
    ReviewPage,
    RoundsPage,
    SchedulePage,
    YearPage,
    entry_columns,
)
from hrdesk.ui.widgets import button, column, frame, label, nav_item, nav_list, row, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from hrdesk.domain.monitoring import EvaluationSchedule
    from hrdesk.domain.office import Office
    from hrdesk.errors import Problem
    from hrdesk.services import Services
    from hrdesk.services.values import PlanSummary
    from hrdesk.ui.desk import Desk
    from hrdesk.ui.page import Page
    from hrdesk.ui.table import Column

NARROW = 1000
PAGES: tuple[type[SchedulePage], ...] = (YearPage, RoundsPage, ProjectsPage, ReviewPage)


@dataclass(frozen=True)
class ScheduleData:
    """What the wizard starts with."""

    office: Office
    plans: tuple[PlanSummary, ...]
    schedule: EvaluationSchedule
    titles: dict[int, str]
    page: str = ""  # where a resumed draft was left


def open_schedule_wizard(
    desk: Desk, parent: Page, chosen: tuple[int, int], made: Callable[[object], object], *, resume: bool = False
) -> None:
    """`chosen` are plan and year; `made` is told the stored schedule."""
    services = desk.services

    def show(data: ScheduleData) -> None:
        wizard = ScheduleWizard(desk, data, parent)
        wizard.created.connect(made)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.resize(parent.window().size())
        wizard.open()

    desk.read(parent, lambda: _read(services, *chosen, resume=resume), show)


def _read(services: Services, plan: int, year: int, *, resume: bool) -> ScheduleData:
    saved = services.schedules.load_draft() if resume else None
    schedule = saved.schedule if saved else services.schedules.propose(plan, year)
    titles = services.schedules.titles(schedule.plan, schedule.year)
    page = saved.page if saved else ""
    return ScheduleData(services.register.office(), services.planning.plans(), schedule, titles, page)


class ScheduleWizard(EntryDialog):
    created = Signal(object)  # EvaluationSchedule

    def __init__(self, desk: Desk, data: ScheduleData, parent: Page) -> None:
        super().__init__(parent)
        self.desk = desk
        self.theme = desk.theme
        self._opener = parent
        self.office, self.plans = data.office, data.plans
        self.schedule, self.titles = data.schedule, data.titles
        self._begun = bool(data.page)  # there is a draft: a resumed one, or one that was saved here
        self._visited: set[int] = set()
        self._finished = False
        self.setWindowTitle("จัดทำตารางติดตามประเมินผล")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self._build()
        keys = [page.key for page in self.pages]
        self.go(keys.index(data.page) if data.page in keys else 0)

    def columns(self) -> tuple[Column[Any], ...]:
        return entry_columns(self.titles, {e.id: e.short_name for e in self.office.catalogue.evaluations})

    @property
    def problems(self) -> tuple[Problem, ...]:
        return check_schedule(self.schedule, self.titles)

    def _build(self) -> None:
        theme = self.theme
        self.steps = nav_list(theme, "ขั้นตอนของตารางติดตาม")
        self.heading = label("", "title")
        self.place = label("", "muted")
        self._head = frame(column(theme, label("ตารางติดตามประเมินผล", "section"), gap="", pad="m"))
        self.side = frame(column(theme, self._head, self.steps, gap=""), "side")
        self.stack = QStackedWidget()
        self.pages = [kind(self) for kind in PAGES]
        for page in self.pages:
            self.stack.addWidget(page)
            nav_item(theme, self.steps, "open", page.title)
        self.steps.currentRowChanged.connect(self._step_chosen)
        self.page_problems = label("", "small", wrap=True)
        self.saved = label("", "small")
        self.save_button = button("บันทึกร่าง", self.save_draft)
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
        self.save_key.activated.connect(self.save_draft)
        for key, slot in (("Ctrl+Return", self.forward), ("Alt+Right", self.forward), ("Alt+Left", self.back)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)

    # moving

    @property
    def current(self) -> int:
        return self.stack.currentIndex()

    def page(self) -> SchedulePage:
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
        self.next_button.setText("บันทึกตาราง" if last else "ถัดไป")
        self.next_button.setAccessibleName("บันทึกตาราง" if last else f"ถัดไป: {self.pages[number + 1].title}")
        self.page().refresh()
        self.refresh()
        self.page().entered()

    def _step_chosen(self, number: int) -> None:
        if number >= 0 and number != self.current:
            self.go(number)
            self.steps.setFocus()
            self.save_draft()

    def forward(self) -> None:
        if self.current == len(self.pages) - 1:
            self.finish()
        else:
            self.go(self.current + 1)
            self.save_draft()

    def back(self) -> None:
        if self.current > 0:
            self.go(self.current - 1)

    def jump(self, problem: Problem) -> None:
        """To the page that owns a problem, and to its field."""
        for number, page in enumerate(self.pages):
            if page.owns(problem):
                self.go(number)
                page.show_field(problem.field)
                return

    # the schedule

    def put(self, schedule: EvaluationSchedule) -> None:
        self.schedule = schedule
        self.page().refresh()
        self.refresh()

    def start(self, plan: int, year: int) -> None:
        """Another plan or year: its own proposal."""
        services = self.desk.services

        def work() -> tuple[EvaluationSchedule, dict[int, str]]:
            return services.schedules.propose(plan, year), services.schedules.titles(plan, year)

        self.desk.read(self, work, self._started)

    def _started(self, found: tuple[EvaluationSchedule, dict[int, str]]) -> None:
        schedule, titles = found
        self.titles.clear()
        self.titles.update(titles)
        self.put(schedule)

    def refresh(self) -> None:
        """The marks of the step list, and what is wrong on this page."""
        narrow = self.width() < self.theme.px(NARROW)
        problems = self.problems
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

    def save_draft(self) -> None:
        self.page().commit()
        self._begun = True
        schedules, schedule, key = self.desk.services.schedules, self.schedule, self.page().key

        def done(_none: object) -> None:
            now = datetime.now()  # noqa: DTZ005 - the officer's clock
            self.saved.setText(f"บันทึกร่างแล้ว {now.strftime('%H:%M')} น.")

        self.desk.read(self, lambda: schedules.save_draft(schedule, key), done)

    def finish(self) -> None:
        """One transaction stores the schedule and opens its rounds."""
        self.page().commit()
        schedules, schedule = self.desk.services.schedules, self.schedule
        self.next_button.setEnabled(False)
        self.desk.change(self, lambda: schedules.save(schedule), self._stored, self._failed)

    def _stored(self, _none: object) -> None:
        self._finished = True
        self.created.emit(self.schedule)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.next_button.setEnabled(True)
        problems = getattr(error, "problems", ())
        if problems:
            self.jump(problems[0])
        else:
            self.desk.complain(self, error)

    # closing

    def reject(self) -> None:
        """Closing keeps the draft; the page offers to go on."""
        self._leave()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        if self._finished:
            return
        self._finished = True
        first = self.schedule
        self.page().commit()
        if not self._begun and self.schedule == first:
            return  # looked at and closed again
        schedules, schedule, key = self.desk.services.schedules, self.schedule, self.page().key

        def work() -> Area:
            return schedules.save_draft(schedule, key)

        opener = self._opener
        self.desk.change(opener, work, lambda _none: opener.refresh())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self.theme.px(NARROW)
        self.side.setFixedWidth(self.theme.px(52 if narrow else 252))
        self._head.setVisible(not narrow)
        self.refresh()
