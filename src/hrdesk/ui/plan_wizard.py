"""จัดทำแผนพัฒนา 3 ปี: one task in seven steps over one draft, saved at each step, resumable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.plan import PlanProject
from hrdesk.errors import Severity
from hrdesk.services import Area
from hrdesk.ui.draft import DraftHolder
from hrdesk.ui.editors import EntryDialog
from hrdesk.ui.project_dialog import ProjectDialog
from hrdesk.ui.widgets import button, column, frame, label, nav_item, nav_list, row, set_tone
from hrdesk.ui.wizard_pages import (
    CoursesWizardPage,
    FactsPage,
    PeoplePage,
    ReviewPage,
    RoundsPage,
    WizardPage,
)
from hrdesk.ui.wizard_projects import BudgetPage, PickPage
from hrdesk.ui.words import period_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.errors import Problem
    from hrdesk.services import Services
    from hrdesk.services.values import PlanSummary
    from hrdesk.ui.desk import Desk

SAVE_DELAY = 2000  # milliseconds after the last edit
NARROW = 1000
PAGES: tuple[type[WizardPage], ...] = (
    FactsPage, CoursesWizardPage, PickPage, BudgetPage, PeoplePage, RoundsPage, ReviewPage,
)  # fmt: skip


@dataclass(frozen=True)
class WizardData:
    """What the wizard starts with."""

    office: Office
    texts: dict[str, str]
    plans: tuple[PlanSummary, ...]
    standard: tuple[PlanProject, ...]
    first_year: int  # the year the standard projects start in
    draft: PlanDraft
    page: str = ""  # where a resumed draft was left


def open_wizard(
    desk: Desk, parent: QWidget, made: Callable[[int], object], *, resume: bool = False
) -> None:
    """Read what is needed, then show the wizard; `made` is told the id of the plan created."""
    services = desk.services
    first = FiscalYear.of(date.today()).be + 1  # noqa: DTZ011 - the officer's day

    def show(data: WizardData) -> None:
        wizard = PlanWizard(desk, data, parent)
        wizard.created.connect(made)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.resize(parent.window().size())
        wizard.open()

    desk.read(parent, lambda: _read(services, first, resume=resume), show)


def _read(services: Services, first: int, *, resume: bool) -> WizardData:
    from hrdesk.reports.formspec import standard_texts  # noqa: PLC0415 - reads the forms' files

    planning = services.planning
    plans = planning.plans()
    saved = planning.load_wizard() if resume else None
    if saved is not None:
        draft, page = saved[0], saved[1]
    elif plans:
        draft, page = planning.copy_forward(plans[0].id), ""
    else:
        draft, page = planning.blank(first), ""
    standard = planning.standard_projects(first)
    return WizardData(services.register.office(), dict(standard_texts()), plans, standard, first, draft, page)


class PlanWizard(EntryDialog):
    keeps_no_draft = True  # each of its pages is stored as it is left
    created = Signal(int)

    def __init__(self, desk: Desk, data: WizardData, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self._opener = parent
        self.theme = desk.theme
        self.data = data
        self.from_previous = bool(data.plans) and not data.page
        self.holder = DraftHolder(data.draft, data.office, data.texts, self)
        self.setWindowTitle("จัดทำแผนพัฒนา 3 ปี")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self._visited: set[int] = set()
        self._finished = False
        self._saved_draft = data.draft
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_DELAY)
        self._timer.timeout.connect(self.save_draft)
        self.holder.changed.connect(self._edited)
        desk.changed.connect(self._catalogue_changed)
        keys = [page.key for page in self.pages]
        self.go(keys.index(data.page) if data.page in keys else 0)

    def _build(self) -> None:
        theme = self.theme
        self.steps = nav_list(theme, "ขั้นตอนของแผน")
        self.heading = label("", "title")
        self.place = label("", "muted")
        self.period = label("", "small")
        self._head = frame(
            column(theme, label("จัดทำแผนพัฒนา 3 ปี", "section"), self.period, gap="", pad="m")
        )
        self.side = frame(column(theme, self._head, self.steps, gap=""), "side")
        self.stack = QStackedWidget()
        self.pages = [kind(self) for kind in PAGES]
        for page in self.pages:
            self.stack.addWidget(page)
            nav_item(theme, self.steps, "open", page.title)
        self.steps.currentRowChanged.connect(self._step_chosen)
        self.page_problems = label("", "small", wrap=True)
        self.save_button = button("บันทึกร่าง", self.save_draft)
        self.saved = label("", "small")
        self.back_button = button("ย้อนกลับ", self.back)
        self.next_button = button("ถัดไป", self.forward, kind="primary")
        self.next_button.setDefault(False)
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
        for key, slot in (("Ctrl+Return", self.forward), ("Alt+Right", self.forward), ("Alt+Left", self.back),
                          ("Ctrl+Z", self.holder.stack.undo), ("Ctrl+Y", self.holder.stack.redo)):  # fmt: skip
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)

    # moving

    @property
    def current(self) -> int:
        return self.stack.currentIndex()

    def page(self) -> WizardPage:
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
        self.next_button.setText("สร้างแผน" if last else "ถัดไป")
        name = "สร้างแผน" if last else f"ถัดไป: {self.pages[number + 1].title}"
        self.next_button.setAccessibleName(name)
        self.refresh()
        self.page().entered()

    def _step_chosen(self, number: int) -> None:
        if number >= 0 and number != self.current:
            self.go(number)
            self.steps.setFocus()
            self.save_draft()

    def forward(self) -> None:
        if self.current == len(self.pages) - 1:
            self.create_plan()
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
        self.go(0)

    def refresh(self) -> None:
        """The marks of the step list, and what is wrong on this page."""
        narrow = self.width() < self.theme.px(NARROW)
        self.period.setText(f"{period_word(self.holder.draft.period)} · ร่าง")
        self.steps.blockSignals(True)
        for number, page in enumerate(self.pages):
            icon, tone = self._mark(number, [p for p in self.holder.problems if page.owns(p)])
            item = self.steps.item(number)
            item.setIcon(self.theme.icon(icon, tone, tone))
            item.setText("" if narrow else f"{number + 1}  {page.title}")
            weight = QFont.Weight.DemiBold if number == self.current else QFont.Weight.Normal
            item.setFont(self.theme.font("body", weight))
        self.steps.setCurrentRow(self.current)
        self.steps.blockSignals(False)
        mine = [p for p in self.holder.problems if self.page().owns(p)]
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

    def start_from(self, *, previous: bool) -> None:
        """Begin again from the last plan or from nothing, keeping the first year chosen."""
        planning, first, plans = self.desk.services.planning, self.holder.draft.period.first, self.data.plans
        self.from_previous = previous

        def work() -> PlanDraft:
            return planning.copy_forward(plans[0].id) if previous else planning.blank(first)

        self.desk.read(self, work, lambda draft: self.holder.apply("เลือกจุดตั้งต้นของแผน", draft))

    def add_project(self) -> None:
        years = tuple(year.be for year in self.holder.draft.period.years)
        dialog = ProjectDialog(
            self.theme, self.holder.office, PlanProject(0, "", years=years), self, self.holder.draft.strategies
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self.holder.set_projects([*self.holder.draft.projects, dialog.project], "เพิ่มโครงการ")
        )
        dialog.open()

    def _edited(self) -> None:
        self.refresh()
        self._timer.start()

    def _catalogue_changed(self, area: Area, origin: object) -> None:
        if area & (Area.CURRICULUM | Area.STAFF | Area.ORGANIZATION) and origin is not self:
            self.desk.read(self, self.desk.services.register.office, self._office_read)

    def _office_read(self, office: Office) -> None:
        self.holder.office = office
        self.holder.put(self.holder.draft)

    def save_draft(self) -> None:
        self.page().commit()
        self._timer.stop()
        planning, draft, key = self.desk.services.planning, self.holder.draft, self.page().key

        def done(_none: object) -> None:
            now = datetime.now()  # noqa: DTZ005 - the officer's clock
            self.saved.setText(f"บันทึกร่างแล้ว {now.strftime('%H:%M')} น.")

        self.desk.read(self, lambda: planning.save_wizard(draft, key), done)

    def create_plan(self) -> None:
        """One transaction makes the plan; the draft of the wizard is then no longer needed."""
        self.page().commit()
        self._timer.stop()
        planning, draft = self.desk.services.planning, replace(self.holder.draft, id=0)
        self.next_button.setEnabled(False)

        def work() -> tuple[int, Area]:
            result = planning.save(draft)
            planning.clear_wizard()
            return result

        self.desk.change(self, work, self._created, self._failed)

    def _created(self, plan_id: int | None) -> None:
        self._finished = True
        self.created.emit(plan_id or 0)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.next_button.setEnabled(True)
        self.desk.complain(self, error)

    # closing

    def reject(self) -> None:
        """Closing keeps the draft; หน้าหลัก offers to go on."""
        self._leave()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        if self._finished:
            return
        self._finished = True
        self.page().commit()
        self._timer.stop()
        planning, draft, key = self.desk.services.planning, self.holder.draft, self.page().key

        def work() -> Area:
            planning.save_wizard(draft, key)
            return Area.PLAN

        self.desk.change(self._opener, work)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self.theme.px(NARROW)
        self.side.setFixedWidth(self.theme.px(52 if narrow else 252))
        self._head.setVisible(not narrow)
        self.refresh()
