"""จัดทำแผนพัฒนา 3 ปี: one task in twelve steps over one draft, saved at each step, resumable."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from hrdesk.domain.copied import unconfirmed
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.plan import PlanProject
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services import Area
from hrdesk.ui.kit.moments import period_word
from hrdesk.ui.kit.step_wizard import StepWizard
from hrdesk.ui.plan.draft import DraftHolder
from hrdesk.ui.plan.project_dialog import ProjectDialog
from hrdesk.ui.plan.wizard_confirm import ConfirmPage
from hrdesk.ui.plan.wizard_more import AimsPage, ChaptersPage, EvaluationPage, NeedsPage
from hrdesk.ui.plan.wizard_pages import (
    CoursesWizardPage,
    FactsPage,
    PeoplePage,
    ReviewPage,
    RoundsPage,
    WizardPage,
)
from hrdesk.ui.plan.wizard_projects import BudgetPage, PickPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.copied import Fact
    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.errors import Problem
    from hrdesk.services import Services
    from hrdesk.services.values import PlanSummary
    from hrdesk.ui.kit.desk import Desk

SAVE_DELAY = 2000  # milliseconds after the last edit
PAGES: tuple[type[WizardPage], ...] = (
    FactsPage, ConfirmPage, NeedsPage, CoursesWizardPage, PickPage, BudgetPage, PeoplePage, RoundsPage, EvaluationPage, AimsPage,
    ChaptersPage, ReviewPage,
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

    desk.read_to_open(parent, lambda: _read(services, first, resume=resume), show)


def _read(services: Services, first: int, *, resume: bool) -> WizardData:
    from hrdesk.reports.forms.formspec import standard_texts  # noqa: PLC0415 - reads the forms' files

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


class PlanWizard(StepWizard):
    TITLE = HEAD = "จัดทำแผนพัฒนา 3 ปี"
    STEPS = "ขั้นตอนของแผน"
    VERB = "สร้างแผน"
    created = Signal(int)

    def __init__(self, desk: Desk, data: WizardData, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self._opener = parent
        self.data = data
        self.holder = DraftHolder(data.draft, data.office, data.texts, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_DELAY)
        self._timer.timeout.connect(self.save_draft)
        self.build([kind(self) for kind in PAGES], data.page)
        self.shortcut("Ctrl+Z", self.holder.stack.undo)
        self.shortcut("Ctrl+Y", self.holder.stack.redo)
        self.holder.changed.connect(self._edited)
        desk.changed.connect(self._catalogue_changed)

    @property
    def problems(self) -> Sequence[Problem]:
        return self.holder.problems

    def about(self) -> str:
        return f"{period_word(self.holder.draft.period)} · ร่าง"

    # the draft

    @property
    def from_previous(self) -> bool:
        """The draft is a copy of the last plan, moved on."""
        return bool(self.holder.draft.copied)

    def start_from(self, *, previous: bool) -> None:
        """Begin again from the last plan or from nothing, keeping the first year chosen."""
        planning, first, plans = self.desk.services.planning, self.holder.draft.period.first, self.data.plans

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

    def draft_writer(self) -> Callable[[], object]:
        self._timer.stop()
        planning, draft, key = self.desk.services.planning, self.holder.draft, self.page().key
        return lambda: planning.save_wizard(draft, key)

    def finish(self) -> None:
        """One transaction makes the plan; the draft of the wizard is then no longer needed."""
        self.page().commit()
        if left := unconfirmed(self.holder.draft, self.holder.office):
            self._demand_confirmed(left[0])
            return
        self._timer.stop()
        planning, draft = self.desk.services.planning, replace(self.holder.draft, id=0, copied={})
        self.next_button.setEnabled(False)

        def work() -> tuple[int, Area]:
            result = planning.save(draft)
            planning.clear_wizard()
            return result

        self.desk.change(self, work, self._created, self._failed)

    def _demand_confirmed(self, fact: Fact) -> None:
        """Nothing is taken over from the last plan unseen."""
        keys = [one.key for one in self.pages]
        self.go(keys.index(ConfirmPage.key))
        self.page().show_field(f"copied:{fact.key}")

    def _created(self, plan_id: int | None) -> None:
        self.task_done()
        self.created.emit(plan_id or 0)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.next_button.setEnabled(True)
        self.desk.complain(self, error)

    def left(self) -> None:
        self.page().commit()
        write = self.draft_writer()

        def work() -> Area:
            write()
            return Area.PLAN

        self.desk.change(self._opener, work)
