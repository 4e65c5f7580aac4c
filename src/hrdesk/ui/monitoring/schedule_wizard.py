"""ตารางติดตามประเมินผล: one task in four steps over one schedule, saved at each step, resumable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from hrdesk.domain.monitoring import check_schedule
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.ui.kit.step_wizard import StepWizard
from hrdesk.ui.monitoring.schedule_pages import (
    ProjectsPage,
    ReviewPage,
    RoundsPage,
    SchedulePage,
    YearPage,
    entry_columns,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from hrdesk.domain.monitoring import EvaluationSchedule
    from hrdesk.domain.office import Office
    from hrdesk.errors import Problem
    from hrdesk.services import Services
    from hrdesk.services.values import PlanSummary
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.page import Page
    from hrdesk.ui.kit.table import Column

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

    desk.read_to_open(parent, lambda: _read(services, *chosen, resume=resume), show)


def _read(services: Services, plan: int, year: int, *, resume: bool) -> ScheduleData:
    saved = services.schedules.load_draft() if resume else None
    schedule = saved.schedule if saved else services.schedules.propose(plan, year)
    titles = services.schedules.titles(schedule.plan, schedule.year)
    page = saved.page if saved else ""
    return ScheduleData(services.register.office(), services.planning.plans(), schedule, titles, page)


class ScheduleWizard(StepWizard):
    TITLE = "จัดทำตารางติดตามประเมินผล"
    HEAD = "ตารางติดตามประเมินผล"
    STEPS = "ขั้นตอนของตารางติดตาม"
    VERB = "บันทึกตาราง"
    created = Signal(object)  # EvaluationSchedule

    def __init__(self, desk: Desk, data: ScheduleData, parent: Page) -> None:
        super().__init__(desk, parent)
        self._opener = parent
        self.office, self.plans = data.office, data.plans
        self.schedule, self.titles = data.schedule, data.titles
        self._begun = bool(data.page)  # there is a draft: a resumed one, or one that was saved here
        self.build([kind(self) for kind in PAGES], data.page)

    def columns(self) -> tuple[Column[Any], ...]:
        return entry_columns(self.titles, {e.id: e.short_name for e in self.office.catalogue.evaluations})

    @property
    def problems(self) -> tuple[Problem, ...]:
        return check_schedule(self.schedule, self.titles)

    def about(self) -> str:
        return f"ปีงบประมาณ {self.schedule.year} · ร่าง"

    # the schedule

    def put(self, schedule: EvaluationSchedule) -> None:
        self.schedule = schedule
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
        """The page follows the schedule; but the fields in which one is typing are its own."""
        self.page().refresh()
        super().refresh()

    def draft_writer(self) -> Callable[[], Area]:
        self._begun = True
        schedules, schedule, key = self.desk.services.schedules, self.schedule, self.page().key
        return lambda: schedules.save_draft(schedule, key)

    def finish(self) -> None:
        """One transaction stores the schedule and opens its rounds."""
        self.page().commit()
        schedules, schedule = self.desk.services.schedules, self.schedule
        self.next_button.setEnabled(False)
        self.desk.change(self, lambda: schedules.save(schedule), self._stored, self._failed)

    def _stored(self, _none: object) -> None:
        self.task_done()
        self.created.emit(self.schedule)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.next_button.setEnabled(True)
        problems = getattr(error, "problems", ())
        if problems:
            self.jump(problems[0])
        else:
            self.desk.complain(self, error)

    def left(self) -> None:
        first, opener = self.schedule, self._opener
        self.page().commit()
        if self._begun or self.schedule != first:  # not only looked at
            self.desk.change(opener, self.draft_writer(), lambda _none: opener.refresh())
